import HearsayCore
import JSON
import LanguageServerProtocol

extension AnalysedDraft {
  /// What is understood of the draft, as `hearsay analyze` prints it; null where it cannot be read back.
  func analysisReport(_ document: LSP.TextDocumentIdentifier) -> JSONValue {
    var writer = JSONWriter()
    writer.value(analysis, id: document.uri)
    return (try? JSONValue(parsing: writer.bytes)) ?? .null
  }
}
