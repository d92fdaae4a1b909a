import Testing

@testable import HearsayCore

/// Numbers in little room are the same numbers; what is too large for it never fails.
@Suite struct CompactTests {
  private struct Places {
    @Compact var range: Range<Int>
    @CompactOptional var other: Range<Int>?
    @CompactIndex var index: Int
    @CompactOptionalIndex var none: Int?
  }

  @Test func theyReadAsTheyWereWritten() {
    var places = Places(range: 3..<70_000, other: nil, index: 0, none: nil)
    #expect(places.range == 3..<70_000 && places.other == nil && places.index == 0 && places.none == nil)
    (places.range, places.other, places.index, places.none) = (0..<0, 5..<5, 70_000, 0)
    #expect(places.range == 0..<0 && places.other == 5..<5 && places.index == 70_000 && places.none == 0)
    places.none = nil
    #expect(places.none == nil)
  }

  @Test func whatIsTooLargeIsTheLargest() {
    let largest = Int(Int32.max)
    let places = Places(range: 1..<Int.max, other: Int.max - 1..<Int.max, index: .max, none: .max)
    #expect(places.range == 1..<largest && places.other == largest..<largest)
    #expect(places.index == largest && places.none == largest)
  }
}
