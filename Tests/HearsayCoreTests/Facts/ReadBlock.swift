import ProseText

@testable import HearsayCore

/// The facts of the one block of a plain text, without the labeller.
///
/// - Parameter before: what was known of the block before an edit, where it is read after one.
func readBlock(_ text: String, before: BlockFacts? = nil) -> BlockFacts {
  let bytes = Array(text.utf8)
  let outline = DraftFormat.plainText.outline(of: bytes)
  var tagger = Tagger()
  var labeller = Labeller(.none)
  return BlockFacts(
    outline.blocks[0], DraftFormat.plainText.content(of: outline.blocks[0], in: bytes, outline), in: bytes,
    numbers: NumberFormat(of: bytes), &tagger, &labeller, before: before.map { SharedFacts($0) }
  ) { TagMemory([]) }
}
