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

  @Test func updatesLeaveWhatAFreshIndexHolds() throws {
    var random = SeededGenerator(seed: 61)
    var index = DraftIndex()
    var known: [String: DraftDigest] = [:]
    var collisions = 0
    for _ in 0..<120 {
      let id = "drafts/\(Int.random(in: 0..<12, using: &random)).md"
      let before = answers(index)
      let isGone = Int.random(in: 0..<4, using: &random) == 0
      let digest = isGone ? nil : draft(&random)
      known[id] = digest
      let touched = Set(index.update(id, digest))
      var fresh = DraftIndex()
      for (id, digest) in known.shuffled(using: &random) { fresh.update(id, digest) }
      let after = answers(index)
      #expect(after == answers(fresh))
      // Whatever changed elsewhere was announced.
      for other in index.ids where other != id && before[other] != after[other] { #expect(touched.contains(other)) }
      collisions += after.values.reduce(0) { $0 + $1.count }
    }
    #expect(collisions > 100, "the drafts have too little in common to prove anything")
  }

  @Test func findingsStandInBothDrafts() throws {
    var random = SeededGenerator(seed: 7)
    var index = DraftIndex()
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
}
