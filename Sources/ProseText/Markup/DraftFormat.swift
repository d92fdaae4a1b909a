/// A format in which people draft, and how its markup is read.
///
/// The raw value is the language id by which editors and `hearsay analyze` name it.
package enum DraftFormat: String, Sendable, CaseIterable {
  case plainText = "plaintext"
  case markdown, html, latex, asciidoc
  case reStructuredText = "restructuredtext"
  case org

  /// The format that a file name's ending names; plain text where it names none.
  package init(fileName: String) {
    let name = fileName.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    self = Self.allCases.first { $0.fileEndings.contains(ending) } ?? .plainText
  }

  /// The format that a language id names, as editors give it; nil where it names none.
  ///
  /// Editors have many names for one format; each is another language to them and the same to a reader.
  package init?(languageID: String) {
    let name = languageID.lowercased()
    guard let format = Self.allCases.first(where: { $0.rawValue == name || $0.otherNames.contains(name) }) else {
      return nil
    }
    self = format
  }

  /// The endings of its files, in lower case; folders are searched for them.
  package var fileEndings: [String] {
    switch self {
    case .plainText: ["txt"]
    case .markdown: ["md", "markdown", "mdx"]
    case .html: ["html", "htm", "xhtml"]
    case .latex: ["tex", "latex"]
    case .asciidoc: ["adoc", "asciidoc"]
    case .reStructuredText: ["rst"]
    case .org: ["org"]
    }
  }

  private var otherNames: [String] {
    switch self {
    case .plainText: ["text"]
    case .markdown:
      [
        "md", "gfm", "ipythongfm", "github-markdown", "markdown.pandoc", "pandoc", "quarto", "qmd", "rmd", "mdx",
        "vimwiki",
      ]
    case .html: ["xhtml", "mhtml", "html-mode", "mhtml-mode"]
    case .latex: ["tex", "plaintex", "context", "latex-mode", "tex-mode"]
    case .asciidoc: ["asciidoctor", "adoc"]
    case .reStructuredText: ["rst"]
    case .org: ["org-mode", "orgmode"]
    }
  }

  /// Words as a comment of this format that stands on lines of its own, without the last line's ending; plain text has
  /// none, there a line of its own says what a comment would.
  package func comment(_ words: String, lineBreak: String) -> String {
    switch self {
    case .plainText: words
    case .markdown, .html: "<!-- \(words) -->"
    case .latex: "% \(words)"
    case .asciidoc: "// \(words)"
    // What follows without a blank line would belong to the comment.
    case .reStructuredText: ".. \(words)\(lineBreak)"
    case .org: "# \(words)"
    }
  }

  private var reader: any MarkupReader.Type {
    switch self {
    case .plainText: PlainText.self
    case .markdown: Markdown.self
    case .html: HTML.self
    case .latex: LaTeX.self
    case .asciidoc: AsciiDoc.self
    case .reStructuredText: ReStructuredText.self
    case .org: Org.self
    }
  }

  /// The blocks of a draft, in order, found in one linear pass.
  package func outline(of bytes: [UInt8]) -> Outline { reader.outline(of: bytes) }

  /// What stands inside one block that `outline` found in the same bytes; see `MarkupReader`.
  package func content(of block: BlockOutline, in bytes: [UInt8], _ outline: Outline) -> BlockContent {
    let content = reader.content(of: block, in: bytes, outline)
    guard block.kind.isProse else { return content }
    return SourceKeyMarks.cut(
      from: content, in: bytes, origin: block.range.lowerBound, readsBrackets: self == .plainText)
  }
}
