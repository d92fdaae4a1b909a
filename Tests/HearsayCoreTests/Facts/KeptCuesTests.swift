import ProseText
import TestSupport
import Testing

@testable import HearsayCore

/// What cues say is taken over from the text before an edit as a fresh reading finds it.
@Suite struct KeptCuesTests {
  private static let pieces = [
    "Ida Brandt said 40 homes burned. ", "The Dorn Ledger, citing the harbour office, said the quay was shut. ",
    "“We left at noon,” Ana Moss said. ", "“It rose. It fell. It rose again,” the mayor told the Ledger. ",
    "According to the Vale Institute, which cited a clerk, 12 barges sank. ", "Officials were worried. ",
    "It was a quiet night. ", "Transport Union staff said they would go. ", "They met at Transport House. ",
    "The report quoted Tom Reid as saying that nobody came. ", "He reportedly lost $4.5 million. ",
    "The union fears a split, the ministry’s report shows. ", "Nobody knew why. ", "Some 300 people fled. ",
    "He called it ‘a shame’. ", "Reid was told by the harbour office that the barge had sunk. ",
  ]
  private static let edits = [
    "h", " ", ".", "“", "”", "T", ". She said ", ",", "’", "citing the Ledger, ", "\"", "not ",
  ]

  /// Holds a text read after another against a first reading of it; answers how many cues were taken over.
  private func check(_ before: String, _ now: String) -> Int {
    let before = readBlock(before)
    let read = readBlock(now, before: before)
    let fresh = readBlock(now)
    let text = Comment(rawValue: now)
    #expect(read.cues == fresh.cues, text)
    #expect(read.attributions == fresh.attributions, text)
    #expect(read.passage.terms.map(\.tag) == fresh.passage.terms.map(\.tag), text)
    #expect(read.quantities.map(\.terms) == fresh.quantities.map(\.terms), text)
    let bytes = read.passage.bytes.array
    let change = BlockChange(from: EarlierBlock(SharedFacts(before), now: bytes, bytes.indices), to: read.passage)
    guard let change, change.hasSameCapitals, let kept = change.keptCues(read.quotations) else { return 0 }
    return kept.head.count + kept.tail.count
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func anyEdit(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var taken = 0
    for _ in 0..<60 {
      var text: [Character] = []
      for _ in 0..<24 { text += Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)] }
      var edited = text
      let place = Int.random(in: 0..<text.count, using: &random)
      if Int.random(in: 0..<3, using: &random) > 0 {
        edited.insert(contentsOf: Self.edits[Int.random(in: 0..<Self.edits.count, using: &random)], at: place)
      } else {
        edited.removeSubrange(place..<min(text.count, place + 1 + Int.random(in: 0..<4, using: &random)))
      }
      taken += check(String(text), String(edited))
    }
    #expect(taken > 300, "hardly anything is taken over")
  }

  private static let plain = String(
    repeating: "It was a quiet night. Nobody knew why. Some 300 people fled. ", count: 4)

  /// An edit that reaches far: marks pair over many sentences, a word is no name any more, or whoever cites has another number.
  @Test(arguments: [
    ("The mill burned. ", "The “mill burned. "), ("The “mill burned. ", "The mill burned. "),
    ("They met at Marrow House. ", "They met at marrow House. "),
    ("They met at comb Street. ", "They met at Comb Street. "),
    ("Ida Brandt said 40 homes burned. ", "Ida Brandt sad 40 homes burned. "),
  ])
  func farFromTheEdit(before: String, now: String) {
    let head = "Marrow staff said so. Comb users told the Ledger that it rained. "
    let tail =
      "The Dorn Ledger, citing the harbour office, said the quay was shut. Comb users said so. Ida Brandt said it was late” then. "
    _ = check(head + Self.plain + before + Self.plain + tail, head + Self.plain + now + Self.plain + tail)
  }
}
