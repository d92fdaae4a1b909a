import Testing

@testable import HearsayCore

@Suite struct LedgerReadingTests {
  /// The problems of a ledger, each as the marked text and its kind; `⟦…⟧` says where they are expected.
  private func expectProblems(_ marked: String, _ kind: LedgerProblem.Kind, _ place: SourceLocation = #_sourceLocation)
  {
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    var start = 0
    for character in marked {
      switch character {
      case "⟦": start = bytes.count
      case "⟧": ranges.append(start..<bytes.count)
      default: bytes += Array(String(character).utf8)
      }
    }
    let problems = LedgerReading(bytes).problems
    #expect(problems.map(\.range) == ranges, "\(problems)", sourceLocation: place)
    #expect(problems.allSatisfy { $0.kind == kind }, "\(problems)", sourceLocation: place)
  }

  @Test func everyKeyIsRead() throws {
    let reading = LedgerReading(
      Array(
        """
        // Notes for the desk.
        {
          "version": 1,
          "sources": [{
            "id": "log-7", "title": "Log", "publisher": "Lock Guild", "author": ["I. Dahl"], "kind": "secondary", "type": "report",
            "aliases": ["the guild"], "url": "https://locks.example", "archived": "https://web.example", "file": "a/log.txt",
            "issued": "2024-02", "accessed": "2024-03-01",
            "derivedFrom": [{ "source": "unknown", "relation": "quotes", "note": "names nobody" }],
            "figures": [{ "id": "gates", "value": 4.5e3, "unit": null, "what": "gates", "not": "barges", "asOf": "2023",
              "window": { "from": "2023-01", "to": "2023-06" }, "precision": 100, "quote": "4,500 gates", "locator": "p. 3",
              "bounds": ["gates closed"] }],
            "interest": "issuer", "verified": [{ "by": "I. Dahl", "on": "2024-03-01", "how": "read it" }],
            "status": "disputed", "confidential": true, "reason": "asked for", "numberFormat": "1.234,5",
          },],
          "commonKnowledge": [{ "value": 7, "what": "days in a week" }],
          "settings": { "scope": "sentence", "personsPerDay": 5000, "staleAfterDays": { "secondary": 90 } },
        }
        """.utf8))
    #expect(reading.problems.isEmpty)
    let ledger = try #require(reading.ledger)
    let source = try #require(ledger.sources.first)
    #expect(source.id == "log-7" && source.rank == .secondary && source.status == .disputed)
    #expect(source.author == "I. Dahl" && source.aliases == ["the guild"] && source.file == "a/log.txt")
    #expect(source.issued?.first.iso == "2024-02-01" && source.issued?.last.iso == "2024-02-29")
    #expect(source.derivations.first?.isUnknown == true)
    #expect(source.isVerified && source.confidentiality == "asked for" && source.numberFormat == "1.234,5")
    let figure = try #require(source.figures.first)
    #expect(figure.value == 4500 && figure.not == ["barges"] && figure.bounds == ["gates closed"])
    #expect(figure.to?.last.iso == "2023-06-30")
    #expect(ledger.commonKnowledge == [CommonFact(value: 7, what: "days in a week")])
    #expect(ledger.settings.scope == .sentence && ledger.settings.personsPerDay == 5000)
    #expect(ledger.settings.staleAfterDays == [.secondary: 90])
  }

  @Test func problemsStandWhereTheyAre() {
    expectProblems(#"{ "sources": [{ "id": "a" }, { "id": ⟦"a"⟧ }] }"#, .duplicateID)
    expectProblems(#"{ "sources": [{ "id": "a", "issued": ⟦"2023-13"⟧ }] }"#, .invalidValue)
    expectProblems(#"{ "sources": [{ "id": "a", "issued": ⟦20⟧ }] }"#, .invalidValue)
    expectProblems(#"{ "sources": [{ "id": "a", ⟦"titel"⟧: "x" }] }"#, .unknownKey)
    expectProblems(#"{ "sources": [{ "id": ⟦"two words"⟧ }] }"#, .invalidValue)
    expectProblems(#"{ "sources": [{ "id": ⟦"unknown"⟧ }] }"#, .invalidValue)
    expectProblems(#"{ "sources": [⟦{⟧ "title": "x" }] }"#, .invalidValue)
    expectProblems(#"{ "sources": ⟦{}⟧ }"#, .invalidValue)
    expectProblems(#"{ "sources": [⟦7⟧] }"#, .invalidValue)
    expectProblems(#"{ "sources": [{ "id": "é", "figures": [{ "value": ⟦"7"⟧, "what": "é" }] }] }"#, .invalidValue)
    expectProblems(#"{ "sources": [{ "id": "a", "derivedFrom": [{ "source": ⟦"b"⟧ }] }] }"#, .unknownReference)
    expectProblems(
      #"{ "sources": [{ "id": "a", "figures": [{ "value": ⟦7⟧, "what": "x", "supersedes": "old" }] }] }"#,
      .unknownReference)
    expectProblems(
      #"{ "sources": [{ "id": "a", "figures": [{ "value": 7, "what": "x", "window": ⟦{ "from": "2024", "to": "2023" }⟧ }] }] }"#,
      .invalidValue)
    expectProblems(#"{ "version": ⟦2⟧ }"#, .invalidValue)
    expectProblems(#"{ "settings": { "scope": ⟦"page"⟧ } }"#, .invalidValue)
    expectProblems(#"⟦[]⟧"#, .unreadable)
    expectProblems(#"{ "sources": [ ⟦]⟧"#.replacing("[ ⟦]⟧", with: "[1 ⟦2⟧]"), .unreadable)
  }

  @Test func anEmptyFileIsMarkedToo() {
    let findings = Analysis(ledger: LedgerReading([])).findings
    #expect(findings.map(\.rule) == ["HS902"] && findings.map(\.range) == [0..<0])
  }

  @Test func circlesAreReportedOnceEach() {
    expectProblems(
      #"""
      { "sources": [
        { "id": "a", "derivedFrom": [{ "source": "b" }, { "source": "c" }] },
        { "id": "b", "derivedFrom": [{ "source": "c" }] },
        { "id": "c", "derivedFrom": [{ "source": ⟦"b"⟧ }] },
        { "id": "d", "derivedFrom": [{ "source": ⟦"d"⟧ }] }
      ] }
      """#, .circle)
  }

  @Test func aChainOfManySourcesIsFollowed() {
    let sources = (0..<20_000).map { #"{ "id": "s\#($0)", "derivedFrom": [{ "source": "s\#($0 + 1)" }] }"# }
    let ledger = #"{ "sources": [\#(sources.joined(separator: ",")), { "id": "s20000" }] }"#
    #expect(LedgerReading(Array(ledger.utf8)).problems.isEmpty)
  }

  @Test(arguments: 1...8)
  func anyBytesAreRead(_ seed: UInt64) {
    let whole = Array(LedgerExamples.outlets.utf8) + Array(LedgerExamples.tolls.utf8)
    let pieces: [[UInt8]] = [
      "{", "}", "[", "]", "\"", ",", ":", "null", "7", "-1e308", "\"id\"", "\"unknown\"", "\"sources\"", "//", "/*",
      "\\u0000",
    ].map { Array($0.utf8) }
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, bound)
    }
    for _ in 0..<300 {
      var bytes = Array(whole[..<next(whole.count)])
      for _ in 0..<next(12) {
        let at = next(bytes.count + 1)
        let end = min(bytes.count, at + next(9))
        bytes.replaceSubrange(at..<max(at, end), with: next(2) == 0 ? pieces[next(pieces.count)] : [UInt8(next(256))])
      }
      let reading = LedgerReading(bytes)
      for problem in reading.problems {
        #expect(problem.range.lowerBound >= 0 && problem.range.upperBound <= bytes.count)
        #expect(!problem.message.isEmpty)
      }
      #expect(reading.ledger != nil || reading.unreadable != nil)
    }
  }

  /// Every place of a good ledger takes every kind of value: each is read or named as wrong, none fails.
  @Test func anyValueAnywhereIsReadOrNamed() {
    let values = [
      "null", "true", "0", "-3.5", "1e300", "\"\"", "\"x\"", "[]", "[[1]]", "{}", "{\"id\":{}}", "[\"2024-99\"]",
    ]
    let keys = LedgerKeys.source + LedgerKeys.figure + LedgerKeys.settings + LedgerKeys.ledger
    for key in keys {
      for value in values {
        for text in [
          #"{ "\#(key)": \#(value) }"#, #"{ "sources": [{ "id": "a", "\#(key)": \#(value) }] }"#,
          #"{ "sources": [{ "id": "a", "figures": [{ "value": 1, "what": "x", "\#(key)": \#(value) }] }] }"#,
          #"{ "settings": { "\#(key)": \#(value) } }"#,
        ] {
          let reading = LedgerReading(Array(text.utf8))
          #expect(reading.ledger != nil, "\(text)")
          if let ledger = reading.ledger { _ = LedgerIndex(ledger) }
        }
      }
    }
  }

  @Test(arguments: [
    ("2024", "2024-01-01", "2024-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("2023-05-09", "2023-05-09", "2023-05-09"),
  ])
  func dates(_ text: String, _ first: String, _ last: String) {
    let date = LedgerDate(text)
    #expect(date?.first.iso == first && date?.last.iso == last)
  }

  @Test(arguments: [
    "", "24", "2024-", "2024-0", "2024-00", "2024-02-30", "2024-1-1", "2024-01-01-01", "２０２４", "2024/01",
  ])
  func noDates(_ text: String) {
    #expect(LedgerDate(text) == nil)
  }
}
