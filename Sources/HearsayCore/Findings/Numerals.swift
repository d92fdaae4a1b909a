/// Numbers in words for messages.
package enum Numerals {
  /// A value rounded to three digits: "23.1 million".
  static func rounded(_ value: Double) -> String {
    let scales: [(Double, String)] = [(1e12, " trillion"), (1e9, " billion"), (1e6, " million")]
    for (size, word) in scales where value >= size { return digits(value / size) + word }
    if value >= 1000 { return grouped(String(Int(bounded: threeDigits(value) + 0.5))) }
    return digits(value)
  }

  private static func threeDigits(_ value: Double) -> Double {
    guard value > 0 else { return value }
    var factor = 1.0
    var scaled = value
    while scaled >= 1000 {
      scaled /= 10
      factor *= 10
    }
    while scaled < 100 {
      scaled *= 10
      factor /= 10
    }
    return Double(Int(bounded: scaled + 0.5)) * factor
  }

  private static func digits(_ value: Double) -> String {
    let hundredths = Int(bounded: value * 100 + 0.5)
    let places = value >= 100 ? 0 : value >= 10 ? 1 : 2
    if places == 0 { return String(Int(bounded: value + 0.5)) }
    if places == 1 {
      let tenths = Int(bounded: value * 10 + 0.5)
      return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    }
    let fraction = hundredths % 100
    if fraction == 0 { return String(hundredths / 100) }
    let text = fraction < 10 ? "0\(fraction)" : String(fraction)
    return "\(hundredths / 100)." + (text.hasSuffix("0") ? String(text.dropLast()) : text)
  }

  /// A value with so many digits behind the point at most: "18.3", "25".
  static func decimal(_ value: Double, places: Int) -> String {
    let factor = power(10, places)
    guard value.isFinite, (value * factor).magnitude < 1e15 else { return "many" }
    let scaled = Int(bounded: (value * factor).rounded())
    let whole = grouped(String(scaled / Int(factor)))
    guard places > 0, scaled % Int(factor) != 0 else { return whole }
    let digits = String(scaled % Int(factor))
    return whole + "." + String(repeating: "0", count: places - digits.count) + digits
  }

  /// Digits in groups of three: "415,000,000".
  package static func grouped(_ digits: String) -> String {
    var text = digits
    var result = ""
    while text.count > 3 {
      result = "," + text.suffix(3) + result
      text.removeLast(3)
    }
    return text + result
  }
}

extension Numerals {
  /// A value as a writer would put it: whole numbers in groups of three, at most three decimals, round millions in words.
  package static func exact(_ value: Double) -> String {
    for (size, word) in [(1e12, " trillion"), (1e9, " billion"), (1e6, " million")] where value >= size {
      let scaled = value / size
      guard (scaled * 1000).rounded() / 1000 == scaled else { continue }
      return plain(scaled, grouped: true) + word
    }
    return plain(value, grouped: true)
  }

  /// Digits with at most three decimals; empty for what is no plain number.
  package static func plain(_ value: Double, grouped isGrouped: Bool) -> String {
    guard value.magnitude < 1e15 else { return value.description }
    let thousandths = Int(bounded: (value.magnitude * 1000).rounded())
    let whole = String(thousandths / 1000)
    var fraction = String(thousandths % 1000 + 1000).dropFirst()
    while fraction.last == "0" { fraction = fraction.dropLast() }
    let sign = value < 0 && thousandths != 0 ? "−" : ""
    return sign + (isGrouped ? grouped(whole) : whole) + (fraction.isEmpty ? "" : "." + fraction)
  }
}
