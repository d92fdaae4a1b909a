/// What a line of plain text opens an item of a list with: "- ", "* ", "• ", "1. ", "2) ".
struct PlainListMarker {
  /// The mark, or what stands behind the number.
  private let mark: UInt8
  /// The number; nil for a mark alone.
  let number: Int?
  /// Where the item's text begins.
  let content: Int

  /// The marker that the line, which is trimmed, begins with; nil where it has none or no text behind it.
  init?(_ buffer: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
    var at = line.lowerBound
    switch buffer[at] {
    case 0x2D, 0x2A, 0x2B:
      mark = buffer[at]
      number = nil
      at += 1
    case 0xE2:
      // • ‣ ◦ ▪ ●
      guard line.count > 3 else { return nil }
      switch (buffer[at + 1], buffer[at + 2]) {
      case (0x80, 0xA2), (0x80, 0xA3), (0x97, 0xA6), (0x96, 0xAA), (0x97, 0x8F): mark = 0xE2
      default: return nil
      }
      number = nil
      at += 3
    case 0x30...0x39:
      var value = 0
      while at < line.upperBound, at - line.lowerBound < 3, buffer[at] &- 0x30 < 10 {
        value = value * 10 + Int(buffer[at] &- 0x30)
        at += 1
      }
      guard at < line.upperBound, buffer[at] == 0x2E || buffer[at] == 0x29 else { return nil }
      mark = buffer[at]
      number = value
      at += 1
    default: return nil
    }
    let start = at
    while at < line.upperBound, isBlank(buffer[at]) { at += 1 }
    guard at < line.upperBound, at > start || mark == 0xE2 else { return nil }
    content = at
  }

  /// Whether it is a sign that serves nothing but lists.
  var isBullet: Bool { mark == 0xE2 }

  /// Whether it is the next marker in the list of `other`.
  func follows(_ other: PlainListMarker) -> Bool {
    mark == other.mark && number == other.number.map { $0 + 1 }
  }

  /// Whether it belongs to the list of `other`, whose items may be counted by hand.
  func continues(_ other: PlainListMarker) -> Bool {
    mark == other.mark && (number == nil) == (other.number == nil)
  }
}
