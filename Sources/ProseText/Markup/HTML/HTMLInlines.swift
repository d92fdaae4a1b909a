/// Finds the markup inside one block of HTML: one pass from tag to tag.
struct HTMLInlineReader: InlineReader {
  /// Elements open inside each other beyond this are passed over.
  static let deepestNesting = 64

  private struct Element {
    let name: UInt64
    let start: Int
    let words: Int
    let target: Range<Int>
  }

  let buffer: UnsafeBufferPointer<UInt8>
  var mask: InlineMask
  private var open: [Element] = []
  private var comment = ClosingSearch()
  private var declaration = ClosingSearch()
  var at = 0

  init(_ buffer: UnsafeBufferPointer<UInt8>, _ outline: Outline) {
    self.buffer = buffer
    mask = InlineMask(count: buffer.count)
  }

  mutating func readMarkup() {
    switch buffer[at] {
    case UInt8(ascii: "<"): readPointedBracket()
    case UInt8(ascii: "&"): readEntity()
    case UInt8(ascii: "h"), UInt8(ascii: "w"): readAddress()
    default: at += 1
    }
  }

  private mutating func readPointedBracket() {
    if matches(buffer, at..<buffer.count, "<!--") {
      let end = comment.next(buffer, from: at + 2, 0x2D, 0x2D, UInt8(ascii: ">")).map { $0 + 3 }
      mask.take(.comment, at..<(end ?? buffer.count))
      at = end ?? buffer.count
    } else if at + 1 < buffer.count, buffer[at + 1] == UInt8(ascii: "!") || buffer[at + 1] == UInt8(ascii: "?"),
      let end = declaration.next(buffer, from: at + 2, UInt8(ascii: ">"))
    {
      mask.take(.html, at..<(end + 1))
      at = end + 1
    } else if let tag = HTMLTag(buffer, at) {
      at = tag.range.upperBound
      read(tag)
    } else {
      at += 1
    }
  }

  private mutating func read(_ tag: HTMLTag) {
    let isVoid = tag.isSelfClosing || HTMLElement.void.contains(tag.name)
    if tag.name == HTMLElement.lineBreak {
      mask.replace(tag.range, with: "\n")
    } else if tag.name == HTMLElement.image {
      mask.take(.image, tag.range, target: tag.value(of: "src", in: buffer) ?? 0..<0)
    } else if !isVoid, !tag.isClosing, let kind = opaqueKind(tag.name) {
      let end = tag.elementEnd(in: buffer)
      mask.take(kind, tag.range.lowerBound..<end)
      at = end
    } else if !isVoid, isWrapper(tag.name) {
      mask.hide(tag.range)
      if tag.isClosing { leave(tag) } else { enter(tag) }
    } else {
      mask.take(.html, tag.range)
    }
  }

  private func opaqueKind(_ name: UInt64) -> InlineKind? {
    if HTMLElement.code.contains(name) { return .code }
    return HTMLElement.raw.contains(name) || HTMLElement.opaque.contains(name) ? .html : nil
  }

  private func isWrapper(_ name: UInt64) -> Bool {
    name == HTMLElement.anchor || name == HTMLElement.citation || name == HTMLElement.superscript
      || HTMLElement.emphasis.contains(name)
  }

  private mutating func enter(_ tag: HTMLTag) {
    guard open.count < Self.deepestNesting else { return }
    var target = 0..<0
    if tag.name == HTMLElement.anchor {
      // An anchor without an address is a place, not a link.
      guard let address = tag.value(of: "href", in: buffer) else { return }
      target = address
    }
    open.append(
      Element(name: tag.name, start: tag.range.lowerBound, words: tag.range.upperBound, target: target))
  }

  private mutating func leave(_ tag: HTMLTag) {
    guard let index = open.lastIndex(where: { $0.name == tag.name }) else { return }
    let element = open[index]
    open.removeSubrange(index...)
    let range = element.start..<tag.range.upperBound
    let words = element.words..<tag.range.lowerBound
    switch tag.name {
    case HTMLElement.anchor:
      if isNoteMark(element, words) {
        mask.take(.footnote, range, target: element.target)
      } else if !element.target.isEmpty {
        mask.wrap(.link, range, words: words, target: element.target)
      }
    case HTMLElement.superscript:
      // A number raised behind a word may be a power; a link or brackets make it a note.
      if words.contains(where: { buffer[$0] == UInt8(ascii: "<") || buffer[$0] == UInt8(ascii: "[") }),
        words.count <= 400
      {
        mask.take(.footnote, range)
      }
    case HTMLElement.citation: mask.wrap(.citation, range, words: words)
    default: mask.wrap(.emphasis, range, words: words)
    }
  }

  /// "[3]", "3", "*": a link inside the page whose words are no words.
  private func isNoteMark(_ element: Element, _ words: Range<Int>) -> Bool {
    guard let first = element.target.first, buffer[first] == UInt8(ascii: "#"), words.count <= 8 else { return false }
    return words.allSatisfy { !isASCIILetter(buffer[$0]) }
  }
}
