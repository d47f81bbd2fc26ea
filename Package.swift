// swift-tools-version: 6.3
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let forServer = TargetDependencyCondition.when(traits: ["Server"])

let package = Package(
  name: "letterpdf",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Typeset", targets: ["Typeset"]),
    .library(name: "Proofing", targets: ["LetterProofing"]),
    .library(name: "FuzzTargets", targets: ["FuzzTargets"]),
    .executable(name: "letterpdf", targets: ["letterpdf"]),
    .executable(name: "letterpdf-intake", targets: ["letterpdf-intake"]),
    .executable(name: "letterpdf-server", targets: ["letterpdf-server"]),
  ],
  traits: [.trait(name: "Server", description: "Builds letterpdf-server: letters over HTTP.")],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
    // For the trait Server alone; without it none of these is fetched.
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.0.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CPango", pkgConfig: "pangoft2",
      providers: [.apt(["libpango1.0-dev"]), .brew(["pango"])]),
    .systemLibrary(
      name: "CPangoCairo", pkgConfig: "pangocairo",
      providers: [.apt(["libpango1.0-dev"]), .brew(["pango"])]),
    .systemLibrary(
      name: "CCairo", pkgConfig: "cairo",
      providers: [.apt(["libcairo2-dev"]), .brew(["cairo"])]),
    .systemLibrary(
      name: "CQPDF", pkgConfig: "libqpdf",
      providers: [.apt(["libqpdf-dev"]), .brew(["qpdf"])]),
    .systemLibrary(
      name: "CHarfBuzzSubset", pkgConfig: "harfbuzz-subset",
      providers: [.apt(["libharfbuzz-dev"]), .brew(["harfbuzz"])]),
    .systemLibrary(
      name: "CHyphen",
      providers: [.apt(["libhyphen-dev"]), .brew(["hyphen"])]),
    .systemLibrary(
      name: "CCommonMark", pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CCSV",
      providers: [.apt(["libcsv-dev"]), .brew(["libcsv"])]),
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate",
      providers: [.apt(["libdeflate-dev"]), .brew(["libdeflate"])]),
    .systemLibrary(
      name: "CGLib", pkgConfig: "glib-2.0",
      providers: [.apt(["libglib2.0-dev"]), .brew(["glib"])]),
    .systemLibrary(
      name: "CDataMatrix",
      providers: [.apt(["libdmtx-dev"]), .brew(["libdmtx"])]),
    .systemLibrary(name: "CFileSync"),
    .systemLibrary(name: "CSpawn"),
    .target(name: "LineBreaking", swiftSettings: settings),
    .target(name: "PDFFile", dependencies: ["CDeflate"], swiftSettings: settings),
    .target(name: "GLibSupport", dependencies: ["CPango"], swiftSettings: settings),
    .target(
      name: "DataMatrix", dependencies: ["GLibSupport", "CDataMatrix"], swiftSettings: settings),
    .target(name: "CIntake"),
    .target(name: "Intake", dependencies: ["PDFFile", "CIntake"], swiftSettings: settings),
    .target(
      name: "ForeignPDF", dependencies: ["Intake", "PDFFile", "GLibSupport", "CQPDF"],
      swiftSettings: settings),
    .target(
      name: "Typeset",
      dependencies: [
        "LineBreaking", "PDFFile", "Intake", "GLibSupport", "DataMatrix", "CPango",
        "CHarfBuzzSubset", "CCommonMark", "CYAML", "CCSV",
      ],
      swiftSettings: settings),
    .target(
      name: "MailRun", dependencies: ["Typeset", "CGLib", "CFileSync"],
      swiftSettings: settings),
    .target(
      name: "LetterDelivery", dependencies: ["GLibSupport", "MailRun", "Typeset"],
      swiftSettings: settings),
    .target(
      name: "Inspection", dependencies: ["PDFFile", "Intake", "CIntake", "CGLib", "Typeset"],
      swiftSettings: settings),
    .target(
      name: "Sealing",
      dependencies: ["CSpawn", "GLibSupport", "Inspection", "Intake", "PDFFile", "Typeset"],
      swiftSettings: settings),
    .target(
      name: "Comparison", dependencies: ["GLibSupport", "Inspection", "Intake", "PDFFile"],
      swiftSettings: settings),
    .target(
      name: "LetterProofing", dependencies: ["Comparison", "Inspection", "Intake", "Typeset"],
      swiftSettings: settings),
    .target(
      name: "LetterImport", dependencies: ["Inspection", "Intake", "Typeset"],
      swiftSettings: settings),
    .target(
      name: "LetterRequests", dependencies: ["Comparison", "Inspection", "Intake", "Typeset"],
      swiftSettings: settings),
    .target(
      name: "LetterService", dependencies: ["LetterRequests", "Inspection", "MailRun", "Typeset"],
      swiftSettings: settings),
    .target(name: "FileWatching", dependencies: ["MailRun", "Typeset"], swiftSettings: settings),
    .target(
      name: "LetterPreview",
      dependencies: ["CSpawn", "Inspection", "LetterRequests", "MailRun", "Typeset"],
      swiftSettings: settings),
    .executableTarget(
      name: "letterpdf",
      dependencies: [
        "Comparison", "FileWatching", "GLibSupport", "Inspection", "Intake", "LetterDelivery",
        "LetterImport",
        "LetterRequests", "MailRun", "PDFFile", "Sealing", "Typeset",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "letterpdf-server",
      dependencies: [
        "FileWatching", "Inspection", "LetterPreview", "LetterRequests", "LetterService", "Typeset",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Hummingbird", package: "hummingbird", condition: forServer),
        .product(name: "HummingbirdCore", package: "hummingbird", condition: forServer),
        .product(name: "HTTPTypes", package: "swift-http-types", condition: forServer),
        .product(name: "Logging", package: "swift-log", condition: forServer),
        .product(name: "NIOCore", package: "swift-nio", condition: forServer),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras", condition: forServer),
        .product(
          name: "ServiceLifecycle", package: "swift-service-lifecycle", condition: forServer),
        .product(name: "UnixSignals", package: "swift-service-lifecycle", condition: forServer),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "letterpdf-warm", dependencies: ["Typeset"], path: "Benchmarks/Warm",
      swiftSettings: settings),
    .target(
      name: "Pictures",
      dependencies: [
        "PDFFile", "Intake", "ForeignPDF", "GLibSupport", "CPango", "CPangoCairo", "CCairo",
        "XMLTokens", "CDeflate", "CHarfBuzzSubset",
      ],
      swiftSettings: settings),
    .target(
      name: "ForeignWord", dependencies: ["Intake", "XMLTokens", "CDeflate"],
      swiftSettings: settings),
    .target(name: "XMLTokens", swiftSettings: settings),
    .executableTarget(
      name: "letterpdf-intake",
      dependencies: ["ForeignPDF", "ForeignWord", "GLibSupport", "Intake", "Pictures"],
      swiftSettings: settings),
    .target(
      name: "Proofing",
      dependencies: ["CCairo", .product(name: "Subprocess", package: "swift-subprocess")],
      path: "Tests/Proofing", swiftSettings: settings),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "ForeignPDF", "ForeignWord", "Inspection", "Intake", "LetterImport",
        "LetterRequests", "LetterService", "LineBreaking", "PDFFile", "Pictures", "Typeset",
      ],
      path: "Tests/Fuzz/Targets", swiftSettings: settings),
    .testTarget(
      name: "TypesetTests",
      dependencies: [
        "LineBreaking", "PDFFile", "ForeignPDF", "GLibSupport", "Intake", "Pictures", "Typeset",
        "Proofing",
        "CHyphen", "CPango", "letterpdf-intake",
      ],
      exclude: ["Hyphenation/compounds.txt", "Hyphenation/Words"], swiftSettings: settings),
    .testTarget(
      name: "MailRunTests", dependencies: ["MailRun", "Typeset", "Proofing"],
      swiftSettings: settings),
    .testTarget(
      name: "LetterImportTests",
      dependencies: ["ForeignWord", "Intake", "LetterImport", "Proofing", "Typeset"],
      swiftSettings: settings),
    .testTarget(
      name: "LetterDeliveryTests", dependencies: ["LetterDelivery", "Typeset"],
      swiftSettings: settings),
    .testTarget(
      name: "InspectionTests",
      dependencies: ["Inspection", "Intake", "PDFFile", "Proofing", "Typeset"],
      swiftSettings: settings),
    .testTarget(
      name: "SealingTests", dependencies: ["Inspection", "Proofing", "Sealing", "Typeset"],
      swiftSettings: settings),
    .testTarget(
      name: "ComparisonTests",
      dependencies: ["Comparison", "Inspection", "Intake", "PDFFile", "Proofing"],
      swiftSettings: settings),
    .testTarget(
      name: "LetterProofingTests", dependencies: ["LetterProofing", "Proofing", "Typeset"],
      swiftSettings: settings),
    .testTarget(
      name: "LetterRequestsTests", dependencies: ["LetterRequests", "Proofing", "Typeset"],
      swiftSettings: settings),
    .testTarget(
      name: "ServerTests",
      dependencies: ["LetterRequests", "LetterService", "Proofing", "Typeset"],
      swiftSettings: settings),
    .testTarget(
      name: "LetterPreviewTests",
      dependencies: ["FileWatching", "Inspection", "LetterPreview", "Proofing", "Typeset"],
      swiftSettings: settings),
    .testTarget(
      name: "FuzzTests", dependencies: ["FuzzTargets", "Proofing"], path: "Tests/Fuzz/Smoke",
      swiftSettings: settings),
    .testTarget(name: "letterpdfTests", dependencies: ["Proofing"], swiftSettings: settings),
  ]
)
