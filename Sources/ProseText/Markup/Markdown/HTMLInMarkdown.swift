/// The seven kinds of HTML block of CommonMark, but comments, which are blocks of their own.
enum HTMLBlockKind: Equatable {
  /// `script`, `pre`, `style`, `textarea`: up to such a closing tag.
  case verbatim
  case instruction, declaration, characterData
  /// Block-level elements and lone tags: up to a blank line.
  case element, loneTag

  var endsAtBlankLine: Bool { self == .element || self == .loneTag }

  /// Whether the line holds the block's end.
  func ends(in buffer: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    switch self {
    case .element, .loneTag: false
    case .instruction: contains(buffer, line, "?>")
    case .declaration: buffer[line].contains(UInt8(ascii: ">"))
    case .characterData: contains(buffer, line, "]]>")
    case .verbatim: closesVerbatim(buffer, line)
    }
  }

  private func closesVerbatim(_ buffer: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    var at = line.lowerBound
    while at + 2 < line.upperBound {
      if buffer[at] == UInt8(ascii: "<"), buffer[at + 1] == UInt8(ascii: "/") {
        let name = tagName(buffer, (at + 2)..<line.upperBound)
        if name.upperBound < line.upperBound, buffer[name.upperBound] == UInt8(ascii: ">"),
          HTMLNames.verbatim.contains(foldedName(buffer, name))
        {
          return true
        }
      }
      at += 1
    }
    return false
  }
}

extension MarkdownBlockReader {
  mutating func openHTML(_ line: MarkdownLine, _ matched: Int, mayBeLazy: Bool) -> Opening {
    let rest = line.first..<line.end
    if matches(buffer, rest, "<!--") {
      close(to: matched)
      noteChild()
      leaf = .comment
      continueComment(rest, searchFrom: line.first + 2)
      return .leaf
    }
    guard let kind = htmlBlockKind(rest), !(mayBeLazy && kind == .loneTag) else { return .text }
    close(to: matched)
    noteChild()
    leaf = .html(kind)
    lines.append(rest)
    if kind.ends(in: buffer, rest) { closeLeaf() }
    return .leaf
  }

  /// Takes a line into the open comment; text behind the comment's end opens a paragraph.
  mutating func continueComment(_ line: Range<Int>, searchFrom start: Int) {
    guard let end = find(buffer, start..<line.upperBound, "-->") else {
      lines.append(line)
      return
    }
    lines.append(line.lowerBound..<(end + 3))
    closeLeaf()
    var rest = trimmed(buffer, (end + 3)..<line.upperBound)
    while matches(buffer, rest, "<!--") {
      leaf = .comment
      guard let end = find(buffer, (rest.lowerBound + 2)..<rest.upperBound, "-->") else {
        lines.append(rest)
        return
      }
      lines.append(rest.lowerBound..<(end + 3))
      closeLeaf()
      rest = trimmed(buffer, (end + 3)..<rest.upperBound)
    }
    if !rest.isEmpty { beginParagraph(rest) }
  }

  private func htmlBlockKind(_ line: Range<Int>) -> HTMLBlockKind? {
    let next = line.lowerBound + 1
    guard next < line.upperBound else { return nil }
    switch buffer[next] {
    case UInt8(ascii: "?"): return .instruction
    case UInt8(ascii: "!"):
      if matches(buffer, next..<line.upperBound, "![CDATA[") { return .characterData }
      return next + 1 < line.upperBound && isASCIILetter(buffer[next + 1]) ? .declaration : nil
    default: break
    }
    let isClosing = buffer[next] == UInt8(ascii: "/")
    let name = tagName(buffer, (isClosing ? next + 1 : next)..<line.upperBound)
    guard !name.isEmpty else { return nil }
    let key = foldedName(buffer, name)
    let after = name.upperBound < line.upperBound ? buffer[name.upperBound] : 0x20
    let isVerbatim = HTMLNames.verbatim.contains(key)
    if isBlank(after) || after == UInt8(ascii: ">") {
      if isVerbatim, !isClosing { return .verbatim }
      if HTMLNames.blocks.contains(key) { return .element }
    } else if matches(buffer, name.upperBound..<line.upperBound, "/>"), HTMLNames.blocks.contains(key) {
      return .element
    }
    guard !isVerbatim || isClosing, let end = htmlTagEnd(buffer, line), trimmed(buffer, end..<line.upperBound).isEmpty
    else { return nil }
    return .loneTag
  }

  /// Appends the comments inside the HTML block that is being closed.
  mutating func appendComments() {
    guard let first = lines.first, let last = lines.last else { return }
    var at = first.lowerBound
    while let start = find(buffer, at..<last.upperBound, "<!--"),
      let end = find(buffer, (start + 2)..<last.upperBound, "-->")
    {
      append(.comment, [start..<(end + 3)])
      at = end + 3
    }
  }
}

private enum HTMLNames {
  static let verbatim = keys("pre script style textarea")
  static let blocks = keys(
    """
    address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt \
    fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link \
    main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead \
    title tr track ul
    """)

  private static func keys(_ names: String) -> Set<UInt64> {
    Set(
      names.split(separator: " ").map { name in
        Array(name.utf8).withUnsafeBufferPointer { foldedName($0, 0..<$0.count) }
      })
  }
}

private func contains(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ pattern: StaticString) -> Bool {
  find(buffer, range, pattern) != nil
}
