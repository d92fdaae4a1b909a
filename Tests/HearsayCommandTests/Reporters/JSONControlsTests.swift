import Testing

@testable import HearsayCommand

/// Nothing in a JSON report moves a terminal's cursor or hides from its reader.
struct JSONControlsTests {
  private func check(_ json: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let found = withoutControls(Array(json.utf8))
    #expect(String(decoding: found, as: UTF8.self) == expected, sourceLocation: sourceLocation)
  }

  @Test func whatNobodySeesIsEscaped() {
    check("{\"a\": \"x\u{7F}y\"}", "{\"a\": \"x\\u007fy\"}")
    check("“\u{9B}2J”", "“\\u009b2J”")
    check("é\u{061C}ل\u{200E}\u{200F}…", "é\\u061cل\\u200e\\u200f…")
    check("\u{2028}\u{2029}\u{202E}abc\u{2066}", "\\u2028\\u2029\\u202eabc\\u2066")
  }

  @Test func theRestStaysAsItIs() {
    for text in ["", "{}\n", "“Ça va” – né ’ ‰ 日本 😀 ß", "\u{A0}Âؠ\u{2010}"] { check(text, text) }
  }

  @Test func everyCharacterIsAsItsKindHasIt() {
    for value in UInt32(0x20)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let found = String(decoding: withoutControls(Array("a\(Character(scalar))b".utf8)), as: UTF8.self)
      let digits = String(value, radix: 16)
      let escaped = "a\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)b"
      #expect(found == (visible(scalar) == scalar ? "a\(Character(scalar))b" : escaped), "U+\(digits)")
    }
  }

  @Test func whatIsNoTextIsReplaced() {
    let found = withoutControls([0x22, 0xE2, 0x80, 0x22, 0x7F, 0xC2])
    #expect(String(validating: found, as: UTF8.self) == "\"\u{FFFD}\"\\u007f\u{FFFD}")
  }
}
