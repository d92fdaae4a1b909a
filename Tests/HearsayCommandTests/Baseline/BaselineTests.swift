import HearsayCore
import Testing

@testable import HearsayCommand

@Suite struct BaselineTests {
  private func entry(
    _ words: String = "640", before: String? = "3-b", after: String? = "3-a", rule: String = "HS101"
  ) -> Baseline.Entry {
    let context = FindingContext(words: words, marked: words, before: before, after: after)
    return Baseline.Entry(path: "a.md", rule: rule, context: context)
  }

  /// Whether each finding is known to a baseline.
  private func known(_ findings: [Baseline.Entry], _ entries: [Baseline.Entry]) -> [Bool] {
    var baseline = Baseline()
    for entry in entries { baseline.add(entry) }
    var matching = baseline.byPath["a.md"] ?? BaselineMatching()
    return matching.known(findings)
  }

  @Test func oneSideMayBeEdited() {
    #expect(known([entry(before: "3-x")], [entry()]) == [true])
    #expect(known([entry(after: nil)], [entry()]) == [true])
    #expect(known([entry(before: "3-x", after: "3-y")], [entry()]) == [false])
    #expect(known([entry(before: "3-x", rule: "HS102")], [entry()]) == [false])
    #expect(known([entry("641")], [entry()]) == [false])
  }

  @Test func fewWordsAreNoEvidence() {
    #expect(known([entry(before: "1-b", after: "3-y")], [entry(before: "1-b")]) == [false])
    #expect(known([entry(before: nil, after: "3-y")], [entry(before: nil)]) == [false])
  }

  @Test func eachEntryStandsForOneFinding() {
    #expect(known([entry(), entry()], [entry()]) == [true, false])
    // Whoever agrees on both sides comes first, though another stands before it.
    #expect(known([entry(before: "3-x"), entry()], [entry()]) == [false, true])
    #expect(known([entry(before: "3-x"), entry()], [entry(), entry()]) == [true, true])
  }

  @Test func whatIsWrittenIsRead() throws {
    var baseline = Baseline()
    for entry in [entry(), entry(), entry("\u{202E}é\n", before: nil, after: nil), entry(rule: "HS302")] {
      baseline.add(entry)
    }
    let bytes = baseline.written
    #expect(!bytes.contains(0xE2))
    #expect(try Baseline(bytes) == baseline)
    #expect(try Baseline(bytes + bytes) == baseline)
  }
}
