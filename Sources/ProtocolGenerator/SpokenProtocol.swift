/// What is spoken of the Language Server Protocol: the one place to change before `cut-protocol` and `generate`.
package enum SpokenProtocol {
  static let origin =
    "https://github.com/microsoft/language-server-protocol, _specifications/lsp/3.17/metaModel/metaModel.json"
  static let licence = "Copyright Microsoft Corporation; CC BY 4.0 (specification), MIT (code)"

  /// The requests and notifications that are cut out of the official model.
  package static let methods = [
    "initialize", "initialized", "shutdown", "exit", "$/cancelRequest", "$/setTrace", "$/logTrace",
    "textDocument/didOpen", "textDocument/didChange", "textDocument/didClose", "textDocument/didSave",
    "textDocument/publishDiagnostics", "textDocument/diagnostic", "workspace/diagnostic",
    "workspace/diagnostic/refresh", "workspace/codeLens/refresh", "workspace/inlayHint/refresh",
    "workspace/semanticTokens/refresh",
    "textDocument/hover", "textDocument/codeAction", "textDocument/definition", "textDocument/references",
    "textDocument/documentHighlight", "textDocument/documentLink", "textDocument/completion",
    "textDocument/prepareRename", "textDocument/rename", "textDocument/documentSymbol", "workspace/symbol",
    "textDocument/selectionRange", "textDocument/prepareCallHierarchy", "callHierarchy/incomingCalls",
    "callHierarchy/outgoingCalls",
    "textDocument/codeLens", "textDocument/inlayHint", "textDocument/semanticTokens/full",
    "textDocument/semanticTokens/range",
    "window/showMessage", "window/logMessage", "window/showDocument",
    "window/workDoneProgress/create", "$/progress", "codeAction/resolve", "textDocument/semanticTokens/full/delta",
    "workspace/didChangeWorkspaceFolders",
    "workspace/executeCommand", "workspace/applyEdit",
    "workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles", "workspace/configuration",
    "client/registerCapability", "client/unregisterCapability",
  ]

  /// The methods that are called otherwise in Swift than by what stands behind their first slash, which another has already.
  static let caseNames = ["workspace/diagnostic": "workspaceDiagnostic"]

  /// Types of the cut that no method refers to.
  static let typesWithoutMethod = ["ErrorCodes", "LSPErrorCodes"]

  /// The properties that are read or written, for the structures where it is not all of them.
  static let properties: [String: [String]] = [
    "InitializeParams": [
      "processId", "clientInfo", "locale", "rootUri", "workspaceFolders", "capabilities", "initializationOptions",
      "trace",
    ],
    "ClientCapabilities": ["general", "workspace", "textDocument", "window"],
    "GeneralClientCapabilities": ["positionEncodings"],
    "WorkspaceClientCapabilities": [
      "applyEdit", "symbol", "workspaceEdit", "didChangeConfiguration", "didChangeWatchedFiles", "workspaceFolders",
      "configuration", "diagnostics", "codeLens", "inlayHint", "semanticTokens",
    ],
    "WindowClientCapabilities": ["showDocument", "workDoneProgress"],
    "ExecuteCommandParams": ["command", "arguments"],
    "ExecuteCommandOptions": ["commands"],
    "WorkspaceEditClientCapabilities": ["documentChanges"],
    "TextDocumentClientCapabilities": [
      "publishDiagnostics", "diagnostic", "hover", "codeAction", "completion", "definition", "references",
      "documentHighlight", "documentLink", "rename", "documentSymbol", "selectionRange", "callHierarchy", "codeLens",
      "inlayHint", "semanticTokens",
    ],
    "DocumentSymbolClientCapabilities": ["hierarchicalDocumentSymbolSupport"],
    "SelectionRangeClientCapabilities": ["dynamicRegistration"],
    "CallHierarchyClientCapabilities": ["dynamicRegistration"],
    "CodeLensClientCapabilities": ["dynamicRegistration"],
    "InlayHintClientCapabilities": ["dynamicRegistration"],
    "SemanticTokensClientCapabilities": ["tokenTypes", "multilineTokenSupport"],
    "WorkspaceSymbolClientCapabilities": ["dynamicRegistration"],
    "DocumentSymbolParams": ["textDocument"],
    "DocumentSymbol": ["name", "detail", "kind", "range", "selectionRange", "children"],
    "WorkspaceSymbolParams": ["query"],
    "WorkspaceSymbol": ["name", "kind", "containerName", "location"],
    "SelectionRangeParams": ["textDocument", "positions"],
    "CallHierarchyPrepareParams": ["textDocument", "position"],
    "CallHierarchyItem": ["name", "kind", "detail", "uri", "range", "selectionRange", "data"],
    "CallHierarchyIncomingCallsParams": ["item"],
    "CallHierarchyOutgoingCallsParams": ["item"],
    "CodeLensParams": ["textDocument"],
    "CodeLens": ["range", "command"],
    "CodeLensOptions": ["resolveProvider"],
    "InlayHintParams": ["textDocument", "range"],
    "InlayHint": ["position", "label", "tooltip", "paddingLeft", "paddingRight"],
    "SemanticTokensParams": ["textDocument"],
    "SemanticTokensRangeParams": ["textDocument", "range"],
    "SemanticTokensDeltaParams": ["textDocument", "previousResultId"],
    "SemanticTokensOptions": ["legend", "range", "full"],
    "CompletionClientCapabilities": ["completionItem"],
    "CompletionClientCapabilities.CompletionItem": ["documentationFormat"],
    "DefinitionClientCapabilities": ["linkSupport"],
    "ReferenceClientCapabilities": ["dynamicRegistration"],
    "DocumentHighlightClientCapabilities": ["dynamicRegistration"],
    "DocumentLinkClientCapabilities": ["tooltipSupport"],
    "RenameClientCapabilities": ["prepareSupport"],
    "DefinitionParams": ["textDocument", "position"],
    "ReferenceParams": ["textDocument", "position", "context"],
    "DocumentHighlightParams": ["textDocument", "position"],
    "DocumentLinkParams": ["textDocument"],
    "DocumentLink": ["range", "target", "tooltip"],
    "DocumentLinkOptions": ["resolveProvider"],
    "CompletionParams": ["textDocument", "position"],
    "CompletionOptions": ["triggerCharacters", "resolveProvider"],
    "CompletionItem": ["label", "kind", "detail", "documentation", "sortText", "filterText", "textEdit"],
    "CompletionList": ["isIncomplete", "items"],
    "PrepareRenameParams": ["textDocument", "position"],
    "RenameParams": ["textDocument", "position", "newName"],
    "RenameOptions": ["prepareProvider"],
    "HoverClientCapabilities": ["contentFormat"],
    "CodeActionClientCapabilities": [
      "codeActionLiteralSupport", "isPreferredSupport", "disabledSupport", "dataSupport", "resolveSupport",
    ],
    "ServerCapabilities": [
      "positionEncoding", "textDocumentSync", "hoverProvider", "completionProvider", "definitionProvider",
      "referencesProvider", "documentHighlightProvider", "codeActionProvider", "documentLinkProvider", "renameProvider",
      "documentSymbolProvider", "workspaceSymbolProvider", "selectionRangeProvider", "callHierarchyProvider",
      "codeLensProvider", "inlayHintProvider", "semanticTokensProvider", "diagnosticProvider",
      "executeCommandProvider", "workspace", "experimental",
    ],
    "ServerCapabilities.Workspace": ["workspaceFolders"],
    "TextDocumentSyncOptions": ["openClose", "change", "save"],
    "CodeActionOptions": ["codeActionKinds", "resolveProvider"],
    "DiagnosticOptions": ["identifier", "interFileDependencies", "workspaceDiagnostics", "workDoneProgress"],
    "DocumentDiagnosticParams": ["textDocument", "identifier", "previousResultId"],
    "RelatedFullDocumentDiagnosticReport": ["kind", "resultId", "items", "relatedDocuments"],
    "RelatedUnchangedDocumentDiagnosticReport": ["kind", "resultId", "relatedDocuments"],
    "TextDocumentContentChangeEvent": ["range", "text"],
    "HoverParams": ["textDocument", "position"],
    "CodeActionParams": ["textDocument", "range", "context"],
    "CodeAction": ["title", "kind", "diagnostics", "isPreferred", "disabled", "edit", "data"],
    "WorkspaceEdit": ["changes", "documentChanges"],
  ]

  /// Which of several types is spoken, by `Structure.property` or, for a result, by method.
  ///
  /// `[Name]` chooses a list, `{}` a structure without a name, and `One | Other` both of two structures.
  static let choices: [String: String] = [
    "ServerCapabilities.textDocumentSync": "TextDocumentSyncOptions",
    "ServerCapabilities.hoverProvider": "boolean",
    "ServerCapabilities.codeActionProvider": "CodeActionOptions",
    "ServerCapabilities.definitionProvider": "boolean",
    "ServerCapabilities.referencesProvider": "boolean",
    "ServerCapabilities.documentHighlightProvider": "boolean",
    "ServerCapabilities.renameProvider": "RenameOptions",
    "ServerCapabilities.documentSymbolProvider": "boolean",
    "ServerCapabilities.workspaceSymbolProvider": "boolean",
    "ServerCapabilities.selectionRangeProvider": "boolean",
    "ServerCapabilities.callHierarchyProvider": "boolean",
    "ServerCapabilities.inlayHintProvider": "boolean",
    "ServerCapabilities.semanticTokensProvider": "SemanticTokensOptions",
    "SemanticTokensOptions.range": "boolean",
    "SemanticTokensOptions.full": "{}",
    "textDocument/semanticTokens/full/delta": "SemanticTokens | SemanticTokensDelta",
    "RelatedFullDocumentDiagnosticReport.relatedDocuments": "FullDocumentDiagnosticReport",
    "RelatedUnchangedDocumentDiagnosticReport.relatedDocuments": "FullDocumentDiagnosticReport",
    "WorkspaceSymbol.location": "Location",
    "InlayHint.label": "string",
    "InlayHint.tooltip": "MarkupContent",
    "textDocument/documentSymbol": "[DocumentSymbol]",
    "workspace/symbol": "[WorkspaceSymbol]",
    "CompletionItem.documentation": "MarkupContent",
    "CompletionItem.textEdit": "TextEdit",
    "textDocument/completion": "CompletionList",
    "textDocument/definition": "[Location]",
    "textDocument/prepareRename": "Range",
    "ServerCapabilities.diagnosticProvider": "DiagnosticOptions",
    "TextDocumentSyncOptions.save": "SaveOptions",
    "WorkspaceFoldersServerCapabilities.changeNotifications": "boolean",
    "Hover.contents": "MarkupContent",
    "WorkspaceEdit.documentChanges": "TextDocumentEdit",
    "TextDocumentEdit.edits": "TextEdit",
    "textDocument/codeAction": "CodeAction",
  ]

  /// The generated files and the types in each, in this order; structures without a name stand in their structure.
  static let files: [(name: String, types: [String])] = [
    ("Positions", ["Position", "Range", "Location"]),
    (
      "Initialization",
      ["InitializeParams", "WorkspaceFolder", "PositionEncodingKind", "InitializeResult", "InitializedParams"]
    ),
    (
      "ClientCapabilities",
      [
        "ClientCapabilities", "GeneralClientCapabilities", "WorkspaceClientCapabilities",
        "WorkspaceEditClientCapabilities", "DidChangeConfigurationClientCapabilities",
        "DidChangeWatchedFilesClientCapabilities", "DiagnosticWorkspaceClientCapabilities",
        "CodeLensWorkspaceClientCapabilities", "InlayHintWorkspaceClientCapabilities",
        "SemanticTokensWorkspaceClientCapabilities",
        "TextDocumentClientCapabilities", "PublishDiagnosticsClientCapabilities", "DiagnosticClientCapabilities",
        "HoverClientCapabilities", "CodeActionClientCapabilities", "CompletionClientCapabilities",
        "DefinitionClientCapabilities", "ReferenceClientCapabilities", "DocumentHighlightClientCapabilities",
        "DocumentLinkClientCapabilities", "RenameClientCapabilities", "DocumentSymbolClientCapabilities",
        "SelectionRangeClientCapabilities", "CallHierarchyClientCapabilities", "CodeLensClientCapabilities",
        "InlayHintClientCapabilities", "SemanticTokensClientCapabilities", "WorkspaceSymbolClientCapabilities",
        "WindowClientCapabilities", "ShowDocumentClientCapabilities",
      ]
    ),
    (
      "ServerCapabilities",
      [
        "ServerCapabilities", "TextDocumentSyncOptions", "TextDocumentSyncKind", "SaveOptions", "CodeActionOptions",
        "DiagnosticOptions", "WorkspaceFoldersServerCapabilities", "CompletionOptions", "DocumentLinkOptions",
        "RenameOptions", "CodeLensOptions", "SemanticTokensOptions", "SemanticTokensLegend",
        "ExecuteCommandOptions",
      ]
    ),
    ("Lifecycle", ["CancelParams", "SetTraceParams", "LogTraceParams", "TraceValues"]),
    (
      "TextDocuments",
      [
        "TextDocumentIdentifier", "VersionedTextDocumentIdentifier", "TextDocumentItem", "DidOpenTextDocumentParams",
        "DidChangeTextDocumentParams", "TextDocumentContentChangeEvent", "DidCloseTextDocumentParams",
        "DidSaveTextDocumentParams",
      ]
    ),
    (
      "Diagnostics",
      [
        "Diagnostic", "DiagnosticSeverity", "DiagnosticTag", "CodeDescription", "DiagnosticRelatedInformation",
        "PublishDiagnosticsParams", "DocumentDiagnosticParams", "DocumentDiagnosticReport",
        "RelatedFullDocumentDiagnosticReport", "RelatedUnchangedDocumentDiagnosticReport",
        "FullDocumentDiagnosticReport",
      ]
    ),
    (
      "WorkspaceDiagnostics",
      [
        "WorkspaceDiagnosticParams", "PreviousResultId", "WorkspaceDiagnosticReport",
        "WorkspaceDocumentDiagnosticReport", "WorkspaceFullDocumentDiagnosticReport",
        "WorkspaceUnchangedDocumentDiagnosticReport",
      ]
    ),
    ("Hover", ["HoverParams", "Hover", "MarkupContent", "MarkupKind"]),
    (
      "Navigation",
      [
        "DefinitionParams", "ReferenceParams", "ReferenceContext", "DocumentHighlightParams", "DocumentHighlight",
        "DocumentHighlightKind", "DocumentLinkParams", "DocumentLink",
      ]
    ),
    ("Completion", ["CompletionParams", "CompletionList", "CompletionItem", "CompletionItemKind"]),
    (
      "Symbols",
      [
        "DocumentSymbolParams", "DocumentSymbol", "SymbolKind", "WorkspaceSymbolParams", "WorkspaceSymbol",
        "SelectionRangeParams", "SelectionRange",
      ]
    ),
    (
      "CallHierarchy",
      [
        "CallHierarchyPrepareParams", "CallHierarchyItem", "CallHierarchyIncomingCallsParams",
        "CallHierarchyIncomingCall", "CallHierarchyOutgoingCallsParams", "CallHierarchyOutgoingCall",
      ]
    ),
    (
      "Annotations",
      [
        "CodeLensParams", "CodeLens", "Command", "InlayHintParams", "InlayHint", "SemanticTokensParams",
        "SemanticTokensRangeParams", "SemanticTokensDeltaParams", "SemanticTokens", "SemanticTokensDelta",
        "SemanticTokensEdit", "SemanticTokensFullDeltaResult",
      ]
    ),
    ("Renaming", ["PrepareRenameParams", "RenameParams"]),
    (
      "CodeActions", ["CodeActionParams", "CodeActionContext", "CodeActionTriggerKind", "CodeAction", "CodeActionKind"]
    ),
    (
      "WorkspaceEdits", ["WorkspaceEdit", "TextDocumentEdit", "OptionalVersionedTextDocumentIdentifier", "TextEdit"]
    ),
    (
      "Workspace",
      [
        "DidChangeConfigurationParams", "DidChangeWatchedFilesParams", "FileEvent", "FileChangeType",
        "DidChangeWorkspaceFoldersParams", "WorkspaceFoldersChangeEvent", "ConfigurationParams", "ConfigurationItem",
        "RegistrationParams", "Registration", "UnregistrationParams",
        "Unregistration",
      ]
    ),
    ("Commands", ["ExecuteCommandParams", "ApplyWorkspaceEditParams"]),
    ("Window", ["ShowMessageParams", "LogMessageParams", "MessageType", "ShowDocumentParams"]),
    ("Progress", ["WorkDoneProgressCreateParams", "ProgressParams"]),
  ]
}
