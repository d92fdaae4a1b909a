/// Writes HTML: what is markup is said to be, all else is shown as text, whatever it holds.
struct PageWriter: Sendable {
  private(set) var bytes: [UInt8] = []

  /// Markup of the page's own.
  mutating func markup(_ text: String) { bytes += text.utf8 }

  /// Words from outside, for the content of an element or an attribute in quotation marks.
  ///
  /// Marks of HTML are escaped. Control characters become their pictures, those that reorder or hide text U+FFFD; line breaks and tabs stay.
  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { write($0) }
  }

  private mutating func write(_ buffer: UnsafeBufferPointer<UInt8>) {
    var at = 0
    var copied = 0
    func flush(_ bytes: inout [UInt8]) { bytes += buffer[copied..<at] }
    while at < buffer.count {
      let byte = buffer[at]
      guard byte < 0x80 else {
        let length = Self.lengthOfHidden(buffer, at)
        if length > 0 {
          flush(&bytes)
          bytes += [0xEF, 0xBF, 0xBD]
          at += length
          copied = at
        } else {
          at += 1
        }
        continue
      }
      let replacement: String
      switch byte {
      case 0x26: replacement = "&amp;"
      case 0x3C: replacement = "&lt;"
      case 0x3E: replacement = "&gt;"
      case 0x22: replacement = "&quot;"
      case 0x27: replacement = "&#39;"
      case 0x09, 0x0A: replacement = ""
      // HTML would read it as a line feed.
      case 0x0D: replacement = at + 1 < buffer.count && buffer[at + 1] == 0x0A ? " " : "\n"
      case 0..<0x20: replacement = String(Unicode.Scalar(0x2400 + UInt16(byte)) ?? "\u{FFFD}")
      case 0x7F: replacement = "\u{2421}"
      default: replacement = ""
      }
      if !replacement.isEmpty {
        flush(&bytes)
        bytes += replacement.utf8
        copied = at + 1
      }
      at += 1
    }
    flush(&bytes)
  }

  /// The bytes of a scalar that would not be seen for what it is: C1 controls, marks of direction, separators, noncharacters; else 0.
  private static func lengthOfHidden(_ buffer: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    func byte(_ offset: Int) -> UInt8 { at + offset < buffer.count ? buffer[at + offset] : 0 }
    switch buffer[at] {
    case 0xC2: return byte(1) < 0xA0 ? 2 : 0
    case 0xD8: return byte(1) == 0x9C ? 2 : 0
    case 0xE2:
      switch (byte(1), byte(2)) {
      case (0x80, 0x8E), (0x80, 0x8F), (0x80, 0xA8...0xAE), (0x81, 0xA0...0xAF), (0x80, 0x8B): return 3
      default: return 0
      }
    case 0xEF:
      return byte(1) == 0xBB && byte(2) == 0xBF || byte(1) == 0xBF && byte(2) >= 0xB9 && byte(2) != 0xBD ? 3 : 0
    default: return 0
    }
  }
}

extension PageWriter {
  /// An element that holds nothing but words.
  mutating func element(_ name: String, _ attributes: String = "", _ words: String) {
    markup("<\(name)\(attributes.isEmpty ? "" : " " + attributes)>")
    text(words)
    markup("</\(name)>")
  }

  /// A term of a list of descriptions with what is said of it.
  mutating func description(_ term: String, _ words: String) {
    element("dt", "", term)
    element("dd", "", words)
  }

  /// A link to an address from outside where it leads to a page; other schemes could run something, and are shown as words.
  mutating func link(to address: String, _ words: String) {
    guard Self.isWebAddress(address) else {
      text(words == address ? words : "\(words) <\(address)>")
      return
    }
    markup("<a rel=\"noopener noreferrer\" href=\"")
    text(address)
    markup("\">")
    text(words)
    markup("</a>")
  }

  /// Whether an address begins with `http://` or `https://` and holds neither white space nor controls.
  static func isWebAddress(_ address: String) -> Bool {
    let lowered = address.prefix(8).lowercased()
    guard lowered.hasPrefix("https://") || lowered.hasPrefix("http://") else { return false }
    return address.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }
}
