import HearsayCore
import ProseText

/// Writes the list of a draft's claims, a card each.
struct ClaimMarkup {
  let draft: ReportedDraft
  let claims: [Claim]
  let prefix: String
  /// Where the other drafts of the page stand.
  let places: PagePlaces
  /// Names that ticks are kept by: where the claim's words stay, so does its tick.
  private var keys: [String: Int] = [:]
  private var cursor: PositionCursor
  private var analysis: Analysis { draft.analysis }

  init(_ draft: ReportedDraft, _ claims: [Claim], prefix: String, _ places: PagePlaces) {
    self.draft = draft
    self.claims = claims
    self.prefix = prefix
    self.places = places
    cursor = PositionCursor(draft.analysis.text, .utf32)
  }

  /// Writes all cards.
  mutating func write(to page: inout PageWriter) {
    page.markup("<ol>\n")
    for index in claims.indices { write(index, &page) }
    page.markup("</ol>\n<p class=\"empty\"\(claims.isEmpty ? "" : " hidden")>Nothing to show.</p>\n")
  }

  private mutating func write(_ index: Int, _ page: inout PageWriter) {
    let claim = claims[index]
    let id = "\(prefix)c\(index + 1)"
    let tone = claim.tone(in: draft).rawValue
    let status = claim.status(in: analysis)
    let rules = Set(claim.findings.map { draft.findings[$0].rule }).sorted().joined(separator: " ")
    let words = words(of: claim)
    page.markup("<li class=\"claim \(tone)\" id=\"\(id)\" tabindex=\"-1\" aria-labelledby=\"\(id)-h\" ")
    page.markup("data-status=\"\(status?.rawValue ?? "words")\" data-rules=\"\(rules)\" data-key=\"")
    page.text(key(words))
    page.markup("\"><h4 id=\"\(id)-h\"><span class=\"words\" dir=\"auto\">")
    page.text(words)
    page.markup("</span><a href=\"#\(prefix)m\(index + 1)\"><span class=\"seen\">in the draft, line and column </span>")
    page.markup("\(claim.line):\(claim.column)</a></h4>\n<p>")
    if let status, status != .exempt || claim.findings.isEmpty {
      let isLeftAlone = status == .none && claim.findings.isEmpty
      page.element("span", "class=\"tag \(tone)\"", Wording.status(status) + (isLeftAlone ? ", and no rule asks" : ""))
    }
    page.markup("</p>\n")
    if let figure = claim.figure { writeFacts(figure, &page) }
    writeFindings(claim, &page)
    if let attribution = attribution(of: claim) { writeChain(attribution, id, &page) }
    page.markup("<div class=\"check\"><label><input type=\"checkbox\">Checked</label>")
    page.markup("<label class=\"note\">Note <input type=\"text\" autocomplete=\"off\"></label></div></li>\n")
  }

  private mutating func key(_ words: String) -> String {
    let name = draft.path + " " + words
    keys[name, default: 0] += 1
    return "\(name) \(keys[name, default: 0])"
  }

  /// The figure with what it counts, or the words that are marked.
  private func words(of claim: Claim) -> String {
    guard let figure = claim.figure else { return "“\(Wording.oneLine(analysis.shownWords(claim.range)))”" }
    let range = claim.range
    guard let counted = analysis.figures[figure].counted, counted.upperBound > range.upperBound,
      counted.upperBound - range.upperBound < 60
    else { return Wording.oneLine(analysis.shownWords(range)) }
    return Wording.oneLine(analysis.shownWords(range.lowerBound..<counted.upperBound))
  }

  // MARK: What is known of a figure

  private func writeFacts(_ index: Int, _ page: inout PageWriter) {
    let figure = analysis.figures[index]
    page.markup("<dl>")
    page.description("Value", "\(Wording.value(figure)) (\(Wording.kind(figure.kind)))")
    if let counted = figure.counted { page.description("Counts", Wording.oneLine(analysis.shownWords(counted))) }
    if let population = figure.population, analysis.figures.indices.contains(population) {
      page.description("Part of", Wording.oneLine(analysis.shownWords(analysis.figures[population].range)))
    }
    if let window = figure.window { page.description("Period", Wording.window(window, in: analysis.text)) }
    if let rate = figure.perDay { page.description("Rate", "\(rounded(rate)) a day") }
    if let by = figure.support.by { page.description("Source", Wording.oneLine(by)) }
    for reference in analysis.references(of: index) { write(reference, &page) }
    if let evidence = analysis.evidence(of: index) { write(evidence, &page) }
    page.markup("</dl>\n")
  }

  private func write(_ reference: Reference, _ page: inout PageWriter) {
    let words = Wording.oneLine(analysis.shownWords(reference.range))
    let target = analysis.text.string(reference.target)
    page.markup("<dt>Cites</dt><dd>")
    if PageWriter.isWebAddress(target) { page.link(to: target, target) } else { page.text(words) }
    page.markup("</dd>")
  }

  private func write(_ evidence: LedgerEvidence, _ page: inout PageWriter) {
    let source = evidence.source
    page.markup("<dt>Ledger</dt><dd>")
    let name = [source.publisher, source.title].compactMap(\.self).joined(separator: ": ")
    page.text(name.isEmpty ? source.id : "\(name) [\(source.id)]")
    switch evidence.verdict {
    case .agrees: page.markup(", agrees")
    case .differs: page.markup(", <strong>says otherwise</strong>")
    case .credited: page.markup(", not held against the figure")
    }
    page.markup("</dd>")
    for (term, address) in [("Address", source.url), ("Archived", source.archived)] {
      guard let address else { continue }
      page.markup("<dt>\(term)</dt><dd>")
      page.link(to: address, address)
      page.markup("</dd>")
    }
    if let file = source.file { page.description("Saved copy", file) }
    if let sentence = evidence.sentence {
      page.markup("<dt>It says</dt><dd><blockquote dir=\"auto\">")
      page.text(Wording.oneLine(sentence, limit: 600))
      page.markup("</blockquote></dd>")
    }
  }

  // MARK: The chain

  /// The attribution that answers for a claim's figure, or whose source or cue the marked words are.
  private func attribution(of claim: Claim) -> Attribution? {
    if let figure = claim.figure {
      return analysis.figures[figure].support.attribution.map { analysis.attributions[$0] }
    }
    // In the order of their cues: those far from the words cannot be meant.
    let low = analysis.attributions.firstPlace {
      ($0.cue.first?.lowerBound ?? 0) + Self.farthestCue >= claim.range.lowerBound
    }
    return analysis.attributions[low...].prefix(Self.mostCandidates).first { attribution in
      (attribution.source + attribution.cue).contains { $0.overlaps(claim.range) }
    }
  }

  private static let farthestCue = 400
  private static let mostCandidates = 32

  private func writeChain(_ attribution: Attribution, _ id: String, _ page: inout PageWriter) {
    let words = [Wording.hand(attribution), Wording.end(attribution.end)].compactMap(\.self).joined(separator: ", ")
    page.markup("<dl>")
    page.description("Chain", words)
    page.markup("</dl>\n")
    page.markup(SVGDrawing(GraphDrawing(attribution, in: analysis)).element(titled: "Who says it", id: id))
    page.markup("\n")
  }

  // MARK: Findings

  private mutating func writeFindings(_ claim: Claim, _ page: inout PageWriter) {
    guard !claim.findings.isEmpty else { return }
    page.markup("<ul class=\"findings\">")
    for index in claim.findings {
      let finding = draft.findings[index]
      page.markup("<li data-rule=\"\(finding.rule)\" data-fingerprint=\"\(draft.fingerprints[index])\">")
      page.markup("<span class=\"rule\">\(finding.severity.rawValue) ")
      page.markup("<a href=\"#\(finding.rule)\">\(finding.rule) \(finding.name)</a></span>: ")
      page.text(finding.message)
      page.markup(finding.related.isEmpty && finding.fixes.isEmpty ? "" : "<ul>")
      for related in finding.related { write(related, &page) }
      for fix in finding.fixes { page.element("li", "", "Could be mended: \(fix.title)") }
      page.markup(finding.related.isEmpty && finding.fixes.isEmpty ? "</li>" : "</ul></li>")
    }
    page.markup("</ul>\n")
  }

  /// Another place that explains a finding.
  private mutating func write(_ related: Related, _ page: inout PageWriter) {
    page.markup("<li>")
    page.text(related.message)
    if let other = related.draft {
      places.write(related, in: other, &page)
      page.markup("</li>")
      return
    }
    let place = cursor.position(of: related.range.lowerBound)
    page.text(" (line \(place.line + 1)")
    let words = Wording.oneLine(analysis.shownWords(related.range))
    page.text(words.isEmpty ? ")" : ": “\(words)”)")
    page.markup("</li>")
  }
}
