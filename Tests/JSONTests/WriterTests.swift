import JSON
import TestSupport
import Testing

struct WriterTests {
  private static let compactCases: [(JSONValue, String)] = [
    (.null, "null"), (true, "true"), (0, "0"), (-120, "-120"), (.integer(.min), "-9223372036854775808"),
    (.integer(.max), "9223372036854775807"), (.number(5), "5"), (.number(-2.5), "-2.5"), (.number(0.1), "0.1"),
    (.number(-0.0), "-0.0"), (.number(9_007_199_254_740_991), "9007199254740991"), (.number(1e300), "1e+300"),
    (.number(.leastNonzeroMagnitude), "5e-324"), (.number(.infinity), "null"), (.number(.nan), "null"), ("", #""""#),
    ("\"\\/\u{8}\u{C}\n\r\t\u{1}\u{1F}\u{7F}", #""\"\\/\b\f\n\r\t\u0001\u001f"# + "\u{7F}\""),
    ("\u{2028}é🙂", "\"\u{2028}é🙂\""), ([], "[]"), ([:], "{}"), ([1, [], "a"], #"[1,[],"a"]"#),
    (["a": 1, "b": ["c": .null]], #"{"a":1,"b":{"c":null}}"#),
  ]

  @Test(arguments: compactCases)
  func compact(value: JSONValue, text: String) {
    #expect(value.serialized().text == text)
  }

  @Test func pretty() {
    let value: JSONValue = ["a": [1, 2], "empty": [], "none": [:], "b": ["c": "d"]]
    #expect(
      value.serialized(pretty: true).text == """
        {
          "a": [
            1,
            2
          ],
          "empty": [],
          "none": {},
          "b": {
            "c": "d"
          }
        }
        """)
  }

  @Test func oneLine() {
    var writer = JSONWriter(layout: .oneLine)
    writer.value(["a": [1, 2], "b": [:]])
    #expect(writer.bytes.text == #"{"a": [1, 2], "b": {}}"#)
  }

  @Test func streams() {
    var writer = JSONWriter()
    writer.beginArray()
    for line in 0..<2 {
      writer.beginObject()
      writer.key("line")
      writer.value(line)
      writer.key("tags")
      writer.beginArray()
      writer.value("x")
      writer.null()
      writer.endArray()
      writer.endObject()
    }
    writer.endArray()
    #expect(writer.bytes.text == #"[{"line":0,"tags":["x",null]},{"line":1,"tags":["x",null]}]"#)
  }

  @Test func whatIsWrittenIsReadBack() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      let value = random.value(depth: 5)
      let bytes = value.serialized()
      let back = try JSONValue(parsing: bytes)
      #expect(back == value)
      #expect(back.serialized() == bytes)
      #expect(try JSONValue(parsing: value.serialized(pretty: true)).serialized() == bytes)
    }
  }
}
