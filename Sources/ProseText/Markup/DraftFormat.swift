/// A format in which people draft, and how its markup is read.
///
/// A reader is two functions over the same bytes: `outline` finds the blocks of the whole draft in one linear pass,
/// `content` says what of one block is prose. The second depends on nothing but the block's bytes, its kind, its segments
/// relative to its beginning and the outline's labels, and is kept from edit to edit as long as they stay the same.
/// Neither fails on any bytes.
package enum DraftFormat: String, Sendable, CaseIterable {
  case plainText = "plaintext"
  case markdown

  /// The format that a file name's ending names; plain text where it names none.
  package init(fileName: String) {
    let name = fileName.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let dot = name.lastIndex(of: ".") else {
      self = .plainText
      return
    }
    switch name[name.index(after: dot)...].lowercased() {
    case "md", "markdown": self = .markdown
    default: self = .plainText
    }
  }

  /// The blocks of a draft, in order.
  package func outline(of bytes: [UInt8]) -> Outline {
    switch self {
    case .plainText: PlainText.outline(of: bytes)
    case .markdown: Markdown.outline(of: bytes)
    }
  }

  /// What stands inside one block that `outline` found in the same bytes.
  package func content(of block: BlockOutline, in bytes: [UInt8], _ outline: Outline) -> BlockContent {
    switch self {
    case .plainText: PlainText.content(of: block, in: bytes)
    case .markdown: Markdown.content(of: block, in: bytes, outline)
    }
  }
}
