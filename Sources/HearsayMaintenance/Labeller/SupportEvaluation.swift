import HearsayCore

/// Whether somebody answers for each annotated figure: "none" is what is marked in drafts.
struct SupportEvaluation {
  private(set) var none = Tally()
  private var right = 0
  private var all = 0

  private enum Group {
    case exempt, supported, weak, none

    init(annotated status: String) {
      switch status {
      case "none": self = .none
      case "weak", "hedge-only": self = .weak
      default: self = status.hasPrefix("exempt") ? .exempt : .supported
      }
    }

    init(_ figure: Figure?) {
      guard let figure, figure.exemption == nil else {
        self = .exempt
        return
      }
      self.init(annotated: figure.support.status.rawValue)
    }
  }

  mutating func add(_ record: AttributionRecord, _ analysis: Analysis) {
    for want in record.figures ?? [] {
      let range = want.start..<want.end
      let hit = analysis.figures.filter { $0.range.overlaps(range) }.max {
        $0.range.clamped(to: range).count < $1.range.clamped(to: range).count
      }
      let (gold, found) = (Group(annotated: want.status), Group(hit))
      all += 1
      if gold == found { right += 1 }
      switch (gold == .none, found == .none) {
      case (true, true): none.right += 1
      case (true, false): none.missed += 1
      case (false, true): none.wrong += 1
      case (false, false): break
      }
    }
  }

  var lines: [String] {
    all == 0
      ? []
      : ["figures: none \(none.line), \(none.wrong) wrongly none; group right \(percent(Double(right) / Double(all)))"]
  }
}
