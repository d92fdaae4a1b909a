/// Finds the blocks of a Markdown draft line by line, after the two-phase strategy of the CommonMark specification:
/// first the containers that a line continues, then what it opens, then its text.
struct MarkdownBlockReader {
  /// Containers inside each other beyond this are text; it bounds the work on one line.
  static let deepestNesting = 64

  /// A block quote, list item or the like that may hold other blocks.
  struct Container {
    enum Kind: Equatable {
      case draft, quote, footnote, admonition
      /// A block quote that `[!NOTE]` or the like makes the draft's own voice.
      case alert
      /// `width` counts the columns that a line must be indented to continue the item.
      case item(width: Int)
    }
    var kind: Kind
    var number = 0
    var isEmpty = true
    /// The marker and number of the list that is its latest child; marker zero where another block is.
    var listMarker: UInt8 = 0
    var listNumber = 0
  }

  /// The block that takes the coming lines.
  enum Leaf: Equatable {
    case none, paragraph, indentedCode, comment, math
    case fencedCode(marker: UInt8, length: Int)
    case html(HTMLBlockKind)
    case template(TemplateBlock)
    case table(columns: Int, number: Int)
  }

  let bytes: [UInt8]
  let buffer: UnsafeBufferPointer<UInt8>
  var outline = Outline(blocks: [])
  var containers = [Container(kind: .draft)]
  var leaf = Leaf.none
  /// The content lines of the open leaf, trimmed where it is prose.
  var lines: [Range<Int>] = []
  var hasProse = false
  private var lastNumber = 0

  init(_ bytes: [UInt8], _ buffer: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    self.buffer = buffer
  }

  mutating func readAll() {
    var at = readFrontMatter()
    while at < buffer.count {
      let end = lineEnd(buffer, from: at)
      if !readPlainLine(at..<end) { readLine(at..<end) }
      at = end + 1
      if at < buffer.count, buffer[end] == 0x0D, buffer[at] == 0x0A { at += 1 }
    }
    close(to: 0)
  }

  mutating func newNumber() -> Int {
    lastNumber += 1
    return lastNumber
  }

  /// A line outside all containers that cannot be but text; the usual case.
  private mutating func readPlainLine(_ range: Range<Int>) -> Bool {
    guard containers.count == 1, !range.isEmpty, plainLineStarts[Int(buffer[range.lowerBound])] else { return false }
    switch leaf {
    case .paragraph: lines.append(trimmed(buffer, range))
    case .none: beginParagraph(trimmed(buffer, range))
    default: return false
    }
    return true
  }

  private mutating func readLine(_ range: Range<Int>) {
    var line = MarkdownLine(buffer, range)
    var matched = matchContainers(&line)
    if matched == containers.count, continueLeaf(&line) { return }
    var continuesParagraph = leaf == .paragraph
    opening: while !line.isBlank {
      let isInParagraph = continuesParagraph && matched == containers.count
      switch open(&line, matched: matched, isInParagraph: isInParagraph, mayBeLazy: continuesParagraph) {
      case .leaf: return
      case .container:
        matched = containers.count
        continuesParagraph = false
      case .text: break opening
      }
    }
    if line.isBlank {
      close(to: matched)
    } else if continuesParagraph, leaf == .paragraph {
      lines.append(line.content)
    } else if case .table(let columns, let number) = leaf, matched == containers.count {
      appendRow(line.content, columns: columns, number: number)
    } else {
      close(to: matched)
      beginParagraph(line.content)
    }
  }

  /// How many of the open containers the line continues; reads their markers.
  private func matchContainers(_ line: inout MarkdownLine) -> Int {
    var matched = 1
    while matched < containers.count {
      switch containers[matched].kind {
      case .draft: break
      case .quote, .alert:
        guard line.indent <= 3, line.byte == UInt8(ascii: ">") else { return matched }
        line.skipMarker(1)
        line.skip(columns: 1)
      case .item(let width):
        guard continueIndented(&line, width, isEmpty: containers[matched].isEmpty) else { return matched }
      case .footnote, .admonition:
        guard continueIndented(&line, 4, isEmpty: false) else { return matched }
      }
      matched += 1
    }
    return matched
  }

  private func continueIndented(_ line: inout MarkdownLine, _ width: Int, isEmpty: Bool) -> Bool {
    if line.isBlank {
      line.skipIndent()
      return !isEmpty
    }
    guard line.indent >= width else { return false }
    line.skip(columns: width)
    return true
  }

  /// Gives the line to the open leaf; false where the leaf does not take it.
  private mutating func continueLeaf(_ line: inout MarkdownLine) -> Bool {
    switch leaf {
    case .none, .paragraph, .table: return false
    case .fencedCode(let marker, let length):
      if line.indent <= 3, closesFence(line, marker, length) {
        closeLeaf()
      } else {
        lines.append(line.at..<line.end)
      }
      return true
    case .indentedCode:
      guard line.isBlank || line.indent >= 4 else {
        closeLeaf()
        return false
      }
      if !line.isBlank { lines.append(line.first..<line.end) }
      return true
    case .html(let kind):
      if kind.endsAtBlankLine, line.isBlank {
        closeLeaf()
        return false
      }
      lines.append(line.first..<line.end)
      if kind.ends(in: buffer, line.first..<line.end) { closeLeaf() }
      return true
    case .comment:
      continueComment(line.first..<line.end, searchFrom: line.first)
      return true
    case .math:
      return continueMath(line)
    case .template(let template):
      if template.ends(in: buffer, line.first..<line.end) {
        closeLeaf()
      } else {
        lines.append(line.first..<line.end)
      }
      return true
    }
  }

  /// Closes the open leaf and all containers but the first `count`.
  mutating func close(to count: Int) {
    closeLeaf()
    if containers.count > count { containers.removeLast(containers.count - count) }
  }

  /// Notes that the innermost container gets a child that is no list.
  mutating func noteChild() {
    let last = containers.count - 1
    containers[last].isEmpty = false
    containers[last].listMarker = 0
  }
}

/// First bytes of lines that, unindented and outside all containers, open nothing and continue any paragraph.
private let plainLineStarts: [Bool] = (0..<256).map { value in
  switch UInt8(value) {
  case 0x41...0x5A, 0x61...0x7A, 0x80...0xFF, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("): true
  default: false
  }
}
