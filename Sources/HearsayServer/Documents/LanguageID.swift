import ProseText

extension DraftFormat {
  /// The languages that are Markdown under the names that editors give them.
  private static let markdownNames: Set<String> = [
    "markdown", "md", "gfm", "ipythongfm", "github-markdown", "markdown.pandoc", "pandoc", "quarto", "qmd", "rmd",
    "mdx",
    "vimwiki",
  ]

  /// The format of a document that a client opens.
  ///
  /// Clients send what they please as language: a name that is not one of Markdown's says nothing, and the ending of the
  /// file decides; plain text where that is unknown too.
  init(languageID: String, uri: String) {
    let name = languageID.lowercased()
    if Self.markdownNames.contains(name) {
      self = .markdown
    } else if let named = DraftFormat(rawValue: name), named != .plainText {
      self = named
    } else {
      self.init(fileName: String(uri.prefix { $0 != "?" && $0 != "#" }))
    }
  }
}
