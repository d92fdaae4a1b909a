import HearsayCore

/// Weights by feature and tag, and their sums over time.
struct TaggerPerceptron {
  private var indices: [UInt32: Int32] = [:]
  private var weights: [Int32]
  /// Each change times the moment of the change: the average is `weights * moment - changes`.
  private var changes: [Int64]
  private var moment: Int64 = 1
  /// The averages of the runs that are over.
  private var averages: [Int64]
  /// The features of each word to be classified that know no tags, by sentence and position; -1 where unknown.
  private var wordFeatures: [Int32] = []
  private var starts: [Int] = []
  private static let tagCount = PartOfSpeech.allCases.count

  var featureCount: Int { indices.count }

  init(_ samples: [TaggerSample], leastCount: Int) {
    var counts: [UInt32: Int32] = [:]
    Self.forEachFeature(of: samples) { counts[$0, default: 0] += 1 }
    let kept = counts.filter { $0.value >= leastCount }.keys.sorted()
    indices = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, Int32($0)) })
    weights = Array(repeating: 0, count: kept.count * Self.tagCount)
    changes = Array(repeating: 0, count: kept.count * Self.tagCount)
    averages = Array(repeating: 0, count: kept.count * Self.tagCount)
    var buffer = [UInt32](repeating: 0, count: TaggerFeatures.wordCount)
    for sample in samples {
      starts.append(wordFeatures.count)
      for window in sample.windows {
        buffer.withUnsafeMutableBufferPointer { features in
          guard let base = features.baseAddress else { return }
          TaggerFeatures.word(window, into: base)
        }
        for feature in buffer { wordFeatures.append(indices[Self.identity(feature)] ?? -1) }
      }
    }
  }

  private static func identity(_ feature: UInt32) -> UInt32 {
    TaggerModel.identity(feature, bucketBits: TaggerFile.bucketBits)
  }

  private static func forEachFeature(of samples: [TaggerSample], _ body: (UInt32) -> Void) {
    var buffer = [UInt32](repeating: 0, count: TaggerFeatures.wordCount)
    for sample in samples {
      var past = TaggerHistory()
      for (window, tag) in zip(sample.windows, sample.tags) {
        if window.word.fixed == nil, tag != nil {
          buffer.withUnsafeMutableBufferPointer { features in
            guard let base = features.baseAddress else { return }
            TaggerFeatures.word(window, into: base)
            for index in 0..<TaggerFeatures.wordCount { body(identity(base[index])) }
            TaggerFeatures.history(window, past, into: base)
            for index in 0..<TaggerFeatures.historyCount { body(identity(base[index])) }
          }
        }
        past.append(tag ?? .noun, of: window.word)
      }
    }
  }

  /// Learns from every sentence once, in an order that the seed gives.
  mutating func pass(_ samples: [TaggerSample], _ model: TaggerModel, seed: UInt64) -> (wrong: Int, total: Int) {
    var order = Array(samples.indices)
    var generator = SplitMix64(state: seed)
    order.shuffle(using: &generator)
    var wrong = 0
    var total = 0
    var scores = [Int32](repeating: 0, count: 64)
    var history = [UInt32](repeating: 0, count: TaggerFeatures.historyCount)
    var active: [Int] = []
    for number in order {
      let sample = samples[number]
      var past = TaggerHistory()
      for (position, window) in sample.windows.enumerated() {
        var tag = window.word.fixed ?? .noun
        if window.word.fixed == nil {
          active.removeAll(keepingCapacity: true)
          let first = starts[number] + position * TaggerFeatures.wordCount
          for index in first..<first + TaggerFeatures.wordCount where wordFeatures[index] >= 0 {
            active.append(Int(wordFeatures[index]) * Self.tagCount)
          }
          history.withUnsafeMutableBufferPointer { features in
            guard let base = features.baseAddress else { return }
            TaggerFeatures.history(window, past, into: base)
          }
          for feature in history {
            if let index = indices[Self.identity(feature)] { active.append(Int(index) * Self.tagCount) }
          }
          tag = best(active, &scores, model, window)
          if let gold = sample.tags[position] {
            total += 1
            if gold != tag {
              wrong += 1
              // What the tagger may not choose would be asked for again and again, ever louder.
              if model.allowedTags(window.word) >> UInt64(gold.rawValue) & 1 == 1 {
                change(active, from: tag, to: gold)
              }
            }
            moment += 1
          }
        }
        past.append(tag, of: window.word)
      }
    }
    return (wrong, total)
  }

  private func best(_ active: [Int], _ scores: inout [Int32], _ model: TaggerModel, _ window: TaggerWindow)
    -> PartOfSpeech
  {
    scores.withUnsafeMutableBufferPointer { scores in
      weights.withUnsafeBufferPointer { weights in
        guard let base = scores.baseAddress else { return .noun }
        base.update(repeating: 0, count: 64)
        for row in active {
          for tag in 0..<Self.tagCount { base[tag] &+= weights[row + tag] }
        }
        return best(of: base, allowed: model.allowedTags(window.word))
      }
    }
  }

  /// The tag of the highest score; of equals the first.
  private func best(of scores: UnsafeMutablePointer<Int32>, allowed: UInt64) -> PartOfSpeech {
    var best = 0
    var highest = Int32.min
    for tag in 0..<Self.tagCount where allowed >> UInt64(tag) & 1 == 1 && scores[tag] > highest {
      highest = scores[tag]
      best = tag
    }
    return PartOfSpeech(rawValue: UInt8(best)) ?? .noun
  }

  private mutating func change(_ active: [Int], from wrong: PartOfSpeech, to right: PartOfSpeech) {
    for row in active {
      weights[row + Int(right.rawValue)] += 1
      changes[row + Int(right.rawValue)] += moment
      weights[row + Int(wrong.rawValue)] -= 1
      changes[row + Int(wrong.rawValue)] -= moment
    }
  }

  /// Adds this run's averages to those of the runs before and starts anew.
  ///
  /// Runs over the same data are equally long, so that the sums need no weighting.
  mutating func endRun() {
    for index in weights.indices { averages[index] += Int64(weights[index]) * moment - changes[index] }
    weights = Array(repeating: 0, count: weights.count)
    changes = Array(repeating: 0, count: changes.count)
    moment = 1
  }

  /// The averaged weights, the smallest left out until the rest fits the budget, in 8 bits.
  func entries(unitBudget: Int) -> [TaggerEntry] {
    // Half of the largest weight is full scale: the few beyond it lose less than the many below would in coarser steps.
    let largest = (averages.lazy.map(\.magnitude).max() ?? 2) / 2
    let steps = averages.map { quantised($0, Int64(max(1, largest))) }
    var threshold: Int8 = 1
    while units(steps, threshold) > unitBudget, threshold < 127 { threshold += 1 }
    return indices.sorted { $0.key < $1.key }.compactMap { identity, index in
      let row = Int(index) * Self.tagCount
      var pairs = (0..<Self.tagCount).compactMap { tag -> (tag: UInt8, weight: Int8)? in
        let weight = steps[row + tag]
        return weight.magnitude >= threshold.magnitude ? (UInt8(tag), weight) : nil
      }
      guard !pairs.isEmpty else { return nil }
      if pairs.count > 16 {
        pairs.sort { ($0.weight.magnitude, $1.tag) > ($1.weight.magnitude, $0.tag) }
        pairs = pairs.prefix(16).sorted { $0.tag < $1.tag }
      }
      return TaggerEntry(identity: identity, weights: pairs)
    }
  }

  private func quantised(_ average: Int64, _ largest: Int64) -> Int8 {
    let scaled = (average * 254 + (average < 0 ? -largest : largest)) / (2 * largest)
    return Int8(clamping: min(127, max(-127, scaled)))
  }

  private func units(_ steps: [Int8], _ threshold: Int8) -> Int {
    var units = 0
    for row in stride(from: 0, to: steps.count, by: Self.tagCount) {
      var kept = 0
      for tag in row..<row + Self.tagCount where steps[tag].magnitude >= threshold.magnitude { kept += 1 }
      if kept > 0 { units += 1 + min(kept, 16) }
    }
    return units
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers from the same seed everywhere.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
