import ProseText

// Names that the ledger gives to its sources.
extension SourceResolver {
  /// The party of the ledger whose name or alias a mention is; nil where it is none.
  mutating func ledgerParty(_ description: SourceDescription, in block: Int, at range: Range<Int>) -> Int? {
    guard !aliases.isEmpty, description.reference != .pronoun else { return nil }
    guard let party = aliases[words(description.phrase.terms, block)] else { return nil }
    if let known = ledgerParties[party] ?? register.match(PartyNames.words(of: party), initials: nil) {
      ledgerParties[party] = known
      return mention(known, in: block, at: range)
    }
    let kind: SourceKind = description.kind == .document ? .publication : description.kind
    let added = register.add(
      DraftSource(
        name: party, kind: kind, words: PartyNames.words(of: party), initials: nil, mentions: [range],
        isLinked: isLinked(range, block), isRelay: kind == .publication),
      in: block)
    ledgerParties[party] = added
    return added
  }
}
