/// A text that shows what a rule marks, or leaves alone.
package struct Example: Sendable, Equatable {
  /// The text; each expected range stands between `⟦` and `⟧`. Plain text, or Markdown where `isMarkdown` is set.
  package var text: String
  /// The severity expected, where it is not the rule's own.
  package var severity: Severity?
  /// The draft's date, `YYYY-MM-DD`, where the rule needs one.
  package var date: String?
  package var isMarkdown: Bool
  /// The ledger around the draft, as JSON with comments.
  package var ledger: String?
  /// Saved copies of sources beside the ledger: text by file name.
  package var copies: [String: String]
  /// Other drafts of the same workspace, in the format of the text: text by file name.
  package var drafts: [String: String]
  /// The text is no draft but a ledger itself.
  package var isLedger: Bool
  /// Whether it is a settings file, not a draft.
  package var isSettings: Bool

  package init(
    _ text: String, severity: Severity? = nil, date: String? = nil, isMarkdown: Bool = false, ledger: String? = nil,
    copies: [String: String] = [:], drafts: [String: String] = [:], isLedger: Bool = false, isSettings: Bool = false
  ) {
    self.text = text
    self.severity = severity
    self.date = date
    self.isMarkdown = isMarkdown
    self.ledger = ledger
    self.copies = copies
    self.drafts = drafts
    self.isLedger = isLedger
    self.isSettings = isSettings
  }
}

/// One rule: what it says, and how it finds what it marks.
package struct Rule: Sendable {
  /// When a rule is asked.
  enum Stage: Sendable {
    /// As soon as the facts of the draft are known.
    case facts
    /// When the other drafts of its workspace are known.
    case workspace
    /// When it is known which findings were suppressed.
    case suppressions
  }

  /// How far a rule looks from a block to find something in it, beside what is known of the whole draft (`FindingMemory`).
  enum Reach: Sendable {
    /// The block, its figures with their support, its attributions and their parties; places nowhere else in what it says.
    case block
    /// The same of `nearby` blocks on either side too, of those that announce it, and of the draft's first ones.
    case nearby
    /// Anything.
    case draft
  }

  static let nearby = 8
  /// Blocks of prose at the beginning of a draft that may say when it was written.
  static let opening = 8

  /// "HS101".
  package let id: String
  /// The fault, not the cure: "unsupported-figure".
  package let name: String
  package let severity: Severity
  /// One sentence: what is asked.
  package let summary: String
  /// Why it matters and what to do, a short paragraph.
  package let why: String
  /// The newsroom or other standards that ask for it.
  package let standard: String
  /// Texts that are marked.
  package let flagged: [Example]
  /// Texts that are left alone by this rule.
  package let clean: [Example]
  var stage = Stage.facts
  var reach = Reach.draft
  /// Finds what the rule marks in a settings file, among what could not be read in it.
  var checkSettings: @Sendable ([SettingsProblem], inout Report) -> Void = { _, _ in }
  /// Finds what the rule marks in a ledger itself.
  var checkLedger: @Sendable (LedgerReading, inout Report) -> Void = { _, _ in }
  /// Finds what the rule marks in a draft for the sake of the others of its workspace.
  var checkWorkspace: @Sendable (DraftNeighbourhood, inout Report) -> Void = { _, _ in }
  /// Finds what the rule marks in a draft; order does not matter.
  let check: @Sendable (Draft, inout Report) -> Void
  /// Every rule, by id.
  package static let all: [Rule] = [
    unsupportedFigure, weaklySupportedFigure, vagueQuantity, percentWithoutBase, missingTimeWindow, percentVsPoints,
    impossiblePercentage, partsDoNotSum, inconsistentFigure, changeArithmetic, timesLess, implausibleRate,
    falsePrecision, comparisonWithoutBaseline, pollWithoutMethod,
    agentlessAttribution, sourcelessHedge, vagueSource, anonymousSource, anaphoricSource, unsourcedMentalState,
    loadedCue,
    secondHandSource, brokenChain, circularSource, singleSourceDependence,
    relayedQuote, unattributedQuote, unbalancedQuote,
    unknownSourceKey, ledgerMismatch, weakLedgerEntry,
    crossDraftFigureConflict, sharedSingleSource, crossDraftSpeakerConflict,
    invalidSettings, invalidLedger, unusedSuppression, suppressionWithoutReason, unknownRule,
  ]

  /// The rule with the id or name, in any case.
  package static func named(_ text: String) -> Rule? {
    let wanted = text.lowercased()
    return all.first { $0.id.lowercased() == wanted || $0.name == wanted }
  }
}

/// Collects the findings of one rule.
struct Report {
  private let rule: String
  private let name: String
  /// The rule's own severity.
  let severity: Severity
  private(set) var findings: [Finding] = []
  /// What was said of figures, where another text of the draft will be read.
  private(set) var sayings: [Saying]?
  private var earlier: EarlierSayings?

  init(_ rule: borrowing Rule) { (self.rule, name, severity) = (rule.id, rule.name, rule.severity) }

  /// - Parameters:
  ///   - index: the rule's among all.
  ///   - earlier: what it said of an earlier text.
  ///   - isKept: whether another text of the draft will be read.
  init(rule index: Int, earlier: EarlierSayings? = nil, isKept: Bool = false) {
    (rule, name, severity) = (Rule.all[index].id, Rule.all[index].name, Rule.all[index].severity)
    self.earlier = earlier
    sayings = isKept ? [] : nil
  }

  /// Adds a finding about a figure, put into words only where the same was not said of an earlier text.
  ///
  /// - Parameters:
  ///   - support: who answers for the figure.
  ///   - beside: the places of `Saying.Words.related`, in their order.
  ///   - sources: the parties that the fixes name.
  ///   - words: may depend on the text at these places, and on the parties' names, and on nothing else.
  mutating func add(
    _ range: Range<Int>, of support: Support, beside: [Range<Int>], naming sources: [Int], in draft: Draft,
    _ words: () -> Saying.Words
  ) {
    if let known = earlier?.saying(at: range, of: support, beside: beside, naming: sources, in: draft) {
      findings.append(known.finding)
      sayings?.append(known)
      return
    }
    let count = findings.count
    let said = words()
    add(range, said.message, related: said.related, fixes: said.fixes)
    guard count < findings.count else { return }
    sayings?.append(Saying(finding: findings[count], support: support, sources: sources))
  }

  /// Adds a finding at an absolute range; at one without bytes only where that is all there is, in a file that is empty.
  mutating func add(
    _ range: Range<Int>, _ message: String, severity: Severity? = nil, related: [Related] = [], fixes: [Fix] = [],
    isFileEmpty: Bool = false
  ) {
    guard !range.isEmpty || isFileEmpty else { return }
    findings.append(
      Finding(
        rule: rule, name: name, severity: severity ?? self.severity, range: range, message: message,
        related: related, fixes: fixes))
  }
}
