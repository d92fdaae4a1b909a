import ProseText
import Testing

@testable import HearsayCore

/// Terms that are packed are the same terms; drafts that are read once say what drafts that are edited say.
@Suite struct PackedTermsTests {
  private func passage(_ text: String) -> Passage {
    let bytes = Array(text.utf8)
    let outline = DraftFormat.markdown.outline(of: bytes)
    var tagger = Tagger()
    return Passage(
      outline.blocks[0], DraftFormat.markdown.content(of: outline.blocks[0], in: bytes, outline), in: bytes,
      numbers: NumberFormat(of: bytes), &tagger
    ) { TagMemory([]) }
  }

  private func isSame(_ left: Term, _ right: Term) -> Bool {
    left.start == right.start && left.end == right.end && left.key == right.key && left.classes == right.classes
      && left.word == right.word && left.cue == right.cue && left.forms == right.forms && left.speech == right.speech
      && left.kind == right.kind && left.shape == right.shape && left.tag == right.tag
  }

  private func check(_ text: String, isPacked: Bool = true, sourceLocation: SourceLocation = #_sourceLocation) {
    let passage = passage(text)
    let terms = passage.terms
    let packed = terms.inLittleRoom(passage.bytes)
    #expect(packed.isPacked == isPacked, sourceLocation: sourceLocation)
    #expect(packed.count == terms.count && !terms.isEmpty, sourceLocation: sourceLocation)
    for index in -2...terms.count + 1 {
      #expect(isSame(packed[index], terms[index]), "term \(index)", sourceLocation: sourceLocation)
    }
  }

  @Test func wordsAreTheSame() {
    check("“The Quay moved 1,640 crates,” officials of Marrow said, citing `dockd` – reportedly.")
    check("The mayor of Co\u{AD}ruña\u{200B}dock said 40 of O’Quay’s ÉLAN barges sank.")
    check("Straße und Brücke: Ida Brandt’s 4.5 % rose to $40 million, according to [the port](https://quay.example).")
  }

  @Test func theSameWordIsFoundAgain() {
    let passage = passage(
      "Quay sank. The crew of Quay and the Ärmel swam. “Ärmel” was 40, O’Quay said; the crew rests.")
    let packed = passage.inLittleRoom()
    for index in passage.terms.indices {
      for least in -1...index + 2 {
        let key = passage.terms[index].key
        let isThere = passage.terms.indices.contains { passage.terms[$0].key == key && $0 > least }
        #expect(packed.terms.contains(like: index) { $0 > least } == isThere, "term \(index) behind \(least)")
        #expect(passage.terms.contains(like: index) { $0 > least } == isThere)
      }
      #expect(packed.isSpelledAsName(index) == passage.isSpelledAsName(index))
    }
  }

  @Test func whatIsTooLongStaysAsItIs() {
    check("The mayor said \(String(repeating: "a", count: 127)) 40 times.")
    check("The mayor said \(String(repeating: "a", count: 128)) 40 times.", isPacked: false)
    check(String(repeating: "The mayor said 40. ", count: 3449))
    check(String(repeating: "The mayor said 40. ", count: 3450), isPacked: false)
  }

  @Test func everyTagHasRoom() {
    #expect(PartOfSpeech.allCases.allSatisfy { $0.rawValue < 64 })
  }

  @Test func nothingIsPackedTwice() {
    let packed = passage("The mayor said 40 ferries sank.").inLittleRoom()
    #expect(packed.inLittleRoom().terms.isPacked)
    #expect(packed.inLittleRoom().terms[3].range == packed.terms[3].range)
  }

  @Test func aDraftThatIsReadOnceSaysTheSame() {
    var once = Analyzer(isForEditing: false, packedSize: 0)
    var edited = Analyzer()
    for rule in Rule.all {
      for example in rule.flagged + rule.clean {
        let text = SourceText(example.text)
        guard let first = once.analyze(text, format: .markdown), let second = edited.analyze(text, format: .markdown)
        else {
          Issue.record("an analysis was stopped")
          continue
        }
        #expect(first.findings == second.findings)
        #expect(first.figures == second.figures)
        #expect(first.attributions == second.attributions)
        #expect(first.sources == second.sources)
        #expect(first.blocks == second.blocks)
        #expect(first.sentences == second.sentences)
        once.forgetDrafts()
      }
    }
  }
}
