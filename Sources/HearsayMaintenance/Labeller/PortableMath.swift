/// Functions whose last bit must be the same wherever the same weights are to be trained.
enum PortableMath {
  /// The exponential function, to about 1e-15: a power of two times a Taylor polynomial of what is left.
  static func exponential(_ value: Double) -> Double {
    if value < -700 { return 0 }
    let value = min(value, 700)
    let scaled = value * 1.4426950408889634
    let power = scaled.rounded(.toNearestOrEven)
    // ln 2 in two parts, so that the remainder keeps its digits (Cody and Waite 1980).
    let rest = (value - power * 0.693147180369123816490) - power * 1.90821492927058770002e-10
    var sum = 1.0
    var term = 1.0
    for step in 1...13 {
      term *= rest / Double(step)
      sum += term
    }
    return Double(sign: .plus, exponent: Int(power), significand: 1) * sum
  }
}
