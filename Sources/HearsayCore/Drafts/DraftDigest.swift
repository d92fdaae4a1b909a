import ProseText

/// What one draft contributes to a workspace: just enough to be held against other drafts, and nothing of its text.
///
/// A value made of an analysed draft. It does not depend on any other draft.
package struct DraftDigest: Sendable, Equatable {
  /// The draft's own date.
  package var date: CalendarDate?
  var claims: [FigureClaim] = []
  var quotations: [QuotedWords] = []
  /// What most of its attributions go back to.
  var roots: [DraftRoot] = []
  var topic: DraftTopic
  var standing: DraftStanding

  init(_ draft: Draft) {
    date = draft.date
    standing = DraftStanding(draft)
    topic = DraftTopic()
    guard !standing.isRetired, !Analysis.isMostlyOtherLanguage(draft) else { return }
    claims = FigureClaim.all(in: draft).fitted()
    quotations = QuotedWords.all(in: draft).fitted()
    roots = DraftRoot.of(draft)
    if hasItems { topic = DraftTopic(draft) }
  }

  /// Whether there is anything in it that may be held against another draft; without it nobody asks for the rest.
  package var hasItems: Bool { !claims.isEmpty || !quotations.isEmpty || !roots.isEmpty }

  /// Every place that a finding in another draft may point to: absolute bytes, in order.
  package var places: [Range<Int>] {
    (claims.map(\.range) + quotations.map(\.range) + roots.map(\.mention)).sorted {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }
  }
}
