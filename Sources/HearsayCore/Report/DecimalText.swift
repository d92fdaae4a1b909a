/// A number with its digits in groups of three: "415,000,000", "1,234.5".
package func decimal(_ value: Double) -> String {
  let isWhole = value.magnitude < 0x1p53 && Double(Int(value)) == value
  let digits = isWhole ? String(Int(value)) : value.description
  guard !digits.contains("e"), !digits.contains("n") else { return digits }
  let sign = digits.hasPrefix("-") ? "-" : ""
  let parts = digits.dropFirst(sign.count).split(separator: ".", omittingEmptySubsequences: false)
  guard let whole = parts.first.map(String.init) else { return digits }
  let fraction = parts.count > 1 ? "." + parts[1] : ""
  return sign + Numerals.grouped(whole) + fraction
}

/// A number above zero, rounded to three significant digits, or to a whole one where that says more.
package func rounded(_ value: Double) -> String {
  guard value > 0, value < 0x1p53 else { return decimal(value) }
  var factor = 1.0
  while value * factor < 100, factor < 1e12 { factor *= 10 }
  return decimal(Double(Int(value * factor + 0.5)) / factor)
}
