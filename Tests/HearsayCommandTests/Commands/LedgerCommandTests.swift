import Foundation
import JSON
import TestSupport
import Testing

@Suite struct LedgerCommandTests {
  private static let ledger = #"""
    {
      "sources": [
        // The desk's copy is kept beside the ledger.
        { "id": "log", "title": "Log of the locks", "publisher": "Lock Guild", "kind": "primary", "file": "saved/log.txt",
          "verified": [{ "by": "I. Dahl", "on": "2024-02-01" }], "figures": [] },
      ],
    }
    """#

  private func workspace(_ draft: String, ledger: String = ledger) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("hearsay.sources.jsonc", ledger)
    try folder.write("saved/log.txt", "The guild freed 1,274 barges.")
    try folder.write("drafts/a.md", draft)
    return folder
  }

  @Test func lintHoldsDraftsAgainstTheLedgerAbove() throws {
    let folder = try workspace("The guild freed 1,247 barges [@log].")
    let result = try hearsay("lint --format concise drafts", in: folder)
    #expect(result.status == 1)
    #expect(
      result.output
        == "drafts/a.md:1:17: error: For “1,247 barges” the source “Lock Guild” gives 1,274: “The guild freed 1,274 barges.” "
        + "[HS502 ledger-mismatch]\n")
    #expect(try hearsay("lint --no-ledger drafts", in: folder).status == 0)
    #expect(try hearsay("lint --ledger hearsay.sources.jsonc drafts/a.md", in: folder).status == 1)
    #expect(try hearsay("lint --ledger hearsay.sources.jsonc --no-ledger drafts/a.md", in: folder).status == 2)
  }

  @Test func standardInputHasTheLedgerOfItsName() throws {
    let folder = try workspace("x")
    let draft = "The guild freed 1,247 barges [@log]."
    let named = try hearsay("lint --stdin-filename drafts/b.md -", input: draft, in: folder)
    #expect(named.status == 1 && named.output.contains("HS502"))
    #expect(try hearsay("lint -", input: draft, in: folder).output.contains("HS502"))
  }

  @Test func savedCopiesAreNoDrafts() throws {
    let folder = try workspace("The guild freed 1,274 barges [@log].")
    #expect(try hearsay("lint .", in: folder).output == "no findings in 1 file\n")
    #expect(try hearsay("lint saved/log.txt", in: folder).output.contains("HS101"))
  }

  @Test func findingsOfTheLedgerStandUnderItsPath() throws {
    let folder = try workspace("Rain.", ledger: #"{ "sources": [{ "id": "a" }, { "id": "a" }] }"#)
    let result = try hearsay("lint --format concise drafts", in: folder)
    #expect(result.status == 1)
    #expect(result.output.hasPrefix("hearsay.sources.jsonc:1:38: error: ") && result.output.contains("HS902"))
    let check = try hearsay("ledger check --format concise", in: folder)
    #expect(check.status == 1 && check.output == result.output)
  }

  @Test func aLedgerThatCannotBeReadStopsTheRun() throws {
    let folder = try workspace("Rain.", ledger: "{ \"sources\": [ }")
    for command in ["lint drafts", "analyze drafts", "chain drafts/a.md", "ledger export"] {
      let result = try hearsay(command, in: folder)
      #expect(result.status == 2 && result.output.isEmpty, "\(command)")
      #expect(result.errors.contains("hearsay.sources.jsonc") && result.errors.contains("line 1, column 16"))
    }
    #expect(try hearsay("lint --ledger gone.jsonc drafts", in: folder).status == 2)
    #expect(try hearsay("lint --no-ledger drafts", in: folder).status == 0)
  }

  @Test func checkFindsMissingCopies() throws {
    let folder = try workspace("Rain.", ledger: Self.ledger.replacing("saved/log.txt", with: "saved/gone.txt"))
    let result = try hearsay("ledger check", in: folder)
    #expect(result.status == 1 && result.output.contains("The saved copy cannot be read: there is no such file."))
    let good = try workspace("Rain.")
    let clean = try hearsay("ledger check", in: good)
    #expect(clean.status == 0 && clean.output == "no findings in 1 file\n")
  }

  @Test func addPutsAFigureIntoItsSource() throws {
    let folder = try workspace("# Locks\n\nIn 2023 the guild freed 1,274 barges and 85 boats.")
    #expect(try hearsay("ledger add drafts/a.md --source log --at 3", in: folder).status == 2)
    let result = try hearsay("ledger add drafts/a.md --source log --at 3:25", in: folder)
    #expect(result.status == 0 && result.output == "“1,274” added to 'log' in hearsay.sources.jsonc\n")
    let check = try hearsay("ledger check", in: folder)
    #expect(check.status == 0)
    let ledger = try String(contentsOf: folder.url.appending(path: "hearsay.sources.jsonc"), encoding: .utf8)
    #expect(ledger.contains("// The desk's copy") && ledger.contains("\"what\": \"barges\""))
    #expect(ledger.contains("2023-01-01"))
    #expect(try hearsay("ledger add drafts/a.md --source gone --at 3:25", in: folder).status == 2)
    #expect(try hearsay("ledger add drafts/a.md --source log --at 1", in: folder).status == 2)
    #expect(try hearsay("ledger add drafts/gone.md --source log --at 1", in: folder).status == 3)
  }

  @Test func importsBibliographies() throws {
    let folder = try workspace("Rain.")
    try folder.write(
      "items.json",
      #"""
      [{ "id": "dahl-2024", "type": "report", "title": "Weirs", "author": [{ "family": "Dahl", "given": "Ida" }],
         "issued": { "date-parts": [[2024, 3]] }, "URL": "https://weirs.example" }, { "title": "no id" }, { "id": "log" }]
      """#)
    try folder.write(
      "books.bib",
      """
      % a comment
      @book{moss31, title = {The {Long} Canal}, author = "Moss, Ana", year = 2031, publisher = {Reed Press}}
      @online{quay, title={Gates}, url={https://quay.example}, urldate={2024-05-06}, date={2024-05}}
      @comment{nothing}
      """)
    let items = try hearsay("ledger import items.json", in: folder)
    #expect(items.status == 0)
    #expect(
      items.output
        == "1 source added to hearsay.sources.jsonc, 1 left out that the ledger has or that have no usable id\n")
    #expect(try hearsay("ledger import books.bib", in: folder).output == "2 sources added to hearsay.sources.jsonc\n")
    #expect(try hearsay("ledger check", in: folder).status == 0)
    let ledger = try String(contentsOf: folder.url.appending(path: "hearsay.sources.jsonc"), encoding: .utf8)
    for words in ["The Long Canal", "Ida Dahl", "2024-03", "2024-05-06", "Reed Press", "// The desk's copy"] {
      #expect(ledger.contains(words), "\(words)")
    }
  }

  @Test func exportsProvenance() throws {
    let folder = try workspace(
      "Rain.",
      ledger: #"""
        { "sources": [
          { "id": "a", "publisher": "Quay Messenger", "derivedFrom": [{ "source": "b" }, { "source": "unknown", "relation": "quotes" }] },
          { "id": "b", "kind": "primary", "verified": [{ "by": "I. Dahl", "on": "2024-02-01" }] }
        ] }
        """#)
    let result = try hearsay("ledger export", in: folder)
    #expect(result.status == 0)
    let document = try JSONValue(parsing: Array(result.output.utf8))
    #expect(document["entity"]?.object?.keys == ["ledger:a", "ledger:b", "ledger:unknown"])
    #expect(document["wasDerivedFrom"]?["_:derivation-a-1"]?["prov:type"]?.string == "prov:PrimarySource")
    #expect(document["wasDerivedFrom"]?["_:derivation-a-2"]?["prov:type"]?.string == "prov:Quotation")
    #expect(document["wasAttributedTo"]?.object?.count == 1 && document["wasAssociatedWith"]?.object?.count == 1)
  }

  @Test func linesBringTheirOwnLedger() throws {
    let line =
      #"{"id":"x","text":"The guild freed 1,247 barges {src:log}.","ledger":{"sources":[{"id":"log","publisher":"Lock Guild","figures":[{"value":1274,"what":"barges freed"}]}]}}"#
    let result = try hearsay("analyze --jsonl", input: line + "\n")
    #expect(result.status == 0 && result.output.contains("HS502") && result.output.contains("HS503"))
  }

  @Test func unknownActionsAreNamed() throws {
    #expect(try hearsay("ledger chek").errors.contains("did you mean 'check'?"))
    #expect(try hearsay("ledger").status == 2)
  }
}
