import HearsayCore
import LanguageServerProtocol

extension AnalysedDraft {
  /// Above the draft how many claims it makes, how many of them nobody answers for, and its longest chain.
  func lenses() -> [LSP.CodeLens] {
    let claims = analysis.claims.map { analysis.figures[$0] }
    let hands = analysis.attributions.compactMap(\.hand).max() ?? 0
    guard !claims.isEmpty || hands > 1 else { return [] }
    let unsupported = claims.count { $0.support.status == .none }
    var told: [String] = []
    if !claims.isEmpty { told.append(claims.count == 1 ? "1 claim" : "\(claims.count) claims") }
    if !claims.isEmpty, unsupported == 0 { told.append("all with a source") }
    var leading: [(title: String, command: ServerCommand)] = []
    if unsupported > 0 { leading.append(("\(unsupported) without a source", .showUnsupported)) }
    if hands > 1 { leading.append(("deepest chain: \(hands) hands", .showDeepestChain)) }
    return (told.isEmpty ? [] : [lens(telling: told)]) + leading.map { lens($0.command.titled($0.title, of: uri)) }
  }

  /// A lens that only tells: there is nothing to run.
  private func lens(telling words: [String]) -> LSP.CodeLens {
    lens(LSP.Command(title: words.joined(separator: ", "), command: ""))
  }

  private func lens(_ command: LSP.Command) -> LSP.CodeLens {
    let start = LSP.Position(line: 0, character: 0)
    return LSP.CodeLens(range: LSP.Range(start: start, end: start), command: command)
  }
}
