/// Verbs and other words that introduce what somebody else said, thought or found.
///
/// Classes follow the cue inventories of PARC 3.0 and of newsroom style guides on attribution verbs; frequencies were
/// checked against annotated Wikinews articles.
enum ReportingVerbs {
  /// Base forms by class. `+` doubles the last consonant before "-ed"; a verb marked `/n` is often a noun.
  static let regular: [(CueClass, String)] = [
    (
      .neutral,
      """
      state/n report/n announce add explain describe estimate/n calculate record/n list/n publish testify tweet/n post/n
      comment/n mention observe declare remark respond reply/n answer/n inform argue recall recount summarise summarize
      outline detail/n conclude predict forecast/n project/n reckon quip+ joke/n agree warn advise/n assure notify
      characterise characterize rule/n identify disclose specify clarify reiterate repeat continue elaborate
      """
    ),
    (
      .factive,
      """
      notice confirm demonstrate document/n note/n acknowledge/n establish verify prove discover determine observe
      record/n point/n
      """
    ),
    (
      .loaded,
      "claim/n admit+ concede insist allege boast/n reveal maintain purport contend assert confess profess"
    ),
    (
      .hedged,
      "suggest indicate imply hint/n rumour/n rumor/n speculate hypothesise hypothesize theorise theorize signal/n"
    ),
    (
      .emotive,
      """
      express stress/n emphasise emphasize urge/n call/n condemn criticise criticize praise/n denounce accuse welcome/n
      demand/n promise/n pledge/n vow/n ask deny voice/n underline highlight/n propose recommend request/n question/n
      thank/n apologise apologize dismiss reject endorse encourage address/n raise issue/n lament complain blame/n
      """
    ),
    (.mental, "fear/n worry/n dread/n believe expect hope/n want anticipate suspect/n doubt/n consider"),
    (.citing, "cite credit/n quote/n"),
  ]

  /// Irregular verbs by class, by their base forms in `IrregularVerbs`.
  static let irregular: [(CueClass, String)] = [
    (.neutral, "say tell write read put hold foresee forecast"),
    (.factive, "find show"),
    (.mental, "think know understand feel"),
  ]

  /// Spellings of irregular ones, and of "rule", that are often nouns.
  static let irregularNouns =
    "show shows find finds holds ruling finding findings forecasts thought feeling"

  static let lists: [(WordClasses, String)] = [
    (.hedgeAdverb, "reportedly allegedly supposedly purportedly ostensibly apparently seemingly rumouredly"),
    (.hedgeAdjective, "reported alleged rumoured rumored purported so-called"),
    (
      .reportingPassive,
      """
      reported said believed understood thought expected known claimed alleged rumoured rumored feared estimated
      considered
      """
    ),
    (
      .emotion,
      """
      worried concerned furious delighted alarmed stunned angry thrilled shocked devastated anxious jubilant nervous
      ecstatic disappointed outraged relieved frustrated upset afraid scared terrified horrified dismayed overjoyed
      enraged livid fearful uneasy baffled bewildered disgusted elated excited heartbroken resentful sceptical skeptical
      aback panicked proud jealous desperate unhappy puzzled
      """
    ),
  ]
}
