/// Finds the blocks of an AsciiDoc draft line by line.
struct AsciiDocBlockReader: LineReader {
  /// Delimited blocks inside each other beyond this are not told apart.
  static let deepestNesting = 64

  /// A delimited block that holds others.
  struct Frame {
    let mark: UInt8
    let length: Int
    let kind: BlockKind
    let number: Int
  }

  /// What the attribute line above a block makes of it.
  enum Style { case none, quote, code, math, reference }

  let buffer: UnsafeBufferPointer<UInt8>
  var lines: DraftLines
  var blocks: BlockCollector
  var frames: [Frame] = []
  var style = Style.none
  /// Whether the section is the bibliography.
  private var isBibliography = false
  /// The number of the open list; nil outside one.
  var list: Int?
  private var listKind = BlockKind.listItem

  init(_ buffer: UnsafeBufferPointer<UInt8>) {
    self.buffer = buffer
    lines = DraftLines(buffer)
    blocks = BlockCollector(buffer)
  }

  mutating func readAll() {
    readHeader()
    readLines()
  }

  mutating func finish() { blocks.close() }

  // MARK: Header

  /// The title, then authors, revision and attributes up to a blank line.
  private mutating func readHeader() {
    while let line = lines.peek(), line.isBlank || isComment(line.content) || isAttribute(line.content) {
      _ = lines.read()
      if !line.isBlank { readMeta(line.content) }
    }
    guard let title = lines.peek(), matches(buffer, title.range, "= "), title.content.count > 2 else { return }
    _ = lines.read()
    blocks.append(.heading, [trimmed(buffer, (title.range.lowerBound + 2)..<title.range.upperBound)], level: 1)
    while let line = lines.peek(), !line.isBlank {
      _ = lines.read()
      readMeta(line.content)
    }
  }

  private mutating func readMeta(_ content: Range<Int>) {
    if isComment(content) {
      blocks.append(.comment, [content])
    } else {
      // From the name on, so that it reads like other front matter.
      let isSetting = buffer[content.lowerBound] == UInt8(ascii: ":")
      blocks.append(.frontMatter, [(content.lowerBound + (isSetting ? 1 : 0))..<content.upperBound])
    }
  }

  private func isAttribute(_ content: Range<Int>) -> Bool {
    guard buffer[content.lowerBound] == UInt8(ascii: ":"), content.count > 2 else { return false }
    var at = content.lowerBound + 1
    while at < content.upperBound, isWordByte(buffer[at]) || "-_!".utf8.contains(buffer[at]) { at += 1 }
    return at > content.lowerBound + 1 && at < content.upperBound && buffer[at] == UInt8(ascii: ":")
      && (at + 1 == content.upperBound || isBlank(buffer[at + 1]))
  }

  private func isComment(_ content: Range<Int>) -> Bool {
    matches(buffer, content, "//") && !matches(buffer, content, "///")
  }

  // MARK: Lines

  mutating func read(_ line: DraftLine) {
    guard !line.isBlank else { return blocks.close() }
    let content = line.content
    if isComment(content), !matches(buffer, content, "////") {
      if !blocks.isOpen { blocks.append(.comment, [content]) }
      return
    }
    if let mark = delimiter(line) { return readDelimiter(mark, line) }
    if content.count == 1, buffer[content.lowerBound] == UInt8(ascii: "+") { return blocks.close() }
    if blocks.isOpen, !opensItem(content), !isAttributeList(content) || list == nil { return blocks.add(content) }
    blocks.close()
    open(line)
  }

  private mutating func open(_ line: DraftLine) {
    let content = line.content
    switch buffer[content.lowerBound] {
    case UInt8(ascii: "="), UInt8(ascii: "#"):
      if openSection(content) { return }
    case UInt8(ascii: "["):
      if isAttributeList(content) { return noteStyle(content) }
    case UInt8(ascii: ":"):
      if isAttribute(content) { return }
    case UInt8(ascii: "'"), UInt8(ascii: "<"):
      if matches(buffer, content, "'''") || matches(buffer, content, "<<<") { return }
    case UInt8(ascii: "."):
      if content.count > 1, !isBlank(buffer[content.lowerBound + 1]), buffer[content.lowerBound + 1] != 0x2E {
        return blocks.append(.caption, [(content.lowerBound + 1)..<content.upperBound])
      }
    default: break
    }
    if isBlockMacro(content) { return }
    if let text = itemStart(content) {
      if list == nil {
        list = blocks.newNumber()
        listKind = isBibliography || style == .reference ? .reference : .listItem
      }
      style = .none
      return add(text..<content.upperBound, listKind, list)
    }
    list = nil
    let kind: BlockKind =
      switch style {
      case .quote: .quote
      case .code: .code
      case .math: .math
      // A line that is set in is shown as it stands.
      case .none, .reference: line.indent > 0 ? .code : isBibliography ? .reference : .paragraph
      }
    style = .none
    add(admonitionText(content), kind, nil)
  }

  /// Opens a block; inside a quotation, text is quoted.
  private mutating func add(_ text: Range<Int>, _ kind: BlockKind, _ number: Int?) {
    let frame = kind.isProse ? frames.last { $0.kind == .quote } : nil
    blocks.add(text, frame?.kind ?? kind, container: frame?.number ?? number)
  }

  // MARK: Sections and attributes

  private mutating func openSection(_ content: Range<Int>) -> Bool {
    let end = runEnd(buffer, content.lowerBound, content.upperBound)
    let level = end - content.lowerBound
    guard level <= 6, end < content.upperBound, isBlank(buffer[end]) else { return false }
    let title = trimmed(buffer, end..<content.upperBound)
    guard !title.isEmpty else { return false }
    blocks.append(.heading, [title], level: level)
    isBibliography = style == .reference
    style = .none
    list = nil
    return true
  }

  /// `[quote, Ida Moss]`, `[source,swift]`, `[[anchor]]`: a line of its own in brackets, which no text follows.
  private func isAttributeList(_ content: Range<Int>) -> Bool {
    guard content.count >= 2, buffer[content.lowerBound] == UInt8(ascii: "["),
      buffer[content.upperBound - 1] == UInt8(ascii: "]")
    else { return false }
    // `[@key]` and the like are text.
    return buffer[content.lowerBound + 1] != UInt8(ascii: "@")
      && !buffer[content].dropFirst(2).dropLast(2).contains(UInt8(ascii: "["))
  }

  private mutating func noteStyle(_ content: Range<Int>) {
    let inside = (content.lowerBound + 1)..<(content.upperBound - 1)
    for (name, found) in Self.styles where matches(buffer, inside, name) { style = found }
  }

  private static let styles: [(StaticString, Style)] = [
    ("quote", .quote), ("verse", .quote), ("source", .code), ("listing", .code), ("literal", .code), ("pass", .code),
    ("stem", .math), ("latexmath", .math), ("asciimath", .math), ("bibliography", .reference), ("glossary", .none),
  ]

  /// The text of a paragraph without `NOTE: ` and the like in front.
  private func admonitionText(_ content: Range<Int>) -> Range<Int> {
    for name in Self.admonitions where matches(buffer, content, name) {
      return trimmed(buffer, (content.lowerBound + name.utf8CodeUnitCount)..<content.upperBound)
    }
    return content
  }

  private static let admonitions: [StaticString] = ["NOTE: ", "TIP: ", "IMPORTANT: ", "WARNING: ", "CAUTION: "]

  /// `image::photo.png[]`, `include::part.adoc[]`, `ifdef::draft[]`.
  private func isBlockMacro(_ content: Range<Int>) -> Bool {
    var at = content.lowerBound
    while at < content.upperBound, buffer[at] &- 0x61 < 26 || buffer[at] == UInt8(ascii: "_") { at += 1 }
    return at > content.lowerBound && matches(buffer, at..<content.upperBound, "::")
      && at + 2 < content.upperBound && !isBlank(buffer[at + 2])
      && buffer[content.upperBound - 1] == UInt8(ascii: "]")
  }

  // MARK: Lists

  private func opensItem(_ content: Range<Int>) -> Bool { list != nil && itemStart(content) != nil }

  /// Where the text of a list item begins; nil where the line opens none.
  private func itemStart(_ content: Range<Int>) -> Int? {
    let first = buffer[content.lowerBound]
    if first == UInt8(ascii: "*") || first == UInt8(ascii: ".") {
      let end = runEnd(buffer, content.lowerBound, content.upperBound)
      guard end < content.upperBound, isBlank(buffer[end]), end - content.lowerBound <= 6 else { return nil }
      return checkboxEnd(trimmed(buffer, end..<content.upperBound))
    }
    if first == UInt8(ascii: "<"), let close = buffer[content].prefix(5).firstIndex(of: UInt8(ascii: ">")),
      close + 1 < content.upperBound, isBlank(buffer[close + 1]), close > content.lowerBound + 1
    {
      return trimmed(buffer, (close + 1)..<content.upperBound).lowerBound
    }
    if let text = itemTextStart(buffer, content, bullets: "-"), text < content.upperBound {
      return checkboxEnd(text..<content.upperBound)
    }
    // `term:: definition`
    guard let colons = find(buffer, content, "::"), colons > content.lowerBound else { return nil }
    let end = runEnd(buffer, colons, content.upperBound)
    return end == content.upperBound || isBlank(buffer[end]) ? content.lowerBound : nil
  }

  private func checkboxEnd(_ text: Range<Int>) -> Int {
    let isBox = matches(buffer, text, "[ ] ") || matches(buffer, text, "[x] ") || matches(buffer, text, "[*] ")
    return isBox ? trimmed(buffer, (text.lowerBound + 3)..<text.upperBound).lowerBound : text.lowerBound
  }
}
