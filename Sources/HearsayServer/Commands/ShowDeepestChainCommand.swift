import HearsayCore
import LanguageServerProtocol

extension AnalysedDraft {
  /// Leads to the attribution with the most hands between the draft and its origin, and names them.
  func showDeepestChain(for client: ClientProfile) -> Reply {
    let chains = analysis.attributions.filter { ($0.hand ?? 0) > 1 && !$0.source.isEmpty }
    // Of several the first in the text.
    let deepest = chains.reduce(nil as Attribution?) { best, next in
      (next.hand ?? 0) > (best?.hand ?? 0) ? next : best
    }
    guard let deepest, let place = deepest.source.first else {
      return .asking([], notes: ["No source of this draft passes on what another one said."], .executeCommand(nil))
    }
    let drawing = ChainDrawing(analysis: analysis, markup: .plainText).line(deepest)
    return show(place, note: drawing, for: client)
  }
}
