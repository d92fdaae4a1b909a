import HearsayCore
import Testing

/// Figures that HS101 leaves alone although nobody is named for them, beside near twins that it marks.
@Suite struct EstablishedFigureTests {
  /// Exactly the marked figures are findings of HS101.
  private func check(_ marked: String, isMarkdown: Bool = false, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    let draft = MarkedDraft(marked)
    let found = try analysis(draft.plain, isMarkdown: isMarkdown).findings.filter { $0.rule == "HS101" }.map(\.range)
    #expect(found == draft.ranges, "\(marked)", sourceLocation: sourceLocation)
  }

  @Test("how something is built")
  func build() throws {
    try check("A ten-storey block fell.")
    try check("The 55-member union met.")
    try check("The 75 m ship sank.")
    try check("The 48-acre field burned.")
    try check("The fire burned ⟦48 acres⟧.")
    try check("The block has ⟦ten⟧ storeys.")
    try check("The ship lost ⟦75 m⟧ of chain.")
  }

  @Test("what an atlas or a book of laws says, and numbers that name")
  func looksUp() throws {
    try check("Dorn has 12,300 inhabitants.")
    try check("The clerk has ⟦12,300⟧ letters.")
    try check("The tax stands in all fifty states.")
    try check("She toured all 50 U.S. states.")
    try check("Each of the 16 Valian states voted.")
    try check("The tax stands in ⟦forty⟧ states.")
    try check("The mill broke 17 Vale Code § 1201.")
    try check("The Lot 52 Team dives here. On Monday Lot 52 sailed.")
  }

  @Test("what is told as a mistake, nought, the bound of a duty, an age")
  func noClaims() throws {
    try check("Reid misspoke that 120 million gulls had died.")
    try check("Some ⟦120 million⟧ gulls had died.")
    try check("The sheet cannot divide by zero, so the cell is zero.")
    try check("Mills that earn $750,000 or more a year must file a return.")
    try check("The mills earn ⟦$750,000⟧ a year.")
    try check("At 77, Marsh is the oldest pilot.")
  }

  @Test("how far places lie apart")
  func distance() throws {
    try check("The mill stands 40 kilometres from Dorn.")
    try check("The wells lie 50 m apart.")
    try check("The reef lies 50 miles (80 km) off Dorn.")
    try check("The star is 50 light-years away.")
    try check("The pipe leaked along ⟦40 kilometres⟧ of coast.")
  }

  @Test("half a mile to the south, hundreds of miles away")
  func farAway() throws {
    try check("The boat sank about half a mile to the south of the mill.")
    let text = "Some came from hundreds of miles away. Hundreds of boats sank."
    #expect(try analysis(text).findings.filter { $0.rule == "HS103" }.count == 1)
  }

  @Test("what a rate is per")
  func denominators() throws {
    try check("Dorn has ⟦15⟧ fires per 100,000 homes.")
    try check("Dorn has ⟦100,000⟧ homes.")
  }

  @Test("what a chamber or court decided")
  func publicRecord() throws {
    try check("She became speaker with 220 votes.")
    try check("All 54 nations signed the treaty.")
    try check("The court fined the mill $40 million.")
    try check("He faced 26 counts of smuggling.")
    try check("The party needs a majority of 170.")
    try check("Some ⟦54⟧ nations lack a port.")
    try check("The mill lost ⟦$40 million⟧.")
  }

  @Test("a toll that is sourced further down, whomever it counts")
  func tolls() throws {
    try check("Seven people died in the fire.\n\nIt rained. Police said seven passengers were killed.")
    try check("⟦Seven⟧ people died in the fire.\n\nIt rained. Police said seven passengers were hurt.")
    try check("⟦Seven⟧ people died in the fire.\n\nIt rained. Police said nine passengers were killed.")
    try check("⟦Seven⟧ people died in the fire.\n\nIt rained. Some say seven passengers were killed.")
    let far = String(repeating: "The tide came in.\n\n", count: 9)
    try check("⟦Seven⟧ people died in the fire.\n\n\(far)Police said seven passengers were killed.")
  }

  @Test("the number by which a thing was named before")
  func designations() throws {
    try check("A Boeing 707 fell. The firm built the 707 with pride.")
    try check("A Boeing 707 fell. The firm built the ⟦640⟧ with pride.")
  }

  @Test("what kind of things they are, and how many members a body has")
  func kinds() throws {
    try check("The shop uses 450°F (232°C) glue guns.")
    try check("The shop heats glue to ⟦450°F⟧ in May.")
    try check("The town had ⟦60 mph⟧ winds.")
    try check("She works at one of the 27 Vale Institutes of Tides.")
    try check("She works with ⟦27⟧ institutes.")
  }

  @Test("charges before a court, seats after a vote")
  func courtsAndSeats() throws {
    try check("Some 14 sailors were charged with theft.")
    try check("Some ⟦14⟧ sailors were charged by a bull.")
    try check("Over 80% of the 40 council seats went to Larch’s party.")
    try check("Over ⟦80%⟧ of the council’s money went to Larch’s party.")
  }

  @Test("what a vote gave, once its day is named")
  func elections() throws {
    try check("In 2016 Dorn held a referendum. About 52% of those asked voted to leave.")
    try check("The primary was held on May 9. Larch came first, securing 12 of the county’s 41 delegates.")
    try check("Larch had the most delegates, with 60.")
    try check("The primary was held on May 9. Larch won, with 63% of the vote.")
    try check("About ⟦52%⟧ of those asked would leave.")
    try check("Larch had the most barges, with ⟦60⟧.")
    try check("The primary is near. Larch is put at ⟦63%⟧ of the vote.")
  }

  @Test("those who were counted before, and one amount in two currencies")
  func counted() throws {
    try check("None of the twelve had a mast.")
    try check("None of the ⟦twelve⟧ sailors had a hat.")
    try check("The mast is worth about ⟦$8,000⟧ or €7,000.")
    try check("A mast costs ⟦$8,000⟧ and a hull sells for ⟦$7,000⟧.")
  }

  @Test("a telling value is marked once, though it stands alone")
  func tellingValues() throws {
    try check("The vote drew more than ⟦2.9 million⟧.\n\nAbout 2.9 million people came.")
    try check("The vote drew more than ⟦2.9 million⟧.\n\nAbout ⟦2.8 million⟧ people came.")
    try check("The vote drew ⟦40⟧.\n\nAbout ⟦40⟧ people came.")
  }

  @Test("a list of two kinds is marked once")
  func kindsInList() throws {
    try check("The firm sold its ⟦1,200⟧ Valian and 74 Dornish mills.")
    try check("The firm sold its ⟦1,200⟧ mills and bought ⟦74⟧ barges.")
  }

  @Test("the same amount of the same thing is sourced elsewhere in the draft")
  func sourcedElsewhere() throws {
    try check("Some 640 homes were flooded.\n\nIt rained all night. The county said 640 homes were flooded.")
    try check("Some ⟦640⟧ homes were flooded.\n\nIt rained all night. The county said 90 homes were flooded.")
    try check("Some ⟦640⟧ homes were flooded.\n\nIt rained all night. The county said 640 barns were flooded.")
    try check("Some ⟦640⟧ homes were flooded.\n\nIt rained all night. Experts said 640 homes were flooded.")
  }

  @Test("a repeat is marked once")
  func repeats() throws {
    try check("Some ⟦640⟧ homes were flooded.\n\nThe 640 homes stood by the river.")
    try check("Some ⟦640⟧ homes were flooded.\n\nThe ⟦640⟧ barns stood by the river.")
  }

  @Test("part of a group that the draft has counted")
  func parts() throws {
    try check("Three of the victims were pilots.")
    try check("The crash killed ⟦three⟧ pilots.")
  }

  @Test("a list of amounts alone names classes")
  func classes() throws {
    try check("The form sorts gifts by size:\n\n- $200 and under\n- $201 - $499", isMarkdown: true)
    try check("The form lists the losses:\n\n- ⟦640⟧ homes", isMarkdown: true)
  }

  @Test("ratings of a thing, terms of a contract, fees of an office")
  func writtenDown() throws {
    try check("The 1000 megawatt cable is due.")
    try check("The plant lost ⟦1000 megawatts⟧.")
    try check("Today Marrow signed an agreement on selling three million tonnes of ore to Dorn.")
    try check("Today Marrow sold ⟦two billion cubic metres⟧ of gas.")
    try check("In Dorn, applying for a licence costs $725.")
    try check("In Dorn, the scheme costs ⟦$725⟧.")
  }

  @Test("what an atlas says")
  func commonKnowledge() throws {
    try check("The law holds in the fifty states.")
    try check("The population of Dorn is about 7.5 million.")
    try check("The storm hit the island's roughly 200,000 residents.")
    try check("The law failed in ⟦fifty⟧ states.")
    try check("The storm hit ⟦200,000⟧ residents.")
  }

  @Test("contests gone by and the rules of one at hand")
  func contests() throws {
    try check("In the 2016 election, Reid lost, securing about 34% of votes.")
    try check("The Greens gained 66 seats, while Labour lost 42.")
    try check("The contests represent a total of 820 delegates.")
    try check("To win, at least 640 delegates are needed.")
    try check("Reid secured about ⟦34%⟧ of votes.")
    try check("The mill gained land, while Dorn lost ⟦42⟧.")
  }

  @Test("a list of examples mentions")
  func examples() throws {
    try check("We tried some texts. For example:\n\n- Some 640 homes were flooded.", isMarkdown: true)
    try check("We saw the harm. This happened:\n\n- Some ⟦640⟧ homes were flooded.", isMarkdown: true)
  }

  @Test("one mark a list")
  func lists() throws {
    try check("Marches of ⟦250,000⟧ people in Dorn, 100,000 in Vale and 1.4 million in Quay closed the road.")
    try check("Dorn lost ⟦250⟧ homes and had ⟦40,000⟧ guests.")
  }

  @Test("what an election counted officially")
  func electionResults() throws {
    try check("The ticket received 41,200 votes (2 percent).")
    try check("Reid got 6 percent of the vote in his 2009 run.")
    try check("Reid got ⟦6 percent⟧ of the orders in his 2009 run.")
    try check("The mill received ⟦41,200⟧ bricks.")
  }

  @Test("constants of nature, magnitudes, listed prices, counters that a site shows")
  func listed() throws {
    try check("Only 0.1% of the thin atmosphere of the moon Dorn is oxygen.")
    try check("Only ⟦0.1%⟧ of the grain is rye.")
    try check("The sail is 100% hemp, soaked in an 80%-20% mix of tar and oil.")
    try check("The sail has ⟦80%⟧ of its hemp.")
    try check("A magnitude 5.2 earthquake shook Dorn, a week behind the 6.4 quake.")
    try check("The quake broke ⟦640⟧ roofs.")
    try check("One euro is worth approximately $1.10.")
    try check("Reid had 750,000 followers on YouTube.")
    try check("Reid had ⟦750,000⟧ readers.")
  }

  @Test("fees with a label, delegates, ratified treaties, the shares of a count that is over")
  func recorded() throws {
    try check("Fee: nothing for members; $25 for guests and $35 for others.")
    try check("The win brings her delegate total to 86.")
    try check("So far 54 nations have signed, and only 27 have ratified the treaty.")
    try check("In the caucus Holt secured a plurality of the vote, at 25.7%.")
    try check("The motion passed, with 231 Larches supporting it.")
    try check("Holt came second with about 20% of the vote.")
    try check("Holt stands at ⟦20%⟧ of the vote.")
  }

  @Test("who plans or certifies an amount answers for it")
  func planned() throws {
    try check("The Marsh Guild plans to widen the pond to 600 acres.")
    try check("The pond was widened to ⟦600 acres⟧.")
    try check("The song was certified gold by the Vale Record Council, having sold over 40,000 copies.")
    try check("The song sold over ⟦40,000⟧ copies.")
  }

  @Test("figures of one claim are one finding, at the first")
  func claims() throws {
    try check("Over ⟦2,000⟧ helpers mapped 13,000 miles of road and 110,000 barns.")
    try check("Some ⟦30%⟧ of the mills, over 1,800, burned.")
    try check("The blast killed ⟦five⟧ men and wounded 110.")
    try check("The lost sacks, some ⟦2,030⟧, cost ⟦£91,000⟧.")
    try check("There are over ⟦5,300⟧ mills. About 1,300 of these grind rye.")
    try check("Over ⟦5,300⟧ mills burned. Later ⟦1,300⟧ barns burned.")
  }

  @Test("those who were with somebody, and those who came to harm")
  func company() throws {
    try check("The Ledger printed letters between Reid and eleven others.")
    try check("Reid and ⟦eleven⟧ others were killed.")
  }
}
