import TestSupport
import Testing

@testable import HearsayCore

/// Paths in 16 bits against a plain reckoning in whole numbers.
@Suite struct LabelPathsTests {
  private static let labelCount = 7

  @Test("the best path is that of an exact reckoning", arguments: 0..<40)
  func exact(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let length = Int.random(in: 1...300, using: &generator)
    let leaning = Int16.random(in: 0...40, using: &generator)
    let table = (0..<Self.labelCount).map { from in
      (0..<Self.labelCount).map { to -> Int16 in
        // Outside may come from anywhere, as in the model.
        let isForbidden = to != 0 && from != to && Bool.random(using: &generator)
        return isForbidden ? LabelPaths.forbidden : Int16.random(in: -300...130, using: &generator)
      }
    }
    let emissions = (0..<length).map { _ in
      (0..<Self.labelCount).map { _ in Int16.random(in: -2000...2000, using: &generator) }
    }
    #expect(
      paths(table, emissions, leaning) == exactPath(table.map { $0.map(Int.init) }, emissions, Int(leaning)))
  }

  private func paths(_ table: [[Int16]], _ emissions: [[Int16]], _ leaning: Int16) -> [Int] {
    let rows = table.flatMap { $0 + [LabelPaths.forbidden] }
    var paths = LabelPaths(leaning: leaning)
    let from = rows.withUnsafeBytes { bytes -> [SIMD8<UInt8>] in
      guard let base = bytes.baseAddress else { return [] }
      return emissions.map { paths.extend(base, SIMD8($0 + [0])) }
    }
    return walk(back: from.map { step in (0..<Self.labelCount).map { Int(step[$0]) } }, from: Int(paths.best))
  }

  private func exactPath(_ table: [[Int]], _ emissions: [[Int16]], _ leaning: Int) -> [Int] {
    let never = -1_000_000_000
    var scores = [0] + [Int](repeating: never, count: Self.labelCount - 1)
    var from: [[Int]] = []
    for emission in emissions {
      var next = [Int](repeating: never, count: Self.labelCount)
      var step = [Int](repeating: 0, count: Self.labelCount)
      for to in 0..<Self.labelCount {
        for source in 0..<Self.labelCount where table[source][to] != Int(LabelPaths.forbidden) && scores[source] > never
        {
          let score = scores[source] + table[source][to] + Int(emission[to]) - (to == 0 ? leaning : 0)
          if score > next[to] { (next[to], step[to]) = (score, source) }
        }
      }
      scores = next
      from.append(step)
    }
    let last = scores.indices.max { scores[$0] < scores[$1] || scores[$0] == scores[$1] && $0 > $1 } ?? 0
    return walk(back: from, from: last)
  }

  private func walk(back from: [[Int]], from last: Int) -> [Int] {
    var label = last
    var labels: [Int] = []
    for step in from.reversed() {
      labels.append(label)
      label = step[label]
    }
    return labels.reversed()
  }
}
