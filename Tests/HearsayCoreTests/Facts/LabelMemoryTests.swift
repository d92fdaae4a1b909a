import Foundation
import ProseText
import TestSupport
import Testing

@testable import HearsayCore

/// In a long paragraph that is being written, what the labeller found some way off is kept, and is what it would find anew.
@Suite struct LabelMemoryTests {
  /// Nothing in them hints at a report, so that they part a paragraph into stretches.
  private static let idle = [
    "The lamp by the pier is green.", "Rain fell on both yards in May.", "Some 40 boats lie in the outer dock.",
    "The tide is high at noon there.", "A narrow bridge leads to the old mill.", "Its tower has 3 bells and no clock.",
  ]
  private static let lines = [
    "Mayor Ida Brandt reaffirmed that the quay would reopen in May.",
    "Opposition leader Tomas Reid slammed the budget as “a gift to the ferry lobby”.",
    "Ana Moss said \"we lost 10\" of the boats.", "According to the Dorn Ledger, 12 percent of the eels are gone.",
    "“The river rose all night,” Reid said, “and 300 people fled.”", "The pilot hailed it as a clean start.",
    "Officials reportedly met in the hall, Brandt told the Ledger.",
  ]
  private static let words = [
    "that", "slammed", "said", "Brandt", "whether", "40", "the", "hailed", "“so”", "\"10\"", "a", "she", "reaffirmed",
    "of", "Reid,",
  ]

  /// Types over words letter by letter, and holds each answer against a first reading.
  ///
  /// - Parameter marked: paragraphs of sentences, which are put among those that hint at nothing; in `⟦before→now⟧` one word is typed
  ///   over another.
  private func check(_ marked: [String]...) throws {
    let paragraphs = marked.map { Self.paragraph($0) }
    var text = paragraphs.joined(separator: "\n\n")
    var warm = Analyzer()
    for letter in ["", "x", ""] {
      // Labels are kept from the second letter on.
      try checkCachedEqualsFresh(Self.before(text) + letter, false, &warm, "before")
    }
    while let change = text.firstMatch(of: Self.change) {
      let (old, new) = (change.output.1, change.output.2)
      for count in 1...max(old.count, new.count) {
        let now = text.replacingCharacters(in: change.range, with: new.prefix(count) + old.dropFirst(count))
        try checkCachedEqualsFresh(Self.before(now), false, &warm, "\(new.prefix(count) + old.dropFirst(count))")
      }
      text = text.replacingCharacters(in: change.range, with: new)
    }
  }

  /// Holds the labels themselves, of which attributions are made, against a first reading.
  private func checkLabels(_ marked: String...) throws {
    let text = Self.paragraph(marked)
    let before = Self.facts(Self.before(text))
    let now = Self.facts(text.replacing(Self.change) { $0.output.2 })
    let bytes = now.passage.bytes.array
    let change = try #require(
      BlockChange(from: EarlierBlock(SharedFacts(before), now: bytes, bytes.indices), to: now.passage))
    var warm = Labeller(.embedded)
    warm.keepsLast = true
    var new = Labeller(.embedded)
    _ = Self.labels(before, nil, &warm)
    #expect(Self.labels(now, change, &warm) == Self.labels(now, nil, &new), "\(marked)")
  }

  private static func labels(_ facts: BlockFacts, _ change: BlockChange?, _ labeller: inout Labeller)
    -> [[LabelledSpan]]
  {
    var found: [LabelledStretch]?
    labeller.withModel { model, sums in
      let input = LabellerInput(facts.passage, facts.quotations, facts.quoteAt, facts.attributions)
      found = model.stretches(of: input, most: .max, change, &sums)
    }
    return found?.flatMap { [$0.outer] + $0.nested.map(\.spans) } ?? []
  }

  /// What is known of a paragraph without the labeller.
  private static func facts(_ text: String) -> BlockFacts {
    let bytes = Array(text.utf8)
    let outline = DraftFormat.plainText.outline(of: bytes)
    let content = DraftFormat.plainText.content(of: outline.blocks[0], in: bytes, outline)
    var tagger = Tagger()
    var none = Labeller(.none)
    return BlockFacts(outline.blocks[0], content, in: bytes, numbers: NumberFormat(of: bytes), &tagger, &none) {
      TagMemory([])
    }
  }

  private static var change: Regex<(Substring, Substring, Substring)> { /⟦([^→]*)→([^⟧]*)⟧/ }

  private static func before(_ text: String) -> String { text.replacing(change) { $0.output.1 } }

  private static func paragraph(_ sentences: [String]) -> String {
    var all = idle
    for sentence in sentences { all += [sentence] + idle }
    return all.joined(separator: " ")
  }

  @Test("a word changes in the stretch itself")
  func within() throws {
    try check(["Mayor Ida Brandt reaffirmed ⟦that→why⟧ the quay would reopen in May."])
    try check(["⟦Mayor→Lovely⟧ Ida Brandt reaffirmed that the quay would reopen in May."])
  }

  @Test("a word changes beside it")
  func beside() throws {
    try check(["The lamp is green⟦.→!⟧ Mayor Ida Brandt slammed the quay."])
    try checkLabels("The lamp is green⟦.→!⟧ Mayor Ida Brandt slammed the quay.")
    try checkLabels("According to the Harbour Post, he said “go home now”. ⟦Brandt→And she⟧ left for Dorn.")
    try checkLabels("The bill forbids ‘meddling with the quay for no good cause. ⟦And she→They⟧ left.")
  }

  @Test("a mark elsewhere decides which words are quoted")
  func marksElsewhere() throws {
    try check([
      "A sign ⟦of→\"of⟧ brass hangs there.", Self.idle[1],
      "Opposition leader Tomas Reid slammed the budget as \"a gift of 10\" and left Dorn in May.",
    ])
  }

  @Test("another paragraph of the same form was written in before")
  func otherParagraph() throws {
    try check(
      ["⟦The→Our⟧ quay is dark.", Self.idle[0], "Mayor Ida Brandt reaffirmed that the quay would reopen in May."],
      ["⟦The→Our⟧ quay is dark.", Self.idle[0], "Opposition leader Tomas Reid slammed the budget as too small now."])
  }

  @Test("random words in random places", arguments: [1, 2, 3, 4] as [UInt64])
  func random(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let lines = (0..<6).map { _ in Self.lines.randomElement(using: &random) ?? "" }
    var words = Self.paragraph(lines).split(separator: " ").map { String($0) }
    var warm = Analyzer()
    for _ in 0..<6 {
      let place = Int.random(in: words.indices, using: &random)
      let new = Self.words.randomElement(using: &random) ?? ""
      for count in new.indices {
        words[place] = String(new[...count])
        try checkCachedEqualsFresh(words.joined(separator: " "), false, &warm, "seed \(seed), “\(words[place])”")
      }
    }
  }
}
