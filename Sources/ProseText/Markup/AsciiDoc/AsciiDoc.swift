/// Reads AsciiDoc as a mask over the draft's bytes.
///
/// The header, sections, lists, delimited blocks, tables, admonitions, block titles and attributes; inside blocks quotes,
/// macros, cross references, footnotes and citations. Delimited blocks nest up to `AsciiDocBlockReader.deepestNesting`.
enum AsciiDoc: MarkupReader {
  static func outline(of bytes: [UInt8]) -> Outline {
    bytes.withUnsafeBufferPointer { buffer in
      var reader = AsciiDocBlockReader(buffer)
      reader.readAll()
      return reader.blocks.outline
    }
  }

  static func content(of block: BlockOutline, in bytes: [UInt8], _ outline: Outline) -> BlockContent {
    readSegments(of: block, in: bytes) { buffer in
      var reader = AsciiDocInlineReader(buffer)
      return reader.readAll()
    }
  }
}
