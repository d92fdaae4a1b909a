/// Finds the blocks of a reStructuredText draft line by line; indentation says what belongs to what.
struct RSTBlockReader: LineReader {
  /// Bodies inside each other beyond this are not told apart.
  static let deepestNesting = 64

  /// What is indented under a marker: an item, a directive's content, a quotation.
  struct Body {
    var indent: Int
    var kind: BlockKind
    var number: Int
    /// Whether the first line inside says how deep the body is indented.
    var isOpenEnded = false
  }

  /// Lines that are taken as they are, while they are indented deeper than `indent`.
  struct Verbatim {
    var indent: Int
    /// Nil where the lines are markup alone.
    var kind: BlockKind?
    var lines: [Range<Int>] = []
    /// Whether they go on to the next blank line instead, however deep they stand.
    var endsAtBlank = false
  }

  /// What the next line is, if it is indented deeper than the marker before it.
  struct Expected {
    var indent: Int
    var body: Body?
    var isLiteral = false
    /// Whether lines of options (`:width: 50`) come first.
    var hasOptions = false
  }

  let buffer: UnsafeBufferPointer<UInt8>
  var lines: DraftLines
  var blocks: BlockCollector
  var bodies: [Body] = []
  var expected: Expected?
  private var verbatim: Verbatim?
  /// The indentation of the open paragraph; where it is loose, any line that is indented deeper goes on with it.
  private var paragraph = (indent: 0, isLoose: false)
  private var titleStyles: [(mark: UInt8, hasOverline: Bool)] = []
  /// The number of the list to which the last block belongs, and its bullet.
  private var list = (mark: UInt8(0), indent: -1, number: 0)
  /// Whether nothing but titles came yet: fields there are about the draft.
  private var isAtTop = true

  init(_ buffer: UnsafeBufferPointer<UInt8>) {
    self.buffer = buffer
    lines = DraftLines(buffer)
    blocks = BlockCollector(buffer)
  }

  mutating func read(_ line: DraftLine) {
    if continueVerbatim(line) { return }
    if line.isBlank {
      blocks.close()
      expected?.hasOptions = false
    } else if !continueParagraph(line) {
      open(line)
    }
  }

  mutating func finish() {
    blocks.close()
    flushVerbatim()
  }

  // MARK: Lines that go on

  private mutating func continueVerbatim(_ line: DraftLine) -> Bool {
    guard let open = verbatim else { return false }
    if line.isBlank, !open.endsAtBlank { return true }
    guard open.endsAtBlank ? !line.isBlank : line.indent > open.indent else {
      flushVerbatim()
      return false
    }
    verbatim?.lines.append(line.content)
    return true
  }

  private mutating func flushVerbatim() {
    guard let done = verbatim else { return }
    verbatim = nil
    if let kind = done.kind { blocks.append(kind, done.lines) }
  }

  /// Takes lines as they are from here on; `first` is what of the marker's line belongs to them.
  mutating func beginVerbatim(_ kind: BlockKind?, indent: Int, first: Range<Int>? = nil, endsAtBlank: Bool = false) {
    blocks.close()
    verbatim = Verbatim(indent: indent, kind: kind, lines: first.map { [$0] } ?? [], endsAtBlank: endsAtBlank)
  }

  private mutating func continueParagraph(_ line: DraftLine) -> Bool {
    guard blocks.isOpen else { return false }
    if paragraph.isLoose ? line.indent > paragraph.indent : line.indent == paragraph.indent {
      if !paragraph.isLoose, blocks.lines.count == 1, isUnderline(line.content, of: blocks.lines[0]) {
        let title = blocks.takeLines()
        appendTitle(title, mark: buffer[line.content.lowerBound], hasOverline: false)
        return true
      }
      if expected?.hasOptions == true, fieldEnd(line.content) != nil { return true }
      blocks.add(line.content)
      noteLiteral(line, indent: paragraph.indent)
      return true
    }
    let isTerm = blocks.lines.count == 1 && line.indent > paragraph.indent && !paragraph.isLoose
    blocks.close()
    // The definition under a term.
    if isTerm, expected == nil {
      push(Body(indent: line.indent, kind: .listItem, number: listNumber(0, paragraph.indent)))
    }
    return false
  }

  /// A paragraph that ends with two colons announces code.
  private mutating func noteLiteral(_ line: DraftLine, indent: Int) {
    let end = line.content.upperBound
    if line.content.count >= 2, buffer[end - 1] == UInt8(ascii: ":"), buffer[end - 2] == UInt8(ascii: ":") {
      expected = Expected(indent: indent, isLiteral: true)
    }
  }

  // MARK: Lines that open something

  private mutating func open(_ line: DraftLine) {
    if let waiting = expected {
      if line.indent > waiting.indent {
        if waiting.hasOptions, fieldEnd(line.content) != nil { return }
        expected = nil
        if waiting.isLiteral {
          beginVerbatim(.code, indent: waiting.indent, first: line.content)
          return
        }
        blocks.close()
        if var body = waiting.body {
          body.indent = line.indent
          body.isOpenEnded = false
          push(body)
        }
      } else {
        expected = nil
      }
    }
    while let last = bodies.last, last.indent > line.indent { bodies.removeLast() }
    if let last = bodies.last, last.isOpenEnded, line.indent >= last.indent {
      bodies[bodies.count - 1].indent = line.indent
      bodies[bodies.count - 1].isOpenEnded = false
    } else if line.indent > bodies.last?.indent ?? 0 {
      push(Body(indent: line.indent, kind: .quote, number: blocks.newNumber()))
    }
    let rest = line.content
    let byte = buffer[rest.lowerBound]
    if readExplicit(line) || readTable(line) || isPunctuation(byte) && readAdornment(line) { return }
    switch byte {
    case UInt8(ascii: "_") where matches(buffer, rest, "__ "): beginVerbatim(nil, indent: line.indent)
    case UInt8(ascii: ">") where matches(buffer, rest, ">>>"):
      // A session at a prompt shows answers as deep as the questions.
      beginVerbatim(.code, indent: line.indent, first: rest, endsAtBlank: true)
    case UInt8(ascii: "|") where rest.count == 1 || isBlank(buffer[rest.lowerBound + 1]):
      beginParagraph(trimmed(buffer, (rest.lowerBound + 1)..<rest.upperBound), indent: line.indent)
      blocks.close()
    case UInt8(ascii: ":"): openField(line)
    default: openText(line)
    }
  }

  private mutating func openText(_ line: DraftLine) {
    let rest = line.content
    if let text = itemTextStart(buffer, rest, bullets: "-*+") {
      let mark = isASCIIDigit(buffer[rest.lowerBound]) ? UInt8(ascii: "1") : buffer[rest.lowerBound]
      let number = listNumber(mark, line.indent)
      push(Body(indent: line.indent + text - rest.lowerBound, kind: .listItem, number: number))
      beginParagraph(text..<rest.upperBound, indent: line.indent, isLoose: true)
      return
    }
    if rest.count == 2, matches(buffer, rest, "::") {
      expected = Expected(indent: line.indent, isLiteral: true)
      return
    }
    beginParagraph(rest, indent: line.indent)
    noteLiteral(line, indent: line.indent)
  }

  /// The number of the list that has this bullet at this indentation; a new one where none goes on.
  private mutating func listNumber(_ mark: UInt8, _ indent: Int) -> Int {
    if list.mark != mark || list.indent != indent { list = (mark, indent, blocks.newNumber()) }
    return list.number
  }

  mutating func push(_ body: Body) {
    while let last = bodies.last, last.indent >= body.indent { bodies.removeLast() }
    if bodies.count < Self.deepestNesting { bodies.append(body) }
  }

  /// Opens a paragraph; what it is, the bodies around it say.
  mutating func beginParagraph(_ text: Range<Int>, indent: Int, isLoose: Bool = false) {
    blocks.close()
    isAtTop = false
    let body = bodies.last { $0.kind == .quote || $0.kind == .reference || $0.kind == .caption }
    let around = body ?? bodies.last { $0.kind == .listItem }
    if around?.kind != .listItem { list.indent = -1 }
    blocks.add(text, around?.kind ?? .paragraph, container: around?.number)
    paragraph = (indent, isLoose)
  }

  // MARK: Fields

  /// Behind the name of a field, `:name:`; nil where none stands there.
  private func fieldEnd(_ content: Range<Int>) -> Int? {
    guard buffer[content.lowerBound] == UInt8(ascii: ":") else { return nil }
    var at = content.lowerBound + 1
    while at < content.upperBound, buffer[at] != UInt8(ascii: ":") {
      if buffer[at] == UInt8(ascii: "`") { return nil }
      at += 1
    }
    guard at > content.lowerBound + 1, at < content.upperBound else { return nil }
    return at + 1 == content.upperBound || isBlank(buffer[at + 1]) ? at + 1 : nil
  }

  private mutating func openField(_ line: DraftLine) {
    guard let end = fieldEnd(line.content) else { return openText(line) }
    if isAtTop {
      // From the name on, so that it reads like other front matter.
      beginVerbatim(
        .frontMatter, indent: line.indent, first: (line.content.lowerBound + 1)..<line.content.upperBound)
      return
    }
    let number = listNumber(UInt8(ascii: ":"), line.indent)
    push(Body(indent: line.indent + 1, kind: .listItem, number: number, isOpenEnded: true))
    beginParagraph(trimmed(buffer, end..<line.content.upperBound), indent: line.indent, isLoose: true)
  }

  // MARK: Titles

  private func isPunctuation(_ byte: UInt8) -> Bool { isASCIIPunctuation(byte) }

  private func isAdornment(_ content: Range<Int>) -> Bool {
    guard let first = content.first, isPunctuation(buffer[first]) else { return false }
    return content.count >= 2 && runEnd(buffer, first, content.upperBound) == content.upperBound
  }

  private func isUnderline(_ content: Range<Int>, of title: Range<Int>) -> Bool {
    isAdornment(content) && (content.count >= 4 || content.count >= title.count)
  }

  /// Reads a title between two lines, or a transition.
  private mutating func readAdornment(_ line: DraftLine) -> Bool {
    guard isAdornment(line.content), line.content.count >= 4 || bodies.isEmpty && line.content.count >= 3 else {
      return false
    }
    let mark = buffer[line.content.lowerBound]
    if let title = lines.peek(), !title.isBlank, let below = lines.line(at: title.next), isAdornment(below.content),
      buffer[below.content.lowerBound] == mark
    {
      _ = lines.read()
      _ = lines.read()
      appendTitle([title.content], mark: mark, hasOverline: true)
      return true
    }
    blocks.close()
    return line.content.count >= 4
  }

  private mutating func appendTitle(_ title: [Range<Int>], mark: UInt8, hasOverline: Bool) {
    // A title at the top was text until its underline came.
    if titleStyles.isEmpty { isAtTop = blocks.outline.blocks.allSatisfy { $0.kind == .comment } }
    var level = titleStyles.firstIndex { $0.mark == mark && $0.hasOverline == hasOverline } ?? titleStyles.count
    if level == titleStyles.count, level < 6 { titleStyles.append((mark, hasOverline)) }
    level = min(level, 5)
    blocks.append(.heading, title, level: level + 1)
    bodies.removeAll(keepingCapacity: true)
    list.indent = -1
  }
}
