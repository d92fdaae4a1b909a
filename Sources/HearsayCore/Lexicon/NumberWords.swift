/// Words and letters that make up numbers, with their values.
///
/// To teach Hearsay another, add it to the table of its kind; the readers ask for nothing else.
enum NumberWords {
  /// Number words with their values.
  static let numbers: [String: Double] = [
    "zero": 0, "nil": 0, "nought": 0, "naught": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
  ]

  /// Words that multiply the number before them.
  static let scales: [String: Double] = [
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15,
    "quintillion": 1e18, "dozen": 12, "lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "lacs": 1e5, "lkh": 1e5,
    "lkhs": 1e5, "crore": 1e7, "crores": 1e7, "krore": 1e7, "krores": 1e7, "koti": 1e7, "milliard": 1e9,
  ]

  /// Letters that multiply the digits that they stand close behind; "m" is million only where money or people are meant.
  static let scaleLetters: [String: Double] = [
    "k": 1e3, "m": 1e6, "mm": 1e6, "mn": 1e6, "mln": 1e6, "mil": 1e6, "mio": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9,
    "bil": 1e9, "t": 1e12, "tn": 1e12, "trn": 1e12, "tln": 1e12, "cr": 1e7, "thsd": 1e3, "doz": 12, "dozs": 12,
    "dz": 12,
    "dzs": 12, "g": 1e9,
  ]

  /// Plurals that count without a number, and the least that each can mean; behind a number they are its scale.
  static let vaguePlurals: [String: Double] = [
    "tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2e6, "billions": 2e9,
    "trillions": 2e12, "lakhs": 2e5, "crores": 2e7, "zillions": 2e6,
  ]

  /// Fractions by their denominator's ordinal.
  static let fractions: [String: Double] = [
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9,
    "ninths": 9, "tenth": 10, "tenths": 10, "eleventh": 11, "elevenths": 11, "twelfth": 12, "twelfths": 12,
    "fifteenth": 15, "fifteenths": 15, "sixteenth": 16, "sixteenths": 16, "twentieth": 20, "twentieths": 20,
    "thirtieth": 30, "thirtieths": 30, "hundredth": 100, "hundredths": 100, "thousandth": 1e3, "thousandths": 1e3,
    "millionth": 1e6, "millionths": 1e6, "billionth": 1e9, "billionths": 1e9, "trillionth": 1e12, "trillionths": 1e12,
  ]

  /// Ordinal numbers with their values.
  static let ordinals: [String: Double] = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
    "thousandth": 1e3, "millionth": 1e6,
  ]

  /// "twentyfirst" to "ninetyninth", as some write them.
  static let closedOrdinals: [String: Double] = {
    var result: [String: Double] = [:]
    for (tens, high) in numbers where high >= 20 && high.truncatingRemainder(dividingBy: 10) == 0 {
      for (unit, low) in ordinals where low < 10 { result[tens + unit] = high + low }
    }
    return result
  }()

  /// Signs that are a fraction by themselves.
  static let vulgarFractions: [String: Double] = [
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6,
    "⅚": 5 / 6, "⅐": 1 / 7, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8, "⅑": 1 / 9, "⅒": 1 / 10,
  ]
}
