package import ProseText

extension Analyzer {
  /// Analyses a whole draft for its findings alone: the lists of facts of the answer stay empty, which takes less time and memory.
  /// `Analysis.laidOut` fills them.
  ///
  /// - Parameter isCancelled: asked between blocks; when it answers true the analysis stops and nil is returned.
  package mutating func findings(
    _ text: SourceText, format: DraftFormat, in surroundings: DraftSurroundings = DraftSurroundings(),
    isCancelled: () -> Bool = { false }
  ) -> Analysis? {
    guard let draft = draft(text, format: format, in: surroundings, isCancelled: isCancelled) else { return nil }
    return Analysis(findingsOf: draft)
  }
}

extension Analysis {
  /// Runs every rule over a draft.
  init(findingsOf draft: Draft) {
    self.init(text: draft.text, format: draft.format, date: draft.date)
    openFindings = DraftFindings(draft)
    findings = openFindings.all(with: nil)
    isOtherLanguage = Self.isMostlyOtherLanguage(draft)
    self.draft = draft
  }
}
