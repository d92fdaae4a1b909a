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
    guard let draft = read(text, format: format, in: surroundings, isCancelled: isCancelled) else { return nil }
    let isKept = memory.isKept
    return Analysis(findingsOf: draft, &memory.findings, isKept: isKept)
  }
}

extension Analysis {
  /// Runs every rule over a draft.
  ///
  /// - Parameters:
  ///   - memory: what rules found in an earlier text of the draft, and then in this one.
  ///   - isKept: whether another text of the draft will be read.
  init(findingsOf draft: Draft, _ memory: inout FindingMemory?, isKept: Bool) {
    self.init(text: draft.text, format: draft.format, date: draft.date)
    openFindings = DraftFindings(draft, &memory, isKept: isKept)
    findings = openFindings.all(with: nil)
    isOtherLanguage = Self.isMostlyOtherLanguage(draft)
    self.draft = draft
  }
}
