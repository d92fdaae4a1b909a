import HearsayCore
import ProseText
import Testing

@testable import HearsayServer

/// What is kept of drafts that are not open has a bound.
struct UnopenedDraftsTests {
  private func draft(_ name: String, _ claims: Int) throws -> UnopenedDraft {
    var analyzer = Analyzer(weights: .none)
    let things = ["homes", "sheep", "barns", "boats", "roads", "shops", "mills", "wells", "fields"].prefix(claims)
    let text = things.enumerated().map { "Some \(640 + 7 * $0) \($1) were flooded.\n\n" }.joined()
    let analysed = analyzer.analyze(SourceText(text), format: .markdown)
    let analysis = try #require(analysed)
    var contribution = WorkspaceDraft(analysis, uri: "file:///\(name).md", workspace: "", client: ClientProfile())
    contribution.read()
    #expect(analysis.findings.count == claims)
    return UnopenedDraft(analysis, contribution, stamp: nil, client: ClientProfile())
  }

  @Test func draftsBeyondTheBoundAreLeftOut() throws {
    var drafts = UnopenedDrafts(mostFindings: 10)
    func check(_ name: String, _ claims: Int, isNews: Bool, _ ids: [String]) throws {
      let isTaken = drafts.take(try draft(name, claims))
      #expect(isTaken == isNews && drafts.ids == ids)
    }
    try check("a", 4, isNews: true, ["/a.md"])
    try check("b", 4, isNews: true, ["/a.md", "/b.md"])
    var isSaid = drafts.takeOverfull()
    #expect(!isSaid)
    try check("c", 4, isNews: false, ["/a.md", "/b.md"])
    isSaid = drafts.takeOverfull()
    #expect(isSaid)
    isSaid = drafts.takeOverfull()
    #expect(!isSaid, "it is said once")
    // Room is made where one goes or has fewer.
    try check("a", 2, isNews: true, ["/a.md", "/b.md"])
    try check("c", 4, isNews: true, ["/a.md", "/b.md", "/c.md"])
    // One that has grown too large is no longer said to have what it had.
    try check("b", 9, isNews: true, ["/a.md", "/c.md"])
  }
}
