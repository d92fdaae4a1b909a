import HearsayCore
import LanguageServerProtocol
import ProseText

extension Session {
  /// Agrees with the client on what each of them can do.
  mutating func initialize(_ id: RequestID, _ params: LSP.InitializeParams) {
    client = ClientProfile(params.capabilities, forcedEncoding: forcedEncoding)
    client.take(params.initializationOptions)
    client.settings = EditorSettings(atStart: params.initializationOptions)
    note(client.logLine(params.clientInfo))
    trace = params.trace ?? .off
    folders = params.workspaceFolders?.map(\.uri) ?? params.rootUri.map { [$0] } ?? []
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
        codeActionProvider: LSP.CodeActionOptions(
          codeActionKinds: [.quickFix, .refactor, .fixAll], resolveProvider: resolvesEdits ? true : nil),
        documentLinkProvider: offer(.links, LSP.DocumentLinkOptions()),
        renameProvider: offer(.renames, LSP.RenameOptions(prepareProvider: preparesRenames ? true : nil)),
        documentSymbolProvider: offer(.symbols, true),
        workspaceSymbolProvider: offer(.workspaceSymbols, true),
        selectionRangeProvider: offer(.selections, true),
        callHierarchyProvider: offer(.chains, true),
        codeLensProvider: offer(.lenses, LSP.CodeLensOptions()),
        inlayHintProvider: offer(.hints, true),
        semanticTokensProvider: offer(
          .tokens,
          LSP.SemanticTokensOptions(
            legend: LSP.SemanticTokensLegend(tokenTypes: SemanticKind.legend, tokenModifiers: []), range: true,
            full: LSP.SemanticTokensOptions.Full(delta: true))),
        diagnosticProvider: pullsDiagnostics
          ? LSP.DiagnosticOptions(
            identifier: Version.name, interFileDependencies: true, workspaceDiagnostics: true, workDoneProgress: true)
          : nil,
        // There are clients that run commands without saying so.
        executeCommandProvider: LSP.ExecuteCommandOptions(commands: ServerCommand.names),
        workspace: LSP.ServerCapabilities.Workspace(
          workspaceFolders: LSP.WorkspaceFoldersServerCapabilities(supported: true, changeNotifications: true))),
      serverInfo: LSP.InitializeResult.ServerInfo(name: Version.name, version: Version.number))
  }

  /// Something for clients that ask for it.
  private func offer<Options>(_ feature: Feature, _ options: Options) -> Options? {
    requests.contains(feature) ? options : nil
  }
}
