import ProseText

/// What a rule that looks at whole drafts said of a figure, with all that its words depend on beside the places that it points to.
struct Saying: Sendable {
  var finding: Finding
  /// Who answers for the figure.
  var support: Support
  /// The parties that its fixes name.
  var sources: [Int]

  /// The message, the places that explain it, and the ways to mend it.
  struct Words {
    var message: String
    var related: [Related] = []
    var fixes: [Fix]
  }
}

/// What a rule said of an earlier text of a draft in which one block is another now: what it would say again need not be put into words
/// again.
struct EarlierSayings: Sendable {
  /// By the place where they begin now.
  private var sayings: [Int: Saying] = [:]
  /// Where the block stands that has changed.
  private let changed: Range<Int>

  /// Nil where more has changed than one block, or the attributions and parties with it.
  init?(_ known: [Saying], in draft: Draft) {
    guard let change = draft.onlyChange else { return nil }
    changed = draft.blocks[change.block].outline.range
    let places = MovedPlaces(before: change.before, now: changed)
    for saying in known {
      guard let moved = places.moved(saying.finding) else { continue }
      sayings[moved.range.lowerBound] = Saying(finding: moved, support: saying.support, sources: saying.sources)
    }
  }

  /// What was said of a figure, where nothing has changed that the words depend on.
  ///
  /// - Parameter beside: the other places that the finding points to.
  func saying(
    at range: Range<Int>, of support: Support, beside: [Range<Int>], naming sources: [Int], in draft: Draft
  ) -> Saying? {
    guard let saying = sayings[range.lowerBound], saying.finding.range == range, saying.support == support,
      saying.sources == sources, saying.finding.related.map(\.range) == beside
    else { return nil }
    // A party is called as it was at its first mention.
    let isNamedThere = sources.contains { source in
      draft.sources[source].mentions.first.map { changed.contains($0.lowerBound) } ?? false
    }
    return isNamedThere ? nil : saying
  }
}
