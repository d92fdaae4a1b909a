import HearsayCore
import ProseText
import Testing

/// What points to a source in each format makes the figures of its sentence cited, and of no other.
@Suite struct FormatCitationTests {
  /// The marks hold the figures that have no support.
  private func check(_ format: DraftFormat, _ marked: String, sourceLocation: SourceLocation = #_sourceLocation) throws
  {
    let draft = MarkedDraft(marked)
    let analysis = try analysis(draft.plain, format: format)
    let bare = analysis.findings.filter { $0.rule == "HS101" }.map(\.range)
    #expect(bare == draft.ranges, "found \(analysis.words(bare))", sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    "Some 640 homes were flooded \\cite{moss2031}.", "Some 640 homes were flooded~\\parencite[p.~3]{moss,lind}.",
    "Some 640 homes were flooded.\\footnote{The county's log, page 4.}",
    "Some \\href{https://county.example/log}{640 homes} were flooded.",
    "Some 640 homes were flooded (\\url{https://a.example}).",
  ])
  func latex(sentence: String) throws { try check(.latex, "\(sentence) Then ⟦90⟧ barns burned.") }

  @Test(arguments: [
    "Some <a href=\"https://county.example/log\">640 homes</a> were flooded.",
    "Some 640 homes were flooded.<sup><a href=\"#n1\">1</a></sup>",
    "Some 640 homes were flooded <a href='#n1'>[1]</a>.",
    "Some 640 homes were flooded, <cite>The Harbour Log</cite>.",
    "Some 640 homes were flooded (https://a.example/log).",
  ])
  func html(sentence: String) throws { try check(.html, "<p>\(sentence) Then ⟦90⟧ barns burned.</p>") }

  @Test(arguments: [
    "Some 640 homes were flooded <<log>>.", "Some link:log.html[640 homes] were flooded.",
    "Some 640 homes were flooded.footnote:[The county's log.]", "Some https://a.example[640 homes] were flooded.",
    "Some 640 homes were flooded [@moss].", "Some 640 homes were flooded cite:[moss].",
  ])
  func asciidoc(sentence: String) throws { try check(.asciidoc, "\(sentence) Then ⟦90⟧ barns burned.") }

  @Test(arguments: [
    "Some 640 homes were flooded [1]_.", "Some 640 homes were flooded. [1]_",
    "Some 640 homes were flooded [Moss2031]_.",
    "Some `640 homes <https://a.example>`_ were flooded.", "Some 640 homes were flooded :cite:p:`moss`.",
  ])
  func reStructuredText(sentence: String) throws {
    try check(.reStructuredText, "\(sentence) Then ⟦90⟧ barns burned.\n\n.. [1] The log.\n.. [Moss2031] Moss.\n")
  }

  @Test(arguments: [
    "Some 640 homes were flooded[fn:1].", "Some [[https://a.example][640 homes]] were flooded.",
    "Some 640 homes were flooded [cite:@moss p. 4].", "Some 640 homes were flooded[fn:: The log.].",
  ])
  func org(sentence: String) throws { try check(.org, "\(sentence) Then ⟦90⟧ barns burned.\n\n[fn:1] The log.\n") }
}
