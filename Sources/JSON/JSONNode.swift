/// A JSON value that knows where it stands in its text, for messages about a file and for edits to it.
///
/// Ranges are half-open ranges of bytes, 0-based. A string's range includes its quotes.
package struct JSONNode: Sendable, Hashable {
  /// The value, with nodes inside.
  package enum Content: Sendable, Hashable {
    /// Null, a Boolean, a number or a string.
    case leaf(JSONValue)
    case array([JSONNode])
    case object([Member])
  }

  /// A member of an object with the range of its key.
  package struct Member: Sendable, Hashable {
    package let key: String
    package let keyRange: Range<Int>
    package let value: JSONNode

    /// From the key's first byte to the value's last.
    package var range: Range<Int> { keyRange.lowerBound..<value.range.upperBound }
  }

  package let content: Content
  package let range: Range<Int>

  /// The value without its ranges.
  package var value: JSONValue {
    switch content {
    case .leaf(let value): value
    case .array(let elements): .array(elements.map(\.value))
    case .object(let members):
      .object(JSONObject(members.map { JSONObject.Member(key: $0.key, value: $0.value.value) }))
    }
  }

  /// The elements, or nil where the value is no array.
  package var elements: [JSONNode]? {
    if case .array(let elements) = content { elements } else { nil }
  }

  /// The members, or nil where the value is no object.
  package var members: [Member]? {
    if case .object(let members) = content { members } else { nil }
  }

  /// Null, Boolean, number or string, or nil where the value is an array or an object.
  package var leaf: JSONValue? {
    if case .leaf(let value) = content { value } else { nil }
  }

  /// The string, or nil where the value is something else.
  package var string: String? { leaf?.string }

  /// The value of the last member with `key`, compared byte by byte.
  package subscript(key: String) -> JSONNode? {
    members?.last { $0.key.hasSameBytes(as: key) }?.value
  }

  /// The value of an element, or nil where there is none.
  package subscript(index: Int) -> JSONNode? {
    guard let elements, elements.indices.contains(index) else { return nil }
    return elements[index]
  }

  /// What the value is, in words for a message: "an object", "a string" …
  package var kindDescription: String {
    switch content {
    case .leaf(let value): value.kindDescription
    case .array: "an array"
    case .object: "an object"
    }
  }
}
