import ProseText

/// A unit of measure as it is written.
struct UnitReading {
  /// UCUM code.
  var code: String
  /// One past the last term.
  var end: Int
}

// Units of measure behind a number: plain, squared, per another one.
extension Passage {
  /// The unit that begins at a term, with powers and what it is per.
  ///
  /// - Parameter number: the number before it; letters like "m" are units only behind digits.
  func unit(at index: Int, after number: NumberReading) -> UnitReading? {
    guard var unit = simpleUnit(at: index, after: number) else { return nil }
    // "watt hours", "newton metres", "kWh"
    if isMark(unit.end, 0x2D), !terms[unit.end].hasSpaceBefore || terms[unit.end].isWord,
      let second = hours(at: terms[unit.end].isWord ? unit.end : unit.end + 1, behind: unit.code)
    {
      unit = second
    } else if let second = hours(at: unit.end, behind: unit.code) {
      unit = second
    }
    while let divisor = divisor(at: unit.end) {
      unit = UnitReading(code: unit.code + "/" + divisor.code, end: divisor.end)
    }
    return unit
  }

  /// "per hour", "/h", "a day" is a rate of its own and stays outside.
  private func divisor(at index: Int) -> UnitReading? {
    if word(index) == .per {
      // "litres per day", "tonnes per square metre", "miles per hour"
      if let time = timeUnit(at: index + 1) { return time }
      return simpleUnit(at: index + 1, after: Self.one)
    }
    guard isMark(index, 0x2F), !terms[index + 1].hasSpaceBefore, terms[index + 1].isWord else { return nil }
    guard var time = timeLetter(at: index + 1) ?? timeUnit(at: index + 1) else {
      return simpleUnit(at: index + 1, after: Self.digits)
    }
    if let power = power(at: time.end) { time = UnitReading(code: time.code + power, end: time.end + 1) }
    return time
  }

  private static let one = NumberReading(end: 0, value: 1, isSpelled: true)
  private static let digits = NumberReading(end: 0, value: 1, isSpelled: false)

  func timeUnit(at index: Int) -> UnitReading? {
    guard terms[index].has(.timeUnit) else { return nil }
    return UnitReading(code: timeCode(terms[index].key), end: index + 1)
  }

  /// The UCUM code of a unit of time.
  func timeCode(_ key: UInt64) -> String {
    switch Lexicon.timeUnits[key] ?? 1 {
    case ..<1e-6: "ms"
    case ..<0.0005: "s"
    case ..<0.01: "min"
    case ..<0.9: "h"
    case ..<5: "d"
    case ..<20: "wk"
    case ..<100: "mo"
    default: "a"
    }
  }

  private func timeLetter(at index: Int) -> UnitReading? {
    switch string(terms[index].range) {
    case "h", "hr": UnitReading(code: "h", end: index + 1)
    case "s", "sec": UnitReading(code: "s", end: index + 1)
    case "s2": UnitReading(code: "s2", end: index + 1)
    case "d": UnitReading(code: "d", end: index + 1)
    case "min": UnitReading(code: "min", end: index + 1)
    default: nil
    }
  }

  private func hours(at index: Int, behind code: String) -> UnitReading? {
    let key = terms[index].key
    if key == Self.hour || key == Self.hours, code.hasSuffix("W") {
      return UnitReading(code: code + ".h", end: index + 1)
    }
    if code == "N", terms[index].has(.measureUnit), Lexicon.unitCodes[key] == "m" {
      return UnitReading(code: "N.m", end: index + 1)
    }
    return nil
  }

  private static let hour = foldedKey("hour")
  private static let hours = foldedKey("hours")

  /// A unit with what stands close about it: "square", "nautical", "²", "squared".
  private func simpleUnit(at index: Int, after number: NumberReading) -> UnitReading? {
    var at = index
    var suffix = ""
    if terms[at].isWord, let power = Lexicon.unitPowers[terms[at].key] {
      suffix = power
      at += 1
      if isMark(at, 0x2E) { at += 1 }
      if isMark(at, 0x2D), !terms[at].hasSpaceBefore { at += 1 }
    }
    var variant: [String: String]?
    if terms[at].isWord, let known = Lexicon.unitVariants[terms[at].key] {
      variant = known
      at += 1
      if isMark(at, 0x2D), !terms[at].hasSpaceBefore { at += 1 }
    }
    guard var code = unitCode(at, after: number, isSure: !suffix.isEmpty || variant != nil) else { return nil }
    if let variant {
      guard let changed = variant[code] else { return nil }
      code = changed
    }
    at += 1
    if code == "deg", let scale = temperatureScale(at: at) { return scale }
    if suffix.isEmpty, let power = power(at: at) {
      suffix = power
      at += 1
    }
    return UnitReading(code: code + suffix, end: at)
  }

  /// The code of one word or symbol.
  private func unitCode(_ index: Int, after number: NumberReading, isSure: Bool) -> String? {
    let term = terms[index]
    guard term.isWord || term.kind == .symbol else { return nil }
    if term.range.count <= 4, !number.isSpelled, let exact = exactUnit(index, after: number) { return exact }
    // "light years" counts years of light.
    if isSure, term.has(.timeUnit), Lexicon.timeUnits[term.key].map({ $0 > 360 && $0 < 370 }) == true { return "a" }
    guard term.has(.measureUnit), let code = Lexicon.unitCodes[term.key] else { return nil }
    if Lexicon.unitsAfterDigitsOnly.contains(term.key), number.isSpelled, !isSure, !isSpelledOut(term) { return nil }
    // "9 In", "3 Am": a capital that is no symbol's opens a word.
    if term.range.count <= 2, term.isCapitalised, !term.shape.contains(.allCaps) { return nil }
    return code
  }

  /// "a three-ton truck", "a six foot wall": full names count behind words too.
  private func isSpelledOut(_ term: Term) -> Bool { term.range.count >= 3 && Lexicon.everydayUnits.contains(term.key) }

  /// Symbols whose letter case tells the unit: "MW", "mW", "C".
  private func exactUnit(_ index: Int, after number: NumberReading) -> String? {
    let term = terms[index]
    guard let code = Units.exact[string(term.range)] else { return nil }
    let isClose = !term.hasSpaceBefore
    if term.range.count == 1 {
      // A lone letter is a unit close behind digits, or before a mark; "5 C programmers" have none.
      switch byte(of: index) {
      case 0x46, 0x43:
        return isClose && number.value.magnitude < 1000 && number.decimals <= 2 && isTemperatureContext(index)
          ? code : nil
      case 0x73:
        // "747s" and "100s" are plurals.
        return isClose && (number.decimals > 0 || number.value < 100) && !isLetterName(index) ? code : nil
      case 0x68, 0x62, 0x42, 0x54: return isClose && !isLetterName(index) ? code : nil
      case 0x6C, 0x4C: return code
      default:
        return !isClose
          && (terms[index + 1].kind == .punctuation || terms[index + 1].range.isEmpty
            || terms[index + 1].has(.preposition))
          ? code : isClose && !terms[index].isCapitalised ? code : nil
      }
    }
    if code == "[in_i]" { return isInches(index) ? code : nil }
    // "2.1 pm" with no minutes in it is a length.
    if code == "pm" || code == "am" { return number.decimals > 0 && number.decimals != 2 ? code : nil }
    return code
  }

  /// "2 in thick", "12 ft 2 in.": not "5 in Leeds".
  private func isInches(_ index: Int) -> Bool {
    let next = terms[index + 1]
    if next.range.isEmpty || next.kind == .punctuation { return true }
    switch string(next.range) {
    case "thick", "wide", "long", "tall", "high", "deep", "across", "diameter", "x", "by": return true
    default: return false
    }
  }

  private func isLetterName(_ index: Int) -> Bool { terms[index].isCapitalised && terms[index + 1].isName }

  /// "90F" is a temperature where the text speaks of one, else a name ("18F").
  private func isTemperatureContext(_ index: Int) -> Bool {
    let sentence = sentences[sentence(of: index)].tokens
    return sentence.contains { Self.temperatureWords.contains(terms[$0].key) }
  }

  private static let temperatureWords = foldedKeys(
    """
    temperature temperatures heat hot cold cool warm degrees fever frost thermometer celsius fahrenheit weather oven boil
    boils freezing
    """)

  /// "Celsius", "C", "F" behind degrees.
  func temperatureScale(at index: Int) -> UnitReading? {
    guard terms[index].isWord else { return nil }
    if let code = Lexicon.unitCodes[terms[index].key], code == "Cel" || code == "[degF]" || code == "K",
      terms[index].range.count > 1
    {
      return UnitReading(code: code, end: index + 1)
    }
    guard terms[index].range.count == 1 else { return nil }
    switch byte(of: index) | 0x20 {
    case 0x63: return UnitReading(code: "Cel", end: index + 1)
    case 0x66: return UnitReading(code: "[degF]", end: index + 1)
    default: return nil
    }
  }

  /// "²", "³", "squared", "cubed".
  private func power(at index: Int) -> String? {
    let term = terms[index]
    if term.kind == .symbol || term.kind == .number, !term.hasSpaceBefore {
      switch string(term.range) {
      case "²": return "2"
      case "³": return "3"
      default: return nil
      }
    }
    guard term.isWord else { return nil }
    if term.key == Self.squared { return "2" }
    return term.key == Self.cubed ? "3" : nil
  }

  private static let squared = foldedKey("squared")
  private static let cubed = foldedKey("cubed")
}
