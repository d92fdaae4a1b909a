import HearsayCore
import LanguageServerProtocol
import ProseText

extension AnalysedDraft {
  /// Gives a key another name in the ledger and in all its drafts, or a party in this draft.
  func rename(_ params: LSP.RenameParams, for client: ClientProfile) -> Reply {
    guard let (subject, range) = renamed(at: params.position, for: client) else {
      return .answer(.failure(ResponseError(.requestFailed, "nothing that has a name stands here")))
    }
    if case .key(let index) = subject, let ledger {
      return .search(
        KeySearch(
          key: analysis.keys[index].id, ledger: ledger.found, ledgerURI: ledger.uri,
          purpose: .rename(to: params.newName)))
    }
    guard !params.newName.allSatisfy(\.isWhitespace), !params.newName.contains(where: \.isNewline) else {
      return .answer(.failure(ResponseError(.requestFailed, "a name is needed, on one line")))
    }
    let edits = ranges(places(like: range, of: subject), for: client).map {
      LSP.TextEdit(range: $0, newText: params.newName)
    }
    let document = WorkspaceEdits.Document(uri: uri, version: version, edits: edits)
    return .result(.rename(WorkspaceEdits(client: client).edit([document])))
  }

  /// The places that name a party by the same words; "she" and "the report" stay as they are.
  private func places(like range: Range<Int>, of subject: DraftSubject) -> [Range<Int>] {
    let words = analysis.text.string(range)
    return places(of: subject).map(withoutArticle).filter { analysis.text.string($0) == words }
  }
}
