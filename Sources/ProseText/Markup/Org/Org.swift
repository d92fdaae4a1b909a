/// Reads Org, the format of Emacs' Org mode, as a mask over the draft's bytes.
///
/// Headlines, lists, tables, blocks, drawers, keywords, footnotes; inside blocks emphasis, links, footnotes, citations,
/// macros and formulas.
enum Org: MarkupReader {
  static func outline(of bytes: [UInt8]) -> Outline {
    bytes.withUnsafeBufferPointer { buffer in
      var reader = OrgBlockReader(buffer)
      reader.readAll()
      return reader.blocks.outline
    }
  }

  static func content(of block: BlockOutline, in bytes: [UInt8], _ outline: Outline) -> BlockContent {
    readSegments(of: block, in: bytes) { buffer in
      var reader = OrgInlineReader(buffer, outline)
      return reader.readAll()
    }
  }
}
