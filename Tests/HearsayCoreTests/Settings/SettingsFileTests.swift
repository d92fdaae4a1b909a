import JSON
import ProseText
import TestSupport
import Testing

@testable import HearsayCore

/// What a settings file settles, and what is said of what it does not.
@Suite struct SettingsFileTests {
  private func read(_ text: String) throws -> SettingsFile { try SettingsFile(Array(text.utf8)) }

  /// The settings read from a text in which nothing is wrong.
  private func settings(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Settings {
    let file = try read(text)
    #expect(file.findings.isEmpty, "\(file.findings.map(\.message))", sourceLocation: sourceLocation)
    return file.settings
  }

  /// Exactly the marked places are findings, with these words in their messages.
  private func check(_ marked: String, _ words: String..., sourceLocation: SourceLocation = #_sourceLocation) throws {
    let draft = MarkedDraft(marked)
    let findings = try read(draft.plain).findings
    #expect(findings.map(\.range) == draft.ranges, sourceLocation: sourceLocation)
    for (finding, words) in zip(findings, words) {
      #expect(finding.message.contains(words), "\(finding.message)", sourceLocation: sourceLocation)
    }
  }

  @Test func nothingSettled() throws {
    #expect(try settings("{}") == Settings())
    #expect(try settings("// nothing yet\n{ /* so far */ }\n") == Settings())
  }

  @Test func everyKey() throws {
    let settings = try settings(
      """
      {
        "$schema": "settings.schema.json",
        "rules": { "HS1": "off", "HS104": "on", "vague-source": "hint" },
        "scope": "sentence",
        "ownPublications": ["The Calder Times"],
        "primarySources": ["Eastwire"],
        "acronyms": { "OBS": "Marsh Observer" },
        "vaguePhrases": ["local officials"],
        "include": ["drafts/**"],
        "exclude": ["*.tmp.md", "old"],
        "quotes": "de",
        "personsPerDay": 2500.5,
      }
      """)
    #expect(settings.rules.level(of: "HS101") == .off)
    #expect(settings.rules.level(of: "HS104") == .on)
    #expect(settings.rules.level(of: "HS203") == .hint)
    #expect(settings.rules.level(of: "HS204") == .on)
    #expect(settings.scope == .sentence)
    #expect(settings.ownPublications == NameList(["Calder Times"]))
    #expect(settings.primarySources == NameList(["eastwire"]))
    #expect(settings.acronyms == [Acronym(short: "OBS", name: "Marsh Observer")])
    #expect(settings.vaguePhrases.isInside("Several local officials in Dorn"))
    #expect(settings.include == ["drafts/**"] && settings.exclude == ["*.tmp.md", "old"])
    #expect(settings.quotes == .german)
    #expect(settings.personsPerDay == 2500.5)
  }

  @Test func unknownKeys() throws {
    try check("{ ⟦\"scop\"⟧: 1, ⟦\"rule\"⟧: {} }", "did you mean “scope”?", "did you mean “rules”?")
    try check("{ ⟦\"colour\"⟧: 1 }", "“colour” is no setting.")
    try check("{ \"scope\": \"sentence\", ⟦\"é🙂\"⟧: 1 }")
  }

  @Test func wrongValues() throws {
    try check("{ \"scope\": ⟦\"sentense\"⟧ }", "did you mean “sentence”?")
    try check("{ \"scope\": ⟦3⟧ }", "one of “paragraph”, “sentence”")
    try check("{ \"quotes\": ⟦\"xx\"⟧ }", "“en”")
    try check("{ \"rules\": ⟦[\"HS101\"]⟧ }", "“rules” is an object, not an array")
    try check("{ \"rules\": { \"HS101\": ⟦false⟧ } }", "level of a rule")
    try check("{ \"rules\": { ⟦\"HS10 1\"⟧: \"off\" } }", "no rule “HS10 1”")
    try check("{ \"ownPublications\": ⟦\"The Calder Times\"⟧ }", "a list of strings, not “The Calder Times”")
    try check("{ \"exclude\": [\"a\", ⟦1⟧, ⟦\" \"⟧, \"b\"] }", "not a number", "with words in them")
    try check("{ \"exclude\": [⟦\"\(String(repeating: "a", count: 1001))\"⟧] }", "1000 bytes")
    try check("{ \"acronyms\": { \"OBS\": ⟦1⟧ } }", "full name, not a number")
    try check("{ \"acronyms\": ⟦\"OBS\"⟧ }", "an object")
    try check("{ \"personsPerDay\": ⟦0⟧ }", "a number above 0")
    try check("{ \"$schema\": ⟦1⟧ }", "address")
    try check("⟦[]⟧", "an object, not an array")
  }

  @Test("what is wrong does not take the rest down")
  func theRestHolds() throws {
    let file = try read(
      "{ \"scop\": 1, \"scope\": \"sentence\", \"exclude\": [\"a\", 1, \"b\"], \"rules\": { \"HS9999\": \"off\", \"HS1\": \"off\" } }"
    )
    #expect(file.settings.scope == .sentence)
    #expect(file.settings.exclude == ["a", "b"])
    #expect(file.settings.rules.level(of: "HS101") == .off)
    #expect(file.findings.map(\.rule) == ["HS901", "HS901", "HS905"])
  }

  @Test func repeatedKeys() throws {
    try check("{ ⟦\"scope\"⟧: \"sentence\", \"scope\": \"paragraph\" }", "more than once")
    try check("{ \"rules\": { ⟦\"HS1\"⟧: \"off\", \"HS1\": \"on\" } }", "more than once")
    #expect(try read("{ \"scope\": \"sentence\", \"scope\": \"paragraph\" }").settings.scope == .paragraph)
  }

  @Test func fixesPutWhatWasMeant() throws {
    let text = "{ \"scop\": \"sentence\", \"rules\": { \"HS991\": \"of\" } }"
    let file = try read(text)
    var mended = file.text
    for fix in file.findings.flatMap(\.fixes).reversed() {
      for edit in fix.edits { mended.replace(edit.range, with: Array(edit.newText.utf8)) }
    }
    let again = try SettingsFile(mended.bytes)
    #expect(again.settings.scope == .sentence)
    #expect(again.findings.isEmpty, "\(again.findings.map(\.message))")
  }

  @Test("settings weigh the findings about themselves")
  func ownLevels() throws {
    #expect(try read("{ \"colour\": 1, \"rules\": { \"HS901\": \"off\" } }").findings.isEmpty)
    let findings = try read("{ \"colour\": 1, \"rules\": { \"HS9\": \"hint\", \"HS4444\": \"on\" } }").findings
    #expect(findings.map(\.severity) == [.hint, .hint])
  }

  @Test func theLongestPrefixCounts() {
    var levels = RuleLevels()
    levels.set(.off, for: "HS")
    levels.set(.on, for: "HS1")
    levels.set(.error, for: "HS101")
    #expect(["HS204", "HS102", "HS101"].map(levels.level) == [.off, .on, .error])
  }

  @Test("text that is no JSON settles nothing, and says where it breaks")
  func notJSON() throws {
    let bytes = Array("{ \"scope\": sentence }".utf8)
    let error = try #require(throws: JSONError.self) { try SettingsFile(bytes) }
    #expect(error.offset == 11)
    let file = SettingsFile(unreadable: bytes, error)
    #expect(file.settings == Settings())
    #expect(file.findings.map(\.range) == [11..<12] && file.findings.map(\.rule) == ["HS901"])
    let short = Array("{".utf8)
    let early = try #require(throws: JSONError.self) { try SettingsFile(short) }
    #expect(SettingsFile(unreadable: short, early).findings.map(\.range) == [0..<1])
    let nothing = try #require(throws: JSONError.self) { try SettingsFile([]) }
    #expect(SettingsFile(unreadable: [], nothing).findings.map(\.range) == [0..<0])
  }

  @Test("made to be hostile")
  func hostile() throws {
    #expect(throws: JSONError.self) { try read(String(repeating: "[", count: 100_000)) }
    #expect(throws: JSONError.self) { try read("") }
    let keys = (0..<20_000).map { "\"rulez\($0)\": {}" }.joined(separator: ",")
    let duration = try processorTime {
      let unknown = try read("{\(keys)}").findings
      #expect(unknown.count == 100)
      let rules = (0..<20_000).map { "\"HS1\($0)\": \"off\"" }.joined(separator: ",")
      let unknownRules = try read("{\"rules\": {\(rules)}}").findings
      #expect(unknownRules.count == 100)
    }
    #expect(duration < .seconds(20))
  }

  @Test(arguments: [
    ("The Calder Times", "Calder Times", true), ("calder  TIMES", "The Calder Times", true),
    ("Times", "Calder Times", false), ("Calder Times of Dorn", "Calder Times", false),
    ("Brandt’s Weekly", "Brandt's Weekly", true),
  ])
  func names(_ listed: String, _ name: String, _ isNamed: Bool) {
    #expect(NameList([listed]).contains(NameList.words(of: name)) == isNamed)
  }

  @Test(arguments: [
    ("officials", "Local officials in Dorn", true), ("local officials", "officials of local banks", false),
    ("dozens", "Dozens of firms", true), ("dozen", "Dozens of firms", false), ("...", "Dozens", false),
  ])
  func phrases(_ listed: String, _ text: String, _ isThere: Bool) {
    #expect(NameList([listed]).isInside(text) == isThere)
  }
}
