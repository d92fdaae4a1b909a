import HearsayCore
import ProseText
import Workspace

extension Command {
  static let doctor = Command(
    name: "doctor", summary: "say what counts for the drafts of a folder, and what the editor can do",
    discussion: """
      Shows the program's version, the settings and the ledger that count in a folder (the working folder, unless another is named) \
      and what is wrong in them, and the formats of drafts. With the log of an editor's server (`hearsay server --log FILE`) \
      also which editor it was, what it can do, and which turns took long.

      Exit status: 0 all is well; 1 something is wrong in settings or ledger; 2 wrong arguments; 3 the log cannot be read.
      """,
    operand: Operand(name: "FOLDER", isRequired: false, isRepeatable: false, hint: "name a folder"),
    options: [DraftOptions.settings, DraftOptions.noSettings] + LedgerOptions.all + [logOfServer]
  ) { (arguments) throws(Problem) in try examine(arguments) }

  fileprivate static let logOfServer = Option(
    name: "log", value: .file, summary: "also read the log of an editor's server")
}

private func examine(_ arguments: ParsedArguments) throws(Problem) -> ExitStatus {
  let folder = arguments.operands.first ?? "."
  guard isFolder(folder) else { throw Problem("'\(folder)' is no folder", remedy: "name one that is there") }
  var settings = SettingsStore(try DraftOptions.settingsSource(arguments))
  var ledgers = LedgerStore(try LedgerOptions.choice(arguments))
  let checks = [SettingsCheck.line(settings.settings(in: folder)), LedgerCheck.line(ledgers.ledger(in: folder))]
  var lines = ["\(Version.name) \(Version.number), speaks LSP 3.17", "program   \(CommandLine.arguments[0])"]
  lines += checks.map(\.line)
  lines += ["formats   " + DraftFormat.allCases.map(formatWords).joined(separator: ", ")]
  var status = checks.contains { $0.isWrong } ? ExitStatus.findings : .clean
  if let path = arguments.value(of: Command.logOfServer) {
    do throws(Problem) {
      lines += try logLines(path)
    } catch {
      report(error, about: path)
      status = .incomplete
    }
  }
  let end = printed(lines.map { visible($0) + "\n" }.joined())
  return end == .clean ? status : end
}

private func formatWords(_ format: DraftFormat) -> String {
  "\(format.rawValue) (\(format.fileEndings.map { "." + $0 }.joined(separator: " ")))"
}

/// A line about something that was looked for.
private struct DoctorCheck {
  var line: String
  var isWrong = false

  /// - Parameter problem: what keeps the file from being read; nil where it was.
  init(_ name: String, _ path: String, problem: Problem?, wrong count: Int, words: String) {
    let name = padded(name, to: 10)
    if let problem {
      line = "\(name)\(path) cannot be read: \(problem.message); \(problem.remedy)"
    } else if count > 0 {
      line = "\(name)\(path), \(words), of which \(count == 1 ? "1 place is" : "\(count) places are") wrong: lint it"
    } else {
      line = "\(name)\(path), \(words)"
    }
    isWrong = problem != nil || count > 0
  }

  /// - Parameter nothing: what is so where nothing was found.
  init(_ name: String, nothing: String) { line = padded(name, to: 10) + nothing }
}

private enum SettingsCheck {
  static func line(_ found: FoundSettings?) -> DoctorCheck {
    guard let found else { return DoctorCheck("settings", nothing: "none found: the defaults hold") }
    return DoctorCheck(
      "settings", found.path, problem: found.problem, wrong: found.file?.findings.count ?? 0, words: "read")
  }
}

private enum LedgerCheck {
  static func line(_ found: FoundLedger?) -> DoctorCheck {
    guard let found else { return DoctorCheck("ledger", nothing: "none found: no figure is held against a source") }
    let count = found.understood?.ledger?.sources.count ?? 0
    return DoctorCheck(
      "ledger", found.path, problem: found.problem, wrong: found.reading?.problems.count ?? 0,
      words: count == 1 ? "1 source" : "\(count) sources")
  }
}
