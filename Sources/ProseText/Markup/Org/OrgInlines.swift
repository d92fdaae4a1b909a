/// Finds the markup inside one block of Org.
struct OrgInlineReader: InlineReader {
  let buffer: UnsafeBufferPointer<UInt8>
  private let noteLabels: Set<String>
  var mask: InlineMask
  private var pairs = PairedMarks()
  private var brace = ClosingSearch()
  private var snippet = ClosingSearch()
  private var formula = ClosingSearch()
  var at = 0

  init(_ buffer: UnsafeBufferPointer<UInt8>, _ outline: Outline) {
    self.buffer = buffer
    noteLabels = outline.footnoteLabels
    mask = InlineMask(count: buffer.count)
  }

  mutating func readMarkup() {
    switch buffer[at] {
    case UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "+"): readPair(.emphasis)
    case UInt8(ascii: "="), UInt8(ascii: "~"): readPair(.code)
    case UInt8(ascii: "$"): readPair(.math)
    case UInt8(ascii: "["): readBracket()
    case UInt8(ascii: "<"): readTarget()
    case UInt8(ascii: "{"):
      let end = brace.next(buffer, from: at, UInt8(ascii: "}"), UInt8(ascii: "}"), UInt8(ascii: "}"))
      take(.html, to: matches(buffer, at..<buffer.count, "{{{") ? end.map { $0 + 3 } : nil)
    case UInt8(ascii: "@"):
      let end = snippet.next(buffer, from: at + 2, UInt8(ascii: "@"), UInt8(ascii: "@"))
      take(.html, to: matches(buffer, at..<buffer.count, "@@") ? end.map { $0 + 2 } : nil)
    case UInt8(ascii: "\\"): readBackslash()
    case UInt8(ascii: "h"), UInt8(ascii: "w"): readAddress()
    default: at += 1
    }
  }

  /// `*words*`, `=code=`, `$x$`: at the borders of words, one mark alone.
  private mutating func readPair(_ kind: InlineKind) {
    let end = runEnd(buffer, at, buffer.count)
    guard end == at + 1, let close = pairs.closing(buffer, at, length: 1) else {
      at = end
      return
    }
    if kind == .emphasis {
      mask.wrap(kind, at..<(close + 1), words: end..<close)
      at = end
    } else {
      take(kind, to: close + 1)
    }
  }

  /// `\(formula\)`; a line break, `\\`, stands for a space.
  private mutating func readBackslash() {
    if matches(buffer, at..<buffer.count, "\\\\") {
      mask.replace(at..<(at + 2), with: "\n")
      at += 2
    } else if matches(buffer, at..<buffer.count, "\\(") {
      take(.math, to: formula.next(buffer, from: at + 2, UInt8(ascii: "\\"), UInt8(ascii: ")")).map { $0 + 2 })
    } else {
      at += 1
    }
  }

  /// `<<target>>`, `<https://…>`.
  private mutating func readTarget() {
    let limit = min(buffer.count, at + longestLabel)
    var end = at + 1
    while end < limit, buffer[end] == UInt8(ascii: "<") { end += 1 }
    let depth = end - at
    let inside = end
    while end < limit, buffer[end] > 0x20 || depth > 1, buffer[end] != UInt8(ascii: ">"), buffer[end] != 0x0A {
      end += 1
    }
    let isClosed = matches(buffer, end..<limit, depth > 1 ? ">>" : ">")
    guard isClosed, end > inside, depth <= 3 else {
      at = inside
      return
    }
    if depth > 1 {
      take(.html, to: min(end + depth, buffer.count))
    } else if bareAddressEnd(buffer, from: inside) != nil || matches(buffer, inside..<end, "mailto:") {
      take(.address, to: end + 1, target: inside..<end)
    } else {
      at = inside
    }
  }

  // MARK: Brackets

  private mutating func readBracket() {
    let rest = at..<buffer.count
    if matches(buffer, rest, "[[") {
      readLink()
    } else if matches(buffer, rest, "[fn:") {
      readNote()
    } else if matches(buffer, rest, "[cite") {
      readNamedCitations()
    } else if !readCitations() {
      at += 1
    }
  }

  /// `[[address]]` or `[[address][words]]`.
  private mutating func readLink() {
    let start = at + 2
    var end = start
    let limit = min(buffer.count, start + 2 * longestLabel)
    while end < limit, buffer[end] != UInt8(ascii: "]"), buffer[end] != UInt8(ascii: "[") { end += 1 }
    guard end > start, end + 1 < limit, buffer[end] == UInt8(ascii: "]") else {
      at += 1
      return
    }
    let target = start..<end
    if buffer[end + 1] == UInt8(ascii: "]") { return take(linkKind(target), to: end + 2, target: target) }
    let words = end + 2
    guard buffer[end + 1] == UInt8(ascii: "[") else {
      at += 1
      return
    }
    end = words
    while end + 1 < limit, buffer[end] != UInt8(ascii: "]") || buffer[end + 1] != UInt8(ascii: "]") { end += 1 }
    guard end + 1 < limit, end > words else {
      at += 1
      return
    }
    mask.wrap(.link, at..<(end + 2), words: words..<end, target: target)
    at = words
  }

  private func linkKind(_ target: Range<Int>) -> InlineKind {
    let isImage = ([".png", ".jpg", ".svg", ".gif", "jpeg"] as [StaticString]).contains {
      target.count > 4 && matches(buffer, (target.upperBound - 4)..<target.upperBound, $0)
    }
    return isImage ? .image : .address
  }

  /// `[fn:1]`, `[fn:: words]`, `[fn:name: words]`.
  private mutating func readNote() {
    var end = at + 4
    let limit = min(buffer.count, at + longestLabel)
    while end < limit, isWordByte(buffer[end]) || buffer[end] == 0x2D || buffer[end] == 0x5F { end += 1 }
    guard end < limit else {
      at += 1
      return
    }
    let label = (at + 4)..<end
    if buffer[end] == UInt8(ascii: "]"), !label.isEmpty {
      mask.take(
        .footnote, at..<(end + 1), target: label, isResolved: noteLabels.contains(foldedLabel(buffer, label)))
      at = end + 1
    } else if buffer[end] == UInt8(ascii: ":"), let close = closingBracket(at, limit: 4 * longestLabel) {
      take(.footnote, to: close + 1, target: label)
    } else {
      at += 1
    }
  }

  /// `[cite:@key]`, `[cite/t:see @one; @two p. 5]`.
  private mutating func readNamedCitations() {
    guard let colon = buffer[at...].prefix(24).firstIndex(of: UInt8(ascii: ":")),
      buffer[at + 5] == UInt8(ascii: ":") || buffer[at + 5] == UInt8(ascii: "/"),
      colon + 1 < buffer.count, readCitations()
    else {
      at += 1
      return
    }
  }
}
