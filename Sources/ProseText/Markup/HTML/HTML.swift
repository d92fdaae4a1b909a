/// Reads HTML as a mask over the draft's bytes.
///
/// Elements make the blocks, by what they are in the standard: headings, paragraphs, list items, quotations, cells,
/// captions. Scripts, styles, code, formulas and everything in the head are no prose. Broken HTML is read as far as it
/// goes: a tag that never ends is text, an element that never ends lasts to the draft's end.
enum HTML: TwoPassReader {
  typealias Blocks = HTMLBlockReader
  typealias Inlines = HTMLInlineReader
}
