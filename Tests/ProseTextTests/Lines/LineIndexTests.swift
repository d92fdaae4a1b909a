import ProseText
import TestSupport
import Testing

struct LineIndexTests {
  private func check(_ text: String, _ starts: [Int], sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(LineIndex(Array(text.utf8)).starts == starts, sourceLocation: sourceLocation)
  }

  @Test func everyEndingEndsALine() {
    check("", [0])
    check("one", [0])
    check("one\ntwo", [0, 4])
    check("one\rtwo", [0, 4])
    check("one\r\ntwo", [0, 5])
    check("\n\r", [0, 1, 2])
    check("\r\r\n\n", [0, 1, 3, 4])
    check("é\u{2028}x\n", [0, 7])
  }

  @Test func theLineOfAnOffset() {
    let index = LineIndex(Array("a\r\nb\n".utf8))
    #expect([-1, 0, 1, 2, 3, 4, 5, 99].map(index.line) == [0, 0, 0, 0, 1, 1, 2, 2])
    #expect(index.count == 3)
  }

  /// Edits that join and part line endings and scalars leave the index that a fresh scan would make.
  @Test(arguments: 0..<60)
  func anEditedIndexIsAFreshOne(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var text = SourceText(randomBytes(40, &random))
    for _ in 0..<60 {
      let bounds = [Int.random(in: 0...text.count, using: &random), Int.random(in: 0...text.count, using: &random)]
      let isInsertion = Bool.random(using: &random)
      let range = isInsertion ? bounds[0]..<bounds[0] : min(bounds[0], bounds[1])..<max(bounds[0], bounds[1])
      var expected = text.bytes
      let replacement = randomBytes(Int.random(in: 0...4, using: &random), &random)
      expected.replaceSubrange(range, with: replacement)
      text.replace(range, with: replacement)
      #expect(text.bytes == expected)
      #expect(text.lines == LineIndex(expected), "\(range) of \(expected)")
      if text.count > 400 { text = SourceText(randomBytes(40, &random)) }
    }
  }

  @Test func aRangeOutsideTheTextIsClamped() {
    var text = SourceText("ab")
    text.replace(1..<99, with: Array("\n".utf8))
    #expect(text == SourceText("a\n"))
    #expect(text.string(0..<99) == "a\n")
  }

  private func randomBytes(_ count: Int, _ random: inout SeededGenerator) -> [UInt8] {
    let pieces: [[UInt8]] = [
      [0x61], [0x0D], [0x0A], [0x0D, 0x0A], [0xC3, 0xA9], [0xC3], [0xF0, 0x9F, 0x99, 0x82], [0x9F],
    ]
    return (0..<count).flatMap { _ in pieces.randomElement(using: &random) ?? [] }
  }
}
