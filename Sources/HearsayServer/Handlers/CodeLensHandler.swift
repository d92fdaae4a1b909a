import HearsayCore
import LanguageServerProtocol

extension AnalysedDraft {
  /// One line above the draft: how many claims it makes, how many of them nobody answers for, and its longest chain.
  func lenses() -> [LSP.CodeLens] {
    let claims = analysis.claims.map { analysis.figures[$0] }
    let hands = analysis.attributions.compactMap(\.hand).max() ?? 0
    guard !claims.isEmpty || hands > 1 else { return [] }
    let unsupported = claims.count { $0.support.status == .none }
    var words = [claims.count == 1 ? "1 claim" : "\(claims.count) claims"]
    words.append(unsupported == 0 ? "all with a source" : "\(unsupported) without a source")
    if hands > 1 { words.append("deepest chain: \(hands) hands") }
    let start = LSP.Position(line: 0, character: 0)
    // It only tells: there is nothing to run.
    let command = LSP.Command(title: words.joined(separator: ", "), command: "")
    return [LSP.CodeLens(range: LSP.Range(start: start, end: start), command: command)]
  }
}
