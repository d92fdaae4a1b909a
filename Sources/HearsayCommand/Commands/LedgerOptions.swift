import HearsayCore
import Workspace

/// The options about the ledger that several commands share.
enum LedgerOptions {
  static let ledger = Option(
    name: "ledger", value: .file,
    summary: "the ledger of all drafts, instead of the nearest \(FoundLedger.name) in a draft's folder or above")
  static let noLedger = Option(name: "no-ledger", value: .none, summary: "read no ledger")
  static let all = [ledger, noLedger]

  /// Where ledgers come from.
  static func choice(_ arguments: ParsedArguments) throws(Problem) -> LedgerChoice {
    guard let path = arguments.value(of: ledger) else { return arguments.has(noLedger) ? .none : .nearest }
    guard !arguments.has(noLedger) else {
      throw Problem("--ledger and --no-ledger exclude one another", remedy: "leave one of them out")
    }
    return .file(path)
  }

  /// Throws where a ledger cannot be read at all: half of an answer would look like the whole.
  static func refuseUnreadable(_ ledgers: [FoundLedger]) throws(Problem) {
    for ledger in ledgers {
      guard let problem = ledger.problem else { continue }
      throw Problem("the ledger '\(ledger.path)' cannot be read: \(problem.message)", remedy: problem.remedy)
    }
  }

  /// Says of ledgers with something wrong in them, for commands whose output has no place for findings in them.
  static func noteProblems(in ledgers: [FoundLedger]) {
    for ledger in ledgers where ledger.reading?.problems.isEmpty == false {
      note("not all in it is understood; `\(program) ledger check` says what is wrong", about: ledger.path)
    }
  }
}
