/// Reads reStructuredText, as Docutils and Sphinx do, as a mask over the draft's bytes.
///
/// Sections, lists, quotations, line blocks, tables, footnotes, and directives: those whose content is prose are read, all
/// others, known or not, are passed over. Bodies nest up to `RSTBlockReader.deepestNesting`, what is deeper counts as
/// belonging to the body around it.
enum ReStructuredText: MarkupReader {
  static func outline(of bytes: [UInt8]) -> Outline {
    bytes.withUnsafeBufferPointer { buffer in
      var reader = RSTBlockReader(buffer)
      reader.readAll()
      return reader.blocks.outline
    }
  }

  static func content(of block: BlockOutline, in bytes: [UInt8], _ outline: Outline) -> BlockContent {
    readSegments(of: block, in: bytes) { buffer in
      var reader = RSTInlineReader(buffer, outline)
      return reader.readAll()
    }
  }
}
