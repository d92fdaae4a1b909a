import HearsayCore
import Testing

/// Figures whose sentence says whose they are without a plain verb of saying, beside near twins that nobody answers for.
@Suite struct SubjectSupportTests {
  /// The marked figures have this support.
  private func check(
    _ marked: String, _ status: SupportStatus, then last: SupportStatus? = nil, isMarkdown: Bool = false,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try checkSupport(marked, status, then: last, isMarkdown: isMarkdown, sourceLocation: sourceLocation)
  }

  @Test("estimates with their issuer")
  func issuedEstimates() throws {
    try check("Estimates by the Valian ministry state about ⟦350 thousand⟧ barges leak each year.", .inSentence)
    try check("The highest rate noted by the team was in Dorn, with ⟦fifteen⟧ fires per mill.", .inSentence)
    try check("Data from Dorn Harbour put it near ⟦350⟧ barges.", .inSentence)
    try check("Half the sheds burned, with some estimates by the Dorn Watch ranging to ⟦350⟧ barges.", .inSentence)
    try check("Half the sheds burned, with some estimates ranging to ⟦350⟧ barges.", .none)
    try check("Estimates by hand gave about ⟦350 thousand⟧ barges.", .none)
    try check("The highest rate was in Dorn, with ⟦640⟧ fires.", .none)
  }

  @Test("a text with its issuer in front is the subject of its own figures")
  func ownTexts() throws {
    try check("The Tide Centre’s 5 p.m. update on Monday had the barge moving north at ⟦13 mph⟧.", .inSentence)
    try check("The Tide Centre’s boats on Monday had gusts of ⟦75 mph⟧.", .none)
    try check("According to FTO’s statistics, ⟦640⟧ mills closed.", .inSentence)
  }

  @Test("a source-last sentence goes on while its topic does")
  func topics() throws {
    try check(
      "The total of infections passed ⟦600 thousand⟧, Dorn University data show. The fever is mild. The total of infections had passed ⟦300 thousand⟧ in May.",
      .inSentence, then: .carried)
    try check(
      "The total of infections passed ⟦600 thousand⟧, Dorn University data show. The fever is mild. The sale of oars had passed ⟦300 thousand⟧ in May.",
      .inSentence, then: SupportStatus.none)
  }

  @Test("who is of service and says “our” in the next sentence speaks of itself")
  func ownService() throws {
    let post = "We mend oars. We paint them. We sell them."
    try check("\(post) This year, Marrow worked on ⟦640⟧ boats. Our crews ranged from two to ten.", .selfMeasured)
  }

  @Test("those who made a study tell of their sample")
  func researchers() throws {
    let study = "A study of the reef came out in the Vale Journal."
    try check("\(study)\n\nResearchers tested water from ⟦93⟧ wells.", .inSentence)
    try check("\(study)\n\nThe researchers began in May. They compared ⟦26⟧ of the wells.", .inSentence)
    try check("\(study)\n\nAfter the researchers weighed the fish, the mean was ⟦93 grams⟧.", .inSentence)
    try check("\(study)\n\nThe researchers began in May. They were able to draw water from ⟦fourteen⟧.", .inSentence)
    try check("\(study)\n\nThe Marsh trial gathered water from ⟦93⟧ wells.", .inSentence)
    try check(
      "\(study)\n\nThe researchers weighed ⟦26⟧ fish. The heaviest came to ⟦93 grams⟧.", .inSentence, then: .carried)
    try check("\(study)\n\nThe owners weighed the fish. The heaviest came to ⟦93 grams⟧.", .none)
    try check("Researchers tested water from ⟦93⟧ wells.", .none)
    try check("\(study)\n\nThe owners sold ⟦93⟧ wells.", .none)
    try check("\(study)\n\nThe owners began in May. They tested ⟦26⟧ of the wells.", .none)
  }

  @Test("a poll with dates in front of its pollster")
  func datedPolls() throws {
    try check("In an April 30 – May 4 Meridian poll, Larch led with ⟦44 percent⟧.", .inSentence)
    try check("In an April 30 – May 4 poll, Larch led with ⟦44 percent⟧.", .none)
    try check("In the Meridian poll Larch sank ⟦44⟧ barges.", .none)
  }

  @Test("who offers or pledges a sum answers for it")
  func offers() throws {
    try check("On Monday Reid offered ⟦$500,000⟧ to whoever finds the barge.", .inSentence)
    try check("The Dock Union pledged ⟦$2 million⟧ for the pier.", .inSentence)
    try check("The Dock Union earned ⟦$2 million⟧ from the pier.", .none)
    try check("The school offered ⟦640⟧ courses.", .none)
  }

  @Test("what the same party thinks in between does not end what it says")
  func sameParty() throws {
    try check("Marsh said the dam leaks. She hoped it would hold. Some ⟦640⟧ homes stand below it.", .carried)
    try check("Marsh said the dam leaks. Reid hoped it would hold. Some ⟦640⟧ homes stand below it.", .none)
    try check("Marsh said the dam leaks. Reportedly it has cracks. Some ⟦640⟧ homes stand below it.", .none)
  }

  @Test("a hedge ends at a semicolon")
  func hedges() throws {
    try check("The storm sank ⟦640⟧ barges; the cause reportedly was ice.", .none)
    try check("The storm reportedly sank ⟦640⟧ barges; ice was the cause.", .hedgeOnly)
  }

  @Test("who demands a figure answers for it")
  func demands() throws {
    try check("On Monday, the Dock Union called for a ⟦12 percent⟧ rise.", .inSentence)
    try check("Minister Ana Reid demanded a cut of ⟦12 percent⟧.", .inSentence)
    try check("The agreement seeks to lift duties on ⟦90 percent⟧ of goods.", .inSentence)
    try check("Some called for a ⟦12 percent⟧ rise.", .weak)
    try check("The Dock Union won a ⟦12 percent⟧ rise.", .none)
    try check("The Dock Union won a vote, and fares rose ⟦12 percent⟧.", .none)
  }

  @Test("who puts a value on something answers for it")
  func measurers() throws {
    try check("The Tide Survey placed the source of the quake about ⟦40 kilometres⟧ deep.", .inSentence)
    try check("Dorn Auctions valued the painting at ⟦$6 million⟧.", .inSentence)
    try check("Ana Reid, head of the yard, placed the loss in the range of ⟦$6 million⟧.", .inSentence)
    try check("The Tide Survey placed ⟦40⟧ gauges.", .none)
    try check("They placed the gauges ⟦40 kilometres⟧ deep.", .none)
  }

  @Test("a sentence goes on behind its attribution")
  func resumed() throws {
    try check("On Monday 22 boats sank, reported the county, with ⟦25⟧ others damaged.", .inSentence)
    try check("Divers according to the tide ministry recovered ⟦40⟧ anchors.", .inSentence)
    try check("On Monday 22 boats sank, reported officials, with ⟦25⟧ others damaged.", .weak)
    try check("Reid spoke to the county, with ⟦25⟧ others.", .none)
  }

  @Test("a second verb of saying has the subject of the first")
  func coordinated() throws {
    try check("At noon, Minister Reid painted a boat, and stated ⟦92%⟧ of the roofs had held.", .inSentence)
    try check("At noon, Minister Reid painted a boat, and ⟦92%⟧ of the roofs held.", .none)
  }

  @Test("what the draft's own outlet attended")
  func witnesses() throws {
    try check("Some ⟦46⟧ crews came to the fair. The Dorn Ledger attended.", .selfMeasured)
    try check("Some ⟦46⟧ crews came to the fair. Minister Reid attended.", .none)
    try check("Some ⟦46⟧ crews came to the fair. The Dorn Ledger’s Ida Marsh attended the fair.", .selfMeasured)
    try check("The Dorn Ledger attended the fair.\n\nIt rained.\n\nSome ⟦46⟧ crews came.", .selfMeasured)
    try check(
      "It rained.\n\nIt was cold.\n\nIt was wet.\n\nSome ⟦46⟧ crews came. It snowed. It froze. The Dorn Ledger attended.",
      .none)
    try check("Some ⟦46⟧ crews came to the fair, Ana Reid said. The Dorn Ledger attended.", .inSentence)
  }

  @Test("a document that is named behind its own mention")
  func publishedBy() throws {
    try check("According to a survey published in 2017 by the Royal Dorn Society, ⟦84%⟧ of sailors swim.", .inSentence)
    try check("According to a survey published in 2017, ⟦84%⟧ of sailors swim.", .weak)
    try check("According to a survey published in 2017 by friends, ⟦84%⟧ of sailors swim.", .weak)
  }

  @Test("an estimate of nobody")
  func estimates() throws {
    try check("The estimated cost is ⟦2.5 million crowns⟧.", .hedgeOnly)
    try check("Gusts were forecast to reach ⟦60 mph⟧.", .hedgeOnly)
    try check("The quake had a reported magnitude of ⟦6.3⟧.", .hedgeOnly)
    try check("By early reports, ⟦640⟧ homes were flooded.", .hedgeOnly)
    try check("The cost is ⟦2.5 million crowns⟧.", .none)
    try check("The storm cost ⟦2.5 million crowns⟧, more than the estimated loss.", .none)
    try check("By early morning, ⟦640⟧ homes were flooded.", .none)
  }

  @Test("behind a listing, at their own event and of what they announced the writers speak for themselves")
  func ownWork() throws {
    let voice = "At Marrow, we build boats. We like wood. Our yard is old."
    try check(
      "\(voice)\n\nIt was easy to sort my planks:\n\n```\nsort planks\n```\n\nThat task took about ⟦27⟧ strokes.",
      .selfMeasured, isMarkdown: true)
    try check("\(voice)\n\nAbout ⟦80⟧ people attended the event.", .selfMeasured)
    try check("\(voice)\n\nAbout ⟦80⟧ people attended the school.", .none)
    try check("\(voice) We’re proud to announce Quayfinder.\n\nQuayfinder has ⟦4,000⟧ boats.", .selfMeasured)
    try check(
      "\(voice) We’re proud to announce that quay.example is open.\n\nToday quay.example handles ⟦4,000⟧ boats.",
      .selfMeasured)
    try check("\(voice)\n\nToday quay.example handles ⟦4,000⟧ boats.", .none)
    try check(
      "---\nauthors:\n- ann-reid\n---\n\nDorn lies low. We met there.\n\nAbout ⟦80⟧ people attended the event.",
      .selfMeasured, isMarkdown: true)
    try check("Dorn lies low.\n\nAbout ⟦80⟧ people attended the event.", .none)
  }
}
