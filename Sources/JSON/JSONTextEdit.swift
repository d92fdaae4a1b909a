/// One step from an array or object to a value in it.
package enum JSONPathStep: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  case key(String)
  case index(Int)

  package init(stringLiteral value: String) { self = .key(value) }
  package init(integerLiteral value: Int) { self = .index(value) }
}

/// A replacement of bytes in a JSON text that leaves its comments, order and spacing as they are.
package struct JSONTextEdit: Sendable, Hashable {
  /// A half-open range of bytes, 0-based, in the text before the edit.
  package let range: Range<Int>
  package let replacement: [UInt8]

  /// The text after the edit.
  package func applied(to source: [UInt8]) -> [UInt8] {
    Array(source[..<range.lowerBound]) + replacement + Array(source[range.upperBound...])
  }
}

extension JSONNode {
  /// The value at the end of `path`, or nil where there is none.
  package subscript(path: [JSONPathStep]) -> JSONNode? {
    var node: JSONNode? = self
    for step in path {
      switch step {
      case .key(let key): node = node?[key]
      case .index(let index): node = node?[index]
      }
    }
    return node
  }

  /// The edit that puts `value` at `path`: in place of what stands there, else as a new last member.
  ///
  /// Objects missing on the way are made. `source` is the text that this node, its root, was parsed from.
  /// - Returns: nil where the path leads through something that is no object, or to an element that does not exist.
  package func edit(setting path: [JSONPathStep], to value: JSONValue, in source: [UInt8]) -> JSONTextEdit? {
    if let old = self[path] {
      let style = JSONSourceStyle(source)
      let layout = style.layout(like: old, parent: path.isEmpty ? nil : self[Array(path.dropLast())])
      return JSONTextEdit(range: old.range, replacement: style.text(value, layout))
    }
    // The longest part of the path that exists gets the first missing key.
    var known = path.count - 1
    while known > 0, self[Array(path[..<known])] == nil { known -= 1 }
    guard known >= 0, let parent = self[Array(path[..<known])], let members = parent.members,
      case .key(let key) = path[known]
    else { return nil }
    var value = value
    for step in path[(known + 1)...].reversed() {
      guard case .key(let key) = step else { return nil }
      value = .object(JSONObject([JSONObject.Member(key: key, value: value)]))
    }
    return JSONSourceStyle(source).insertion(
      into: parent, siblings: members.map { ($0.range, $0.value) }, key: key, value: value)
  }

  /// The edit that adds `value` as the last element of the array at `path`.
  ///
  /// `source` is the text that this node, its root, was parsed from.
  /// - Returns: nil where there is no array.
  package func edit(appending value: JSONValue, to path: [JSONPathStep], in source: [UInt8]) -> JSONTextEdit? {
    guard let parent = self[path], let elements = parent.elements else { return nil }
    return JSONSourceStyle(source).insertion(
      into: parent, siblings: elements.map { ($0.range, $0) }, key: nil, value: value)
  }
}
