import HearsayCore
import Testing

/// Numbers by which manuals and papers tell things apart, each beside near twins that count.
@Suite struct DesignationTests {
  @Test("versions in a row, and versions that go on")
  func versions() throws {
    try exempts(
      .version, "Gullmark 2.7, ⟦3.3⟧, and ⟦3.4⟧ are built.", "It runs on Gullmark 2.6, ⟦2.7⟧ and later.",
      "An oarlock ⟦9⟧ or later will do.", "It was broken in ⟦2.8⟧.", "Sails from before ⟦9.0⟧ are old.",
      "We keep Gullmark ⟦3.13⟧ files.", "Rowers of the ⟦3⟧.x line know it.")
    try asks(
      "The Dorn 640 boats and ⟦3.4 million⟧ oars burned.", "It fell to ⟦3.4⟧ a boat.",
      "Dorn shut 10 quays and ⟦12⟧ mills.",
      "Oarlock sold ⟦9⟧ or more oars.", "The wind took 2.7, ⟦3.3⟧ and 4.1 boats.", "Gates 10 and ⟦12⟧ boats were lost.",
      "It sold ⟦9⟧ and up.", "The wind took ⟦3.4⟧ and up went the sail.", "Sold ⟦2.5⟧ boats a day, it pays.",
      "In May ⟦3.4⟧ boats a day sank.", "They tried Gullmark 2.7 and ⟦640⟧ of them sank.")
  }

  @Test("what bears numbers, in the plural")
  func labels() throws {
    try exempts(
      .reference, "Lines ⟦8-10⟧ say so.", "It tells items ⟦2⟧ and 4 apart.", "Resolves bugs: ⟦4821⟧, 1407.",
      "Gates 10, 11 and ⟦12⟧ were shut.",
      "Two claims are made here: ⟦1⟧. that it floats, and ⟦2⟧. that it pays.")
    try asks(
      "Of the sailors ⟦31⟧ and 40 drowned.", "The yard sold lines ⟦40 times⟧.", "It lost 12 lines and ⟦31⟧ sails.",
      "One thing stands out: ⟦31⟧ sails tore.", "New cases: ⟦640⟧, 512 and 470 were told.",
      "New cases: ⟦640 to 700⟧ a day.", "It cut twelve lines, ⟦31⟧ and 40 in all.")
  }

  @Test("parts of technical names, exponents, clocks")
  func names() throws {
    try exempts(
      .name, "The OARN.⟦1⟧ types are read.", "It needs ROW++⟦11⟧ here.", "It once ran on OS/⟦2⟧.",
      "They sent U+⟦0061⟧.",
      "The load is 3 kg ha−⟦1⟧.", "Each word is ⟦16-bit⟧.", "It gives back a ⟦2⟧-tuple.")
    try exempts(.time, "Sent on Wed, 4 Aug 2032 21:17:40 ⟦-0300⟧.")
    try exempts(
      .idiom, "It has ⟦zero⟧ width fields.", "It ends with a non ⟦zero⟧ code.", "The crew should ⟦zero⟧ the gauge.")
    try asks(
      "The mill lost 3 kg − ⟦1⟧ of them flour.", "Dorn has ⟦zero⟧ ferries.", "The fleet sent word. ⟦31⟧ boats sank.",
      "It takes ⟦640⟧-odd boats.", "Between 22:56 and 23:10 they sold ⟦1700⟧ oars.",
      "The share in Dorn/⟦31⟧ fell.", "It fell by harbour−⟦12⟧ there.", "It took some ⟦40⟧-boat fleet.",
      "They saw a ⟦3 million⟧-boat fleet.")
  }

  @Test("volumes, pages and notes")
  func literature() throws {
    try exempts(
      .reference, "Annals of Oars. ⟦92⟧ (6): 1087–1101.", "Annals of Oars, ⟦34⟧(12), ⟦10⟧.",
      "It bends (Moss 1998, ⟦136–137⟧).", "Some models [⟦27–30⟧] deal with it.")
    try asks(
      "The mill lost ⟦92⟧ (6 of them new) boats.", "They sank in 1998, ⟦136⟧ of them old.",
      "Some yards (⟦27–30⟧ a year) close.", "Two yards (1998, ⟦136⟧) closed.",
      "Some yards [⟦27⟧, then 30 boats] closed.", "They came to the quay at 5 p.m. ⟦9⟧ Dorn boats left.")
  }

  @Test("what goes by its number")
  func numbered() throws {
    try exempts(.name, "It was seen on day ⟦14⟧.", "They rowed for month ⟦7⟧ only.", "It is a case numbered ⟦5⟧.")
    try exempts(.reference, "It bends (§ VI, ⟦67⟧).", "So it was in Dorn (1998)⟦3⟧ and later.")
    try asks(
      "They sold per day ⟦14⟧.", "On this day ⟦14⟧ oars broke.", "He sold each day ⟦14⟧.",
      "They sold oars (in 1998) ⟦31⟧ at a time.")
  }

  @Test("years of antiquity")
  func earlyYears() throws {
    try exempts(.year, "Reid of Dorn (c. ⟦314 – 368⟧) was a monk.", "He was born circa ⟦347⟧, in Dorn.")
    try asks("The order (c. ⟦314⟧ monks) is old.", "Around ⟦347⟧, he thought.")
  }

  @Test("bars that say how large a picture is")
  func scaleBars() throws {
    try exempts(
      .definition, "Scale bar: ⟦50 μm⟧.", "The scale bars represent ⟦10 µm⟧.",
      "(Scale bars, 125 µm and ⟦25 µm⟧.)")
    try asks("The bars of the cage are ⟦10 mm⟧.", "On this scale the barge drew ⟦9 m⟧.")
  }

  @Test("thousandths of a metre and of a mole")
  func micro() throws {
    let figures = try analysis("The slit is 50 μm, then 50 µm, the dose 50 μM.").figures
    #expect(figures.map(\.unit) == ["um", "um", "umol/L"])
  }
}
