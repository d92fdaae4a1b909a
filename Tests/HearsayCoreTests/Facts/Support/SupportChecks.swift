import HearsayCore
import Testing

/// The figures that are marked have this support; answers what names them.
@discardableResult
func checkSupport(
  _ marked: String, _ status: SupportStatus, then last: SupportStatus? = nil, isMarkdown: Bool = false,
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> [String?] {
  let draft = MarkedDraft(marked)
  let analysis = try analysis(draft.plain, isMarkdown: isMarkdown)
  #expect(!draft.marks.isEmpty, "\(marked) marks a figure", sourceLocation: sourceLocation)
  return draft.ranges.map { range in
    let support = analysis.figures.first { $0.range == range }?.support
    let expected = range == draft.ranges.last ? last ?? status : status
    #expect(support?.status == expected, "\(marked)", sourceLocation: sourceLocation)
    return support?.by
  }
}
