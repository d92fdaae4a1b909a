import HearsayCore
import Testing

/// The marked figures are exempt for this reason.
func exempts(
  _ reason: Exemption, _ drafts: String..., isMarkdown: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  for marked in drafts { try check(marked, reason, isMarkdown: isMarkdown, sourceLocation: sourceLocation) }
}

/// The marked figures are none of the exempt.
func asks(_ drafts: String..., isMarkdown: Bool = false, sourceLocation: SourceLocation = #_sourceLocation) throws {
  for marked in drafts { try check(marked, nil, isMarkdown: isMarkdown, sourceLocation: sourceLocation) }
}

private func check(
  _ marked: String, _ reason: Exemption?, isMarkdown: Bool, sourceLocation: SourceLocation
) throws {
  let draft = MarkedDraft(marked)
  let analysis = try analysis(draft.plain, isMarkdown: isMarkdown)
  #expect(!draft.marks.isEmpty, "\(marked) marks a figure", sourceLocation: sourceLocation)
  for range in draft.ranges {
    let figure = analysis.figures.first { $0.range == range }
    #expect(
      figure != nil, "\(marked): found \(analysis.words(analysis.figures.map(\.range)))", sourceLocation: sourceLocation
    )
    guard let figure else { continue }
    #expect(figure.exemption == reason, "\(marked)", sourceLocation: sourceLocation)
    #expect((figure.support.status == .exempt) == (reason != nil), "\(marked)", sourceLocation: sourceLocation)
  }
}
