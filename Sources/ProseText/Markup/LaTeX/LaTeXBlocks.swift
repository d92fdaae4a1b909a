/// Finds the blocks of a LaTeX draft: one pass over the bytes, with a stack of the environments that are open.
struct LaTeXBlockReader: BlockReader {
  /// Environments inside each other beyond this are not told apart.
  static let deepestNesting = 64

  private struct Environment {
    let name: String
    let kind: BlockKind
    let number: Int
    let isTable: Bool
  }

  /// A block that an argument makes: a title, a caption.
  private struct Argument {
    let kind: BlockKind
    let level: Int
    /// How many braces are open inside.
    var depth = 0
  }

  private let buffer: UnsafeBufferPointer<UInt8>
  private(set) var blocks: BlockCollector
  private var environments: [Environment] = []
  private var argument: Argument?
  private var at = 0
  private var end: Int
  private var text: Range<Int>?
  /// Before the document begins.
  private var isPreamble = false

  init(_ buffer: UnsafeBufferPointer<UInt8>) {
    self.buffer = buffer
    blocks = BlockCollector(buffer)
    end = buffer.count
  }

  mutating func readAll() {
    at = buffer.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    isPreamble = find(buffer, at..<end, "\\begin{document}") != nil
    while at < end {
      switch buffer[at] {
      case 0x0A, 0x0D: readLineEnding()
      case UInt8(ascii: "%"): readComment()
      case UInt8(ascii: "\\"): readCommand()
      case UInt8(ascii: "{"), UInt8(ascii: "}"): readBrace()
      case UInt8(ascii: "&") where environments.last?.isTable == true:
        close()
        at += 1
      case 0...0x20: at += 1
      default:
        note(at + 1)
        at += 1
      }
    }
    close()
  }

  /// Takes the bytes up to `next` into the open block.
  private mutating func note(_ next: Int) {
    if !isPreamble || argument != nil { text = (text?.lowerBound ?? at)..<next }
  }

  private mutating func readLineEnding() {
    let isPair = buffer[at] == 0x0D && at + 1 < end && buffer[at + 1] == 0x0A
    at += isPair ? 2 : 1
    var next = at
    while next < end, isBlank(buffer[next]) { next += 1 }
    if next < end, buffer[next] == 0x0A || buffer[next] == 0x0D {
      close()
      argument = nil
      at = next
    }
  }

  private mutating func readComment() {
    let lineEnd = lineEnd(buffer, from: at)
    if text == nil {
      blocks.append(.comment, [trimmed(buffer, at..<lineEnd)])
    } else {
      note(lineEnd)
    }
    at = lineEnd
  }

  private mutating func readBrace() {
    let isOpening = buffer[at] == UInt8(ascii: "{")
    if let depth = argument?.depth {
      if isOpening {
        argument?.depth = depth + 1
      } else if depth == 0 {
        close()
        argument = nil
        at += 1
        return
      } else {
        argument?.depth = depth - 1
      }
    }
    note(at + 1)
    at += 1
  }

  // MARK: Commands

  private mutating func readCommand() {
    let (range, next) = latexCommandName(buffer, at + 1)
    let name = range.count <= 24 ? String(decoding: buffer[range], as: UTF8.self) : ""
    switch name {
    case "begin": begin(next)
    case "end": leave(next)
    case "item", "bibitem": openItem(name, next)
    case "par":
      close()
      at = next
    case "\\" where environments.last?.isTable == true:
      close()
      at = next
    case "date":
      if isPreamble { openArgument(.paragraph, 0, next) } else { skip(to: next) }
    case "caption": openArgument(.caption, 0, next)
    default:
      if let level = LaTeXNames.sections[name] {
        openArgument(.heading, level, next)
      } else if let end = latexVerbatimEnd(buffer, name, next) {
        skip(to: end)
      } else {
        skip(to: next)
      }
    }
  }

  private mutating func skip(to next: Int) {
    note(min(next, end))
    at = next
  }

  /// Opens a block of what stands in the braces behind a command.
  private mutating func openArgument(_ kind: BlockKind, _ level: Int, _ next: Int) {
    var start = next
    if start < end, buffer[start] == UInt8(ascii: "["), let behind = latexGroupEnd(buffer, start, limit: 400) {
      start = behind
    }
    guard start < end, buffer[start] == UInt8(ascii: "{") else { return skip(to: next) }
    close()
    argument = Argument(kind: kind, level: level)
    at = start + 1
  }

  private mutating func openItem(_ name: String, _ next: Int) {
    close()
    at = next
    if at < end, buffer[at] == UInt8(ascii: "["), let behind = latexGroupEnd(buffer, at, limit: 400) {
      if name == "item" {
        note(behind)
        close()
      }
      at = behind
    }
    guard name == "bibitem", at < end, buffer[at] == UInt8(ascii: "{"),
      let behind = latexGroupEnd(buffer, at, limit: longestLabel)
    else { return }
    blocks.outline.footnoteLabels.insert(foldedLabel(buffer, (at + 1)..<(behind - 1)))
    at = behind
  }

  // MARK: Environments

  /// The name in braces behind `\begin` and `\end`, a star left out.
  private func environmentName(_ start: Int) -> (name: String, end: Int)? {
    guard start < end, buffer[start] == UInt8(ascii: "{"),
      let close = buffer[start..<min(end, start + 40)].firstIndex(of: UInt8(ascii: "}"))
    else { return nil }
    let name = String(decoding: buffer[(start + 1)..<close], as: UTF8.self)
    return (name.hasSuffix("*") ? String(name.dropLast()) : name, close + 1)
  }

  private mutating func begin(_ next: Int) {
    guard let (name, behind) = environmentName(next) else { return skip(to: next) }
    close()
    argument = nil
    at = behind
    if name == "document" {
      isPreamble = false
    } else if name == "comment" {
      takeVerbatim(name, .comment)
    } else if LaTeXNames.verbatim.contains(name) {
      takeVerbatim(name, .code)
    } else if LaTeXNames.math.contains(name) {
      takeVerbatim(name, .math)
    } else {
      skipArguments(inBraces: LaTeXNames.measured.contains(name))
      guard environments.count < Self.deepestNesting else { return }
      let kind: BlockKind =
        LaTeXNames.quotes.contains(name)
        ? .quote
        : LaTeXNames.lists.contains(name)
          ? .listItem
          : LaTeXNames.tables.contains(name) ? .tableCell : name == "thebibliography" ? .reference : .paragraph
      environments.append(
        Environment(
          name: name, kind: kind, number: kind == .paragraph ? 0 : blocks.newNumber(), isTable: kind == .tableCell))
    }
  }

  private mutating func skipArguments(inBraces: Bool) {
    while at < end, buffer[at] == UInt8(ascii: "[") || inBraces && buffer[at] == UInt8(ascii: "{"),
      let behind = latexGroupEnd(buffer, at, limit: 400)
    {
      at = behind
    }
  }

  /// Takes everything up to the environment's end as it stands, else to the draft's end.
  private mutating func takeVerbatim(_ name: String, _ kind: BlockKind) {
    let start = at
    while let found = find(buffer, at..<end, "\\end{") {
      guard let (other, behind) = environmentName(found + 4), other == name else {
        at = found + 5
        continue
      }
      blocks.append(kind, [trimmedText(buffer, start..<found)])
      at = behind
      return
    }
    blocks.append(kind, [trimmedText(buffer, start..<end)])
    at = end
  }

  private mutating func leave(_ next: Int) {
    guard let (name, behind) = environmentName(next) else { return skip(to: next) }
    close()
    argument = nil
    at = behind
    if name == "document" {
      end = at
    } else if let index = environments.lastIndex(where: { $0.name == name }) {
      environments.removeSubrange(index...)
    }
  }

  /// Closes the open block; what it is, the command or the environments around it say.
  private mutating func close() {
    guard let done = text else { return }
    text = nil
    if let argument { return blocks.append(argument.kind, [done], level: argument.level) }
    let around =
      environments.last { $0.kind == .quote || $0.kind == .reference } ?? environments.last { $0.kind != .paragraph }
    blocks.append(around?.kind ?? .paragraph, [done], container: around?.number)
  }
}
