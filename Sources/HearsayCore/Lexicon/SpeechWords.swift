/// What words of saying, thinking and showing do: hints for the labeller, which weighs them against the sentence.
///
/// Wider than `CueClass`, whose verbs open a scope by themselves. Verbs after the classes of verbs of communication, judgement and
/// propositional attitude in Levin, English Verb Classes and Alternations (1993); nouns are what those verbs make.
struct SpeechClasses: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A noun for what is said or thought: "claim", "fears".
  static let noun = SpeechClasses(rawValue: 1)
  static let statement = SpeechClasses(rawValue: 2)
  static let thought = SpeechClasses(rawValue: 4)
  static let evidence = SpeechClasses(rawValue: 8)
  static let judgement = SpeechClasses(rawValue: 16)
  static let request = SpeechClasses(rawValue: 32)
  /// Gives what is said to somebody: "ascribe".
  static let credit = SpeechClasses(rawValue: 64)

  /// Any verb of the six classes.
  static let verb: SpeechClasses = [.statement, .thought, .evidence, .judgement, .request, .credit]
}

/// The words of each class.
enum SpeechWords {
  /// Base forms; `+` doubles the last consonant before "-ed".
  static let regular: [(SpeechClasses, String)] = [
    (
      .statement,
      """
      accentuate acknowledge add admit+ advise affirm agree allege allude announce answer argue articulate
      ask assert assure attest aver avow bemoan blog boast brag+ caution chide cite claim clarify comment
      chant communicate complain concede confess confide confirm contend convey counter crow declare deny
      describe detail disclose divulge echo elaborate email emphasise emphasize enunciate exclaim explain
      expound express fume gripe grumble gush hint hypothesise hypothesize imply inform insinuate insist
      interject intimate joke lament lecture maintain mention message moan mumble murmur muse mutter
      narrate note notify observe opine phrase plead pledge ponder posit post preach proclaim profess
      promise pronounce propose protest publicise publicize publish quip+ quote rant reaffirm reassert
      reassure recall recap+ recite recount refer+ reflect refute rehearse reiterate relate relay remark
      remind reminisce repeat reply report respond restate retort retweet reveal rumor rumour scoff shout
      sigh signal snap+ sneer speculate state stipulate stress suggest summarise summarize surmise talk
      tease telegraph testify text threaten tout trumpet tweet underline underscore utter verbalise
      verbalize voice volunteer vouch vow wail warn whine whisper yell
      """
    ),
    (
      .thought,
      """
      admire aim anticipate appreciate assume believe care conclude consider contemplate deduce deem
      desire dislike doubt dread enjoy envisage envision expect fancy favor favour fear gather guess hate
      hope imagine infer+ intend interpret judge like love mind mistrust mourn perceive plan+ ponder
      predict prefer+ presume project realise realize reckon recognise recognize regard regret+ remember
      resent respect speculate suppose suspect theorise theorize trust view want wish wonder worry
      """
    ),
    (
      .evidence,
      """
      adjudge ascertain calculate certify compute conclude corroborate count decide decree demonstrate
      detail detect determine diagnose discover document establish estimate examine highlight identify
      illustrate indicate investigate list measure prove rank rate record reveal rule study substantiate
      suggest survey tally total uncover unveil validate verify
      """
    ),
    (
      .judgement,
      """
      acclaim accuse apologise apologize applaud approve assail attack back berate blame blast brand call
      castigate celebrate censure challenge champion characterise characterize charge chastise cheer
      commend compare compliment condemn congratulate contest credit criticise criticize decry denounce
      depict deplore deride describe disagree disavow dismiss disown disparage dispute dub+ endorse equate
      eulogise eulogize extol hail honor honour label+ lambast lambaste lash laud liken mock name
      nickname object
      oppose paint portray praise question rebuke rebut+ refuse reject reprimand reproach repudiate
      ridicule salute scold slam+ slate style support term thank welcome
      """
    ),
    (
      .request,
      """
      advise advocate agree answer appeal ask beg+ beseech call caution challenge command commend commit+
      counsel dare decline demand direct encourage enjoin enquire exhort guarantee implore inquire
      instruct invite lobby nudge offer order persuade petition plead pledge pose press promise prompt
      propose query recommend refuse reply request require resolve solicit suggest summon undertake urge
      vow warn
      """
    ),
    (
      .credit,
      """
      accord ascribe attribute base cite credit owe quote reference source trace
      """
    ),
  ]

  /// Irregular verbs by class, by their base forms in `IrregularVerbs`.
  static let irregular: [(SpeechClasses, String)] = [
    (.statement, "say write read speak spell"),
    ([.statement, .request], "tell swear"),
    (.thought, "think know understand feel hold foresee forecast see forget"),
    (.evidence, "find show hear learn"),
    (.judgement, "cast"),
    (.request, "bid"),
  ]

  static let nouns = """
    account accounts accusation accusations admission admissions advice agreement allegation allegations
    announcement announcements answer answers apologies apology appeal appeals argument arguments assertion
    assertions assessment assessments assumption assumptions assurance assurances attack attacks belief
    beliefs blog call calls caution charge charges claim claims comment commentary comments complaint
    complaints concern concerns conclusion conclusions confession confirmation consensus contention
    contentions conviction criticism criticisms debate declaration declarations demand demands denial
    denials description descriptions discussion doubt doubts estimate estimates evidence expectation
    expectations explanation explanations fear fears feeling finding findings forecast forecasts hint hints
    hope hopes hypothesis idea impression indication indications insistence interpretation joke judgement
    judgment letter message messages news notice notion observation opinion opinions order perception pledge
    pledges position post posts prediction predictions proclamation projection projections promise promises
    proposal proposals question questions reaction reactions reasoning recommendation recommendations
    refusal remark remarks reminder reply report reports request requests response responses result results
    revelation revelations rhetoric ruling rumor rumors rumour rumours saying sense sentiment sign signal
    signals signs speculation speech statement statements stories story suggestion suggestions suspicion
    suspicions talk testimony theories theory thought thoughts threat threats tweet tweets understanding
    verdict view views vow vows warning warnings wish word words worries worry
    """
}
