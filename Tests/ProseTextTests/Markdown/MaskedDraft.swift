import ProseText

/// A draft with all that its format's reader finds, as strings.
struct MaskedDraft {
  let bytes: [UInt8]
  let outline: Outline
  let contents: [BlockContent]

  init(_ text: String, _ format: DraftFormat = .markdown) { self.init(Array(text.utf8), format) }

  init(_ bytes: [UInt8], _ format: DraftFormat = .markdown) {
    self.bytes = bytes
    let outline = format.outline(of: bytes)
    self.outline = outline
    contents = outline.blocks.map { format.content(of: $0, in: bytes, outline) }
  }

  /// The prose of each block, markup cut out.
  var prose: [String] {
    zip(outline.blocks, contents).map { block, content in
      content.prose.map { slice($0, in: block) }.joined()
    }
  }

  func slice(_ range: Range<Int>, in block: BlockOutline) -> String {
    let start = block.range.lowerBound
    return String(decoding: bytes[(start + range.lowerBound)..<(start + range.upperBound)], as: UTF8.self)
  }
}
