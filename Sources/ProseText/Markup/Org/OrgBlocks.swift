/// Finds the blocks of an Org draft line by line.
struct OrgBlockReader: LineReader {
  /// Lists inside each other beyond this are not told apart.
  static let deepestNesting = 64

  private struct Item {
    let indent: Int
    let number: Int
  }

  private let buffer: UnsafeBufferPointer<UInt8>
  var lines: DraftLines
  private(set) var blocks: BlockCollector
  private var items: [Item] = []
  /// The quotations that are open, by number.
  private var quotes: [Int] = []
  private var table: Int?
  private var note: Int?
  private var wasBlank = false

  init(_ buffer: UnsafeBufferPointer<UInt8>) {
    self.buffer = buffer
    lines = DraftLines(buffer)
    blocks = BlockCollector(buffer)
  }

  mutating func read(_ line: DraftLine) {
    defer { wasBlank = line.isBlank }
    guard line.isBlank else { return readMarkup(line) }
    endParagraph()
    // Two blank lines end a list or note.
    if wasBlank { (items, note) = ([], nil) }
  }

  mutating func finish() { blocks.close() }

  private mutating func readMarkup(_ line: DraftLine) {
    let content = line.content
    switch buffer[content.lowerBound] {
    case UInt8(ascii: "*") where line.indent == 0:
      if openHeadline(content) { return }
    case UInt8(ascii: "#"):
      if readKeyword(line) { return }
    case UInt8(ascii: ":"):
      if content.count == 1 || isBlank(buffer[content.lowerBound + 1]) {
        // Fixed width.
        return append(.code, [trimmed(buffer, (content.lowerBound + 1)..<content.upperBound)])
      }
      if isDrawer(content) { return readDrawer(content) }
    case UInt8(ascii: "|"): return readRow(content)
    case UInt8(ascii: "["):
      if line.indent == 0, openNote(content) { return }
    case UInt8(ascii: "\\"):
      if matches(buffer, content, "\\begin{") { return readEnvironment(content) }
    case UInt8(ascii: "-"):
      if content.count >= 5, runEnd(buffer, content.lowerBound, content.upperBound) == content.upperBound {
        return endParagraph()
      }
    case UInt8(ascii: "S"), UInt8(ascii: "D"), UInt8(ascii: "C"):
      if isPlanning(content) { return endParagraph() }
    default: break
    }
    readText(line)
  }

  private mutating func endParagraph() {
    blocks.close()
    table = nil
  }

  private mutating func append(_ kind: BlockKind, _ lines: [Range<Int>], level: Int = 0) {
    endParagraph()
    blocks.append(kind, lines, level: level)
  }

  // MARK: Headlines

  /// `** TODO [#A] Words :tag:`
  private mutating func openHeadline(_ content: Range<Int>) -> Bool {
    let end = runEnd(buffer, content.lowerBound, content.upperBound)
    guard end < content.upperBound, isBlank(buffer[end]) else { return false }
    var title = trimmed(buffer, end..<content.upperBound)
    for word in ["TODO ", "DONE ", "NEXT ", "WAITING "] as [StaticString] where matches(buffer, title, word) {
      title = trimmed(buffer, (title.lowerBound + word.utf8CodeUnitCount)..<title.upperBound)
    }
    if matches(buffer, title, "[#"), title.count > 4, buffer[title.lowerBound + 3] == UInt8(ascii: "]") {
      title = trimmed(buffer, (title.lowerBound + 4)..<title.upperBound)
    }
    if let last = title.last, buffer[last] == UInt8(ascii: ":") {
      var start = last
      while start > title.lowerBound, !isBlank(buffer[start - 1]) { start -= 1 }
      if buffer[start] == UInt8(ascii: ":"), start < last { title = trimmed(buffer, title.lowerBound..<start) }
    }
    append(.heading, [title], level: min(end - content.lowerBound, 6))
    (items, quotes, note) = ([], [], nil)
    return true
  }

  private func isPlanning(_ content: Range<Int>) -> Bool {
    matches(buffer, content, "SCHEDULED: ") || matches(buffer, content, "DEADLINE: ")
      || matches(buffer, content, "CLOSED: ")
  }

  // MARK: Keywords and blocks

  /// `# comment`, `#+TITLE: words`, `#+BEGIN_QUOTE`.
  private mutating func readKeyword(_ line: DraftLine) -> Bool {
    let content = line.content
    if content.count == 1 || isBlank(buffer[content.lowerBound + 1]) {
      append(.comment, [content])
      return true
    }
    guard matches(buffer, content, "#+") else { return false }
    var end = content.lowerBound + 2
    while end < content.upperBound, !isBlank(buffer[end]), buffer[end] != UInt8(ascii: ":") { end += 1 }
    let name = String(decoding: buffer[(content.lowerBound + 2)..<end].prefix(40), as: UTF8.self).lowercased()
    if name.hasPrefix("begin_") {
      readBlock(String(name.dropFirst(6)))
    } else if name.hasPrefix("end_") {
      endParagraph()
      if name == "end_quote" || name == "end_verse" { _ = quotes.popLast() }
    } else if end < content.upperBound, buffer[end] == UInt8(ascii: ":") {
      readSetting(name, content, trimmed(buffer, (end + 1)..<content.upperBound))
    } else {
      return false
    }
    return true
  }

  private mutating func readSetting(_ name: String, _ content: Range<Int>, _ value: Range<Int>) {
    switch name {
    case "title": append(.heading, [value], level: 1)
    case "caption": append(.caption, [value])
    // From the name on, so that it reads like other front matter.
    case "date", "author", "subtitle", "email", "description", "keywords":
      append(.frontMatter, [(content.lowerBound + 2)..<content.upperBound])
    default: endParagraph()
    }
  }

  private mutating func readBlock(_ name: String) {
    endParagraph()
    switch name {
    case "quote", "verse":
      if quotes.count < Self.deepestNesting { quotes.append(blocks.newNumber()) }
    case "src", "example", "export", "comment":
      var taken: [Range<Int>] = []
      while let line = lines.read(), !isEnd(line.content, of: name) {
        if !line.isBlank { taken.append(line.content) }
      }
      blocks.append(name == "comment" ? .comment : .code, taken)
    default: items = []
    }
  }

  private func isEnd(_ content: Range<Int>, of name: String) -> Bool {
    guard content.count <= 40, matches(buffer, content, "#+") else { return false }
    return String(decoding: buffer[content], as: UTF8.self).lowercased() == "#+end_\(name)"
  }

  private func isDrawer(_ content: Range<Int>) -> Bool {
    guard content.count > 2, buffer[content.upperBound - 1] == UInt8(ascii: ":") else { return false }
    return buffer[content].dropFirst().dropLast().allSatisfy { isWordByte($0) || $0 == 0x2D || $0 == 0x5F }
  }

  /// Passes over a drawer; one that no `:END:` closes before a headline ends with its first line.
  private mutating func readDrawer(_ content: Range<Int>) {
    endParagraph()
    var ahead = lines
    for _ in 0..<50 {
      guard let line = ahead.read(), !matches(buffer, line.range, "*") else { return }
      if line.content.count == 5, String(decoding: buffer[line.content], as: UTF8.self).lowercased() == ":end:" {
        lines = ahead
        return
      }
    }
  }

  /// `\begin{equation}` up to the line that ends it.
  private mutating func readEnvironment(_ content: Range<Int>) {
    endParagraph()
    var taken = [content]
    while let line = lines.peek(), !line.isBlank {
      _ = lines.read()
      taken.append(line.content)
      if matches(buffer, line.content, "\\end{") { break }
    }
    blocks.append(.math, taken)
  }

  // MARK: Text

  private mutating func readRow(_ content: Range<Int>) {
    blocks.close()
    if content.count > 1, buffer[content.lowerBound + 1] == UInt8(ascii: "-") { return }
    let number = table ?? blocks.newNumber()
    table = number
    for cell in content.split(whereSeparator: { buffer[$0] == UInt8(ascii: "|") }) {
      blocks.append(.tableCell, [trimmed(buffer, cell)], container: number)
    }
  }

  /// `[fn:1] text` at the beginning of a line.
  private mutating func openNote(_ content: Range<Int>) -> Bool {
    guard matches(buffer, content, "[fn:"),
      let close = buffer[content].prefix(longestLabel).firstIndex(of: UInt8(ascii: "]")),
      close > content.lowerBound + 4
    else { return false }
    let label = (content.lowerBound + 4)..<close
    guard !buffer[label].contains(UInt8(ascii: ":")) else { return false }
    let text = trimmed(buffer, (close + 1)..<content.upperBound)
    // Behind a mark that is followed by a stop the sentence goes on.
    if blocks.isOpen { return false }
    endParagraph()
    blocks.outline.footnoteLabels.insert(foldedLabel(buffer, label))
    let number = blocks.newNumber()
    (note, items) = (number, [])
    blocks.add(text, .reference, container: number)
    return true
  }

  private mutating func readText(_ line: DraftLine) {
    let content = line.content
    let bullets: StaticString = line.indent > 0 ? "-+*" : "-+"
    if let text = itemTextStart(buffer, content, bullets: bullets), text < content.upperBound,
      !blocks.isOpen || !items.isEmpty || !isLettered(content)
    {
      endParagraph()
      while let last = items.last, last.indent > line.indent { items.removeLast() }
      if items.last?.indent != line.indent, items.count < Self.deepestNesting {
        items.append(Item(indent: line.indent, number: blocks.newNumber()))
      }
      add(withoutCheckbox(text..<content.upperBound))
      return
    }
    table = nil
    if !blocks.isOpen {
      while let last = items.last, last.indent >= line.indent { items.removeLast() }
    } else if let last = items.last, line.indent <= last.indent {
      blocks.close()
      items.removeAll { $0.indent >= line.indent }
    }
    if blocks.isOpen { blocks.add(content) } else { add(content) }
  }

  /// Numbers and letters in the middle of a paragraph are text that was wrapped there.
  private func isLettered(_ content: Range<Int>) -> Bool { !"-+*".utf8.contains(buffer[content.lowerBound]) }

  private mutating func add(_ text: Range<Int>) {
    if let quote = quotes.last {
      blocks.add(text, .quote, container: quote)
    } else if let note {
      blocks.add(text, .reference, container: note)
    } else if let item = items.last {
      blocks.add(text, .listItem, container: item.number)
    } else {
      blocks.add(text)
    }
  }

  private func withoutCheckbox(_ text: Range<Int>) -> Range<Int> {
    let isBox = matches(buffer, text, "[ ] ") || matches(buffer, text, "[X] ") || matches(buffer, text, "[-] ")
    return isBox ? trimmed(buffer, (text.lowerBound + 3)..<text.upperBound) : text
  }
}
