/// Holds one figure of a draft against what one source says.
struct FigureComparison {
  let sense: FigureSense
  let opened: OpenedLedger
  let entry: Int
  /// The draft names the entry by its key, so that the figure has to be in it.
  let isKeyed: Bool
  /// A figure that needs no source is only held against what clearly speaks of the same.
  let isExempt: Bool

  private var figures: [LedgerFigure] { opened.ledger.sources[entry].figures }
  private var senses: [FigureSense] { opened.index.senses[entry] }

  /// The verdict; nil where the source says too little.
  func verdict() -> LedgerVerdict? {
    let archive = opened.archive(of: entry)
    let readable = archive.flatMap { $0.isOtherLanguage ? nil : $0 }
    let ofCopy = readable.flatMap { fromCopy($0) }
    let ofLedger = fromLedger()
    guard let ofCopy else { return ofLedger ?? (readable.flatMap { absent($0) }) }
    guard ofCopy.kind == .agrees else { return ofCopy }
    // The copy bears the figure out; the ledger may still know that it counts something else, or another time.
    switch ofLedger?.kind {
    case .otherTime, .otherNoun, .superseded:
      return LedgerVerdict(
        entry: entry, kind: ofLedger?.kind ?? .agrees, sentence: ofCopy.sentence, archived: ofCopy.archived)
    case .otherValue(let value):
      // Where the copy gives both values, they are two facts.
      guard let listed = ofLedger?.listed,
        readable?.figures.contains(where: { senses[listed].hasValue(of: $0.sense) }) != true
      else { return ofCopy }
      return LedgerVerdict(
        entry: entry, kind: .ledgerDiffers(value), sentence: ofCopy.sentence, archived: ofCopy.archived, listed: listed)
    case .agrees, .otherUnit, .absent, .ledgerDiffers, nil: return ofCopy
    }
  }

  /// The verdict of the ledger's own list, whatever the copy says: for figures of which the draft says nobody.
  func listVerdict() -> LedgerVerdict? { fromLedger() }

  /// Whether the list says just this, so that it answers for a figure for which the draft names nobody.
  func isSupported() -> Bool {
    senses.contains { other in
      guard sense.hasValue(of: other), sense.likeness(to: other) == .same, !sense.isOtherTime(than: other) else {
        return false
      }
      let isSameHead = sense.counted.head != nil && sense.counted.head == other.counted.head
      return isSameHead ? isTelling || sense.overlap(with: other) > 1 : sense.overlap(with: other) > 1
    }
  }

  // MARK: The saved copy

  private func fromCopy(_ archive: ArchivedSource) -> LedgerVerdict? {
    let comparable = archive.figures.filter { sense.measured($0.sense) != nil }
    let equal = comparable.filter { sense.hasValue(of: $0.sense) }
    let others = comparable.filter { !sense.hasValue(of: $0.sense) }
    if let best = best(equal) {
      let likeness = sense.likeness(to: best.sense)
      let rival = self.best(others)
      // A number by itself, as in a table's cell, says nothing of what it counts.
      if likeness != .same, !best.sense.clause.isEmpty, let rival, sense.likeness(to: rival.sense) == .same,
        sense.overlap(with: rival.sense) > sense.overlap(with: best.sense)
      {
        return judged(.otherNoun(rival.sense.text), rival)
      }
      if likeness == .other {
        // A number alone, such as a score or a page, agrees with everything.
        return isKeyed && !isExempt ? judged(.otherNoun(nil), best) : nil
      }
      let inTime = equal.filter { sense.likeness(to: $0.sense) != .other && !sense.isOtherTime(than: $0.sense) }
      guard let agreeing = self.best(inTime) else {
        return isExempt ? nil : judged(.otherTime(nil), best)
      }
      return LedgerVerdict(entry: entry, kind: .agrees, sentence: agreeing.sentence, archived: agreeing)
    }
    let alike = others.filter { sense.likeness(to: $0.sense) == .same && !sense.isOtherTime(than: $0.sense) }
    if let best = best(alike), isKeyed || sense.overlap(with: best.sense) >= 2 {
      guard !isExempt || sense.overlap(with: best.sense) >= 2 else { return nil }
      return judged(.otherValue(best.sense.text), best)
    }
    guard isKeyed, !isExempt else { return nil }
    if let unit = archive.figures.first(where: { sense.measured($0.sense) == nil && isOtherUnit($0.sense) }) {
      return judged(.otherUnit(unit.sense.text), unit)
    }
    return nil
  }

  /// "$3 million" for "€3 million": the number is there, what it is a number of differs.
  private func isOtherUnit(_ other: FigureSense) -> Bool {
    guard sense.hasNumber(of: other), sense.kind == other.kind, sense.unit != other.unit else { return false }
    return sense.kind == .currency || sense.kind == .measure
  }

  private func absent(_ archive: ArchivedSource) -> LedgerVerdict? {
    guard isKeyed, !isExempt, !archive.holdsDigits(of: sense.text), !isComputed(from: archive) else { return nil }
    return LedgerVerdict(entry: entry, kind: .absent)
  }

  /// "8 percent more" of a copy that gives both prices: the change or share of two figures of one sentence.
  private func isComputed(from archive: ArchivedSource) -> Bool {
    guard sense.kind == .percent else { return false }
    return zip(archive.figures, archive.figures.dropFirst()).contains { first, second in
      let (one, other) = (first.sense, second.sense)
      guard first.sentence == second.sentence, one.kind == other.kind, one.unit == other.unit, one.low > 0,
        other.low > 0
      else { return false }
      let quotients = [one.low / other.low, other.low / one.low]
      return quotients.contains { quotient in
        [quotient * 100, abs(quotient - 1) * 100].contains { abs($0 - sense.low) <= max(sense.rounding, 0.5) * 1.01 }
      }
    }
  }

  private func judged(_ kind: LedgerVerdict.Kind, _ figure: ArchivedFigure) -> LedgerVerdict {
    LedgerVerdict(entry: entry, kind: kind, sentence: figure.sentence, archived: figure)
  }

  /// The figure that is most like this one.
  private func best(_ figures: [ArchivedFigure]) -> ArchivedFigure? {
    figures.max { (rank($0.sense), -$0.index) < (rank($1.sense), -$1.index) }
  }

  private func rank(_ other: FigureSense) -> Int {
    sense.likeness(to: other).rawValue * 1000 + sense.overlap(with: other) * 2
      + (sense.isOtherTime(than: other) ? 0 : 1)
  }

  // MARK: The ledger's own list

  private func fromLedger() -> LedgerVerdict? {
    guard !isExempt else { return nil }
    let equal = senses.indices.filter { sense.hasValue(of: senses[$0]) }
    for index in equal where isExcluded(index) {
      return LedgerVerdict(entry: entry, kind: .otherNoun(figures[index].what))
    }
    let alike = equal.filter { sense.likeness(to: senses[$0]) != .other }
    if let best = alike.max(by: { rank(senses[$0]) < rank(senses[$1]) }) {
      if let id = figures[best].id, let newer = figures.firstIndex(where: { $0.supersedes == id }),
        !sense.hasValue(of: senses[newer])
      {
        return LedgerVerdict(entry: entry, kind: .superseded(senses[newer].text))
      }
      if alike.allSatisfy({ sense.isOtherTime(than: senses[$0]) }) {
        return LedgerVerdict(entry: entry, kind: .otherTime(figures[best].period))
      }
      return LedgerVerdict(entry: entry, kind: .agrees, sentence: figures[best].quote)
    }
    if let other = equal.first, isTelling {
      return LedgerVerdict(entry: entry, kind: .otherNoun(figures[other].what))
    }
    if isKeyed,
      let other = senses.indices.first(where: { isOtherUnit(senses[$0]) && sense.likeness(to: senses[$0]) == .same }
      )
    {
      return LedgerVerdict(entry: entry, kind: .otherUnit(senses[other].text))
    }
    let same = senses.indices.filter { index in
      sense.measured(senses[index]) != nil && isSurelyAbout(senses[index]) && !sense.isOtherTime(than: senses[index])
        && figures[index].supersededBy(in: figures) == nil
    }
    if let best = same.max(by: { rank(senses[$0]) < rank(senses[$1]) }) {
      return LedgerVerdict(
        entry: entry, kind: .otherValue(senses[best].text), sentence: figures[best].quote, listed: best)
    }
    return nil
  }

  /// The ledger says that the figure does not count what the draft lets it count.
  private func isExcluded(_ index: Int) -> Bool {
    opened.index.exclusions[entry][index].contains { exclusion in
      guard let head = exclusion.head else { return false }
      guard let own = sense.counted.head else { return exclusion.isContained(in: sense.clause) }
      return own == head && exclusion.isContained(in: sense.clause.union(sense.counted.words))
    } && !(sense.counted.head != nil && sense.counted.head == senses[index].counted.head)
  }

  /// Every word that says what the ledger's figure counts stands in the draft's clause.
  private func isSurelyAbout(_ other: FigureSense) -> Bool {
    guard sense.likeness(to: other) == .same else { return false }
    let missing = other.counted.words.subtracting(sense.clause).count
    if isKeyed, other.counted.words.count > 2 { return missing <= 1 }
    return missing == 0 && (isKeyed || other.counted.words.count > 1)
  }

  /// Digits enough that two of them rarely agree by chance.
  private var isTelling: Bool { isKeyed || sense.low >= 1000 || sense.low != sense.low.rounded() }
}

extension LedgerFigure {
  /// Its window or day in words.
  var period: String? {
    if from != nil || to != nil {
      return "\(from?.first.iso ?? "…") to \(to?.last.iso ?? "…")"
    }
    return asOf.map { $0.first == $0.last ? $0.first.iso : "\($0.first.iso) to \($0.last.iso)" }
  }

  func supersededBy(in figures: [LedgerFigure]) -> LedgerFigure? {
    guard let id else { return nil }
    return figures.first { $0.supersedes == id }
  }
}
