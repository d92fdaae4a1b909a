import HearsayCore
import ProseText

/// Draws the way from the draft to whoever said it first, as far as the draft tells.
struct ChainDrawing: Sendable {
  let analysis: Analysis
  let markup: HoverMarkup

  /// A heading, then a list with a party a line, from the draft outwards.
  func paragraphs(_ attribution: Attribution) -> [String] {
    [heading(attribution), markup.list(items(attribution))]
  }

  /// The same as one sentence, for a message.
  func line(_ attribution: Attribution) -> String {
    heading(attribution) + " " + items(attribution).joined(separator: " ") + "."
  }

  private func items(_ attribution: Attribution) -> [String] {
    var items = ["this draft"]
    items += attribution.chain.filter(analysis.sources.indices.contains).map { index in
      "← \(markup.text(analysis.sources[index].name)) (\(analysis.sources[index].kind.words))"
    }
    if items.count == 1, let range = attribution.source.first {
      items.append("← “\(markup.text(analysis.shownWords(range)))”")
    }
    switch attribution.end {
    case .origin: break
    case .unnamed, .unknown: items.append("← nobody named")
    case .circular: items.append("← and back again: they cite one another")
    }
    return items
  }

  private func heading(_ attribution: Attribution) -> String {
    guard let hand = attribution.hand else { return "Who says it:" }
    let ordinals = ["first", "second", "third"]
    let ordinal = ordinals.indices.contains(hand - 1) ? ordinals[hand - 1] : "\(hand)th"
    return "Who says it (\(attribution.isAtLeast ? "at least " : "")\(ordinal) hand):"
  }
}
