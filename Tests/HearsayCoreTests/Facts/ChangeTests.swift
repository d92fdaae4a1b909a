import ProseText
import Testing

@testable import HearsayCore

/// How much a sentence says that something changed, from what and to what: `⟦a:…⟧` the amount, `⟦f:…⟧` and `⟦t:…⟧` the values before and
/// after, `⟦c:…⟧` the word of change, `⟦s:…⟧` the head of what changed.
@Suite struct ChangeTests {
  private func facts(_ text: String) throws -> BlockFacts {
    var analyzer = Analyzer()
    let draft = analyzer.draft(SourceText(text), format: .plainText, in: DraftSurroundings(), isCancelled: { false })
    return try #require(draft?.blocks.first).facts
  }

  private func check(
    _ marked: String, _ direction: ChangeDirection, isExpected: Bool = false,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let draft = MarkedDraft(marked)
    let facts = try facts(draft.plain)
    let change = try #require(facts.changes.first, sourceLocation: sourceLocation)
    func expect(_ label: String, _ found: Range<Int>?) {
      let words = found.map { facts.passage.string($0) }
      #expect(found == draft.ranges(label).first, "\(label): \(words ?? "nothing")", sourceLocation: sourceLocation)
    }
    expect("a", change.amount.map { facts.quantities[$0].range })
    expect("f", change.from.map { facts.passage.range($0.terms) })
    expect("t", change.to.map { facts.passage.range($0.terms) })
    if let cue = draft.ranges("c").first {
      #expect(facts.passage.range(change.cue..<change.cue + 1) == cue, sourceLocation: sourceLocation)
    }
    if !draft.ranges("s").isEmpty { expect("s", change.subject.map { facts.passage.range($0..<$0 + 1) }) }
    #expect(change.direction == direction, sourceLocation: sourceLocation)
    #expect(change.isExpected == isExpected, sourceLocation: sourceLocation)
  }

  private func checkNone(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let changes = try facts(text).changes
    #expect(changes.isEmpty, "found \(changes)", sourceLocation: sourceLocation)
  }

  @Test func verbs() throws {
    try check("⟦s:Complaints⟧ ⟦c:rose⟧ ⟦a:300%⟧.", .rise)
    try check("Late ⟦s:trains⟧ have ⟦c:fallen⟧ by ⟦a:a third⟧.", .fall)
    try check("The app has ⟦c:cut⟧ ⟦s:costs⟧ by ⟦a:a fifth⟧.", .fall)
    try check("Bread prices ⟦c:jumped⟧ by more than ⟦a:40 percent⟧.", .rise)
    try check("⟦s:Crime⟧ has ⟦a:⟦c:doubled⟧⟧.", .rise)
    try check("The herd ⟦a:⟦c:halved⟧⟧.", .fall)
  }

  @Test func nouns() throws {
    try check("The yard saw a ⟦c:rise⟧ of ⟦a:18 percent⟧.", .rise)
    try check("The yard saw an ⟦c:increase⟧ in ⟦s:thefts⟧ of ⟦a:18 percent⟧.", .rise)
    try check("The yard saw a ⟦a:60%⟧ ⟦c:drop⟧ in ⟦s:thefts⟧.", .fall)
  }

  @Test func particles() throws {
    try check("Rents are ⟦c:up⟧ ⟦a:5%⟧.", .rise)
    try check("Rents are ⟦c:down⟧ by ⟦a:a tenth⟧.", .fall)
    try check("Complaints went ⟦c:up⟧ ⟦a:45%⟧.", .rise)
    try checkNone("Ferries make up 5 percent of the traffic.")
    try checkNone("Ferries carry up to 5 percent of the traffic.")
  }

  @Test func bothEnds() throws {
    try check("Complaints ⟦c:rose⟧ from ⟦f:4⟧ to ⟦t:16⟧.", .rise)
    try check("Complaints ⟦c:fell⟧ to ⟦t:1,911⟧ last year from ⟦f:2,340⟧ the year before.", .fall)
    try check("Fares ⟦c:fell⟧ from ⟦f:600 crowns⟧ in 2019 to ⟦t:480⟧.", .fall)
    try check("The mill made ⟦t:40 tonnes⟧, ⟦c:up⟧ from ⟦f:30 tonnes⟧.", .rise)
    try check("The mill’s output ⟦c:rose⟧ to ⟦t:40 tonnes⟧, compared with ⟦f:30 tonnes⟧ in May.", .rise)
  }

  @Test func amountsWithBothEnds() throws {
    try check("The rate rose from ⟦f:4%⟧ to ⟦t:6%⟧, an ⟦c:increase⟧ of ⟦a:2%⟧.", .rise)
    try check("The toll went ⟦c:up⟧ ⟦a:2.5%⟧ from ⟦f:17.5%⟧ to ⟦t:20%⟧.", .rise)
    try check("Thefts ⟦c:fell⟧ by ⟦a:3 percent⟧, from ⟦f:41 percent⟧ to ⟦t:38 percent⟧.", .fall)
    try check("The wait fell from ⟦f:50⟧ to ⟦t:40 minutes⟧, ⟦c:down⟧ ⟦a:25%⟧.", .fall)
    try check("The load ⟦c:rose⟧ from ⟦f:61%⟧ to ⟦t:66%⟧, or ⟦a:5%⟧.", .rise)
    try check("Profits ⟦a:⟦c:doubled⟧⟧ from ⟦f:$3m⟧ to ⟦t:$5m⟧.", .rise)
    try check("The mill made ⟦t:5.4 million⟧ bricks, ⟦c:up⟧ ⟦a:30 percent⟧ from ⟦f:4.8 million⟧.", .rise)
  }

  @Test func oneEnd() throws {
    try check("Complaints ⟦c:rose⟧ by ⟦a:a third⟧ to ⟦t:40⟧ a month.", .rise)
    try check("Complaints ⟦c:fell⟧ ⟦a:10 percent⟧ from ⟦f:40⟧ a month.", .fall)
  }

  @Test func whatIsToCome() throws {
    try check("Fares will ⟦c:rise⟧ by ⟦a:4 percent⟧.", .rise, isExpected: true)
    try check("The council wants to ⟦c:cut⟧ costs by ⟦a:a fifth⟧.", .fall, isExpected: true)
    try check("The council proposed a ⟦c:cut⟧ of ⟦a:5 percent⟧.", .fall, isExpected: true)
  }

  @Test func spreadsAreNoChanges() throws {
    try checkNone("The ages ranged from 4 to 16.")
    try checkNone("Prices would drop from 3 to 5 percent.")
    try checkNone("The shop is open from 9 to 17 hours.")
  }

  @Test func comparisons() throws {
    func words(_ text: String) throws -> [String] {
      let facts = try facts(text)
      return facts.comparisons.map {
        facts.passage.string(facts.quantities[$0.amount].range) + ($0.hasBaseline ? " than" : "")
          + ($0.isRisk ? " risk" : "")
      }
    }
    #expect(try words("The ferry is 40 percent faster.") == ["40 percent"])
    #expect(try words("The ferry is 40 percent faster than the train.") == ["40 percent than"])
    #expect(try words("Boys are twice as likely to drown.") == ["twice risk"])
    #expect(try words("Boys are twice as likely as girls to drown.") == ["twice than risk"])
    #expect(try words("It uses half the water.") == ["half"])
    #expect(try words("Half the water is gone.") == [])
    #expect(try words("The 1000 megawatt underwater cable is ready.") == [])
  }

  @Test func baseOfAFigure() throws {
    let analysis = try analysis("Complaints fell by 3 percent, to 38 tonnes from 41 tonnes. The mill has 12 ovens.")
    let bases = analysis.figures.map { $0.base.map(analysis.words) }
    #expect(bases == ["41 tonnes", "41 tonnes", nil, nil])
  }
}
