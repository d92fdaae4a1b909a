import Foundation
import HearsayCore
import JSON
import ProseText
import Testing

/// Texts with their expected findings; the larger part is not in the package.
enum Drafts {
  struct Draft: Sendable, CustomStringConvertible {
    let name: String
    let text: String
    let format: DraftFormat
    var description: String { name }
  }

  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/gold")

  private static let folders = [
    folder,
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "shared/gold"),
  ]

  /// The annotated drafts beside the package, or none.
  static let gold: [Draft] = folders.lazy.map(read).first { !$0.isEmpty } ?? []

  private static func read(_ folder: URL) -> [Draft] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap { name in
      guard name.hasSuffix(".json"), let data = try? Data(contentsOf: folder.appending(path: name)),
        let value = try? JSONValue(parsing: [UInt8](data)), let text = value["text"]?.string
      else { return nil }
      let format =
        value["format"]?.string == "markdown" || name.contains("markdown") ? DraftFormat.markdown : .plainText
      return Draft(name: name, text: text, format: format)
    }
  }

  /// What every rule flags, without the marks around the expected ranges.
  static let flagged: [(rule: Rule, text: String, format: DraftFormat)] = Rule.all.flatMap { rule in
    rule.flagged.map { example in
      let text = example.text.replacing("⟦", with: "").replacing("⟧", with: "")
      // A date line lets rules that need the draft's date work through the server too.
      return (rule, text, example.isMarkdown ? .markdown : .plainText)
    }
  }
}

/// A first reading of a text.
func freshAnalysis(_ text: String, _ format: DraftFormat) throws -> Analysis {
  var analyzer = Analyzer()
  let analysis = analyzer.analyze(SourceText(text), format: format)
  return try #require(analysis)
}
