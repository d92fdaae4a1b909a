/// A ledger with the look-ups that holding drafts against it needs.
///
/// Made once for a ledger and never changed; a reference, so that it is cheap to hand to every draft.
package final class LedgerIndex: Sendable {
  package let ledger: Ledger
  /// For each source the senses of its figures.
  let senses: [[FigureSense]]
  /// For each source and figure what it does not count.
  let exclusions: [[[CountedPhrase]]]
  /// For each source and figure what it bounds.
  let bounds: [[[CountedPhrase]]]
  /// What everybody knows.
  let common: [FigureSense]
  let names: PartyNames
  private let entries: [String: Int]
  /// By the noun that a figure counts, or does not, the entries that list such a figure.
  private let entriesCounting: [UInt64: [Int]]
  /// The entries that bound something.
  let bounding: [Int]

  package init(_ ledger: Ledger) {
    let senses = ledger.sources.map { $0.figures.map { FigureSense($0) } }
    let exclusions = ledger.sources.map { $0.figures.map { $0.not.map { CountedPhrase($0) } } }
    self.ledger = ledger
    self.senses = senses
    self.exclusions = exclusions
    bounds = ledger.sources.map { $0.figures.map { $0.bounds.map { CountedPhrase($0) } } }
    bounding = ledger.sources.indices.filter { index in
      ledger.sources[index].status == .active && ledger.sources[index].figures.contains { !$0.bounds.isEmpty }
    }
    common = ledger.commonKnowledge.map {
      FigureSense(LedgerFigure(value: $0.value, what: $0.what, valueRange: 0..<0))
    }
    names = PartyNames(ledger)
    var entries: [String: Int] = [:]
    for (index, source) in ledger.sources.enumerated() where entries[source.id] == nil { entries[source.id] = index }
    self.entries = entries
    var counting: [UInt64: [Int]] = [:]
    for index in ledger.sources.indices {
      let heads = senses[index].compactMap(\.counted.head) + exclusions[index].joined().compactMap(\.head)
      for head in Set(heads) { counting[head, default: []].append(index) }
    }
    entriesCounting = counting
  }

  /// The entry that has an id.
  package func entry(_ id: String) -> Int? { entries[id] }

  /// The entries that list a figure of something that a figure's words name, in the ledger's order.
  func entries(about sense: FigureSense) -> [Int] {
    Set(sense.clause.flatMap { entriesCounting[$0] ?? [] }).sorted()
  }

  /// The ids of the entries whose copies a text may need: those whose key or name it holds, in the ledger's order.
  package func copiesNeeded(by bytes: [UInt8]) -> [Int] {
    let words = Self.words(of: bytes)
    return ledger.sources.indices.filter { index in
      let source = ledger.sources[index]
      guard source.file != nil, source.status != .retired else { return false }
      return words.contains(source.id.lowercased()) || names.mayOccur(index, among: words)
    }
  }

  /// The words and keys of a text in small letters, each also without the marks inside it.
  private static func words(of bytes: [UInt8]) -> Set<String> {
    var words: Set<String> = []
    var start = 0
    func isInner(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
      default: "_:.#$%&-+?<>~/'".utf8.contains(byte)
      }
    }
    var at = 0
    while at <= bytes.count {
      if at == bytes.count || !isInner(bytes[at]) {
        if at > start, at - start <= 200 {
          let word = String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
          words.insert(word)
          for part in word.split(whereSeparator: { ":.,/-'’“”".contains($0) }) { words.insert(String(part)) }
          // "{src:id}": what stands behind the first colon is the key.
          if let colon = word.firstIndex(of: ":") { words.insert(String(word[word.index(after: colon)...])) }
          words.insert(String(word.drop { ".:'".contains($0) }.reversed().drop { ".:'".contains($0) }.reversed()))
        }
        start = at + 1
      }
      at += 1
    }
    return words
  }
}
