/// Finds the markup inside one block of LaTeX: one pass, with a stack of the groups in braces that are open.
struct LaTeXInlineReader: InlineReader {
  /// Groups inside each other beyond this are not told apart.
  static let deepestNesting = 1_000

  /// A group in braces; an emphasised or linked one is an inline when it closes.
  private struct Group {
    let kind: InlineKind?
    let start: Int
    let words: Int
    let target: Range<Int>
  }

  let buffer: UnsafeBufferPointer<UInt8>
  private let noteLabels: Set<String>
  var mask: InlineMask
  private var groups: [Group] = []
  private var dollar = ClosingSearch()
  private var parenthesis = ClosingSearch()
  private var display = ClosingSearch()
  private var doubleDollar = ClosingSearch()
  var at = 0

  init(_ buffer: UnsafeBufferPointer<UInt8>, _ outline: Outline) {
    self.buffer = buffer
    noteLabels = outline.footnoteLabels
    mask = InlineMask(count: buffer.count)
  }

  mutating func readMarkup() {
    switch buffer[at] {
    case UInt8(ascii: "\\"): readCommand()
    case UInt8(ascii: "{"): openGroup(nil, from: at)
    case UInt8(ascii: "}"): closeGroup()
    case UInt8(ascii: "$"): readMath()
    case UInt8(ascii: "~"):
      mask.replace(at..<(at + 1), with: "\u{A0}")
      at += 1
    case UInt8(ascii: "-"), UInt8(ascii: "`"), UInt8(ascii: "'"): readLigature()
    case UInt8(ascii: "%"):
      let end = lineEnd(buffer, from: at)
      mask.take(.comment, at..<end)
      at = end
    default: at += 1
    }
  }

  /// Dashes and quotation marks as TeX writes them.
  private mutating func readLigature() {
    let end = runEnd(buffer, at, buffer.count)
    let scalar: Unicode.Scalar? =
      switch (buffer[at], end - at) {
      case (UInt8(ascii: "-"), 2): "–"
      case (UInt8(ascii: "-"), 3): "—"
      case (UInt8(ascii: "`"), 1): "‘"
      case (UInt8(ascii: "`"), 2): "“"
      case (UInt8(ascii: "'"), 2): "”"
      default: nil
      }
    if let scalar { mask.replace(at..<end, with: scalar) }
    at = end
  }

  // MARK: Groups

  private mutating func openGroup(_ kind: InlineKind?, from start: Int, target: Range<Int> = 0..<0) {
    mask.hide(start..<(at + 1))
    at += 1
    guard groups.count < Self.deepestNesting else { return }
    groups.append(Group(kind: kind, start: start, words: at, target: target))
  }

  private mutating func closeGroup() {
    mask.hide(at..<(at + 1))
    at += 1
    guard let group = groups.popLast(), let kind = group.kind else { return }
    mask.wrap(kind, group.start..<at, words: group.words..<(at - 1), target: group.target)
  }

  private mutating func readMath() {
    if at + 1 < buffer.count, buffer[at + 1] == UInt8(ascii: "$") {
      take(
        .math, doubleDollar.next(buffer, from: at + 2, UInt8(ascii: "$"), UInt8(ascii: "$")).map { $0 + 2 }, or: at + 2)
    } else {
      // `\$` inside a formula is a sign.
      let end = dollar.next(buffer, from: at + 1, UInt8(ascii: "$"), isEscapable: true)
      take(.math, end.map { $0 + 1 }, or: at + 1)
    }
  }

  private mutating func take(_ kind: InlineKind, _ end: Int?, or next: Int) {
    if let end { mask.take(kind, at..<end) } else { mask.hide(at..<next) }
    at = end ?? next
  }

  // MARK: Commands

  private mutating func readCommand() {
    let start = at
    let (range, end) = latexCommandName(buffer, at + 1)
    guard let first = range.first else {
      mask.hide(start..<buffer.count)
      at = buffer.count
      return
    }
    guard isASCIILetter(buffer[first]) else { return readMark(first) }
    let name = range.count <= 24 ? String(decoding: buffer[range], as: UTF8.self) : ""
    if let behind = latexVerbatimEnd(buffer, name, end) { return readVerbatim(name, behind, from: end) }
    if LaTeXNames.cites(name) { return readCitation(end) }
    if LaTeXNames.footnotes.contains(name) { return takeArguments(.footnote, end) }
    if LaTeXNames.hidden.contains(name) { return takeArguments(.html, end) }
    if LaTeXNames.code.contains(name) { return takeArguments(.code, end) }
    if LaTeXNames.spaces.contains(name) {
      mask.replace(start..<end, with: " ")
      at = end
      return
    }
    at = end
    skipOptions()
    for _ in 0..<(LaTeXNames.leading[name] ?? 0) { skipGroup() }
    let isGroup = at < buffer.count && buffer[at] == UInt8(ascii: "{")
    if isGroup, LaTeXNames.emphasis.contains(name) { return openGroup(.emphasis, from: start) }
    if isGroup { return openGroup(nil, from: start) }
    // White space behind a command ends its name and is not shown; it still parts words here.
    mask.hide(start..<at)
  }

  /// A command of one mark: `\%` is a percent sign, `\,` a space, `\(` a formula.
  private mutating func readMark(_ mark: Int) {
    switch buffer[mark] {
    case UInt8(ascii: "("):
      take(.math, parenthesis.next(buffer, from: mark + 1, 0x5C, UInt8(ascii: ")")).map { $0 + 2 }, or: mark + 1)
    case UInt8(ascii: "["):
      take(.math, display.next(buffer, from: mark + 1, 0x5C, UInt8(ascii: "]")).map { $0 + 2 }, or: mark + 1)
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"):
      mask.replace(at..<(mark + 1), with: "\u{2009}")
      at = mark + 1
    case UInt8(ascii: " "), UInt8(ascii: "\\"), 0x0A:
      mask.replace(at..<(mark + 1), with: " ")
      at = mark + 1
    case UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: "_"):
      mask.replace(at..<(mark + 1), with: Unicode.Scalar(buffer[mark]))
      at = mark + 1
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "@"):
      mask.hide(at..<(mark + 1))
      at = mark + 1
    case UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "^"), UInt8(ascii: "\""), UInt8(ascii: "="):
      // An accent.
      mask.hide(at..<(mark + 1))
      at = mark + 1
    default:
      mask.hide(at..<mark)
      at = buffer[mark] < 0x80 ? mark + 1 : mark
    }
  }

  private mutating func readVerbatim(_ name: String, _ behind: Int, from end: Int) {
    let start = at
    if name == "href", behind < buffer.count, buffer[behind] == UInt8(ascii: "{") {
      at = behind
      return openGroup(.link, from: start, target: (end + 1)..<(behind - 1))
    }
    let isAddress = name == "url" || name == "href" || name == "nolinkurl"
    mask.take(isAddress ? .address : .code, start..<behind, target: isAddress ? (end + 1)..<(behind - 1) : 0..<0)
    at = behind
  }

  private mutating func skipOptions() {
    while at < buffer.count, buffer[at] == UInt8(ascii: "["), let end = latexGroupEnd(buffer, at, limit: 400) {
      at = end
    }
  }

  private mutating func skipGroup() {
    if at < buffer.count, buffer[at] == UInt8(ascii: "{"), let end = latexGroupEnd(buffer, at, limit: 400) { at = end }
  }

  /// Takes a command with all arguments that follow it; one that does not close runs to the block's end.
  private mutating func takeArguments(_ kind: InlineKind, _ end: Int) {
    let start = at
    at = end
    while at < buffer.count, buffer[at] == UInt8(ascii: "[") || buffer[at] == UInt8(ascii: "{") {
      let isOption = buffer[at] == UInt8(ascii: "[")
      guard let behind = latexGroupEnd(buffer, at, limit: isOption ? 400 : buffer.count) else {
        if !isOption { at = buffer.count }
        break
      }
      at = behind
    }
    mask.take(kind, start..<at)
  }

  /// `\cite[p. 3]{one,two}`: one inline a key.
  private mutating func readCitation(_ end: Int) {
    let start = at
    at = end
    skipOptions()
    guard at < buffer.count, buffer[at] == UInt8(ascii: "{"),
      let behind = latexGroupEnd(buffer, at, limit: 600)
    else { return mask.hide(start..<at) }
    var part = start
    let keys = (at + 1)..<(behind - 1)
    let found = keys.split(whereSeparator: { buffer[$0] == UInt8(ascii: ",") })
    for (index, key) in found.enumerated() {
      let name = trimmed(buffer, key)
      let partEnd = index == found.count - 1 ? behind : key.upperBound + 1
      // Without a list in the draft the keys are those of a file beside it.
      let isResolved = noteLabels.isEmpty || noteLabels.contains(foldedLabel(buffer, name))
      mask.take(.citation, part..<partEnd, target: name, isResolved: isResolved)
      part = partEnd
    }
    mask.hide(start..<behind)
    at = behind
  }
}
