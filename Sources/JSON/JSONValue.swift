/// A JSON value (RFC 8259).
///
/// Equality of strings is Swift's, by canonical equivalence; the look-up of a member's key goes by bytes.
package enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  /// A number written without fraction and exponent that fits into `Int`; minus zero is a `number`.
  case integer(Int)
  /// Any other number.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
}

extension JSONValue {
  /// Whether the value is `null`.
  package var isNull: Bool { self == .null }

  /// The Boolean, or nil where the value is something else.
  package var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The number where it is a whole one that fits into `Int`, however it was written (`1`, `1.0`, `1e0`).
  package var int: Int? {
    switch self {
    case .integer(let value): value
    case .number(let value): value.asInt
    default: nil
    }
  }

  /// The number, rounded to the nearest `Double` where it is a large integer.
  package var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// The string, or nil where the value is something else.
  package var string: String? {
    if case .string(let value) = self { value } else { nil }
  }

  /// The elements, or nil where the value is no array.
  package var array: [JSONValue]? {
    if case .array(let value) = self { value } else { nil }
  }

  /// The members, or nil where the value is no object.
  package var object: JSONObject? {
    if case .object(let value) = self { value } else { nil }
  }

  /// The value of a member, or nil where the value is no object or has no such member.
  package subscript(key: String) -> JSONValue? { object?[key] }

  /// The value of an element, or nil where the value is no array or has no such element.
  package subscript(index: Int) -> JSONValue? {
    guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index]
  }

  /// What the value is, in words for a message: "an object", "a string" …
  package var kindDescription: String {
    switch self {
    case .null: "null"
    case .bool: "a Boolean"
    case .integer, .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

// No nil literal: `condition ? nil : value` would be null where no value is meant.
extension JSONValue: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByStringInterpolation,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(stringLiteral value: String) { self = .string(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(JSONObject(elements.map { JSONObject.Member(key: $0.0, value: $0.1) }))
  }
}

extension Double {
  /// The number as an integer where it is whole and fits; `Int(exactly:)` needs the C library's rounding linked in.
  var asInt: Int? {
    guard self >= -0x1p63, self < 0x1p63 else { return nil }
    let truncated = Int(self)
    return Double(truncated) == self ? truncated : nil
  }
}
