import JSON
import TestSupport
import Testing

struct TextEditTests {
  private func check(
    _ source: String, set path: [JSONPathStep], to value: JSONValue, gives expected: String?,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let root = try JSONNode(parsing: source.bytes, options: .jsonc)
    let edit = root.edit(setting: path, to: value, in: source.bytes)
    #expect(edit?.applied(to: source.bytes).text == expected, sourceLocation: location)
    guard let edit else { return }
    let after = try JSONNode(parsing: edit.applied(to: source.bytes), options: .jsonc)
    #expect(after[path]?.value == value, sourceLocation: location)
  }

  private func check(
    _ source: String, append value: JSONValue, to path: [JSONPathStep] = [], gives expected: String?,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let root = try JSONNode(parsing: source.bytes, options: .jsonc)
    let edit = root.edit(appending: value, to: path, in: source.bytes)
    #expect(edit?.applied(to: source.bytes).text == expected, sourceLocation: location)
    guard let edit else { return }
    let after = try JSONNode(parsing: edit.applied(to: source.bytes), options: .jsonc)
    #expect(after[path]?.elements?.last?.value == value, sourceLocation: location)
  }

  @Test func replacesAValueAlone() throws {
    try check("{ \"a\" : 1 /* one */, \"b\":2 }", set: ["a"], to: "x", gives: "{ \"a\" : \"x\" /* one */, \"b\":2 }")
    try check("[1, 2]", set: [1], to: [3, 4], gives: "[1, [3, 4]]")
    try check("[1,2]", set: [1], to: [3, 4], gives: "[1,[3,4]]")
    try check("1", set: [], to: .null, gives: "null")
    try check(
      "{\n  \"a\": {\n    \"b\": 1\n  }\n}", set: ["a"], to: ["c": 2], gives: "{\n  \"a\": {\n    \"c\": 2\n  }\n}")
  }

  @Test func addsAMemberInTheSameStyle() throws {
    try check("{\"a\":1}", set: ["b"], to: [1, 2], gives: "{\"a\":1,\"b\":[1,2]}")
    try check("{ \"a\": 1 }", set: ["b"], to: 2, gives: "{ \"a\": 1, \"b\": 2 }")
    try check("{\n    \"a\": 1\n}\n", set: ["b"], to: 2, gives: "{\n    \"a\": 1,\n    \"b\": 2\n}\n")
    try check("{\r\n\t\"a\": 1\r\n}", set: ["b"], to: [2], gives: "{\r\n\t\"a\": 1,\r\n\t\"b\": [\r\n\t\t2\r\n\t]\r\n}")
    try check("{\n  \"a\": 1,\n}", set: ["b"], to: 2, gives: "{\n  \"a\": 1,\n  \"b\": 2,\n}")
  }

  @Test func commentsStayWhereTheyAre() throws {
    try check(
      "{\n  // first\n  \"a\": 1 // one\n  // last\n}", set: ["b"], to: 2,
      gives: "{\n  // first\n  \"a\": 1, // one\n  \"b\": 2\n  // last\n}")
    try check(
      "[\n  1 /* a */ , /* b\n  */ // c\n]", append: 2, gives: "[\n  1 /* a */ , /* b\n  */ // c\n  2,\n]")
    try check("[1 /* a */]", append: 2, gives: "[1, 2 /* a */]")
    try check("[1, /* a */]", append: 2, gives: "[1, 2, /* a */]")
    try check("[ // none yet\n]", append: 2, gives: "[ // none yet\n  2\n]")
    try check("[ /* none */ ]", append: 2, gives: "[ /* none */ 2]")
    try check("/**\n * The list.\n */\n[]", append: 2, gives: "/**\n * The list.\n */\n[\n  2\n]")
  }

  @Test func fillsWhatIsEmpty() throws {
    try check("{}", set: ["a"], to: 1, gives: "{\"a\": 1}")
    try check("{}\n", set: ["a"], to: 1, gives: "{\n  \"a\": 1\n}\n")
    try check(
      "{\n  \"list\": [\n  ]\n}", append: ["a": 1], to: ["list"],
      gives: "{\n  \"list\": [\n    {\n      \"a\": 1\n    }\n  ]\n}")
  }

  @Test func makesTheObjectsOnTheWay() throws {
    try check("{\"a\": 1}", set: ["b", "c", "d"], to: 2, gives: "{\"a\": 1, \"b\": {\"c\": {\"d\": 2}}}")
    try check("{\n  \"a\": {}\n}", set: ["a", "b"], to: 2, gives: "{\n  \"a\": {\n    \"b\": 2\n  }\n}")
  }

  @Test func elementsOnOneLineStayOnOneLine() throws {
    try check(
      "[\n  { \"a\": 1 },\n  { \"a\": 2 }\n]", append: ["a": 3, "b": 4],
      gives: "[\n  { \"a\": 1 },\n  { \"a\": 2 },\n  {\"a\": 3, \"b\": 4}\n]")
    try check(
      "[\n  {\n    \"a\": 1\n  }\n]", append: ["a": 3], gives: "[\n  {\n    \"a\": 1\n  },\n  {\n    \"a\": 3\n  }\n]")
    try check("[\n  1, 2]", append: 3, gives: "[\n  1, 2,\n  3]")
  }

  @Test func refusesAPathThatLeadsNowhere() throws {
    try check("{\"a\": 1}", set: ["a", "b"], to: 2, gives: nil)
    try check("[1]", set: [1], to: 2, gives: nil)
    try check("[1]", set: ["a"], to: 2, gives: nil)
    try check("{}", set: ["a", 0], to: 2, gives: nil)
    try check("{\"a\": 1}", append: 2, to: ["a"], gives: nil)
    try check("{}", append: 2, gives: nil)
  }

  @Test func anyAppendKeepsEverythingElse() throws {
    var random = SeededGenerator(seed: 5)
    for round in 0..<200 {
      let elements = (0..<(round % 4)).map { _ in random.value(depth: 3) }
      let source = JSONValue.array(elements).serialized(pretty: round % 2 == 0)
      let added = random.value(depth: 3)
      let root = try JSONNode(parsing: source)
      let edit = try #require(root.edit(appending: added, to: [], in: source))
      #expect(try JSONValue(parsing: edit.applied(to: source)) == .array(elements + [added]))
    }
  }
}
