import Foundation
import HearsayCore
import TestSupport
import Testing

@testable import Workspace

@Suite struct SettingsStoreTests {
  private func store(_ source: SettingsSource, in folder: TemporaryFolder) -> SettingsStore {
    SettingsStore(source, workingFolder: folder.url.path)
  }

  @Test func nearestSettingsHold() throws {
    let folder = try TemporaryFolder()
    try folder.write(".hearsay.jsonc", #"{ "scope": "sentence" }"#)
    try folder.write("a/.hearsay.jsonc", #"{ "quotes": "de" }"#)
    var store = store(.nearest, in: folder)
    #expect(store.settings(forDraft: "x.md")?.settings.scope == .sentence)
    #expect(store.settings(forDraft: "a/b/x.md")?.settings.quotes == .german)
    #expect(store.settings(forDraft: "a/b/x.md")?.settings.scope == .paragraph)
    #expect(store.files.map(\.path) == [".hearsay.jsonc", "a/.hearsay.jsonc"])
  }

  @Test func oneFileForAll() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("house/strict.json", #"{ "scope": "sentence" }"#).path
    try folder.write("a/.hearsay.jsonc", #"{ "quotes": "de" }"#)
    var store = store(.file(file), in: folder)
    #expect(store.settings(forDraft: "a/x.md")?.settings.scope == .sentence)
    #expect(store.settings(forDraft: "a/x.md")?.settings.quotes == .english)
    #expect(store.files.map(\.path) == [file])
  }

  @Test func none() throws {
    let folder = try TemporaryFolder()
    try folder.write(".hearsay.jsonc", "{}")
    var store = store(.none, in: folder)
    #expect(store.settings(forDraft: "x.md") == nil && store.files.isEmpty)
  }

  @Test("a file is read once, and again when it has changed and somebody asks")
  func freshness() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("s.json", #"{ "scope": "sentence" }"#)
    var store = store(.file(file.path), in: folder)
    #expect(store.settings(in: ".")?.settings.scope == .sentence)
    try folder.write("s.json", #"{ "scope": "paragraph" }"#)
    #expect(store.settings(in: ".")?.settings.scope == .sentence)
    store.refresh()
    #expect(store.settings(in: ".")?.settings.scope == .paragraph)
    try FileManager.default.removeItem(at: file)
    store.refresh()
    #expect(store.settings(in: ".")?.problem != nil)
  }

  @Test("a file that comes or goes is seen")
  func comingAndGoing() throws {
    let folder = try TemporaryFolder()
    var store = store(.nearest, in: folder)
    #expect(store.settings(forDraft: "a/x.md") == nil)
    let file = try folder.write("a/.hearsay.jsonc", #"{ "scope": "sentence" }"#)
    store.refresh()
    #expect(store.settings(forDraft: "a/x.md")?.settings.scope == .sentence)
    try FileManager.default.removeItem(at: file)
    store.refresh()
    #expect(store.settings(forDraft: "a/x.md") == nil && store.files.isEmpty)
  }

  @Test("what cannot be read settles nothing and says why")
  func unreadable() throws {
    let folder = try TemporaryFolder()
    func problem(_ bytes: [UInt8]) throws -> String? {
      let file = try folder.write("s.json", bytes)
      var store = store(.file(file.path), in: folder)
      let read = store.settings(in: ".")
      let found = try #require(read)
      #expect(found.settings == Settings())
      return found.problem?.message
    }
    #expect(try problem(Array("{\n  \"scope\": sentence }".utf8))?.hasPrefix("line 2, column 12: ") == true)
    #expect(try problem([0x7B, 0xFF, 0x7D]) == "not valid UTF-8 at byte 1")
    #expect(try problem([UInt8](repeating: 0x20, count: FoundSettings.sizeLimit + 1)) == "it is larger than 256 kB")
    #expect(try problem([UInt8](repeating: 0x5B, count: 100_000))?.contains("more than 256 arrays") == true)
  }

  @Test("patterns bound a search, from the settings file’s own folder")
  func patterns() throws {
    let folder = try TemporaryFolder()
    let root = folder.url.path
    try folder.write("in/.hearsay.jsonc", #"{ "include": ["drafts/**", "*.txt"], "exclude": ["old", "drafts/x.md"] }"#)
    for path in ["drafts/a.md", "drafts/x.md", "drafts/old/b.md", "notes/c.md", "notes/d.txt", "old/e.txt"] {
      try folder.write("in/" + path, "Rain.")
    }
    func found(_ source: SettingsSource, _ names: String...) -> [String] {
      var store = store(source, in: folder)
      return findInputs(names.map { root + "/" + $0 }, standardInputName: "-", settings: &store).map {
        String($0.path.dropFirst(root.count + 4))
      }
    }
    #expect(found(.nearest, "in") == ["drafts/a.md", "notes/d.txt"])
    #expect(found(.nearest, "in/drafts") == ["drafts/a.md"])
    #expect(found(.none, "in").count == 6)
    // What is named itself is wanted.
    #expect(found(.nearest, "in/drafts/x.md", "in/old/e.txt") == ["drafts/x.md", "old/e.txt"])
  }
}
