import Foundation
import JSON
import TestSupport
import Testing

@testable import HearsayCommand

@Suite struct ChainCommandTests {
  private static let relayed = "The Dorn Ledger reported that Ida Holt had sold the mill. Experts say it was old.\n"

  @Test func mermaidIsTheDefault() throws {
    let folder = try TemporaryFolder()
    try folder.write("mill.txt", Self.relayed)
    let result = try hearsay("chain mill.txt", in: folder)
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(
      result.output == """
        flowchart LR
          draft(["this draft"])
          s1["Dorn Ledger (publication)"]
          s2["Experts (vague)"]
          unknown{{"nobody is given"}}
          draft --> s1
          s1 --> unknown
          draft --> s2

        """)
  }

  @Test func graphvizFromStandardInput() throws {
    let result = try hearsay("chain --format dot -", input: Self.relayed)
    #expect(result.output.hasPrefix("digraph sources {\n"))
    #expect(result.output.contains("  s1 [label=\"Dorn Ledger (publication)\"];\n"))
    #expect(result.output.contains("  s1 -> unknown;\n"))
  }

  @Test func dataNamesThePlaces() throws {
    let result = try hearsay("chain --format json --stdin-filename mill.md -", input: Self.relayed)
    let graph = try JSONValue(parsing: Array(result.output.utf8))
    #expect(graph["id"]?.string == "mill.md")
    let edges = try #require(graph["edges"]?.array)
    #expect(
      edges.map { "\($0["from"]?.string ?? "") \($0["to"]?.string ?? "")" } == ["draft s1", "s1 unknown", "draft s2"])
  }

  @Test func circlesAreDashed() throws {
    let draft = "The Dorn Ledger cites the Vale Post. The Vale Post cites the Dorn Ledger.\n"
    let result = try hearsay("chain -", input: draft)
    #expect(result.output.contains("  s1 -. \"in a circle\" .-> s2\n"))
    #expect(result.output.contains("  s2 -. \"in a circle\" .-> s1\n"))
    #expect(result.output.contains("  draft --> s1\n"))
  }

  @Test func aDraftWithoutSourcesStandsAlone() throws {
    let result = try hearsay("chain -", input: "Rain.\n")
    #expect(result.output == "flowchart LR\n  draft([\"this draft\"])\n")
  }

  @Test func foldersAndMissingFilesAreProblems() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.txt", "Rain.")
    let one = try hearsay("chain in", in: folder)
    #expect(one.status == 2)
    #expect(one.errors == "hearsay: 'chain' draws one draft, not a folder; name a file in it\n")
    let missing = try hearsay("chain b.txt", in: folder)
    #expect(missing.status == 3)
    #expect(missing.output.isEmpty)
    #expect(missing.errors == "hearsay: b.txt: there is no such file or folder; check the name\n")
  }
}
