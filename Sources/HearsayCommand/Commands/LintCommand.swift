import HearsayCore
import ProcessMemory
import ProseText
import Workspace

extension Command {
  static let lint = Command(
    name: "lint", summary: "report findings in drafts",
    discussion: """
      A folder is searched for drafts: files that end in \(draftExtensions.map { "." + $0 }.joined(separator: ", ")); \
      names that begin with a dot and symbolic links to folders are left out. A file named itself is read whatever its ending is, as plain text where the ending says \
      nothing. A draft is UTF-8 of at most \(draftSizeLimit / 1_000_000) MB.

      Settings are read from the nearest \(SettingsFile.name) in each draft's folder or above. What --select and --ignore say \
      wins over them. The nearest \(FoundLedger.name), upwards from a draft, says what its sources are and what they count. \
      Findings in a settings file or ledger are reported like those in a draft.

      Drafts that have one ledger, or without a ledger one settings file, are held against one another (HS601 to HS603): nothing is \
      printed before the last of them is read.

      --fix makes only edits whose result follows from the draft itself: percentage points (HS106), digits that “about” makes \
      meaningless (HS113), suppressions that silence nothing (HS903) and misspelt rules (HS905).

      Exit status: 0 no finding at or above the failing level; 1 such findings; 2 wrong arguments, settings or a ledger that \
      cannot be read, nothing was linted; 3 \
      some input could not be read (the rest was; 3 wins over 1).
      """,
    operand: Operand(name: DraftOptions.paths.name, isRequired: false, hint: DraftOptions.paths.hint),
    options: LintOptions.all
  ) { (arguments) throws(Problem) in
    if arguments.operands.isEmpty, !arguments.has(DraftOptions.filesFrom) {
      throw Problem("'lint' needs \(DraftOptions.paths.name)", remedy: DraftOptions.paths.hint)
    }
    // Tables and lists of a long draft would leave holes behind that little fits in.
    hearsay_return_large_memory()
    let options = try LintOptions(arguments)
    let mode = try FixMode(arguments)
    let inputs = try DraftOptions.inputs(arguments)
    if let mode {
      let status = fixDrafts(mode, inputs.drafts, options)
      guard case .apply = mode else { return status }
      let linted = lintDrafts(options, inputs, changes: nil)
      return status == .incomplete ? status : linted
    }
    return lintDrafts(options, inputs, changes: try ChangedFindings(arguments, drafts: inputs.drafts))
  }
}
