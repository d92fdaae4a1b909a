import HearsayCore

/// Who stands behind paired attributions: kind, name and hand of the source, and where nested ones stand.
struct ChainEvaluation {
  private var kind = Share()
  private var name = Share()
  private var hand = Share()
  private var nestedFound = Share()
  private var nestedPlaced = Share()

  private struct Share {
    var right = 0
    var all = 0

    mutating func add(_ isRight: Bool) {
      all += 1
      if isRight { right += 1 }
    }

    var line: String { "\(percent(Double(right) / Double(max(1, all)))) of \(all)" }
  }

  /// - Parameter pairs: for each annotated attribution the index of the one that was found for it.
  mutating func add(_ gold: [AnnotatedAttribution], _ pairs: [Int?], _ analysis: Analysis) {
    for (want, index) in zip(gold, pairs) {
      let have = index.map { analysis.attributions[$0] }
      if want.nestedIn != nil {
        nestedFound.add(have != nil)
        nestedPlaced.add(have?.nestedIn != nil)
      }
      guard let have else { continue }
      let source = have.resolved.map { analysis.sources[$0] }
      kind.add((source?.kind ?? .missing).rawValue == want.kind)
      if let last = want.name?.split(separator: " ").last {
        name.add(source?.name.lowercased().contains(last.lowercased()) ?? false)
      }
      if let wanted = want.hand {
        hand.add(have.hand == wanted || have.isAtLeast && (have.hand ?? 0) <= wanted)
      }
    }
  }

  var lines: [String] {
    [
      "kind \(kind.line), name \(name.line), hand \(hand.line), "
        + "nested found \(nestedFound.line), placed \(nestedPlaced.line)"
    ]
  }
}
