/// What is spoken of the Language Server Protocol: the one place to change before `cut-protocol` and `generate`.
package enum SpokenProtocol {
  static let origin =
    "https://github.com/microsoft/language-server-protocol, _specifications/lsp/3.17/metaModel/metaModel.json"
  static let licence = "Copyright Microsoft Corporation; CC BY 4.0 (specification), MIT (code)"

  /// The requests and notifications that are cut out of the official model.
  package static let methods = [
    "initialize", "initialized", "shutdown", "exit", "$/cancelRequest", "$/setTrace", "$/logTrace",
    "textDocument/didOpen", "textDocument/didChange", "textDocument/didClose", "textDocument/didSave",
    "textDocument/publishDiagnostics", "textDocument/diagnostic", "workspace/diagnostic/refresh",
    "textDocument/hover", "textDocument/codeAction",
    "window/showMessage", "window/logMessage",
    "workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles", "workspace/configuration",
    "client/registerCapability", "client/unregisterCapability",
  ]

  /// Types of the cut that no method refers to.
  static let typesWithoutMethod = ["ErrorCodes", "LSPErrorCodes"]

  /// The properties that are read or written, for the structures where it is not all of them.
  static let properties: [String: [String]] = [
    "InitializeParams": [
      "processId", "clientInfo", "locale", "rootUri", "workspaceFolders", "capabilities", "initializationOptions",
      "trace",
    ],
    "ClientCapabilities": ["general", "workspace", "textDocument"],
    "GeneralClientCapabilities": ["positionEncodings"],
    "WorkspaceClientCapabilities": [
      "workspaceEdit", "didChangeConfiguration", "didChangeWatchedFiles", "workspaceFolders", "configuration",
      "diagnostics",
    ],
    "WorkspaceEditClientCapabilities": ["documentChanges"],
    "TextDocumentClientCapabilities": ["publishDiagnostics", "diagnostic", "hover", "codeAction"],
    "HoverClientCapabilities": ["contentFormat"],
    "CodeActionClientCapabilities": ["codeActionLiteralSupport", "isPreferredSupport", "disabledSupport"],
    "ServerCapabilities": [
      "positionEncoding", "textDocumentSync", "hoverProvider", "codeActionProvider", "diagnosticProvider", "workspace",
      "experimental",
    ],
    "ServerCapabilities.Workspace": ["workspaceFolders"],
    "TextDocumentSyncOptions": ["openClose", "change", "save"],
    "CodeActionOptions": ["codeActionKinds", "resolveProvider"],
    "DiagnosticOptions": ["identifier", "interFileDependencies", "workspaceDiagnostics"],
    "DocumentDiagnosticParams": ["textDocument", "identifier", "previousResultId"],
    "RelatedFullDocumentDiagnosticReport": ["kind", "resultId", "items"],
    "RelatedUnchangedDocumentDiagnosticReport": ["kind", "resultId"],
    "TextDocumentContentChangeEvent": ["range", "text"],
    "HoverParams": ["textDocument", "position"],
    "CodeActionParams": ["textDocument", "range", "context"],
    "CodeAction": ["title", "kind", "diagnostics", "isPreferred", "disabled", "edit", "data"],
    "WorkspaceEdit": ["changes", "documentChanges"],
  ]

  /// Which of several types is spoken, by `Structure.property` or, for a result, by method.
  static let choices: [String: String] = [
    "ServerCapabilities.textDocumentSync": "TextDocumentSyncOptions",
    "ServerCapabilities.hoverProvider": "boolean",
    "ServerCapabilities.codeActionProvider": "CodeActionOptions",
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
        "TextDocumentClientCapabilities", "PublishDiagnosticsClientCapabilities", "DiagnosticClientCapabilities",
        "HoverClientCapabilities", "CodeActionClientCapabilities",
      ]
    ),
    (
      "ServerCapabilities",
      [
        "ServerCapabilities", "TextDocumentSyncOptions", "TextDocumentSyncKind", "SaveOptions", "CodeActionOptions",
        "DiagnosticOptions", "WorkspaceFoldersServerCapabilities",
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
      ]
    ),
    ("Hover", ["HoverParams", "Hover", "MarkupContent", "MarkupKind"]),
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
        "ConfigurationParams", "ConfigurationItem", "RegistrationParams", "Registration", "UnregistrationParams",
        "Unregistration",
      ]
    ),
    ("Window", ["ShowMessageParams", "LogMessageParams", "MessageType"]),
  ]
}
