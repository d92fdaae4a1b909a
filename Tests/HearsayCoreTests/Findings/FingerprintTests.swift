import ProseText
import Testing

@testable import HearsayCore

@Suite struct FingerprintTests {
  /// The fingerprints of findings of one rule on each occurrence of `words`.
  private func names(_ text: String, _ words: String = "640", rule: String = "HS101", path: String = "a.md") -> [String]
  {
    let bytes = Array(text.utf8)
    let wanted = Array(words.utf8)
    let starts = bytes.indices.filter { bytes[$0...].starts(with: wanted) }
    let findings = starts.map {
      Finding(
        rule: rule, name: "", severity: .warning, range: $0..<$0 + wanted.count, message: "", related: [], fixes: [])
    }
    return fingerprints(of: findings, in: SourceText(bytes), path: path)
  }

  @Test func sixteenHexadecimalDigitsThatNeverChange() {
    // Kept in baselines: another value here would make every baseline stale.
    #expect(names("Some 640 homes.") == ["71fab5ae9817df84"])
  }

  @Test func editsElsewhereDoNotCount() {
    let name = names("In the night some 640 homes stood under water.")
    #expect(names("Rain fell. In the night some 640 homes stood under water, Ida said.") == name)
    #expect(names("In the\r\n  night some\n640 homes stood\tunder water.") == name)
    #expect(names("IN THE NIGHT Some 640 homes stood under water.") == name)
  }

  @Test func neighbouringParagraphsDoNotCount() {
    let name = names("Some 640 homes\nflooded.")
    #expect(names("Rain fell.\n\nSome 640 homes\nflooded.\r\n \r\nMore rain.") == name)
    #expect(names("Rain fell.\nSome 640 homes\nflooded.") != name)
  }

  @Test func contextHasItsSidesApart() {
    func context(_ text: String) -> FindingContext {
      let bytes = Array(text.utf8)
      let start = bytes.firstIndex(of: UInt8(ascii: "6")) ?? 0
      let finding = Finding(
        rule: "HS101", name: "", severity: .hint, range: start..<start + 3, message: "", related: [], fixes: [])
      return FindingContext(of: finding, in: SourceText(bytes))
    }
    let whole = context("In the night some 640 homes stood under water.")
    #expect(whole.words == "640")
    #expect(context("IN THE NIGHT  some\n640 homes stood under water.") == whole)
    let edited = context("By the morning some 640 homes stood under water.")
    #expect(edited.after == whole.after && edited.before != whole.before && edited.marked == whole.marked)
    let alone = context("Rain.\n\n640\n\nRain.")
    #expect(alone.before == nil && alone.after == nil && alone.marked == whole.marked)
  }

  @Test func wordsRuleAndPathCount() {
    let name = names("In the night some 640 homes stood under water.")
    #expect(names("In the night some 641 homes stood under water.", "641") != name)
    #expect(names("In the night some 640 barns stood under water.") != name)
    #expect(names("In the night some 640 homes stood under water.", rule: "HS105") != name)
    #expect(names("In the night some 640 homes stood under water.", path: "b.md") != name)
  }

  @Test func twinsAreNumbered() {
    let twins = names("Some 640 homes. Some 640 homes. Some 640 homes.", "Some 640")
    #expect(Set(twins).count == 3)
    let line = "and then some 640 homes and then "
    #expect(names(line).first == names(line + line).first)
    #expect(Set(names(line + line + line)).count == 3)
  }

  @Test func hugeWordsAreNotReadForEachFinding() {
    let text = String(repeating: "x", count: 300_000)
    let names = fingerprints(
      of: (0..<2000).map {
        Finding(
          rule: "HS101", name: "", severity: .hint, range: $0 * 100..<$0 * 100 + 1, message: "", related: [], fixes: [])
      }, in: SourceText(text), path: "a")
    #expect(Set(names).count == 2000)
  }
}
