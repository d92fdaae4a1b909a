import ProseText
import TestSupport
import Testing

/// Whatever the bytes: tokens and sentences keep their promises.
struct TokenInvariantTests {
  private static let pieces = [
    "The", "word", "don’t", "U.S.", "p.m.", "Inc.", "no.", "J.", "I", "1,234", "5", "1 000", ".", "...", ". . .", "…",
    "!", "?", "\"", "“", "”", "(", ")", "[", "]", "[3]", "-", "—", "'", "’", "’s", "$", "%", "•", "a)", "1.", "é", "中",
    "。", "🙂", "\u{301}", "\u{200B}", "\u{AD}", "http://", "www.", "a@b.c", "/", " ", " ", " ", "\n", "\r\n", "\u{A0}",
  ]

  private func check(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
    let draft = TokenizedText(bytes)
    var end = 0
    for token in draft.tokens {
      #expect(!token.range.isEmpty && token.range.lowerBound >= end, "\(bytes)", sourceLocation: sourceLocation)
      end = token.range.upperBound
    }
    #expect(end <= bytes.count, "\(bytes)", sourceLocation: sourceLocation)
    var next = 0
    for sentence in draft.sentences {
      #expect(
        sentence.tokens.lowerBound == next && !sentence.tokens.isEmpty, "\(bytes)", sourceLocation: sourceLocation)
      next = sentence.tokens.upperBound
      let first = draft.tokens[sentence.tokens.lowerBound].range.lowerBound
      let last = draft.tokens[sentence.tokens.upperBound - 1].range.upperBound
      #expect(sentence.range == first..<last, "\(bytes)", sourceLocation: sourceLocation)
    }
    #expect(next == draft.tokens.count, "\(bytes)", sourceLocation: sourceLocation)
    let elsewhere = TokenizedText(bytes, origin: 7)
    #expect(elsewhere.tokens == draft.tokens, "\(bytes)", sourceLocation: sourceLocation)
    #expect(elsewhere.sentences == draft.sentences, "\(bytes)", sourceLocation: sourceLocation)
  }

  @Test(arguments: 0..<30)
  func randomProse(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let text = (0..<Int.random(in: 0...30, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? ""
      }
      check(Array(text.joined(separator: Bool.random(using: &random) ? " " : "").utf8))
      checkCoverage(text.joined())
    }
  }

  @Test(arguments: 0..<30)
  func randomBytes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let count = Int.random(in: 0...40, using: &random)
      check((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
      let likely: [UInt8] = [0x41, 0x61, 0x2E, 0x20, 0x27, 0x31, 0xC2, 0xA0, 0xE2, 0x80, 0x99, 0x9D, 0xF0, 0x9F]
      check((0..<count).map { _ in likely.randomElement(using: &random) ?? 0 })
    }
  }

  /// Every letter and digit belongs to a token.
  private func checkCoverage(_ text: String) {
    let draft = TokenizedText(text)
    var covered: Set<Int> = []
    for token in draft.tokens { covered.formUnion(token.range) }
    var offset = 0
    for scalar in text.unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        #expect(covered.contains(offset), "\(offset) in \(text.debugDescription)")
      }
      offset += String(scalar).utf8.count
    }
  }

  @Test(arguments: [
    "a", ".", ". ", "a. ", "A.", "“", "[", "[1", "(a ", "! (", "'", "a'", "1,", "1) a ", "• ", "é", "\u{301}", "www.",
    "a@", "no. \n",
  ])
  func timeGrowsWithTheBytes(unit: String) {
    let isLinear = GrowingTimes(from: 6_000).hold { size in
      let bytes = Array(String(repeating: unit, count: size / unit.utf8.count).utf8)
      return processorTime { _ = TokenizedText(bytes) }
    }
    #expect(isLinear)
  }
}
