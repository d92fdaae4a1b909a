/// Reads HTML as a mask over the draft's bytes.
///
/// Elements make the blocks, by what they are in the standard: headings, paragraphs, list items, quotations, cells,
/// captions. Scripts, styles, code, formulas and everything in the head are no prose. Broken HTML is read as far as it
/// goes: a tag that never ends is text, an element that never ends lasts to the draft's end.
enum HTML: MarkupReader {
  static func outline(of bytes: [UInt8]) -> Outline {
    bytes.withUnsafeBufferPointer { buffer in
      var reader = HTMLBlockReader(buffer)
      reader.readAll()
      return reader.blocks.outline
    }
  }

  static func content(of block: BlockOutline, in bytes: [UInt8], _ outline: Outline) -> BlockContent {
    readSegments(of: block, in: bytes) { buffer in
      var reader = HTMLInlineReader(buffer)
      return reader.readAll()
    }
  }
}

/// A tag with its name as a number (see `HTMLElement.key`).
struct HTMLTag {
  let range: Range<Int>
  let name: UInt64
  let isClosing: Bool
  let isSelfClosing: Bool

  /// The tag that begins at a `<`; nil where none does.
  init?(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int) {
    guard let end = htmlTagEnd(buffer, start..<buffer.count) ?? Self.looseEnd(buffer, start) else { return nil }
    range = start..<end
    isClosing = buffer[start + 1] == UInt8(ascii: "/")
    isSelfClosing = buffer[end - 2] == UInt8(ascii: "/")
    name = foldedName(buffer, tagName(buffer, (start + (isClosing ? 2 : 1))..<end))
  }

  /// Behind the next `>`, as browsers read a tag whose attributes are malformed.
  private static func looseEnd(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    let name = start + 1 < buffer.count && buffer[start + 1] == UInt8(ascii: "/") ? start + 2 : start + 1
    guard name < buffer.count, isASCIILetter(buffer[name]) else { return nil }
    var end = name
    let limit = min(buffer.count, start + 400)
    while end < limit, buffer[end] != UInt8(ascii: "<") {
      if buffer[end] == UInt8(ascii: ">") { return end + 1 }
      end += 1
    }
    return nil
  }

  /// The value of an attribute; nil where the tag has none of that name, empty where it has no value.
  func value(of attribute: StaticString, in buffer: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var at = range.lowerBound + 1
    while at < range.upperBound, buffer[at] > 0x20 { at += 1 }
    while at < range.upperBound {
      while at < range.upperBound, buffer[at] <= 0x20 || buffer[at] == UInt8(ascii: "/") { at += 1 }
      let start = at
      while at < range.upperBound, isAttributeNameByte(buffer[at]) { at += 1 }
      let isWanted =
        at - start == attribute.utf8CodeUnitCount
        && (start..<at).allSatisfy { buffer[$0] | 0x20 == attribute.utf8Start[$0 - start] }
      if at == start { return nil }
      while at < range.upperBound, buffer[at] <= 0x20 { at += 1 }
      var value = at..<at
      if at < range.upperBound, buffer[at] == UInt8(ascii: "=") {
        at += 1
        while at < range.upperBound, buffer[at] <= 0x20 { at += 1 }
        value = valueRange(buffer, at)
        at = value.upperBound + (value.lowerBound > at ? 1 : 0)
      }
      if isWanted { return value }
    }
    return nil
  }

  private func valueRange(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int) -> Range<Int> {
    guard start < range.upperBound else { return start..<start }
    let quote = buffer[start]
    var end = start + 1
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      while end < range.upperBound, buffer[end] != quote { end += 1 }
      return (start + 1)..<end
    }
    end = start
    while end < range.upperBound - 1, buffer[end] > 0x20 { end += 1 }
    return start..<end
  }

  private func isAttributeNameByte(_ byte: UInt8) -> Bool {
    isASCIILetter(byte) || isASCIIDigit(byte) || byte == 0x2D || byte == 0x5F || byte == 0x3A || byte == 0x2E
  }
}

/// What elements are to a reader of prose, by name.
enum HTMLElement {
  static let pre = key("pre")
  static let head = key("head")
  static let code = keys("code kbd samp tt var")
  /// What is inside is text to the parser or no prose: nothing but their own closing tag ends them.
  static let raw = keys("script style textarea template title")
  /// What is inside are elements, and none of it is prose.
  static let opaque = keys("svg math object canvas select audio video iframe")
  static let lists = keys("ul ol dl menu")
  static let items = keys("li dt dd")
  static let cells = keys("td th")
  static let captions = keys("caption figcaption")
  static let quotation = key("blockquote")
  static let table = key("table")
  static let lineBreak = key("br")
  static let anchor = key("a")
  static let citation = key("cite")
  static let image = key("img")
  static let superscript = key("sup")
  static let emphasis = keys("em strong b i u s mark del ins small q")
  static let void = keys("area base br col embed hr img input link meta param source track wbr")
  /// Block-level elements: their tags part blocks.
  static let blocks = keys(
    """
    address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption \
    figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ol optgroup option p pre search \
    section summary table tbody td tfoot th thead tr ul
    """)
  /// Elements that end where the next of the same kind begins.
  static let selfEnding = keys("p li dt dd td th tr option")

  /// The level of a heading's element, 0 for others.
  static func headingLevel(_ name: UInt64) -> Int { headings.firstIndex(of: name).map { $0 + 1 } ?? 0 }

  private static let headings = (1...6).map { key("h\($0)") }

  private static func key(_ name: String) -> UInt64 {
    Array(name.utf8).withUnsafeBufferPointer { foldedName($0, 0..<$0.count) }
  }

  private static func keys(_ names: String) -> Set<UInt64> { Set(names.split(separator: " ").map { key(String($0)) }) }
}
