import ProseText
import TestSupport
import Testing

@testable import HearsayCore

/// Tokens and sentences that are taken over from the text before an edit are those that a fresh reading finds.
@Suite struct EditedStretchTests {
  private static let pieces = [
    "Ida Brandt said 40 homes burned. ", "don’t ", "U.S.’s ", "22,24,26,28,30,32,34,36 ", "12,34,567 ", "1 234 567 ",
    "`let a = 1` ", "*strong words* ", "[a link](https://quay.example/a_b) ", "Dr.   Reid ", "No. ", "\n", "... ", "— ",
    "“We left,” ", "quay.example/way ", "R&D ", "note.11 ", "écluse ", "$4.5 million ", "e.g. ", "  ", "a.m. ", "(VI) ",
    "[@locks] ", "mailto:boats@quay.example ", "word ", "several plain words in a row ", "2019’s ", "\\* ",
    "It closed. ", "Why? ", "Who knew?” Ida Brandt asked. ", "They left (Brandt 2019). ", "It rose.[3] ", "Plan B. ",
  ]
  /// What makes a block one with items, and others of which few are enough.
  private static let rare = ["2. ", "b) ", "• ", "[1] ", "&nbsp;"]
  private static let edits = [
    "h", " ", ".", ". ", ". A ", "? ", "`", "*", "](", "’", "1", ",", "\n", "<", "e", "’s", "-", "& ", "[", "\u{A0}",
  ]

  private static let around = String(
    repeating: "Reid said that the mill had several plain words in a row. ", count: 12)

  private struct Read {
    var facts: BlockFacts
    var content: BlockContent
    var bytes: [UInt8]
    var range: Range<Int>
  }

  /// The first block of a text, as far as it is read without characters that markup writes otherwise.
  private static func read(_ text: String) -> Read? {
    let bytes = Array(text.utf8)
    let outline = DraftFormat.markdown.outline(of: bytes)
    guard let block = outline.blocks.first, block.kind.isProse else { return nil }
    let content = DraftFormat.markdown.content(of: block, in: bytes, outline)
    guard content.replacements.isEmpty else { return nil }
    var tagger = Tagger()
    var labeller = Labeller(.none)
    let facts = BlockFacts(
      block, content, in: bytes, numbers: NumberFormat(of: bytes), &tagger, &labeller
    ) { TagMemory([]) }
    return Read(facts: facts, content: content, bytes: bytes, range: block.range)
  }

  /// Reads a text after another; answers how many terms were taken over, nil where there was nothing to take over from.
  private func check(_ before: String, _ now: String) -> Int? {
    guard let before = Self.read(before), let now = Self.read(now) else { return nil }
    let origin = now.range.lowerBound
    let fresh = CutBlock(now.content, in: now.bytes, at: origin)
    let stretch = EditedStretch(
      EarlierBlock(SharedFacts(before.facts), now: now.bytes, now.range), now.content, count: now.range.count)
    guard let cut = stretch?.cut(now.content, in: now.bytes, at: origin, count: now.range.count) else { return 0 }
    let text = Comment(rawValue: String(decoding: now.bytes, as: UTF8.self))
    #expect(cut.count == fresh.count, text)
    #expect(cut.tokens == fresh.tokens.dropFirst(cut.head).dropLast(cut.tail), text)
    #expect(cut.sentences == fresh.sentences, text)
    #expect(cut.fresh.clamped(to: cut.sentences.indices) == cut.fresh)
    return cut.keptHead + cut.keptTail
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func anyEdit(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var taken = 0
    for _ in 0..<150 {
      var scalars: [Unicode.Scalar] = Array("The ".unicodeScalars)
      for _ in 0..<150 { scalars += Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)].unicodeScalars }
      if Int.random(in: 0..<4, using: &random) == 0, let piece = Self.rare.randomElement(using: &random) {
        scalars.insert(contentsOf: piece.unicodeScalars, at: Int.random(in: 0..<scalars.count, using: &random))
      }
      var edited = scalars
      let place = Int.random(in: 0..<edited.count, using: &random)
      if Int.random(in: 0..<2, using: &random) == 0 {
        edited.insert(
          contentsOf: Self.edits[Int.random(in: 0..<Self.edits.count, using: &random)].unicodeScalars, at: place)
      } else {
        edited.removeSubrange(place..<min(edited.count, place + 1 + Int.random(in: 0..<4, using: &random)))
      }
      taken += check(text(scalars), text(edited)) ?? 0
    }
    #expect(taken > 10_000, "hardly anything is taken over")
  }

  private func text(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  @Test func aLetterInALongParagraphLeavesNearlyAll() throws {
    let before = String(repeating: "Ida Brandt of the Vale Institute said that 40 homes burned in May. ", count: 40)
    var now = before
    now.insert("h", at: now.index(now.startIndex, offsetBy: now.count / 2 + 3))
    let taken = try #require(check(before, now))
    #expect(taken > 40 * 14 - 60)
  }

  /// What is written in front of words changes how they are read, or where prose ends.
  @Test(arguments: [
    ("22,24,26,28", "122,24,26,28"), ("we left", "`we left"), ("`we left` now", "we left` now"),
    ("(we left", "[we](x left"), ("1,234 people", "1,2345,234 people"), ("don’t go", "do n’t go"),
    ("Dr. Reid", "Dr. reid"),
  ])
  func besideTheEdit(before: String, now: String) {
    #expect(check(Self.around + before + " " + Self.around, Self.around + now + " " + Self.around) ?? 0 > 60)
  }

  /// What ends a sentence may stand far behind its end, and what counts an item far in front of it.
  @Test(arguments: [
    (
      "It rose. (so the old clerk of the mill at the end of the long road by the river had told them) And fell.",
      "It rose. (so the old clerk of the mill at the end of the long road by the river had told them) and fell."
    ),
    (
      "1) cut costs. \(around)They now 2) hire people.", "7) cut costs. \(around)They now 2) hire people."
    ),
  ])
  func farFromTheEdit(before: String, now: String) {
    _ = check(Self.around + before + " " + Self.around, Self.around + now + " " + Self.around)
  }
}
