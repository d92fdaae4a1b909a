import HearsayCore
import ProseText
import TestSupport
import Testing

/// Every form of suppression in every format: what it holds for, and what is said of one that is wrong.
@Suite struct SuppressionFormTests {
  /// Exactly the marked places are findings of any rule.
  private func check(
    _ marked: String, _ format: DraftFormat = .markdown, settings: String = "{}",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let draft = MarkedDraft(marked)
    var analyzer = Analyzer()
    let file = try SettingsFile(Array(settings.utf8))
    let answer = analyzer.analyze(
      SourceText(draft.plain), format: format, in: DraftSurroundings(settings: file.settings))
    let analysis = try #require(answer)
    let found = analysis.findings.map { "\($0.rule) \(analysis.words($0.range))" }
    #expect(analysis.findings.map(\.range) == draft.ranges, "found \(found)", sourceLocation: sourceLocation)
  }

  @Test("on the same line")
  func sameLine() throws {
    try check("Some 640 homes were flooded. <!-- hearsay-ignore HS101: counted -->")
    try check("Some 640 homes were flooded. <!-- hearsay-ignore HS101: counted -->\nSome ⟦90⟧ barns burned.")
    try check("Some ⟦90⟧ barns burned.\nSome 640 homes were flooded. <!-- hearsay-ignore HS101: counted --> It rained.")
    try check("- Some 640 homes were flooded. <!-- hearsay-ignore HS101: counted -->\n- Some ⟦90⟧ barns burned.")
    try check(
      "<p>Some 640 homes were flooded. <!-- hearsay-ignore HS101: counted --></p>\n<p>Some ⟦90⟧ barns burned.</p>",
      .html)
    try check("Some 640 homes were flooded. % hearsay-ignore HS101: counted\nSome ⟦90⟧ barns burned.", .latex)
    try check("Some 640 homes were flooded. @@comment: hearsay-ignore HS101: counted@@\nSome ⟦90⟧ barns burned.", .org)
    try check("Some ⟦640⟧ homes were flooded. <!-- ⟦hearsay-ignore HS203: counted⟧ -->")
  }

  @Test("alone on a line inside a paragraph: the rest of it")
  func restOfParagraph() throws {
    try check(
      "Some ⟦90⟧ barns burned.\n% hearsay-ignore HS101: counted\nSome 640 homes were flooded.\n\nSome ⟦30⟧ cars sank.",
      .latex)
    try check(
      "Some ⟦90⟧ barns burned.\n// hearsay-ignore HS101: counted\nSome 640 homes were flooded.\n\nSome ⟦30⟧ cars sank.",
      .asciidoc)
  }

  @Test("a span", arguments: DraftFormat.allCases)
  func span(_ format: DraftFormat) throws {
    func paragraph(_ text: String) -> String { format == .html ? "<p>\(text)</p>" : text }
    let begin = format.comment("hearsay-ignore-begin HS101: counted by hand", lineBreak: "\n")
    let end = format.comment("hearsay-ignore-end", lineBreak: "\n")
    let parts = [
      paragraph("Some ⟦30⟧ cars sank."), begin, paragraph("Some 640 homes were flooded."),
      paragraph("Some 90 barns burned."), end, paragraph("Some ⟦12⟧ boats sank."),
    ]
    try check(parts.joined(separator: "\n\n"), format)
  }

  @Test func spansInsideOneParagraph() throws {
    try check(
      "Some <!-- hearsay-ignore-begin HS101: a -->640 homes were<!-- hearsay-ignore-end --> flooded, and some ⟦90⟧ barns burned."
    )
  }

  @Test("a span that nothing ends holds to the end; an end ends the latest of its rules")
  func spanEnds() throws {
    try check("<!-- hearsay-ignore-begin HS101: a -->\n\nSome 640 homes were flooded.\n\nSome 90 barns burned.")
    try check(
      "<!-- hearsay-ignore-begin HS101: a -->\n\n<!-- hearsay-ignore-begin HS203: b -->\n\nSome 640 homes were flooded. Experts say it rained.\n\n"
        + "<!-- hearsay-ignore-end HS101 -->\n\nSome ⟦90⟧ barns burned. Experts say it snowed.")
    try check("It rained.\n\n<!-- ⟦hearsay-ignore-end⟧ -->")
  }

  @Test("the whole file", arguments: DraftFormat.allCases)
  func wholeFile(_ format: DraftFormat) throws {
    func paragraph(_ text: String) -> String { format == .html ? "<p>\(text)</p>" : text }
    let comment = format.comment("hearsay-ignore-file HS101: a page of samples", lineBreak: "\n")
    let parts = [
      comment, paragraph("Some 640 homes were flooded."), paragraph("Some 90 barns burned. ⟦Experts⟧ say it rained."),
    ]
    try check(parts.joined(separator: "\n\n"), format)
  }

  @Test func wholeFileStandsAtTheTop() throws {
    try check("# Rain\n\n<!-- hearsay-ignore-file HS101: samples -->\n\nSome 640 homes were flooded.")
    try check(
      "Some ⟦640⟧ homes were flooded.\n\n<!-- ⟦hearsay-ignore-file HS101: samples⟧ -->\n\nSome ⟦90⟧ barns burned.")
    try check("Some ⟦640⟧ homes were flooded. <!-- ⟦hearsay-ignore-file HS101: samples⟧ -->")
  }

  @Test(
    "front matter",
    arguments: [
      "---\ntitle: Rain\nhearsay-ignore-file: \"HS101: samples\"\n---",
      "---\nhearsay-ignore-file:\n  - \"HS101: samples\"\n  - 'HS203: samples'\ntitle: Rain\n---",
      "---\n# hearsay-ignore-file HS101: samples\ntitle: Rain\n---",
      "+++\nhearsay-ignore-file = \"HS101, HS102: samples\"\n+++",
      "---\nhearsay-ignore-file: a page of samples\n---",
    ])
  func frontMatter(_ matter: String) throws {
    let silent = try findings("\(matter)\n\nSome 640 homes were flooded.")
    #expect(!silent.contains("HS101"), "\(silent)")
    #expect(!silent.contains("HS904"))
  }

  private func findings(_ text: String) throws -> [String] {
    try analysis(text, isMarkdown: true).findings.map(\.rule)
  }

  @Test func frontMatterOfOtherThings() throws {
    #expect(
      try findings("---\ntitle: hearsay-ignore-file HS101 or not\n---\n\nSome 640 homes were flooded.") == ["HS101"])
    #expect(try findings("---\nhearsay-ignore-file: HS101\n---\n\nSome 640 homes were flooded.") == ["HS904"])
    #expect(
      try findings("---\nhearsay-ignore-file: \"HS203: samples\"\n---\n\nSome 640 homes were flooded.") == [
        "HS903", "HS101",
      ])
  }

  @Test("rules by the beginning of their ids and by name")
  func ruleNames() throws {
    try check("<!-- hearsay-ignore HS1: samples -->\n\nSome 640 homes were flooded. ⟦Experts⟧ say it rained.")
    try check("<!-- hearsay-ignore Vague-Source: samples -->\n\nSome ⟦640⟧ homes were flooded. Experts say it rained.")
    try check("<!-- hearsay-ignore hs101,hs203: samples -->\n\nSome 640 homes were flooded. Experts say it rained.")
    try check("<!-- hearsay-ignore ⟦HS100⟧ HS101: samples -->\n\nSome 640 homes were flooded.")
  }

  @Test(
    "comments that only speak of it",
    arguments: [
      "<!-- Write hearsay-ignore HS101: reason here. -->", "<!-- hearsay-ignored HS101: so -->",
      "<!-- hearsay-ignore-next HS101: so -->",
    ])
  func otherComments(_ comment: String) throws {
    try check("\(comment)\n\nSome ⟦640⟧ homes were flooded.")
  }

  @Test(
    "what opens and closes comments is no part of the reason",
    arguments: [
      "<!-- ⟦hearsay-ignore HS101:⟧ -->", "<!--⟦hearsay-ignore HS101⟧-->", "[//]: # (⟦hearsay-ignore HS101⟧)",
      "{% comment %}\n⟦hearsay-ignore HS101:⟧\n{% endcomment %}",
    ])
  func noReason(_ comment: String) throws {
    try check("\(comment)\n\nSome 640 homes were flooded.")
  }

  @Test("a reason without its colon is none")
  func noColon() throws {
    try check("<!-- ⟦hearsay-ignore HS101 counted by hand⟧ -->\n\nSome 640 homes were flooded.")
  }

  @Test("a rule that is off does not make a suppression unused, one that is on does")
  func offRules() throws {
    let text = "<!-- hearsay-ignore HS203: samples -->\n\nIt rained."
    try check("<!-- ⟦hearsay-ignore HS203: samples⟧ -->\n\nIt rained.")
    try check(text, settings: #"{ "rules": { "HS203": "off" } }"#)
    try check(text, settings: #"{ "rules": { "HS903": "off" } }"#)
  }

  @Test("suppressions of suppressions name them")
  func remarksOnComments() throws {
    try check(
      "<!-- hearsay-ignore-file HS903: waits for more -->\n\n<!-- hearsay-ignore HS203: samples -->\n\nIt rained.")
    try check(
      "<!-- hearsay-ignore: samples -->\n\n<!-- ⟦hearsay-ignore HS203⟧ -->\n\nSome 640 homes were flooded. Experts say it rained."
    )
  }

  @Test("in another language nothing is found, and no suppression is to blame")
  func otherLanguage() throws {
    try check(
      "<!-- hearsay-ignore HS101: laut Amt -->\n\nDas Ministerium sagte, dass 640 Häuser überflutet wurden und die Straßen im Norden seit Dienstag gesperrt sind."
    )
  }

  @Test(
    "removing an unused one leaves the text",
    arguments: [
      ("It rained.\n\n<!-- hearsay-ignore HS101: so -->\n\nIt snowed.\n", "It rained.\n\n\nIt snowed.\n"),
      ("It rained. <!-- hearsay-ignore HS101: so -->\n", "It rained.\n"),
    ])
  func removal(_ text: String, _ expected: String) throws {
    let fix = try #require(try analysis(text, isMarkdown: true).findings.first?.fixes.first)
    var changed = SourceText(text)
    for edit in fix.edits.reversed() { changed.replace(edit.range, with: Array(edit.newText.utf8)) }
    #expect(String(decoding: changed.bytes, as: UTF8.self) == expected)
  }

  @Test("many of them cost time in proportion")
  func manySuppressions() {
    func time(_ text: String) -> Duration {
      var analyzer = Analyzer()
      return processorTime { _ = analyzer.analyze(SourceText(Array(text.utf8)), format: .markdown) }
    }
    let line = "Some 640 homes were flooded. <!-- hearsay-ignore HS101: a --> <!-- hearsay-ignore-begin HS203: b -->"
    for separator in [" ", "\n\n"] {
      let isLinear = GrowingTimes(from: 100 * line.utf8.count).hold { size in
        let text = Array(repeating: line, count: size / line.utf8.count).joined(separator: separator)
        return time(text)
      }
      #expect(isLinear)
    }
    #expect(time(String(repeating: "<!-- hearsay-ignore HS101: a -->\n", count: 5_000)) < .seconds(10))
  }
}
