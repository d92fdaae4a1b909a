import HearsayCore
import ProseText
import Workspace

/// Something that findings may stand in.
enum LintItem: Sendable {
  case draft(DraftInput)
  indirect case settings(String, SettingsFile)
  indirect case ledger(String, LedgerReading)

  /// The drafts, and the settings files and ledgers that have findings or are named themselves, in the order of their paths.
  ///
  /// - Parameter selection: of rules, which wins over settings.
  static func all(of inputs: DraftInputs, _ selection: RuleSelection) -> [LintItem] {
    let named = Set(inputs.drafts.map(\.path))
    let files = inputs.settingsFiles.compactMap { found in
      found.file.flatMap { file in
        file.findings.isEmpty && !named.contains(found.path) ? nil : LintItem.settings(found.path, file)
      }
    }
    let ledgers = inputs.ledgers.compactMap { found in
      found.reading.flatMap { reading in
        reading.problems.isEmpty && !named.contains(found.path) ? nil : LintItem.ledger(found.path, reading)
      }
    }
    let others = Set((files + ledgers).map(\.path))
    let drafts = DraftInput.applying(selection, to: inputs.drafts.filter { !others.contains($0.path) })
      .map(LintItem.draft)
    return (drafts + files + ledgers).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  var path: String {
    switch self {
    case .draft(let input): input.path
    case .settings(let path, _): path
    case .ledger(let path, _): path
    }
  }
}
