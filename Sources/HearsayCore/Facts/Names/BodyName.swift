import ProseText

/// The full name of an organisation in a block, by terms.
struct BodyName: Sendable, Equatable {
  @Compact var terms: Range<Int>
  /// The short form in brackets behind it: "(TfL)".
  @CompactOptionalIndex var alias: Int?
  var words: [UInt64] = []
  var text = ""
  var initials: UInt64?
  var isPublication = false
}

/// Finds the full names of organisations in a passage, whether anybody quotes them or not, with the short forms that they announce.
struct BodyNameReader {
  let passage: Passage
  /// The passage's own, held apart: asking the passage at each look costs a reference count.
  private let terms: Terms
  private let classifier: SourceClassifier

  init(_ passage: Passage) {
    self.passage = passage
    terms = passage.terms
    classifier = SourceClassifier(passage)
  }

  /// The names among some terms, in order.
  func names(in range: Range<Int>) -> [BodyName] {
    var result: [BodyName] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard mayOpen(index) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < terms.count, classifier.isNamePart(end, isOpen: true, limit: terms.count) { end += 1 }
      let name = index..<end
      if name.count > 1, name.count <= 10 {
        let alias = alias(behind: name)
        let isBody = name.contains { terms[$0].has(.organisationName) }
        if alias != nil || isBody { result.append(body(name, alias)) }
      }
      index = end
    }
    return result
  }

  private func body(_ name: Range<Int>, _ alias: Int?) -> BodyName {
    let phrase = NounPhrase(terms: name, base: name, head: name.upperBound - 1)
    return BodyName(
      terms: name, alias: alias, words: passage.nameKeys(name), text: passage.nameText(name),
      initials: passage.initials(of: name), isPublication: classifier.nameKind(name, phrase) == .publication)
  }

  /// Whether a name of several words may begin at a term.
  @inline(__always)
  private func mayOpen(_ index: Int) -> Bool {
    let term = terms[index]
    guard term.kind == .word else { return false }
    guard term.isCapitalised else {
      return term.end - term.start <= 3 && terms[index + 1].kind != .word && index + 2 < terms.count
        && passage.isNamePrefix(index)
    }
    // "Transport for Vale" at the beginning of a sentence, where every word has a capital: what follows tells.
    let isOpen = !term.has(.function) && passage.isSentenceStart(index)
    return classifier.isNamePart(isOpen ? index + 1 : index, isOpen: isOpen, limit: passage.terms.count)
  }

  /// "(TfL)": a word in brackets that begins as the name does.
  private func alias(behind name: Range<Int>) -> Int? {
    let open = name.upperBound
    guard passage.isMark(open, 0x28), passage.isMark(open + 2, 0x29), passage.terms[open + 1].kind == .word,
      passage.terms[open + 1].shape.contains(.allCaps) || passage.terms[open + 1].shape.contains(.innerCapital)
        || passage.terms[open + 1].isCapitalised && passage.terms[open + 1].range.count >= 4
    else { return nil }
    let letter = passage.byte(of: open + 1)
    return name.contains { passage.terms[$0].isCapitalised && passage.byte(of: $0) == letter } ? open + 1 : nil
  }
}
