import HearsayCore
import Testing

/// Where source, cue and content stand in each form of attribution. Marks: `⟦s:` source, `⟦c:` cue, `⟦x:` a part of the
/// content; a digit behind the letter numbers the attributions of one text in the order of their sources.
@Suite struct AttributionPatternTests {
  private func check(
    _ marked: String, _ strengths: AttributionStrength..., isMarkdown: Bool = false,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let draft = MarkedDraft(marked)
    let analysis = try analysis(draft.plain, isMarkdown: isMarkdown, weights: .none)
    let found = analysis.attributions
    #expect(
      found.map(\.strength) == strengths, "cues \(found.map { analysis.words($0.cue) })", sourceLocation: sourceLocation
    )
    guard found.count == strengths.count else { return }
    for (index, attribution) in found.enumerated() {
      let number = found.count == 1 ? "" : String(index + 1)
      for (label, ranges) in [("s", attribution.source), ("c", attribution.cue), ("x", attribution.content)] {
        #expect(
          ranges == draft.ranges(label + number), "\(label)\(number): found \(analysis.words(ranges))",
          sourceLocation: sourceLocation)
      }
    }
  }

  @Test func front() throws {
    try check("⟦s:The Ministry of Tides⟧ ⟦c:said⟧ ⟦x:40 homes were flooded⟧.", .strong)
    try check("⟦s:The Ministry of Tides⟧ ⟦c:said⟧ ⟦x:that 40 homes were flooded⟧.", .strong)
    try check("⟦s:The ministry⟧ ⟦c:announced⟧ on Monday ⟦x:that 40 homes were flooded⟧.", .strong)
    try check("⟦s:The ministry⟧ ⟦c:said⟧ in a statement ⟦x:that 40 homes were flooded⟧.", .strong)
    try check("⟦s:Ana Reid⟧ ⟦c:wrote⟧ in a letter ⟦x:that 40 homes were flooded⟧.", .strong)
    try check("On Monday, ⟦s:Ana Reid⟧ ⟦c:said⟧ ⟦x:40 homes were flooded⟧.", .strong)
    try check("But ⟦s:Ana Reid⟧ ⟦c:said⟧ ⟦x:40 homes were flooded⟧.", .strong)
    try check("⟦s:Ana Reid⟧ ⟦c:claimed⟧ ⟦x:40 homes were flooded⟧.", .strong)
    try check("⟦s:Ana Reid⟧ ⟦c:added⟧: ⟦x:40 homes were flooded⟧.", .strong)
    try check("⟦s:Police⟧ ⟦c:put⟧ ⟦x:the toll at 40⟧.", .strong)
    try check("⟦s:The census⟧ ⟦c:shows⟧ ⟦x:40 homes were flooded⟧.", .strong)
    try check("⟦s:Ana Reid⟧ ⟦c:fears⟧ ⟦x:that 40 homes were flooded⟧.", .strong)
  }

  @Test func mid() throws {
    try check("⟦x:The mill lost 40 barges⟧, ⟦s:Ana Reid⟧ ⟦c:said⟧, ⟦x:and 12 cranes were bent⟧.", .strong)
    try check("⟦x:The mill⟧, ⟦c:according to⟧ ⟦s:Ana Reid⟧, ⟦x:lost 40 barges⟧.", .strong)
    try check("⟦x:“We lost the mill,”⟧ ⟦c:said⟧ ⟦s:Ana Reid⟧, who runs it, ⟦x:“and the barges.”⟧", .strong)
  }

  @Test func end() throws {
    try check("⟦x:40 homes were flooded⟧, ⟦s:the Ministry of Tides⟧ ⟦c:said⟧.", .strong)
    try check("⟦x:40 homes were flooded⟧, ⟦c:according to⟧ ⟦s:the Ministry of Tides⟧.", .strong)
    try check("⟦x:The mill lost $4 million⟧, ⟦s:its annual report⟧ ⟦c:shows⟧.", .strong)
    try check("⟦x:40 homes were flooded⟧, ⟦s:data from the Ministry of Tides⟧ ⟦c:show⟧.", .strong)
    try check("⟦x:“We lost the mill,”⟧ ⟦s:Ana Reid⟧, its owner, ⟦c:said⟧ on Monday.", .strong)
  }

  @Test("“as reported by”, “as shown in”: who says it stands in an aside")
  func asides() throws {
    try check("⟦c:As reported by⟧ ⟦s:the Dorn Ledger⟧, ⟦x:40 homes were flooded⟧.", .strong)
    try check("⟦c:As shown in⟧ ⟦s:the county’s audit⟧, ⟦x:40 homes were flooded⟧.", .strong)
    try check("⟦c:As stated in⟧ ⟦s:the indictment⟧, ⟦x:40 homes were sold⟧.", .strong)
    try check("⟦c:As heard at⟧ ⟦s:the inquest⟧, ⟦x:40 homes were flooded⟧.", .strong)
    try check("⟦c:As revealed at⟧ ⟦s:trial⟧, ⟦x:40 homes were sold⟧.", .strong)
    try check("⟦c:As reported in⟧ ⟦s:the Calder Lancet⟧, ⟦x:40 patients were treated⟧.", .strong)
    try check("⟦x:In May, 40 homes were sold⟧, ⟦c:as documented in⟧ ⟦s:court records⟧.", .strong)
    try check("⟦c:As reported in⟧ ⟦s:last week’s Quay Post⟧, ⟦x:40 boats sank⟧.", .strong)
    try check("As announced on Friday, 40 homes were flooded.")
    try check("As reported in May, 40 homes were flooded.")
    try check("As described in the previous post, 40 homes were flooded.")
    try check("As shown in the chart below, 40 homes were flooded.")
    try check("As seen in the Netherlands, 40 homes were flooded.")
    try check("The gate was as shown in the plan.")
  }

  @Test func inverted() throws {
    try check("⟦x:40 homes were flooded⟧, ⟦c:said⟧ ⟦s:the Ministry of Tides⟧.", .strong)
    try check("⟦x:The mill burned⟧, ⟦c:claims⟧ ⟦s:the Dorn Ledger⟧.", .strong)
    try check("⟦x:“We lost the mill,”⟧ ⟦c:said⟧ ⟦s:its owner⟧, Ana Reid.", .strong)
  }

  @Test func prepositional() throws {
    try check("⟦c:According to⟧ ⟦s:the Ministry of Tides⟧, ⟦x:40 homes were flooded⟧.", .strong)
    try check("⟦c:As per⟧ ⟦s:the Ministry of Tides⟧, ⟦x:40 homes were flooded⟧.", .strong)
    try check("⟦c:As reported by⟧ ⟦s:the Dorn Ledger⟧, ⟦x:40 homes were flooded⟧.", .strong)
    try check("⟦c:In the words of⟧ ⟦s:Ana Reid⟧, ⟦x:40 homes were flooded⟧.", .strong)
    try check("⟦x:The mill is lost⟧, ⟦c:in the view of⟧ ⟦s:Ana Reid⟧.", .strong)
    try check("⟦c:In⟧ ⟦s:a survey by Vale University⟧, ⟦x:40 percent wanted barges⟧.", .strong)
    try check("⟦x:Forty percent wanted barges⟧, ⟦c:in⟧ ⟦s:a survey released by Vale University⟧.", .strong)
  }

  @Test func adverbs() throws {
    try check("⟦x:The mill⟧ ⟦c:reportedly⟧ ⟦x:lost 40 barges⟧.", .none)
    try check("⟦c:Reportedly⟧, ⟦x:the mill lost 40 barges⟧.", .none)
    try check("⟦x:The mill⟧, ⟦c:reportedly⟧, ⟦x:lost 40 barges⟧.", .none)
    try check("⟦c:Apparently⟧, ⟦x:40 homes were flooded⟧.", .none)
    try check("The ⟦c:reported⟧ ⟦x:losses⟧ went on.", .none)
  }

  @Test func passiveWithAgent() throws {
    try check("⟦x:The loss⟧ ⟦c:was reported⟧ by ⟦s:the Dorn Ledger⟧.", .strong)
    try check("Ana Reid ⟦c:was told⟧ by ⟦s:the ministry⟧ ⟦x:that 40 homes were flooded⟧.", .strong)
  }

  @Test func passiveWithoutAgent() throws {
    try check("⟦c:It is believed⟧ ⟦x:that the mill burned⟧.", .none)
    try check("⟦x:The mill⟧ ⟦c:is believed⟧ ⟦x:to have lost 40 barges⟧.", .none)
    try check("⟦x:The mill⟧ ⟦c:is said⟧ ⟦x:to be full⟧.", .none)
    try check("⟦x:The loss⟧ ⟦c:was widely reported⟧.", .none)
  }

  @Test func citing() throws {
    try check(
      "⟦s1:The Dorn Ledger⟧, ⟦c2:citing⟧ ⟦s2:court papers⟧, ⟦c1:said⟧ ⟦x1:⟦x2:40 homes were flooded⟧⟧.", .strong,
      .strong)
    try check(
      "⟦s1:The Dorn Ledger⟧, ⟦c2:citing⟧ ⟦s2:a person close to the board⟧, ⟦c1:said⟧ "
        + "⟦x1:⟦x2:that 40 homes were flooded⟧⟧.", .strong, .weak)
    try check(
      "⟦s1:The Dorn Ledger⟧ ⟦c1:quoted⟧ ⟦x1:⟦s2:Ana Reid⟧ as ⟦c2:saying⟧ ⟦x2:“we lost 40 barges”⟧⟧.", .strong, .strong)
  }

  @Test func hearers() throws {
    try check("⟦s:Ana Reid⟧ ⟦c:told⟧ the Dorn Ledger ⟦x:that 40 homes were flooded⟧.", .strong)
    try check("⟦s:Ana Reid⟧ ⟦c:told⟧ reporters ⟦x:40 homes were flooded⟧.", .strong)
    try check("⟦x:“We lost the mill,”⟧ ⟦s:Ana Reid⟧ ⟦c:told⟧ the Dorn Ledger.", .strong)
    try check("⟦s:Ana Reid⟧ ⟦c:told⟧ the Dorn Ledger, a local paper, ⟦x:that 40 homes were flooded⟧.", .strong)
  }

  @Test func appositionsAndRelativeClauses() throws {
    try check("⟦s:The mill's owner⟧, Ana Reid, ⟦c:said⟧ ⟦x:40 homes were flooded⟧.", .strong)
    try check("⟦s:Ana Reid⟧, a pilot, ⟦c:said⟧ ⟦x:40 homes were flooded⟧.", .strong)
    try check("⟦s:Ana Reid⟧, who runs the mill, ⟦c:said⟧ ⟦x:40 homes were flooded⟧.", .strong)
    try check("⟦s:Ana Reid⟧, speaking in Dorn, ⟦c:said⟧ ⟦x:40 homes were flooded⟧.", .strong)
  }

  @Test func participles() throws {
    try check("⟦s:Ana Reid⟧ left the hall, ⟦c:saying⟧ ⟦x:that 40 homes were flooded⟧.", .strong)
    try check("⟦s:Ana Reid⟧ left the hall, ⟦c:saying⟧ ⟦x:40 homes were flooded⟧.", .strong)
    try check(
      "⟦x1:The barges sank at dawn⟧, ⟦c1:said⟧ ⟦s1:⟦s2:Ana Reid⟧⟧, ⟦c2:adding⟧ ⟦x2:that 40 men swam ashore⟧.",
      .strong, .strong)
  }

  @Test("a participle between commas says whose the amount before or behind it is")
  func agentsOfParticiples() throws {
    try check("⟦x:The toll⟧, ⟦c:confirmed⟧ by ⟦s:the ministry⟧, ⟦x:exceeded 340 people⟧.", .strong)
    try check("⟦x:The cost⟧, ⟦c:put⟧ by ⟦s:the county⟧ at ⟦x:45 million euros⟧, is rising.", .strong)
    try check("⟦x:A hoard⟧, ⟦c:valued⟧ by ⟦s:the museum⟧ at ⟦x:45 million euros⟧, was found.", .strong)
    try check("⟦x:The figures⟧, ⟦c:provided⟧ to the Ledger by ⟦s:the county⟧, ⟦x:exceed 340 people⟧.", .strong)
    try check("⟦x:The costs⟧, ⟦c:disclosed⟧ quietly by ⟦s:officials⟧ to the Ledger, ⟦x:topped 700 crowns⟧.", .weak)
    try check("The bridge, built by the county, cost 45 million euros.")
    try check("The scheme, announced by the ministry, cost 45 million euros.")
    try check("The toll, dreaded by the ministry, exceeded 340 people.")
    try check("⟦x:A hoard⟧, ⟦c:pegged⟧ by ⟦s:brokers⟧ at ⟦x:45 million euros⟧, was found.", .weak)
    try check("The toll, priced by the ministry, exceeded 340 people.")
    try check("The mill, supplied by the county, burned 340 tonnes.")
    try check("The toll, announced by the ministry at 340 people, rose.")
  }

  @Test("“by early reports” credits nobody that has a name")
  func accounts() throws {
    try check("⟦c:By⟧ ⟦s:reports⟧, ⟦x:300 people were hurt⟧.", .weak)
    try check("⟦c:By⟧ ⟦s:early reports⟧, ⟦x:300 people were hurt⟧.", .weak)
    try check("⟦c:By⟧ ⟦s:reports⟧ ⟦x:on Saturday, 300 people were hurt⟧.", .weak)
    try check("⟦c:By⟧ ⟦s:reports⟧ ⟦x:he won 340 seats⟧.", .weak)
    try check("The gale sank nine boats and, ⟦c:by⟧ ⟦s:early reports⟧, ⟦x:40 rafts⟧.", .weak)
    try check("⟦x:The county was⟧ ⟦c:by⟧ ⟦s:early reports⟧ ⟦x:340 homes short⟧.", .weak)
    try check("He was impressed by reports of 300 births.")
    try check("By reports of 300 births he was impressed.")
  }

  @Test func coordination() throws {
    try check(
      "⟦s1:Police⟧ ⟦c1:said⟧ ⟦x1:40 homes were flooded⟧, while ⟦s2:the Ministry of Tides⟧ ⟦c2:said⟧ ⟦x2:30 were saved⟧.",
      .strong, .strong)
    try check(
      "⟦s1:The firm⟧ ⟦c1:said⟧ ⟦x1:it had lost 40 barges⟧, but ⟦s2:Reid⟧ ⟦c2:said⟧ ⟦x2:the number was 30⟧.",
      .strong, .strong)
  }

  @Test("behind the outlet stands whoever said what stands before it")
  func trailingSpeakers() throws {
    try check(
      "⟦x1:⟦x2:40 homes were flooded⟧⟧, ⟦s1:the Dorn Ledger⟧ ⟦c1:reported⟧ ⟦x1:⟦s2:the mayor⟧ ⟦c2:said⟧⟧.", .strong,
      .strong)
    try check("⟦x:40 homes were flooded⟧, ⟦s:the Dorn Ledger⟧ ⟦c:reported⟧.", .strong)
  }

  @Test func nestedReports() throws {
    try check(
      "⟦c1:According to⟧ ⟦s1:the Dorn Ledger⟧, ⟦x1:⟦s2:Ana Reid⟧ ⟦c2:said⟧ ⟦x2:that 40 homes were flooded⟧⟧.",
      .strong, .strong)
    try check(
      "⟦s1:The Dorn Ledger⟧ ⟦c1:reported⟧ ⟦x1:that ⟦s2:the Vale Post⟧ ⟦c2:had said⟧ ⟦x2:that 40 homes were flooded⟧⟧.",
      .strong, .strong)
  }

  @Test func strength() throws {
    let strength = { (source: String) in
      try analysis("\(source) said that 40 homes were flooded.").attributions.map(\.strength)
    }
    for source in ["Ana Reid", "The ministry", "Police", "A police spokesman", "The Dorn Ledger", "Reuters", "We"] {
      #expect(try strength(source) == [.strong], "\(source)")
    }
    for source in [
      "Experts", "Sources", "A source", "Two people familiar with the matter", "Several officials", "A senior official",
      "A study", "Many",
    ] {
      #expect(try strength(source) == [.weak], "\(source)")
    }
  }
}
