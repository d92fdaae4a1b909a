import ProseText

/// Words that say that something became more or less, and words of comparison.
///
/// To teach Hearsay another verb or noun, add it to the list of its direction. The words are those of reports on prices, crime
/// and the weather (compare Biber et al., Longman Grammar of Spoken and Written English, 5.2, verbs of occurrence and causation).
enum ChangeWords {
  /// Verbs by every form that they take in prose.
  static let verbs: [UInt64: ChangeDirection] = {
    var table: [UInt64: ChangeDirection] = [:]
    let regular: [(ChangeDirection, String)] = [
      (
        .rise,
        """
        increase climb jump surge soar rocket skyrocket expand gain advance balloon explode spike escalate rally raise boost
        lift hike inflate shoot mushroom multiply strengthen appreciate
        """
      ),
      (
        .fall,
        """
        decline decrease plunge plummet tumble slump contract reduce lower slash collapse crash ease recede dwindle weaken
        diminish narrow nosedive depreciate drop+ slip+ dip+ trim+
        """
      ),
    ]
    for (direction, list) in regular {
      for verb in listedWords(list) {
        for form in RegularVerb(verb).forms { table[foldedKey(form)] = direction }
      }
    }
    let irregular: [(ChangeDirection, String)] = [
      (.rise, "rise rises rose risen rising grow grows grew grown growing leap leaps leapt leaped leaping"),
      (.rise, "swell swells swelled swollen swelling shot"),
      (.fall, "fall falls fell fallen falling cut cuts cutting shrink shrinks shrank shrunk shrinking"),
      (.fall, "sink sinks sank sunk sinking slide slides slid sliding"),
    ]
    for (direction, list) in irregular {
      for word in listedWords(list) { table[foldedKey(word)] = direction }
    }
    return table
  }()

  /// Nouns for a change.
  static let nouns = table([
    (
      .rise,
      """
      rise rises increase increases growth gain gains jump surge climb hike spike leap uptick upturn expansion upswing boost
      """
    ),
    (
      .fall,
      """
      fall falls drop drops decline decrease dip slump slide plunge cut cuts reduction reductions contraction collapse slip
      downturn downtick
      """
    ),
  ])

  /// Words that are verbs of change in one form only: "has doubled", "halved".
  static let multipleVerbs = table([
    (
      .rise,
      "doubled doubles doubling double tripled triples tripling triple trebled treble quadrupled quadruple quintupled"
    ),
    (.fall, "halved halving"),
  ])

  /// "fivefold": says the same before and behind its noun or verb.
  static let folds = foldedKeys("twofold threefold fourfold fivefold sixfold sevenfold eightfold ninefold tenfold")

  /// Verbs that "up" or "down" belongs to when it changes nothing: "made up 5 percent", "took up half".
  static let phrasalVerbs = foldedKeys(
    "make makes made making take takes took taken taking set sets setting put puts putting give gave given pay paid use used"
  )

  /// Nouns whose rise or cut has its base in the noun: "a pay rise of 4 percent", "a 5 percent price increase".
  static let ratedNouns = foldedKeys(
    "pay price prices wage wages salary salaries tax taxes fare fares rent rents rate rates tariff tariffs toll tolls fee fees"
  )

  /// What may fall below zero.
  static let signedNouns = foldedKeys(
    """
    deficit gap loss losses profit profits earnings income surplus balance margin margins growth result results flow ebitda return returns worth
    equity temperature temperatures
    """)

  /// What is quoted day by day, from one close to the next.
  static let marketNouns = foldedKeys(
    """
    share shares stock stocks index dow nasdaq ftse dax nikkei futures crude pound euro dollar yen ruble rouble rupee bitcoin
    currency
    """)

  /// Words beside an amount that make it another one than the plain difference: by year, in real terms.
  static let adjustments = foldedKeys(
    "annual annually yearly annualised annualized average averaging real inflation adjusted compound constant seasonally"
  )

  /// Words of the trading day.
  static let tradingWords = foldedKeys("trading session premarket")

  /// Chance and harm.
  static let riskNouns = foldedKeys("risk risks chance chances odds likelihood probability")

  static let riskWords = foldedKeys("risk risks chance chances odds likelihood probability likely prone")

  /// Words that name what something is compared with.
  static let baseWords = foldedKeys(
    """
    compared comparison versus vs against than previous previously before prior relative levels baseline unlike originally
    formerly
    """)

  /// Words that plan, want or foresee a change: its base is what there is now.
  static let expectations = foldedKeys(
    """
    plan plans planned planning propose proposes proposed proposal proposals want wants wanted demanded demanding promise promises
    promised pledge pledges pledged seek seeks sought aim aims aimed target targets goal forecast forecasts predict predicts
    predicted expect expects expected projected announce announces announced approve approves approved agree agreed called calling
    potential ordered urge urged vow vows vowed commit commits committed commitment offered
    recommend recommends recommended recommending
    """)

  /// The same, where they are verbs.
  static let expectingVerbs = foldedKeys("demand demands offer offers project projects call calls order")

  /// Comparatives of less, and what is less: "three times cheaper" is "a third as expensive".
  static let lessWords: [UInt64: String] = {
    let words = [
      "less": "much", "fewer": "many", "smaller": "large", "lower": "high", "cheaper": "expensive", "lighter": "heavy",
      "shorter": "long", "slower": "fast", "weaker": "strong", "thinner": "thick", "narrower": "wide",
      "rarer": "common",
      "closer": "far", "nearer": "far", "quieter": "loud",
    ]
    return Dictionary(uniqueKeysWithValues: words.map { (foldedKey($0.key), $0.value) })
  }()

  /// Verbs of use in the present tense: "It uses half the water".
  static let usingVerbs = foldedKeys(
    "uses use needs need requires require consumes consume burns burn emits emit takes take costs cost weighs weigh")

  /// What is used.
  static let resources = foldedKeys(
    """
    water power energy fuel electricity oil gas space memory time weight price cost salt sugar fat heat paper bandwidth storage
    """)

  /// Comparatives that are no other word, whatever a tagger takes them for.
  static let comparatives = foldedKeys(
    """
    more better worse less fewer faster slower cheaper higher lower quicker larger smaller bigger longer shorter lighter heavier
    stronger weaker safer quieter louder hotter warmer colder cooler brighter denser richer poorer deeper wider healthier likelier
    """)

  /// What ends in "er" and compares nothing, or only in time.
  static let falseComparatives = foldedKeys(
    "together later earlier former latter upper inner outer underwater proper sober silver paper per other either super eager bitter"
  )

  static let earlier = foldedKey("earlier")
  static let average = foldedKey("average")
  static let combined = foldedKeys("all total altogether combined together")

  private static func table(_ lists: [(ChangeDirection, String)]) -> [UInt64: ChangeDirection] {
    var result: [UInt64: ChangeDirection] = [:]
    for (direction, words) in lists {
      for key in foldedKeys(words) { result[key] = direction }
    }
    return result
  }
}
