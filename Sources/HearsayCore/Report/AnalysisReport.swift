package import JSON
import ProseText

extension JSONWriter {
  /// Writes an analysis as the object that `hearsay analyze` prints for it.
  ///
  /// Offsets are UTF-8 bytes into the draft. Entries refer to one another by ids that number them in the order of the
  /// text: `f1` figures, `a1` attributions, `s1` sources.
  ///
  /// - Parameter id: the caller's name for the draft.
  package mutating func value(_ analysis: Analysis, id: String) {
    var report = AnalysisReport(analysis: analysis, writer: JSONWriter())
    // Swapped, not copied: the bytes so far have one owner at a time.
    swap(&self, &report.writer)
    report.write(id: id)
    swap(&self, &report.writer)
  }
}

private struct AnalysisReport {
  let analysis: Analysis
  var writer: JSONWriter

  mutating func write(id name: String) {
    writer.beginObject()
    writer.member("id", name)
    writer.member("format", analysis.format.rawValue)
    writer.member("date", analysis.date?.iso)
    array("blocks", analysis.blocks) { report, block in
      report.writer.member("kind", block.kind.rawValue)
      report.offsets(block.range)
      report.spans("prose", block.prose)
    }
    array("sentences", analysis.sentences) { report, range in report.offsets(range) }
    array("figures", analysis.figures.enumerated()) { report, item in report.figure(item.element, number: item.offset) }
    array("attributions", analysis.attributions.enumerated()) { report, item in
      report.attribution(item.element, number: item.offset)
    }
    array("sources", analysis.sources.enumerated()) { report, item in
      report.writer.member("id", identifier("s", item.offset))
      report.writer.member("name", item.element.name)
      report.writer.member("kind", item.element.kind.rawValue)
      report.spansWithText("mentions", item.element.mentions)
    }
    array("quotes", analysis.quotes) { report, quote in
      report.offsets(quote.range)
      report.writer.member("kind", quote.kind.rawValue)
      report.writer.member("speaker", quote.speaker.map { identifier("s", $0) })
    }
    array("findings", analysis.findings) { report, finding in report.finding(finding) }
    writer.member("otherLanguage", analysis.isOtherLanguage)
    writer.endObject()
  }

  private mutating func figure(_ figure: Figure, number: Int) {
    writer.member("id", identifier("f", number))
    offsets(figure.range)
    writer.member("text", analysis.text.string(figure.range))
    writer.member("kind", figure.kind.rawValue)
    writer.member("low", figure.low)
    writer.member("high", figure.high)
    writer.member("unit", figure.unit)
    writer.member("approximate", figure.isApproximate)
    writer.member("bound", figure.bound?.rawValue)
    writer.member("ambiguous", figure.isAmbiguous)
    writer.member("exempt", figure.exemption?.rawValue)
    object("counted", figure.counted) { report, range in report.offsetsWithText(range) }
    if let population = figure.population, analysis.figures.indices.contains(population) {
      object("population", analysis.figures[population].range) { report, range in report.offsetsWithText(range) }
    }
    object("window", figure.window) { report, window in
      report.offsetsWithText(window.range)
      report.writer.member("from", window.from?.iso)
      report.writer.member("to", window.to?.iso)
    }
    object("base", figure.base) { report, range in report.offsetsWithText(range) }
    object("support", figure.support) { report, support in
      report.writer.member("status", support.status.rawValue)
      report.writer.member("by", support.by)
      report.writer.member("attribution", support.attribution.map { identifier("a", $0) })
    }
  }

  private mutating func attribution(_ attribution: Attribution, number: Int) {
    writer.member("id", identifier("a", number))
    spansWithText("source", attribution.source)
    spansWithText("cue", attribution.cue)
    spansWithText("content", attribution.content)
    writer.member("strength", attribution.strength.rawValue)
    writer.member("resolved", attribution.resolved.map { identifier("s", $0) })
    writer.member("nestedIn", attribution.nestedIn.map { identifier("a", $0) })
    writer.member("hand", attribution.hand)
    writer.member("atLeast", attribution.isAtLeast)
    writer.key("chain")
    writer.beginArray()
    for source in attribution.chain { writer.value(identifier("s", source)) }
    writer.endArray()
    writer.member("end", attribution.end.rawValue)
  }

  private mutating func finding(_ finding: Finding) {
    writer.member("rule", finding.rule)
    writer.member("name", finding.name)
    writer.member("severity", finding.severity.rawValue)
    offsets(finding.range)
    writer.member("message", finding.message)
    array("related", finding.related) { report, related in
      if let draft = related.draft { report.writer.member("id", draft) }
      report.offsets(related.range)
      report.writer.member("message", related.message)
    }
    writer.key("fixes")
    writer.value(finding.fixes)
  }

  private mutating func offsets(_ range: Range<Int>) {
    writer.member("start", range.lowerBound)
    writer.member("end", range.upperBound)
  }

  private mutating func offsetsWithText(_ range: Range<Int>) {
    offsets(range)
    writer.member("text", analysis.text.string(range))
  }

  private mutating func spans(_ key: StaticString, _ ranges: [Range<Int>]) {
    array(key, ranges) { report, range in report.offsets(range) }
  }

  private mutating func spansWithText(_ key: StaticString, _ ranges: [Range<Int>]) {
    array(key, ranges) { report, range in report.offsetsWithText(range) }
  }

  /// A member that holds an object for each item.
  private mutating func array<Items: Sequence>(
    _ key: StaticString, _ items: Items, _ members: (inout Self, Items.Element) -> Void
  ) {
    writer.key(key)
    writer.beginArray()
    for item in items {
      writer.beginObject()
      members(&self, item)
      writer.endObject()
    }
    writer.endArray()
  }

  /// A member that holds an object, or null.
  private mutating func object<Item>(_ key: StaticString, _ item: Item?, _ members: (inout Self, Item) -> Void) {
    writer.key(key)
    guard let item else { return writer.null() }
    writer.beginObject()
    members(&self, item)
    writer.endObject()
  }
}

private func identifier(_ letter: String, _ index: Int) -> String { letter + String(index + 1) }
