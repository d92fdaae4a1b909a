/// Units of measure, by spelling, with their codes in the Unified Code for Units of Measure (UCUM).
///
/// To teach Hearsay a unit, add its spellings here.
enum Units {
  static let codes: [String: String] = [
    // Length
    "m": "m", "metre": "m", "metres": "m", "meter": "m", "meters": "m", "km": "km", "kms": "km", "kilometre": "km",
    "kilometres": "km", "kilometer": "km", "kilometers": "km", "cm": "cm", "centimetre": "cm", "centimetres": "cm",
    "centimeter": "cm", "centimeters": "cm", "mm": "mm", "millimetre": "mm", "millimetres": "mm", "millimeter": "mm",
    "millimeters": "mm", "mile": "[mi_i]", "miles": "[mi_i]", "mi": "[mi_i]", "foot": "[ft_i]", "feet": "[ft_i]",
    "ft": "[ft_i]", "inch": "[in_i]", "inches": "[in_i]", "yard": "[yd_i]", "yards": "[yd_i]", "yd": "[yd_i]",
    // Area
    "hectare": "har", "hectares": "har", "ha": "har", "acre": "[acr_us]", "acres": "[acr_us]",
    // Volume
    "litre": "L", "litres": "L", "liter": "L", "liters": "L", "ml": "mL", "millilitre": "mL", "millilitres": "mL",
    "milliliters": "mL", "gallon": "[gal_us]", "gallons": "[gal_us]", "pint": "[pt_us]", "pints": "[pt_us]",
    "barrel": "[bbl_us]", "barrels": "[bbl_us]",
    // Mass
    "g": "g", "gram": "g", "grams": "g", "gramme": "g", "grammes": "g", "kg": "kg", "kilo": "kg", "kilos": "kg",
    "kilogram": "kg", "kilograms": "kg", "mg": "mg", "milligram": "mg", "milligrams": "mg", "tonne": "t", "tonnes": "t",
    "ton": "[ston_av]", "tons": "[ston_av]", "lb": "[lb_av]", "lbs": "[lb_av]", "ounce": "[oz_av]", "ounces": "[oz_av]",
    "oz": "[oz_av]",
    // Speed
    "mph": "[mi_i]/h", "kph": "km/h", "kmh": "km/h", "knots": "[kn_i]", "knot": "[kn_i]",
    // Energy, power, electricity
    "watt": "W", "watts": "W", "kw": "kW", "kilowatt": "kW", "kilowatts": "kW", "mw": "MW", "megawatt": "MW",
    "megawatts": "MW", "gw": "GW", "gigawatt": "GW", "gigawatts": "GW", "kwh": "kW.h", "mwh": "MW.h", "joule": "J",
    "joules": "J", "calorie": "cal", "calories": "cal", "kcal": "kcal", "volt": "V", "volts": "V", "amp": "A",
    "amps": "A",
    "ohm": "Ohm", "ohms": "Ohm", "horsepower": "[HP]", "hp": "[HP]", "decibel": "dB", "decibels": "dB", "db": "dB",
    "hz": "Hz", "hertz": "Hz", "khz": "kHz", "mhz": "MHz", "ghz": "GHz",
    // Temperature
    "degree": "deg", "degrees": "deg", "celsius": "Cel", "fahrenheit": "[degF]", "kelvin": "K",
    // Data
    "byte": "By", "bytes": "By", "kb": "kBy", "mb": "MBy", "gb": "GBy", "tb": "TBy", "kilobytes": "kBy",
    "megabyte": "MBy",
    "megabytes": "MBy", "gigabyte": "GBy", "gigabytes": "GBy", "terabyte": "TBy", "terabytes": "TBy",
    "megabits": "Mbit",
    "pixels": "{pixel}", "px": "{pixel}",
    // Pressure
    "bar": "bar", "millibars": "mbar", "millibar": "mbar", "hpa": "hPa", "psi": "[psi]",
  ]

  /// One-letter spellings that are units only after digits and never opening a sentence.
  static let afterDigitsOnly: Set<String> = [
    "m", "g", "ha", "mi", "ft", "oz", "lb", "hp", "db", "mw", "mb", "kb", "tb", "gb", "px", "bar", "ton", "foot",
  ]
}

/// Currencies, by sign and by name, with their ISO 4217 codes; the word itself where several states share a name.
///
/// To teach Hearsay a currency, add its sign or its names here.
enum Currencies {
  static let signs: [String: String] = [
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₴": "UAH",
    "₪": "ILS",
    "₫": "VND", "₦": "NGN", "₱": "PHP", "฿": "THB",
  ]

  static let names: [String: String] = [
    "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "pound": "GBP", "pounds": "GBP", "yen": "JPY",
    "yuan": "CNY", "renminbi": "CNY", "rupee": "INR", "rupees": "INR", "rouble": "RUB", "roubles": "RUB",
    "ruble": "RUB", "rubles": "RUB", "franc": "CHF", "francs": "CHF", "crown": "crowns", "crowns": "crowns",
    "krone": "krone", "kroner": "kroner", "krona": "SEK", "kronor": "SEK", "zloty": "PLN", "zlotys": "PLN",
    "forint": "HUF", "forints": "HUF", "peso": "pesos", "pesos": "pesos", "real": "BRL", "reais": "BRL", "rand": "ZAR",
    "lira": "TRY", "won": "KRW", "shekel": "ILS", "shekels": "ILS", "naira": "NGN", "baht": "THB", "dirham": "AED",
    "dirhams": "AED", "riyal": "SAR", "riyals": "SAR", "dinar": "dinars", "dinars": "dinars", "cents": "cents",
    "pence": "pence",
    "mark": "marks", "marks": "marks", "usd": "USD", "eur": "EUR", "gbp": "GBP", "jpy": "JPY", "cny": "CNY",
    "inr": "INR",
    "chf": "CHF", "aud": "AUD", "cad": "CAD", "sek": "SEK", "nok": "NOK", "dkk": "DKK", "pln": "PLN", "czk": "CZK",
    "rub": "RUB", "brl": "BRL", "zar": "ZAR",
  ]

  /// Names that are everyday words too: money only after a scale word or digits.
  static let everydayWords: Set<String> = ["real", "won", "mark", "marks", "rand", "crown", "pound", "pounds"]
}
