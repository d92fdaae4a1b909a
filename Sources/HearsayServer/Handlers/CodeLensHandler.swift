import HearsayCore
import LanguageServerProtocol

extension AnalysedDraft {
  /// Above the draft how many claims it makes, how many of them nobody answers for, and its longest chain.
  ///
  /// For clients that switched it on, also above each claim who answers for it.
  func lenses(for client: ClientProfile) -> [LSP.CodeLens] {
    summary() + (client.wantsClaimLenses ? claimLenses(for: client) : [])
  }

  private func claimLenses(for client: ClientProfile) -> [LSP.CodeLens] {
    let claims = analysis.claims.map { analysis.figures[$0] }
    let places = ranges(claims.map { analysis.phrase(of: $0) }, for: client)
    return zip(claims, places).map { claim, range in
      let by = claim.support.by.map { " (\(shownOnOneLine($0, limit: 60)))" } ?? ""
      let title = "\(analysis.label(analysis.phrase(of: claim))): \(claim.support.status.words)\(by)"
      return LSP.CodeLens(range: range, command: LSP.Command(title: title, command: ""))
    }
  }

  private func summary() -> [LSP.CodeLens] {
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
