import ProseText

/// What the rules that look at blocks found in a draft, before settings and suppressions: while one block is being written, they need
/// not look at all others again.
///
/// A rule says how far it looks (`Rule.Reach`). What it found in blocks out of its reach of the one that changed holds where all that it may
/// know of the whole draft is the same: the attributions and parties (`OnlyChange`), and the context here.
struct FindingMemory: Sendable {
  /// What a rule may know of the whole draft.
  private struct Context: Equatable {
    var format: DraftFormat
    var date: CalendarDate?
    var settings: Settings
    var hasLedger: Bool
    var isFirstPerson: Bool
    var isOwnAccount: Bool

    init(_ draft: Draft) {
      format = draft.format
      date = draft.date
      settings = draft.surroundings.settings
      hasLedger = draft.ledger != nil
      isFirstPerson = draft.isFirstPerson
      isOwnAccount = draft.isOwnAccount
    }
  }

  private var context: Context
  /// By rule, of those that look at blocks.
  private var findings: [String: [Finding]] = [:]

  /// What all rules find that need nothing but the facts.
  static func findings(in draft: Draft, _ memory: inout FindingMemory?) -> [Finding] {
    let levels = draft.surroundings.settings.rules
    var now = FindingMemory(context: Context(draft))
    let known = memory.flatMap { $0.context == now.context && !now.context.hasLedger ? $0 : nil }
    var all: [Finding] = []
    for rule in Rule.all where rule.stage == .facts && levels.level(of: rule.id) != .off {
      let found = known?.findings(of: rule, in: draft) ?? draft.findings(of: rule)
      if rule.reach != .draft { now.findings[rule.id] = found }
      all += found
    }
    memory = now
    return all
  }

  /// What is known of a rule's findings, with those of the blocks that the change is in reach of; nil where all have to be looked at.
  private func findings(of rule: Rule, in draft: Draft) -> [Finding]? {
    guard let change = draft.onlyChange, let known = findings[rule.id], let blocks = rule.blocks(in: draft, change)
    else {
      return nil
    }
    let (before, now) = (change.before, draft.blocks[change.block].outline.range)
    let places = MovedPlaces(before: before, now: now)
    let start = draft.blocks[blocks.lowerBound].origin
    let end =
      blocks.upperBound < draft.blocks.count
      ? draft.blocks[blocks.upperBound].origin - now.count + before.count : Int.max
    var result: [Finding] = []
    for finding in known where finding.range.lowerBound < start {
      guard let moved = places.moved(finding) else { return nil }
      result.append(moved)
    }
    result += draft.focused(on: blocks).findings(of: rule)
    for finding in known where finding.range.lowerBound >= end {
      guard let moved = places.moved(finding) else { return nil }
      result.append(moved)
    }
    return result
  }
}

extension Draft {
  fileprivate func findings(of rule: Rule) -> [Finding] {
    var report = Report(rule)
    rule.check(self, &report)
    return report.findings
  }
}

extension Rule {
  /// The blocks in which a rule may find something else because one block has changed; nil for all.
  fileprivate func blocks(in draft: Draft, _ change: OnlyChange) -> Range<Int>? {
    // The first blocks say of a draft what it is and when.
    let before = draft.blocks[..<change.block].lazy.filter { $0.outline.kind.isProse }
    guard before.prefix(Self.opening).count == Self.opening else { return nil }
    let blocks = draft.supported(by: change.block)
    switch reach {
    case .block: return blocks
    case .nearby:
      let end = max(blocks.upperBound + Self.nearby, draft.announced(below: change.block))
      return max(0, blocks.lowerBound - Self.nearby)..<min(draft.blocks.count, end)
    case .draft: return nil
    }
  }
}

extension MovedPlaces {
  /// A finding as it stands now; nil where it points into the block that has changed.
  fileprivate func moved(_ finding: Finding) -> Finding? {
    var finding = finding
    guard move(&finding.range) else { return nil }
    for index in finding.related.indices where finding.related[index].draft == nil {
      guard move(&finding.related[index].range) else { return nil }
    }
    for fix in finding.fixes.indices {
      for edit in finding.fixes[fix].edits.indices {
        guard move(&finding.fixes[fix].edits[edit].range) else { return nil }
      }
    }
    return finding
  }
}
