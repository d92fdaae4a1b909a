/// The members of a JSON object in the order in which they stand, repeated keys included.
package struct JSONObject: Sendable, Hashable {
  /// A key and its value.
  package struct Member: Sendable, Hashable {
    package var key: String
    package var value: JSONValue

    package init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The members, first to last.
  package var members: [Member]

  package init(_ members: [Member] = []) {
    self.members = members
  }

  /// The value of the last member with `key`, compared byte by byte.
  ///
  /// Setting replaces that value or adds a member at the end; setting nil removes every member with the key.
  package subscript(key: String) -> JSONValue? {
    get { members.last { $0.key.hasSameBytes(as: key) }?.value }
    set {
      guard let newValue else { return members.removeAll { $0.key.hasSameBytes(as: key) } }
      if let index = members.lastIndex(where: { $0.key.hasSameBytes(as: key) }) {
        members[index].value = newValue
      } else {
        members.append(Member(key: key, value: newValue))
      }
    }
  }

  /// The keys, first to last, repeated ones included.
  package var keys: [String] { members.map(\.key) }
  package var isEmpty: Bool { members.isEmpty }
  package var count: Int { members.count }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init(elements.map { Member(key: $0.0, value: $0.1) })
  }
}

extension String {
  /// Whether the UTF-8 is the same; `==` would take composed and decomposed letters for one key.
  func hasSameBytes(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    var (first, second) = (self, other)
    return first.withUTF8 { first in second.withUTF8 { second in first.elementsEqual(second) } }
  }
}
