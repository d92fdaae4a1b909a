import Foundation
import JSON
import LanguageServerProtocol
import ProtocolGenerator
import TestSupport
import Testing

struct ProtocolFilesTests {
  @Test func generatedFilesAreFresh() throws {
    let files = try GeneratedTypes.files(
      standard: Files.json("Protocol/lsp.json"), extensions: Files.json("Protocol/hearsay.json"))
    let folder = Files.package.appending(path: "Sources/LanguageServerProtocol/Generated")
    let present = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(present == files.map(\.name).sorted())
    for file in files {
      let text = try Files.bytes(folder.appending(path: file.name)).text
      #expect(text == file.text, "\(file.name) is stale: run `swift run hearsay-dev generate`")
    }
  }

  @Test func everyMethodInTheFilesIsSpoken() throws {
    func methods(_ part: String, from sender: String) throws -> [String] {
      try ["Protocol/lsp.json", "Protocol/hearsay.json"].flatMap { path in
        (try Files.json(path)[part]?.array ?? [])
          .filter { [sender, "both"].contains($0["messageDirection"]?.string) }.compactMap { $0["method"]?.string }
      }
    }
    #expect(try methods("requests", from: "clientToServer") == LSP.ClientRequest.methods)
    #expect(try methods("notifications", from: "clientToServer") == LSP.ClientNotification.methods)
    #expect(try methods("requests", from: "clientToServer").contains("hearsay/analysis"))
  }

  @Test func methodsOutsideTheStandardCarryOurPrefix() throws {
    let own = try Files.json("Protocol/hearsay.json")
    let entries = (own["requests"]?.array ?? []) + (own["notifications"]?.array ?? [])
    #expect(!entries.isEmpty)
    for entry in entries { #expect(entry["method"]?.string?.hasPrefix("hearsay/") == true) }
  }

  /// The official model is not part of the package; where it is absent this is skipped.
  @Test(.enabled(if: Files.officialModelIsHere, "needs ../shared/data/schemas"))
  func theStandardsEntriesAreUnchanged() throws {
    let official = try JSONValue(parsing: try Files.bytes(Files.officialModel))
    let cut = try ProtocolCut.cut(official)
    #expect(try Files.json("Protocol/lsp.json") == cut)
    for part in ["requests", "notifications", "structures", "enumerations", "typeAliases"] {
      let entries = try #require(cut[part]?.array)
      let all = try #require(official[part]?.array)
      #expect(!entries.isEmpty)
      #expect(entries.allSatisfy(all.contains))
    }
  }

  @Test func aModelThatLacksAMethodIsRefused() {
    let model: JSONValue = ["metaData": ["version": "1"], "requests": [], "notifications": []]
    #expect(throws: GeneratorError.self) { try ProtocolCut.cut(model) }
    #expect(throws: GeneratorError.self) { try GeneratedTypes.files(standard: model, extensions: [:]) }
  }

  @Test func whatDoesNotFitIsNamed() throws {
    func check(_ name: String, with entry: JSONValue?, fails description: String) throws {
      var model = try #require(try Files.json("Protocol/lsp.json").object)
      let kept = (model["structures"]?.array ?? []).filter { $0["name"] != .string(name) }
      model["structures"] = .array(kept + (entry.map { [$0] } ?? []))
      let error = #expect(throws: GeneratorError.self) {
        try GeneratedTypes.files(standard: .object(model), extensions: try Files.json("Protocol/hearsay.json"))
      }
      #expect(error?.description == description)
    }
    let text: JSONValue = ["kind": "base", "name": "string"]
    let either: JSONValue = ["kind": "or", "items": [text, ["kind": "base", "name": "boolean"]]]
    func property(_ name: String, _ type: JSONValue) -> JSONValue { ["name": .string(name), "type": type] }
    try check("Position", with: nil, fails: "no type Position")
    try check(
      "Position", with: ["name": "Position", "properties": [property("line", either)]],
      fails: "Position.line may be of several types: say in SpokenProtocol.choices which one is spoken")
    try check(
      "Hover", with: ["name": "Hover", "properties": [property("contents", either)]],
      fails: "SpokenProtocol.choices: Hover.contents cannot be MarkupContent")
    try check(
      "SaveOptions",
      with: ["name": "SaveOptions", "properties": [property("mode", ["kind": "reference", "name": "Mode"])]],
      fails: "no type Mode")
    try check(
      "HoverParams", with: ["name": "HoverParams", "properties": [property("position", text)]],
      fails: "SpokenProtocol: HoverParams has no property textDocument")
  }
}
