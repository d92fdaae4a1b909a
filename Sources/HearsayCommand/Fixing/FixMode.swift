import HearsayCore
import ProseText
import Workspace

/// What a run does with the fixes of findings.
enum FixMode: Sendable {
  /// Writes the safe ones into the drafts, then reports what is left.
  case apply
  /// Says which drafts the safe ones would change, and reports nothing.
  case check
  /// Prints a patch with one fix a finding, and reports nothing.
  case suggest

  static let applying = Option(
    name: "fix", value: .none, summary: "write fixes whose result is certain into the drafts, then report what is left")
  static let checking = Option(
    name: "check-fix", value: .none, summary: "only say which drafts --fix would change; status 1 where there is one")
  static let suggesting = Option(
    name: "fix-suggest", value: .none,
    summary:
      "only print a patch with a fix for each finding that has one, for a person to read; status 1 where there is one")
  static let all = [applying, checking, suggesting]

  /// What the arguments ask for; nil where fixes are only reported.
  init?(_ arguments: ParsedArguments) throws(Problem) {
    let asked = Self.all.filter { arguments.has($0) }
    guard let first = asked.first else { return nil }
    let others = [ChangedFindings.since, ChangedFindings.diff, BaselineOptions.update].filter { arguments.has($0) }
    if let second = (asked.dropFirst() + others).first {
      throw Problem("--\(first.name) and --\(second.name) exclude one another", remedy: "leave one of them out")
    }
    if first != Self.applying, arguments.has(LintOptions.page) {
      throw Problem(
        "--\(first.name) reports no findings for --\(LintOptions.page.name)", remedy: "leave one of them out")
    }
    if arguments.operands.contains("-"), first != Self.suggesting {
      throw Problem("--\(first.name) changes files, standard input is none", remedy: "name files, or use --fix-suggest")
    }
    self = first == Self.applying ? .apply : first == Self.checking ? .check : .suggest
  }
}

/// What the fixes of one draft come to.
struct FixedDraft: Sendable {
  let path: String
  let old: [UInt8]
  let new: [UInt8]
  /// How many edits were made, in all rounds.
  let edits: Int
  /// The edits of the only round, of a draft that is not read again.
  var firstEdits: [TextEdit] = []
  /// Whether two fixes want the same bytes, so that nothing was done.
  var isInConflict = false

  /// Makes the fixes of a draft, again and again until none is left; one round only where a person will look at them.
  init?(_ input: DraftInput, _ choice: FixChoice, _ options: LintOptions) throws(Problem) {
    var input = input
    input.settings = options.selection.applied(to: input.settings)
    guard let read = try HearsayCommand.bytes(of: input) else { return nil }
    var analyzer = Analyzer()
    path = input.path
    old = read
    var findings = findingsAnalysis(of: old, input, date: options.date, with: &analyzer)?.findings ?? []
    var bytes = old
    var count = 0
    for round in 0..<(choice == .safe ? 10 : 1) {
      findings = findings.filter { options.selection.includes($0.rule) }
      guard let edits = choice.edits(for: findings, skipsConflicts: choice == .suggested) else {
        isInConflict = true
        bytes = old
        count = 0
        break
      }
      if round == 0 { firstEdits = edits }
      let fixed = bytes.applying(edits)
      guard fixed != bytes else { break }
      bytes = fixed
      count += edits.count
      findings = findingsAnalysis(of: bytes, input, date: options.date, with: &analyzer)?.findings ?? []
    }
    new = bytes
    edits = count
  }
}
