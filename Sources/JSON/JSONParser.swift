extension JSONValue {
  /// The most arrays and objects that may stand inside one another.
  package static let maximumDepth = 256

  /// Reads one JSON value that fills all of `bytes` (RFC 8259, UTF-8).
  ///
  /// Repeated keys are kept. A surrogate that is escaped without its other half becomes U+FFFD.
  /// - Throws: a `JSONError` for anything else, and for more than `maximumDepth` levels.
  package init(parsing bytes: [UInt8], options: JSONReadingOptions = []) throws(JSONError) {
    self = try bytes.withUnsafeBufferPointer { (buffer) throws(JSONError) in
      var parser = JSONParser<PlainTree>(buffer, options)
      return try parser.document()
    }
  }
}

extension JSONNode {
  /// Reads one JSON value that fills all of `bytes`, as `JSONValue(parsing:options:)` does, with the ranges.
  package init(parsing bytes: [UInt8], options: JSONReadingOptions = []) throws(JSONError) {
    self = try bytes.withUnsafeBufferPointer { (buffer) throws(JSONError) in
      var parser = JSONParser<RangedTree>(buffer, options)
      return try parser.document()
    }
  }
}

/// A parser that keeps the open arrays and objects on a stack of its own: no input can exhaust the thread's.
struct JSONParser<Tree: JSONTree> {
  /// An array or object whose end has not been read.
  private struct OpenContainer {
    let isObject: Bool
    let start: Int
    /// Where its elements begin in `nodes`, or its members in `members`.
    let first: Int
    /// The key whose value is being read.
    var key = ""
    var keyRange = 0..<0
  }

  let buffer: UnsafeBufferPointer<UInt8>
  let options: JSONReadingOptions
  /// The next byte to read.
  var at = 0
  /// The bytes of a string with escapes, kept for its room.
  var scratch: [UInt8] = []
  private var open: [OpenContainer] = []
  // What the open containers hold so far; each takes its part from the end when it closes.
  private var nodes: [Tree.Node] = []
  private var members: [Tree.Member] = []

  init(_ buffer: UnsafeBufferPointer<UInt8>, _ options: JSONReadingOptions) {
    self.buffer = buffer
    self.options = options
  }

  /// The next byte, or 0 at the end: no JSON text may hold a zero byte, so every other path refuses it.
  var byte: UInt8 { at < buffer.count ? buffer[at] : 0 }

  func unexpected(_ expected: String) -> JSONError {
    at < buffer.count
      ? JSONError(.unexpectedByte(buffer[at], expected: expected), at: at)
      : JSONError(.unexpectedEnd(expected: expected), at: at)
  }

  mutating func document() throws(JSONError) -> Tree.Node {
    if options.contains(.byteOrderMark), buffer.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    try skipSpace()
    while true {
      guard let node = try beginValue(), let root = try endValue(node) else { continue }
      try skipSpace()
      guard at == buffer.count else { throw JSONError(.contentAfterValue, at: at) }
      return root
    }
  }

  /// Reads a leaf or an empty container; or opens a container, moves to its first value and returns nil.
  private mutating func beginValue() throws(JSONError) -> Tree.Node? {
    let start = at
    switch byte {
    case UInt8(ascii: "\""):
      let string = try readString()
      return Tree.leaf(.string(string), start..<at)
    case UInt8(ascii: "{"):
      try openContainer(isObject: true)
      if byte == UInt8(ascii: "}") { return closeContainer() }
      try readKey()
      return nil
    case UInt8(ascii: "["):
      try openContainer(isObject: false)
      return byte == UInt8(ascii: "]") ? closeContainer() : nil
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let number = try readNumber()
      return Tree.leaf(number, start..<at)
    case UInt8(ascii: "t"): return try readWord("true", .bool(true))
    case UInt8(ascii: "f"): return try readWord("false", .bool(false))
    case UInt8(ascii: "n"): return try readWord("null", .null)
    default: throw unexpected("a value")
    }
  }

  /// Puts a finished value where it belongs; returns the root once all is closed, nil before another value.
  private mutating func endValue(_ finished: Tree.Node) throws(JSONError) -> Tree.Node? {
    var node = finished
    while let container = open.last {
      if container.isObject {
        members.append(Tree.member(container.key, container.keyRange, node))
      } else {
        nodes.append(node)
      }
      try skipSpace()
      let end = container.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
      if byte == UInt8(ascii: ",") {
        at += 1
        try skipSpace()
        guard byte == end, options.contains(.trailingCommas) else {
          if container.isObject { try readKey() }
          return nil
        }
      } else if byte != end {
        throw unexpected(container.isObject ? "',' or '}'" : "',' or ']'")
      }
      node = closeContainer()
    }
    return node
  }

  private mutating func openContainer(isObject: Bool) throws(JSONError) {
    guard open.count < JSONValue.maximumDepth else {
      throw JSONError(.tooDeep(limit: JSONValue.maximumDepth), at: at)
    }
    open.append(OpenContainer(isObject: isObject, start: at, first: isObject ? members.count : nodes.count))
    at += 1
    try skipSpace()
  }

  /// Takes the innermost open container's content; its closing bracket is the next byte.
  private mutating func closeContainer() -> Tree.Node {
    at += 1
    let container = open.removeLast()
    let range = container.start..<at
    if container.isObject {
      let content = Array(members[container.first...])
      members.removeLast(members.count - container.first)
      return Tree.object(content, range)
    }
    let content = Array(nodes[container.first...])
    nodes.removeLast(nodes.count - container.first)
    return Tree.array(content, range)
  }

  private mutating func readKey() throws(JSONError) {
    guard byte == UInt8(ascii: "\"") else { throw unexpected("a key in quotes") }
    let start = at
    let key = try readString()
    open[open.count - 1].key = key
    open[open.count - 1].keyRange = start..<at
    try skipSpace()
    guard byte == UInt8(ascii: ":") else { throw unexpected("':'") }
    at += 1
    try skipSpace()
  }

  private mutating func readWord(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> Tree.Node {
    let start = at
    for index in 0..<word.utf8CodeUnitCount {
      guard byte == word.utf8Start[index] else { throw unexpected("'\(word)'") }
      at += 1
    }
    return Tree.leaf(value, start..<at)
  }

  /// Skips white space and, where they are allowed, comments.
  private mutating func skipSpace() throws(JSONError) {
    while at < buffer.count {
      switch buffer[at] {
      case 0x20, 0x0A, 0x0D, 0x09: at += 1
      case UInt8(ascii: "/") where options.contains(.comments): try skipComment()
      default: return
      }
    }
  }

  private mutating func skipComment() throws(JSONError) {
    let start = at
    guard let end = commentEnd(buffer, start) else {
      at += 1
      throw byte == UInt8(ascii: "*")
        ? JSONError(.unterminatedComment, at: start) : unexpected("a second '/' or a '*'")
    }
    if let offset = firstInvalidUTF8(buffer, start..<end) { throw JSONError(.invalidUTF8, at: offset) }
    at = end
  }
}
