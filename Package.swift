// swift-tools-version: 6.3

import PackageDescription

// One section a module, its tests beside it. Who may import whom is in ARCHITECTURE.md and held by HouseTests.

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "hearsay",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "hearsay", targets: ["HearsayCommand"]),
    .executable(name: "hearsay-dev", targets: ["HearsayMaintenance"]),
    .executable(name: "hearsay-fuzz", targets: ["HearsayFuzzing"]),
  ],
  targets: [
    // MARK: JSON: bytes to values with ranges, and back
    .target(name: "JSON", swiftSettings: settings),
    .testTarget(name: "JSONTests", dependencies: ["JSON", "TestSupport"], swiftSettings: settings),

    // MARK: ProseText: bytes to blocks, sentences and tokens
    .target(name: "ProseText", swiftSettings: settings),
    .testTarget(name: "ProseTextTests", dependencies: ["ProseText", "TestSupport"], swiftSettings: settings),

    // MARK: Model: the trained weights, as bytes
    .target(name: "Model", exclude: ["MODEL.md", "NOTICE", "Sentences", "Texts", "labeller.bin", "tagger.bin"]),

    // MARK: HearsayCore: facts, rules, findings
    .target(name: "HearsayCore", dependencies: ["JSON", "Model", "ProseText"], swiftSettings: settings),
    .testTarget(
      name: "HearsayCoreTests", dependencies: ["HearsayCore", "JSON", "ProseText", "TestSupport"],
      swiftSettings: settings),

    // MARK: Workspace: the files around a draft
    .target(name: "Workspace", dependencies: ["HearsayCore", "JSON", "ProseText"], swiftSettings: settings),
    .testTarget(
      name: "WorkspaceTests", dependencies: ["HearsayCore", "JSON", "ProseText", "TestSupport", "Workspace"],
      swiftSettings: settings),

    // MARK: HearsayReport: analyses to the fact-checker's page; its style and script as bytes
    .target(name: "PageResources", exclude: ["page.css", "page.js"]),
    .target(
      name: "HearsayReport", dependencies: ["HearsayCore", "PageResources", "ProseText"], swiftSettings: settings),
    .testTarget(
      name: "HearsayReportTests", dependencies: ["HearsayCore", "HearsayReport", "ProseText", "TestSupport"],
      swiftSettings: settings),

    // MARK: LanguageServerProtocol: framing, JSON-RPC, generated types
    .target(name: "LanguageServerProtocol", dependencies: ["JSON"], swiftSettings: settings),
    .testTarget(
      name: "LanguageServerProtocolTests",
      dependencies: ["JSON", "LanguageServerProtocol", "ProtocolGenerator", "TestSupport"],
      swiftSettings: settings),

    // MARK: HearsayServer: the loop, open documents, one handler a file
    .target(
      name: "HearsayServer",
      dependencies: ["HearsayCore", "HearsayReport", "JSON", "LanguageServerProtocol", "ProseText", "Workspace"],
      swiftSettings: settings),
    .testTarget(
      name: "HearsayServerTests",
      dependencies: [
        "HearsayCore", "HearsayServer", "JSON", "LanguageServerProtocol", "ProseText", "TestSupport", "Workspace",
      ],
      swiftSettings: settings),

    // MARK: HearsayCommand: the program `hearsay`; what it tells the C library about memory
    .target(name: "ProcessMemory"),
    .executableTarget(
      name: "HearsayCommand",
      dependencies: [
        "HearsayCore", "HearsayReport", "HearsayServer", "JSON", "ProcessMemory", "ProseText", "Workspace",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "HearsayCommandTests",
      dependencies: ["HearsayCommand", "HearsayCore", "JSON", "ProseText", "TestSupport", "Workspace"],
      swiftSettings: settings),

    // MARK: ProtocolGenerator: Protocol/ to Swift types, not shipped
    .target(name: "ProtocolGenerator", dependencies: ["JSON"], swiftSettings: settings),

    // MARK: HearsayMaintenance: the program `hearsay-dev`, not shipped
    .executableTarget(
      name: "HearsayMaintenance",
      dependencies: ["HearsayCore", "JSON", "ProseText", "ProtocolGenerator"],
      swiftSettings: settings),
    .testTarget(
      name: "HearsayMaintenanceTests", dependencies: ["HearsayCore", "HearsayMaintenance"], swiftSettings: settings),

    // MARK: HearsayFuzzing: the program `hearsay-fuzz`, not shipped
    .executableTarget(
      name: "HearsayFuzzing",
      dependencies: [
        "HearsayCore", "HearsayServer", "JSON", "LanguageServerProtocol", "ProseText", "TestSupport", "Workspace",
      ],
      swiftSettings: settings),

    // MARK: TestSupport: what the tests of several modules need
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),

    // MARK: the house itself
    .testTarget(name: "HouseTests", swiftSettings: settings),
  ],
  cLanguageStandard: .c2x
)
