package import ProseText

/// A block of the analysed draft, in absolute UTF-8 byte ranges.
package struct AnalysedBlock: Sendable, Equatable {
  package var kind: BlockKind
  package var range: Range<Int>
  package var prose: [Range<Int>]
}

/// Everything that Hearsay understands of a draft, findings included.
///
/// A value made by `Analyzer`; all lists are in the order of the text, all ranges absolute UTF-8 byte ranges.
package struct Analysis: Sendable {
  package var text: SourceText
  package var format: DraftFormat
  /// The draft's own date: given from outside, or read from its date line or front matter.
  package var date: CalendarDate?
  package var blocks: [AnalysedBlock] = []
  package var sentences: [Range<Int>] = []
  package var figures: [Figure] = []
  package var attributions: [Attribution] = []
  package var sources: [Source] = []
  package var quotes: [Quote] = []
  /// Sorted by place, then rule.
  package var findings: [Finding] = []
  /// Whether most of the draft's prose is in another language than English and was left alone.
  package var isOtherLanguage = false
}

/// Analyses drafts, and keeps from one call to the next what of a draft did not change.
///
/// A value: a copy continues on its own. The answer depends on the text, the format and the date alone, never on what was
/// analysed before: cached equals fresh.
package struct Analyzer: Sendable {
  package init() {}

  /// Analyses a whole draft.
  ///
  /// - Parameters:
  ///   - date: the draft's own date; without it, a date line or front matter in the text is used.
  ///   - isCancelled: asked between blocks; when it answers true the analysis stops and nil is returned.
  package mutating func analyze(
    _ text: SourceText, format: DraftFormat, date: CalendarDate? = nil, isCancelled: () -> Bool = { false }
  ) -> Analysis? {
    Analysis(text: text, format: format, date: date)
  }
}
