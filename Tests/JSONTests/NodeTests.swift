import JSON
import TestSupport
import Testing

struct NodeTests {
  private let text = """
    // é🙂
    { "name" : "a\\u0062", "list": [ 1.50, true , null, {}, ], "name": {"in": -3} }
    """

  @Test func rangesAreTheSlices() throws {
    let bytes = text.bytes
    let root = try JSONNode(parsing: bytes, options: .jsonc)
    func slice(_ range: Range<Int>) -> String { Array(bytes[range]).text }
    let members = try #require(root.members)
    #expect(members.map { slice($0.keyRange) } == [#""name""#, #""list""#, #""name""#])
    #expect(members.map(\.key) == ["name", "list", "name"])
    #expect(slice(members[0].value.range) == #""a\u0062""#)
    #expect(members[0].value.string == "ab")
    #expect(slice(members[0].range) == #""name" : "a\u0062""#)
    let elements = try #require(root["list"]?.elements)
    #expect(elements.map { slice($0.range) } == ["1.50", "true", "null", "{}"])
    #expect(root["name"]?["in"].map { slice($0.range) } == "-3")
    #expect(root["name"]?["in"]?.leaf == -3)
    #expect(slice(root.range).first == "{" && slice(root.range).last == "}")
    #expect(root[["list", 1]]?.value == true)
    #expect(root[["list", 9]] == nil)
    #expect(root[["name", 0]] == nil)
  }

  @Test func everyRangeParsesToItsValue() throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<100 {
      let bytes = random.value(depth: 4).serialized(pretty: true)
      let root = try JSONNode(parsing: bytes)
      #expect(root.range == 0..<bytes.count)
      #expect(root.value.serialized(pretty: true) == bytes)
      try visit(root, bytes)
    }
  }

  private func visit(_ node: JSONNode, _ bytes: [UInt8]) throws {
    #expect(try JSONValue(parsing: Array(bytes[node.range])) == node.value)
    for element in node.elements ?? [] { try visit(element, bytes) }
    for member in node.members ?? [] {
      #expect(try JSONValue(parsing: Array(bytes[member.keyRange])) == .string(member.key))
      try visit(member.value, bytes)
    }
  }

  @Test func kindsInWords() throws {
    let kinds = try #require(
      JSONNode(parsing: #"[null, true, 1, 1.5, "", [], {}]"#.bytes).elements?.map(\.kindDescription))
    #expect(kinds == ["null", "a Boolean", "a number", "a number", "a string", "an array", "an object"])
  }
}
