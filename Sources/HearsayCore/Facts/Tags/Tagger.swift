import Model
package import ProseText

/// Tags tokens with their parts of speech: a greedy averaged perceptron (Collins 2002) with integer weights.
///
/// Any tokens over any bytes get tags, the same on every machine and whatever was tagged before. Start-up reads the header
/// of the embedded weights.
package struct Tagger: Sendable {
  private var scores = TaggerWordScores()

  package init() {}

  /// The size of the embedded weights in bytes.
  package static var size: Int { hearsay_tagger_size() }

  /// Whether the embedded weights are of the version that this code reads; where they are not, every tag is `other`.
  package var isReady: Bool { Self.model != nil }

  private static var model: TaggerModel? {
    TaggerModel(UnsafeRawBufferPointer(start: hearsay_tagger_bytes(), count: hearsay_tagger_size()))
  }

  /// Tags the tokens of one sentence and appends a tag for each to `tags`.
  ///
  /// - Parameters:
  ///   - bytes: the draft; the tokens' offsets are relative to `origin` in it.
  ///   - range: indices of the sentence's tokens; what lies outside `tokens` is passed over.
  package mutating func tag(
    _ tokens: [Token], in bytes: [UInt8], at origin: Int, _ range: Range<Int>, into tags: inout [PartOfSpeech]
  ) {
    guard let model = Self.model else {
      tags.append(contentsOf: repeatElement(.other, count: range.clamped(to: tokens.indices).count))
      return
    }
    model.tag(tokens, in: bytes, at: origin, range, &scores, into: &tags)
  }
}

extension TaggerModel {
  /// Tags the tokens of one sentence and appends a tag for each to `tags`; `scores` are those of this model's words.
  package func tag(
    _ tokens: [Token], in bytes: [UInt8], at origin: Int, _ range: Range<Int>, _ scores: inout TaggerWordScores,
    into tags: inout [PartOfSpeech]
  ) {
    let range = range.clamped(to: tokens.indices)
    bytes.withUnsafeBufferPointer { buffer in
      scores.withTable { table in
        TaggerRoom.with { room in
          let reader = TaggerWordReader(
            buffer, at: origin, model: self, tokens, range)
          var window = TaggerWindow()
          var next = range.lowerBound
          func feed() {
            window.move(next < range.upperBound ? reader.word(tokens[next], after: window.secondAfter) : .boundary)
            next += 1
          }
          for _ in 0..<2 { feed() }
          var history = TaggerHistory()
          for index in range {
            feed()
            window.hasFiniteVerbAhead = reader.hasFiniteVerb(after: index)
            var tag = window.word.fixed ?? best(window, history, table, room)
            if tag == .noun, isNameInFront(window) { tag = .properNoun }
            tags.append(tag)
            history.append(tag, of: window.word)
          }
        }
      }
    }
  }

  /// An unknown word with a capital that opens a sentence in front of a verb: a common noun would have its article.
  private func isNameInFront(_ window: TaggerWindow) -> Bool {
    guard window.word.shape == .capitalFirst, TaggerWord.Group.unknowns.contains(window.word.group) else {
      return false
    }
    guard window.after.group >= TaggerWord.Group.firstOfDictionary else {
      let endsInED = window.after.suffix(2) == 0x6564
      return endsInED && window.after.shape == .small && TaggerWord.Group.unknowns.contains(window.after.group)
    }
    let tags = mask(of: window.after.group)
    return tags & TaggerModel.finiteTags != 0 && tags & TaggerModel.nounTags == 0
  }

  @inline(__always)
  private func best(
    _ window: TaggerWindow, _ history: TaggerHistory, _ table: TaggerWordScores.Table, _ room: TaggerRoom
  ) -> PartOfSpeech {
    let allowed = allowedTags(window.word)
    // With one tag to choose from there is nothing to weigh.
    if allowed & (allowed &- 1) == 0, allowed != 0 {
      return PartOfSpeech(rawValue: UInt8(allowed.trailingZeroBitCount)) ?? .noun
    }
    var sum = TagScores()
    table.add(window.word, .word, self, room, to: &sum)
    table.add(window.before, .before, self, room, to: &sum)
    table.add(window.after, .after, self, room, to: &sum)
    table.add(window.secondBefore, .secondBefore, self, room, to: &sum)
    table.add(window.secondAfter, .secondAfter, self, room, to: &sum)
    sum.store(to: room.scores)
    TaggerFeatures.words(window, into: room.features)
    TaggerFeatures.history(window, history, into: room.features + TaggerFeatures.wordsCount)
    add(TaggerFeatures.wordsCount + TaggerFeatures.historyCount, room)
    return best(of: room.scores, allowed: allowed)
  }

  /// The tags that the classifier may choose from, as a mask.
  package func allowedTags(_ word: TaggerWord) -> UInt64 {
    guard word.group >= TaggerWord.Group.firstOfDictionary else {
      // The others are marks: an apostrophe closes words or a possessive.
      return TaggerWord.Group.unknowns.contains(word.group) ? TaggerModel.openTags : TaggerModel.markTags
    }
    let mask = mask(of: word.group)
    let tags = mask & TaggerModel.allTags
    guard mask & TaggerModel.isClosed != 0 else { return tags | TaggerModel.openTags }
    switch word.shape {
    case .small, .clitic, .dotted: return tags
    default: return tags | TaggerModel.nameTags
    }
  }

  /// The tag of the highest score; of equals the first.
  @inline(__always)
  private func best(of scores: UnsafeMutablePointer<Int16>, allowed: UInt64) -> PartOfSpeech {
    var best = PartOfSpeech.noun.rawValue
    var highest = Int16.min
    var rest = allowed
    while rest != 0 {
      let tag = rest.trailingZeroBitCount
      rest &= rest &- 1
      if scores[tag] > highest {
        highest = scores[tag]
        best = UInt8(truncatingIfNeeded: tag)
      }
    }
    return PartOfSpeech(rawValue: best) ?? .noun
  }

  package static let allTags: UInt64 = (1 << UInt64(PartOfSpeech.allCases.count)) - 1
  /// The tags that new words come to have, from nouns to participles, and numbers; the words of the other classes are few and
  /// in the dictionary.
  static let openTags: UInt64 =
    2 << UInt64(PartOfSpeech.presentParticiple.rawValue) - 1 << UInt64(PartOfSpeech.noun.rawValue)
    | 1 << UInt64(PartOfSpeech.cardinal.rawValue)
  static let markTags: UInt64 =
    1 << UInt64(PartOfSpeech.punctuation.rawValue) | 1 << UInt64(PartOfSpeech.possessiveEnding.rawValue)
  static let finiteTags: UInt64 =
    0b1110 << UInt64(PartOfSpeech.baseVerb.rawValue) | 1 << UInt64(PartOfSpeech.modal.rawValue)
  static let nounTags: UInt64 =
    1 << UInt64(PartOfSpeech.noun.rawValue) | 1 << UInt64(PartOfSpeech.pluralNoun.rawValue)
  package static let nameTags: UInt64 =
    1 << UInt64(PartOfSpeech.properNoun.rawValue) | 1 << UInt64(PartOfSpeech.pluralProperNoun.rawValue)
}
