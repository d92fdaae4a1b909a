import HearsayCore
import ProseText
import Synchronization
import Workspace

/// What came of one input.
private enum LintOutcome: Sendable {
  /// A draft that waits for the others of its workspace.
  case read(ReadDraft)
  case linted(LintedDraft)
  case emptyFolder(String)
  case unusable(UnusableInput)
}

/// What was read, and what the drafts of each workspace have in common.
private struct LintReading: Sendable {
  var workspaces = DraftWorkspaces()
  var outcomes: [LintOutcome] = []
  var progress: ProgressLine?

  mutating func take(_ outcome: LintOutcome) {
    progress?.advance()
    if case .read(let draft) = outcome {
      outcomes.append(.read(workspaces.take(draft)))
    } else {
      outcomes.append(outcome)
    }
  }
}

/// Analysers that nobody uses just now: what one has learned of words serves the next draft.
private struct IdleAnalyzers: ~Copyable, Sendable {
  private let analyzers = Mutex<[Analyzer]>([])

  func withOne<Result>(_ body: (inout Analyzer) -> Result) -> Result {
    var analyzer = analyzers.withLock { $0.popLast() } ?? Analyzer()
    let result = body(&analyzer)
    analyzer.forgetDrafts()
    analyzers.withLock { $0.append(analyzer) }
    return result
  }
}

/// Lints the inputs and writes the reports.
///
/// - Parameter changes: which findings count as new; nil where all do.
func lintDrafts(_ options: LintOptions, _ inputs: DraftInputs, changes: ChangedFindings?) -> ExitStatus {
  let items = LintItem.all(of: inputs)
  let changed = changes.map { changes in
    Set(inputs.drafts.filter { !changes.isUnchanged($0.path) }.map(\.workspace))
  }
  let analyzers = IdleAnalyzers()
  let progress = ProgressLine(count: items.count, isWanted: options.showsProgress)
  let reading = inOrder(
    count: items.count, jobs: options.jobs, from: LintReading(progress: progress),
    make: { number in
      analyzers.withOne { read(items[number], options, changes, &$0, isNeeded: { changed?.contains($0) ?? true }) }
    },
    take: { reading, outcome in reading.take(outcome) })
  reading.progress?.finish()
  var report = inOrder(
    count: items.count, jobs: options.jobs, from: LintReport(),
    make: { number in
      analyzers.withOne { linted(reading.outcomes[number], reading.workspaces, options, changes, &$0) }
    },
    take: { report, outcome in report.take(outcome, options) })
  let isKept = options.baseline?.apply(to: &report, options.selection, isQuiet: options.style.isQuiet) ?? true
  for draft in report.drafts { report.summary.add(draft.report) }
  let fails = options.style.failing.map { report.summary.hasFindings(atOrAbove: $0) } ?? false
  let status: ExitStatus = !report.unusable.isEmpty || !isKept ? .incomplete : fails ? .findings : .clean
  report.shorten(to: options)
  return report.write(to: options.targets, options.style, status)
}

/// Reads and analyses what findings may stand in.
///
/// - Parameter isNeeded: whether the drafts of a workspace have to be read though they did not change.
private func read(
  _ item: LintItem, _ options: LintOptions, _ changes: ChangedFindings?, _ analyzer: inout Analyzer,
  isNeeded: (String) -> Bool
) -> LintOutcome {
  do throws(Problem) {
    switch item {
    case .settings(let path, let file):
      let findings = try changes?.new(among: file.findings, in: file.text, path: path) { bytes throws(Problem) in
        (try? SettingsFile(bytes))?.findings ?? []
      }
      return .linted(linted(findings ?? file.findings, in: file.text, path: path, options))
    case .ledger(let path, let reading):
      let analysis = Analysis(ledger: reading)
      let findings = try changes?.new(among: analysis.findings, in: analysis.text, path: path) {
        bytes throws(Problem) in Analysis(ledger: LedgerReading(bytes)).findings
      }
      return .linted(linted(findings ?? analysis.findings, in: analysis.text, path: path, options))
    case .draft(var input):
      input.settings = options.selection.applied(to: input.settings)
      if !isNeeded(input.workspace), isRegularFile(input.path) {
        return .linted(linted([], in: SourceText([]), path: input.path, options))
      }
      guard let bytes = try bytes(of: input),
        let analysis = findingsAnalysis(of: bytes, input, date: options.date, with: &analyzer)
      else { return .emptyFolder(input.path) }
      return .read(ReadDraft(analysis, of: input, columns: options.style.columns))
    }
  } catch {
    return .unusable(UnusableInput(path: item.path, problem: error))
  }
}

/// Says what is found in a draft, now that the others of its workspace are known.
private func linted(
  _ outcome: LintOutcome, _ workspaces: DraftWorkspaces, _ options: LintOptions, _ changes: ChangedFindings?,
  _ analyzer: inout Analyzer
) -> LintOutcome {
  guard case .read(let draft) = outcome else { return outcome }
  var findings = workspaces.findings(of: draft)
  do throws(Problem) {
    let text = findings.isEmpty ? SourceText([]) : try draft.readText()
    if let changes, !findings.isEmpty {
      findings = try changes.new(among: findings, in: text, path: draft.input.path) { bytes throws(Problem) in
        findingsAnalysis(of: bytes, draft.input, date: options.date, with: &analyzer).map {
          workspaces.findings(of: $0, insteadOf: draft)
        } ?? []
      }
    }
    var linted = linted(
      findings, in: text, path: draft.input.path, options, elsewhere: { workspaces.place(of: $0) })
    linted.report.isOtherLanguage = draft.isOtherLanguage
    return .linted(linted)
  } catch {
    return .unusable(UnusableInput(path: draft.input.path, problem: error))
  }
}

private func linted(
  _ findings: [Finding], in text: SourceText, path: String, _ options: LintOptions,
  elsewhere: (Related) -> Place? = { _ in nil }
) -> LintedDraft {
  let report = FileReport(
    findings.map(options.severities.applied), in: text, path: path, columns: options.style.columns,
    elsewhere: elsewhere, isReported: { options.selection.includes($0.rule) })
  return LintedDraft(report: report, text: text)
}

extension LintReport {
  fileprivate mutating func take(_ outcome: LintOutcome, _ options: LintOptions) {
    switch outcome {
    case .read: break
    case .linted(let draft):
      drafts.append(draft)
      if draft.report.isOtherLanguage, !options.style.isQuiet { note(otherLanguageNote, about: draft.path) }
    case .emptyFolder(let path):
      reportFolderWithoutDrafts(path)
    case .unusable(let input):
      unusable.append(input)
      HearsayCommand.report(input.problem, about: input.path)
    }
  }

  /// Leaves out what is more than was asked for, the last ones first, and says so.
  fileprivate mutating func shorten(to options: LintOptions) {
    guard let most = options.mostFindings, shown > most else { return }
    if !options.style.isQuiet {
      note("\(shown - most) of \(shown) findings are left out (--max-findings \(most))", about: "lint")
    }
    var room = most
    for index in drafts.indices {
      drafts[index].report.findings = Array(drafts[index].report.findings.prefix(room))
      room -= drafts[index].report.findings.count
    }
  }
}
