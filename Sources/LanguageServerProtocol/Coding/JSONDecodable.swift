package import JSON

/// A value that can be read from JSON, leniently: unknown members are ignored, null counts as absent, and a member
/// that may be absent counts as absent when it has the wrong type.
package protocol JSONDecodable {
  /// - Throws: `InvalidValue` where a member that is needed is absent or has the wrong type.
  init(decoding value: JSONValue) throws(InvalidValue)
}

extension JSONObject {
  init(decoding value: JSONValue) throws(InvalidValue) {
    guard let object = value.object else { throw InvalidValue(expected: "an object", found: value) }
    self = object
  }

  /// A member that must be there.
  func required<Value: JSONDecodable>(_ key: String) throws(InvalidValue) -> Value {
    let value = self[key] ?? .null
    do {
      return try Value(decoding: value)
    } catch {
      throw value.isNull && error.path.isEmpty ? InvalidValue(at: [.key(key)], "is missing") : error.inside(.key(key))
    }
  }

  /// A member that may be absent, null or something else.
  func optional<Value: JSONDecodable>(_ key: String) -> Value? {
    guard let value = self[key], !value.isNull else { return nil }
    return try? Value(decoding: value)
  }

  /// A member that may be absent or null but, since its absence says something, nothing else.
  func absentOrValid<Value: JSONDecodable>(_ key: String) throws(InvalidValue) -> Value? {
    guard let value = self[key], !value.isNull else { return nil }
    return try required(key)
  }

  /// The known ones of a list of names that may hold newer ones; nil where there is no list.
  func knownValues<Value: JSONDecodable>(_ key: String) -> [Value]? {
    self[key]?.array?.compactMap { try? Value(decoding: $0) }
  }

  /// A count from 0; one that exceeds the protocol's 2^31 - 1 is taken as that, for it means "to the end".
  func requiredUnsigned(_ key: String) throws(InvalidValue) -> Int {
    let value: Int = try required(key)
    guard value >= 0 else { throw InvalidValue(at: [.key(key)], "must not be negative") }
    return min(value, Int(Int32.max))
  }

  /// A count that may be absent.
  func optionalUnsigned(_ key: String) -> Int? {
    try? requiredUnsigned(key)
  }
}

/// Reads the parameters of a message; absent ones are as good as an empty object.
func decodeParams<Params: JSONDecodable>(_ params: JSONValue?) throws(InvalidValue) -> Params {
  do {
    return try Params(decoding: params ?? [:])
  } catch {
    throw error.inside("params")
  }
}

extension JSONValue: JSONDecodable {
  package init(decoding value: JSONValue) { self = value }
}

extension String: JSONDecodable {
  package init(decoding value: JSONValue) throws(InvalidValue) {
    guard let string = value.string else { throw InvalidValue(expected: "a string", found: value) }
    self = string
  }
}

extension Bool: JSONDecodable {
  package init(decoding value: JSONValue) throws(InvalidValue) {
    guard let bool = value.bool else { throw InvalidValue(expected: "a Boolean", found: value) }
    self = bool
  }
}

extension Int: JSONDecodable {
  package init(decoding value: JSONValue) throws(InvalidValue) {
    guard let int = value.int else {
      if case .number = value { throw InvalidValue("must be a whole number") }
      throw InvalidValue(expected: "a whole number", found: value)
    }
    self = int
  }
}

extension Double: JSONDecodable {
  package init(decoding value: JSONValue) throws(InvalidValue) {
    guard let double = value.double else { throw InvalidValue(expected: "a number", found: value) }
    self = double
  }
}

extension Array: JSONDecodable where Element: JSONDecodable {
  package init(decoding value: JSONValue) throws(InvalidValue) {
    guard let values = value.array else { throw InvalidValue(expected: "an array", found: value) }
    self = []
    reserveCapacity(values.count)
    for index in values.indices {
      do {
        append(try Element(decoding: values[index]))
      } catch {
        throw error.inside(.index(index))
      }
    }
  }
}

extension JSONDecodable where Self: RawRepresentable, RawValue: JSONDecodable {
  package init(decoding value: JSONValue) throws(InvalidValue) {
    guard let known = Self(rawValue: try RawValue(decoding: value)) else {
      throw InvalidValue("is not one of the values that the protocol lists")
    }
    self = known
  }
}

extension Dictionary: JSONDecodable where Key == String, Value: JSONDecodable {
  package init(decoding value: JSONValue) throws(InvalidValue) {
    guard let object = value.object else { throw InvalidValue(expected: "an object", found: value) }
    self = [:]
    for member in object.members {
      do {
        self[member.key] = try Value(decoding: member.value)
      } catch {
        throw error.inside(.key(member.key))
      }
    }
  }
}
