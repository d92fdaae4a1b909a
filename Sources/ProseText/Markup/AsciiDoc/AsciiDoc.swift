/// Reads AsciiDoc as a mask over the draft's bytes.
///
/// The header, sections, lists, delimited blocks, tables, admonitions, block titles and attributes; inside blocks quotes,
/// macros, cross references, footnotes and citations. Delimited blocks nest up to `AsciiDocBlockReader.deepestNesting`.
enum AsciiDoc: TwoPassReader {
  typealias Blocks = AsciiDocBlockReader
  typealias Inlines = AsciiDocInlineReader
}
