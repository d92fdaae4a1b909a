import HearsayCore
import JSON
import ProseText
import TestSupport

/// Texts through every markup reader and the analysis: whatever the bytes, ranges lie in the text.
enum TextFuzzer {
  /// What is wrong with what was read; nil where nothing is.
  static func problem(_ random: inout SeededGenerator, _ reach: inout FuzzReach) -> String? {
    let surroundings = FuzzedSurroundings(&random)
    var bytes = Material.text(&random, most: 14)
    if let example = surroundings.example {
      bytes.insert(contentsOf: example.plain, at: Int.random(in: 0...bytes.count, using: &random))
    }
    if Bool.random(using: &random) { bytes = Material.mutated(bytes, &random) }
    let text = SourceText(bytes)
    reach.bytes = bytes.count
    for format in DraftFormat.allCases {
      let outline = format.outline(of: text.bytes)
      for block in outline.blocks {
        guard isIn(block.range, text) else { return "\(format.rawValue): a block lies outside the text" }
        let content = format.content(of: block, in: text.bytes, outline)
        for range in content.prose where !(0...block.range.count).contains(range.upperBound) {
          return "\(format.rawValue): prose lies outside its block"
        }
      }
    }
    if let problem = surroundings.problem(&reach) { return problem }
    return problem(of: text, Material.pick(DraftFormat.allCases, &random), surroundings, &random, &reach)
  }

  /// What is wrong with the facts of a draft, and with those of the same draft after an edit.
  private static func problem(
    of text: SourceText, _ format: DraftFormat, _ around: FuzzedSurroundings, _ random: inout SeededGenerator,
    _ reach: inout FuzzReach
  ) -> String? {
    var analyzer = Analyzer()
    let surroundings = around.draft
    guard var analysis = analyzer.analyze(text, format: format, in: surroundings) else {
      return "an analysis was given up"
    }
    reach.analyses += 1
    let report = report(of: analysis)
    if let crossing = around.crossing(analysis, &random) {
      analysis.findings = analysis.openFindings.all(with: crossing)
    }
    reach.rules.formUnion(analysis.findings.map(\.rule))
    if let problem = problem(of: analysis) { return "\(format.rawValue): \(problem)" }
    if (try? JSONValue(parsing: report)) == nil { return "\(format.rawValue): the report is no JSON" }
    // What was kept of one reading may change nothing in the next, of the same text or of what an edit made of it.
    guard Int.random(in: 0..<3, using: &random) == 0 else {
      let again = analyzer.analyze(text, format: format, in: surroundings)
      return again.map(Self.report) == report ? nil : "\(format.rawValue): read again, the facts differ"
    }
    let edited = SourceText(Material.mutated(text.bytes, &random))
    var fresh = Analyzer()
    let kept = analyzer.analyze(edited, format: format, in: surroundings)
    let first = fresh.analyze(edited, format: format, in: surroundings)
    return kept.map(Self.report) == first.map(Self.report) ? nil : "\(format.rawValue): after an edit, the facts differ"
  }

  private static func report(of analysis: Analysis) -> [UInt8] {
    var writer = JSONWriter()
    writer.value(analysis, id: "a")
    return writer.bytes
  }

  /// What is wrong with the places of an analysis.
  static func problem(of analysis: Analysis) -> String? {
    var ranges = analysis.figures.map(\.range) + analysis.sentences + analysis.sources.flatMap(\.mentions)
    for attribution in analysis.attributions { ranges += attribution.source + attribution.cue + attribution.content }
    for finding in analysis.findings {
      ranges.append(finding.range)
      ranges +=
        finding.related.filter { $0.draft == nil }.map(\.range) + finding.fixes.flatMap { $0.edits.map(\.range) }
      if finding.message.isEmpty { return "\(finding.rule) says nothing" }
    }
    return ranges.contains { !isIn($0, analysis.text) } ? "a fact lies outside the text" : nil
  }

  private static func isIn(_ range: Range<Int>, _ text: SourceText) -> Bool {
    range.lowerBound >= 0 && range.upperBound <= text.count
  }
}
