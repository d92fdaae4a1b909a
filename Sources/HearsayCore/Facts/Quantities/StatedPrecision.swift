/// How much of a value its digits vouch for.
package enum StatedPrecision {
  /// The power of ten that the last digit saying more than size stands for: 100 of 1,500, 0.1 of 4.5.
  ///
  /// - Parameter digits: how many digits say more than size, at least 1.
  package static func place(of value: Double, digits: Int) -> Double {
    guard value.magnitude > 0, value.isFinite, digits > 0 else { return 1 }
    var place = 1.0
    while value.magnitude / place >= 10, place < 1e300 { place *= 10 }
    while value.magnitude / place < 1, place > 1e-300 { place /= 10 }
    for _ in 1..<digits { place /= 10 }
    return place
  }

  /// A value rounded to so many significant digits.
  package static func rounded(_ value: Double, digits: Int) -> Double {
    let place = place(of: value, digits: digits)
    // Divided by a whole number where the place is a fraction, so that no digits of binary arithmetic appear.
    return place >= 1 ? (value / place).rounded() * place : (value / place).rounded() / (1 / place).rounded()
  }
}

extension Quantity {
  /// The one value that it states; nil for ranges and vague quantities.
  var value: Double? {
    guard let low, low == high else { return nil }
    return low
  }

  /// How far on either side the true value may lie when this one was rounded to the digits that are written.
  var rounding: Double {
    guard let value, value != 0 else { return 0 }
    if isApproximate { return StatedPrecision.place(of: value, digits: max(1, significantDigits)) / 2 }
    if step > 0 { return step / 2 }
    return hasScale ? StatedPrecision.place(of: value, digits: 1) / 2 : 0
  }

  /// Whether two values of one unit can be the same number, once rounded.
  ///
  /// - Parameter other: what the other states, in this one's unit, with how far it may have been rounded.
  func agrees(with other: Double, rounding otherRounding: Double) -> Bool {
    guard let value else { return false }
    let difference = (value - other).magnitude
    // A hair for binary arithmetic.
    return difference <= max(rounding, otherRounding) * 1.000_001
  }
}
