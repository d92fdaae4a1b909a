import HearsayCore
import ProseText
import TestSupport
import Testing

/// What is kept from edit to edit never changes an answer.
@Suite struct CachedEqualsFreshTests {
  private static let markdown = """
    ---
    date: 2024-05-15
    ---

    # 640 homes under water

    The Ministry of Tides said 640 homes were flooded. Its bulletin put the loss at $4.5 million.

    <!-- hearsay-ignore HS101: the county's own count -->

    - Some 90 barns burned.
    - It is believed that two men drowned.

    “Did we lose?” Ana Reid asked. According to the Dorn Ledger, citing [a study](https://example.org/a), 40% left.[^1]

    > The report said dozens had fled.

    [^1]: Own accounts.
    """

  private static let plain = """
    A night in Dorn

    PORT CALDER, May 15, 2024 (Northwire) — Experts say the river rose 3 metres yesterday. “We lost the mill, Reid said.

    The union fears a split. The paper claims 20–30 barges sank, its reporter told police.

    Reid: Rain fell.

    Moss: How long?

    Reid: All night, reportedly.
    """

  private static let fragments = [
    "", " ", "\n", "\n\n", ".", ",", "“", "”", "’", "\"", "[", "](", "- ", "> ", "# ", "640 ", "%", "–", "é🙂", "\r\n",
    "the Dorn Ledger", " said ", "according to ", "reportedly ", "Reid", "It is believed that ",
    "hearsay-ignore HS101: x\n",
    "<!-- ", " -->", "```\n", "[^1]: ", "The report said 40 homes were flooded.\n\n", "since May ", "$",
  ]

  private static let letters = Array("abcdefghijklmnopqrstuvwxyz".unicodeScalars)

  @Test("random edits", arguments: [(markdown, true, 1), (markdown, true, 2), (plain, false, 3), (plain, false, 4)])
  func randomEdits(_ draft: String, _ isMarkdown: Bool, _ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var warm = Analyzer()
    var text = draft.unicodeScalars.map { $0 }
    var history: [[Unicode.Scalar]] = []
    for step in 0..<60 {
      history.append(text)
      edit(&text, &random, history)
      try check(text, isMarkdown, &warm, "seed \(seed), edit \(step)")
    }
  }

  @Test("a copy goes on by itself")
  func copies() throws {
    var first = Analyzer()
    try check(Array(Self.plain.unicodeScalars), false, &first, "first")
    var second = first
    try check(Array(Self.markdown.unicodeScalars), true, &second, "copy")
    try check(Array(Self.plain.unicodeScalars), false, &first, "original")
  }

  @Test("a label defined elsewhere in the draft counts, though the paragraph stays the same")
  func labels() throws {
    let text = "Some 40% left, as [noted][vale].\n\n"
    let label = "[vale]: https://example.org/a\n"
    var warm = Analyzer()
    for draft in [text, text + label, text, text + label] {
      try check(Array(draft.unicodeScalars), true, &warm, "the label comes and goes")
    }
    let statuses = try [text, text + label].map {
      try analysis($0, isMarkdown: true).figures.map(\.support.status)
    }
    #expect(statuses == [[.none], [.cited]])
  }

  @Test("a bracket that opens a paragraph decides about those far behind it", arguments: [true, false])
  func openingBracket(_ isMarkdown: Bool) throws {
    let text = """
      Fog came in the night and in the day, she said. It rained on the yard, Ida Brandt says. We left the mill at noon and went \
      home. Fog lay on the yard all day and all night. The crews sang by the river. Some 640 homes burned in May. [2] Some 90 \
      barns sank.
      """
    var warm = Analyzer()
    var lengths: [[Int]] = []
    for draft in [text, "[" + text, text, "Q" + text, "[Q" + text, "Q" + text] {
      let analysis = try checkCachedEqualsFresh(draft, isMarkdown, &warm, "“\(draft.prefix(4))”")
      lengths.append(analysis.sentences.suffix(2).map(\.count))
    }
    #expect(lengths[0] != lengths[1])
  }

  @Test("paragraphs that introduce the next talk come, go and change between turns")
  func introductions() throws {
    let turns = [
      "EW: Why do they sink?", "Ida Marsh: Some 850 barges leaked, and I saw them.", "Rain fell on 640 homes for days.",
      "With the Ledger, Tom Reid discussed the 300 leaks.", "EW: Since when?", "Tom Reid: I lost 75 barges in May.",
      "The Ledger interviewed Ana Moss about 900 gulls.", "EW: Who counted?", "Ana Moss: I did.",
    ]
    let others = [
      "Rain fell on 90 mills.", "EW: And then?", "Tom Reid told the Calder Ledger that 40 left.", "I saw 12 more.",
    ]
    for seed in UInt64(1)...6 {
      var random = SeededGenerator(seed: seed)
      var warm = Analyzer()
      var blocks = turns
      for step in 0..<30 {
        let place = Int.random(in: 0...blocks.count, using: &random)
        let end = min(blocks.count, place + Int.random(in: 0...1, using: &random))
        let fresh =
          Int.random(in: 0...2, using: &random) == 0 ? [] : [(turns + others).randomElement(using: &random) ?? ""]
        blocks.replaceSubrange(place..<end, with: fresh)
        try check(Array(blocks.joined(separator: "\n\n").unicodeScalars), false, &warm, "seed \(seed), edit \(step)")
      }
    }
  }

  @Test("an analysis that was stopped leaves nothing behind")
  func stopped() throws {
    var warm = Analyzer()
    for limit in 0..<8 {
      var blocks = 0
      let analysis = warm.analyze(SourceText(Self.markdown), format: .markdown) {
        blocks += 1
        return blocks > limit
      }
      #expect(analysis == nil)
      try check(Array(Self.plain.unicodeScalars), false, &warm, "stopped after \(limit) blocks")
    }
  }

  @Test("readings that are broken off one behind the other leave nothing behind", arguments: [1, 2, 3, 4] as [UInt64])
  func brokenOff(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var warm = Analyzer()
    var text = Array(Self.markdown.unicodeScalars)
    try check(text, true, &warm, "first")
    for step in 0..<40 {
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        // Another text of the same length, so that its blocks stand where those of the draft do.
        let broken = text.map { Self.digits.contains($0) && Bool.random(using: &random) ? "7" : $0 }
        var left = Int.random(in: 0...6, using: &random) / 2
        _ = warm.analyze(SourceText(Self.string(broken)), format: .markdown) {
          left -= 1
          return left < 0
        }
      }
      text.append(contentsOf: step % 8 == 7 ? Array("\n\nSome 40 homes burned.".unicodeScalars) : ["x"])
      try check(text, true, &warm, "seed \(seed), step \(step)")
    }
  }

  private static let digits = Array("0123456789".unicodeScalars)

  /// Inserts a fragment, deletes, repeats or replaces some scalars, or takes an edit back.
  private func edit(
    _ text: inout [Unicode.Scalar], _ random: inout SeededGenerator, _ history: [[Unicode.Scalar]]
  ) {
    let place = Int.random(in: 0...text.count, using: &random)
    let end = min(text.count, place + Int.random(in: 0...12, using: &random))
    switch Int.random(in: 0..<11, using: &random) {
    case 0..<5:
      let fragment = Self.fragments[Int.random(in: 0..<Self.fragments.count, using: &random)]
      text.insert(contentsOf: fragment.unicodeScalars, at: place)
    case 5..<8: text.removeSubrange(place..<end)
    case 8: text.insert(contentsOf: Array(text[place..<end]), at: Int.random(in: 0...text.count, using: &random))
    case 9 where place < text.count: text[place] = Self.letters[Int.random(in: 0..<26, using: &random)]
    default: text = history[Int.random(in: 0..<history.count, using: &random)]
    }
  }

  private func check(
    _ scalars: [Unicode.Scalar], _ isMarkdown: Bool, _ warm: inout Analyzer, _ what: Comment
  ) throws {
    try checkCachedEqualsFresh(Self.string(scalars), isMarkdown, &warm, what)
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    var string = String.UnicodeScalarView()
    string.append(contentsOf: scalars)
    return String(string)
  }
}
