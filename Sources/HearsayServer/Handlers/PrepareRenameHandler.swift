import HearsayCore
import LanguageServerProtocol

extension AnalysedDraft {
  /// What would be renamed at a place: a key of the ledger, or the name of a party.
  func renamed(_ params: LSP.PrepareRenameParams, for client: ClientProfile) -> LSP.Range? {
    renamed(at: params.position, for: client).map { ranges([$0.range], for: client)[0] }
  }

  /// - Returns: nil where nothing that can be renamed stands at the place.
  func renamed(
    at position: LSP.Position, for client: ClientProfile
  ) -> (subject: DraftSubject, range: Range<Int>)? {
    guard let (subject, range) = subject(at: position, for: client) else { return nil }
    switch subject {
    case .key(let index) where analysis.keys[index].entry != nil && ledger != nil: return (subject, range)
    case .source(let index):
      switch analysis.sources[index].kind {
      case .person, .organisation, .publication, .document: return (subject, range)
      case .anonymous, .vague, .writer, .missing: return nil
      }
    case .key, .figure: return nil
    }
  }
}
