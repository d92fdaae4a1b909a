import ProseText
import Testing

@testable import HearsayCore

/// What the lexicon makes of its lists.
@Suite struct LexiconTests {
  /// A base form that has no entry would leave its verb out of the lexicon without a word.
  @Test func everyIrregularVerbHasItsForms() {
    let named = ReportingVerbs.irregular.map(\.1) + SpeechWords.irregular.map(\.1)
    let bases = named.flatMap(listedWords)
    #expect(Set(bases.map { foldedKey($0) }) == Set(IrregularVerbs.forms.keys))
    #expect(IrregularVerbs.forms.values.allSatisfy { $0.count == 5 })
    // What inflects by the rule belongs to the regular ones.
    let regular = bases.filter { base in
      let forms = IrregularVerbs.forms[foldedKey(base)]
      return [base, base + Array("+".utf8)].contains { RegularVerb($0).forms.map { foldedKey($0) } == forms }
    }
    #expect(regular.map { String(decoding: $0, as: UTF8.self) } == [])
  }

  @Test(arguments: ["said", "telling", "wrote", "forecasted", "forecast", "ruled", "pointed", "understood"])
  func everyFormOfAReportingVerbIsACue(form: String) {
    let lexeme = Lexicon.english.lexeme(foldedKey(form))
    #expect(lexeme.cue != .none && !lexeme.forms.isEmpty)
  }

  @Test(arguments: ["spelt", "sworn", "bidden", "learnt", "labelled", "chanting", "hearing"])
  func everyFormOfASpeechVerbHasItsClass(form: String) {
    let lexeme = Lexicon.english.lexeme(foldedKey(form))
    #expect(!lexeme.speech.isDisjoint(with: .verb) && lexeme.cue == .none)
  }
}
