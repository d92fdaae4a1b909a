import Foundation
import HearsayCore
import Testing

/// A rule is one file, named for it, and every such file is in the catalogue.
struct RuleFilesTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/HearsayCore/Rules")

  @Test func filesAndCatalogueAgree() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let files = names.filter { $0.hasPrefix("HS") && $0.hasSuffix(".swift") }.sorted()
    #expect(files == Rule.all.map(fileName).sorted())
  }

  /// "HS101UnsupportedFigure.swift" for HS101 unsupported-figure.
  private func fileName(_ rule: Rule) -> String {
    rule.id + rule.name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() + ".swift"
  }
}
