import HearsayCore
import JSON
import LanguageServerProtocol
import ProseText

/// A figure or a party as a link of its chain of attributions, in a form that outlives edits of the draft.
enum ChainLink: Sendable, Equatable {
  case figure(Int)
  case source(Int)
}

/// Who has what from whom in a draft, as a client's call hierarchy shows it: a party "calls" the one it has its matter from.
struct AttributionChain: Sendable {
  let draft: AnalysedDraft
  let client: ClientProfile

  private var analysis: Analysis { draft.analysis }

  /// One step from a link to another, with the places of the draft that tell it.
  private struct Step {
    var from: ChainLink
    var to: ChainLink
    var place: Range<Int>
  }

  /// Every step that the draft or its ledger tells.
  private var steps: [Step] {
    var steps: [Step] = []
    for (index, figure) in analysis.figures.enumerated() where figure.exemption == nil {
      guard let attribution = figure.support.attribution, analysis.attributions.indices.contains(attribution),
        let source = analysis.attributions[attribution].chain.first ?? analysis.attributions[attribution].resolved
      else { continue }
      steps.append(Step(from: .figure(index), to: .source(source), place: figure.range))
    }
    for attribution in analysis.attributions {
      guard let place = attribution.cue.first ?? attribution.source.first else { continue }
      for (from, to) in zip(attribution.chain, attribution.chain.dropFirst()) where from != to {
        steps.append(Step(from: .source(from), to: .source(to), place: place))
      }
    }
    return steps
  }

  /// The links that a link has its matter from, nearest first.
  func origins(of link: ChainLink) -> [(link: ChainLink, places: [Range<Int>])] {
    grouped(steps.filter { $0.from == link }.map { ($0.to, $0.place) })
  }

  /// The links that have their matter from a link.
  func takers(of link: ChainLink) -> [(link: ChainLink, places: [Range<Int>])] {
    grouped(steps.filter { $0.to == link }.map { ($0.from, $0.place) })
  }

  private func grouped(_ found: [(ChainLink, Range<Int>)]) -> [(link: ChainLink, places: [Range<Int>])] {
    var result: [(link: ChainLink, places: [Range<Int>])] = []
    for (link, place) in found {
      if let known = result.firstIndex(where: { $0.link == link }) {
        if !result[known].places.contains(place) { result[known].places.append(place) }
      } else {
        result.append((link, [place]))
      }
    }
    return result
  }

  // MARK: Items

  /// The link as a client shows it; nil where the draft has no place for it.
  func item(_ link: ChainLink, at place: Range<Int>? = nil) -> LSP.CallHierarchyItem? {
    switch link {
    case .figure(let index):
      let figure = analysis.figures[index]
      return item(
        analysis.label(analysis.phrase(of: figure)), figure.support.status.words, .number, figure.range,
        ["figure": .integer(index), "words": .string(analysis.text.string(figure.range))])
    case .source(let index):
      guard analysis.sources.indices.contains(index) else { return nil }
      let source = analysis.sources[index]
      // A party that only the ledger tells of stands nowhere in the draft: the place that leads to it is shown.
      guard let range = source.mentions.first ?? place else { return nil }
      return item(
        shownOnOneLine(source.name, limit: 80), source.kind.words, .class, range, ["source": .string(source.name)])
    }
  }

  private func item(
    _ name: String, _ detail: String, _ kind: LSP.SymbolKind, _ range: Range<Int>, _ data: JSONValue
  ) -> LSP.CallHierarchyItem {
    let shown = draft.ranges([range], for: client)[0]
    return LSP.CallHierarchyItem(
      name: name.contains { !$0.isWhitespace } ? name : "–", kind: kind, detail: detail, uri: draft.uri, range: shown,
      selectionRange: shown, data: data)
  }

  /// The link that an item of the client stands for; nil where the draft has it no more.
  func link(of item: LSP.CallHierarchyItem) -> ChainLink? {
    if let name = item.data?["source"]?.string {
      return analysis.sources.firstIndex { $0.name == name }.map { .source($0) }
    }
    guard let index = item.data?["figure"]?.int, analysis.figures.indices.contains(index),
      item.data?["words"]?.string == analysis.text.string(analysis.figures[index].range)
    else { return nil }
    return .figure(index)
  }
}
