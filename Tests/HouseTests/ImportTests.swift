import Testing

/// Which modules each module may import; what is not listed it may not know.
struct ImportTests {
  private static let systemLibraries: Set<String> = ["Darwin", "Glibc", "Musl"]
  private static let foundation: Set<String> = ["Foundation", "FoundationEssentials"]

  static let allowed: [String: Set<String>] = [
    "JSON": [],
    "ProseText": [],
    "Model": [],
    "HearsayCore": ["JSON", "Model", "ProseText"],
    "Workspace": systemLibraries.union(["HearsayCore", "JSON", "ProseText", "Synchronization"]),
    "PageResources": [],
    "ProcessMemory": [],
    "HearsayReport": ["HearsayCore", "PageResources", "ProseText"],
    "LanguageServerProtocol": ["JSON"],
    "HearsayServer": systemLibraries.union([
      "Dispatch", "HearsayCore", "HearsayReport", "JSON", "LanguageServerProtocol", "ProseText", "Synchronization",
      "Workspace",
    ]),
    "HearsayCommand": systemLibraries.union(foundation).union([
      "Dispatch", "HearsayCore", "HearsayReport", "HearsayServer", "JSON", "ProcessMemory", "ProseText",
      "Synchronization", "Workspace",
    ]),
    "ProtocolGenerator": ["JSON"],
    "HearsayFuzzing": systemLibraries.union([
      "Dispatch", "HearsayCore", "HearsayServer", "JSON", "LanguageServerProtocol", "ProseText", "Synchronization",
      "TestSupport", "Workspace",
    ]),
    "HearsayMaintenance": systemLibraries.union(foundation).union([
      "Dispatch", "HearsayCore", "JSON", "ProseText", "ProtocolGenerator", "Synchronization",
    ]),
  ]

  @Test func everyModuleIsListed() throws {
    #expect(try PackageFolder.names(in: "Sources") == Self.allowed.keys.sorted())
  }

  @Test(arguments: allowed.keys.sorted())
  func importsOnlyWhatItMay(_ module: String) throws {
    let allowed = Self.allowed[module] ?? []
    for file in try SwiftCode.files(in: "Sources/\(module)") {
      for name in file.imports {
        #expect(allowed.contains(name), "\(file.path) imports \(name): \(module) may not")
      }
    }
  }

  /// macOS has no FoundationEssentials: full Foundation stands in for it there, and nowhere else.
  @Test func fullFoundationIsOnlyASubstitute() throws {
    for file in try SwiftCode.files(in: "Sources") where file.imports.contains("Foundation") {
      #expect(
        file.text.contains(
          "#if canImport(FoundationEssentials)\n  import FoundationEssentials\n#else\n  import Foundation\n"),
        "\(file.path): import FoundationEssentials where there is one, Foundation only behind #else")
    }
  }

  /// `lint` and `analyze` work without the server; one command starts it.
  @Test func oneCommandKnowsTheServer() throws {
    let files = try SwiftCode.files(in: "Sources/HearsayCommand").filter { $0.imports.contains("HearsayServer") }
    #expect(files.map(\.path).allSatisfy { $0.hasPrefix("Sources/HearsayCommand/Commands/Server") })
  }

  @Test func importsAreFoundInEveryForm() {
    let source = """
      // import Alpha
      package import Beta
      @testable import Gamma
        import struct Delta.Part
      let text = "import Epsilon"
      important = import_
      """
    #expect(SwiftCode(path: "", source: source).imports == ["Beta", "Gamma", "Delta"])
  }
}
