/// Reads reStructuredText, as Docutils and Sphinx do, as a mask over the draft's bytes.
///
/// Sections, lists, quotations, line blocks, tables, footnotes, and directives: those whose content is prose are read, all
/// others, known or not, are passed over. Bodies nest up to `RSTBlockReader.deepestNesting`, what is deeper counts as
/// belonging to the body around it.
enum ReStructuredText: TwoPassReader {
  typealias Blocks = RSTBlockReader
  typealias Inlines = RSTInlineReader
}
