import TestSupport
import Testing

@testable import HearsayCore

/// Keys in order say what a set of them says.
@Suite struct SortedKeysTests {
  private func keys(_ random: inout SeededGenerator) -> Set<UInt64> {
    Set((0..<Int.random(in: 0...6, using: &random)).map { _ in UInt64.random(in: 0..<12, using: &random) })
  }

  @Test func theyAnswerLikeSets() {
    var random = SeededGenerator(seed: 17)
    for _ in 0..<400 {
      let (one, other) = (keys(&random), keys(&random))
      let (own, others) = (SortedKeys(one), SortedKeys(other))
      #expect(own.count == one.count)
      #expect((0..<12).allSatisfy { own.contains($0) == one.contains($0) })
      #expect(own.contains(all: other) == other.isSubset(of: one))
      #expect(own.isDisjoint(with: other) == one.isDisjoint(with: other))
      #expect(own.isDisjoint(with: others) == one.isDisjoint(with: other))
      #expect(own.countShared(with: others) == one.intersection(other).count)
      #expect(own.countShared(with: others, most: 2) == min(2, one.intersection(other).count))
      #expect((own == others) == (one == other))
    }
  }
}
