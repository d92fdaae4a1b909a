/// Reads Markdown as a mask over the draft's bytes.
///
/// Blocks and inlines are those of CommonMark 0.31 and GitHub Flavored Markdown. Beyond them it knows what drafts use:
/// front matter, footnotes, Pandoc citations, math, attribute blocks, wiki links, admonitions and template tags.
/// Both passes take time linear in the bytes; containers nest up to `MarkdownBlockReader.deepestNesting`, what is
/// deeper is text.
enum Markdown: MarkupReader {
  static func outline(of bytes: [UInt8]) -> Outline {
    bytes.withUnsafeBufferPointer { buffer in
      var reader = MarkdownBlockReader(bytes, buffer)
      reader.readAll()
      return reader.outline
    }
  }

  static func content(of block: BlockOutline, in bytes: [UInt8], _ outline: Outline) -> BlockContent {
    readSegments(of: block, in: bytes) { buffer in
      var reader = MarkdownInlineReader(
        buffer, linkLabels: outline.linkLabels, footnoteLabels: outline.footnoteLabels)
      return reader.readAll()
    }
  }
}
