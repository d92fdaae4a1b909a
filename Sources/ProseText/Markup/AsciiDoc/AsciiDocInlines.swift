/// Finds the markup inside one block of AsciiDoc.
struct AsciiDocInlineReader: InlineReader {
  let buffer: UnsafeBufferPointer<UInt8>
  var mask: InlineMask
  private var pairs = PairedMarks()
  var at = 0

  init(_ buffer: UnsafeBufferPointer<UInt8>, _ outline: Outline) {
    self.buffer = buffer
    mask = InlineMask(count: buffer.count)
  }

  mutating func readMarkup() {
    switch buffer[at] {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "#"): readQuoted(.emphasis)
    case UInt8(ascii: "`"), UInt8(ascii: "+"): readQuoted(.code)
    case UInt8(ascii: "<"): readCrossReference()
    case UInt8(ascii: "["): readBracket()
    case UInt8(ascii: "{"): readAttribute()
    case UInt8(ascii: "&"): readEntity()
    case UInt8(ascii: ":"): readMacro()
    case UInt8(ascii: "h"), UInt8(ascii: "w"): readAddressWithWords()
    case UInt8(ascii: "\\"):
      mask.hide(at..<(at + 1))
      at += at + 1 < buffer.count && buffer[at + 1] < 0x80 ? 2 : 1
    default: at += 1
    }
  }

  // MARK: Quoted text

  /// `*words*` at the borders of words, `**words**` anywhere.
  private mutating func readQuoted(_ kind: InlineKind) {
    let end = runEnd(buffer, at, buffer.count)
    let length = end - at
    guard length <= 2, let close = pairs.closing(buffer, at, length: length, isConstrained: length == 1) else {
      at = end
      return
    }
    let range = at..<(close + length)
    if kind == .code {
      // Typographic quotation marks: "`words`".
      if length == 1, at > 0, close + 1 < buffer.count, buffer[at - 1] == buffer[close + 1],
        buffer[at - 1] == UInt8(ascii: "\"") || buffer[at - 1] == UInt8(ascii: "'")
      {
        mask.hide(at..<end)
        mask.hide(close..<(close + 1))
        at = end
        return
      }
      mask.take(.code, range)
      at = range.upperBound
    } else {
      mask.wrap(kind, range, words: end..<close)
      at = end
    }
  }

  // MARK: References

  /// `<<place>>` or `<<place,words>>`.
  private mutating func readCrossReference() {
    let start = at
    at += 1
    guard at < buffer.count, buffer[at] == UInt8(ascii: "<") else { return }
    var end = start + 2
    let limit = min(buffer.count, start + longestLabel)
    var comma: Int?
    while end < limit, buffer[end] != UInt8(ascii: ">"), buffer[end] != UInt8(ascii: "<") {
      if buffer[end] == UInt8(ascii: ","), comma == nil { comma = end }
      end += 1
    }
    guard end + 1 < limit, end > start + 2, buffer[end] == UInt8(ascii: ">"), buffer[end + 1] == UInt8(ascii: ">")
    else { return }
    let target = (start + 2)..<(comma ?? end)
    if let comma {
      mask.wrap(.link, start..<(end + 2), words: trimmed(buffer, (comma + 1)..<end), target: target)
    } else {
      mask.take(.citation, start..<(end + 2), target: target)
    }
    at = end + 2
  }

  /// `[[anchor]]`, `[@key]`, and the attributes before a quoted text.
  private mutating func readBracket() {
    if readCitations() { return }
    let start = at
    at += 1
    guard at < buffer.count else { return }
    let isAnchor = buffer[at] == UInt8(ascii: "[")
    guard isAnchor || buffer[at] == UInt8(ascii: ".") || buffer[at] == UInt8(ascii: "#") else { return }
    guard let close = closingBracket(start, limit: 200) else { return }
    var end = close + 1
    while isAnchor, end < buffer.count, buffer[end] == UInt8(ascii: "]"), end - close < 3 { end += 1 }
    guard isAnchor || end < buffer.count && "*_#`".utf8.contains(buffer[end]) else { return }
    mask.hide(start..<end)
    at = end
  }

  /// `{attribute}`.
  private mutating func readAttribute() {
    let start = at
    at += 1
    var end = at
    while end < buffer.count, isWordByte(buffer[end]) || "-_:".utf8.contains(buffer[end]) { end += 1 }
    guard end > at, end < buffer.count, buffer[end] == UInt8(ascii: "}") else {
      at = end
      return
    }
    mask.take(.html, start..<(end + 1))
    at = end + 1
  }

  // MARK: Macros

  /// A bare address, with the words that may follow it in brackets.
  private mutating func readAddressWithWords() {
    guard let end = bareAddressEnd(buffer, from: at) else {
      at += 1
      return
    }
    let address = at..<end
    if end < buffer.count, buffer[end] == UInt8(ascii: "["), let close = closingBracket(end, limit: longestLabel) {
      takeLink(address.lowerBound, target: address, open: end, close: close)
    } else {
      mask.take(.address, address, target: address)
      at = end
    }
  }

  private mutating func takeLink(_ start: Int, target: Range<Int>, open: Int, close: Int) {
    let range = start..<(close + 1)
    var words = (open + 1)..<close
    // `link:page[words,window=_blank]`, `link:page[words^]`
    if let last = words.last, buffer[last] == UInt8(ascii: "^") { words = words.dropLast() }
    if words.isEmpty {
      mask.take(.address, range, target: target)
      at = range.upperBound
    } else {
      mask.wrap(.link, range, words: words, target: target)
      at = words.lowerBound
    }
  }

  /// `name:target[words]`, where the reader stands at the colon.
  private mutating func readMacro() {
    let colon = at
    at += 1
    var start = colon
    while start > 0, colon - start < 16, buffer[start - 1] &- 0x61 < 26 { start -= 1 }
    guard start < colon, start == 0 || !isWordByte(buffer[start - 1]) else { return }
    let name = String(decoding: buffer[start..<colon], as: UTF8.self)
    guard let macro = Self.macros[name], let open = macroBracket(colon + 1),
      let close = closingBracket(open, limit: 4 * longestLabel)
    else { return }
    let target = (colon + 1)..<open
    switch macro {
    case .link: takeLink(start, target: target, open: open, close: close)
    case .opaque(let kind):
      mask.take(kind, start..<(close + 1), target: kind == .citation ? (open + 1)..<close : target)
      at = close + 1
    }
  }

  private enum Macro { case link, opaque(InlineKind) }

  private static let macros: [String: Macro] = [
    "link": .link, "xref": .link, "mailto": .link, "footnote": .opaque(.footnote), "footnoteref": .opaque(.footnote),
    "cite": .opaque(.citation), "citenp": .opaque(.citation), "bibitem": .opaque(.html), "image": .opaque(.image),
    "icon": .opaque(.image), "stem": .opaque(.math), "latexmath": .opaque(.math), "asciimath": .opaque(.math),
    "pass": .opaque(.html), "kbd": .opaque(.code), "btn": .opaque(.code), "menu": .opaque(.code),
    "anchor": .opaque(.html), "indexterm": .opaque(.html), "include": .opaque(.html),
  ]

  /// The bracket behind a macro's target.
  private func macroBracket(_ start: Int) -> Int? {
    var at = start
    let limit = min(buffer.count, start + 400)
    while at < limit, buffer[at] > 0x20, buffer[at] != UInt8(ascii: "[") { at += 1 }
    return at < limit && buffer[at] == UInt8(ascii: "[") ? at : nil
  }
}
