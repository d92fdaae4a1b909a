import HearsayCore
import JSON
import LanguageServerProtocol
import ProseText
import Testing

@testable import HearsayServer

/// Nothing that a draft holds may become active in a hover.
struct EscapingTests {
  static let hostile = [
    "**bold** _em_ ~~gone~~ `code`", "[click](command:workbench.action.terminal.new)", "[a]: http://x.example",
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<https://x.example>", "https://x.example/a_b",
    "www.x.example", "www.x.example!", "ida@x.example", "mailto:ida@x.example", "![x](http://x.example/p.png)",
    "&lt;b&gt; &amp; &#60;", "| a | b |\n|---|---|", "a\\[b](c)", "\\\\`x`", "[^1] and [@key]", "$x$ $$y$$", "{{ x }}",
    "# head", "- item\n- item", "---", "a\u{202E}b\u{0000}c\u{2028}d", "command:do.it", "ftp://x.example", "***",
    "`", "``` ```", "[[wiki]]", "==mark==", ":smile:", "^up^", "http&#58;//x.example",
  ]

  /// What a Markdown reader finds in the paragraphs that hold the words.
  private func active(_ page: String) -> [InlineKind] {
    let bytes = Array(page.utf8)
    let outline = DraftFormat.markdown.outline(of: bytes)
    #expect(outline.blocks.allSatisfy { [.paragraph, .heading, .listItem].contains($0.kind) }, "\(page)")
    return outline.blocks.flatMap { DraftFormat.markdown.content(of: $0, in: bytes, outline).inlines.map(\.kind) }
  }

  @Test(arguments: hostile)
  func wordsStayWords(words: String) {
    #expect(active("“\(HoverMarkup.markdown.text(words))”").isEmpty)
    #expect(active("- ← \(HoverMarkup.markdown.text(words)) (person)").isEmpty)
    let bold = HoverMarkup.markdown.bold(words)
    #expect(active("x " + bold).allSatisfy { $0 == .emphasis } && active("x " + bold).count <= 1)
    #expect(active(HoverMarkup.markdown.link(words, to: "https://x.example/")) == [.link])
  }

  @Test(arguments: hostile)
  func unescapedTheWordsAreTheSame(words: String) {
    let shown = shownOnOneLine(words)
    var unescaped = ""
    var isEscaped = false
    for character in escapedMarkdown(shown).unicodeScalars {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        unescaped.unicodeScalars.append(character)
        isEscaped = false
      }
    }
    #expect(unescaped == shown)
  }

  @Test func controlsDoNotReachTheScreen() {
    #expect(shownOnOneLine("a\r\nb\u{202E}c\u{1B}[31m\u{0}") == "a  b\u{FFFD}c [31m ")
    #expect(shownOnOneLine(String(repeating: "x", count: 1000), limit: 5) == "xxxxx…")
  }

  @Test(arguments: ["10:30", "the county said: no", "€4.5 million, 80-year-old (late)", "U.S. www"])
  func plainPunctuationStaysLegible(words: String) {
    #expect(escapedMarkdown(words) == words)
  }

  /// Whole drafts whose names, figures and quotations are hostile: only our own links are in the hover.
  @Test(arguments: hostile)
  func hoversOfHostileDraftsAreHarmless(words: String) throws {
    let draft = "Ida \(words) Brandt of \(words) said 640 \(words) people left. “\(words) we win,” said \(words).\n"
    for format in DraftFormat.allCases {
      let analysis = try freshAnalysis(draft, format)
      let draft = AnalysedDraft(
        uri: TestClient.uri, version: 1, revision: 1, analysis: analysis, ledger: nil, client: ClientProfile())
      var client = ClientProfile()
      client.readsMarkdownHovers = true
      for offset in stride(from: 0, through: analysis.text.count, by: 3) {
        let position = analysis.text.position(of: offset, in: .utf16)
        let params = try LSP.HoverParams(
          decoding: TestClient.at(position.line, position.character))
        guard let hover = draft.hover(params, for: client) else { continue }
        let links = active(hover.contents.value).filter { $0 != .emphasis }
        let rules = Set(analysis.findings.map(\.rule))
        #expect(links.allSatisfy { $0 == .link } && links.count <= rules.count, "\(hover.contents.value)")
      }
    }
  }
}
