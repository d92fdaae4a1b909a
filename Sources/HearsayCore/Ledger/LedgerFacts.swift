import ProseText

/// What the ledger says of a draft.
struct LedgerFacts: Sendable {
  let opened: OpenedLedger
  var keys: [SourceKey] = []
  /// By figure: how it goes with the source that is named for it.
  var verdicts: [Int: LedgerVerdict] = [:]
  /// By figure: the entry that supports a figure for which the draft names nobody.
  var supports: [Int: Int] = [:]
  /// By attribution: the entry that is meant.
  var entries: [Int: Int] = [:]
  /// By attribution: where the outlet's own text has it from.
  var trails: [Int: SourceTrail] = [:]
  /// Attributions whose party's own text says that it counted itself.
  var ownCounts: Set<Int> = []
  /// Trails of figures that the draft gives no party for, only a key: by key.
  var keyTrails: [Int: SourceTrail] = [:]

  var ledger: Ledger { opened.ledger }

  /// The keys that answer for a figure: those of its sentence.
  func keys(block: Int, sentence: Int) -> [Int] {
    var low = keys.firstPlace { ($0.block, $0.sentence) >= (block, sentence) }
    var found: [Int] = []
    while low < keys.count, keys[low].block == block, keys[low].sentence == sentence {
      found.append(low)
      low += 1
    }
    return found
  }
}

/// How a figure goes with what its source says.
struct LedgerVerdict: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    /// Same value, noun and time, as far as they are known.
    case agrees
    /// The source gives this value instead.
    case otherValue(String)
    /// The source counts something else with this number: what the source says.
    case otherNoun(String?)
    /// The source speaks of another time.
    case otherTime(String?)
    /// The number is the same, in another unit.
    case otherUnit(String)
    /// The copy has no such figure.
    case absent
    /// The copy agrees with the draft; the ledger lists this value.
    case ledgerDiffers(String)
    /// Another figure has replaced it.
    case superseded(String)
  }

  var entry: Int
  var kind: Kind
  /// The sentence of the copy that says so.
  var sentence: String?
  /// The copy's figure that it was held against.
  var archived: ArchivedFigure?
  /// Index of the entry's figure that it was held against, where the values differ.
  var listed: Int?

  static func == (left: LedgerVerdict, right: LedgerVerdict) -> Bool {
    left.entry == right.entry && left.kind == right.kind && left.sentence == right.sentence
  }
}

/// Whom a source has something from, as its own text or the ledger tells it.
struct SourceTrail: Sendable, Equatable {
  enum End: Sendable, Equatable {
    /// A party that a reader could ask, or whose text a reader could open.
    case named(String)
    case unnamed(String)
    case missing
    /// It returns to a party that it came through.
    case circular(String)
  }

  /// The entry whose text or derivation it is.
  var entry: Int
  /// Behind the entry, from the draft outwards.
  var parties: [ArchivedParty]
  var end: End
  /// The copy's own words; nil where the ledger tells it.
  var sentence: String?
}
