import HearsayCore
import JSON
import LanguageServerProtocol
import ProseText
import Testing

@testable import HearsayServer

/// Every action for every flagged example of every rule, applied as an editor does.
struct AppliedFixTests {
  private struct Applied {
    let title: String
    let hasSlot: Bool
    let before: [Finding]
    let finding: Finding
    let text: SourceText
    let after: [Finding]
  }

  /// A name that does not tell the format.
  private static let uri = "untitled:1"
  private static let capabilities: JSONValue = ["textDocument": ["codeAction": ["isPreferredSupport": true]]]

  /// Asks for the actions of each finding and applies each to a fresh copy of the text.
  private func applied(_ text: String, _ format: DraftFormat, _ encoding: PositionEncoding) throws -> [Applied] {
    var client = TestClient.ready(Self.capabilities, forcedEncoding: encoding)
    client.open(text, as: format.rawValue, uri: Self.uri)
    client.runJobs()
    let diagnostics = client.takeDiagnostics()
    let before = try findings(text, format)
    #expect(diagnostics.count == before.count)
    var all: [Applied] = []
    for (diagnostic, finding) in zip(diagnostics, before) {
      let params: JSONValue = [
        "textDocument": ["uri": .string(Self.uri)], "range": diagnostic["range"] ?? .null,
        "context": ["diagnostics": [diagnostic]],
      ]
      for action in client.request("textDocument/codeAction", params)["result"]?.array ?? [] {
        let edits = action["edit"]?["changes"]?[Self.uri]?.array ?? []
        #expect(!edits.isEmpty)
        let changed = try apply(edits, to: SourceText(text), encoding)
        all.append(
          Applied(
            title: action["title"]?.string ?? "",
            hasSlot: edits.contains { $0["newText"]?.string?.contains("[") == true }, before: before, finding: finding,
            text: changed,
            after: try findings(changed.string(0..<changed.count), format)))
      }
    }
    return all
  }

  private func apply(_ edits: [JSONValue], to text: SourceText, _ encoding: PositionEncoding) throws -> SourceText {
    var text = text
    let ranges = try edits.map { edit in
      text.byteRange(of: try LSP.Range(decoding: edit["range"] ?? .null), in: encoding)
    }
    for (first, second) in zip(ranges, ranges.dropFirst()) {
      #expect(first.upperBound <= second.lowerBound, "edits are sorted and disjoint")
    }
    for (range, edit) in zip(ranges, edits).reversed() {
      text.replace(range, with: Array((edit["newText"]?.string ?? "").utf8))
    }
    #expect(String(validating: text.bytes, as: UTF8.self) != nil)
    return text
  }

  private func findings(_ text: String, _ format: DraftFormat) throws -> [Finding] {
    try freshAnalysis(text, format).findings
  }

  @Test(arguments: PositionEncoding.allCases)
  func everyActionCanBeApplied(encoding: PositionEncoding) throws {
    var count = 0
    for example in Drafts.flagged {
      for applied in try applied("É🙂 first.\n\n" + example.text, example.format, encoding) {
        count += 1
        let left = applied.after.filter { $0.rule == applied.finding.rule }.count
        let were = applied.before.filter { $0.rule == applied.finding.rule }.count
        // A slot in brackets asks the writer for what is missing; until it is filled the finding may stay.
        if !applied.hasSlot { #expect(left < were, "\(applied.title): \(applied.text.string(0..<applied.text.count))") }
        guard applied.title.hasPrefix("Ignore") else { continue }
        let fresh = applied.after.filter { !applied.before.map(\.rule).contains($0.rule) }
        #expect(fresh.isEmpty, "\(applied.title): \(fresh.map(\.message))")
      }
    }
    #expect(count > 50)
  }
}
