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
  var workspaces = LintedWorkspaces()
  var outcomes: [LintOutcome] = []
  var progress: ProgressLine?

  mutating func take(_ outcome: LintOutcome, of item: LintItem) {
    progress?.advance()
    if case .read(let draft) = outcome, case .draft(let input) = item {
      outcomes.append(.read(workspaces.take(draft, of: input)))
    } else {
      outcomes.append(outcome)
    }
  }
}

/// Analysers that nobody uses just now: what one has learned of words serves the next draft.
private struct IdleAnalyzers: ~Copyable, Sendable {
  private let analyzers = Mutex<[Analyzer]>([])

  func withOne<Result>(_ body: (inout Analyzer) -> Result) -> Result {
    var analyzer = analyzers.withLock { $0.popLast() } ?? Analyzer(isForEditing: false)
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
  var report = lintReport(options, inputs, changes: changes)
  let isKept = options.baseline?.apply(to: &report, options.selection, isQuiet: options.style.isQuiet) ?? true
  for draft in report.drafts { report.summary.add(draft.report) }
  let fails = options.style.failing.map { report.summary.hasFindings(atOrAbove: $0) } ?? false
  let status: ExitStatus = !report.unusable.isEmpty || !isKept ? .incomplete : fails ? .findings : .clean
  report.shorten(to: options)
  let paged = options.page.map { report.writePage(to: $0, status) } ?? status
  return report.write(to: options.targets, options.style, paged)
}

/// All that is found in the inputs, before a baseline.
///
/// - Parameter changes: which findings count as new; nil where all do.
func lintReport(_ options: LintOptions, _ inputs: DraftInputs, changes: ChangedFindings?) -> LintReport {
  let items = LintItem.all(of: inputs, options.selection)
  let changed = changes.map { changes in
    Set(inputs.drafts.filter { !changes.isUnchanged($0.path) }.map(\.workspace))
  }
  let counts = Dictionary(inputs.drafts.map { ($0.workspace, 1) }, uniquingKeysWith: +)
  let analyzers = IdleAnalyzers()
  let progress = ProgressLine(count: items.count, isWanted: options.showsProgress)
  var unread = LintReading(progress: progress)
  unread.outcomes.reserveCapacity(items.count)
  let reading = inOrder(
    count: items.count, jobs: options.jobs, from: unread,
    make: { number in
      analyzers.withOne {
        read(
          items[number], options, changes, &$0, isNeeded: { changed?.contains($0) ?? true },
          isAlone: { counts[$0] == 1 })
      }
    },
    take: { reading, outcome in reading.take(outcome, of: items[reading.outcomes.count]) })
  reading.progress?.finish()
  options.cache?.finish(isQuiet: options.style.isQuiet)
  var report = LintReport()
  report.drafts.reserveCapacity(items.count)
  return inOrder(
    count: items.count, jobs: options.jobs, from: report,
    make: { number in
      analyzers.withOne {
        linted(reading.outcomes[number], of: items[number], reading.workspaces, options, changes, &$0)
      }
    },
    take: { report, outcome in report.take(outcome, options) })
}

/// Reads and analyses what findings may stand in.
///
/// - Parameters:
///   - isNeeded: whether the drafts of a workspace have to be read though they did not change.
///   - isAlone: whether a workspace has but one draft.
private func read(
  _ item: LintItem, _ options: LintOptions, _ changes: ChangedFindings?, _ analyzer: inout Analyzer,
  isNeeded: (String) -> Bool, isAlone: (String) -> Bool
) -> LintOutcome {
  do throws(Problem) {
    switch item {
    case .settings(let path, let file):
      let findings = try changes?.new(among: file.findings, in: file.text, path: path) { bytes throws(Problem) in
        (try? SettingsFile(bytes))?.findings ?? []
      }
      var linted = linted(findings ?? file.findings, in: file.text, path: path, options)
      if options.keepsAnalyses { linted.analysis = Analysis(settings: file) }
      return .linted(linted)
    case .ledger(let path, let reading):
      let analysis = Analysis(ledger: reading)
      let findings = try changes?.new(among: analysis.findings, in: analysis.text, path: path) {
        bytes throws(Problem) in Analysis(ledger: LedgerReading(bytes)).findings
      }
      var linted = linted(findings ?? analysis.findings, in: analysis.text, path: path, options)
      if options.keepsAnalyses { linted.analysis = analysis }
      return .linted(linted)
    case .draft(let input):
      if !isNeeded(input.workspace), isRegularFile(input.path) {
        return .linted(linted([], in: SourceText([]), path: input.path, options))
      }
      if let cache = options.cache, case .draft = input.found.kind {
        return .read(try read(input, options, cache, &analyzer))
      }
      guard let bytes = try bytes(of: input), let analysis = analysis(of: bytes, input, options, &analyzer) else {
        return .emptyFolder(input.path)
      }
      return .read(ReadDraft(analysis, of: input, options, isAlone: isAlone(input.workspace)))
    }
  } catch {
    return .unusable(UnusableInput(path: item.path, problem: error))
  }
}

/// Reads a draft that another run may have read before.
private func read(
  _ input: DraftInput, _ options: LintOptions, _ cache: LintCache, _ analyzer: inout Analyzer
) throws(Problem) -> ReadDraft {
  let bytes = try readDraft(input.path)
  let key = cache.key(bytes, input, options)
  // A page shows more than findings.
  if !options.keepsAnalyses, let known = cache.read(key, of: bytes, input.settings) {
    return ReadDraft(known, in: SourceText(bytes), of: input, columns: options.style.columns)
  }
  guard let analysis = analysis(of: bytes, input, options, &analyzer) else {
    throw Problem("the analysis was stopped", remedy: "run the command again")
  }
  cache.write(analysis, key)
  return ReadDraft(analysis, of: input, options, isAlone: false)
}

/// Analyses bytes as the draft of an input; its facts are laid out only where a page shows them.
private func analysis(
  of bytes: [UInt8], _ input: DraftInput, _ options: LintOptions, _ analyzer: inout Analyzer
) -> Analysis? {
  options.keepsAnalyses
    ? analysis(of: bytes, input, date: options.date, with: &analyzer)
    : findingsAnalysis(of: bytes, input, date: options.date, with: &analyzer)
}

extension ReadDraft {
  fileprivate init(_ analysis: Analysis, of input: DraftInput, _ options: LintOptions, isAlone: Bool) {
    self.init(StoredDraft(analysis, isAlone: isAlone), in: analysis.text, of: input, columns: options.style.columns)
    if options.keepsAnalyses { self.analysis = analysis }
  }
}

/// Says what is found in a draft, now that the others of its workspace are known.
private func linted(
  _ outcome: LintOutcome, of item: LintItem, _ workspaces: LintedWorkspaces, _ options: LintOptions,
  _ changes: ChangedFindings?, _ analyzer: inout Analyzer
) -> LintOutcome {
  guard case .read(let draft) = outcome, case .draft(let input) = item else { return outcome }
  var findings = workspaces.findings(of: draft, input)
  do throws(Problem) {
    let text = findings.isEmpty ? SourceText([]) : try draft.readText(input.path)
    if let changes, !findings.isEmpty {
      findings = try changes.new(among: findings, in: text, path: input.path) { bytes throws(Problem) in
        findingsAnalysis(of: bytes, input, date: options.date, with: &analyzer).map {
          workspaces.findings(of: $0, insteadOf: draft, input)
        } ?? []
      }
    }
    var linted = linted(findings, in: text, path: input.path, options, elsewhere: { workspaces.place(of: $0) })
    linted.report.isOtherLanguage = draft.isOtherLanguage
    linted.analysis = draft.analysis
    linted.isUnchanged = changes?.isUnchanged(input.path) ?? false
    return .linted(linted)
  } catch {
    return .unusable(UnusableInput(path: input.path, problem: error))
  }
}

private func linted(
  _ findings: [Finding], in text: SourceText, path: String, _ options: LintOptions,
  elsewhere: (Related) -> Place? = { _ in nil }
) -> LintedDraft {
  let report = FileReport(
    findings.map(options.severities.applied), in: text, path: path, columns: options.style.columns,
    elsewhere: elsewhere, isReported: { options.selection.includes($0.rule) })
  return LintedDraft(report: report, text: text, needs: options.needs)
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
