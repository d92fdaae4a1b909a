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
        TaggerRoom.with(range.count) { room, groups in
          let reader = TaggerWordReader(buffer, at: origin, model: self, tokens, range, room: groups)
          var window = TaggerWindow()
          var seats = TaggerSeats()
          // One word more than the window holds, so that what the table says of it is at hand when it comes in.
          var ahead = TaggerWord.boundary
          var aheadSeat = table.seat(of: ahead)
          var history = TaggerHistory()
          for index in range.lowerBound - 3..<range.upperBound {
            window.move(ahead)
            seats.move(aheadSeat)
            let isInside = index >= range.lowerBound
            window.hasFiniteVerbAhead = reader.hasFiniteVerb(after: index)
            let allowed = isInside && window.word.fixed == nil ? allowedTags(window.word) : 0
            // With one tag to choose from there is nothing to weigh.
            let isWeighed = allowed & (allowed &- 1) != 0
            // The weights come from afar: they are asked for before the next word is read.
            let found = isWeighed ? find(window, history, room) : 0
            let next = index + 3
            ahead = next < range.upperBound ? reader.word(next, tokens[next], after: ahead) : .boundary
            aheadSeat = table.seat(of: ahead)
            guard isInside else { continue }
            var tag: PartOfSpeech
            if isWeighed {
              tag = best(window, seats, found, allowed: allowed, table, room)
            } else {
              tag = window.word.fixed ?? PartOfSpeech(rawValue: UInt8(allowed.trailingZeroBitCount)) ?? .noun
            }
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

  /// Finds the weights of what is said by several words and by the tags before; answers of how many features there are any.
  @inline(__always)
  private func find(_ window: TaggerWindow, _ history: TaggerHistory, _ room: TaggerRoom) -> Int {
    TaggerFeatures.words(window, into: room.features)
    TaggerFeatures.history(window, history, into: room.features + TaggerFeatures.wordsCount)
    return find(TaggerFeatures.wordsCount + TaggerFeatures.historyCount, room)
  }

  /// - Parameter found: of how many features the room has the weights.
  @inline(__always)
  private func best(
    _ window: TaggerWindow, _ seats: TaggerSeats, _ found: Int, allowed: UInt64, _ table: TaggerWordScores.Table,
    _ room: TaggerRoom
  ) -> PartOfSpeech {
    var sum = TagScores()
    table.add(window.word, .word, seats.word, self, room, to: &sum)
    table.add(window.before, .before, seats.before, self, room, to: &sum)
    table.add(window.after, .after, seats.after, self, room, to: &sum)
    table.add(window.secondBefore, .secondBefore, seats.secondBefore, self, room, to: &sum)
    table.add(window.secondAfter, .secondAfter, seats.secondAfter, self, room, to: &sum)
    sum.store(to: room.scores)
    for index in 0..<found { Self.add(room.places[index], to: room.scores) }
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
  private func best(of scores: UnsafeMutableRawPointer, allowed: UInt64) -> PartOfSpeech {
    var best = PartOfSpeech.noun.rawValue
    var highest = Int16.min
    var rest = allowed
    while rest != 0 {
      let tag = rest.trailingZeroBitCount
      rest &= rest &- 1
      let score = scores.load(fromByteOffset: 2 &* tag, as: Int16.self)
      if score > highest {
        highest = score
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
