import HearsayCore
import ProseText
import Workspace

/// The drafts of a run that were read, by the workspace that each belongs to.
///
/// Drafts of one run are a workspace where one ledger answers for them; without a ledger, where one settings file holds for them.
struct LintedWorkspaces: Sendable {
  /// The bytes of texts that are kept; of the drafts behind them only digests and findings are.
  static let mostBytes = 64 << 20

  private var indices: [String: DraftIndex] = [:]
  private var places: [String: [Range<Int>: Place]] = [:]
  private var keptBytes = 0

  /// Takes a draft in; answers what is to be kept of it.
  mutating func take(_ draft: ReadDraft) -> ReadDraft {
    indices[draft.input.workspace, default: DraftIndex()].update(draft.input.path, draft.digest)
    places[draft.input.path] = draft.places
    var draft = draft
    if keptBytes + draft.size > Self.mostBytes { draft.releaseText() } else { keptBytes += draft.size }
    return draft
  }

  /// All findings of a draft, those that other drafts give rise to among them.
  func findings(of draft: ReadDraft) -> [Finding] {
    guard draft.findings.asksWorkspace else { return draft.findings.all(with: []) }
    return draft.findings.all(with: indices[draft.input.workspace]?.findings(in: draft.input.path) ?? [])
  }

  /// What would be found in a draft with this analysis, while the others are as they are.
  func findings(of analysis: Analysis, insteadOf draft: ReadDraft) -> [Finding] {
    guard draft.findings.asksWorkspace, var index = indices[draft.input.workspace] else {
      return analysis.openFindings.all(with: [])
    }
    index.update(draft.input.path, analysis.digest())
    return analysis.openFindings.all(with: index.findings(in: draft.input.path))
  }

  /// Where on its lines a place of another draft stands.
  func place(of related: Related) -> Place? { related.draft.flatMap { places[$0]?[related.range] } }
}
