extension JSONParser {
  /// Reads a number; it is an integer where it has neither fraction nor exponent and fits into `Int`.
  mutating func readNumber() throws(JSONError) -> JSONValue {
    let start = at
    let isNegative = byte == UInt8(ascii: "-")
    if isNegative { at += 1 }
    var decimal = Decimal()
    if byte == UInt8(ascii: "0") {
      at += 1
      if isDigit(byte) { throw JSONError(.leadingZero, at: at - 1) }
    } else {
      try readDigits(into: &decimal)
    }
    var isWhole = true
    if byte == UInt8(ascii: ".") {
      at += 1
      isWhole = false
      let first = at
      try readDigits(into: &decimal)
      decimal.exponent -= at - first
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      at += 1
      isWhole = false
      try readExponent(into: &decimal)
    }
    if isWhole, !decimal.isRounded, !(isNegative && decimal.significand == 0) {
      if let value = Int(exactly: decimal.significand) { return .integer(isNegative ? -value : value) }
      if isNegative, decimal.significand == Int.min.magnitude { return .integer(.min) }
    }
    if let magnitude = decimal.exactDouble { return .number(isNegative ? -magnitude : magnitude) }
    guard let value = Double(String(decoding: buffer[start..<at], as: UTF8.self)), value.isFinite else {
      throw JSONError(.numberOutOfRange, at: start)
    }
    return .number(value)
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private mutating func readDigits(into decimal: inout Decimal) throws(JSONError) {
    guard isDigit(byte) else { throw unexpected("a digit") }
    while isDigit(byte) {
      decimal.append(byte &- UInt8(ascii: "0"))
      at += 1
    }
  }

  private mutating func readExponent(into decimal: inout Decimal) throws(JSONError) {
    let isNegative = byte == UInt8(ascii: "-")
    if isNegative || byte == UInt8(ascii: "+") { at += 1 }
    guard isDigit(byte) else { throw unexpected("a digit") }
    var exponent = 0
    while isDigit(byte) {
      // Far past every finite number, so that more digits change nothing.
      exponent = min(exponent * 10 + Int(byte &- UInt8(ascii: "0")), 1_000_000)
      at += 1
    }
    decimal.exponent += isNegative ? -exponent : exponent
  }
}

/// The digits of a number: `significand` times ten to the power of `exponent`.
private struct Decimal {
  var significand: UInt64 = 0
  var exponent = 0
  /// Whether there were more digits than `significand` can hold.
  var isRounded = false

  mutating func append(_ digit: UInt8) {
    guard !isRounded else { return }
    let (tens, overflow) = significand.multipliedReportingOverflow(by: 10)
    let (sum, carry) = tens.addingReportingOverflow(UInt64(digit))
    if overflow || carry { isRounded = true } else { significand = sum }
  }

  /// The nearest `Double` where one multiplication or division of exact numbers gives it (Clinger 1990), else nil.
  var exactDouble: Double? {
    guard !isRounded, significand <= 1 << 53, (-22...22).contains(exponent) else { return nil }
    let power = powersOfTen[abs(exponent)]
    return exponent < 0 ? Double(significand) / power : Double(significand) * power
  }
}

/// The powers of ten that a `Double` holds exactly.
private let powersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
  1e21, 1e22,
]
