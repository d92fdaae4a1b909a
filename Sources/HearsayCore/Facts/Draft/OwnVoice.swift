import ProseText

/// Whether a draft speaks for the writer or the writer's own organisation, and by which names.
///
/// An organisation's post says "we" and its own name by turns; its counts of its own work are its own in either wording.
struct OwnVoice {
  /// Enough sentences outside quotation marks say "we", "I", "our".
  let isFirstPerson: Bool
  /// Keys of names that the draft ties to "we": "at Marrow, we", "we at Marrow".
  private let names: Set<UInt64>

  init(_ draft: Draft) {
    var sentences = 0
    var own = 0
    var names: Set<UInt64> = []
    for block in draft.blocks where block.facts.isEnglish && block.outline.kind != .heading {
      sentences += block.facts.traits.count
      for (index, traits) in block.facts.traits.enumerated() where traits.contains(.firstPerson) {
        own += 1
        Self.collect(&names, from: block.passage, block.passage.sentences[index])
      }
    }
    isFirstPerson = own >= 3 && own * 6 >= sentences
    self.names = names
  }

  /// Whether a sentence's subject is one of the draft's own names.
  func isSubject(of sentence: Sentence, in passage: Passage) -> Bool {
    guard isFirstPerson, !names.isEmpty else { return false }
    return sentence.tokens.contains { index in
      names.contains(passage.terms[index].key)
        && (passage.terms[index + 1].tag.isVerb || passage.terms[index + 1].has(.auxiliary)
          || passage.terms[index + 1].tag == .possessiveEnding || passage.word(index + 1) == .clitic)
    }
  }

  private static let here = foldedKey("here")

  private static func collect(_ names: inout Set<UInt64>, from passage: Passage, _ sentence: Sentence) {
    for index in sentence.tokens where passage.word(index) == .at {
      // "18F": digits, and the letters close behind them.
      let name =
        passage.terms[index + 1].kind == .number && !passage.terms[index + 2].hasSpaceBefore ? index + 2 : index + 1
      guard passage.terms[name].isWord, passage.terms[name].isCapitalised else { continue }
      let isTied =
        passage.has(index - 1, .firstPerson) || passage.terms[index - 1].key == here
        || (name + 1..<name + 4).contains { passage.has($0, .firstPerson) && passage.terms[$0].has(.personalPronoun) }
      if isTied { names.insert(passage.terms[name].key) }
    }
  }
}
