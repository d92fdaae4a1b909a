import JSON
import TestSupport

/// Random values of JSON.
extension SeededGenerator {
  mutating func value(depth: Int) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &self) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &self))
    case 2: return .integer(Int(truncatingIfNeeded: next() >> UInt64.random(in: 0..<64, using: &self)))
    case 3: return .number(finiteDouble())
    case 4, 5: return .string(string())
    case 6: return .array((0..<Int.random(in: 0..<5, using: &self)).map { _ in value(depth: depth - 1) })
    default:
      // The index keeps keys apart: what becomes of repeated ones differs among readers.
      return .object(
        JSONObject(
          (0..<Int.random(in: 0..<5, using: &self)).map {
            JSONObject.Member(key: "\($0)" + string(), value: value(depth: depth - 1))
          }))
    }
  }

  mutating func string() -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x1F, 0x20...0x7E, 0x20...0x7E, 0x7F...0x7FF, 0x2028...0x2029, 0xE000...0xFFFF, 0x1F600...0x1F64F,
    ]
    var string = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0..<20, using: &self) {
      let range = ranges[Int.random(in: 0..<ranges.count, using: &self)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) { string.append(scalar) }
    }
    return String(string)
  }

  /// A number with a fraction, so that it does not come back as an integer.
  mutating func finiteDouble() -> Double {
    while true {
      let value = Double(bitPattern: next())
      if value.isFinite, abs(value) >= 0x1p53 || value != value.rounded() { return value }
    }
  }
}
