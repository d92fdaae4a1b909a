import Testing

/// Where things live: the top level, the manifest, and how long a file may be.
struct LayoutTests {
  private static let topLevel: Set<String> = [
    "CHANGELOG.md", "CONTRIBUTING.md", "EditorClients", "ARCHITECTURE.md", "LICENSE", "Package.swift", "Protocol",
    "README.md", "Sources", "Tests", "action.yml",
  ]
  /// Made by builds, never committed.
  private static let built: Set<String> = ["Package.resolved", "dist"]

  @Test func theTopLevelHoldsOnlyWhatItMay() throws {
    for name in try PackageFolder.names() where !name.hasPrefix(".") {
      #expect(Self.topLevel.contains(name) || Self.built.contains(name), "\(name) does not belong at the top level")
    }
  }

  @Test func thePackageNamesNoDependency() throws {
    let manifest = SwiftCode(path: "Package.swift", source: try PackageFolder.text("Package.swift"))
    #expect(try manifest.places(of: #"\.package\(|\.binaryTarget\(|\.plugin\(|\bunsafeFlags\b"#) == [])
    #expect(manifest.text.contains("let package = Package("), "the manifest was not read")
  }

  /// A file that has grown past this holds two things.
  private static let longestFile = 400

  @Test func noFileIsTooLong() throws {
    for folder in ["Sources", "Tests"] {
      for path in try PackageFolder.files(in: folder, endingIn: ".swift") where !path.contains("/Generated/") {
        let count = try PackageFolder.text(path).split(separator: "\n", omittingEmptySubsequences: false).count - 1
        #expect(count <= Self.longestFile, "\(path) has \(count) lines: find the two things in it")
      }
    }
  }

  /// A reader knows from a file's name what is in it; these names say nothing.
  @Test func noFileIsNamedForNothing() throws {
    let empty: Set<String> = [
      "Utils", "Utilities", "Helpers", "Misc", "Common", "Extensions", "Types", "Manager", "Stuff",
    ]
    for path in try PackageFolder.files(in: "Sources", endingIn: ".swift") {
      let name = path.split(separator: "/").last?.dropLast(".swift".count) ?? ""
      #expect(!empty.contains(String(name)), "\(path)")
    }
  }
}
