/// Follows what the sources of a ledger have from whom: through their saved copies for one figure, else by what the ledger says.
struct SourceTrails {
  private let opened: OpenedLedger

  init(_ opened: OpenedLedger) { self.opened = opened }

  /// The steps that are followed at most.
  private static let longest = 16

  /// Where a copy has a figure from; nil where it speaks for itself.
  func trail(of figure: ArchivedFigure, in start: Int) -> SourceTrail? {
    var parties: [ArchivedParty] = []
    var visited = [start]
    var entry = start
    var figure = figure
    var sentence: String?
    while visited.count < Self.longest {
      guard let archive = opened.archive(of: entry) else { break }
      let origin = ownMatter(archive.origin(of: figure), of: entry)
      if origin != .own, origin != .unsaid { sentence = sentence ?? figure.sentence }
      switch origin {
      case .own, .unsaid: return parties.isEmpty ? nil : end(parties, start, sentence)
      case .unnamed(let name):
        return SourceTrail(entry: start, parties: parties, end: .unnamed(name), sentence: sentence)
      case .missing:
        return SourceTrail(entry: start, parties: parties, end: .missing, sentence: sentence)
      case .named(let chain):
        for party in chain {
          if visited.contains(where: { isName(of: $0, party) }) {
            return SourceTrail(
              entry: start, parties: parties + [party], end: .circular(party.name), sentence: sentence)
          }
          parties.append(party)
        }
        // The party's own copy may tell more.
        guard let last = parties.last, let next = self.entry(of: last, except: visited),
          let copy = opened.archive(of: next), let same = Self.same(figure, in: copy)
        else { return end(parties, start, sentence) }
        visited.append(next)
        entry = next
        figure = same
      }
    }
    return parties.isEmpty ? nil : end(parties, start, sentence)
  }

  /// Whether a copy says that its own source counted a figure.
  func isOwnCount(_ figure: ArchivedFigure, in entry: Int) -> Bool {
    guard let archive = opened.archive(of: entry) else { return false }
    return ownMatter(archive.origin(of: figure), of: entry) == .own
  }

  /// Where the ledger says that an entry has its matter from; nil where it says nothing, or that it is the first hand.
  func trail(of start: Int) -> SourceTrail? {
    let sources = opened.ledger.sources
    var parties: [ArchivedParty] = []
    var visited = [start]
    var entry = start
    while visited.count < Self.longest {
      guard let edge = sources[entry].derivations.first(where: { !$0.isUnknown }) ?? sources[entry].derivations.first
      else { break }
      if edge.isUnknown { return SourceTrail(entry: start, parties: parties, end: .missing) }
      guard let next = opened.index.entry(edge.source) else { break }
      let source = sources[next]
      let party = ArchivedParty(
        name: source.name, kind: source.kind, words: PartyNames.words(of: source.name), isRelay: source.isRelay)
      if visited.contains(next) {
        return SourceTrail(entry: start, parties: parties + [party], end: .circular(party.name))
      }
      parties.append(party)
      visited.append(next)
      entry = next
    }
    return parties.isEmpty ? nil : end(parties, start, nil)
  }

  private func end(_ parties: [ArchivedParty], _ start: Int, _ sentence: String?) -> SourceTrail {
    SourceTrail(entry: start, parties: parties, end: .named(parties.first?.name ?? ""), sentence: sentence)
  }

  /// What a source says of itself and its own people is its own matter.
  private func ownMatter(_ origin: ArchivedOrigin, of entry: Int) -> ArchivedOrigin {
    let isPrimary = opened.ledger.sources[entry].rank == .primary
    switch origin {
    case .named(let chain):
      guard let first = chain.first else { return .own }
      // "Our members counted 3,120": whoever writes counted.
      let isOurs = first.name.prefix(4).lowercased() == "our "
      if isOurs || isName(of: entry, first) {
        let rest = Array(chain.dropFirst())
        return rest.isEmpty ? .own : .named(rest)
      }
      // A body speaks through its director.
      if isPrimary, first.kind == .person { return .own }
      return origin
    case .unnamed(let name):
      return isPrimary && !name.lowercased().contains("report") && !name.lowercased().contains("media") ? .own : origin
    case .own, .unsaid, .missing: return origin
    }
  }

  private func isName(of entry: Int, _ party: ArchivedParty) -> Bool {
    opened.index.names.entries(named: party.words).contains(entry)
  }

  private func entry(of party: ArchivedParty, except visited: [Int]) -> Int? {
    opened.index.names.entries(named: party.words).first { !visited.contains($0) }
  }

  /// The same figure in another copy.
  private static func same(_ figure: ArchivedFigure, in copy: ArchivedSource) -> ArchivedFigure? {
    copy.figures.first {
      figure.sense.hasValue(of: $0.sense) && figure.sense.likeness(to: $0.sense) != .other
        && !figure.sense.isOtherTime(than: $0.sense)
    }
  }
}

extension LedgerSource {
  /// What it is to a reader.
  var kind: SourceKind {
    switch type {
    case "report", "book", "dataset", "document", "statistic", "legislation", "bill", "legal_case", "thesis": .document
    case "article", "article-newspaper", "article-magazine", "article-journal", "post", "post-weblog", "webpage",
      "broadcast":
      .publication
    default: author != nil && publisher == nil ? .person : .organisation
    }
  }

  /// It passes on what others said, as far as the ledger says.
  var isRelay: Bool { rank != .primary && (rank != nil || kind == .publication) }
}
