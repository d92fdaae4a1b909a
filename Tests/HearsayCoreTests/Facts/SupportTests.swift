import HearsayCore
import Testing

/// What stands behind a figure: each rung of the ladder, and where it ends.
@Suite struct SupportTests {
  /// The marked figures have this support, named by these words, or by none.
  private func check(
    _ marked: String, _ status: SupportStatus, by name: String? = nil, isMarkdown: Bool = false,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let names = try checkSupport(marked, status, isMarkdown: isMarkdown, sourceLocation: sourceLocation)
    #expect(names.allSatisfy { $0 == name }, "\(marked)", sourceLocation: sourceLocation)
  }

  @Test func exempt() throws {
    try check("The trial ran from ⟦May 3⟧ to ⟦June 9, 2021⟧, the county said.", .exempt)
  }

  @Test func ownMeasurement() throws {
    try check("We counted ⟦640⟧ barges.", .selfMeasured)
    try check("I weighed the stones: ⟦640 kg⟧.", .selfMeasured)
    try check("A Northwire reporter counted ⟦640⟧ barges.", .selfMeasured)
    try check("“We counted ⟦640⟧ barges,” Ana Reid said.", .inSentence, by: "Ana Reid")
  }

  @Test("a pit, a country and a name are not the writer")
  func wordsOfTheWriterInNames() throws {
    for draft in [
      "The mine killed ⟦340⟧ people.", "The coal mine lost ⟦340⟧ carts.", "The Halden Mine fire trapped ⟦340⟧ people.",
      "The Our Lady hospital treated ⟦340⟧ patients.", "The We Company lost ⟦340⟧ desks.",
      "The My Little Barge film sold ⟦340⟧ posters.",
    ] {
      try check(draft, .none)
    }
    for draft in [
      "A friend of mine lost ⟦340⟧ sheep.", "IN OUR TOWN WE LOST ⟦340⟧ SHEEP.", "The fault was mine: ⟦340⟧ sheep fled.",
      "One thing is sure: We Dorners lost ⟦340⟧ sheep.",
    ] {
      try check(draft, .selfMeasured)
    }
  }

  @Test("a draft that says “we” counts for itself in its lists, behind its own words and under its own name")
  func ownVoice() throws {
    let voice = "At Marrow, we build boats. We like wood. Our yard is old."
    try check("\(voice)\n\nMarrow has built ⟦250⟧ boats.", .selfMeasured)
    try check("\(voice)\n\nWe started with oak. The price was ⟦$2,866⟧.", .selfMeasured)
    try check(
      "\(voice) Last year in numbers:\n\n- ⟦25⟧ firms worked with us\n- ⟦13⟧ boats sank", .selfMeasured,
      isMarkdown: true)
    try check("\(voice)\n\nThe state spends ⟦$80 billion⟧.", .none)
    try check("\(voice)\n\nDorn has built ⟦250⟧ boats.", .none)
    try check("We build boats.\n\nMarrow has built ⟦250⟧ boats. It rained. The mill closed. The tide rose.", .none)
  }

  @Test func cited() throws {
    try check("The scheme costs ⟦€18 million⟧.[^1]\n\n[^1]: Accounts.", .cited, isMarkdown: true)
    try check("The scheme costs [⟦€18 million⟧](https://example.org/a).", .cited, isMarkdown: true)
    try check("The scheme costs ⟦€18 million⟧ [@dorn].", .cited, isMarkdown: true)
    try check("The scheme costs ⟦€18 million⟧ (Lind, 2019).", .cited)
    try check("The scheme costs ⟦€18 million⟧ (Lind and Dahl, 2019; Moss, 2020).", .cited)
    try check("The scheme costs ⟦€18 million⟧ [2, 3].", .cited)
    try check("The scheme costs ⟦€18 million⟧.[12]", .cited)
    try check("The scheme costs ⟦€18 million⟧ (in 2019).", .none)
    try check("The scheme is [dear](https://example.org/a). It costs ⟦€18 million⟧.", .none, isMarkdown: true)
  }

  @Test func inSentence() throws {
    try check("Some ⟦640⟧ homes were flooded, the county said.", .inSentence, by: "county")
    try check("The county said ⟦640⟧ homes and ⟦90⟧ barns were flooded.", .inSentence, by: "county")
    try check("Some ⟦640⟧ homes were flooded, according to the county.", .inSentence, by: "county")
    try check("Dorn has ⟦640⟧ pilots, Ana Reid said, and ⟦90⟧ of them are idle.", .inSentence, by: "Ana Reid")
    try check("Police said it rained, while the county said ⟦640⟧ homes were flooded.", .inSentence, by: "county")
  }

  @Test("who counted stands beside the figure without a verb of saying")
  func counters() throws {
    try check(
      "A poll of ⟦1,004⟧ adults, conducted by Vale Polling in May, has a wide margin.", .inSentence, by: "Vale Polling")
    try check("It rests on an analysis of ⟦3,200⟧ invoices by the audit office.", .inSentence, by: "the audit office")
    try check(
      "A poll was conducted by Vale Polling in May. Some ⟦54 percent⟧ of respondents would vote.", .inSentence,
      by: "Vale Polling")
    try check("By the mill’s own count, ⟦1,900⟧ workers walked out.", .inSentence, by: "the mill")
    try check("The union’s tally stood at ⟦3,400⟧ on Friday.", .inSentence, by: "The union")
    try check("Census records list ⟦4,212⟧ residents in 1901.", .inSentence, by: "Census records")
    try check("The council voted 14 to 9 on Monday to spend ⟦2.2 million euros⟧.", .inSentence, by: "The council")
    try check(
      "The survey, carried out among ⟦2,011⟧ adults in March, found that it rained.", .inSentence, by: "The survey")
    try check("In its forecast, the bank sees growth of ⟦1.4 percent⟧ next year.", .inSentence, by: "the bank")
    try check("By one count, ⟦1,900⟧ workers walked out.", .none)
    try check("The yard’s tower stood at ⟦340⟧ until Friday.", .none)
    try check("A survey by the council was dropped, and ⟦4,200⟧ homes were flooded.", .none)
    try check("The union’s count was disputed, and ⟦1,900⟧ workers walked out.", .none)
    try check("The town sees ⟦40 percent⟧ of its visitors in May.", .none)
    try check("Census records list 4,212 residents. The mill burned ⟦640 tons⟧ of coal.", .none)
    try check("The council voted to spend 2.2 million euros. The town has ⟦40,312⟧ residents.", .none)
    try check("A survey was done. Some ⟦54 percent⟧ of respondents would vote.", .none)
    try check("A review of ⟦3,200⟧ invoices was closed by noon.", .none)
    try check("Visitors voted with their feet and spent ⟦2.2 million euros⟧.", .none)
  }

  @Test("both ends of a change have one source")
  func endsOfChanges() throws {
    try check(
      "Sales fell 12 percent to 4.1 billion euros, the mill said. Profit was 310 million euros, down from ⟦402 million⟧ a year earlier.",
      .carried,
      by: "mill")
    try check("Profit was 310 million euros, down from ⟦402 million⟧ a year earlier.", .none)
  }

  @Test("of a vote there is one count")
  func officialReturns() throws {
    try check("Reid won ⟦52 percent⟧ of the vote, final results showed.", .inSentence, by: "final results")
    try check("Reid won ⟦52 percent⟧ of the vote, unofficial results showed.", .weak, by: "unofficial results")
    try check("Reid won ⟦52 percent⟧ of the vote, results showed.", .weak, by: "results")
    try check(
      "Officials with the Dorn Harbour Authority said ⟦14⟧ boats sank.", .inSentence,
      by: "Officials with the Dorn Harbour Authority")
  }

  @Test("documents as subjects, with a participle behind them")
  func filedDocuments() throws {
    try check(
      "Court papers filed on Friday say Dolan took ⟦640⟧ crates.", .inSentence, by: "Court papers filed on Friday")
    try check(
      "Documents obtained by the Ledger show the firm paid ⟦640,000 euros⟧.", .inSentence,
      by: "Ledger")
  }

  @Test("a document that describes itself")
  func documents() throws {
    try check(
      "The research, published in the Vale Journal, followed ⟦12,480⟧ adults.", .inSentence, by: "The research")
    try check("The ministry’s report covers ⟦12,480⟧ adults.", .inSentence, by: "The ministry’s report")
    try check("A report covers ⟦12,480⟧ adults.", .none)
  }

  @Test("a conversion in brackets has the support of its own form")
  func derived() throws {
    try check("The pipe is 75 miles (⟦120 kilometres⟧) long, the ministry said.", .derived)
    try check("The bridge cost $40 million (⟦€36 million⟧).", .derived)
    try check("The pipe (⟦120 kilometres⟧) is long.", .none)
  }

  @Test("source-first opens")
  func carried() throws {
    try check("The county said the river rose. Some ⟦640⟧ homes were flooded.", .carried, by: "county")
    try check("According to the county, the river rose. Some ⟦640⟧ homes were flooded.", .carried, by: "county")
    try check(
      "The county said the river rose. Ana Reid wept. Some ⟦640⟧ homes were flooded, and ⟦90⟧ barns burned.", .carried,
      by: "county")
  }

  @Test("source-last closes, but for a run of figures of one kind")
  func sourceLast() throws {
    try check("The river rose, the county said. Some ⟦640⟧ homes were flooded.", .none)
    try check("Some 640 homes were flooded, the county said. Some ⟦90⟧ homes burned.", .carried, by: "county")
    try check("Some 640 homes were flooded, the county said. It counted ⟦90⟧ barns too.", .carried, by: "county")
    try check("Some 640 homes were flooded, the county said. Some ⟦90⟧ barns burned.", .none)
  }

  @Test("nothing is carried over a paragraph's end, a hedge, or from a party without a name")
  func closed() throws {
    try check("The county said the river rose.\n\nSome ⟦640⟧ homes were flooded.", .none)
    try check("The county said the river rose. The dam reportedly broke. Some ⟦640⟧ homes were flooded.", .none)
    try check("Experts said the river rose. Some ⟦640⟧ homes were flooded.", .none)
    try check("The county urged calm. Some ⟦640⟧ homes were flooded.", .none)
    try check(
      "The county said the river rose. Police said it fell. Some ⟦640⟧ homes were flooded.", .carried, by: "Police")
  }

  @Test func late() throws {
    try check(
      "Ticket prices rose ⟦3%⟧. That is the lowest rise since 2015, the rail office said.", .late, by: "rail office")
    try check(
      "Ticket prices rose ⟦3%⟧. The figure is the lowest since 2015, the rail office said.", .late, by: "rail office")
    try check("Some ⟦640⟧ homes were flooded. Most homes stood empty, the county said.", .late, by: "county")
    try check("Ticket prices rose ⟦3%⟧. The rail office said trains were late.", .none)
    try check("Ticket prices rose ⟦3%⟧. That is the lowest rise since 2015.", .none)
    try check("Ticket prices rose ⟦3%⟧.\n\nThat is the lowest rise since 2015, the rail office said.", .none)
  }

  @Test func weak() throws {
    try check("Experts say ⟦640⟧ homes were flooded.", .weak, by: "Experts")
    try check("A source said ⟦640⟧ homes were flooded.", .weak, by: "A source")
    try check("According to a study, ⟦640⟧ homes were flooded.", .weak, by: "a study")
    try check(
      "According to [a study](https://example.org/a), ⟦640⟧ homes were flooded.", .cited, isMarkdown: true)
  }

  @Test func hedgeOnly() throws {
    try check("The firm reportedly lost ⟦$90 million⟧.", .hedgeOnly)
    try check("The fine is believed to be ⟦12 million crowns⟧.", .hedgeOnly)
    try check("An estimated ⟦640⟧ homes were flooded.", .hedgeOnly)
    try check(
      "The firm reportedly lost ⟦$90 million⟧, the Ministry of Tides said.", .inSentence, by: "Ministry of Tides")
  }

  @Test func unsupported() throws {
    try check("Some ⟦640⟧ homes were flooded.", .none)
    try check("The reform has saved ⟦2.3 million hours⟧ of work.", .none)
  }

  @Test("a list has the support of the words that introduce it")
  func lists() throws {
    for intro in ["The ministry said:", "According to the ministry:", "The ministry reported these losses:"] {
      try check("\(intro)\n\n- ⟦640⟧ homes\n- ⟦90⟧ barns", .carried, by: "ministry", isMarkdown: true)
    }
    try check("We counted the losses:\n\n- ⟦640⟧ homes\n- ⟦90⟧ barns", .selfMeasured, isMarkdown: true)
    try check("The losses are these:\n\n- ⟦640⟧ homes\n- ⟦90⟧ barns", .none, isMarkdown: true)
    try check("Experts said:\n\n- ⟦640⟧ homes\n- ⟦90⟧ barns", .none, isMarkdown: true)
    try check("The ministry said:\n\n- 640 homes\n\nSome ⟦90⟧ barns burned.", .none, isMarkdown: true)
  }

  @Test("a speaker's label answers for the whole turn")
  func transcripts() throws {
    let turns = "Reid: Rain fell.\n\nMoss: How long?\n\nReid: It fell all night. The union lost ⟦12⟧ barges."
    try check(turns, .inSentence, by: "Reid")
    try check("Reid: Rain fell. The union lost ⟦12⟧ barges.", .none)
  }

  @Test("what the writers made, held and were told is theirs; other people's figures are not")
  func ownWork() throws {
    let voice = "At Marrow, we build boats. We like wood. Our yard is old."
    try check("\(voice) We launched Quayfinder last year.\n\nQuayfinder has ⟦4,000⟧ boats.", .selfMeasured)
    try check("\(voice) We built a site for sailors.\n\nThe site has ⟦4,000⟧ readers.", .selfMeasured)
    try check("\(voice)\n\nWe counted the boats at the quay.\n\nThey had ⟦49⟧.", .selfMeasured)
    try check("\(voice) We met at our workshop.\n\nThen teams drew ⟦15⟧ boats.", .selfMeasured)
    try check("\(voice)\n\nThis leads to ⟦dozens⟧ of small classes.", .selfMeasured)
    try check(
      "\(voice)\n\n## How we responded\n\nAbout ⟦100⟧ people lost their boats.", .selfMeasured, isMarkdown: true)
    try check(
      "\(voice) Write to [us](mailto:boats@quay.example).\n\nQuay has ⟦250⟧ boats.", .selfMeasured, isMarkdown: true)
    try check(
      "---\nauthors:\n- ann-reid\n---\n\n\(voice)\n\nAnn tested ropes. She was hoping for ⟦250⟧ loops.", .selfMeasured,
      isMarkdown: true)
    try check("\(voice)\n\nThe council's site serves ⟦4,000⟧ sailors.", .none)
    try check("\(voice)\n\nDorn has ⟦4,000⟧ boats.", .none)
    try check("\(voice)\n\nTeams drew ⟦15⟧ boats.", .none)
    try check("\(voice)\n\n⟦Dozens⟧ of firms closed.", .none)
    try check("Dorn lies low.\n\nThis leads to ⟦dozens⟧ of small classes.", .none)
    try check("\(voice)\n\n## How Dorn responded\n\nAbout ⟦100⟧ people lost their boats.", .none, isMarkdown: true)
  }

  @Test("turns of a talk whose speakers stand in double brackets")
  func bracketedSpeakers() throws {
    let talk = """
      ((Ida Marsh)) The mill burned, and ⟦640⟧ looms went with it.

      ((Tom Reid)) How many were saved in all?

      ((Ida Marsh)) The brigade came late that night.

      Only ⟦90⟧ looms of the new hall were left.
      """
    let draft = MarkedDraft(talk)
    let statuses = try draft.ranges.map { range in
      try analysis(draft.plain).figures.first { $0.range == range }?.support
    }
    #expect(statuses.map { $0?.by } == ["Ida Marsh", "Ida Marsh"])
    #expect(statuses.last??.status == .carried)
    try check("The mill burned ((in May)). Only ⟦90⟧ looms were left.", .none)
  }

  @Test("a table that a name says whose")
  func namedTables() throws {
    try check(
      "Larch led Moreau ⟦49 percent⟧ to 42 percent in the Vale Polling average.", .inSentence,
      by: "Vale Polling average")
    try check(
      "Larch led in the Vale Polling average of polls, ⟦49 percent⟧ to 42 percent.", .inSentence,
      by: "Vale Polling average of polls")
    try check("Larch led Moreau ⟦49 percent⟧ to 42 percent on average.", .none)
  }
}
