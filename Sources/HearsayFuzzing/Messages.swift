import JSON
import LanguageServerProtocol
import ProseText
import TestSupport

/// Messages of a client that knows the protocol and keeps no order.
struct Messages {
  /// In a folder that is not there: what is looked for below it depends on no machine.
  private static let uris = [
    "file:///nowhere/at/a.md", "file:///nowhere/at/b.txt", "file:///nowhere/at/c.tex", "untitled:1",
    "file:///nowhere/hearsay.sources.jsonc", "file:///nowhere/.hearsay.jsonc", "", "file:///nowhere/%00",
  ]
  private static let languages = DraftFormat.allCases.map(\.rawValue) + ["", "ipythongfm"]
  private static let capabilities: [JSONValue] = [
    [:], ["general": ["positionEncodings": ["utf-8"]]], ["general": ["positionEncodings": ["utf-32"]]],
    [
      "textDocument": [
        "diagnostic": ["relatedDocumentSupport": true], "inlayHint": [:], "semanticTokens": [:],
        "codeAction": ["dataSupport": true, "resolveSupport": ["properties": ["edit"]]],
        "publishDiagnostics": ["relatedInformation": true, "dataSupport": true],
        "hover": ["contentFormat": ["markdown"]],
      ],
      "workspace": [
        "configuration": true, "didChangeConfiguration": ["dynamicRegistration": true],
        "workspaceEdit": ["documentChanges": true], "applyEdit": true, "diagnostics": ["refreshSupport": true],
        "didChangeWatchedFiles": ["dynamicRegistration": true],
      ],
      "window": ["workDoneProgress": true, "showDocument": ["support": true]],
    ],
  ]

  /// The ids of the requests so far.
  private(set) var requests: [RequestID] = []
  /// The documents that were opened so far, whether they were closed since or not.
  private var opened: [String] = []
  private var version = 0

  static func notification(_ method: String, _ params: JSONValue) -> JSONValue {
    ["jsonrpc": "2.0", "method": .string(method), "params": params]
  }

  mutating func initialize(_ random: inout SeededGenerator) -> JSONValue {
    request(
      "initialize", ["capabilities": Material.pick(Self.capabilities, &random), "rootUri": .null, "trace": "verbose"],
      &random)
  }

  mutating func next(_ random: inout SeededGenerator) -> JSONValue {
    version += 1
    let choice = opened.isEmpty ? Int.random(in: 0..<6, using: &random) : Int.random(in: 0..<20, using: &random)
    let name = choice < 3 ? Material.pick(Self.uris, &random) : document(&random)
    let uri = JSONValue.string(name)
    switch choice {
    case 0..<3:
      opened.append(name)
      let item: JSONValue = [
        "uri": uri, "languageId": .string(Material.pick(Self.languages, &random)), "version": .integer(version),
        "text": whole(name, &random),
      ]
      return Self.notification("textDocument/didOpen", ["textDocument": item])
    case 3..<8:
      let changes = (0..<Int.random(in: 0...3, using: &random)).map { _ in change(name, &random) }
      return Self.notification(
        "textDocument/didChange",
        ["textDocument": ["uri": uri, "version": .integer(version)], "contentChanges": .array(changes)])
    case 8: return Self.notification("textDocument/didClose", ["textDocument": ["uri": uri]])
    case 9:
      let id = requests.randomElement(using: &random).map(Self.json) ?? 5
      return Self.notification("$/cancelRequest", ["id": id])
    case 10: return other(uri, &random)
    default: return question(uri, &random)
    }
  }

  /// Mostly one that was opened.
  private func document(_ random: inout SeededGenerator) -> String {
    guard Int.random(in: 0..<8, using: &random) > 0 else { return Material.pick(Self.uris, &random) }
    return opened.randomElement(using: &random) ?? Material.pick(Self.uris, &random)
  }

  private func other(_ uri: JSONValue, _ random: inout SeededGenerator) -> JSONValue {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: Self.notification("textDocument/didSave", ["textDocument": ["uri": uri]])
    case 1: Self.notification("$/setTrace", ["value": "off"])
    case 2: Self.notification("workspace/didChangeConfiguration", ["settings": ["hearsay": ["scope": "sentence"]]])
    case 3: Self.notification("workspace/didChangeWatchedFiles", ["changes": [["uri": uri, "type": 2]]])
    case 4:
      Self.notification(
        "workspace/didChangeWorkspaceFolders",
        [
          "event": [
            "added": [["uri": "file:///nowhere/at/all", "name": "a"]], "removed": [["uri": uri, "name": "b"]],
          ]
        ])
    default: Self.notification("unheard/of", [uri])
    }
  }

  private mutating func question(_ uri: JSONValue, _ random: inout SeededGenerator) -> JSONValue {
    let method = Material.pick(LSP.ClientRequest.methods.filter { $0 != "initialize" && $0 != "shutdown" }, &random)
    let range = range(&random)
    let item: JSONValue = [
      "name": "x", "kind": 1, "uri": uri, "range": range, "selectionRange": range, "data": ["figure": 0],
    ]
    let commands = ["hearsay.chain", "hearsay.fixAll", "hearsay.showUnsupported", "hearsay.showDeepestChain", "x"]
    let params: JSONValue = [
      "textDocument": ["uri": uri], "uri": uri, "position": position(&random), "positions": [position(&random)],
      "range": range,
      "context": ["diagnostics": [], "includeDeclaration": true, "only": ["quickfix", "source", "refactor"]],
      "query": .string(Material.pick(["", "a", "6"], &random)),
      "newName": .string(Material.pick(["x y", "", "k"], &random)),
      "item": item, "previousResultId": .string(String(Int.random(in: 0...9, using: &random))), "title": "x",
      "previousResultIds": [["uri": uri, "value": "1"]], "partialResultToken": .string("part"),
      "command": .string(Material.pick(commands, &random)), "arguments": [uri],
      "data": ["uri": uri, "revision": .integer(Int.random(in: 0...9, using: &random)), "figure": 0],
    ]
    return request(method, params, &random)
  }

  private mutating func request(_ method: String, _ params: JSONValue, _ random: inout SeededGenerator) -> JSONValue {
    let id = RequestID.integer(requests.count)
    let name = Bool.random(using: &random) ? id : .string("é\(requests.count)")
    requests.append(name)
    return ["jsonrpc": "2.0", "id": Self.json(name), "method": .string(method), "params": params]
  }

  private static func json(_ id: RequestID) -> JSONValue {
    switch id {
    case .integer(let number): .integer(number)
    case .string(let text): .string(text)
    }
  }

  private func text(_ random: inout SeededGenerator, most: Int) -> JSONValue {
    .string(String(decoding: Material.text(&random, most: most), as: UTF8.self))
  }

  /// The whole text of a document: what it is called says what is mostly in it.
  private func whole(_ uri: String, _ random: inout SeededGenerator) -> JSONValue {
    let kind: [[UInt8]]? =
      uri.hasSuffix("hearsay.sources.jsonc")
      ? RuleExample.ledgers : uri.hasSuffix(".hearsay.jsonc") ? RuleExample.settings : nil
    guard let kind, Int.random(in: 0..<4, using: &random) > 0 else { return text(&random, most: 10) }
    let bytes = Material.pick(kind, &random)
    return .string(
      String(decoding: Bool.random(using: &random) ? Material.mutated(bytes, &random) : bytes, as: UTF8.self))
  }

  private func change(_ uri: String, _ random: inout SeededGenerator) -> JSONValue {
    if Int.random(in: 0..<4, using: &random) == 0 { return ["text": whole(uri, &random)] }
    return ["range": range(&random), "text": text(&random, most: 2)]
  }

  /// Mostly near, sometimes far past the end, sometimes the wrong way round.
  private func range(_ random: inout SeededGenerator) -> JSONValue {
    ["start": position(&random), "end": position(&random)]
  }

  private func position(_ random: inout SeededGenerator) -> JSONValue {
    let isFar = Int.random(in: 0..<12, using: &random) == 0
    let line = isFar ? Int(Int32.max) : Int.random(in: 0...6, using: &random)
    return ["line": .integer(line), "character": .integer(Int.random(in: 0...(isFar ? 1 << 31 : 90), using: &random))]
  }
}
