import HearsayCore
import ProseText

/// The words of the training data that the model knows by heart, in groups of the same possible tags.
struct TaggerDictionary {
  /// By word group; entries below `firstOfDictionary` are empty.
  var masks: [UInt64]
  /// Keys with their groups, sorted by key.
  var words: [(key: UInt64, group: UInt8)]

  /// A word seen less often is left to the classifier.
  static let leastCount = 3
  /// Seen as often with one tag alone (but for one case in 200), a word needs no classifier.
  static let certainCount = 20
  /// Seen as often, a word has no other tags than those seen.
  static let closedCount = 20

  init(_ sentences: [TaggedSentence]) {
    var counts: [UInt64: [Int]] = [:]
    for sentence in sentences {
      for (token, tag) in zip(sentence.tokens, sentence.tags) where token.kind == .word {
        guard let tag, !token.shape.contains(.hasDigit) else { continue }
        counts[token.key, default: Array(repeating: 0, count: PartOfSpeech.allCases.count)][Int(tag.rawValue)] += 1
      }
    }
    var byMask: [UInt64: Int] = [:]
    var masksByKey: [(UInt64, UInt64)] = []
    for key in TaggerLexicon.tags.keys where counts[key] == nil {
      counts[key] = Array(repeating: 0, count: PartOfSpeech.allCases.count)
    }
    for (key, tags) in counts {
      let total = tags.reduce(0, +)
      var mask = Self.mask(tags, max(1, total))
      if let possible = TaggerLexicon.tags[key], total < Self.closedCount {
        mask = mask & TaggerModel.allTags | possible | TaggerModel.isClosed
      } else if total < Self.leastCount {
        continue
      }
      byMask[mask, default: 0] += max(total, Self.closedCount)
      masksByKey.append((key, mask))
    }
    let kept = byMask.sorted { ($0.value, $0.key) > ($1.value, $1.key) }
      .prefix(256 - Int(TaggerWord.Group.firstOfDictionary)).map(\.key)
    masks = Array(repeating: 0, count: Int(TaggerWord.Group.firstOfDictionary)) + kept
    masks += Array(repeating: 0, count: 256 - masks.count)
    let groups = Dictionary(
      uniqueKeysWithValues: kept.enumerated().map { ($1, UInt8($0) + TaggerWord.Group.firstOfDictionary) })
    words = masksByKey.compactMap { key, mask in groups[mask].map { (key, $0) } }.sorted { $0.key < $1.key }
  }

  private static func mask(_ tags: [Int], _ total: Int) -> UInt64 {
    var mask: UInt64 = 0
    let most = tags.max() ?? 0
    for (tag, count) in tags.enumerated() where count > 0 && count * 100 >= total { mask |= 1 << UInt64(tag) }
    if total >= closedCount { mask |= TaggerModel.isClosed }
    if total >= certainCount, (total - most) * 200 <= total {
      mask = 0
      for (tag, count) in tags.enumerated() where count == most { mask |= 1 << UInt64(tag) }
      mask |= TaggerModel.isClosed | TaggerModel.isCertain
    }
    return mask
  }
}
