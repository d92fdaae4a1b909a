import ProseText

// Who speaks together: "Ida Brandt and Tom Reid", "both officers", "the couple"; and who of them "the father" is.
extension SourceResolver {
  // MARK: Who stands side by side

  /// Takes in a block's rows of full names.
  mutating func introduceRows(of block: Int) {
    let names = blocks[block].facts.personNames
    var start = 0
    while start < names.count {
      var end = start + 1
      while end < names.count, names[end].isJoined { end += 1 }
      if end - start > 1 { introduceRow(names[start..<end], in: block) }
      start = end
    }
  }

  private mutating func introduceRow(_ names: ArraySlice<PersonName>, in block: Int) {
    let passage = blocks[block].passage
    guard let first = names.first, let last = names.last, names.allSatisfy(\.isCertain),
      passage.word(last.terms.lowerBound - 1) == .and
    else { return }
    let members = names.compactMap { people.person($0.words(in: passage)) }
    guard members.count == names.count else { return }
    let surnames = Set(members.compactMap { people.people[$0].words.last })
    rows.add(PeopleRows.Row(people: members, noun: first.rowNoun, isFamily: surnames.count == 1))
  }

  // MARK: Several as one source

  /// The party of several people whom a mention names or means; nil where it means one, or nobody knows whom.
  mutating func several(_ description: SourceDescription, in block: Int, at range: Range<Int>) -> Int? {
    if let members = namedMembers(description.phrase, in: block) {
      return joint(members.people, names: members.names, in: block, at: range)
    }
    guard let row = row(meantBy: description.phrase, in: block) else { return nil }
    return joint(row.people, names: row.people.map { people.people[$0].name }, in: block, at: range)
  }

  private mutating func joint(_ members: [Int], names: [String], in block: Int, at range: Range<Int>) -> Int {
    guard let last = names.last else { return 0 }
    let source = DraftSource(
      name: names.dropLast().joined(separator: ", ") + " and " + last, kind: .person, words: [], initials: nil,
      mentions: [range], isJoint: true, isLinked: isLinked(range, block), isRelay: false)
    return register.joint(members.sorted(), source, in: block, at: range)
  }

  /// The people in "Mayor Ida Brandt and the engineer Tom Reid", each of them named in full here or elsewhere.
  private func namedMembers(_ phrase: NounPhrase, in block: Int) -> (people: [Int], names: [String])? {
    let passage = blocks[block].passage
    guard phrase.terms.contains(where: { passage.word($0) == .and }) else { return nil }
    var last = phrase.terms.upperBound
    while last > phrase.terms.lowerBound, Self.together.contains(passage.terms[last - 1].key) { last -= 1 }
    var found: [Int] = []
    var start = phrase.terms.lowerBound
    let names = blocks[block].facts.personNames
    for at in phrase.terms.lowerBound...last {
      let isEnd = at == last || passage.word(at) == .and || passage.isComma(at)
      guard isEnd else { continue }
      if at > start {
        // The name ends its part: "Tom Reid of the mill" and "Brandt’s aide" are left alone.
        guard let name = names.last(where: { $0.terms.lowerBound >= start && $0.terms.upperBound <= at }),
          name.terms.upperBound == at, let person = people.person(name.words(in: passage))
        else { return nil }
        found.append(person)
      }
      start = at + 1
    }
    guard found.count > 1, Set(found).count == found.count else { return nil }
    return (found, found.map { people.people[$0].name })
  }

  /// The row that "both officers", "the couple" or "the Reids" mean.
  private func row(meantBy phrase: NounPhrase, in block: Int) -> PeopleRows.Row? {
    guard !rows.rows.isEmpty, phrase.terms.count == 2 else { return nil }
    let passage = blocks[block].passage
    let first = passage.terms[phrase.terms.lowerBound]
    let head = passage.terms[phrase.head]
    guard first.word == .the || Self.both.contains(first.key) else { return nil }
    if let row = rows.row(behind: head.key) { return row }
    if Self.pairs.contains(head.key) { return rows.pair }
    if Self.families.contains(head.key) { return rows.family }
    guard head.isCapitalised, head.tag == .pluralProperNoun || head.tag == .properNoun, let row = rows.family,
      let surname = row.people.first.flatMap({ people.people[$0].words.last })
    else { return nil }
    return foldedKey(String(passage.string(head.range).dropLast())) == surname ? row : nil
  }

  private static let together = foldedKeys("both all jointly together each yesterday today also have")
  private static let both = foldedKeys("both")
  private static let pairs = foldedKeys("pair duo two defendants accused co-defendants suspects")
  private static let families = foldedKeys("couple parents spouses newlyweds siblings")

  // MARK: One of them

  /// "the father", "the wife": whoever of the only two of one surname it can be.
  func relative(_ description: SourceDescription, in block: Int) -> Int? {
    let passage = blocks[block].passage
    guard let family = rows.family, description.phrase.terms.count == 2,
      passage.word(description.phrase.terms.lowerBound) == .the
    else { return nil }
    let head = passage.terms[description.phrase.head]
    guard Self.relatives.contains(head.key), let gender = PersonNameReader.gender(of: head) else { return nil }
    let found = family.people.filter { people.people[$0].gender == gender }
    let others = family.people.filter { people.people[$0].gender != nil && people.people[$0].gender != gender }
    return found.count == 1 && others.count == 1 ? found[0] : nil
  }

  private static let relatives = foldedKeys("father mother husband wife")
}
