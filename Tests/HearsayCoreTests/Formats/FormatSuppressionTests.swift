import HearsayCore
import ProseText
import Testing

/// Suppressions in the comments of every format, and places of findings in text that markup writes otherwise.
@Suite struct FormatSuppressionTests {
  /// The comment that editors are offered silences the block after it, and that one alone.
  @Test(arguments: DraftFormat.allCases)
  func commentsSilence(format: DraftFormat) throws {
    let comment = format.comment("hearsay-ignore HS101: counted by hand", lineBreak: "\n")
    let first = format == .html ? "<p>Some 640 homes were flooded.</p>" : "Some 640 homes were flooded."
    let second = format == .html ? "<p>Some ⟦90⟧ barns burned.</p>" : "Some ⟦90⟧ barns burned."
    let draft = MarkedDraft("\(comment)\n\(first)\n\n\(second)\n")
    #expect(try analysis(draft.plain, format: format).findings.map(\.range) == draft.ranges)
    let bare = try analysis("\(first)\n", format: format)
    #expect(bare.findings.map(\.rule) == ["HS101"])
  }

  @Test func whatIsNoProseHasNoFindings() throws {
    let drafts: [(DraftFormat, String)] = [
      (
        .html,
        "<pre>640 homes were flooded.</pre><script>// Some 640 homes were flooded.</script><!-- Some 640 homes. -->"
      ),
      (.latex, "\\begin{verbatim}\nSome 640 homes were flooded.\n\\end{verbatim}\n% Some 640 homes were flooded."),
      (.asciidoc, "----\nSome 640 homes were flooded.\n----\n\n// Some 640 homes were flooded."),
      (.reStructuredText, ".. code::\n\n   Some 640 homes were flooded.\n\n.. Some 640 homes were flooded."),
      (.org, "#+BEGIN_SRC\nSome 640 homes were flooded.\n#+END_SRC\n# Some 640 homes were flooded."),
    ]
    for (format, text) in drafts { #expect(try analysis(text, format: format).findings.isEmpty, "\(format)") }
  }

  /// Characters that stand for others are read as these, and ranges are those of the file.
  @Test(arguments: [
    (DraftFormat.html, "<p>Caf&eacute;s lost ⟦&pound;91,000⟧&nbsp;&mdash; more than before.</p>"),
    (.html, "<p>&ldquo;So&rdquo;: some ⟦12&nbsp;400⟧ homes were flooded.</p>"),
    (.latex, "Some ⟦12\\,400⟧~homes --- all of them --- were flooded."), (.latex, "Dues cost ⟦\\$91\\,000⟧ more."),
    (.markdown, "It&rsquo;s bad: some ⟦12&nbsp;400⟧ homes were *flooded*."),
    (.asciidoc, "It&#8217;s bad: some ⟦12&#160;400⟧ homes were flooded."),
  ])
  func placesAreThoseOfTheFile(format: DraftFormat, marked: String) throws {
    let draft = MarkedDraft(marked)
    let found = try analysis(draft.plain, format: format).findings.filter { $0.rule == "HS101" }
    #expect(found.map(\.range) == draft.ranges)
  }

  /// What a manual states because it is set so, and numbers to call.
  @Test(arguments: [
    "A job is tried up to four times over (default: 5).", "The buffer defaults to 30 seconds.",
    "The delay doubles after each attempt.", "Night line: 114&nbsp;209.",
  ])
  func settingsNeedNoSource(text: String) throws {
    #expect(try analysis("<p>\(text)</p>", format: .html).findings.filter { $0.rule == "HS101" }.isEmpty)
  }

  @Test(arguments: [
    "Traffic ⟦doubles⟧ every five years.", "Defaults rose to ⟦640⟧ homes.", "The line lost ⟦114&nbsp;209⟧ riders.",
  ])
  func claimsBesideThemDo(marked: String) throws {
    let draft = MarkedDraft("<p>\(marked)</p>")
    let found = try analysis(draft.plain, format: .html).findings.filter { $0.rule == "HS101" }
    #expect(found.map(\.range) == draft.ranges)
  }

  /// An edit elsewhere leaves a block with entities as it was, and one inside is seen.
  @Test func keptBlocksKnowTheirOwnBytes() throws {
    var analyzer = Analyzer()
    for text in [
      "<p>Some 12&nbsp;400 homes.</p>", "<p>Some 12&nbsp;400 homes.</p><p>So.</p>", "<p>Some 12&ndash;400 homes.</p>",
    ] {
      let answer = analyzer.analyze(SourceText(text), format: .html)
      let kept = try #require(answer)
      let fresh = try analysis(text, format: .html)
      #expect(kept.findings == fresh.findings && kept.figures == fresh.figures)
    }
  }
}
