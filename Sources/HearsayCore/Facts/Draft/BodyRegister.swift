import ProseText

/// The organisations that a draft names in full, for their short forms to lead back to.
struct BodyRegister {
  /// An organisation with its full name.
  struct Body {
    var name: String
    var words: [UInt64]
    var initials: UInt64?
    var kind: SourceKind
  }

  private var bodies: [Body] = []
  private var byAlias: [UInt64: Int] = [:]
  private var byFirst: [UInt64: Set<Int>] = [:]
  private var byWord: [UInt64: Set<Int>] = [:]
  private var byWords: [[UInt64]: Int] = [:]

  /// Takes in a full name, with the short form that the draft gives it.
  mutating func introduce(_ body: Body, alias: UInt64?) {
    guard let first = body.words.first else { return }
    let index = byWords[body.words] ?? bodies.count
    if index == bodies.count {
      byWords[body.words] = index
      bodies.append(body)
      byFirst[first, default: []].insert(index)
      for word in body.words { byWord[word, default: []].insert(index) }
    }
    if let alias, byAlias[alias] == nil { byAlias[alias] = index }
  }

  /// The body that announced a short form.
  func body(called alias: UInt64) -> Body? { byAlias[alias].map { bodies[$0] } }

  /// The one body whose name begins with a word: "Ford" for "Ford Motor Company".
  func body(beginning word: UInt64) -> Body? { only(byFirst[word]) }

  /// The one body whose name goes on with "of" or "for" where these words end: "Supreme Court" for "Supreme Court of Vale".
  func body(extending words: [UInt64]) -> Body? {
    guard let first = words.first else { return nil }
    return only(
      byFirst[first]?.filter { index in
        let name = bodies[index].words
        return name.count > words.count && name.starts(with: words) && Self.joins.contains(name[words.count])
      })
  }

  private static let joins = foldedKeys("of for")

  /// The one body that has a word in its name: "the ministry" for "Ministry of Trade".
  func body(having word: UInt64) -> Body? { only(byWord[word]) }

  private func only(_ candidates: Set<Int>?) -> Body? {
    guard let candidates, candidates.count == 1 else { return nil }
    return candidates.first.map { bodies[$0] }
  }
}
