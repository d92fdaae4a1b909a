import HearsayCore
import ProseText
import Testing

/// What each setting does to the findings of a draft, and what it leaves as it is.
@Suite struct SettingsEffectTests {
  private func findings(_ text: String, _ settings: String, isMarkdown: Bool = false) throws -> [Finding] {
    try analysis(text, settings, isMarkdown: isMarkdown).findings
  }

  private func rules(_ text: String, _ settings: String) throws -> [String] {
    try findings(text, settings).map(\.rule)
  }

  private func analysis(
    _ text: String, _ settings: String, date: String? = nil, isMarkdown: Bool = false
  ) throws -> Analysis {
    let file = try SettingsFile(Array(settings.utf8))
    #expect(file.findings.isEmpty, "\(file.findings.map(\.message))")
    var analyzer = Analyzer()
    let day = try date.map { try #require(CalendarDate(iso: $0)) }
    let analysis = analyzer.analyze(
      SourceText(text), format: isMarkdown ? .markdown : .plainText,
      in: DraftSurroundings(date: day, settings: file.settings))
    return try #require(analysis)
  }

  // MARK: Rules

  private let flood = "Some 640 homes were flooded. Experts say it rained."

  @Test func rulesOffAndOn() throws {
    #expect(try rules(flood, "{}") == ["HS101", "HS203"])
    #expect(try rules(flood, #"{ "rules": { "HS101": "off" } }"#) == ["HS203"])
    #expect(try rules(flood, #"{ "rules": { "HS2": "off" } }"#) == ["HS101"])
    #expect(try rules(flood, #"{ "rules": { "HS": "off", "vague-source": "on" } }"#) == ["HS203"])
  }

  @Test func severities() throws {
    let severities = try findings(flood, #"{ "rules": { "HS1": "error", "HS203": "hint" } }"#).map(\.severity)
    #expect(severities == [.error, .hint])
    // An attributed vague quantity is a hint of its own accord; "on" leaves it so, a level does not.
    let vague = "Dozens of firms are at risk, the chamber said."
    #expect(try findings(vague, #"{ "rules": { "HS103": "on" } }"#).map(\.severity) == [.hint])
    #expect(try findings(vague, #"{ "rules": { "HS103": "warning" } }"#).map(\.severity) == [.warning])
  }

  // MARK: Scope

  @Test func scope() throws {
    let paragraph = "The county said the river rose. Some 640 homes were flooded."
    #expect(try rules(paragraph, "{}") == [])
    #expect(try rules(paragraph, #"{ "scope": "paragraph" }"#) == [])
    #expect(try rules(paragraph, #"{ "scope": "sentence" }"#) == ["HS102"])
    #expect(try rules("The county said 640 homes were flooded.", #"{ "scope": "sentence" }"#) == [])
  }

  // MARK: House lists

  @Test func ownPublications() throws {
    let text = "According to the Calder Times, 640 homes were flooded."
    #expect(try rules(text, "{}") == ["HS302"])
    #expect(try rules(text, #"{ "ownPublications": ["Dorn Gazette"] }"#) == ["HS302"])
    let own = try analysis(text, #"{ "ownPublications": ["Calder Times"] }"#)
    #expect(own.findings.isEmpty)
    #expect(own.sources.map(\.kind) == [.writer])
    #expect(own.figures.map(\.support.status) == [.selfMeasured])
  }

  @Test func primarySources() throws {
    let text =
      "According to Eastwire News, 640 homes were flooded. Eastwire News says 90 barns burned. Eastwire News says 12 cars sank."
    #expect(Set(try rules(text, "{}")) == ["HS302", "HS304"])
    #expect(try rules(text, #"{ "primarySources": ["Eastwire News"] }"#) == [])
    let primary = try analysis(text, #"{ "primarySources": ["the eastwire news"] }"#)
    #expect(primary.attributions.allSatisfy { $0.end == .origin && $0.hand == 1 })
    let quoted = "According to the Harbour Post, he said “go home now”."
    #expect(try rules(quoted, "{}").contains("HS401"))
    #expect(try !rules(quoted, #"{ "primarySources": ["Harbour Post"] }"#).contains("HS401"))
    let relayed = "The Calder Herald reported that the study found lead in the river."
    #expect(try rules(relayed, "{}") == ["HS301"])
    #expect(try rules(relayed, #"{ "primarySources": ["Calder Herald"] }"#) == [])
  }

  @Test func acronyms() throws {
    let text =
      "According to OBS, the mill will close. OBS says the pool will shut.\n\nThe Marsh Observer also said that the river is dirty."
    let known = #"{ "acronyms": { "OBS": "Marsh Observer" } }"#
    #expect(try !rules(text, "{}").contains("HS304"))
    #expect(try rules(text, known).contains("HS304"))
    #expect(try analysis(text, "{}").sources.count == 2)
    #expect(try analysis(text, known).sources.map(\.name) == ["Marsh Observer"])
    #expect(try analysis(text, #"{ "acronyms": { "RKD": "Marsh Observer" } }"#).sources.count == 2)
    // What the draft itself says of the short form comes first.
    let own = try analysis("The Office of Bridge Safety (OBS) was late. OBS said the river is dirty.", known)
    #expect(own.sources.map(\.name) == ["Office of Bridge Safety"])
  }

  @Test func vaguePhrases() throws {
    let text = "Local officials say it rained. Dozens of firms have closed."
    #expect(try rules(text, "{}") == ["HS203", "HS103"])
    #expect(try rules(text, #"{ "vaguePhrases": ["local officials"] }"#) == ["HS103"])
    #expect(try rules(text, #"{ "vaguePhrases": ["Dozens"] }"#) == ["HS203"])
    #expect(try rules(text, #"{ "vaguePhrases": ["federal officials", "dozens of banks"] }"#) == ["HS203", "HS103"])
  }

  // MARK: Quotation marks

  @Test("which marks quote")
  func quotes() throws {
    let german = "Some wept. „They took everything.“ The vote was late."
    #expect(try rules(german, #"{ "quotes": "de" }"#) == ["HS402"])
    #expect(try !rules(german, "{}").contains("HS402"))
    let swedish = "Some wept. ”They took everything.” The vote was late."
    #expect(try rules(swedish, #"{ "quotes": "sv" }"#) == ["HS402"])
    #expect(try !rules(swedish, "{}").contains("HS402"))
    let open = "The mayor called it «a very bad day and left."
    #expect(try rules(open, #"{ "quotes": "fr" }"#) == ["HS403"])
    #expect(try rules(open, "{}") == [])
    let relayed = "An aide quoted her as saying „no more of this“."
    #expect(try rules(relayed, #"{ "quotes": "de" }"#) == ["HS204", "HS401"])
    #expect(try !rules(relayed, "{}").contains("HS401"))
    #expect(try rules("“They took everything.”", #"{ "quotes": "fr" }"#) == ["HS402"])
    #expect(try rules("He said ”we will stay” and left.", #"{ "quotes": "sv" }"#) == [])
  }

  @Test("the mark that closes is the language's own")
  func closingMarks() throws {
    let finding = try #require(try findings("He said „yes and left.", #"{ "quotes": "de" }"#).first)
    #expect(finding.rule == "HS403" && finding.fixes.flatMap(\.edits).map(\.newText) == ["“"])
  }

  // MARK: People a day

  @Test func personsPerDay() throws {
    let text = "The party said 415,000 people have joined since 1 July."
    func rules(_ settings: String) throws -> [String] {
      try analysis(text, settings, date: "2023-07-19").findings.map(\.rule)
    }
    #expect(try rules("{}") == [])
    #expect(try rules(#"{ "personsPerDay": 10000 }"#) == ["HS112"])
    #expect(try rules(#"{ "personsPerDay": 40000 }"#) == [])
  }

  // MARK: Cached equals fresh

  @Test("an analyzer that has read a draft with other settings answers as a new one")
  func cachedEqualsFresh() throws {
    let text =
      "Some 640 homes were flooded. „They took everything.“ The county said so. Some 90 barns burned.\n\nExperts say it rained."
    let settings = try [
      "{}", #"{ "quotes": "de" }"#, #"{ "scope": "sentence" }"#, #"{ "quotes": "de", "vaguePhrases": ["experts"] }"#,
      #"{ "quotes": "sv" }"#, "{}",
    ].map { try SettingsFile(Array($0.utf8)).settings }
    var kept = Analyzer()
    for settings in settings {
      var fresh = Analyzer()
      let surroundings = DraftSurroundings(settings: settings)
      let answers = (
        kept.analyze(SourceText(text), format: .plainText, in: surroundings),
        fresh.analyze(SourceText(text), format: .plainText, in: surroundings)
      )
      let (left, right) = (try #require(answers.0), try #require(answers.1))
      #expect(left.findings == right.findings && left.quotes == right.quotes && left.figures == right.figures)
    }
  }
}
