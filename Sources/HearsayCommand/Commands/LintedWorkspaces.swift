import HearsayCore
import ProseText
import Workspace

/// The drafts of a run that were read, by the workspace that each belongs to.
///
/// Drafts of one run are a workspace where one ledger answers for them; without a ledger, where one settings file holds for them. A draft
/// that says nothing that another could say too leaves nothing behind here.
struct LintedWorkspaces: Sendable {
  /// The bytes of texts that are kept though they could be read again, where no draft of the run is larger.
  private static let leastBytes = 1 << 20

  private var indices: [String: DraftIndex] = [:]
  /// By path, in the order of the text.
  private var places: [String: [Place]] = [:]
  private var keptBytes = 0
  /// The longest draft so far: so much room was needed at one time anyway.
  private var longest = 0

  /// Takes a draft in; answers what is to be kept of it.
  mutating func take(_ draft: ReadDraft, of input: DraftInput) -> ReadDraft {
    var draft = draft
    if let contribution = draft.takeContribution() {
      indices[input.workspace, default: DraftIndex()].update(input.path, contribution.digest)
      places[input.path] = contribution.places
    }
    longest = max(longest, draft.size)
    if !draft.hasFindings || keptBytes + draft.size > max(longest, Self.leastBytes) {
      draft.releaseText()
    } else {
      keptBytes += draft.size
    }
    return draft
  }

  /// All findings of a draft, those that other drafts give rise to among them.
  func findings(of draft: ReadDraft, _ input: DraftInput) -> [Finding] {
    guard draft.findings.asksWorkspace else { return draft.findings.all(with: []) }
    return draft.findings.all(with: indices[input.workspace]?.findings(in: input.path) ?? [])
  }

  /// What would be found in a draft with this analysis, while the others are as they are.
  func findings(of analysis: Analysis, insteadOf draft: ReadDraft, _ input: DraftInput) -> [Finding] {
    guard draft.findings.asksWorkspace else { return analysis.openFindings.all(with: []) }
    var index = indices[input.workspace] ?? DraftIndex()
    index.update(input.path, analysis.digest())
    return analysis.openFindings.all(with: index.findings(in: input.path))
  }

  /// Where on its lines a place of another draft stands.
  func place(of related: Related) -> Place? {
    related.draft.flatMap { places[$0] }?.first { $0.range == related.range }
  }
}
