import HearsayCore
import ProseText
import Workspace

/// What came of one input.
private enum LintOutcome: Sendable {
  case linted(LintedDraft)
  case emptyFolder(String)
  case unusable(UnusableInput)
}

/// Lints the inputs and writes the reports.
///
/// - Parameter changes: which findings count as new; nil where all do.
func lintDrafts(_ options: LintOptions, _ inputs: DraftInputs, changes: ChangedFindings?) -> ExitStatus {
  let items = LintItem.all(of: inputs)
  var report = inOrder(
    count: items.count, jobs: options.jobs, from: LintReport(), make: { outcome(of: items[$0], options, changes) },
    take: { report, outcome in report.take(outcome, options) })
  let isKept = options.baseline?.apply(to: &report, options.selection, isQuiet: options.style.isQuiet) ?? true
  for draft in report.drafts { report.summary.add(draft.report) }
  let fails = options.style.failing.map { report.summary.hasFindings(atOrAbove: $0) } ?? false
  let status: ExitStatus = !report.unusable.isEmpty || !isKept ? .incomplete : fails ? .findings : .clean
  report.shorten(to: options)
  return report.write(to: options.targets, options.style, status)
}

private func outcome(of item: LintItem, _ options: LintOptions, _ changes: ChangedFindings?) -> LintOutcome {
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
        bytes throws(Problem) in
        Analysis(ledger: LedgerReading(bytes)).findings
      }
      return .linted(linted(findings ?? analysis.findings, in: analysis.text, path: path, options))
    case .draft(var input):
      input.settings = options.selection.applied(to: input.settings)
      return try outcome(of: input, options, changes)
    }
  } catch {
    return .unusable(UnusableInput(path: item.path, problem: error))
  }
}

private func outcome(
  of input: DraftInput, _ options: LintOptions, _ changes: ChangedFindings?
) throws(Problem) -> LintOutcome {
  if let changes, input.found.kind == .draft, isRegularFile(input.path), changes.isUnchanged(input.path) {
    return .linted(linted([], in: SourceText([]), path: input.path, options))
  }
  guard let analysis = try analysis(of: input, date: options.date) else { return .emptyFolder(input.path) }
  let findings = try changes?.new(among: analysis.findings, in: analysis.text, path: input.path) {
    bytes throws(Problem) in HearsayCommand.analysis(of: bytes, input, date: options.date)?.findings ?? []
  }
  var draft = linted(findings ?? analysis.findings, in: analysis.text, path: input.path, options)
  draft.report.isOtherLanguage = analysis.isOtherLanguage
  return .linted(draft)
}

private func linted(_ findings: [Finding], in text: SourceText, path: String, _ options: LintOptions) -> LintedDraft {
  let report = FileReport(
    findings.map(options.severities.applied), in: text, path: path, columns: options.style.columns,
    isReported: { options.selection.includes($0.rule) })
  return LintedDraft(report: report, text: text)
}

extension LintReport {
  fileprivate mutating func take(_ outcome: LintOutcome, _ options: LintOptions) {
    switch outcome {
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
