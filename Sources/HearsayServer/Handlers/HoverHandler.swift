import HearsayCore
import LanguageServerProtocol
import ProseText

extension AnalysedDraft {
  func hover(_ params: LSP.HoverParams, for client: ClientProfile) -> LSP.Hover? { nil }
}
