import HearsayCore
import JSON
import ProseText
import TestSupport

/// Texts through every markup reader and the analysis: whatever the bytes, ranges lie in the text.
enum TextFuzzer {
  /// What is wrong with what was read; nil where nothing is.
  static func problem(_ random: inout SeededGenerator) -> String? {
    var bytes = Material.text(&random, most: 14)
    if Bool.random(using: &random) { bytes = Material.mutated(bytes, &random) }
    let text = SourceText(bytes)
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
    return problem(of: text, Material.pick(DraftFormat.allCases, &random))
  }

  private static func problem(of text: SourceText, _ format: DraftFormat) -> String? {
    var analyzer = Analyzer()
    guard let analysis = analyzer.analyze(text, format: format) else { return "an analysis was given up" }
    var ranges = analysis.figures.map(\.range) + analysis.sentences + analysis.sources.flatMap(\.mentions)
    for attribution in analysis.attributions { ranges += attribution.source + attribution.cue + attribution.content }
    for finding in analysis.findings {
      ranges.append(finding.range)
      ranges +=
        finding.related.filter { $0.draft == nil }.map(\.range) + finding.fixes.flatMap { $0.edits.map(\.range) }
      if finding.message.isEmpty { return "\(finding.rule) says nothing" }
    }
    if ranges.contains(where: { !isIn($0, text) }) { return "\(format.rawValue): a fact lies outside the text" }
    // What was kept of the first reading may change nothing in the second.
    let again = analyzer.analyze(text, format: format)
    if again?.findings != analysis.findings { return "\(format.rawValue): read again, the findings differ" }
    var writer = JSONWriter()
    writer.value(analysis, id: "a")
    return (try? JSONValue(parsing: writer.bytes)) == nil ? "\(format.rawValue): the report is no JSON" : nil
  }

  private static func isIn(_ range: Range<Int>, _ text: SourceText) -> Bool {
    range.lowerBound >= 0 && range.upperBound <= text.count
  }
}
