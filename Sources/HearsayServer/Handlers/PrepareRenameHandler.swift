import HearsayCore
import LanguageServerProtocol
import ProseText

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
      case .person, .organisation, .publication, .document: return (subject, withoutArticle(range))
      case .anonymous, .vague, .writer, .missing: return nil
      }
    case .key, .figure: return nil
    }
  }

  /// A mention's name without "the": whoever writes another name means the name alone.
  func withoutArticle(_ range: Range<Int>) -> Range<Int> {
    let words = analysis.text.string(range)
    let article = words.prefix { $0.isLetter }
    let space = words.dropFirst(article.count).prefix { $0.isWhitespace }
    guard article.lowercased() == "the", !space.isEmpty else { return range }
    return range.lowerBound + article.utf8.count + space.utf8.count..<range.upperBound
  }
}
