import HearsayCore
import LanguageServerProtocol
import ProseText

extension AnalysedDraft {
  /// Figures, sources, cues, hedges and quotations of a whole draft.
  func tokens(for client: ClientProfile) -> LSP.SemanticTokens {
    LSP.SemanticTokens(resultId: resultID, data: tokens(in: 0..<analysis.text.count, client))
  }

  /// The same for a part of it.
  func tokens(_ params: LSP.SemanticTokensRangeParams, for client: ClientProfile) -> LSP.SemanticTokens {
    LSP.SemanticTokens(
      data: tokens(in: analysis.text.byteRange(of: params.range, in: client.positionEncoding), client))
  }

  /// Five numbers a token, its place after the one before (LSP 3.17, Semantic Tokens).
  private func tokens(in shown: Range<Int>, _ client: ClientProfile) -> [Int] {
    let runs = analysis.semanticRuns(in: shown)
    let ranges = ranges(runs.map(\.range), for: client)
    var data: [Int] = []
    data.reserveCapacity(runs.count * 5)
    var last = LSP.Position(line: 0, character: 0)
    for (run, range) in zip(runs, ranges) {
      let start = range.start
      let isSameLine = start.line == last.line
      data += [
        start.line - last.line, isSameLine ? start.character - last.character : start.character,
        range.end.character - start.character, Int(run.kind.rawValue) - 1, 0,
      ]
      last = start
    }
    return data
  }
}
