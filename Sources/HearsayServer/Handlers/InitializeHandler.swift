import HearsayCore
import LanguageServerProtocol
import ProseText

extension Session {
  /// Agrees with the client on what each of them can do.
  mutating func initialize(_ id: RequestID, _ params: LSP.InitializeParams) {
    client = ClientProfile(params.capabilities, forcedEncoding: forcedEncoding)
    trace = params.trace ?? .off
    stage = .serving
    answer(id, .success(.initialize(client.initializeResult)))
  }
}

extension ClientProfile {
  fileprivate var initializeResult: LSP.InitializeResult {
    LSP.InitializeResult(
      capabilities: LSP.ServerCapabilities(
        positionEncoding: LSP.PositionEncodingKind(rawValue: positionEncoding.rawValue),
        textDocumentSync: LSP.TextDocumentSyncOptions(openClose: true, change: .incremental, save: LSP.SaveOptions()),
        hoverProvider: true,
        completionProvider: offer(
          .completion, LSP.CompletionOptions(triggerCharacters: ["@", ":", "{", ",", "`"])),
        definitionProvider: offer(.definition, true),
        referencesProvider: offer(.references, true),
        documentHighlightProvider: offer(.highlights, true),
        codeActionProvider: LSP.CodeActionOptions(codeActionKinds: [.quickFix]),
        documentLinkProvider: offer(.links, LSP.DocumentLinkOptions()),
        renameProvider: offer(.renames, LSP.RenameOptions(prepareProvider: preparesRenames ? true : nil)),
        diagnosticProvider: pullsDiagnostics
          ? LSP.DiagnosticOptions(identifier: Version.name, interFileDependencies: false, workspaceDiagnostics: false)
          : nil),
      serverInfo: LSP.InitializeResult.ServerInfo(name: Version.name, version: Version.number))
  }

  /// Something for clients that ask for it.
  private func offer<Options>(_ feature: Feature, _ options: Options) -> Options? {
    requests.contains(feature) ? options : nil
  }
}
