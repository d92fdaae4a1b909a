import Foundation
import ProseText
import Testing

/// The words that the mask keeps are the words that the specifications' HTML shows.
///
/// Skipped where the examples are not at hand; the package does not carry them.
@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: SpecificationExample.folder.path()), "needs ../shared/data/markdown"))
struct MarkdownConformanceTests {
  @Test func commonMark() {
    check("commonmark_spec.jsonl", except: DifferingExamples.commonMark, count: 655)
  }

  @Test func gitHub() {
    check("gfm_spec.jsonl", except: DifferingExamples.gitHub, count: 673)
  }

  @Test func gitHubExtensions() {
    check("gfm_extensions.jsonl", except: DifferingExamples.gitHubExtensions, count: 28)
  }

  @Test func regressions() {
    check("cmark_regression.jsonl", except: [:], count: 19)
  }

  /// Of CommonMark at least 99 in 100 examples keep their words, of GitHub Flavored Markdown 98; entities aside.
  @Test func sharesOfExamplesThatAgree() {
    #expect(DifferingExamples.beyondEntities(DifferingExamples.commonMark) * 100 <= 655)
    #expect(DifferingExamples.beyondEntities(DifferingExamples.gitHub) * 100 <= 673 * 2)
  }

  /// Words are slices of the draft at their offsets: nothing in the prose is made up.
  @Test(arguments: ["commonmark_spec.jsonl", "gfm_spec.jsonl"])
  func offsetsSliceToTheWords(name: String) {
    for example in SpecificationExample.load(name) {
      let draft = MaskedDraft(example.markdown)
      for (block, content) in zip(draft.outline.blocks, draft.contents) {
        for token in tokenize(draft.bytes, at: block.range.lowerBound, content) where token.kind == .word {
          let word = draft.slice(token.range, in: block)
          #expect(!word.isEmpty && !word.contains { $0.isWhitespace || $0 == "<" }, "\(example.id): \(word)")
          #expect(content.prose.contains { $0.contains(Int(token.start)) && Int(token.end) <= $0.upperBound })
        }
      }
    }
  }

  /// Other line endings, a byte order mark or a quotation around a draft leave its words as they are.
  @Test(arguments: ["\r\n", "\r", "\n> "])
  func wordsDoNotDependOnLineEndings(ending: String) {
    for example in SpecificationExample.load("commonmark_spec.jsonl") where !example.markdown.contains("\t") {
      var draft = example.markdown.replacing("\n", with: ending)
      if ending.hasSuffix("> ") { draft = "\u{FEFF}> " + draft }
      let words = MaskedDraft(example.markdown).prose.joined().filter { !$0.isWhitespace }
      let others = MaskedDraft(draft).prose.joined().filter { !$0.isWhitespace }
      #expect(others == words, "\(example.id): \(example.markdown.debugDescription)")
    }
  }

  private func check(_ name: String, except expected: [String: DifferingExamples.Reason], count: Int) {
    let examples = SpecificationExample.load(name)
    #expect(examples.count == count)
    for example in examples {
      let kept = MaskedDraft(example.markdown).prose.joined().filter { !$0.isWhitespace }
      let wanted = ExpectedProse.words(example)
      if let reason = expected[example.id] {
        #expect(kept != wanted, "\(example.id) no longer differs (\(reason))")
      } else {
        #expect(kept == wanted, "\(example.id): \(example.markdown.debugDescription)")
      }
    }
  }
}
