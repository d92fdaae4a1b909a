import ProseText
import TestSupport
import Testing

/// Whatever the bytes: the blocks of a plain text keep the promises of `BlockOutline`.
struct PlainTextInvariantTests {
  private static let pieces = [
    "- ", "* ", "+ ", "• ", "1. ", "2) ", "3. ", "---", "===", "***", "-", "1.", "•", ":", ".", "Title", "a few words",
    "The longer line of them all", "From: ", "hearsay-ignore HS101", "(", "“", "”", "é", " ", "  ", "\t", "\n", "\n",
    "\n\n", "\r\n", "\r", "\u{FEFF}", "\u{0}", "\u{B}",
  ]

  @Test(arguments: 0..<40)
  func blocksKeepTheirPromises(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<80 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...30, using: &random) {
        bytes += Array((Self.pieces.randomElement(using: &random) ?? "").utf8)
        if Int.random(in: 0..<30, using: &random) == 0 { bytes.append(UInt8.random(in: 0x80...0xFF, using: &random)) }
      }
      check(bytes)
    }
  }

  private func check(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
    let outline = DraftFormat.plainText.outline(of: bytes)
    var end = 0
    for block in outline.blocks {
      #expect(!block.range.isEmpty && block.range.lowerBound >= end, "\(bytes)", sourceLocation: sourceLocation)
      #expect(block.segments.first?.lowerBound == block.range.lowerBound, "\(bytes)", sourceLocation: sourceLocation)
      #expect(block.segments.last?.upperBound == block.range.upperBound, "\(bytes)", sourceLocation: sourceLocation)
      end = block.range.lowerBound
      for segment in block.segments {
        #expect(!segment.isEmpty && segment.lowerBound >= end, "\(bytes)", sourceLocation: sourceLocation)
        end = segment.upperBound
      }
      #expect(end <= bytes.count, "\(bytes)", sourceLocation: sourceLocation)
      #expect((block.kind == .listItem) == (block.container != nil), "\(bytes)", sourceLocation: sourceLocation)
      let content = DraftFormat.plainText.content(of: block, in: bytes, outline)
      #expect(content.prose.map(\.count) == block.segments.map(\.count), "\(bytes)", sourceLocation: sourceLocation)
    }
    checkCoverage(bytes, outline.blocks)
  }

  /// Every letter stands in a block: only markers and rules are left out, which have none.
  private func checkCoverage(_ bytes: [UInt8], _ blocks: [BlockOutline]) {
    var covered: Set<Int> = []
    for block in blocks { for segment in block.segments { covered.formUnion(segment) } }
    for (at, byte) in bytes.enumerated() where (byte | 0x20) &- 0x61 < 26 {
      #expect(covered.contains(at), "\(at) in \(bytes)")
    }
  }
}
