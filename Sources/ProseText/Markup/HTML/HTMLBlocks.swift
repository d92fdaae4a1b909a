/// Finds the blocks of an HTML draft: one pass over the tags, with a stack of the block-level elements that are open.
struct HTMLBlockReader: BlockReader {
  /// Elements inside each other beyond this are not told apart; it bounds the work on one tag.
  static let deepestNesting = 128

  /// An open element, and what it and those around it make of the text inside.
  private struct Element {
    let name: UInt64
    var kind = BlockKind.paragraph
    var level = 0
    /// Whether a quotation is open.
    var isQuoted = false
    /// The number of the innermost list, quotation or table.
    var container: Int?

    init(_ name: UInt64, inside outer: Element?) {
      self.name = name
      isQuoted = name == HTMLElement.quotation || outer?.isQuoted == true
      container = outer?.container
      if let own = HTMLElement.kind(name) {
        kind = own
        level = HTMLElement.headingLevel(name)
        // A quotation around a list or table makes quotations of what is in it.
        if isQuoted, kind == .listItem || kind == .tableCell { kind = .quote }
      } else {
        kind = outer?.kind ?? .paragraph
        level = outer?.level ?? 0
      }
    }
  }

  private let buffer: UnsafeBufferPointer<UInt8>
  private(set) var blocks: BlockCollector
  private var open: [Element] = []
  private var comment = ClosingSearch()
  private var declaration = ClosingSearch()
  private var at = 0
  /// The text of the open block: from its first byte that is no white space and no tag to its last.
  private var text: Range<Int>?
  /// Where the open block's first tag stands, when nothing but tags came before its text.
  private var firstTag: Int?

  init(_ buffer: UnsafeBufferPointer<UInt8>) {
    self.buffer = buffer
    blocks = BlockCollector(buffer)
  }

  mutating func readAll() {
    at = buffer.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while at < buffer.count {
      if buffer[at] == UInt8(ascii: "<") {
        readMarkup()
      } else {
        if buffer[at] > 0x20 { note(at..<(at + 1)) }
        at += 1
      }
    }
    close()
  }

  private mutating func note(_ range: Range<Int>) {
    text = (text?.lowerBound ?? firstTag ?? range.lowerBound)..<range.upperBound
  }

  private mutating func readMarkup() {
    if let end = commentEnd() {
      if text != nil {
        note(at..<end)
      } else if firstTag == nil {
        blocks.append(.comment, [at..<end])
      }
      at = end
    } else if let end = declarationEnd() {
      at = end
    } else if let tag = HTMLTag(buffer, at) {
      read(tag)
    } else {
      note(at..<(at + 1))
      at += 1
    }
  }

  private mutating func commentEnd() -> Int? {
    guard matches(buffer, at..<buffer.count, "<!--") else { return nil }
    return comment.next(buffer, from: at + 2, 0x2D, 0x2D, UInt8(ascii: ">")).map { $0 + 3 } ?? buffer.count
  }

  private mutating func declarationEnd() -> Int? {
    guard at + 1 < buffer.count, buffer[at + 1] == UInt8(ascii: "!") || buffer[at + 1] == UInt8(ascii: "?") else {
      return nil
    }
    return declaration.next(buffer, from: at + 2, UInt8(ascii: ">")).map { $0 + 1 }
  }

  private mutating func read(_ tag: HTMLTag) {
    at = tag.range.upperBound
    let isEmpty = tag.isSelfClosing || HTMLElement.void.contains(tag.name)
    if HTMLElement.blocks.contains(tag.name) {
      close()
      if tag.isClosing { leave(tag.name) } else if !isEmpty { enter(tag) }
    } else if !tag.isClosing, !isEmpty, HTMLElement.raw.contains(tag.name) || HTMLElement.opaque.contains(tag.name) {
      at = tag.elementEnd(in: buffer)
      if text != nil { note(tag.range.lowerBound..<at) }
    } else if text != nil {
      note(tag.range)
    } else if !tag.isClosing, firstTag == nil {
      firstTag = tag.range.lowerBound
    }
  }

  private mutating func enter(_ tag: HTMLTag) {
    if tag.name == HTMLElement.head {
      at = tag.elementEnd(in: buffer)
      return
    }
    if tag.name == HTMLElement.pre {
      at = tag.elementEnd(in: buffer)
      let inside = trimmedBlock(tag.range.upperBound..<at)
      blocks.append(.code, [inside])
      return
    }
    if HTMLElement.selfEnding.contains(tag.name), open.last?.name == tag.name { open.removeLast() }
    guard open.count < Self.deepestNesting else { return }
    var element = Element(tag.name, inside: open.last)
    if HTMLElement.isNumbered(tag.name) { element.container = blocks.newNumber() }
    open.append(element)
  }

  private mutating func leave(_ name: UInt64) {
    guard let index = open.lastIndex(where: { $0.name == name }) else { return }
    open.removeSubrange(index...)
  }

  /// The text of an element without its closing tag and white space at its ends.
  private func trimmedBlock(_ range: Range<Int>) -> Range<Int> {
    let end = buffer[range].lastIndex(of: UInt8(ascii: "<")) ?? range.upperBound
    return trimmedText(buffer, range.lowerBound..<end)
  }

  /// Closes the open block; what it is, the elements around it say.
  private mutating func close() {
    defer {
      text = nil
      firstTag = nil
    }
    guard let text else { return }
    let around = open.last
    let level = around?.level ?? 0
    blocks.append(
      around?.kind ?? .paragraph, [text], level: level, container: level > 0 ? nil : around?.container)
  }
}
