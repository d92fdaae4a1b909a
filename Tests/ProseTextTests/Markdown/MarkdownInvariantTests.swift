import ProseText
import Testing

/// Whatever the bytes: nothing is read out of bounds, ranges keep their promises, and time grows with the bytes.
struct MarkdownInvariantTests {
  /// Pieces of markup, words and line endings, from which drafts are thrown together.
  private static let pieces = [
    "[", "]", "(", ")", "![", "](", "[^", "]:", "[[", "]]", "[@k", "<", ">", "</", "<!--", "-->", "<a b=\"", "<div>",
    "*", "**", "_", "__", "~", "~~", "`", "```", "~~~", "$", "$$", "{", "}", "{{", "}}", "{%", "%}", "{#i .c}", "|",
    "|-|", "---", "===", "+++", "- ", "* ", "+ ", "1. ", "2) ", "- [ ] ", "> ", ">", "#", "## ", "!!! note", ":::",
    "> [!TIP]", "\\", "&", "&amp;", "&#5;", "http://", "www.", "a@b.c", "@", ":", "w", "\"", "'", "a", "Bc", "5", "é",
    "“", "🙂", " ", "  ", "    ", "\t", "\n", "\n", "\n\n", "\r\n", "\r", "\u{FEFF}", "\u{0}", "$5 ",
  ]
  private static let rawBytes: [UInt8] = [0x80, 0xC3, 0xE2, 0xFF, 0xF0, 0x9F]

  @Test(arguments: 0..<40)
  func rangesKeepTheirPromises(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<150 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        if Int.random(in: 0..<40, using: &random) == 0, let byte = Self.rawBytes.randomElement(using: &random) {
          bytes.append(byte)
        } else if let piece = Self.pieces.randomElement(using: &random) {
          bytes.append(contentsOf: piece.utf8)
        }
      }
      check(bytes)
    }
  }

  private func check(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
    let draft = MaskedDraft(bytes)
    let text = "\(bytes)"
    var end = 0
    for (block, content) in zip(draft.outline.blocks, draft.contents) {
      #expect(!block.range.isEmpty && block.range.lowerBound >= end, "\(text)", sourceLocation: sourceLocation)
      end = block.range.upperBound
      #expect(end <= bytes.count, "\(text)", sourceLocation: sourceLocation)
      #expect(areSorted(block.segments, in: block.range), "\(text)", sourceLocation: sourceLocation)
      #expect(block.segments.first?.lowerBound == block.range.lowerBound, "\(text)", sourceLocation: sourceLocation)
      #expect(block.segments.last?.upperBound == block.range.upperBound, "\(text)", sourceLocation: sourceLocation)
      let whole = 0..<block.range.count
      #expect(areSorted(content.prose, in: whole), "\(text)", sourceLocation: sourceLocation)
      for range in content.prose {
        let place = (range.lowerBound + block.range.lowerBound)..<(range.upperBound + block.range.lowerBound)
        #expect(
          block.segments.contains { $0.overlaps(place) }, "\(text)", sourceLocation: sourceLocation)
      }
      for inline in content.inlines {
        #expect(!inline.range.isEmpty && inline.range.clamped(to: whole) == inline.range, "\(text)")
        #expect(inline.target.isEmpty || inline.target.clamped(to: inline.range) == inline.target, "\(text)")
      }
      for (first, second) in zip(content.inlines, content.inlines.dropFirst()) {
        #expect(first.range.lowerBound <= second.range.lowerBound, "\(text)")
        #expect(
          first.range.upperBound <= second.range.lowerBound || second.range.upperBound <= first.range.upperBound,
          "\(text)", sourceLocation: sourceLocation)
      }
    }
  }

  private func areSorted(_ ranges: [Range<Int>], in whole: Range<Int>) -> Bool {
    var end = whole.lowerBound
    for range in ranges {
      guard !range.isEmpty, range.lowerBound >= end, range.upperBound <= whole.upperBound else { return false }
      end = range.upperBound
    }
    return true
  }

  /// Eight times the bytes must not take forty times as long: a quadratic reader takes sixty-four times.
  @Test(arguments: [
    "[", "![", "*", "_a", "**a ", "*a _b ", "`", "``` ", "a`b``", "<", "<a ", "<!--", "<a b=\"", "{", "{{", "{%", "$",
    "$a", "|", "a|", "> ", ">", "- ", "1. ", "&", "\\", "[a](", "[a](<", "[a](b \"", "[^", "[[", "[@a;", "http://a_",
    "www.a_b_", "a@", "~~a", "~a ", "]", "[a]", "[a][", "*a* ", "a\n===\n", "[a]: b\n", "[a]: b \"\n", "<!-- \n",
    "$$\n", "$$a\n\n", "|a|\n|-|\n", "- \n", " ", "\n", "\n\n\t", "<!-- a -->\n\nB c\n\n", "{% a %}\n", "[*_`<$",
    "((", "<div>\n", "```\n", "<?a", "<![CDATA[", "<!A ", "[a](((", "[a]([a](", "*[a](b)", "- a\n", "> a\n> ",
    "(www.a_b",
  ])
  func timeGrowsWithTheBytes(unit: String) {
    func seconds(_ size: Int) -> Duration {
      let bytes = Array(String(repeating: unit, count: size / unit.utf8.count).utf8)
      return (0..<2).map { _ in ContinuousClock().measure { _ = MaskedDraft(bytes) } }.min() ?? .zero
    }
    // Other work on the machine can spoil one measurement, hardly four.
    let isLinear = (0..<4).contains { _ in seconds(48_000) < max(seconds(6_000), .microseconds(300)) * 40 }
    #expect(isLinear)
  }
}

/// A small generator whose numbers are the same on every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
