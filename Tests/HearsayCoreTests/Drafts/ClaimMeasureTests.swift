import ProseText
import TestSupport
import Testing

@testable import HearsayCore

/// What numbers alone decide of two claims is what the whole comparison decides.
@Suite struct ClaimMeasureTests {
  private static let figures = [
    "412", "421", "about 400", "at least 390", "1,874", "18.5 percent", "19 percent", "€3 million", "$3 million",
    "3.2 km",
    "2 miles", "3,200 m", "two to three", "12", "10.5 percent", "205 percent", "twice 40", "1.2 million",
    "up to 1.3 million",
  ]
  private static let frames = [
    "The guard in Dorn made {} arrests at the regatta on Friday.",
    "In May the guard in Dorn arrested {} people at the regatta.",
    "The Dorn guard spent {} on the regatta.", "Some {} of the sailors at the Dorn regatta were fined by the guard.",
    "The quay at Dorn has moved {} since July.", "The guard in Dorn made another {} arrests at the regatta.",
  ]

  @Test func whatIsLeftOutFindsNothing() throws {
    var random = SeededGenerator(seed: 17)
    var analyzer = Analyzer(weights: .none)
    let digests = try (0..<30).map { _ in
      let sentences = (0..<6).map { _ in
        (Self.frames.randomElement(using: &random) ?? "").replacing(
          "{}", with: Self.figures.randomElement(using: &random) ?? "")
      }
      let text = "# Night of the Dorn regatta\n\n" + sentences.joined(separator: "\n\n")
      return try #require(analyzer.analyze(SourceText(text), format: .markdown)?.digest())
    }
    var (leftOut, found, without, conflicts) = (0, 0, 0, 0)
    for one in digests {
      for other in digests {
        let pair = DraftPair(one, other)
        for (own, claim) in one.claims.enumerated() {
          for (beside, otherClaim) in other.claims.enumerated() {
            let comparison = ClaimComparison(.init(own: own, other: beside), of: pair)
            let isConflict = comparison.conflict() != nil
            let finds = comparison.isAgreement || isConflict
            let (measure, otherMeasure) = (ClaimMeasure(claim), ClaimMeasure(otherClaim))
            if measure.mayConcern(otherMeasure) {
              found += finds ? 1 : 0
            } else {
              leftOut += 1
              #expect(!finds, "\(claim.phrase) and \(otherClaim.phrase)")
            }
            if measure.mayConflict(otherMeasure) {
              conflicts += isConflict ? 1 : 0
            } else {
              without += 1
              #expect(!isConflict, "\(claim.phrase) and \(otherClaim.phrase)")
            }
          }
        }
      }
    }
    #expect(leftOut > 300 && found > 300, "too few of both to prove anything: \(leftOut), \(found)")
    #expect(without > 300 && conflicts > 100, "too few of both to prove anything: \(without), \(conflicts)")
  }
}
