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
    var string = String.UnicodeScalarView()
    string.append(contentsOf: scalars)
    try checkCachedEqualsFresh(String(string), isMarkdown, &warm, what)
  }
}
