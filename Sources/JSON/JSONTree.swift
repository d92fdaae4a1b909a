/// What the parser builds: one parser serves trees with and without byte ranges, at no cost to the plain one.
protocol JSONTree {
  associatedtype Node
  associatedtype Member

  /// A value that is neither array nor object.
  static func leaf(_ value: JSONValue, _ range: Range<Int>) -> Node
  static func array(_ elements: [Node], _ range: Range<Int>) -> Node
  static func member(_ key: String, _ keyRange: Range<Int>, _ value: Node) -> Member
  static func object(_ members: [Member], _ range: Range<Int>) -> Node
}

/// Builds `JSONValue` and drops the ranges.
enum PlainTree: JSONTree {
  static func leaf(_ value: JSONValue, _ range: Range<Int>) -> JSONValue { value }
  static func array(_ elements: [JSONValue], _ range: Range<Int>) -> JSONValue { .array(elements) }
  static func member(_ key: String, _ keyRange: Range<Int>, _ value: JSONValue) -> JSONObject.Member {
    JSONObject.Member(key: key, value: value)
  }
  static func object(_ members: [JSONObject.Member], _ range: Range<Int>) -> JSONValue {
    .object(JSONObject(members))
  }
}

/// Builds `JSONNode`.
enum RangedTree: JSONTree {
  static func leaf(_ value: JSONValue, _ range: Range<Int>) -> JSONNode {
    JSONNode(content: .leaf(value), range: range)
  }
  static func array(_ elements: [JSONNode], _ range: Range<Int>) -> JSONNode {
    JSONNode(content: .array(elements), range: range)
  }
  static func member(_ key: String, _ keyRange: Range<Int>, _ value: JSONNode) -> JSONNode.Member {
    JSONNode.Member(key: key, keyRange: keyRange, value: value)
  }
  static func object(_ members: [JSONNode.Member], _ range: Range<Int>) -> JSONNode {
    JSONNode(content: .object(members), range: range)
  }
}
