import ProseText

extension Rule {
  static let crossDraftSpeakerConflict = Rule(
    id: "HS603", name: "cross-draft-speaker-conflict", severity: .warning,
    summary: "The same words do not change mouths from draft to draft.",
    why: """
      Words that agree at such length are one quotation, and one of the two names is wrong. Go back to the recording or the notes, and \
      mend the draft that has it wrong. Words that two spoke together are credited to both.
      """,
    standard: "Accuracy; NYT quotations",
    flagged: [
      Example(
        "⟦“The keel cracked long before the northern gale came,”⟧ said Ida Marsh.",
        drafts: ["keel.txt": "“The keel cracked long before the northern gale came,” Tomas Reid said."]),
      Example(
        "⟦“The keel cracked long before the northern gale came,”⟧ said Ida Marsh, a pilot.",
        drafts: [
          "keel.txt":
            "It was no accident. “It is true, the keel cracked long before the northern gale came,” said Tomas Reid."
        ]),
    ],
    clean: [
      Example(
        "“The keel cracked long before the northern gale came,” said Ida Marsh.",
        drafts: ["keel.txt": "“The keel cracked long before the northern gale came,” Marsh said."]),
      Example(
        "Ida Marsh was there. “The keel cracked long before the northern gale came,” she said.",
        drafts: ["keel.txt": "“The keel cracked long before the northern gale came,” said Ida Marsh."]),
      Example(
        "“The keel cracked long before the northern gale came,” Ida Marsh and Tomas Reid said in a joint statement.",
        drafts: ["keel.txt": "“The keel cracked long before the northern gale came,” said Tomas Reid."]),
      Example(
        "“The keel cracked long before the northern gale came,” said Ida Marsh.",
        drafts: ["keel.txt": "“The mast fell an hour after the harbour bell rang,” said Tomas Reid."]),
      Example(
        "“We will win,” said Ida Marsh.", drafts: ["keel.txt": "“We will win,” said Tomas Reid."]),
    ],
    stage: .workspace,
    checkWorkspace: { drafts, report in
      var related: [Int: [(place: Related, speaker: String)]] = [:]
      for matches in drafts.index.matches(of: drafts.id, kind: .quotation) {
        for items in matches.items {
          let (own, other) = (drafts.own.quotations[items.own], matches.digest.quotations[items.other])
          guard own.isSameWords(as: other), own.speaker.isOther(than: other.speaker) else { continue }
          let place = Related(range: other.range, message: "“\(other.speaker.name)” there", draft: matches.id)
          related[items.own, default: []].append((place, other.speaker.name))
        }
      }
      for (index, others) in related.sorted(by: { $0.key < $1.key }) {
        let own = drafts.own.quotations[index]
        let name = others[0].place.draft.map { DraftNeighbourhood.name(of: $0) } ?? ""
        report.add(
          own.range, "These words are “\(own.speaker.name)”’s here and “\(others[0].speaker)”’s in \(name).",
          related: others.prefix(5).map(\.place))
      }
    }
  ) { _, _ in }
}

extension QuotedWords {
  /// Whether most of the shorter of two quotations stands in the other, in the same order.
  func isSameWords(as other: QuotedWords) -> Bool {
    let shared = Self.inOrder(words, other.words)
    return shared >= Self.fewestWords && shared * 5 >= min(words.count, other.words.count) * 4
      && Self.inOrder(content, other.content) >= Self.fewestContentWords
  }

  /// How many words of one text stand in another in the same order, looked for from left to right.
  private static func inOrder(_ one: [UInt64], _ other: [UInt64]) -> Int {
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    var places: [UInt64: [Int]] = [:]
    for (index, word) in long.enumerated() { places[word, default: []].append(index) }
    var at = -1
    var count = 0
    for word in short {
      guard let next = places[word]?.first(where: { $0 > at }) else { continue }
      at = next
      count += 1
    }
    return count
  }
}

extension QuotedWords.Speaker {
  /// Whether two are surely not one: two persons, two bodies, or two people that are described by different nouns.
  func isOther(than other: QuotedWords.Speaker) -> Bool {
    guard !words.isEmpty, !other.words.isEmpty, kind == other.kind else { return false }
    switch kind {
    case .person, .organisation:
      return !PartyNames.isSame(words, other.words) && Set(words).isDisjoint(with: other.words)
    case .anonymous:
      return words != other.words && !Self.general.contains(words[0]) && !Self.general.contains(other.words[0])
    case .publication, .document, .vague, .writer, .missing: return false
    }
  }

  /// Nouns that any other may stand for.
  private static let general = Set(
    """
    person people man woman source official witness resident someone somebody boy girl spokesman spokeswoman spokesperson speaker \
    leader expert analyst colleague relative neighbour neighbor friend one
    """.split { $0 == " " || $0 == "\n" }.map { WordStems.key($0) })
}
