/// Units as people write them, by their codes in the Unified Code for Units of Measure.
package enum UnitWords {
  /// The word for a code; the code itself where none is needed ("km", "USD").
  package static func spelled(_ code: String) -> String {
    if let word = words[code] { return word }
    let parts = code.split(separator: "/", maxSplits: 1)
    guard parts.count == 2, let above = words[String(parts[0])], let below = words[String(parts[1])] else {
      return code
    }
    return "\(above) per \(below.hasSuffix("s") ? String(below.dropLast()) : below)"
  }

  private static let words = [
    "a": "years", "mo": "months", "wk": "weeks", "d": "days", "h": "hours", "min": "minutes", "s": "seconds",
    "Cel": "°C", "[degF]": "°F", "deg": "degrees", "[mi_i]": "miles", "[ft_i]": "feet", "[in_i]": "inches",
    "[yd_i]": "yards", "har": "hectares", "[acr_us]": "acres", "[gal_us]": "gallons", "[pt_us]": "pints",
    "[bbl_us]": "barrels", "t": "tonnes", "[ston_av]": "tons", "[lb_av]": "pounds", "[oz_av]": "ounces",
    "[kn_i]": "knots", "[HP]": "horsepower", "kW.h": "kWh", "MW.h": "MWh", "L": "litres", "Ohm": "ohms", "By": "bytes",
    "kBy": "kB", "MBy": "MB", "GBy": "GB", "TBy": "TB", "{pixel}": "pixels", "[psi]": "psi", "m2": "m²", "m3": "m³",
    "km2": "km²", "bp": "basis points", "km": "km", "m": "m", "[mi_i]2": "square miles", "[ft_i]2": "square feet",
    "[ft_i]3": "cubic feet", "[yd_i]2": "square yards", "[nmi_i]": "nautical miles",
  ]
}
