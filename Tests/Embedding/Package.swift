// swift-tools-version: 6.3
import PackageDescription

let package = Package(
  name: "embedding",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "letterpdf", path: "../..")
  ],
  targets: [
    .executableTarget(
      name: "Embedding",
      dependencies: [.product(name: "Typeset", package: "letterpdf")])
  ]
)
