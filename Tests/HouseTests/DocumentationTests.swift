import Foundation
import Testing

/// What the pages for contributors name is there.
struct DocumentationTests {
  /// A path that stands for one that the reader will write.
  private static let exemplary: Set<String> = ["Sources/HearsayCore/Rules/HS199ExclaimedFigure.swift"]

  @Test(arguments: ["ARCHITECTURE.md", "CONTRIBUTING.md"])
  func pathsExist(_ page: String) throws {
    let pattern = /`((?:Sources|Tests|Protocol|\.ci)\/[^`* ]*)`/
    let paths = try PackageFolder.text(page).matches(of: pattern).map { String($0.output.1) }
    #expect(!paths.isEmpty)
    for path in paths where !Self.exemplary.contains(path) {
      #expect(FileManager.default.fileExists(atPath: PackageFolder.url.appending(path: path).path), "\(page): \(path)")
    }
  }

  @Test func everyModuleIsOnThePage() throws {
    let page = try PackageFolder.text("ARCHITECTURE.md")
    for module in try PackageFolder.names(in: "Sources") { #expect(page.contains("| `\(module)` |"), "\(module)") }
  }
}
