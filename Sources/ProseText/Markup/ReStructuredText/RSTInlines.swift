/// Finds the markup inside one block of reStructuredText.
struct RSTInlineReader: InlineReader {
  /// Roles whose text is what readers see.
  private static let textRoles: Set<String> = [
    "emphasis", "strong", "title", "title-reference", "t", "sub", "subscript", "sup", "superscript", "abbr", "dfn",
    "guilabel", "menuselection",
  ]
  private static let linkRoles: Set<String> = [
    "ref", "doc", "numref", "term", "any", "download", "pep", "rfc", "pep-reference", "rfc-reference",
  ]
  private static let citationRoles: Set<String> = ["cite", "footcite", "cite:p", "cite:t", "footcite:p", "footcite:t"]

  let buffer: UnsafeBufferPointer<UInt8>
  private let linkLabels: Set<String>
  private let noteLabels: Set<String>
  var mask: InlineMask
  private var pairs = PairedMarks()
  var at = 0

  init(_ buffer: UnsafeBufferPointer<UInt8>, _ outline: Outline) {
    self.buffer = buffer
    linkLabels = outline.linkLabels
    noteLabels = outline.footnoteLabels
    mask = InlineMask(count: buffer.count)
  }

  mutating func readMarkup() {
    switch buffer[at] {
    case UInt8(ascii: "\\"): readBackslash()
    case UInt8(ascii: "`"): readBackquote(role: nil, from: at)
    case UInt8(ascii: "*"): readEmphasis()
    case UInt8(ascii: "|"): readSubstitution()
    case UInt8(ascii: ":"): readRole()
    case UInt8(ascii: "["): readNote()
    case UInt8(ascii: "_"): readReference()
    case UInt8(ascii: "h"), UInt8(ascii: "w"): readAddress()
    default: at += 1
    }
  }

  private mutating func readBackslash() {
    let next = at + 1 < buffer.count ? buffer[at + 1] : 0x80
    // Escaped white space is nothing at all.
    mask.hide(at..<(at + (next <= 0x20 ? 2 : 1)))
    at += next < 0x80 ? 2 : 1
  }

  private mutating func readEmphasis() {
    let end = runEnd(buffer, at, buffer.count)
    let length = min(end - at, 2)
    guard end - at <= 2, let close = pairs.closing(buffer, at, length: length) else {
      at = end
      return
    }
    mask.wrap(.emphasis, at..<(close + length), words: end..<close)
    at = end
  }

  private mutating func readSubstitution() {
    guard let close = pairs.closing(buffer, at, length: 1), close - at <= 200 else {
      at += 1
      return
    }
    mask.take(.html, at..<(close + 1))
    at = close + 1
  }

  // MARK: Backquotes

  /// `:role:` before a backquote.
  private mutating func readRole() {
    let start = at
    at += 1
    guard start == 0 || !isWordByte(buffer[start - 1]) else {
      // The two colons that announce code end in one.
      if at < buffer.count, buffer[at] == UInt8(ascii: ":"), at + 1 == buffer.count { mask.hide(at..<(at + 1)) }
      return
    }
    var end = at
    let limit = min(buffer.count, at + 40)
    while end < limit, isWordByte(buffer[end]) || ":-+._".utf8.contains(buffer[end]) { end += 1 }
    guard end < limit, end > at + 1, buffer[end] == UInt8(ascii: "`"), buffer[end - 1] == UInt8(ascii: ":") else {
      return
    }
    let role = String(decoding: buffer[at..<(end - 1)], as: UTF8.self).lowercased()
    at = end
    readBackquote(role: role, from: start)
  }

  private mutating func readBackquote(role: String?, from start: Int) {
    let opening = at
    let end = runEnd(buffer, at, buffer.count)
    at = end
    if end - opening == 2 {
      guard let close = pairs.closing(buffer, opening, length: 2) else { return }
      mask.take(.code, start..<(close + 2))
      at = close + 2
      return
    }
    // Behind a role the backquote stands behind a colon, which is no letter.
    guard end - opening == 1, let close = pairs.closing(buffer, opening, length: 1) else { return }
    take(role, start, words: end..<close)
  }

  private mutating func take(_ role: String?, _ start: Int, words: Range<Int>) {
    at = words.upperBound + 1
    var isReference = false
    while at < buffer.count, buffer[at] == UInt8(ascii: "_"), at - words.upperBound <= 2 {
      isReference = true
      at += 1
    }
    let range = start..<at
    guard let role else {
      if isReference { return takeLink(range, words) }
      return mask.wrap(.emphasis, range, words: words)
    }
    if Self.textRoles.contains(role) {
      mask.wrap(.emphasis, range, words: words)
    } else if Self.linkRoles.contains(role) {
      takeLink(range, words, isRole: true)
    } else if Self.citationRoles.contains(role) {
      mask.take(.citation, range, target: words)
    } else {
      mask.take(role == "math" ? .math : .code, range)
    }
  }

  /// `` `words <target>`_ ``, or the words alone, which name their target.
  private mutating func takeLink(_ range: Range<Int>, _ words: Range<Int>, isRole: Bool = false) {
    if buffer[words.upperBound - 1] == UInt8(ascii: ">"),
      let open = buffer[words].lastIndex(of: UInt8(ascii: "<")), open > words.lowerBound
    {
      let target = (open + 1)..<(words.upperBound - 1)
      return mask.wrap(.link, range, words: trimmed(buffer, words.lowerBound..<open), target: target)
    }
    let isResolved = isRole || isDefined(words)
    mask.wrap(.link, range, words: words, target: words, isResolved: isResolved)
  }

  private func isDefined(_ words: Range<Int>) -> Bool {
    words.count <= longestLabel && linkLabels.contains(foldedLabel(buffer, words))
  }

  // MARK: Notes and references

  /// `[1]_`, `[#name]_`, `[*]_`, `[Key2019]_`.
  private mutating func readNote() {
    let start = at
    at += 1
    var end = at
    let limit = min(buffer.count, start + longestLabel)
    while end < limit, buffer[end] > 0x20, buffer[end] != UInt8(ascii: "]"), buffer[end] != UInt8(ascii: "[") {
      end += 1
    }
    guard end > at, end + 1 < buffer.count, buffer[end] == UInt8(ascii: "]"), buffer[end + 1] == UInt8(ascii: "_"),
      end + 2 == buffer.count || !isWordByte(buffer[end + 2])
    else { return }
    let label = at..<end
    let isNumbered = isASCIIDigit(buffer[at]) || buffer[at] == UInt8(ascii: "#") || buffer[at] == UInt8(ascii: "*")
    mask.take(
      isNumbered ? .footnote : .citation, start..<(end + 2), target: label,
      isResolved: noteLabels.contains(foldedLabel(buffer, label)))
    at = end + 2
  }

  /// `name_`, where the draft has a target of that name, and the anonymous `name__`.
  private mutating func readReference() {
    let mark = at
    at = runEnd(buffer, at, buffer.count)
    guard mark > 0, isWordByte(buffer[mark - 1]), at - mark <= 2, at == buffer.count || !isWordByte(buffer[at]) else {
      return
    }
    var start = mark
    while start > 0, mark - start < 64, isWordByte(buffer[start - 1]) || "-.+".utf8.contains(buffer[start - 1]) {
      start -= 1
    }
    while start < mark, buffer[start] & 0xC0 == 0x80 { start += 1 }
    guard at - mark == 2 || isDefined(start..<mark) else { return }
    mask.wrap(.link, start..<at, words: start..<mark, target: start..<mark)
  }
}
