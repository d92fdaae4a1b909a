import LanguageServerProtocol

/// The tokens that a client was sent last for a document.
struct SentTokens: Sendable {
  let id: String
  let data: [Int]

  /// What turns them into others: nothing, or one run of numbers replaced by another.
  func edits(to data: [Int]) -> [LSP.SemanticTokensEdit] {
    var start = 0
    let shorter = min(self.data.count, data.count)
    while start < shorter, self.data[start] == data[start] { start += 1 }
    var (oldEnd, newEnd) = (self.data.count, data.count)
    while oldEnd > start, newEnd > start, self.data[oldEnd - 1] == data[newEnd - 1] {
      oldEnd -= 1
      newEnd -= 1
    }
    guard oldEnd > start || newEnd > start else { return [] }
    return [
      LSP.SemanticTokensEdit(start: start, deleteCount: oldEnd - start, data: Array(data[start..<newEnd]))
    ]
  }
}

extension Session {
  /// Answers with all tokens, or with what has changed since those that the client names.
  mutating func answer(_ id: RequestID, _ tokens: LSP.SemanticTokens, of uri: String, after previous: String?) {
    let sent = sentTokens[uri]
    if let name = tokens.resultId { sentTokens[uri] = SentTokens(id: name, data: tokens.data) }
    guard let previous else { return answer(id, .success(.semanticTokensFull(tokens))) }
    guard let sent, sent.id == previous else {
      return answer(id, .success(.semanticTokensFullDelta(.semanticTokens(tokens))))
    }
    let delta = LSP.SemanticTokensDelta(resultId: tokens.resultId, edits: sent.edits(to: tokens.data))
    answer(id, .success(.semanticTokensFullDelta(.semanticTokensDelta(delta))))
  }
}
