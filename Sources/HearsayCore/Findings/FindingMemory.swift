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
    var manner: TextManner

    init(_ draft: Draft) {
      format = draft.format
      date = draft.date
      settings = draft.surroundings.settings
      hasLedger = draft.ledger != nil
      isFirstPerson = draft.isFirstPerson
      isOwnAccount = draft.isOwnAccount
      manner = draft.manner
    }
  }

  private var context: Context
  /// For each rule what it found, nil of those that look at whole drafts.
  private var findings: [[Finding]?] = []
  /// What those that look at whole drafts said of figures, by rule.
  private var sayings: [Int: [Saying]] = [:]

  /// What all rules find that need nothing but the facts.
  ///
  /// - Parameter isKept: whether another text of the draft will be read.
  static func findings(in draft: Draft, _ memory: inout FindingMemory?, isKept: Bool) -> [Finding] {
    let levels = draft.surroundings.settings.rules
    var now = FindingMemory(context: Context(draft))
    let focused: [FocusedDraft]
    let known: [[Finding]?]
    let said: [Int: [Saying]]
    if let memory, memory.context == now.context, !now.context.hasLedger {
      (focused, known, said) = (FocusedDraft.all(of: draft), memory.findings, memory.sayings)
    } else {
      (focused, known, said) = ([], [], [:])
    }
    var all: [Finding] = []
    if isKept { now.findings = Array(repeating: nil, count: Rule.all.count) }
    // Of a rule little is asked; to copy each would take longer than most of them.
    for rule in Rule.all.indices where Rule.all[rule].stage == .facts {
      guard levels.level(of: Rule.all[rule].id) != .off else { continue }
      guard Rule.all[rule].reach != .draft else {
        let report = draft.report(
          of: rule, earlier: said[rule].flatMap { EarlierSayings($0, in: draft) }, isKept: isKept)
        if let sayings = report.sayings, !sayings.isEmpty { now.sayings[rule] = sayings }
        all += report.findings
        continue
      }
      var found = known.isEmpty ? nil : findings(of: rule, known: known[rule], in: focused)
      if found == nil { found = draft.findings(of: rule) }
      if isKept { now.findings[rule] = found }
      all += found ?? []
    }
    memory = isKept ? now : nil
    return all
  }

  /// What is known of a rule's findings, with those of the blocks that the change is in reach of; nil where all have to be looked at.
  ///
  /// - Parameter rule: by its index.
  private static func findings(of rule: Int, known: [Finding]?, in all: [FocusedDraft]) -> [Finding]? {
    let reach = Rule.all[rule].reach
    guard let known, let place = all.firstIndex(where: { $0.reach == reach }) else { return nil }
    let (start, end, places) = (all[place].start, all[place].end, all[place].places)
    var result: [Finding] = []
    for finding in known where finding.range.lowerBound < start {
      guard let moved = places.moved(finding) else { return nil }
      result.append(moved)
    }
    result += all[place].findings(of: rule)
    for finding in known where finding.range.lowerBound >= end {
      guard let moved = places.moved(finding) else { return nil }
      result.append(moved)
    }
    return result
  }
}

/// A draft in which one block has changed, with the blocks in which rules of one reach may find something else.
private struct FocusedDraft {
  let reach: Rule.Reach
  /// Behind a reference: each rule is asked in turn.
  let draft: Shared<Draft>
  let places: MovedPlaces
  /// Where these blocks begin, and where they ended before.
  let start: Int
  let end: Int

  /// For each reach that leaves blocks out.
  static func all(of draft: Draft) -> [FocusedDraft] {
    [Rule.Reach.block, .nearby].compactMap { FocusedDraft(draft, $0) }
  }

  /// - Parameter rule: by its index.
  func findings(of rule: Int) -> [Finding] { draft.value.findings(of: rule) }

  private init?(_ draft: Draft, _ reach: Rule.Reach) {
    guard let change = draft.onlyChange, let blocks = reach.blocks(in: draft, change) else { return nil }
    let (before, now) = (change.before, draft.blocks[change.block].outline.range)
    self.reach = reach
    self.draft = Shared(draft.focused(on: blocks))
    places = MovedPlaces(before: before, now: now)
    start = draft.blocks[blocks.lowerBound].origin
    end =
      blocks.upperBound < draft.blocks.count
      ? draft.blocks[blocks.upperBound].origin - now.count + before.count : Int.max
  }
}

extension Draft {
  /// - Parameter rule: by its index.
  fileprivate func findings(of rule: Int) -> [Finding] { report(of: rule).findings }

  /// - Parameters:
  ///   - rule: by its index.
  ///   - earlier: what it said of an earlier text.
  fileprivate func report(of rule: Int, earlier: EarlierSayings? = nil, isKept: Bool = false) -> Report {
    var report = Report(rule: rule, earlier: earlier, isKept: isKept)
    Rule.all[rule].check(self, &report)
    return report
  }
}

extension Rule.Reach {
  /// The blocks in which a rule may find something else because one block has changed; nil for all.
  fileprivate func blocks(in draft: Draft, _ change: OnlyChange) -> Range<Int>? {
    // The first blocks say of a draft what it is and when.
    let before = draft.blocks[..<change.block].lazy.filter { $0.outline.kind.isProse }
    guard before.prefix(Rule.opening).count == Rule.opening else { return nil }
    let blocks = draft.supported(by: change.block)
    switch self {
    case .block: return blocks
    case .nearby:
      let end = max(blocks.upperBound + Rule.nearby, draft.announced(below: change.block))
      return max(0, blocks.lowerBound - Rule.nearby)..<min(draft.blocks.count, end)
    case .draft: return nil
    }
  }
}

extension MovedPlaces {
  /// A finding as it stands now; nil where it points into the block that has changed.
  func moved(_ finding: Finding) -> Finding? {
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
