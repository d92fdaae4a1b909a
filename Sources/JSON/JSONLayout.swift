/// How JSON is spaced.
package struct JSONLayout: Sendable, Hashable {
  /// Where elements and members stand on lines of their own.
  package struct Lines: Sendable, Hashable {
    /// The white space of one level.
    package var indentation: [UInt8]
    /// The white space before every line after the first.
    package var margin: [UInt8] = []
    package var lineBreak = "\n"
  }

  /// Nil for everything on one line.
  package var lines: Lines?
  /// Whether a space follows `:`, and `,` on one line.
  package var spacesAfterPunctuation: Bool

  /// No white space at all, as on the wire.
  package static let compact = JSONLayout(lines: nil, spacesAfterPunctuation: false)
  /// One line with a space after `:` and `,`.
  package static let oneLine = JSONLayout(lines: nil, spacesAfterPunctuation: true)
  /// One line an element, two spaces a level.
  package static let pretty = JSONLayout(
    lines: Lines(indentation: [0x20, 0x20]), spacesAfterPunctuation: true)
}
