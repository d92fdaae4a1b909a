import Foundation
import ProseText
import Testing

/// How sentences agree with outside data: hand-made cases, and treebanks of real prose.
///
/// Skipped where the data is not at hand; the package does not carry it.
@Suite(
  .enabled(if: FileManager.default.fileExists(atPath: SentenceRecord.folder.path()), "needs ../shared/data/sentences"))
struct SentenceConformanceTests {
  @Test func goldenRules() throws {
    let records = try SentenceRecord.load("golden-rules.jsonl")
    #expect(records.count == 176)
    var kept = 0
    for record in records {
      let draft = TokenizedText(record.text)
      let found = draft.sentences.map { words(draft.string($0.range)) }
      let agrees = found == record.strings.map(words)
      if let reason = DifferingSentences.goldenRules[record.id] {
        #expect(!agrees, "\(record.id) no longer differs (\(reason))")
      } else {
        #expect(agrees, "\(record.id)")
      }
      if agrees, record.isGolden { kept += 1 }
    }
    let golden = records.count { $0.isGolden }
    #expect(golden == 52)
    #expect(kept >= 50)
  }

  /// The share falls with a fault and rises with a mend; web texts hold much that no stop ends.
  @Test(arguments: [("gum-dev.jsonl", 0.98), ("ewt-dev.jsonl", 0.89)])
  func treebanks(name: String, least: Double) throws {
    var both = 0
    var found = 0
    var wanted = 0
    for record in try SentenceRecord.load(name) {
      let mine = firstsOfSentences(record.text)
      let theirs = Set(record.spans.compactMap(\.first).dropFirst())
      both += mine.intersection(theirs).count
      found += mine.count
      wanted += theirs.count
    }
    let score = 2 * Double(both) / Double(found + wanted)
    #expect(score >= least, "\(name): \(score)")
  }

  private func words(_ text: String) -> [Substring] { text.split { $0.isWhitespace } }

  /// Where sentences but the first begin in a plain text, in Unicode scalars.
  private func firstsOfSentences(_ text: String) -> Set<Int> {
    let bytes = Array(text.utf8)
    let outline = DraftFormat.plainText.outline(of: bytes)
    var firsts: [Int] = []
    for block in outline.blocks {
      let start = block.range.lowerBound
      let tokens = tokenize(bytes, at: start, DraftFormat.plainText.content(of: block, in: bytes, outline))
      firsts += sentences(of: tokens, in: bytes, at: start).map { start + $0.range.lowerBound }
    }
    let text = SourceText(bytes.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 })
    var cursor = PositionCursor(text, .utf32)
    return Set(firsts.dropFirst().map { cursor.position(of: $0).character })
  }
}
