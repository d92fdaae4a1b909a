import Testing

@testable import HearsayCore

@Suite struct NearMissesTests {
  @Test(arguments: [
    ("lint", "lint", 0), ("lnit", "lint", 1), ("lit", "lint", 1), ("limt", "lint", 1), ("", "abc", 3), ("ab", "ba", 1),
  ])
  func distance(_ left: String, _ right: String, _ expected: Int) {
    #expect(editDistance(Array(left.utf8), Array(right.utf8)) == expected)
    #expect(editDistance(Array(right.utf8), Array(left.utf8)) == expected)
  }

  @Test func nearestComesFirst() {
    #expect(nearMisses(to: "HS11", among: ["HS204", "HS111", "HS101"]) == ["HS111", "HS101"])
    #expect(nearMisses(to: "unsup", among: ["vague-quantity", "unsupported-figure"]) == ["unsupported-figure"])
  }

  @Test func noiseIsNotNearAnything() {
    #expect(nearMisses(to: "zzz", among: ["lint", "rules"]).isEmpty)
    #expect(nearMisses(to: "", among: ["lint"]).isEmpty)
    #expect(nearMisses(to: String(repeating: "lint", count: 1000), among: ["lint"]).isEmpty)
  }

  @Test func suggestionsReadAsAQuestion() {
    #expect(suggestion(["a", "b"]) == "did you mean 'a' or 'b'?")
    #expect(suggestion([]) == nil)
  }
}
