import HearsayCore
import LanguageServerProtocol
import ProseText

extension AnalysedDraft {
  func codeActions(_ params: LSP.CodeActionParams, for client: ClientProfile) -> [LSP.CodeAction]? { nil }
}
