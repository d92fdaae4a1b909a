import HearsayCore
import Testing

/// From the draft outwards: the parties, how many hands, and where the trail ends.
@Suite struct ChainTests {
  /// The chain of the first attribution.
  private func check(
    _ text: String, _ chain: [String], hand: Int?, isAtLeast: Bool = false, _ end: ChainEnd,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let analysis = try analysis(text)
    let first = try #require(analysis.attributions.first, sourceLocation: sourceLocation)
    #expect(first.chain.map { analysis.sources[$0].name } == chain, "\(text)", sourceLocation: sourceLocation)
    #expect(first.hand == hand, "\(text)", sourceLocation: sourceLocation)
    #expect(first.isAtLeast == isAtLeast, "\(text)", sourceLocation: sourceLocation)
    #expect(first.end == end, "\(text)", sourceLocation: sourceLocation)
  }

  @Test func firstHand() throws {
    try check("Ana Reid said it burned.", ["Ana Reid"], hand: 1, .origin)
    try check("The ministry said it would pay.", ["ministry"], hand: 1, .origin)
  }

  @Test("an outlet is the origin of its own matters alone")
  func outlets() throws {
    try check("The Dorn Ledger said it would appeal.", ["Dorn Ledger"], hand: 1, .origin)
    try check(
      "The Dorn Ledger’s own survey found that 40 homes were flooded.", ["Dorn Ledger survey"], hand: 1, .origin)
    try check(
      "The Dorn Ledger said that the mill burned.", ["Dorn Ledger"], hand: 2, isAtLeast: true, .unknown)
    try check("A viral post said that the mill burned.", ["A viral post"], hand: 2, isAtLeast: true, .unknown)
  }

  @Test func secondHand() throws {
    try check(
      "According to the Dorn Ledger, Ana Reid said that it burned.", ["Dorn Ledger", "Ana Reid"], hand: 2, .origin)
    try check("The owner said Ana Reid told him that it burned.", ["owner", "Ana Reid"], hand: 2, .origin)
    try check(
      "The Dorn Ledger reported that Ana Moss was told by Tom Moss that it burned.",
      ["Dorn Ledger", "Ana Moss", "Tom Moss"], hand: 3, .origin)
    try check(
      "The Dorn Ledger, citing court papers, said it burned.", ["Dorn Ledger", "court papers"], hand: 2, .origin)
  }

  @Test("whose act is told has told nothing")
  func acts() throws {
    func relays(_ text: String) throws {
      try check(text, ["Dorn Ledger"], hand: 2, isAtLeast: true, .unknown)
    }
    try relays("The Dorn Ledger reported that Ana Reid told the mayor to close the mill.")
    try relays("The Dorn Ledger reported that Ana Reid urged the mayor to close the mill.")
    try relays("The Dorn Ledger reported that Ana Reid might have said that it burned.")
    try relays("According to the Dorn Ledger, the jury considered the mayor and a clerk who revealed a plot.")
    try check(
      "The Dorn Ledger reported that Ana Reid told the mayor that it burned.", ["Dorn Ledger", "Ana Reid"], hand: 2,
      .origin)
    try check(
      "According to the Dorn Ledger, a clerk who keeps the books said that it burned.",
      ["Dorn Ledger", "a clerk who keeps the books"], hand: 2, .unnamed)
  }

  @Test func thirdHand() throws {
    try check(
      "The Dorn Ledger reported that the Vale Post had said that Ana Reid told it that the mill burned.",
      ["Dorn Ledger", "Vale Post", "Ana Reid"], hand: 3, .origin)
    try check(
      "The Dorn Ledger reported that the Vale Post had said that the mill burned.", ["Dorn Ledger", "Vale Post"],
      hand: 3, isAtLeast: true, .unknown)
  }

  @Test func unnamed() throws {
    try check("Experts say that it burned.", ["Experts"], hand: 1, .unnamed)
    try check(
      "According to the Dorn Ledger, experts say that it burned.", ["Dorn Ledger", "experts"], hand: 2, .unnamed)
    try check(
      "The Dorn Ledger, citing a person close to the board, said that it burned.",
      ["Dorn Ledger", "a person close to the board"], hand: 2, .unnamed)
  }

  @Test func unknown() throws {
    try check("The mill reportedly burned.", [], hand: nil, isAtLeast: true, .unknown)
    try check("It is believed that the mill burned.", [], hand: nil, isAtLeast: true, .unknown)
    try check(
      "According to the Dorn Ledger, the mill was reportedly burned.", ["Dorn Ledger"], hand: 2, isAtLeast: true,
      .unknown)
  }

  @Test func circular() throws {
    let circle = "The Vale Post reported the loss, citing the Dorn Ledger. The Dorn Ledger cited the Vale Post."
    #expect(try analysis(circle).attributions.map(\.end) == [.circular, .circular, .circular])
    let line = "The Vale Post reported the loss, citing the Dorn Ledger. The Dorn Ledger cited the court file."
    #expect(!(try analysis(line).attributions.contains { $0.end == .circular }))
  }

  @Test("an attribution inside the content of another is nested in it")
  func nesting() throws {
    let nested = { (text: String) in try analysis(text).attributions.map(\.nestedIn) }
    #expect(try nested("According to the Dorn Ledger, Ana Reid said that it burned.") == [nil, 0])
    #expect(try nested("The Dorn Ledger, citing court papers, said it burned.") == [nil, 0])
    #expect(try nested("According to the Dorn Ledger, it reportedly burned.") == [nil, 0])
    #expect(try nested("Ana Reid said it burned. Tom Moss said it stood.") == [nil, nil])
    #expect(try nested("Police said it burned, while the county said it stood.") == [nil, nil])
  }
}
