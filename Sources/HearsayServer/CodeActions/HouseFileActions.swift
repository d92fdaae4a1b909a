import HearsayCore
import LanguageServerProtocol
import ProseText

extension HouseFile {
  /// The quick fixes for what is wrong at a place of a settings file, or for the diagnostics that the client names.
  ///
  /// - Parameters:
  ///   - text: the file as it is open.
  ///   - version: the client's number for that.
  func actions(
    _ params: LSP.CodeActionParams, _ text: SourceText, version: Int?, for client: ClientProfile
  ) -> [LSP.CodeAction] {
    guard params.context.asks(for: .quickFix), fixes.count == diagnostics.count else { return [] }
    let asked = text.byteRange(of: params.range, in: client.positionEncoding)
    let named = params.context.diagnostics.filter { $0.source == DiagnosticRenderer.source }
    return diagnostics.indices.flatMap { index -> [LSP.CodeAction] in
      let marked = text.byteRange(of: diagnostics[index].range, in: client.positionEncoding)
      let isTouched = marked.lowerBound <= asked.upperBound && asked.lowerBound <= marked.upperBound
      let isNamed = named.isEmpty || named.contains { $0.range == diagnostics[index].range }
      guard isTouched, isNamed else { return [] }
      return fixes[index].map { action($0, for: index, text, version, client) }
    }
  }

  private func action(
    _ fix: Fix, for index: Int, _ text: SourceText, _ version: Int?, _ client: ClientProfile
  ) -> LSP.CodeAction {
    let offsets = fix.edits.flatMap { [$0.range.lowerBound, $0.range.upperBound] }
    let positions = PositionTable(offsets, in: text, client.positionEncoding)
    let edits = fix.edits.map { LSP.TextEdit(range: positions[$0.range], newText: $0.newText) }
    return LSP.CodeAction(
      title: fix.title, kind: .quickFix, diagnostics: [diagnostics[index]],
      isPreferred: client.marksPreferredActions && fix.isPreferred ? true : nil,
      edit: WorkspaceEdits(client: client).edit([.init(uri: uri, version: version, edits: edits)]))
  }
}
