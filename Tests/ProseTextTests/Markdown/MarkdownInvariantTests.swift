import ProseText
import TestSupport
import Testing

/// Whatever the bytes: nothing is read out of bounds, and ranges keep their promises.
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
      checkPromises(MaskedDraft(bytes))
    }
  }
}
