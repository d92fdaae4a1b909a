/// Reads LaTeX as a mask over the draft's bytes.
///
/// The preamble is no prose but for title and date. Environments make the blocks: lists, quotations, tables, captions,
/// bibliographies; code and formulas are passed over. Commands are read by what their arguments are: words, or names and
/// numbers for the machine; the words of a command that is not known are read. Environments nest up to
/// `LaTeXBlockReader.deepestNesting`.
enum LaTeX: TwoPassReader {
  typealias Blocks = LaTeXBlockReader
  typealias Inlines = LaTeXInlineReader
}

/// What commands and environments are to a reader of prose, by name, a star at the end left out.
enum LaTeXNames {
  /// Sections with their levels.
  static let sections: [String: Int] = [
    "part": 1, "chapter": 1, "section": 2, "subsection": 3, "subsubsection": 4, "paragraph": 5, "subparagraph": 6,
    "frametitle": 2, "title": 1,
  ]
  static let verbatim: Set<String> = [
    "verbatim", "Verbatim", "lstlisting", "minted", "alltt", "tikzpicture", "pgfpicture", "filecontents", "algorithm",
    "algorithmic", "picture",
  ]
  static let math: Set<String> = [
    "equation", "align", "gather", "multline", "eqnarray", "displaymath", "math", "flalign", "alignat", "IEEEeqnarray",
    "dmath", "array", "matrix",
  ]
  static let quotes: Set<String> = ["quote", "quotation", "verse", "displayquote", "displaycquote", "epigraph"]
  static let lists: Set<String> = ["itemize", "enumerate", "description", "compactitem", "inparaenum"]
  static let tables: Set<String> = ["tabular", "tabularx", "tabulary", "longtable", "tabu", "array", "supertabular"]
  /// Environments whose arguments in braces are no prose.
  static let measured: Set<String> = tables.union([
    "minipage", "multicols", "thebibliography", "wrapfigure", "adjustbox",
  ])

  /// Commands that cite: their arguments are keys.
  static func cites(_ name: String) -> Bool {
    let folded = name.lowercased()
    return folded.contains("cite") && folded != "nocite" && !folded.contains("citestyle")
  }

  /// Commands whose arguments are no prose.
  static let hidden: Set<String> = [
    "label", "ref", "eqref", "pageref", "autoref", "cref", "Cref", "nameref", "vref", "includegraphics", "input",
    "include", "bibliography", "bibliographystyle", "addbibresource", "printbibliography", "vspace", "hspace",
    "usepackage", "documentclass", "newcommand", "renewcommand", "providecommand", "setlength", "setcounter",
    "addtocounter", "pagestyle", "thispagestyle", "graphicspath", "hypersetup", "color", "index",
    "glsadd", "nocite", "phantom", "hphantom", "vphantom", "rule", "cline", "cmidrule", "hyphenation", "todo",
    "lstinputlisting", "inputminted", "geometry", "definecolor", "fontsize", "selectlanguage", "si", "unit",
    "addcontentsline", "pdfbookmark", "thanks", "newtheorem", "theoremstyle", "def", "let",
  ]
  /// Commands of which the first argument, or the first two, are no prose.
  static let leading: [String: Int] = [
    "textcolor": 1, "colorbox": 1, "multicolumn": 2, "multirow": 2, "foreignlanguage": 1,
  ]
  static let footnotes: Set<String> = ["footnote", "footnotetext", "sidenote", "endnote", "marginpar", "footnotemark"]
  static let emphasis: Set<String> = [
    "emph", "textbf", "textit", "textsl", "textsc", "underline", "uline", "textsf", "textrm", "textmd", "textup",
  ]
  static let code: Set<String> = ["texttt", "code", "mintinline", "path", "nolinkurl"]
  /// Commands that stand for white space.
  static let spaces: Set<String> = ["quad", "qquad", "newline", "linebreak", "hfill", "space", "enspace", "thinspace"]
}

/// The name of a command behind its backslash, a star left out; a command of one mark has that mark as its name.
func latexCommandName(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int) -> (name: Range<Int>, end: Int) {
  var end = start
  while end < buffer.count, isASCIILetter(buffer[end]) { end += 1 }
  if end == start { return (start..<min(start + 1, buffer.count), min(start + 1, buffer.count)) }
  let name = start..<end
  if end < buffer.count, buffer[end] == UInt8(ascii: "*") { end += 1 }
  return (name, end)
}

/// Behind the group that opens at `start` with a brace or bracket and closes within `limit` bytes.
func latexGroupEnd(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, limit: Int) -> Int? {
  let open = buffer[start]
  let close = open == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]")
  var depth = 0
  var at = start
  let end = min(buffer.count, start + limit)
  while at < end {
    switch buffer[at] {
    case UInt8(ascii: "\\"): at += 1
    case open: depth += 1
    case close:
      depth -= 1
      if depth == 0 { return at + 1 }
    default: break
    }
    at += 1
  }
  return nil
}

/// Behind a command that shows code as it stands, `\verb|…|` or `\url{…}`, of which `end` is behind the name.
func latexVerbatimEnd(_ buffer: UnsafeBufferPointer<UInt8>, _ name: String, _ end: Int) -> Int? {
  guard end < buffer.count else { return nil }
  let limit = min(buffer.count, end + 1_000)
  if name == "verb" || name == "lstinline" && buffer[end] != UInt8(ascii: "{") {
    guard buffer[end] > 0x20, !isWordByte(buffer[end]) else { return nil }
    return buffer[(end + 1)..<limit].firstIndex { $0 == buffer[end] || $0 == 0x0A }.map { $0 + 1 }
  }
  guard name == "url" || name == "href" || name == "path" || name == "nolinkurl" || name == "lstinline",
    buffer[end] == UInt8(ascii: "{")
  else { return nil }
  return buffer[(end + 1)..<limit].firstIndex { $0 == UInt8(ascii: "}") || $0 == 0x0A }.map { $0 + 1 }
}
