/// Units of measure, by spelling, with their codes in the Unified Code for Units of Measure (UCUM 2.1).
///
/// To teach Hearsay a unit, add its spellings to `families`; one that takes metric prefixes goes to `prefixed`.
enum Units {
  /// Codes with their spellings, singular and plural, any letter case.
  private static let families: [(code: String, spellings: String)] = [
    // Length
    ("[mi_i]", "mile miles mi"), ("[ft_i]", "foot feet ft"), ("[in_i]", "inch inches"), ("[yd_i]", "yard yards yd yds"),
    ("[fth_i]", "fathom fathoms"), ("[fur_us]", "furlong furlongs"), ("[ly]", "lightyear lightyears"),
    ("pc", "parsec parsecs"),
    ("um", "micron microns"), ("Ao", "angstrom angstroms"), ("km", "kms klick klicks"),
    // Area
    ("har", "hectare hectares ha"), ("[acr_us]", "acre acres"), ("[sft_i]", "sqft"), ("m2", "sqm"), ("km2", "sqkm"),
    // Volume
    ("[gal_us]", "gallon gallons gal gals"), ("[pt_us]", "pint pints"), ("[qt_us]", "quart quarts"),
    ("[bbl_us]", "barrel barrels bbl bbls"), ("[bu_us]", "bushel bushels"), ("[cup_us]", "cup cups"),
    ("[tbs_us]", "tablespoon tablespoons tbsp tbsps"), ("[tsp_us]", "teaspoon teaspoons tsp tsps"), ("cm3", "cc ccs"),
    // Mass
    ("kg", "kilo kilos kgs"), ("t", "tonne tonnes"), ("[ston_av]", "ton tons"), ("[lb_av]", "lb lbs"),
    ("[oz_av]", "ounce ounces oz"), ("[stone_av]", "stones"), ("[car_m]", "carat carats"), ("g", "gm gms gr"),
    ("[gr]", "grain grains"), ("ug", "mcg"),
    // Speed
    ("[mi_i]/h", "mph"), ("km/h", "kph kmh kmph"), ("[kn_i]", "knot knots kn"), ("m/s", "mps"),
    // Energy, power, electricity
    ("[HP]", "horsepower hp bhp"), ("cal", "calorie calories"), ("kcal", "kcal kcals kilocalorie kilocalories"),
    ("[Btu]", "btu btus"), ("dB", "decibel decibels db"), ("W.h", "wh"), ("kW.h", "kwh kwhs"), ("MW.h", "mwh"),
    ("GW.h", "gwh"), ("TW.h", "twh"), ("mA.h", "mah"), ("V.A", "va"),
    // Angle, turning
    ("deg", "degree degrees deg"), ("rad", "radian radians"), ("{turn}", "rpm"),
    // Temperature
    ("Cel", "celsius centigrade"), ("[degF]", "fahrenheit farenheit"), ("K", "kelvin kelvins"),
    // Data
    ("By", "byte bytes"), ("bit", "bit bits"), ("KiBy", "kibibyte kibibytes kib"), ("MiBy", "mebibyte mebibytes mib"),
    ("GiBy", "gibibyte gibibytes gib"), ("{pixel}", "pixel pixels px"), ("Mbit/s", "mbps"), ("kbit/s", "kbps"),
    ("Gbit/s", "gbps"), ("{pixel}.10*6", "megapixel megapixels mp"),
    // Pressure, force, sound, light, radiation
    ("[psi]", "psi"), ("bar", "bar bars"), ("mbar", "millibar millibars mbar"), ("atm", "atmospheres"), ("hPa", "hpa"),
    ("lm", "lumen lumens"), ("cd", "candela candelas"), ("lx", "lux"), ("Sv", "sievert sieverts"), ("Gy", "gray grays"),
    ("Bq", "becquerel becquerels"), ("T", "tesla teslas"), ("mol", "mole moles"), ("[ppm]", "ppm"), ("[ppb]", "ppb"),
    ("[pH]", "ph"),
    // Time beside the calendar's
    ("a.10*9", "gyr gya"), ("a.10*6", "myr mya"),
  ]

  /// Base units with their symbol, names, and the metric prefixes in use with them.
  private static let prefixed: [(code: String, symbol: String, names: String, prefixes: String)] = [
    ("m", "m", "metre metres meter meters", "n u m c d k"), ("g", "g", "gram grams gramme grammes", "n u m k M"),
    ("L", "l", "litre litres liter liters", "u m c d h"), ("W", "W", "watt watts", "m k M G T"),
    ("V", "V", "volt volts", "m k M"), ("A", "A", "amp amps ampere amperes", "m k"),
    ("J", "J", "joule joules", "k M G"),
    ("Hz", "Hz", "hertz", "k M G T"), ("eV", "eV", "electronvolt electronvolts", "k M G T"),
    ("Pa", "Pa", "pascal pascals", "h k M G"), ("N", "N", "newton newtons", "k M"), ("Ohm", "Ω", "ohm ohms", "k M"),
    ("By", "B", "byte bytes", "k M G T P E"), ("bit", "bit", "bit bits", "k M G T"),
    ("Sv", "Sv", "sievert sieverts", "m u"), ("Gy", "Gy", "gray grays", "m"), ("F", "F", "farad farads", "u n p"),
    ("mol", "mol", "mole moles", "m u n"), ("t", "t", "tonne tonnes ton tons", "k M G"),
    ("s", "s", "second seconds", "m u n"),
    ("W.h", "Wh", "", "k M G T"), ("[pc]", "pc", "parsec parsecs", "k M"), ("M", "M", "", "m u n"),
  ]

  private static let prefixNames: [String: String] = [
    "p": "pico", "n": "nano", "u": "micro", "m": "milli", "c": "centi", "d": "deci", "h": "hecto", "k": "kilo",
    "M": "mega",
    "G": "giga", "T": "tera", "P": "peta", "E": "exa",
  ]

  /// Codes by spelling in small letters.
  static let codes: [String: String] = {
    var result: [String: String] = [:]
    for unit in prefixed {
      let names = unit.names.split(separator: " ").map(String.init)
      for name in names where unit.code != "s" && unit.code != "M" { result[name] = unit.code }
      if unit.symbol.utf8.count > 1 || unit.code == "m" || unit.code == "g" || unit.code == "L" {
        result[unit.symbol.lowercased()] = unit.code
      }
      for prefix in unit.prefixes.split(separator: " ").map(String.init) {
        let code = prefix + unit.code
        if let word = prefixNames[prefix] { for name in names { result[word + name] = code } }
        let symbol = prefix + unit.symbol
        let small = symbol.lowercased()
        if result[small] == nil, !everydaySymbols.contains(small) { result[small] = code }
        if prefix == "u", unit.symbol.utf8.count < 3, unit.code != "M" {
          result["µ" + unit.symbol.lowercased()] = code
          result["μ" + unit.symbol.lowercased()] = code
        }
      }
    }
    for family in families {
      for spelling in family.spellings.split(separator: " ") { result[String(spelling)] = family.code }
    }
    result["m"] = "m"
    // Powers written close: "km2", "m3".
    for length in ["mm", "cm", "m", "km", "ft", "mi", "in"] {
      guard let code = result[length] ?? (length == "in" ? "[in_i]" : nil) else { continue }
      for (power, mark) in [("2", "2"), ("3", "3")] { result[length + power] = code + mark }
    }
    return result
  }()

  /// Symbols that mean another unit in other letter case, by their exact spelling.
  static let exact: [String: String] = [
    "mW": "mW", "MW": "MW", "mV": "mV", "MV": "MV", "Mb": "Mbit", "MB": "MBy", "mb": "mbar", "Gb": "Gbit", "GB": "GBy",
    "kb": "kbit", "kB": "kBy", "KB": "kBy", "Tb": "Tbit", "TB": "TBy", "Pa": "Pa", "pA": "pA", "mPa": "mPa",
    "MPa": "MPa",
    "mHz": "mHz", "MHz": "MHz", "mg": "mg", "Mg": "Mg", "Mt": "Mt", "mm": "mm", "Mm": "Mm", "mM": "mmol/L",
    "nM": "nmol/L", "µM": "umol/L", "μM": "umol/L", "uM": "umol/L",
    "pm": "pm", "am": "am", "fm": "fm", "Gy": "Gy", "s": "s", "h": "h", "K": "K", "W": "W", "V": "V", "A": "A",
    "J": "J", "N": "N",
    "L": "L", "l": "L", "B": "By", "T": "T", "F": "[degF]", "C": "Cel", "in": "[in_i]", "TW": "TW", "GW": "GW",
    "kW": "kW",
    "Hz": "Hz", "Sv": "Sv", "Bq": "Bq", "Wh": "W.h", "Nm": "N.m", "PB": "PBy", "EB": "EBy", "t": "t", "b": "bit",
  ]

  /// Symbols that are words of their own too often to be units in any letter case.
  private static let everydaySymbols: Set<String> = ["ma", "ms", "us", "ns", "ka", "um", "pm", "mv", "mn", "mpc"]

  /// Spellings that are units only right behind digits, never after number words.
  static let afterDigitsOnly: Set<String> = [
    "m", "g", "ha", "mi", "ft", "oz", "hp", "db", "mw", "mb", "kb", "tb", "gb", "px", "bar", "ton", "foot", "mp", "va",
    "ph", "gal", "kn", "gr", "bit", "cup", "mt", "kt", "dm", "mcg", "cc", "deg", "l", "in",
  ]

  /// Full names that are everyday words: "a foot", "a bar", "a yard" measure nothing by themselves.
  static let everydayNames: Set<String> = [
    "foot", "feet", "bar", "bars", "yard", "yards", "cup", "cups", "grain", "grains", "gray", "grays", "mole", "moles",
    "degree", "degrees", "bit", "bits", "knot", "knots", "stones", "second", "seconds", "ton", "tons", "barrel",
    "barrels",
    "carat", "inch",
  ]

  /// Words before a unit that square or cube it.
  static let powers: [String: String] = ["square": "2", "sq": "2", "sq.": "2", "cubic": "3", "cu": "3", "cu.": "3"]

  /// Words before a unit that make another of it.
  static let variants: [String: [String: String]] = [
    "metric": ["[ston_av]": "t"], "long": ["[ston_av]": "[lton_av]"], "short": ["[ston_av]": "[ston_av]"],
    "nautical": ["[mi_i]": "[nmi_i]"], "fluid": ["[oz_av]": "[foz_us]"], "fl": ["[oz_av]": "[foz_us]"],
    "imperial": ["[gal_us]": "[gal_br]", "[pt_us]": "[pt_br]"], "light": ["a": "[ly]"], "troy": ["[oz_av]": "[oz_tr]"],
  ]
}
