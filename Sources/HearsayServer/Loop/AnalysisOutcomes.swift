import HearsayCore
import LanguageServerProtocol

extension Session {
  /// Takes what an analysis found, unless the text has changed since.
  mutating func finish(_ outcome: AnalysisOutcome) {
    endProgress(of: outcome)
    let earlier = documents[outcome.uri]?.latest
    guard var draft = documents[outcome.uri]?.finish(outcome) else { return changed.append(outcome.uri) }
    left = earlier
    let before = workspaces.digest(of: draft.contribution.id)
    let touched = workspaces.update(draft.contribution)
    unopened.touch(touched, by: draft.contribution.id, whichWas: before)
    if let joined = joined(draft) {
      documents[outcome.uri]?.take(joined)
      draft = joined
    }
    if let publication = draft.publication { send(publication) }
    _ = stale.remove(draft.uri)
    outdate(touched, by: .edit)
    answerWaiting(from: draft)
    logTrace("analysed \(draft.uri)", verbose: "version \(draft.version ?? 0), \(draft.diagnostics.count) findings")
    guard draft.isOtherLanguage, documents[draft.uri]?.isOtherLanguageSaid == false else { return }
    documents[draft.uri]?.isOtherLanguageSaid = true
    log(.info, "Most of this document is not English and was left alone: \(draft.uri)")
  }
}
