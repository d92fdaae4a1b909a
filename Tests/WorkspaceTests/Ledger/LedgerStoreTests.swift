import Foundation
import HearsayCore
import JSON
import ProseText
import TestSupport
import Testing

@testable import Workspace

@Suite struct LedgerStoreTests {
  private static let ledger = #"{ "sources": [{ "id": "log", "publisher": "Lock Guild", "file": "FILE" }] }"#

  /// What became of the copy of a ledger's only source.
  private func copy(_ file: String, in folder: TemporaryFolder) throws -> OpenedLedger.Copy? {
    try folder.write("desk/\(FoundLedger.name)", Self.ledger.replacing("FILE", with: file))
    let found = FoundLedger(reading: folder.url.path + "/desk/" + FoundLedger.name)
    return try #require(found.opened(for: Array("[@log]".utf8))).copies[0]
  }

  private func isRead(_ copy: OpenedLedger.Copy?) -> Bool {
    if case .read = copy { true } else { false }
  }

  private func reason(_ copy: OpenedLedger.Copy?) -> String? {
    if case .missing(let reason) = copy { reason } else { nil }
  }

  @Test func nearestLedgerCounts() throws {
    let folder = try TemporaryFolder()
    try folder.write("work/\(FoundLedger.name)", "{}")
    try folder.write("work/a/\(FoundLedger.name)", "{ /* closer */ }")
    var store = LedgerStore(.nearest, workingFolder: folder.url.path + "/work")
    let (above, beside) = (store.ledger(forDraft: "b/draft.md"), store.ledger(forDraft: "a/draft.md"))
    #expect(above?.path == FoundLedger.name)
    #expect(beside?.path == "a/" + FoundLedger.name)
    var none = LedgerStore(.none, workingFolder: folder.url.path + "/work")
    let unwanted = none.ledger(forDraft: "a/draft.md")
    #expect(unwanted == nil)
  }

  @Test func copiesBesideTheLedgerAreRead() throws {
    let folder = try TemporaryFolder()
    try folder.write("desk/saved/log.md", "The guild freed 1,274 barges.")
    #expect(isRead(try copy("saved/log.md", in: folder)))
  }

  @Test func copiesStayInTheLedgersFolder() throws {
    let folder = try TemporaryFolder()
    let secret = try folder.write("secret.txt", "Nobody may read 1,274.").path
    try folder.write("desk/inside.txt", "x")
    try folder.link("desk/out.txt", to: "../secret.txt")
    try folder.link("desk/up", to: "..")
    try folder.link("desk/good.txt", to: "inside.txt")
    for name in ["../secret.txt", "saved/../../secret.txt", secret, "out.txt", "up/secret.txt"] {
      #expect(reason(try copy(name, in: folder)) == "it leads out of the ledger's folder", "\(name)")
    }
    #expect(isRead(try copy("good.txt", in: folder)))
  }

  @Test func whatIsNoTextIsMissing() throws {
    let folder = try TemporaryFolder()
    try folder.write("desk/folder/inside.txt", "x")
    try folder.write("desk/bytes.txt", [0xFF, 0xFE, 0x00])
    try folder.write("desk/huge.txt", [UInt8](repeating: 0x61, count: CopyShelf.sizeLimit + 1))
    for name in ["folder", "bytes.txt", "huge.txt", "gone.txt", "gone/deeper.txt"] {
      #expect(reason(try copy(name, in: folder)) != nil, "\(name)")
    }
  }

  @Test func onlyCopiesThatADraftNeedsAreRead() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      FoundLedger.name,
      #"""
      { "sources": [
        { "id": "log", "publisher": "Lock Guild", "file": "log.txt" },
        { "id": "quay-7", "publisher": "Quay Messenger", "file": "quay.txt" },
        { "id": "far", "publisher": "Hill Register", "file": "far.txt" },
        { "id": "near", "publisher": "Port Office", "file": "near.txt" }
      ] }
      """#)
    for name in ["log", "quay", "far"] { try folder.write("\(name).txt", "Some 85 gates broke.") }
    try folder.write("quay.txt", "Some 85 gates broke, the Port Office said.")
    let found = FoundLedger(reading: folder.url.path + "/" + FoundLedger.name)
    let opened = try #require(found.opened(for: Array("The guild agreed. Rain fell [@quay-7].".utf8)))
    // The guild is named, the messenger's key is there, and its copy names the port office.
    #expect(opened.copies.keys.sorted() == [0, 1, 3])
    let other = try #require(found.opened(for: Array("Nobody is named.".utf8)))
    #expect(other.copies.isEmpty)
  }

  @Test func freshnessFollowsTheLedgerAndItsCopies() throws {
    let folder = try TemporaryFolder()
    try folder.write(FoundLedger.name, Self.ledger.replacing("FILE", with: "log.txt"))
    let path = folder.url.path + "/" + FoundLedger.name
    let found = FoundLedger(reading: path)
    #expect(found.isFresh)
    let before = found.opened(for: Array("[@log]".utf8))
    #expect(before == found.opened(for: Array("[@log]".utf8)))
    // The copy that was missing has come.
    try folder.write("log.txt", "The guild freed 1,274 barges.")
    #expect(!found.isFresh)
    let again = FoundLedger(reading: path)
    #expect(isRead(again.opened(for: Array("[@log]".utf8))?.copies[0]))
    try folder.write("log.txt", "The guild freed 1,275 barges and more.")
    #expect(!again.isFresh)
  }

  @Test func whatCannotBeReadSaysWhere() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(FoundLedger.name, "{\n  \"sources\": [\n}").path
    let found = FoundLedger(reading: path)
    #expect(found.opened(for: []) == nil)
    #expect(found.problem?.message.hasPrefix("line 3, column 1:") == true)
  }

  @Test func editsKeepCommentsAndOrder() throws {
    let folder = try TemporaryFolder()
    let text = """
      // Kept by the desk.
      {
        "sources": [
          { "id": "log", "figures": [], "title": "Log" }, // first
        ],
      }
      """
    let path = try folder.write(FoundLedger.name, text).path
    var edits = LedgerEdits(FoundLedger(reading: path))
    let taken = try [["id": "new", "title": "N"], ["id": "log"], ["id": "two words"]].map { try edits.append($0) }
    #expect(taken == [true, false, false])
    try edits.append(figure: ["value": 7, "what": "gates"], toSource: "log")
    try edits.append(figure: ["value": 8, "what": "weirs"], toSource: "new")
    try edits.write()
    let written = String(decoding: try readText(path, limit: 10_000), as: UTF8.self)
    #expect(written.hasPrefix("// Kept by the desk.\n") && written.contains("// first"))
    let reading = LedgerReading(Array(written.utf8))
    #expect(reading.problems.isEmpty)
    #expect(reading.ledger?.sources.map(\.id) == ["log", "new"])
    #expect(reading.ledger?.sources.map { $0.figures.map(\.what) } == [["gates"], ["weirs"]])
    var copy = edits
    #expect(throws: Problem.self) { try copy.append(figure: ["value": 7, "what": "x"], toSource: "gone") }
  }

  @Test func aLedgerThatHasChangedIsNotOverwritten() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(FoundLedger.name, #"{ "sources": [] }"#).path
    var edits = LedgerEdits(FoundLedger(reading: path))
    let isAdded = try edits.append(["id": "new"])
    #expect(isAdded)
    try folder.write(FoundLedger.name, #"{ "sources": [{ "id": "theirs" }] }"#)
    #expect(throws: Problem.self) { try edits.write() }
    #expect(String(decoding: try readText(path, limit: 1000), as: UTF8.self).contains("theirs"))
  }
}
