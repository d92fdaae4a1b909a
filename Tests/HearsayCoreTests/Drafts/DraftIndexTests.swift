import ProseText
import TestSupport
import Testing

@testable import HearsayCore

/// The index of drafts: whatever was put in, changed and taken out, it answers as one made of what is left.
@Suite struct DraftIndexTests {
  private static let places = ["Dorn", "Halm", "Narum"]
  private static let outlets = ["Calder Times", "Quay Post"]
  private static let speakers = ["Ida Marsh", "Tomas Reid"]

  /// A short draft with figures, an outlet and a quotation, from a few of each, so that drafts collide often.
  private func draft(_ random: inout SeededGenerator) -> DraftDigest? {
    let place = Self.places.randomElement(using: &random) ?? "Dorn"
    let outlet = Self.outlets.randomElement(using: &random) ?? "Calder Times"
    let speaker = Self.speakers.randomElement(using: &random) ?? "Ida Marsh"
    let arrests = [412, 421, 430].randomElement(using: &random) ?? 412
    let text = """
      # Night of the \(place) regatta

      *\(Int.random(in: 1...9, using: &random)) May 2024*

      The guard made \(arrests) arrests at the \(place) regatta on Friday, the \(outlet) reported.

      “The keel cracked long before the northern gale came,” said \(speaker).
      """
    var analyzer = Analyzer(weights: .none)
    return analyzer.analyze(SourceText(text), format: .markdown)?.digest()
  }

  private func answers(_ index: DraftIndex) -> [String: [Finding]] {
    Dictionary(uniqueKeysWithValues: index.ids.map { ($0, index.findings(in: $0)) })
  }

  @Test(arguments: [1, 4, DraftIndex.reach])
  func updatesLeaveWhatAFreshIndexHolds(reach: Int) throws {
    var random = SeededGenerator(seed: 61)
    var index = DraftIndex(reach: reach)
    var known: [String: DraftDigest] = [:]
    var collisions = 0
    for _ in 0..<120 {
      let id = "drafts/\(Int.random(in: 0..<12, using: &random)).md"
      let before = answers(index)
      let isGone = Int.random(in: 0..<4, using: &random) == 0
      let digest = isGone ? nil : draft(&random)
      known[id] = digest
      let touched = Set(index.update(id, digest))
      var fresh = DraftIndex(reach: reach)
      for (id, digest) in known.shuffled(using: &random) { fresh.update(id, digest) }
      let after = answers(index)
      #expect(after == answers(fresh))
      // Whatever changed elsewhere was announced.
      for other in index.ids where other != id && before[other] != after[other] { #expect(touched.contains(other)) }
      collisions += after.values.reduce(0) { $0 + $1.count }
    }
    #expect(collisions > 100, "the drafts have too little in common to prove anything")
  }

  @Test(arguments: [1, 4, DraftIndex.reach])
  func findingsStandInBothDrafts(reach: Int) throws {
    var random = SeededGenerator(seed: 7)
    var index = DraftIndex(reach: reach)
    for number in 0..<12 { index.update("\(number).md", draft(&random)) }
    var pairs: Set<String> = []
    for id in index.ids {
      for finding in index.findings(in: id) where finding.related.count < 5 {
        for related in finding.related { pairs.insert("\(finding.rule) \(id) \(related.draft ?? "")") }
      }
    }
    #expect(!pairs.isEmpty)
    for pair in pairs {
      let parts = pair.split(separator: " ")
      let other = index.findings(in: String(parts[2])).filter { $0.rule == parts[0] }
      #expect(
        other.contains { $0.related.contains { $0.draft == String(parts[1]) } || $0.related.count == 5 }, "\(pair)")
    }
  }

  @Test func theSameDigestTwiceTouchesNobody() throws {
    var random = SeededGenerator(seed: 3)
    var index = DraftIndex()
    let digest = draft(&random)
    index.update("a.md", digest)
    index.update("b.md", draft(&random))
    #expect(index.update("a.md", digest) == [])
  }

  /// Drafts of one claim with a number of their own each, in files `000.md`, `001.md` and so on.
  private func drafts(of count: Int, claims: Int = 1) throws -> [(id: String, digest: DraftDigest)] {
    try (0..<count).map { number in
      let claims = (0..<claims).map {
        "The guard made \(404 + number * claims + $0) arrests at the Dorn regatta on Friday."
      }
      var analyzer = Analyzer(weights: .none)
      let analysis = analyzer.analyze(SourceText(claims.joined(separator: "\n\n")), format: .plainText)
      let name = String(number)
      return (String(repeating: "0", count: 3 - name.count) + name + ".md", try #require(analysis?.digest()))
    }
  }

  @Test func numbersFarApartAreNotHeldAgainstOneAnother() throws {
    var index = DraftIndex()
    func set(_ id: String, _ arrests: Int) throws {
      var analyzer = Analyzer(weights: .none)
      let text = SourceText("The guard made \(arrests) arrests at the Dorn regatta on Friday.")
      index.update(id, try #require(analyzer.analyze(text, format: .plainText)?.digest()))
    }
    func pairs() -> [Int] {
      let chosen = DraftMatches.Chosen(own: [0], other: [0])
      return [
        index.matches(of: "a.md", kind: .claim).count, index.items(chosen, of: "a.md", in: "b.md", kind: .claim).count,
      ]
    }
    try set("a.md", 412)
    for (arrests, expected) in [(421, 1), (9000, 0), (412, 1), (31, 0)] {
      try set("b.md", arrests)
      #expect(pairs() == [expected, expected], "412 and \(arrests)")
    }
  }

  @Test func aDraftIsHeldAgainstThoseNearestToIt() throws {
    let drafts = try drafts(of: 40)
    var random = SeededGenerator(seed: 11)
    var index = DraftIndex(reach: 3)
    for (id, digest) in drafts.shuffled(using: &random) { index.update(id, digest) }
    func others(_ id: String) -> [String] { index.matches(of: id, kind: .claim).map(\.id) }
    // None of these is a round number, which its neighbours would agree with.
    #expect(others("020.md") == ["017.md", "018.md", "019.md", "021.md", "022.md", "023.md"])
    #expect(others("001.md") == ["000.md", "002.md", "003.md", "004.md"])
    #expect(index.update("020.md", nil) == ["017.md", "018.md", "019.md", "021.md", "022.md", "023.md"])
    #expect(others("021.md") == ["017.md", "018.md", "019.md", "022.md", "023.md", "024.md"])
    #expect(index.isCrowded("021.md", changes: 0))
    #expect(DraftIndex(reach: 3).isCrowded("021.md", changes: 9) == false)
  }

  @Test func aDraftThatSaysOneThingOverAndOverDoesNotHideTheOthers() throws {
    let long = try drafts(of: 1, claims: 99)[0].digest
    var index = DraftIndex()
    for id in ["a.md", "b.md", "c.md"] { index.update(id, long) }
    let matches = index.matches(of: "b.md", kind: .claim)
    #expect(matches.map(\.id) == ["a.md", "c.md"])
    for items in matches.map(\.items) {
      // The first ones share their words; behind them only the same number is left.
      #expect(items.allSatisfy { max($0.own, $0.other) < DraftIndex.mostItems || $0.own == $0.other })
      #expect(items.contains { $0.own == 98 })
      #expect(items.contains { $0.own != $0.other })
    }
  }

  @Test func toLookAtFewerDraftsFindsNothingElse() throws {
    let numbers = [40, 50, 60, 412, 421]
    let ends = ["at the Dorn regatta on Friday", "along the Dorn quay on Friday", "during the Dorn regatta"]
    var random = SeededGenerator(seed: 23)
    var (few, all) = (DraftIndex(reach: 2), DraftIndex())
    for number in 0..<40 {
      let text = (0..<3).map { _ in
        "The guard made \(numbers.randomElement(using: &random) ?? 40) arrests \(ends.randomElement(using: &random) ?? "")."
      }
      var analyzer = Analyzer(weights: .none)
      let analysis = analyzer.analyze(
        SourceText("# The Dorn regatta\n\n" + text.joined(separator: "\n\n")), format: .markdown)
      few.update("\(number).md", analysis?.digest())
      all.update("\(number).md", analysis?.digest())
    }
    var (found, missed) = (0, 0)
    for id in all.ids {
      let ranges = (few: Set(few.findings(in: id).map(\.range)), all: Set(all.findings(in: id).map(\.range)))
      #expect(ranges.few.isSubset(of: ranges.all), "\(id)")
      found += ranges.few.count
      missed += ranges.all.count - ranges.few.count
    }
    #expect(found > 10 && missed > 10, "\(found), \(missed)")
  }
}
