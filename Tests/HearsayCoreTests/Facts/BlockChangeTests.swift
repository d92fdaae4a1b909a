import ProseText
import TestSupport
import Testing

@testable import HearsayCore

/// Of a long paragraph that is being written, most is taken over from what it was.
@Suite struct BlockChangeTests {
  private static let sentences = [
    "Ida Brandt of the Vale Institute (VI) said 40 homes burned.", "In May 2021 the toll rose by 12 percent.",
    "Officials were worried.", "The Marsh Ledger interviewed Tom Reid.", "A decree of Bishop Lind names nobody.",
    "It is the largest fire since 1990.", "Some 300 people fled.", "The mayor, Ana Moss, asked for help.",
  ]

  private static let paragraph = (0..<4).flatMap { _ in sentences }.joined(separator: " ")

  private static func change(from before: BlockFacts, to now: BlockFacts) -> BlockChange? {
    let bytes = now.passage.bytes.array
    return BlockChange(from: EarlierBlock(SharedFacts(before), now: bytes, bytes.indices), to: now.passage)
  }

  @Test func readsAFewSentences() throws {
    let before = readBlock(Self.paragraph)
    let place = Self.paragraph.index(Self.paragraph.startIndex, offsetBy: Self.paragraph.count / 2)
    for inserted in ["h", " ", ".", ". She ", "Ana Moss said 5 "] {
      var text = Self.paragraph
      text.insert(contentsOf: inserted, at: place)
      let now = readBlock(text)
      let change = try #require(Self.change(from: before, to: now), "“\(inserted)”")
      #expect(change.sentences.count < 9)
      #expect(change.terms.count < now.passage.terms.count / 2)
    }
  }

  @Test func endsOfTwoTextsDoNotOverlap() {
    for (left, right) in [("aaaa", "aaaaa"), ("abcabc", "abc"), ("", "a"), ("same", "same")] {
      let ends = CommonEnds(Array(left.utf8), Array(right.utf8))
      #expect(ends.head + ends.tail <= min(left.utf8.count, right.utf8.count))
    }
  }

  @Test func aCapitalElsewhereIsSeen() throws {
    // The name at the beginning of a sentence is one because it stands with a capital in another sentence.
    let text = Self.paragraph + " Transport Union staff left. They met at Transport House."
    let before = readBlock(text)
    let now = text.replacing("at Transport", with: "at transport")
    let change = try #require(Self.change(from: before, to: readBlock(now)))
    #expect(!change.hasSameCapitals)
    #expect(readBlock(now, before: before).bodyNames == readBlock(now).bodyNames)
  }
}
