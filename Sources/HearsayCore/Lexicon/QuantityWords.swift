/// Words of numbers, units, money and the calendar.
enum QuantityWords {
  /// Number words with their values.
  static let numbers: [String: Double] = [
    "zero": 0, "nil": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
  ]

  /// Words and letters that multiply the number before them.
  static let scales: [String: Double] = [
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15,
    "dozen": 12, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9,
    "trn": 1e12, "tn": 1e12, "k": 1e3, "score": 20,
  ]

  /// Plurals that count without a number, and the least that each can mean.
  static let vaguePlurals: [String: Double] = [
    "tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2e6, "billions": 2e9,
    "trillions": 2e12, "lakhs": 2e5, "crores": 2e7, "zillions": 2e6,
  ]

  /// Fractions by their denominator's ordinal.
  static let fractions: [String: Double] = [
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9,
    "ninths": 9, "tenth": 10, "tenths": 10, "hundredth": 100, "hundredths": 100, "thousandth": 1000,
    "thousandths": 1000,
  ]

  static let ordinals =
    """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth
    ninetieth hundredth thousandth millionth
    """

  /// Months with their numbers, in full and abbreviated.
  static let months: [String: Int] = [
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
    "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
  ]

  /// Weekdays, Monday 0.
  static let weekdays: [String: Int] = [
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4,
  ]

  /// Units of time with their length in days.
  static let timeUnits: [String: Double] = [
    "second": 1 / 86_400, "seconds": 1 / 86_400, "sec": 1 / 86_400, "secs": 1 / 86_400, "minute": 1 / 1440,
    "minutes": 1 / 1440, "min": 1 / 1440,
    "mins": 1 / 1440, "hour": 1 / 24, "hours": 1 / 24, "hr": 1 / 24, "hrs": 1 / 24, "day": 1, "days": 1, "week": 7,
    "weeks": 7, "fortnight": 14, "fortnights": 14, "month": 30.4375, "months": 30.4375, "year": 365.25, "years": 365.25,
    "yr": 365.25, "yrs": 365.25,
    "decade": 3652.5, "decades": 3652.5, "century": 36_525, "centuries": 36_525, "millennia": 365_250, "night": 1,
    "nights": 1, "weekend": 2, "weekends": 2, "ms": 1 / 86_400_000, "milliseconds": 1 / 86_400_000,
  ]

  static let lists: [(WordClasses, String)] = [
    (
      .approximator,
      """
      about around roughly approximately nearly almost some circa ca estimated virtually close near up over under
      more less least most exactly only just
      """
    ),
    (.percent, "percent pct percentage"),
    (
      .multiple,
      """
      twice thrice doubled doubles doubling tripled triples tripling trebled quadrupled quintupled halved halving twofold
      threefold fourfold fivefold sixfold sevenfold eightfold ninefold tenfold double triple treble quadruple
      """
    ),
    (
      .identifierNoun,
      """
      gate platform page room channel phase step level line type class grade stage chapter volume issue season episode
      round group section article figure table appendix act rule clause paragraph part flight route highway road exit
      port version model number no nos track lane unit bus train apollo category schedule form building block
      floor zone district ward square pier terminal runway box item question option case problem lesson week
      level tier note equation eq fig ch vol pp p reference ref code error psalm verse genesis
      resolution directive regulation protocol title division ohm pin gpio http rfc iso sector window windows interstate
      """
    ),
    (
      .street,
      "road street avenue plaza parkway quay wharf gardens mews lane boulevard drive square close crescent place court terrace way rd st ave blvd hwy highway row"
    ),
    (
      .contest,
      """
      beat beats won win wins lost lose defeated defeat drew draw match game score set vote voted ruling ruled final
      victory tie led trailing innings goal goals tied aggregate season record championship cup league
      """
    ),
  ]
}
