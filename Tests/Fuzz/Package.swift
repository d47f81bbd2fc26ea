// swift-tools-version: 6.3
import PackageDescription

// A package of its own, so that no build of letterpdf and no package of it has the fuzzer. It links only
// with -sanitize=fuzzer, which brings libFuzzer: scripts/fuzz builds it.
let package = Package(
  name: "fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "letterpdf", path: "../..")
  ],
  targets: [
    .systemLibrary(name: "CFuzzer", path: "CFuzzer"),
    .executableTarget(
      name: "letterpdf-fuzz",
      dependencies: ["CFuzzer", .product(name: "FuzzTargets", package: "letterpdf")],
      path: "Driver", swiftSettings: [.swiftLanguageMode(.v6)]),
  ]
)
