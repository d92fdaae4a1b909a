import Foundation
import JSON
import TestSupport
import Testing

struct ParsingTests {
  private func check(
    _ text: String, _ options: JSONReadingOptions = [], gives expected: JSONValue,
    at location: SourceLocation = #_sourceLocation
  ) {
    #expect(throws: Never.self, sourceLocation: location) {
      let value = try JSONValue(parsing: text.bytes, options: options)
      #expect(value == expected, sourceLocation: location)
    }
  }

  private func check(
    _ bytes: [UInt8], _ options: JSONReadingOptions = [], fails problem: JSONError.Problem, at offset: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let error = JSONError(problem, at: offset)
    #expect(throws: error, sourceLocation: sourceLocation) { try JSONValue(parsing: bytes, options: options) }
    #expect(throws: error, sourceLocation: sourceLocation) { try JSONNode(parsing: bytes, options: options) }
  }

  @Test func numbers() {
    check("0", gives: 0)
    check("-12", gives: -12)
    check("-0", gives: .number(-0.0))
    check("1.5", gives: 1.5)
    check("1.0", gives: .number(1))
    check("123456789.125e-3", gives: 123456.789125)
    check("0.1", gives: 0.1)
    check("1e23", gives: .number(1e23))
    check("2.2250738585072011e-308", gives: .number(Double(bitPattern: 0x000F_FFFF_FFFF_FFFF)))
    check("4.9e-324", gives: .number(.leastNonzeroMagnitude))
    check("1e-999999999999", gives: .number(0))
    check("-1e-999", gives: .number(-0.0))
    check("0e99999999999999999999", gives: .number(0))
    check("18446744073709551616", gives: .number(18_446_744_073_709_551_616))
    check("1e400".bytes, fails: .numberOutOfRange, at: 0)
    check("[01]".bytes, fails: .leadingZero, at: 1)
    check("-".bytes, fails: .unexpectedEnd(expected: "a digit"), at: 1)
    check("1.e3".bytes, fails: .unexpectedByte(0x65, expected: "a digit"), at: 2)
    check([UInt8](repeating: 0x39, count: 100_000), fails: .numberOutOfRange, at: 0)
  }

  @Test func wholeNumbersHoweverWritten() throws {
    #expect(try JSONValue(parsing: "3.0".bytes).int == 3)
    #expect(try JSONValue(parsing: "3e2".bytes).int == 300)
    #expect(try JSONValue(parsing: "3.5".bytes).int == nil)
    #expect(try JSONValue(parsing: "1e300".bytes).int == nil)
    #expect(try JSONValue(parsing: "7".bytes).double == 7)
  }

  @Test func strings() {
    check(#""""#, gives: "")
    check(#""plain text, longer than a word or two""#, gives: "plain text, longer than a word or two")
    check(#""\"\\\/\b\f\n\r\t""#, gives: "\"\\/\u{8}\u{C}\n\r\t")
    check(#""caf\u00e9 \u00E9 é""#, gives: "café é é")
    check(#""\ud83d\ude42""#, gives: "🙂")
    check(#""a\ud83d""#, gives: "a\u{FFFD}")
    check(#""\ude42\ud83d""#, gives: "\u{FFFD}\u{FFFD}")
    check(#""\ud83d\ud83d\ude42""#, gives: "\u{FFFD}🙂")
    check(#""\ud83d\n""#, gives: "\u{FFFD}\n")
    check("\"\u{2028}\u{7F}\"", gives: "\u{2028}\u{7F}")
    check("\"a\nb\"".bytes, fails: .controlCharacter(0x0A), at: 2)
    check("\"a\0b\"".bytes, fails: .controlCharacter(0), at: 2)
    check(#""\x""#.bytes, fails: .invalidEscape, at: 1)
    check(#""12345678\u12G4""#.bytes, fails: .invalidEscape, at: 9)
    check(#""\u12"#.bytes, fails: .unexpectedEnd(expected: "the rest of an escape"), at: 5)
    check(#""abc"#.bytes, fails: .unexpectedEnd(expected: "the quote that ends a string"), at: 4)
  }

  private static let malformedCases: [([UInt8], Int)] = [
    ([0xFF], 0), ([0x41, 0xC3], 1), ([0xC0, 0x80], 0), ([0xE0, 0x80, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
    ([0xF5, 0x80, 0x80, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xC3, 0xA9, 0x80], 2), ([0xE2, 0x80, 0x41], 0),
    ([0x5C, 0x6E, 0x80], 2),
  ]

  @Test(arguments: malformedCases)
  func malformedUTF8(content: [UInt8], offset: Int) {
    check([0x22] + content + [0x22], fails: .invalidUTF8, at: offset + 1)
    check("{\"".bytes + content + "\":1}".bytes, fails: .invalidUTF8, at: offset + 2)
    check("1 /* ".bytes + content, .jsonc, fails: .unterminatedComment, at: 2)
    if content.first != 0x5C {
      check("1 //".bytes + content, .jsonc, fails: .invalidUTF8, at: offset + 4)
    }
  }

  @Test func structure() {
    check(" [ ] ", gives: [])
    check(#"{"a":[1,{"b":null}],"c":true,"d":false}"#, gives: ["a": [1, ["b": .null]], "c": true, "d": false])
    check("".bytes, fails: .unexpectedEnd(expected: "a value"), at: 0)
    check("[1,]".bytes, fails: .unexpectedByte(0x5D, expected: "a value"), at: 3)
    check("{\"a\":1,}".bytes, fails: .unexpectedByte(0x7D, expected: "a key in quotes"), at: 7)
    check("[1 2]".bytes, fails: .unexpectedByte(0x32, expected: "',' or ']'"), at: 3)
    check("{\"a\" 1}".bytes, fails: .unexpectedByte(0x31, expected: "':'"), at: 5)
    check("[1}".bytes, fails: .unexpectedByte(0x7D, expected: "',' or ']'"), at: 2)
    check("tru".bytes, fails: .unexpectedEnd(expected: "'true'"), at: 3)
    check("1 2".bytes, fails: .contentAfterValue, at: 2)
    check("1\0".bytes, fails: .contentAfterValue, at: 1)
    check("\u{FEFF}1".bytes, fails: .unexpectedByte(0xEF, expected: "a value"), at: 0)
    check("\u{FEFF}1", .byteOrderMark, gives: 1)
  }

  @Test func repeatedKeysAreKeptAndTheLastCounts() throws {
    let value = try JSONValue(parsing: #"{"a":1,"b":2,"a":3}"#.bytes)
    #expect(value["a"] == 3)
    #expect(value.object?.keys == ["a", "b", "a"])
    #expect(value["c"] == nil)
    #expect(value.serialized().text == #"{"a":1,"b":2,"a":3}"#)
  }

  @Test func keysAreComparedByBytes() {
    let object: JSONObject = ["e\u{301}": 1]
    #expect(object["\u{E9}"] == nil)
    #expect(object["e\u{301}"] == 1)
  }

  @Test func membersAreSetAndRemoved() {
    var object: JSONObject = ["a": 1, "b": 2, "a": 3]
    object["a"] = 4
    object["c"] = 5
    #expect(object == ["a": 1, "b": 2, "a": 4, "c": 5])
    object["a"] = nil
    #expect(object == ["b": 2, "c": 5])
  }

  @Test func commentsAndTrailingCommas() {
    let text = """
      // before
      { /* a */ "a" /* b */ : // c
        [1, 2 /* // " */ , ], // d
        "slashes": "// no /* comment */",
      } /**/
      // at the end
      """
    check(text, .jsonc, gives: ["a": [1, 2], "slashes": "// no /* comment */"])
    check("[1]//", .comments, gives: [1])
    check(text.bytes, fails: .unexpectedByte(0x2F, expected: "a value"), at: 0)
    check("[1,]", .trailingCommas, gives: [1])
    check("[1,]".bytes, .comments, fails: .unexpectedByte(0x5D, expected: "a value"), at: 3)
    check("[,]".bytes, .jsonc, fails: .unexpectedByte(0x2C, expected: "a value"), at: 1)
    check("{,}".bytes, .jsonc, fails: .unexpectedByte(0x2C, expected: "a key in quotes"), at: 1)
    check("[1,,]".bytes, .jsonc, fails: .unexpectedByte(0x2C, expected: "a value"), at: 3)
    check("1,".bytes, .jsonc, fails: .contentAfterValue, at: 1)
    check("[1 /* ]".bytes, .jsonc, fails: .unterminatedComment, at: 3)
    check("[1 /*/ ]".bytes, .jsonc, fails: .unterminatedComment, at: 3)
    check("[1 / 2]".bytes, .jsonc, fails: .unexpectedByte(0x20, expected: "a second '/' or a '*'"), at: 4)
    check("[1 /".bytes, .jsonc, fails: .unexpectedEnd(expected: "a second '/' or a '*'"), at: 4)
  }

  @Test func depthHasALimit() throws {
    let limit = JSONValue.maximumDepth
    let deepest = String(repeating: "[", count: limit) + String(repeating: "]", count: limit)
    #expect(try JSONValue(parsing: deepest.bytes).serialized().text == deepest)
    for opening in ["[", #"{"a":"#, "[1,"] {
      let bomb = String(repeating: opening, count: 1_000_000 / opening.utf8.count)
      check(bomb.bytes, fails: .tooDeep(limit: limit), at: limit * opening.utf8.count)
    }
  }

  @Test func everyPrefixIsRefusedWithoutHarm() throws {
    let text = #"{"key\u00e9 🙂":[1.5e3,-0,true,null,{"a":"b\n\ud83d\ude42"}]} "#.bytes
    for length in 0..<(text.count - 1) {
      let prefix = Array(text[..<length])
      #expect(throws: JSONError.self) { try JSONValue(parsing: prefix) }
    }
  }

  @Test func errorsSayWhereAndWhat() throws {
    let text = "{\n  \"é🙂\": 1,\r\n  \"b\": truth\r}"
    let error = try #require(throws: JSONError.self) { try JSONValue(parsing: text.bytes) }
    #expect(error.description == "'t' where 'true' is expected")
    #expect(error.place(in: text.bytes) == (3, 11))
    #expect(JSONError(.contentAfterValue, at: text.utf8.count).place(in: text.bytes) == (4, 2))
    let first = JSONError(.unexpectedByte(0x09, expected: "a value"), at: 0)
    #expect(first.description == "a tab where a value is expected")
    #expect(first.place(in: []) == (1, 1))
  }

  @Test func agreesWithFoundation() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let value = JSONValue.array([random.value(depth: 4)])
      let data = Data(value.serialized(pretty: Bool.random(using: &random)))
      let foreign = try JSONSerialization.jsonObject(with: data)
      let back = try JSONSerialization.data(withJSONObject: foreign, options: [.sortedKeys])
      let sorted = try JSONValue(parsing: [UInt8](back))
      #expect(normalized(sorted) == normalized(value))
    }
  }

  /// Members by key, and numbers as doubles: Foundation keeps no order and writes some integers with an exponent.
  private func normalized(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let elements): .array(elements.map(normalized))
    case .object(let object):
      .object(
        JSONObject(
          object.members.map { .init(key: $0.key, value: normalized($0.value)) }
            .sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }))
    case .integer(let value): .number(Double(value))
    default: value
    }
  }
}
