import HearsayCore
import LanguageServerProtocol
import ProseText

extension AnalysedDraft {
  /// Behind a source at how many hands its words come, and whom words such as “the report” mean; for clients that switched it on.
  func hints(_ params: LSP.InlayHintParams, for client: ClientProfile) -> [LSP.InlayHint]? {
    guard client.wantsInlayHints else { return nil }
    let shown = analysis.text.byteRange(of: params.range, in: client.positionEncoding)
    var found: [(offset: Int, label: String)] = []
    for attribution in analysis.attributions {
      guard let place = attribution.source.first, place.upperBound >= shown.lowerBound,
        place.upperBound <= shown.upperBound
      else { continue }
      var words: [String] = []
      if let name = meant(by: attribution, at: place) { words.append("= " + shownOnOneLine(name, limit: 60)) }
      if let hand = attribution.hand, hand > 1 { words.append("\(attribution.isAtLeast ? "≥ " : "")\(hand) hands") }
      if !words.isEmpty { found.append((place.upperBound, words.joined(separator: ", "))) }
    }
    let positions = PositionTable(found.map(\.offset), in: analysis.text, client.positionEncoding)
    return found.map { LSP.InlayHint(position: positions[$0.offset], label: $0.label, paddingLeft: true) }
  }

  /// The name of a party that the draft's words at a place do not tell.
  private func meant(by attribution: Attribution, at place: Range<Int>) -> String? {
    guard let resolved = attribution.resolved, analysis.sources.indices.contains(resolved) else { return nil }
    let source = analysis.sources[resolved]
    switch source.kind {
    case .person, .organisation, .publication, .document: break
    case .anonymous, .vague, .writer, .missing: return nil
    }
    let words = Set(analysis.text.string(place).lowercased().split { !$0.isLetter })
    let name = source.name.lowercased().split { !$0.isLetter }
    return name.contains { words.contains($0) && $0 != "the" } ? nil : source.name
  }
}
