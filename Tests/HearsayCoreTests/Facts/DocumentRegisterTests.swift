import ProseText
import TestSupport
import Testing

@testable import HearsayCore

/// What each anaphor asks about the documents named before it.
@Suite struct DocumentRegisterTests {
  private static func mention(_ head: String, of source: Int? = nil) -> DocumentMention {
    DocumentMention(block: 0, range: 0..<1, head: foldedKey(head), source: source)
  }

  @Test func partiesAreCountedOnce() {
    var register = DocumentRegister()
    let report = foldedKey("report")
    #expect(register.parties(report) == 0 && register.lastSource(report) == nil)
    for source in [3, nil, 3, 5, nil] { register.add(Self.mention("report", of: source)) }
    #expect(register.parties(report) == 3)
    #expect(register.lastSource(report) == 5)
    #expect(register.parties(foldedKey("study")) == 0)
  }

  @Test func anotherDocumentStandsBetweenAVenueDoesNot() {
    var register = DocumentRegister()
    let report = foldedKey("report")
    register.add(Self.mention("study"))
    register.add(Self.mention("report"))
    #expect(!register.hasOther(than: report))
    register.add(Self.mention("journal"))
    #expect(!register.hasOther(than: report))
    register.add(Self.mention("study"))
    #expect(register.hasOther(than: report))
    register.add(Self.mention("report"))
    #expect(!register.hasOther(than: report))
    #expect(!register.hasOther(than: foldedKey("paper")))
  }

  @Test("an answer takes as long in a long draft", arguments: ["report", "journal", "study"])
  func asksInLinearTime(head: String) {
    let isLinear = GrowingTimes(from: 2_000).hold { size in
      processorTime {
        var register = DocumentRegister()
        register.add(Self.mention("study", of: 1))
        var found = 0
        for _ in 0..<size {
          register.add(Self.mention(head))
          found += register.parties(foldedKey(head)) + (register.lastSource(foldedKey("report")) ?? 0)
          found += register.hasOther(than: foldedKey("study")) ? 1 : 0
        }
        #expect(found >= size)
      }
    }
    #expect(isLinear)
  }
}
