import HearsayCore
import JSON
import LanguageServerProtocol
import ProseText
import TestSupport
import Testing

@testable import HearsayServer

/// Cached equals fresh: after any edits an open document holds the text that the client has, and what is known of it is
/// what a first reading would find.
struct RandomEditTests {
  private static let editsOfAll = 10_000
  private static let editsOfOneDraft = 170
  /// Every so many edits the server analyses the text, with what it kept; each of these is compared with a first reading.
  private static let editsBetweenAnalyses = 34

  private static let snippets = [
    "a", "e", " ", "7", ".", ",", "é", "🙂", "“", "”", "’", "\n", "\r\n", "\r", "\n\n", "**", "`", "[", "](", "<!--",
    "-->", "> ", "- ", "# ", "$", "|", "```\n", "415 million", " said", "according to ", "%", "€", "[^1]", "\t",
    "\u{0}",
    "\u{301}", "www.", "hearsay-ignore HS101: x\n", " Officials ", "The Ledger ", "since 1 July ", "--", "e\u{300}",
    "𝒳",
  ]

  private struct Counts {
    var edits = 0
    var analyses = 0
    var findings = 0
    var drafts = 0
  }

  /// The drafts are not part of the package; where they are absent this is skipped.
  @Test(.enabled(if: !Drafts.gold.isEmpty, "needs ../shared/gold"), arguments: PositionEncoding.allCases)
  func cachedEqualsFresh(encoding: PositionEncoding) throws {
    var random = SeededGenerator(seed: 20)
    var counts = Counts()
    let wanted = Self.editsOfAll / PositionEncoding.allCases.count + 1
    while counts.edits < wanted {
      let draft = Drafts.gold[counts.drafts % Drafts.gold.count]
      counts.drafts += 1
      try edit(draft, encoding, &random, &counts)
    }
    print(
      "\(encoding.rawValue): \(counts.edits) edits in \(counts.drafts) drafts, "
        + "\(counts.analyses) analyses compared, \(counts.findings) findings")
    #expect(counts.findings > 100)
  }

  private func edit(
    _ draft: Drafts.Draft, _ encoding: PositionEncoding, _ random: inout SeededGenerator, _ counts: inout Counts
  ) throws {
    var client = TestClient.ready(forcedEncoding: encoding)
    var model = EditedDraft(draft.text)
    client.open(draft.text, as: draft.format.rawValue, uri: "untitled:1")
    client.runJobs()
    for version in 2..<(2 + Self.editsOfOneDraft) {
      let (start, end) = places(in: model, &random)
      let words = random.next() % 4 == 0 ? "" : Self.snippets.randomElement(using: &random) ?? ""
      model.replace(
        model.index(line: start.line, character: start.character, encoding),
        model.index(line: end.line, character: end.character, encoding), with: words)
      client.change(
        [
          TestClient.change(
            TestClient.place(start.line, start.character), TestClient.place(end.line, end.character), words)
        ], version: version, uri: "untitled:1")
      counts.edits += 1
      let document = try #require(client.session.documents["untitled:1"])
      let isSame = document.text.string(0..<document.text.count) == model.text
      try #require(isSame, "\(draft) in \(encoding), edit \(version): the texts differ")
      guard version % Self.editsBetweenAnalyses == 0 else { continue }
      client.runJobs()
      try compare(client, model, draft, &counts)
    }
  }

  private func places(in model: EditedDraft, _ random: inout SeededGenerator) -> (start: Position, end: Position) {
    let line = Int.random(in: 0...model.lineCount, using: &random)
    let character = Int.random(in: 0...(random.next() % 8 == 0 ? 3000 : 300), using: &random)
    let start = Position(line: line, character: character)
    switch random.next() % 8 {
    case 0: return (start, Position(line: line + 1, character: Int.random(in: 0...20, using: &random)))
    case 1: return (Position(line: line, character: character + 3), start)
    case 2, 3, 4: return (start, start)
    default: return (start, Position(line: line, character: character + Int.random(in: 0...12, using: &random)))
    }
  }

  private func compare(
    _ client: TestClient, _ model: EditedDraft, _ draft: Drafts.Draft, _ counts: inout Counts
  ) throws {
    let warm = try #require(client.session.documents["untitled:1"]?.current?.analysis)
    let fresh = try freshAnalysis(model.text, draft.format)
    #expect(warm.findings == fresh.findings)
    #expect(warm.figures == fresh.figures)
    #expect(warm.attributions == fresh.attributions)
    #expect(warm.sources == fresh.sources)
    #expect(warm.quotes == fresh.quotes)
    #expect(warm.blocks == fresh.blocks)
    #expect(warm.sentences == fresh.sentences)
    #expect(warm.text == fresh.text, "the line index differs")
    counts.analyses += 1
    counts.findings += fresh.findings.count
  }
}
