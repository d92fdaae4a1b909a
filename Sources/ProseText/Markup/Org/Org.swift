/// Reads Org, the format of Emacs' Org mode, as a mask over the draft's bytes.
///
/// Headlines, lists, tables, blocks, drawers, keywords, footnotes; inside blocks emphasis, links, footnotes, citations,
/// macros and formulas.
enum Org: TwoPassReader {
  typealias Blocks = OrgBlockReader
  typealias Inlines = OrgInlineReader
}
