import ProseText

/// How many findings one figure bears: a reader who is told five things about a number hears none.
enum FindingPolicy {
  /// Keeps for each figure one finding about its source and at most two others about the figure, worst first.
  ///
  /// - Parameter draft: whose figures they are about.
  static func limited(_ findings: [Finding], in draft: Draft) -> [Finding] {
    var ofFigure: [Int: [Int]] = [:]
    for (index, finding) in findings.enumerated() where isAboutFigure(finding) {
      if let figure = figure(finding, draft) { ofFigure[figure, default: []].append(index) }
    }
    var dropped: Set<Int> = []
    for indices in ofFigure.values where indices.count > 1 {
      let sorted = indices.sorted {
        (findings[$0].severity, findings[$0].rule) < (findings[$1].severity, findings[$1].rule)
      }
      dropped.formUnion(sorted.filter { isAboutSource(findings[$0]) }.dropFirst())
      dropped.formUnion(sorted.filter { !isAboutSource(findings[$0]) }.dropFirst(2))
    }
    guard !dropped.isEmpty else { return findings }
    return findings.indices.filter { !dropped.contains($0) }.map { findings[$0] }
  }

  /// The figure that a finding begins at.
  private static func figure(_ finding: Finding, _ draft: Draft) -> Int? {
    let place = finding.range.lowerBound
    let block = max(0, draft.blocks.firstPlace { $0.origin > place } - 1)
    guard block < draft.blocks.count else { return nil }
    let own = draft.figuresOfBlock[block]
    let figure = own.firstPlace { draft.range(draft.figures[$0]).upperBound > place }
    return figure < draft.figures.count && draft.range(draft.figures[figure]).overlaps(finding.range) ? figure : nil
  }

  private static func isAboutFigure(_ finding: Finding) -> Bool { finding.rule.hasPrefix("HS1") }

  private static func isAboutSource(_ finding: Finding) -> Bool {
    finding.rule == "HS101" || finding.rule == "HS102" || finding.rule == "HS103"
  }
}
