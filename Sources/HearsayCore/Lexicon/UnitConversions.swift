/// Units that measure the same thing, and what each is worth in the other.
///
/// Codes are those of the Unified Code for Units of Measure, factors those of NIST Special Publication 811, appendix B. To teach
/// Hearsay another conversion, add a line to the table.
package enum UnitConversions {
  /// What a unit measures.
  package enum Dimension: UInt8, Sendable {
    case length, area, volume, mass, speed, temperature
  }

  /// A unit against the base unit of its dimension: metre, square metre, litre, kilogram, metre per second, kelvin.
  package struct Scale: Sendable {
    package var dimension: Dimension
    package var factor: Double
    /// Added after the factor; of degrees alone.
    package var offset = 0.0
    /// The unit of the other system that people know for such amounts.
    package var counterpart: String
    /// Factors that the same word has elsewhere: imperial gallons, long tons.
    package var otherFactors: [Double] = []
  }

  /// What is known of a unit's code; nil where there is nothing to convert.
  package static func scale(of code: String) -> Scale? { table[code] }

  /// A value in another unit of the same dimension; nil where the two do not measure the same.
  package static func convert(_ value: Double, from: String, to: String) -> Double? {
    guard let source = table[from], let target = table[to], source.dimension == target.dimension else { return nil }
    return (value * source.factor + source.offset - target.offset) / target.factor
  }

  /// Every value that an amount may have in another unit, as words like "ton" and "gallon" mean several.
  static func conversions(_ value: Double, from: String, to: String) -> [Double] {
    guard let source = table[from], let target = table[to], source.dimension == target.dimension else { return [] }
    var values: [Double] = []
    for above in [source.factor] + source.otherFactors {
      for below in [target.factor] + target.otherFactors {
        values.append((value * above + source.offset - target.offset) / below)
        // "5°F warmer (2.8°C)": a difference has no zero point.
        if source.offset != target.offset { values.append(value * above / below) }
      }
    }
    return values
  }

  private static let table: [String: Scale] = [
    "mm": Scale(dimension: .length, factor: 0.001, counterpart: "[in_i]"),
    "cm": Scale(dimension: .length, factor: 0.01, counterpart: "[in_i]"),
    "m": Scale(dimension: .length, factor: 1, counterpart: "[ft_i]"),
    "km": Scale(dimension: .length, factor: 1000, counterpart: "[mi_i]"),
    "[in_i]": Scale(dimension: .length, factor: 0.0254, counterpart: "cm"),
    "[ft_i]": Scale(dimension: .length, factor: 0.3048, counterpart: "m"),
    "[yd_i]": Scale(dimension: .length, factor: 0.9144, counterpart: "m"),
    "[mi_i]": Scale(dimension: .length, factor: 1609.344, counterpart: "km", otherFactors: [1852]),
    "[nmi_i]": Scale(dimension: .length, factor: 1852, counterpart: "km"),

    "m2": Scale(dimension: .area, factor: 1, counterpart: "[ft_i]2"),
    "har": Scale(dimension: .area, factor: 10_000, counterpart: "[acr_us]"),
    "km2": Scale(dimension: .area, factor: 1e6, counterpart: "[mi_i]2"),
    "[ft_i]2": Scale(dimension: .area, factor: 0.092_903_04, counterpart: "m2"),
    "[yd_i]2": Scale(dimension: .area, factor: 0.836_127_36, counterpart: "m2"),
    "[acr_us]": Scale(dimension: .area, factor: 4046.873, counterpart: "har"),
    "[mi_i]2": Scale(dimension: .area, factor: 2_589_988.110_336, counterpart: "km2"),

    "mL": Scale(dimension: .volume, factor: 0.001, counterpart: "[pt_us]"),
    "L": Scale(dimension: .volume, factor: 1, counterpart: "[gal_us]"),
    "m3": Scale(dimension: .volume, factor: 1000, counterpart: "[ft_i]3"),
    "[ft_i]3": Scale(dimension: .volume, factor: 28.316_846_592, counterpart: "m3"),
    "[pt_us]": Scale(dimension: .volume, factor: 0.473_176_473, counterpart: "L", otherFactors: [0.568_261_25]),
    "[gal_us]": Scale(dimension: .volume, factor: 3.785_411_784, counterpart: "L", otherFactors: [4.546_09]),
    "[bbl_us]": Scale(dimension: .volume, factor: 158.987_294_928, counterpart: "L"),

    "g": Scale(dimension: .mass, factor: 0.001, counterpart: "[oz_av]"),
    "kg": Scale(dimension: .mass, factor: 1, counterpart: "[lb_av]"),
    "t": Scale(dimension: .mass, factor: 1000, counterpart: "[ston_av]", otherFactors: [907.184_74, 1016.046_908_8]),
    "[oz_av]": Scale(dimension: .mass, factor: 0.028_349_523_125, counterpart: "g"),
    "[lb_av]": Scale(dimension: .mass, factor: 0.453_592_37, counterpart: "kg"),
    "[ston_av]": Scale(dimension: .mass, factor: 907.184_74, counterpart: "t", otherFactors: [1000, 1016.046_908_8]),

    "m/s": Scale(dimension: .speed, factor: 1, counterpart: "km/h"),
    "km/h": Scale(dimension: .speed, factor: 1 / 3.6, counterpart: "[mi_i]/h"),
    "[mi_i]/h": Scale(dimension: .speed, factor: 0.447_04, counterpart: "km/h"),
    "[kn_i]": Scale(dimension: .speed, factor: 1852 / 3600, counterpart: "km/h"),

    "Cel": Scale(dimension: .temperature, factor: 1, offset: 273.15, counterpart: "[degF]"),
    "[degF]": Scale(dimension: .temperature, factor: 5 / 9, offset: 459.67 * 5 / 9, counterpart: "Cel"),
  ]
}
