import ProseText

/// A source key that is being typed: what of it is there, and how the draft's format writes one.
struct TypedKey: Sendable, Equatable {
  /// The bytes that a whole key replaces.
  let range: Range<Int>
  /// What is there of the key.
  let typed: String
  /// What stands around the key in place of the bytes: nothing where the format's own marks are there already.
  private let opening: String
  private let closing: String

  /// How far back a line is looked through.
  private static let farthest = 400

  /// The key at a place; nil where nobody types one there.
  init?(at offset: Int, in text: SourceText, _ format: DraftFormat) {
    let bytes = text.bytes
    let line = max(text.lines.starts[text.lines.line(of: offset)], offset - Self.farthest)
    var start = offset
    while start > line, Self.isKeyByte(bytes[start - 1]) { start -= 1 }
    let before = bytes[line..<start]
    typed = text.string(start..<offset)
    if before.last == UInt8(ascii: "@") {
      let isMarked = before.count > 1 && Self.isWordByte(before[start - 2])
      // "desk@example" is an address.
      guard !isMarked else { return nil }
      if Self.citesInBrackets(format), Self.isInBrackets(before) {
        (range, opening, closing) = (start..<offset, "", "")
      } else {
        range = start - 1..<offset
        (opening, closing) = Self.marks(of: format)
      }
    } else if before.ends(with: "{src:") || Self.isInCommand(before, format) {
      (range, opening, closing) = (start..<offset, "", "")
    } else {
      return nil
    }
  }

  /// The text for a key.
  func text(for id: String) -> String { opening + id + closing }

  /// What clients hold the typed text against.
  func filter(for id: String) -> String { opening.isEmpty ? id : "@" + id }

  private static func citesInBrackets(_ format: DraftFormat) -> Bool {
    switch format {
    case .plainText, .markdown, .asciidoc, .org: true
    case .html, .latex, .reStructuredText: false
    }
  }

  /// How a format writes a key.
  private static func marks(of format: DraftFormat) -> (opening: String, closing: String) {
    switch format {
    case .plainText, .markdown, .asciidoc, .org: ("[@", "]")
    case .latex: ("\\cite{", "}")
    case .reStructuredText: (":cite:`", "`")
    case .html: ("{src:", "}")
    }
  }

  private static func isInBrackets(_ before: ArraySlice<UInt8>) -> Bool {
    let bracket = before.last { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }
    return bracket == UInt8(ascii: "[")
  }

  /// Whether a place stands among the keys of the format's own command: `\cite[p. 3]{one,`, `cite:[`, `` :cite:` ``.
  private static func isInCommand(_ before: ArraySlice<UInt8>, _ format: DraftFormat) -> Bool {
    var rest = before
    while let last = rest.last, isKeyByte(last) || last == UInt8(ascii: ",") || last == 0x20 { rest = rest.dropLast() }
    switch format {
    case .latex:
      guard rest.popLast() == UInt8(ascii: "{") else { return false }
      while rest.last == UInt8(ascii: "]"), let open = rest.lastIndex(of: UInt8(ascii: "[")) { rest = rest[..<open] }
      if rest.last == UInt8(ascii: "*") { rest = rest.dropLast() }
      var name: [UInt8] = []
      while let last = rest.last, (last | 0x20) &- 0x61 < 26 { name.append(rest.removeLast() | 0x20) }
      return rest.last == UInt8(ascii: "\\") && String(decoding: name.reversed(), as: UTF8.self).contains("cite")
    case .asciidoc: return rest.ends(with: "cite:[") || rest.ends(with: "citenp:[")
    case .reStructuredText:
      guard rest.popLast() == UInt8(ascii: "`") else { return false }
      return rest.ends(with: ":cite:") || rest.ends(with: ":cite:p:") || rest.ends(with: ":cite:t:")
    case .plainText, .markdown, .html, .org: return false
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  /// The bytes of keys; a colon inside one is looked for only behind its beginning.
  private static func isKeyByte(_ byte: UInt8) -> Bool { isWordByte(byte) || ".#$%&-+?~/".utf8.contains(byte) }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}
