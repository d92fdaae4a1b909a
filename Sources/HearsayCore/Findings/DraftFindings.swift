import ProseText

/// What was found in a draft by itself, still open for what the other drafts of its workspace add.
///
/// It holds no facts, and the text only where a comment in it silences rules: it is kept for many drafts at once.
package struct DraftFindings: Sendable {
  /// The draft's own, as settings, suppressions and limits leave them.
  private let own: [Finding]
  private let levels: RuleLevels
  /// The draft with nothing but its suppressions; nil where it has none.
  @Indirect private var suppressing: Draft?

  /// Runs the rules that look at one draft alone.
  ///
  /// - Parameters:
  ///   - memory: what they found in an earlier text of the draft, and then in this one.
  ///   - isKept: whether another text of the draft will be read.
  init(_ draft: Draft, _ memory: inout FindingMemory?, isKept: Bool = true) {
    levels = draft.surroundings.settings.rules
    var filter = SuppressionFilter(draft.suppressions)
    let found = FindingMemory.findings(in: draft, &memory, isKept: isKept).compactMap {
      draft.surroundings.settings.rules.applied(to: $0)
    }
    own = FindingPolicy.limited(filter.remaining(found), in: draft)
    // In a draft that is left alone nothing is found, and no suppression is to blame.
    guard !draft.suppressions.isEmpty, !Analysis.isMostlyOtherLanguage(draft) else {
      suppressing = nil
      return
    }
    var bare = Draft(
      text: draft.text, format: draft.format, surroundings: DraftSurroundings(settings: draft.surroundings.settings),
      blocks: [])
    bare.suppressions = filter.suppressions
    suppressing = bare
  }

  /// Findings without a draft behind them, to which nothing is added.
  init(_ findings: [Finding]) {
    own = findings
    levels = RuleLevels()
    suppressing = nil
  }

  /// Findings that another run made of the same draft.
  init(_ own: [Finding], levels: RuleLevels) {
    self.own = own
    self.levels = levels
    suppressing = nil
  }

  /// The draft's own findings where they are all there is to it; nil where its comments silence rules.
  var storable: [Finding]? { isSuppressing ? nil : own }

  /// Whether nothing was found in the draft by itself.
  package var isEmpty: Bool { own.isEmpty }

  /// All findings, sorted by place, then rule.
  ///
  /// - Parameter crossing: what the rules over several drafts find in this one; nil where no workspace is known, so that a suppression
  ///   of such a rule waits for one.
  package func all(with crossing: [Finding]?) -> [Finding] {
    var findings = own
    var added = (crossing ?? []).compactMap { levels.applied(to: $0) }
    if var draft = suppressing {
      var filter = SuppressionFilter(draft.suppressions)
      added = filter.remaining(added)
      draft.suppressions = filter.suppressions
      draft.hasWorkspace = crossing != nil
      findings += filter.remaining(Self.findings(ofSuppressionsIn: draft))
    }
    findings += added
    findings.sort { left, right in
      (left.range.lowerBound, left.range.upperBound, left.rule) < (
        right.range.lowerBound, right.range.upperBound, right.rule
      )
    }
    return Self.withoutRepeats(findings)
  }

  /// Whether a comment in the draft silences rules.
  package var isSuppressing: Bool { suppressing != nil }

  /// Whether some rule over several drafts is on.
  package var asksWorkspace: Bool { Rule.all.contains { $0.stage == .workspace && levels.level(of: $0.id) != .off } }

  /// What the rules about suppressions find, as the settings weigh it.
  private static func findings(ofSuppressionsIn draft: Draft) -> [Finding] {
    let levels = draft.surroundings.settings.rules
    var findings: [Finding] = []
    for rule in Rule.all where rule.stage == .suppressions && levels.level(of: rule.id) != .off {
      var report = Report(rule)
      rule.check(draft, &report)
      findings.append(contentsOf: report.findings.compactMap { levels.applied(to: $0) })
    }
    return findings
  }

  /// Two attributions can share a source ("officials said …, adding …"): one finding says it.
  private static func withoutRepeats(_ sorted: [Finding]) -> [Finding] {
    var result: [Finding] = []
    result.reserveCapacity(sorted.count)
    for finding in sorted where result.last?.rule != finding.rule || result.last?.range != finding.range {
      result.append(finding)
    }
    return result
  }
}
