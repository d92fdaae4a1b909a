/// How a hand that copies a number gets it wrong.
enum DigitSlip: Sendable {
  /// One digit is another: 412 and 413.
  case oneDigit
  /// Two neighbouring digits changed places: 412 and 421.
  case transposition
}

/// The digits of a value as a writer would put them, with at most three decimals.
struct DigitRow: Sendable, Equatable {
  /// The digits as one number, the point left out.
  private var number: UInt64 = 0
  /// Before the point, at least one; 0 for a value that no writer spells in digits.
  private var wholes: UInt8 = 0
  private var decimals: UInt8 = 0

  init(_ value: Double) {
    guard value.magnitude < 1e15 else { return }
    number = UInt64((value.magnitude * 1000).rounded())
    var whole = number / 1000
    repeat {
      whole /= 10
      wholes += 1
    } while whole > 0
    decimals = 3
    while decimals > 0, number % 10 == 0 {
      number /= 10
      decimals -= 1
    }
  }

  /// How another number of as many digits came of this one, or this of it; nil where it was no slip.
  func slip(to other: DigitRow) -> DigitSlip? {
    guard wholes == other.wholes, decimals == other.decimals, wholes + decimals >= 2 else { return nil }
    var (left, right) = (number, other.number)
    // From the last digit on, to the first that differs.
    while left != right, left % 10 == right % 10 {
      left /= 10
      right /= 10
    }
    guard left != right else { return nil }
    if left / 10 == right / 10 { return .oneDigit }
    let isExchange = left % 10 == right / 10 % 10 && right % 10 == left / 10 % 10 && left / 100 == right / 100
    return isExchange ? .transposition : nil
  }
}
