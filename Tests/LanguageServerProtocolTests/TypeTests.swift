import JSON
import LanguageServerProtocol
import TestSupport
import Testing

struct TypeTests {
  private func request(_ method: String, _ params: JSONValue?) throws -> LSP.ClientRequest? {
    try LSP.ClientRequest(method: method, params: params)
  }

  private func check(
    _ method: String, _ params: JSONValue?, fails description: String, at location: SourceLocation = #_sourceLocation
  ) {
    let error = #expect(throws: InvalidValue.self, sourceLocation: location) {
      if LSP.ClientNotification.methods.contains(method) {
        _ = try LSP.ClientNotification(method: method, params: params)
      } else {
        _ = try LSP.ClientRequest(method: method, params: params)
      }
    }
    #expect(error?.description == description, sourceLocation: location)
  }

  @Test func initialize() throws {
    let params: JSONValue = [
      "processId": .null, "rootUri": .null, "clientInfo": ["name": "An editor"], "trace": "loud", "locale": 5,
      "initializationOptions": "", "workDoneToken": 1,
      "workspaceFolders": [["uri": "file:///drafts", "name": "drafts"]],
      "capabilities": [
        "general": ["positionEncodings": ["utf-8", "utf-7"], "markdown": [:]],
        "workspace": .null,
        "textDocument": [
          "hover": ["contentFormat": ["markdown", "html", "plaintext"]], "publishDiagnostics": "yes",
          "codeAction": ["codeActionLiteralSupport": ["codeActionKind": ["valueSet": ["quickfix", "own.kind"]]]],
          "diagnostic": ["dynamicRegistration": 1],
        ],
      ],
    ]
    guard case .initialize(let read) = try request("initialize", params) else {
      Issue.record("not initialize")
      return
    }
    #expect(read.processId == nil)
    #expect(read.rootUri == nil)
    #expect(read.clientInfo?.name == "An editor")
    #expect(read.clientInfo?.version == nil)
    #expect(read.trace == nil)
    #expect(read.locale == nil)
    #expect(read.initializationOptions == "")
    #expect(read.workspaceFolders?.map(\.uri) == ["file:///drafts"])
    #expect(read.capabilities.general?.positionEncodings?.map(\.rawValue) == ["utf-8", "utf-7"])
    #expect(read.capabilities.general?.positionEncodings?.first == .utf8)
    #expect(read.capabilities.workspace == nil)
    #expect(read.capabilities.textDocument?.hover?.contentFormat == [.markdown, .plainText])
    #expect(read.capabilities.textDocument?.publishDiagnostics == nil)
    #expect(read.capabilities.textDocument?.diagnostic != nil)
    #expect(read.capabilities.textDocument?.diagnostic?.dynamicRegistration == nil)
    let kinds = read.capabilities.textDocument?.codeAction?.codeActionLiteralSupport?.codeActionKind.valueSet
    #expect(kinds?.first == .quickFix)
    #expect(kinds?.count == 2)
  }

  @Test func unknownMethodsAreNil() throws {
    #expect(try request("textDocument/foldingRange", nil) == nil)
    #expect(try request("textDocument/didOpen", nil) == nil)
    #expect(try LSP.ClientNotification(method: "shutdown", params: [:]) == nil)
    #expect(try request("shutdown", [:]) == .shutdown)
    #expect(try LSP.ClientNotification(method: "exit", params: nil) == .exit)
    #expect(try LSP.ClientNotification(method: "initialized", params: nil) != nil)
  }

  @Test func faultsAreNamedByTheirPlace() {
    check("initialize", nil, fails: "params.capabilities is missing")
    check("initialize", [], fails: "params must be an object, not an array")
    check("textDocument/hover", ["textDocument": [:]], fails: "params.textDocument.uri is missing")
    check(
      "textDocument/hover", ["textDocument": ["uri": 5]],
      fails: "params.textDocument.uri must be a string, not a number")
    check(
      "textDocument/hover", ["textDocument": ["uri": "a:b"], "position": ["line": -1, "character": 0]],
      fails: "params.position.line must not be negative")
    check(
      "textDocument/hover", ["textDocument": ["uri": "a:b"], "position": ["line": 0.5, "character": 0]],
      fails: "params.position.line must be a whole number")
    check("$/cancelRequest", ["id": true], fails: "params.id must be an integer or a string, not a Boolean")
    check(
      "textDocument/didChange",
      ["textDocument": ["uri": "a:b", "version": 1], "contentChanges": [["text": ""], ["text": "", "range": 1]]],
      fails: "params.contentChanges[1].range must be an object, not a number")
    check(
      "workspace/didChangeWatchedFiles", ["changes": [["uri": "a:b", "type": 9]]],
      fails: "params.changes[0].type is not one of the values that the protocol lists")
  }

  @Test func changesKeepTheirForm() throws {
    let params: JSONValue = [
      "textDocument": ["uri": "a:b", "version": 2],
      "contentChanges": [
        [
          "range": ["start": ["line": 0, "character": 1], "end": ["line": 0, "character": 4_294_967_295]], "text": "x",
        ],
        ["text": "whole", "range": .null],
      ],
    ]
    guard case .didChange(let read) = try LSP.ClientNotification(method: "textDocument/didChange", params: params)
    else {
      Issue.record("not didChange")
      return
    }
    let end = LSP.Position(line: 0, character: Int(Int32.max))
    #expect(read.contentChanges.map(\.range) == [.init(start: .init(line: 0, character: 1), end: end), nil])
    #expect(read.contentChanges.map(\.text) == ["x", "whole"])
  }

  @Test func anySettingsAreTaken() throws {
    for settings in ["", .null, 5, ["hearsay": [:]]] as [JSONValue] {
      let read = try LSP.ClientNotification(
        method: "workspace/didChangeConfiguration", params: ["settings": settings])
      guard case .didChangeConfiguration(let params) = read else {
        Issue.record("not didChangeConfiguration")
        continue
      }
      #expect(params.settings == settings)
    }
  }

  private let range = LSP.Range(start: .init(line: 1, character: 2), end: .init(line: 1, character: 5))

  @Test func diagnosticsGoOutAndComeBack() throws {
    let diagnostic = LSP.Diagnostic(
      range: range, severity: .warning, code: "HS101", codeDescription: .init(href: "https://example.org/HS101"),
      source: "hearsay", message: "“3” has no source", tags: [.unnecessary],
      relatedInformation: [.init(location: .init(uri: "file:///a.md", range: range), message: "here")],
      data: ["rule": "HS101"])
    let body = Message.body(.publishDiagnostics(.init(uri: "file:///a.md", version: 3, diagnostics: [diagnostic])))
    let spot = #"{"start":{"line":1,"character":2},"end":{"line":1,"character":5}}"#
    #expect(
      body.text
        == #"{"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"uri":"file:///a.md","version":3,"#
        + #""diagnostics":[{"range":\#(spot),"severity":2,"code":"HS101","#
        + #""codeDescription":{"href":"https://example.org/HS101"},"source":"hearsay","message":"“3” has no source","#
        + #""tags":[1],"relatedInformation":[{"location":{"uri":"file:///a.md","range":\#(spot)},"message":"here"}],"#
        + #""data":{"rule":"HS101"}}]}}"#)
    let sent = try #require(try JSONValue(parsing: body)["params"]?["diagnostics"]?[0])
    #expect(try LSP.Diagnostic(decoding: sent) == diagnostic)
  }

  @Test func resultsSayWhatIsAbsentAndWhatIsNull() {
    let action = LSP.CodeAction(
      title: "Name the source", kind: .quickFix, isPreferred: true,
      edit: .init(
        changes: ["file:///b": [], "file:///a": [.init(range: range, newText: "x")]],
        documentChanges: [.init(textDocument: .init(uri: "file:///a", version: nil), edits: [])]))
    let spot = #"{"start":{"line":1,"character":2},"end":{"line":1,"character":5}}"#
    #expect(
      Message.body(id: 1, result: .codeAction([action])).text
        == #"{"jsonrpc":"2.0","id":1,"result":[{"title":"Name the source","kind":"quickfix","isPreferred":true,"#
        + #""edit":{"changes":{"file:///a":[{"range":\#(spot),"newText":"x"}],"file:///b":[]},"#
        + #""documentChanges":[{"textDocument":{"uri":"file:///a","version":null},"edits":[]}]}}]}"#)
    #expect(
      Message.body(id: 1, result: .diagnostic(.relatedUnchanged(.init(resultId: "r")))).text
        == #"{"jsonrpc":"2.0","id":1,"result":{"kind":"unchanged","resultId":"r"}}"#)
    let initialized = LSP.InitializeResult(
      capabilities: .init(
        positionEncoding: .utf16, textDocumentSync: .init(openClose: true, change: .incremental, save: .init()),
        hoverProvider: true, codeActionProvider: .init(codeActionKinds: [.quickFix]),
        diagnosticProvider: .init(interFileDependencies: true, workspaceDiagnostics: false)),
      serverInfo: .init(name: "hearsay", version: "0.1.0"))
    #expect(
      Message.body(id: 1, result: .initialize(initialized)).text
        == #"{"jsonrpc":"2.0","id":1,"result":{"capabilities":{"positionEncoding":"utf-16","#
        + #""textDocumentSync":{"openClose":true,"change":2,"save":{}},"hoverProvider":true,"#
        + #""codeActionProvider":{"codeActionKinds":["quickfix"]},"#
        + #""diagnosticProvider":{"interFileDependencies":true,"workspaceDiagnostics":false}},"#
        + #""serverInfo":{"name":"hearsay","version":"0.1.0"}}}"#)
  }
}
