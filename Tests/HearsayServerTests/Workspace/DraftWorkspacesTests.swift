import HearsayCore
import ProseText
import TestSupport
import Testing

@testable import HearsayServer

/// Drafts that come, change, move to another workspace and go: what is found in them follows from those that are left.
@Suite struct DraftWorkspacesTests {
  private func draft(_ id: Int, _ arrests: Int, workspace: String) throws -> WorkspaceDraft {
    let text = """
      # Night of the Dorn regatta

      *4 May 2024*

      The guard made \(arrests) arrests at the Dorn regatta on Friday, the Calder Times reported.
      """
    var analyzer = Analyzer(weights: .none)
    let analyzed = analyzer.analyze(SourceText(text), format: .markdown)
    let analysis = try #require(analyzed)
    return WorkspaceDraft(analysis, uri: "file:///desk/\(id).md", workspace: workspace, client: ClientProfile())
  }

  @Test func updatesLeaveWhatFreshWorkspacesHold() throws {
    var random = SeededGenerator(seed: 17)
    var workspaces = DraftWorkspaces()
    var known: [String: WorkspaceDraft] = [:]
    var collisions = 0
    for _ in 0..<150 {
      let arrests = [412, 421].randomElement(using: &random) ?? 412
      let workspace = ["", "/desk/ledger"].randomElement(using: &random) ?? ""
      let draft = try draft(Int.random(in: 0..<4, using: &random), arrests, workspace: workspace)
      let before = known.keys.reduce(into: [:]) { $0[$1] = workspaces.findings(in: $1) ?? [] }
      let isGone = Bool.random(using: &random)
      known[draft.id] = isGone ? nil : draft
      let touched = isGone ? workspaces.remove(draft.id) : workspaces.update(draft)
      var fresh = DraftWorkspaces()
      for draft in known.values.shuffled(using: &random) { _ = fresh.update(draft) }
      for (id, known) in known {
        let found = workspaces.findings(in: id) ?? []
        #expect(found == fresh.findings(in: id) ?? [])
        #expect(workspaces.hasOthers(than: id, in: known.workspace) == fresh.hasOthers(than: id, in: known.workspace))
        if id != draft.id, let earlier = before[id], earlier != found { #expect(touched.contains(id)) }
        collisions += found.count
      }
    }
    #expect(collisions > 50, "the drafts have too little in common to prove anything")
  }

  @Test func draftThatIsAloneIsNotAsked() throws {
    var workspaces = DraftWorkspaces()
    let first = try draft(1, 412, workspace: "")
    #expect(workspaces.update(first).isEmpty)
    #expect(!workspaces.hasOthers(than: first.id, in: ""))
    #expect(first.digest == nil)
    let second = try draft(2, 421, workspace: "")
    #expect(workspaces.update(second).contains(first.id))
    #expect(workspaces.findings(in: first.id)?.isEmpty == false)
  }
}
