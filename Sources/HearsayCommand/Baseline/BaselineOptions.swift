import HearsayCore
import ProseText
import Workspace

/// Which baseline a run is held against, and whether it writes it anew.
struct BaselineOptions: Sendable {
  static let baseline = Option(
    name: "baseline", value: .file,
    summary: "report only findings that this file does not know, however lines have moved")
  static let update = Option(
    name: "update-baseline", value: .none,
    summary: "write all findings into the baseline and report none; findings of drafts that were not read stay in it")
  static let all = [baseline, update]

  /// As it was named.
  let file: String
  private let isUpdated: Bool
  /// Whether the run leaves findings out that the baseline may know.
  private let isPartial: Bool
  private let known: Baseline
  private let folder: String
  private let workingFolder: String?

  /// What the arguments ask for; nil where there is no baseline.
  init?(_ arguments: ParsedArguments) throws(Problem) {
    isUpdated = arguments.has(Self.update)
    isPartial = arguments.has(ChangedFindings.since) || arguments.has(ChangedFindings.diff)
    guard let file = arguments.value(of: Self.baseline) else {
      guard isUpdated else { return nil }
      throw Problem("--update-baseline does not say which", remedy: "add --baseline FILE")
    }
    for option in [ChangedFindings.since, ChangedFindings.diff] where isUpdated && arguments.has(option) {
      throw Problem(
        "--update-baseline wants all findings, --\(option.name) leaves some out", remedy: "leave one of them out")
    }
    self.file = file
    workingFolder = currentFolder()
    folder = Workspace.folder(of: absolute(file, workingFolder: workingFolder) ?? file)
    if isUpdated, !isRegularFile(file) {
      known = Baseline()
      return
    }
    do throws(Problem) {
      known = try Baseline(try readText(file, limit: Baseline.sizeLimit))
    } catch {
      let isMissing = !isRegularFile(file)
      throw Problem(
        "the baseline '\(file)' cannot be read: \(error.message)",
        remedy: isMissing ? "make it with --update-baseline" : error.remedy)
    }
  }

  /// Takes the known findings out of a run, or writes all of them into the file; answers whether the file could be written.
  func apply(to report: inout LintReport, _ selection: RuleSelection, isQuiet: Bool) -> Bool {
    if isUpdated { return update(&report, selection, isQuiet: isQuiet) }
    var unused = 0
    let matchings = known.filtered { selection.includes($0.rule) }.byPath
    for index in report.drafts.indices {
      let draft = report.drafts[index]
      var matching = matchings[path(of: draft)] ?? BaselineMatching()
      let isKnown = matching.known(entries(of: draft))
      report.drafts[index].report.findings = zip(draft.report.findings, isKnown).filter { !$1 }.map(\.0)
      unused += matching.unused
    }
    if unused > 0, !isQuiet, !isPartial {
      note(
        "\(unused) finding\(unused == 1 ? "" : "s") in it \(unused == 1 ? "is" : "are") gone; "
          + "--update-baseline takes \(unused == 1 ? "it" : "them") out", about: file)
    }
    return true
  }

  private func update(_ report: inout LintReport, _ selection: RuleSelection, isQuiet: Bool) -> Bool {
    let linted = Set(report.drafts.map(path))
    // What this run did not look at stays, unless the draft is gone.
    var baseline = known.filtered { entry in
      if linted.contains(entry.path) { return !selection.includes(entry.rule) }
      return isRegularFile(absolute(entry.path, workingFolder: folder) ?? entry.path)
    }
    for index in report.drafts.indices {
      for entry in entries(of: report.drafts[index]) { baseline.add(entry) }
      report.drafts[index].report.findings = []
    }
    do throws(SystemError) {
      if baseline != known || !isRegularFile(file) { try replaceFile(file, with: baseline.written) }
    } catch {
      HearsayCommand.report(
        Problem("the baseline cannot be written: \(error.whenWriting)", remedy: "name another file"), about: file)
      return false
    }
    let count = baseline.counts.values.reduce(0, +)
    if !isQuiet { note("\(count) finding\(count == 1 ? "" : "s") in the baseline", about: file) }
    return true
  }

  private func entries(of draft: LintedDraft) -> [Baseline.Entry] {
    let path = path(of: draft)
    return draft.report.findings.compactMap { reported in
      draft.context(of: reported.finding).map {
        Baseline.Entry(path: path, rule: reported.finding.rule, context: $0)
      }
    }
  }

  /// A draft's path from the baseline's folder, so that it does not matter from where the program is called.
  private func path(of draft: LintedDraft) -> String {
    guard let path = absolute(draft.path, workingFolder: workingFolder) else { return draft.path }
    let root = folder == "/" ? "/" : folder + "/"
    return path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
  }
}
