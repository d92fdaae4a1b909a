import HearsayCore
import Testing

/// Numbers that need no source, each class beside near twins that do.
@Suite struct ExemptionTests {
  @Test func dates() throws {
    try exempts(
      .date, "The deal was signed on ⟦3 July 2021⟧.", "The deal was signed on ⟦July 3⟧.",
      "The deal was signed on ⟦2021-07-03⟧.", "The deal was signed on ⟦03/07/2021⟧.",
      "The deal was signed on ⟦3-5 July⟧.", "The deal was signed on ⟦18 and 19 June⟧.",
      "The deal was signed on ⟦19.07.2023⟧.",
      "The deal was signed on ⟦14-Nov-2023⟧.", "The deal was signed on ⟦April twenty-fourth⟧.",
      "The deal was signed on ⟦15 June in 2019⟧.", "The deal was signed on the ⟦17⟧.",
      "The deal was signed on ⟦Monday, July 3⟧.", "The deal was signed on the ⟦1st of July⟧.",
      "The fair runs ⟦July 4-6, 2025⟧.", "She sang at the ⟦June 12–14⟧ music festival.",
      "In the ⟦Oct. 3-5⟧ survey he led.")
    try asks(
      "On Monday ⟦21⟧ barges sank.", "Some ⟦26⟧ may leave.", "They sold ⟦18⟧ and ⟦19⟧ barges.",
      "The March ⟦640⟧ recruits left.", "In July ⟦640⟧ barges sank.",
      "It rose from May 25 to ⟦27⟧ barges.")
  }

  @Test("names of catalogues, versions and halves that count nothing")
  func catalogues() throws {
    try exempts(
      .name, "They read the Legend of the ⟦Twelve⟧ Lanterns.", "The ⟦Ten⟧ Rings sang.", "She saw the ⟦Seven⟧ Sisters.")
    try asks("The ⟦ten⟧ Valian boats sank.", "The ⟦twelve⟧ sailors drowned.")
    try exempts(.name, "The star HR ⟦6819⟧ lies far.", "The planet was ⟦51⟧ Dornai b, a giant.")
    try exempts(.version, "Like any true ⟦2.0⟧, it grows.")
    try exempts(
      .idiom, "She shared it with ⟦one half⟧-sister.", "Flags were lowered to ⟦half⟧ staff.",
      "Reid won his ⟦half⟧ of the prize.")
    try asks(
      "In the US ⟦6819⟧ mills closed.", "The navy lost ⟦51⟧ Valian boats.", "Her average is ⟦2.5⟧.",
      "The storm took ⟦half⟧ of the roofs.")
  }

  @Test func times() throws {
    try exempts(
      .time, "The boat left at ⟦4 a.m.⟧ with a pilot.", "The boat left at ⟦4.30 p.m.⟧ with a pilot.",
      "The boat left at ⟦14:30⟧.", "The boat left at ⟦noon⟧.", "The boat left at ⟦1700 UTC⟧.",
      "The boat left at ⟦nine o’clock⟧.", "The boat left at ⟦half past five⟧.", "The boat left on Friday at ⟦5⟧.",
      "The shop opens from ⟦9 to 11 a.m.⟧ daily.", "The shop opens on Friday from ⟦10 to 4⟧.",
      "The boat left at ⟦5⟧ in the morning.")
    try asks(
      "The boat left ⟦14⟧ passengers ashore.", "On Friday the fleet fell from ⟦10 to 14⟧ by law.",
      "On Friday the toll stood at ⟦54⟧.")
  }

  @Test func years() throws {
    try exempts(
      .year, "It opened in ⟦1998⟧.", "It opened in the ⟦1990s⟧.", "The ⟦2019–20⟧ season was short.",
      "It opened in ⟦nineteen ninety-three⟧.", "It closed around ⟦1962⟧.", "From roughly ⟦1931⟧ to 1934 it was shut.",
      "The Harbour Act of ⟦1867⟧ was dropped.", "The mill dates to ⟦1873⟧.", "It stood in ⟦664 BC⟧.")
    try asks(
      "The total is ⟦1501⟧.", "The toll may exceed ⟦1000⟧.", "Between ⟦1500 and 2000⟧ people came.",
      "It fell by ⟦2000⟧ barges.",
      "The fire destroyed ⟦1998⟧ homes.", "The fire destroyed ⟦2,019⟧ homes.", "It cost ⟦$1998⟧.")
  }

  @Test func ages() throws {
    try exempts(
      .age, "Ana Reid, ⟦45⟧, left the board.", "A man aged ⟦45⟧ left the board.", "Reid (⟦45⟧) left the board.",
      "A ⟦45-year-old⟧ man left the board.", "He was ⟦45⟧.", "She would have been ⟦75⟧ on 2 May.",
      "She left at the age of ⟦fifteen⟧.",
      "The pilots were aged nine, ⟦ten⟧, ⟦thirteen⟧ and ⟦49⟧.", "I left home when I was ⟦19⟧.",
      "Ana Reid died at ⟦97⟧.",
      "The law bars those under ⟦19⟧.", "It helps women between ⟦20 and 35⟧.", "Ana Reid, now ⟦22⟧, left the board.",
      "He is ⟦6'2\"⟧ and still growing.")
    try asks(
      "The flood killed at least ⟦45⟧ at Dorn.", "The tow was aged, and ⟦45⟧ barges sank.",
      "The rent fell under ⟦19 crowns⟧.",
      "Membership stood at ⟦45⟧.", "Reid, ⟦45⟧ barges and a crane left the port.", "He is ⟦6 feet⟧ tall.")
  }

  @Test func durations() throws {
    try exempts(
      .duration, "The talks lasted ⟦14 days⟧.", "The boat took ⟦14 hours⟧.", "The tests took ⟦14⟧ business days.")
    try asks("The tests took ⟦14⟧ business partners.", "The boat spent ⟦2.3 million hours⟧ at sea.")
  }

  @Test func ordinals() throws {
    try exempts(
      .ordinal, "The page lists the top ⟦20⟧ ports.", "It was the ⟦third⟧ strike.", "It was the ⟦3rd⟧ strike.",
      "It was the ⟦21st⟧ strike.")
    try asks("It sold ⟦20⟧ top hats.", "It was ⟦21⟧ strikes.", "⟦A third⟧ of the crews struck.")
  }

  @Test func scores() throws {
    try exempts(
      .score, "The vote was ⟦46–44⟧.", "The match ended ⟦3-1⟧.", "They won ⟦21–14⟧ in Dorn.",
      "The ⟦46–44⟧ vote pleased them.")
    try asks(
      "Dorn sold ⟦3-6⟧ barges.", "Dorn sold ⟦46–48⟧ barges.", "They won ⟦640⟧ seats.", "They lost ⟦20–30⟧ barges.")
  }

  @Test func addressesAndTelephones() throws {
    try exempts(.address, "The shop is at ⟦14⟧ Mill Road.")
    try asks("The shop owns ⟦14⟧ mill roads.", "The shop sold ⟦14⟧ Mill cakes.")
    try exempts(.address, "The inn stands at ⟦36⟧ Quai des Lilas.")
    try exempts(
      .phone, "The desk is on ⟦555 0130⟧.", "He phoned ⟦911⟧.", "Ring ⟦+44 20 7946 0000⟧ for help.",
      "The desk is on ⟦(0161) 496 0000⟧.", "The desk is on ⟦0161 496 0000 ext. 12⟧.", "The desk is on ⟦212-555-0130⟧.",
      "The desk is on ⟦212.555.0130⟧.", "The desk is on ⟦06-12-34-56-78⟧.", "The desk is on ⟦+31 (0)6 12345678⟧.",
      "Their phone number is ⟦555 014 221⟧.", "Their fax: ⟦12345678⟧.")
    try asks(
      "The line took ⟦911⟧ calls.", "The line took ⟦1200000⟧ calls.", "They phoned ⟦640⟧ homes.",
      "Between ⟦1000-5000⟧ barges sank.", "The mill sold ⟦1,000⟧ barges and ⟦2,000⟧ oars.",
      "In 2021 ⟦400⟧ barges sank.")
  }

  @Test func numbersThatName() throws {
    try exempts(.identifier, "Ticket reference ⟦48213⟧ was lost.")
    try exempts(.reference, "Order no. ⟦48213⟧ was lost.", "Orders grew [⟦12⟧] in May.")
    try exempts(
      .name, "Case ⟦48213⟧ was closed.", "Covid-⟦19⟧ spread.", "A Boeing ⟦747⟧ landed.", "The F-⟦16⟧ crashed.",
      "Platform ⟦2⟧ was shut.", "Route ⟦66⟧ was shut.", "Version ⟦3.11⟧ was released.")
    try exempts(.version, "Python ⟦3.11.2⟧ was released.")
    try exempts(.version, "The ⟦1.0⟧ release was late.")
    try exempts(.identifier, "The book is ⟦978-3-16-148410-0⟧.")
    try exempts(
      .name, "Area ⟦51⟧ has a fence.", "The ⟦707⟧ was late.", "The ⟦737⟧ Max was late.", "She paid with a ⟦$10⟧ bill.",
      "He won the ⟦400 metres⟧ hurdles.", "She is among Dorn’s ⟦25⟧ most famous pilots.", "The ⟦18F⟧ team left.",
      "Channel ⟦4⟧ showed it.", "The firm is in the Fortune ⟦500⟧.", "Article ⟦370⟧ was dropped.")
    try asks(
      "The pipe is ⟦400 metres⟧ long.", "She paid ⟦$10⟧ for bread.", "The ⟦707⟧ barges were late.",
      "Dorn’s ⟦25⟧ barges sank.",
      "The ratio rose by ⟦1.5⟧.", "Some ⟦48213⟧ cases were closed.", "The airline has ⟦747⟧ jets.",
      "All ⟦66⟧ routes were shut.",
      "The snake ate ⟦3.11 kilos⟧.")
  }

  @Test func partsOfTheText() throws {
    try exempts(
      .name, "The list is in Table ⟦3⟧.", "The list is in Chapter ⟦12⟧.", "In section ⟦4⟧, the list ends.",
      "Figure ⟦3⟧ shows the loss.")
    try asks("The figure ⟦312⟧ barges is wrong.")
  }

  @Test func law() throws {
    try exempts(.law, "Under Article 12, firms pay ⟦4%⟧.", "A ⟦two-thirds⟧ majority is needed.")
    try asks("Under the plan, firms pay ⟦4%⟧.", "⟦Two-thirds⟧ of members objected.")
  }

  @Test func smallCounts() throws {
    try exempts(
      .smallCount, "⟦Two⟧ dogs barked.", "⟦Nine⟧ stalls opened.", "The ⟦two⟧ parents wept.",
      "There are ⟦13⟧ reasons to go.", "He ⟦twice⟧ refused.")
    try asks(
      "⟦Ten⟧ stalls opened.", "⟦Two⟧ men were killed.", "⟦Five⟧ people were arrested.",
      "⟦Three⟧ people were injured.", "The fire killed ⟦five⟧ children and ⟦two⟧ drivers.", "The crash killed ⟦three⟧.",
      "The pipe is ⟦five miles⟧ long.", "The rate is ⟦three⟧ per 100,000.", "It cut costs by a factor of ⟦two⟧.",
      "⟦9⟧ stalls opened.", "There are ⟦13⟧ barges to mend.")
  }

  @Test func idioms() throws {
    try exempts(
      .idiom, "Thanks ⟦a million⟧.", "⟦A million⟧ thanks to you.", "⟦One in a million⟧ survive.",
      "He has ⟦a hundred and one⟧ excuses.", "⟦Hundreds of millions⟧ of years ago seas covered it.")
    try asks(
      "⟦A million⟧ cedars fell.", "⟦One in a hundred⟧ survive.", "⟦Hundreds of millions⟧ of dollars vanished.",
      "He has ⟦a hundred⟧ excuses.")
  }

  @Test func instructions() throws {
    try exempts(
      .instruction, "Mix ⟦500 g⟧ flour with ⟦3⟧ eggs.", "Click the button ⟦12 times⟧.", "You need ⟦500 g⟧ of flour.")
    try asks("The bakery mixes ⟦500 g⟧ of flour daily.", "The cook used ⟦12⟧ eggs.")
  }

  @Test func hypotheticals() throws {
    try exempts(
      .hypothetical, "Suppose ⟦400⟧ people came.", "If ⟦400⟧ people come, the hall is full.",
      "The hall is full if ⟦400⟧ people come.", "When you give a crew six hooks, it mends ⟦400⟧ ropes.")
    try asks(
      "⟦Hundreds if not thousands⟧ came.", "For example, ⟦37%⟧ of the mills closed.", "In May ⟦400⟧ people came.",
      "The hall was full when ⟦400⟧ people came.", "When the crew had hooks, it mended ⟦400⟧ ropes.")
  }

  @Test func arithmetic() throws {
    try exempts(.arithmetic, "⟦12⟧ + ⟦30⟧ = ⟦42⟧.", "⟦30⟧ divided by ⟦5⟧ is ⟦6⟧.")
    try asks("The party was divided and ⟦30⟧ members left.")
  }

  @Test func statistics() throws {
    try exempts(.statistic, "The reproduction number is below ⟦1⟧.", "The ratio stays above ⟦1⟧ for a week.")
    try asks("The ratio is below ⟦1.8⟧.", "The yard lost more than ⟦11⟧.")
    try exempts(.statistic, "The effect was small (p = ⟦0.03⟧).", "The sample was large (n = ⟦812⟧).")
    try asks("The rate was small (⟦0.03⟧).")
  }

  @Test func definitions() throws {
    try exempts(
      .definition, "A tropical storm must sustain winds of ⟦63 km/h⟧.", "The threshold is ⟦130 mph⟧.",
      "The criterion for a berth is ⟦12 percent⟧ ballast.", "The rule requires ballast of ⟦12 percent⟧.",
      "Crews need ⟦12 percent⟧ ballast to qualify.", "She needs ⟦12 percent⟧ in trials to be invited.")
    try exempts(.definition, "At least ⟦640⟧ delegates are needed to carry the motion.")
    try asks(
      "Some ⟦1,991⟧ beds are needed to meet demand.", "The storm had winds of ⟦63 km/h⟧.",
      "The top speed is ⟦130 mph⟧.",
      "The mill needs ⟦12 percent⟧ more staff to survive.", "The road required ⟦640 tonnes⟧ of sand.")
  }

  @Test func headlines() throws {
    try exempts(.headline, "# ⟦640⟧ homes flooded\n\nIt rained.", isMarkdown: true)
    try asks("⟦640⟧ homes flooded\n\nIt rained all night.")
    try asks(
      "# Homes flooded\n\n⟦640⟧ homes were flooded.", "The scheme costs ⟦€18 million⟧.[^1]\n\n[^1]: Accounts.",
      isMarkdown: true)
  }

  @Test("bounds of a class that the sentence says something else of")
  func thresholds() throws {
    try exempts(
      .definition, "Dorn had dozens of quakes over magnitude ⟦4.5⟧.",
      "The rule is for vessels exceeding ⟦300 tons⟧.")
    try asks(
      "The mill has debts over ⟦$40 million⟧.", "The flood killed over ⟦6,000⟧ people.",
      "The cost rose above ⟦$200,000⟧.", "The mill sold vessels exceeding ⟦300 tons⟧.")
  }

  @Test("limits that somebody sets")
  func limits() throws {
    try exempts(
      .definition, "The site limits a reply to a single ⟦800⟧ character box.",
      "The hall holds a maximum of ⟦400⟧ guests.", "Grants are capped at ⟦40%⟧ of the cost.")
    try asks("The form had ⟦5,000⟧ users.", "The fire spread to ⟦400⟧ homes.")
  }

  @Test("the words of a charge")
  func charges() throws {
    try exempts(.definition, "He was convicted of smuggling ⟦300⟧ or more crates of tea.")
    try exempts(.definition, "She was charged with stealing ⟦$4 million⟧.")
    try asks("The police found ⟦4 kg⟧ of powder.", "He was charged with killing ⟦12⟧ people.")
  }

  @Test("what was played")
  func played() throws {
    try exempts(
      .score, "Reid scored ⟦31 points⟧ and grabbed ⟦12⟧ rebounds in Dorn.",
      "Marsh threw for ⟦312 yards⟧ and four touchdowns.", "Brandt hit ⟦31⟧ home runs last year.",
      "Halm conceded ⟦14⟧ goals in May.", "The bowler took ⟦211⟧ wickets.")
    try asks(
      "Pupils in Dorn scored ⟦31 points⟧ higher.", "The index lost ⟦212 points⟧.", "The council set ⟦17⟧ goals.",
      "They threw ⟦312⟧ crates overboard.", "The store has ⟦31 points⟧ of sale.",
      "The mill scored ⟦31⟧ contracts.")
  }

  @Test("honours of a career")
  func careers() throws {
    try exempts(
      .score, "Reid was a first-team selection ⟦11 times⟧.",
      "She was picked for the final 12 times, including ⟦three times⟧ as player of the year.")
    try asks("The bridge was closed ⟦11 times⟧.")
  }

  @Test("numbers in titles, addresses and brackets")
  func numbersInNames() throws {
    try exempts(.name, "She worked at Studio ⟦Zero⟧ and Quay.", "They sang the ⟦99⟧ lanterns song.")
    try exempts(.identifier, "All of ⟦18⟧f.marrow.example lives in one place.")
    try exempts(.year, "Dorn had not recovered from ⟦2017⟧'s storm.")
    try exempts(.idiom, "The catch fell to almost ⟦zero⟧.", "There are ⟦millions⟧ of reasons to stay.")
    try asks("They sold ⟦99⟧ lanterns.", "⟦Millions⟧ of stories were burned.")
  }
}
