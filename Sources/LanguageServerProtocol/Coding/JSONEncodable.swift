package import JSON

/// A value that can be written as JSON without a tree in between.
package protocol JSONEncodable {
  func encode(into writer: inout JSONWriter)
}

extension JSONWriter {
  mutating func member(_ key: StaticString, _ value: some JSONEncodable) {
    self.key(key)
    value.encode(into: &self)
  }

  /// Writes nothing for nil.
  mutating func optionalMember(_ key: StaticString, _ value: (some JSONEncodable)?) {
    guard let value else { return }
    member(key, value)
  }

  /// Writes `null` for nil.
  mutating func nullableMember(_ key: StaticString, _ value: (some JSONEncodable)?) {
    self.key(key)
    value.encode(into: &self)
  }
}

extension JSONValue: JSONEncodable {
  package func encode(into writer: inout JSONWriter) { writer.value(self) }
}

extension String: JSONEncodable {
  package func encode(into writer: inout JSONWriter) { writer.value(self) }
}

extension Bool: JSONEncodable {
  package func encode(into writer: inout JSONWriter) { writer.value(self) }
}

extension Int: JSONEncodable {
  package func encode(into writer: inout JSONWriter) { writer.value(self) }
}

extension Double: JSONEncodable {
  package func encode(into writer: inout JSONWriter) { writer.value(self) }
}

extension Optional: JSONEncodable where Wrapped: JSONEncodable {
  /// Writes `null` for nil.
  package func encode(into writer: inout JSONWriter) {
    if let self { self.encode(into: &writer) } else { writer.null() }
  }
}

extension Array: JSONEncodable where Element: JSONEncodable {
  package func encode(into writer: inout JSONWriter) {
    writer.beginArray()
    for element in self { element.encode(into: &writer) }
    writer.endArray()
  }
}

extension Dictionary: JSONEncodable where Key == String, Value: JSONEncodable {
  /// Writes the members in the order of their keys, so that the same value gives the same bytes.
  package func encode(into writer: inout JSONWriter) {
    writer.beginObject()
    for (key, value) in sorted(by: { $0.key < $1.key }) {
      writer.key(named: key)
      value.encode(into: &writer)
    }
    writer.endObject()
  }
}

extension JSONEncodable where Self: RawRepresentable, RawValue: JSONEncodable {
  package func encode(into writer: inout JSONWriter) { rawValue.encode(into: &writer) }
}
