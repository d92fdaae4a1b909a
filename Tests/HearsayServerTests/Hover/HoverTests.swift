import HearsayCore
import JSON
import LanguageServerProtocol
import ProseText
import Testing

@testable import HearsayServer

struct HoverTests {
  private static let markdown: JSONValue = ["textDocument": ["hover": ["contentFormat": ["markdown", "plaintext"]]]]

  /// Hovers at `^` in the text; checks the words, and the words that the range marks.
  private func check(
    _ marked: String, over words: String?, _ expected: String, client capabilities: JSONValue = markdown
  ) throws {
    let parts = marked.split(separator: "^", maxSplits: 1, omittingEmptySubsequences: false)
    let text = SourceText(parts.joined())
    let place = text.position(of: parts[0].utf8.count, in: .utf16)
    var client = TestClient.ready(capabilities)
    client.open(parts.joined())
    let result = try #require(
      client.request("textDocument/hover", TestClient.at(place.line, place.character))["result"])
    #expect(result["contents"]?["value"]?.string ?? "nothing" == expected)
    #expect(try markedWords(result["range"], in: text) == words)
  }

  private func markedWords(_ range: JSONValue?, in text: SourceText) throws -> String? {
    guard let range else { return nil }
    return text.string(text.byteRange(of: try LSP.Range(decoding: range), in: .utf16))
  }

  @Test func aFigureSaysWhatItAmountsToAndWhoSaysIt() throws {
    try check(
      "date 2023-07-19\n\n“4,^150 people have quit since 1 July,” said Ida Brandt.", over: "4,150",
      """
      - **4,150** people
      - “since 1 July”: 2023-07-01 to 2023-07-19, 18 days, **231** a day
      - attributed to **Ida Brandt** in the same sentence

      Who says it (first hand):

      - this draft
      - ← Ida Brandt (person)
      """)
  }

  @Test func aFindingComesFirstAndItsRuleLast() throws {
    try check(
      "Some ^640 homes were flooded.", over: "640",
      """
      **HS101 No source is given for “640 homes”.**

      - about **640** homes
      - attributed to nobody

      A reader must be able to see who counted a number. [HS101](https://hearsay.example/rules/HS101)
      """)
  }

  @Test func plainTextHasNoMarks() throws {
    try check(
      "Some ^640 homes were flooded.", over: "640",
      """
      HS101 No source is given for “640 homes”.

      - about 640 homes
      - attributed to nobody

      A reader must be able to see who counted a number. HS101: https://hearsay.example/rules/HS101
      """, client: [:])
  }

  @Test func aCueSaysWhomItCredits() throws {
    try check(
      "The bridge is safe, Ida Brandt ^said.", over: "said",
      """
      “said” credits **Ida Brandt** (person)

      Who says it (first hand):

      - this draft
      - ← Ida Brandt (person)
      """)
  }

  @Test func aNameIsReadWhereItsLastLetterEnds() throws {
    try check(
      "The bridge is safe, said Ida Brandt^.", over: "Ida Brandt",
      """
      “said” credits **Ida Brandt** (person)

      Who says it (first hand):

      - this draft
      - ← Ida Brandt (person)
      """)
  }

  @Test func aQuotationNamesItsSpeaker() throws {
    try check("“We will ^win,” said Ida Brandt.", over: "“We will win,”", "- words of **Ida Brandt** (person)")
  }

  @Test func whereNothingStandsNothingIsSaid() {
    var client = TestClient.ready(Self.markdown)
    client.open("The weather was calm.\n\n```\n640 homes\n```\n")
    for place in [(0, 4), (3, 1), (9, 9), (0, 2_000_000_000)] {
      #expect(client.request("textDocument/hover", TestClient.at(place.0, place.1))["result"] == .null)
    }
  }

  @Test(arguments: [
    (415_000_000, "415,000,000"), (0.5, "0.5"), (-1234.5, "-1,234.5"), (0, "0"), (999, "999"), (1000, "1,000"),
    (1e300, "1e+300"), (.infinity, "inf"), (.nan, "nan"),
  ])
  func numbersAreGrouped(value: Double, text: String) {
    #expect(decimal(value) == text)
  }

  @Test(arguments: [(23_055_555.6, "23,055,556"), (1.23456, "1.23"), (0.012345, "0.0123"), (99.96, "100")])
  func ratesAreRounded(value: Double, text: String) {
    #expect(rounded(value) == text)
  }
}
