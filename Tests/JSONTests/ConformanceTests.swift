import JSON
import TestSupport
import Testing

/// The cases of nst/JSONTestSuite (MIT); they are not part of the package and are skipped where they are absent.
@Suite(.enabled(if: ConformanceCases.areHere, "needs ../shared/data/json"))
struct ConformanceTests {
  @Test func acceptsAndRefuses() throws {
    let names = try ConformanceCases.names(in: "parsing")
    #expect(names.count > 300)
    for name in names {
      let bytes = try ConformanceCases.bytes("parsing", name)
      let value = try? JSONValue(parsing: bytes)
      let node = try? JSONNode(parsing: bytes)
      #expect(node?.value == value, "\(name)")
      switch name.prefix(2) {
      case "y_": #expect(value != nil, "\(name) must be read")
      case "n_": #expect(value == nil, "\(name) must be refused")
      default: break
      }
    }
  }

  /// The choices where the standard leaves one.
  @Test(arguments: [
    ("number_-9223372036854775808.json", "[-9223372036854775808]"),
    ("number_-9223372036854775809.json", "[-9.223372036854775808e18]"),
    ("number_1.0.json", "[1]"),
    ("number_1.000000000000000005.json", "[1]"),
    ("number_1000000000000000.json", "[1000000000000000]"),
    ("number_10000000000000000999.json", "[1e+19]"),
    ("number_1e-999.json", "[0]"),
    ("number_1e6.json", "[1000000]"),
    ("number_9223372036854775807.json", "[9223372036854775807]"),
    ("number_9223372036854775808.json", "[9.223372036854775808e18]"),
    ("object_key_nfc_nfd.json", "{\"\u{E9}\":\"NFC\",\"e\u{301}\":\"NFD\"}"),
    ("object_key_nfd_nfc.json", "{\"e\u{301}\":\"NFD\",\"\u{E9}\":\"NFC\"}"),
    ("object_same_key_different_values.json", #"{"a":1,"a":2}"#),
    ("object_same_key_same_value.json", #"{"a":1,"a":1}"#),
    ("object_same_key_unclear_values.json", #"{"a":0,"a":-0.0}"#),
    ("string_1_escaped_invalid_codepoint.json", "[\"\u{FFFD}\"]"),
    ("string_2_escaped_invalid_codepoints.json", "[\"\u{FFFD}\u{FFFD}\"]"),
    ("string_3_escaped_invalid_codepoints.json", "[\"\u{FFFD}\u{FFFD}\u{FFFD}\"]"),
    ("string_with_escaped_NULL.json", #"["A\u0000B"]"#),
  ])
  func transforms(name: String, expected: String) throws {
    let value = try JSONValue(parsing: try ConformanceCases.bytes("transform", name))
    let again = try JSONValue(parsing: expected.bytes)
    #expect(value.serialized() == again.serialized())
  }

  @Test(arguments: ["string_1_invalid_codepoint.json", "string_2_invalid_codepoints.json"])
  func refusesSurrogatesInUTF8(name: String) throws {
    let bytes = try ConformanceCases.bytes("transform", name)
    #expect(throws: JSONError(.invalidUTF8, at: 2)) { try JSONValue(parsing: bytes) }
  }
}
