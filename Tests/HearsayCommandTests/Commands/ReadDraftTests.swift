import Foundation
import HearsayCore
import ProseText
import TestSupport
import Testing

@testable import HearsayCommand
@testable import Workspace

/// What a run keeps of a draft until the others are read.
@Suite struct ReadDraftTests {
  private let marked = "Some 640 homes were flooded, experts say.\n"

  private func input(_ path: String, _ kind: FoundInput.Kind = .draft) -> DraftInput {
    DraftInput(FoundInput(path: path, kind: kind), in: Shared(InputSurroundings()))
  }

  private func read(_ text: String, _ input: DraftInput) throws -> ReadDraft {
    var analyzer = Analyzer(weights: .none)
    let found = analyzer.analyze(SourceText(text), format: .markdown)
    let analysis = try #require(found)
    return ReadDraft(StoredDraft(analysis), in: analysis.text, of: input, columns: .scalars)
  }

  @Test func ofACleanDraftNothingIsKept() throws {
    let input = input("a.md")
    var workspaces = LintedWorkspaces()
    let draft = workspaces.take(try read("The ferry rests by the quay.\n", input), of: input)
    #expect(draft.text == nil && draft.contribution == nil && !draft.hasFindings)
  }

  @Test func textsAreKeptUpToTheLongestDraft() throws {
    var workspaces = LintedWorkspaces()
    let long = marked + "\n```\n" + String(repeating: "The ferry rests.\n", count: 80_000) + "```\n"
    let kept = try ["a.md", "b.md", "c.md"].map { path in
      let input = input(path)
      return workspaces.take(try read(path == "b.md" ? long : marked, input), of: input).text != nil
    }
    #expect(kept == [true, false, true])
  }

  @Test func standardInputIsKept() throws {
    var draft = try read(marked, input("<stdin>", .standardInput))
    draft.releaseText()
    #expect(draft.text != nil)
  }

  @Test func aReleasedTextIsReadAgain() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.md", marked).path
    var draft = try read(marked, input(path))
    draft.releaseText()
    #expect(draft.text == nil)
    #expect(try draft.readText(path).bytes == Array(marked.utf8))
  }

  @Test func aDraftThatChangedMeanwhileIsNotPointedInto() throws {
    let folder = try TemporaryFolder()
    for changed in ["Some 641 homes were flooded, experts say.\n", marked + "\n", ""] {
      let path = try folder.write("a.md", changed).path
      var draft = try read(marked, input(path))
      draft.releaseText()
      #expect(throws: Problem.self) { try draft.readText(path) }
    }
  }
}
