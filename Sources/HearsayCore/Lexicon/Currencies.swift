import ProseText

/// Currencies by sign, code and name, with their codes in ISO 4217; the word itself where several states share a name.
///
/// To teach Hearsay a currency, add a line to `all`; a sign goes to `signs`, a part of the unit to `parts`.
enum Currencies {
  /// Code, names in singular and plural, and the adjectives that tell it from others of the same name.
  private static let all: [(code: String, names: String, adjectives: String)] = [
    ("USD", "", "us u.s american"), ("AUD", "", "australian"), ("CAD", "", "canadian"), ("NZD", "", "kiwi"),
    ("HKD", "", "kong"), ("SGD", "", "singapore singaporean"), ("TWD", "", "taiwan taiwanese"),
    ("TTD", "", "trinidad"), ("JMD", "", "jamaican"), ("BSD", "", "bahamian"), ("BBD", "", "barbadian"),
    ("FJD", "", "fijian"), ("NAD", "", "namibian"), ("LRD", "", "liberian"), ("GYD", "", "guyanese"),
    ("EUR", "euro euros", ""), ("GBP", "quid", "british sterling"), ("EGP", "", "egyptian"), ("LBP", "", "lebanese"),
    ("SYP", "", "syrian"), ("SDG", "", "sudanese"), ("CHF", "", "swiss"), ("JPY", "yen", "japanese"),
    ("CNY", "yuan renminbi rmb kuai", "chinese"), ("KRW", "won", "korean"), ("INR", "", "indian"),
    ("PKR", "", "pakistani"), ("LKR", "", "lankan"), ("NPR", "", "nepalese"), ("MUR", "", "mauritian"),
    ("IDR", "rupiah rupiahs", "indonesian"), ("RUB", "rouble roubles ruble rubles", "russian"),
    ("BYN", "", "belarusian"), ("UAH", "hryvnia hryvnias hryvnya", "ukrainian"),
    ("PLN", "zloty zlotys zlotych złoty złotys złote złotych", "polish"),
    ("CZK", "koruna korunas", "czech"), ("HUF", "forint forints", "hungarian"), ("RON", "leu lei", "romanian"),
    ("BGN", "lev leva", "bulgarian"), ("SEK", "krona kronor", "swedish"), ("NOK", "", "norwegian"),
    ("DKK", "", "danish"), ("ISK", "", "icelandic"), ("TRY", "", "turkish"), ("ILS", "shekel shekels", "israeli"),
    ("AED", "", "emirati uae"), ("MAD", "", "moroccan"), ("SAR", "", "saudi"), ("QAR", "", "qatari"),
    ("OMR", "", "omani"), ("YER", "", "yemeni"), ("IRR", "", "iranian"), ("KWD", "", "kuwaiti"),
    ("BHD", "", "bahraini"),
    ("JOD", "", "jordanian"), ("IQD", "", "iraqi"), ("TND", "", "tunisian"), ("DZD", "", "algerian"),
    ("LYD", "", "libyan"), ("RSD", "", "serbian"), ("MKD", "denar denars", "macedonian"), ("MXN", "", "mexican"),
    ("ARS", "", "argentine argentinian"), ("CLP", "", "chilean"), ("COP", "", "colombian"), ("UYU", "", "uruguayan"),
    ("PHP", "", "philippine filipino"), ("CUP", "", "cuban"), ("DOP", "", "dominican"),
    ("BRL", "real reais", "brazilian"),
    ("PEN", "soles", "peruvian"), ("BOB", "bolivianos boliviano", "bolivian"), ("PYG", "guarani guaranis", ""),
    ("VES", "bolivar bolivars bolivares", "venezuelan"), ("CRC", "colones", "rican"), ("GTQ", "quetzal quetzales", ""),
    ("HNL", "lempira lempiras", "honduran"), ("HTG", "gourde gourdes", ""), ("ZAR", "rand", "african"),
    ("NGN", "naira nairas", "nigerian"), ("GHS", "cedi cedis", "ghanaian"), ("KES", "", "kenyan"),
    ("TZS", "", "tanzanian"), ("UGX", "", "ugandan"), ("SOS", "", "somali"), ("ETB", "birr birrs", "ethiopian"),
    ("ZMW", "kwacha kwachas", "zambian"), ("MWK", "", "malawian"), ("BWP", "pula", ""), ("MZN", "metical meticais", ""),
    ("AOA", "kwanza kwanzas", "angolan"), ("GMD", "dalasi dalasis", ""), ("MGA", "ariary", ""), ("RWF", "", "rwandan"),
    ("XOF", "", "cfa"), ("THB", "baht bahts", "thai"), ("VND", "dong dongs", "vietnamese"),
    ("MYR", "ringgit ringgits", "malaysian malaysia"), ("KHR", "riel riels", "cambodian"), ("LAK", "kip", "lao"),
    ("MMK", "kyat kyats", "burmese"), ("BDT", "taka takas", "bangladeshi"), ("AFN", "afghani afghanis", ""),
    ("MNT", "tugrik tugriks", "mongolian"), ("KZT", "tenge tenges", "kazakh"), ("UZS", "sum sums", "uzbek"),
    ("GEL", "lari laris", "georgian"), ("AMD", "dram drams", "armenian"), ("AZN", "manat manats", "azerbaijani"),
    ("KGS", "som soms", "kyrgyz"), ("TJS", "somoni somonis", "tajik"), ("ALL", "lek leke", "albanian"),
    ("BAM", "", "bosnian"), ("MDL", "", "moldovan"), ("MVR", "rufiyaa", ""), ("BTN", "ngultrum", ""),
    ("PGK", "kina", ""),
    ("WST", "tala", ""), ("TOP", "paanga", ""), ("BTC", "bitcoin bitcoins", ""), ("ETH", "ether", ""),
  ]

  /// Names that several states share: what the word says alone.
  private static let common: [String: String] = [
    "dollar": "USD", "dollars": "USD", "bucks": "USD", "buck": "USD", "greenbacks": "USD", "pound": "GBP",
    "pounds": "GBP", "rupee": "INR", "rupees": "INR", "franc": "CHF", "francs": "CHF", "crown": "crowns",
    "crowns": "crowns", "krone": "krone", "kroner": "kroner", "peso": "pesos", "pesos": "pesos", "lira": "TRY",
    "liras": "TRY", "lire": "lire", "dirham": "AED", "dirhams": "AED", "riyal": "SAR", "riyals": "SAR", "rial": "IRR",
    "rials": "IRR", "dinar": "dinars", "dinars": "dinars", "shilling": "shillings", "shillings": "shillings",
    "mark": "marks", "marks": "marks", "guilder": "guilders", "guilders": "guilders", "guineas": "guineas",
    "drachma": "drachmas", "drachmas": "drachmas", "peseta": "pesetas", "pesetas": "pesetas", "escudo": "escudos",
    "escudos": "escudos", "schillings": "schillings", "grand": "grand",
  ]

  /// Parts of a unit of money, and how many make one.
  static let parts: [String: Double] = [
    "cent": 100, "cents": 100, "penny": 100, "pennies": 100, "pence": 100, "centavos": 100, "centavo": 100,
    "centimes": 100, "centime": 100, "kopecks": 100, "kopeck": 100, "kopiykas": 100, "kopeks": 100, "paise": 100,
    "paisa": 100, "fils": 1000, "sen": 100, "sens": 100, "groszy": 100, "grosz": 100, "ore": 100, "oere": 100,
    "øre": 100, "öre": 100, "agorot": 100, "satang": 100, "stotinki": 100, "halalas": 100, "piastres": 100, "c": 100,
    "p": 100,
  ]

  /// Coins of another value than one of their unit or its parts.
  static let coins: [String: Double] = [
    "dime": 0.1, "dimes": 0.1, "nickel": 0.05, "nickels": 0.05,
  ]

  static let signs: [String: String] = [
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "￥": "JPY", "＄": "USD", "￡": "GBP", "₹": "INR", "₨": "INR",
    "₩": "KRW", "₽": "RUB", "₺": "TRY", "₴": "UAH", "₪": "ILS", "₫": "VND", "₦": "NGN", "₱": "PHP", "฿": "THB",
    "₡": "CRC", "₲": "PYG", "₵": "GHS", "₸": "KZT", "₮": "MNT", "₭": "LAK", "₾": "GEL", "₼": "AZN", "₿": "BTC",
    "¢": "cents", "￠": "cents",
  ]

  /// Letters before a dollar, pound or franc sign, or that are a sign themselves before digits.
  static let signPrefixes: [String: String] = [
    "us": "USD", "u.s": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "aus": "AUD", "c": "CAD", "ca": "CAD",
    "can": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD", "nt": "TWD", "tt": "TTD", "j": "JMD", "mx": "MXN", "r": "BRL",
    "z": "ZWL", "e": "EGP", "le": "EGP", "fj": "FJD", "bds": "BBD", "n": "NAD", "rmb": "CNY", "cn": "CNY", "jp": "JPY",
  ]

  /// Letters that stand before digits as a sign does: "Rs 20", "RM42", "R500".
  static let letterSigns: [String: String] = [
    "rs": "INR", "rs.": "INR", "rm": "MYR", "rmb": "CNY", "kr": "krone", "fr": "CHF", "sfr": "CHF", "ksh": "KES",
    "kshs": "KES", "tsh": "TZS", "ush": "UGX", "rp": "IDR", "zł": "PLN", "kč": "CZK", "dh": "AED", "dhs": "AED",
    "rbl": "RUB", "nis": "ILS",
  ]

  /// Names that are everyday words too: money only after a scale word or digits.
  static let everydayWords: Set<String> = [
    "real", "won", "mark", "marks", "rand", "crown", "pound", "pounds", "sum", "sums", "som", "lei", "kip", "lev",
    "pula", "kina", "dong", "quid", "ether", "soles", "lek", "grand", "dram", "drams", "tala", "buck", "c", "p",
    "ore", "sen", "sens", "fils",
  ]

  /// Codes that people write in small letters too.
  private static let smallCodes: Set<String> = [
    "USD", "EUR", "GBP", "JPY", "CNY", "INR", "CHF", "AUD", "CAD", "SEK", "NOK", "DKK", "PLN", "CZK", "BRL", "HKD",
  ]

  /// Names to codes, parts of units and coins included.
  static let names: [String: String] = {
    var result = common
    for entry in all {
      for name in entry.names.split(separator: " ") { result[String(name)] = entry.code }
      if smallCodes.contains(entry.code) { result[entry.code.lowercased()] = entry.code }
    }
    for part in parts.keys { result[part] = part.hasPrefix("pen") || part == "p" ? "pence" : "cents" }
    for coin in coins.keys { result[coin] = "USD" }
    return result
  }()

  /// Adjectives to codes: "Swiss", "Canadian".
  static let adjectives: [String: String] = {
    var result: [String: String] = [:]
    for entry in all {
      for adjective in entry.adjectives.split(separator: " ") { result[String(adjective)] = entry.code }
    }
    return result
  }()

  /// Every code by its key; it counts in capitals only.
  static let codes: [UInt64: String] = Dictionary(uniqueKeysWithValues: all.map { (foldedKey($0.code), $0.code) })
}
