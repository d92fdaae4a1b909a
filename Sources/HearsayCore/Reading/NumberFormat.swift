/// How a draft writes numbers: which mark parts thousands, and which begins the decimals.
///
/// Decided once for a whole draft, by its own usage: "1.234,5" and "2,5" speak for a decimal comma, "1,234.5" and "2.5" for a
/// decimal point. Without evidence numbers are read as English.
struct NumberFormat: Sendable, Hashable {
  /// A comma begins the decimals, a point parts thousands.
  var hasDecimalComma = false
  /// The draft parts thousands with commas, so spaces between digits do not.
  var groupsWithComma = false
  /// "1.234" or "1,234" could be meant either way: nothing in the draft, or too much, says how.
  var pointIsAmbiguous = true
  var commaIsAmbiguous = false

  init() {}

  /// Reads the usage of a draft, in one pass over its bytes.
  init(of bytes: [UInt8]) {
    var votes = Votes()
    bytes.withUnsafeBufferPointer { buffer in
      var at = 0
      while at < buffer.count {
        if buffer[at] &- 0x30 < 10 {
          at = votes.count(buffer, at)
        } else {
          at += 1
          while at + 8 <= buffer.count, !Self.hasDigit(buffer, at) { at += 8 }
        }
      }
    }
    hasDecimalComma = votes.comma > votes.point
    groupsWithComma = !hasDecimalComma && votes.hasCommaGroups
    let isMixed = votes.comma > 0 && votes.point > 0
    pointIsAmbiguous = hasDecimalComma ? isMixed : votes.point == 0 || isMixed
    commaIsAmbiguous = hasDecimalComma ? votes.comma == 0 || isMixed : isMixed
  }

  /// Whether a digit stands in a range.
  static func hasDigit(_ bytes: [UInt8], _ range: Range<Int>) -> Bool { bytes[range].contains { $0 &- 0x30 < 10 } }

  /// Whether a digit may stand in the eight bytes from an offset on: most of prose has none.
  @inline(__always)
  private static func hasDigit(_ buffer: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    let bytes = UnsafeRawBufferPointer(buffer).loadUnaligned(fromByteOffset: at, as: UInt64.self)
    // A digit alone has 3 in its upper half; six signs behind "9" do too and cost one look.
    let halves = (bytes & 0xF0F0_F0F0_F0F0_F0F0) ^ 0x3030_3030_3030_3030
    return (halves &- 0x0101_0101_0101_0101) & ~halves & 0x8080_8080_8080_8080 != 0
  }

  /// What the numbers of a draft speak for.
  private struct Votes {
    var point = 0
    var comma = 0
    var hasCommaGroups = false

    /// Counts the number that begins at `start`; answers where it ends.
    mutating func count(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
      var at = start
      var run = 0
      var first = 0
      var points = 0
      var commas = 0
      var lastMark: UInt8 = 0
      var allThousands = true
      while at < buffer.count {
        let byte = buffer[at]
        if byte &- 0x30 < 10 {
          run += 1
          at += 1
        } else if byte == 0x2E || byte == 0x2C, at + 1 < buffer.count, buffer[at + 1] &- 0x30 < 10 {
          if points + commas == 0 { first = run } else if run != 3 { allThousands = false }
          if byte == 0x2E { points += 1 } else { commas += 1 }
          lastMark = byte
          run = 0
          at += 1
        } else {
          break
        }
      }
      guard points + commas > 0, first <= 3, !isPartOfWord(buffer, start, at) else { return at }
      let endsInThousands = run == 3
      if points > 0, commas > 0 {
        // Both marks: the last begins the decimals.
        if lastMark == 0x2E, points == 1 { point += 3 } else if lastMark == 0x2C, commas == 1 { comma += 3 }
        if lastMark == 0x2E { hasCommaGroups = true }
      } else if points > 1 {
        if allThousands, endsInThousands { comma += 3 }
      } else if commas > 1 {
        if allThousands, endsInThousands {
          point += 3
          hasCommaGroups = true
        }
      } else if commas == 1 {
        if endsInThousands { hasCommaGroups = true } else if run <= 2, isFree(buffer, start, at) { comma += 1 }
      } else if !endsInThousands, run <= 2 {
        point += 1
      }
      return at
    }

    /// Letters close by make a name or a version of it.
    private func isPartOfWord(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
      start > 0 && ((buffer[start - 1] | 0x20) &- 0x61 < 26 || buffer[start - 1] == 0x2F || buffer[start - 1] == 0x2E)
        || end < buffer.count && buffer[end] == 0x2F
    }

    /// "[1,2]" and "(3,4)" are lists.
    private func isFree(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
      let before = start > 0 ? buffer[start - 1] : 0x20
      let after = end < buffer.count ? buffer[end] : 0x20
      return before != 0x28 && before != 0x5B && before != 0x5E && after != 0x29 && after != 0x5D
    }
  }
}
