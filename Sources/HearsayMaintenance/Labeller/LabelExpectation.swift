/// How likely each label and each pair of labels is, by the forward-backward algorithm (Rabiner 1989, with his scaling).
struct LabelExpectation {
  /// For each term the probability of each label.
  private(set) var labels: [SIMD8<Float>]
  /// For each term 49 probabilities, from label by to label; before the first term stands "outside".
  private(set) var transitions: [Float]

  init(_ scores: [SIMD8<Float>], _ table: [Float], _ classes: [UInt8]) {
    let count = scores.count
    let emissions = scores.map { score in
      let highest = (0..<7).reduce(score[0]) { max($0, score[$1]) }
      return (0..<7).map { PortableMath.exponential(Double(score[$0] - highest)) }
    }
    let factors = table.map { $0 <= ConditionalRandomField.never ? 0 : PortableMath.exponential(Double($0)) }
    var forward = [Double](repeating: 0, count: count * 7)
    var scales = [Double](repeating: 1, count: count)
    for index in 0..<count {
      let start = Int(classes[index]) * 49
      var total = 0.0
      for label in 0..<7 {
        var sum = 0.0
        if index == 0 {
          sum = factors[start + label]
        } else {
          for before in 0..<7 { sum += forward[(index - 1) * 7 + before] * factors[start + before * 7 + label] }
        }
        forward[index * 7 + label] = sum * emissions[index][label]
        total += forward[index * 7 + label]
      }
      scales[index] = total
      for label in 0..<7 { forward[index * 7 + label] /= total }
    }
    labels = [SIMD8<Float>](repeating: .zero, count: count)
    transitions = [Float](repeating: 0, count: count * 49)
    var backward = [Double](repeating: 1, count: 7)
    for index in stride(from: count - 1, through: 0, by: -1) {
      let start = Int(classes[index]) * 49
      for label in 0..<7 { labels[index][label] = Float(forward[index * 7 + label] * backward[label]) }
      var earlier = [Double](repeating: 0, count: 7)
      for before in 0..<7 {
        let reached = index == 0 ? (before == 0 ? 1 : 0) : forward[(index - 1) * 7 + before]
        for label in 0..<7 {
          let path = factors[start + before * 7 + label] * emissions[index][label] * backward[label] / scales[index]
          earlier[before] += path
          transitions[index * 49 + before * 7 + label] = Float(reached * path)
        }
      }
      backward = earlier
    }
  }
}
