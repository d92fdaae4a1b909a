import HearsayCore
import ProseText
import Testing

@testable import HearsayReport

struct ClaimTests {
  private func draft(_ text: String, _ format: DraftFormat = .markdown) throws -> ReportedDraft {
    var analyzer = Analyzer()
    let analysis = analyzer.analyze(SourceText(text), format: format)
    return ReportedDraft(path: "draft.md", analysis: try #require(analysis))
  }

  private func words(_ draft: ReportedDraft) -> [String] {
    Claim.all(in: draft).map { draft.analysis.text.string($0.range) }
  }

  @Test func everyFindingBelongsToOneClaim() throws {
    let draft = try draft(
      "Some 4,100 homes were flooded. Experts say that 312 barges sank.\n\n“We left,” said one warden. It is believed that the dam broke.\n"
    )
    let claims = Claim.all(in: draft)
    #expect(claims.flatMap(\.findings).sorted() == Array(draft.findings.indices))
    #expect(words(draft).contains("4,100") && words(draft).contains("Experts"))
    #expect(claims.map(\.range.lowerBound) == claims.map(\.range.lowerBound).sorted())
  }

  @Test func placesAreThoseOfTheLinter() throws {
    let claim = try #require(Claim.all(in: try draft("é🙂 — a\nSome é 4,100 homes were flooded.\n")).first)
    #expect((claim.line, claim.column) == (2, 8))
  }

  @Test func figuresThatNobodyAsksAboutAreNoClaims() throws {
    let draft = try draft("| homes |\n|---|\n| 4,100 |\n\nOn 3 May 2024 the warden, 52, spoke.\n")
    #expect(words(draft) == [])
  }

  @Test func onlyWhatARuleAsksAboutIsAnAlarm() throws {
    let asked = try draft("Some 4,100 homes were flooded.\n")
    #expect(Claim.all(in: asked).map { $0.tone(in: asked) } == [.bad])
    let left = ReportedDraft(path: "draft.md", analysis: asked.analysis, findings: [], fingerprints: [])
    #expect(Claim.all(in: left).map { $0.tone(in: left) } == [.other])
  }

  @Test func overlappingMarksAreCutAndTheShortestShows() {
    let claims = [Claim(range: 0..<10), Claim(range: 2..<5), Claim(range: 5..<6), Claim(range: 8..<14)]
    let pieces = MarkedPiece.all(of: claims)
    #expect(
      pieces == [
        .init(range: 0..<2, claim: 0), .init(range: 2..<5, claim: 1), .init(range: 5..<6, claim: 2),
        .init(range: 6..<8, claim: 0), .init(range: 8..<14, claim: 3),
      ])
    #expect(MarkedPiece.all(of: []) == [])
  }
}
