/// Slips of the finger in a number: two digits swapped, or one of them another.
enum DigitSlip {
  /// Whether two whole numbers, or decimals, of as many digits differ by one slip.
  static func isOne(from one: Double, to other: Double) -> Bool {
    let (left, right) = (digits(one), digits(other))
    guard left.count == right.count, left.count >= 2 else { return false }
    let differing = left.indices.filter { left[$0] != right[$0] }
    switch differing.count {
    case 1: return true
    case 2:
      let (first, second) = (differing[0], differing[1])
      return second == first + 1 && left[first] == right[second] && left[second] == right[first]
    default: return false
    }
  }

  /// Whether two numbers differ by nothing but two neighbouring digits that changed places.
  static func isTransposition(from one: Double, to other: Double) -> Bool {
    let (left, right) = (digits(one), digits(other))
    return isOne(from: one, to: other) && zip(left, right).count { $0 != $1 } == 2
  }

  private static func digits(_ value: Double) -> [UInt8] {
    Numerals.plain(value, grouped: false).utf8.filter { $0 != 0x2E }
  }
}
