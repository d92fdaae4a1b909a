import ProseText

/// What the lexicon knows of a spelling.
struct Lexeme: Sendable {
  /// The word, where rules name it.
  var word: Word = .unknown
  var classes: WordClasses = []
  var cue: CueClass = .none
  var forms: VerbForms = []
  var speech: SpeechClasses = []
}

/// The words that Hearsay knows, by key; built once from the lists beside this file.
struct Lexicon: Sendable {
  /// The lexicon of English.
  static let english = Lexicon()

  private var lexemes: [Lexeme] = [Lexeme()]
  private var keysOfEntries: [UInt64] = [0]
  /// Open addressing: pairs of key and index into `lexemes`; index 0 is free.
  private var keys: [UInt64]
  private var slots: [UInt16]
  private let mask: Int
  private var values: [UInt64: Double] = [:]

  /// The entry for a token's key; an empty one where the word is not known.
  func lexeme(_ key: UInt64) -> Lexeme { lexemes[entry(of: key)] }

  /// The number of a key's entry; 0, that of the empty one, where the word is not known.
  @inline(__always)
  func entry(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while slots[slot] != 0 {
      if keys[slot] == key { return Int(slots[slot]) }
      slot = (slot + 1) & mask
    }
    return 0
  }

  /// How many entries there are, the empty one among them.
  var entries: Int { lexemes.count }

  /// The entry with a number.
  func lexeme(at entry: Int) -> Lexeme { lexemes[entry] }

  /// The key of the entry with a number; 0 for the empty one.
  func key(at entry: Int) -> UInt64 { keysOfEntries[entry] }

  /// Number words, scales, fractions, months, weekdays and units of time, with their values.
  static let numbers = table(NumberWords.numbers)
  static let scales = table(NumberWords.scales)
  static let vaguePlurals = table(NumberWords.vaguePlurals)
  static let fractions = table(NumberWords.fractions)
  static let ordinals = table(NumberWords.ordinals.merging(NumberWords.closedOrdinals) { first, _ in first })
  static let scaleLetters = table(NumberWords.scaleLetters)
  static let vulgarFractions = table(NumberWords.vulgarFractions)
  static let months = table(CalendarWords.months)
  static let weekdays = table(CalendarWords.weekdays)
  static let timeUnits = table(CalendarWords.timeUnits)
  static let unitCodes = table(Units.codes)
  static let currencyNames = table(Currencies.names)
  static let currencySigns = table(Currencies.signs)
  static let signPrefixes = table(Currencies.signPrefixes)
  static let letterSigns = table(Currencies.letterSigns)
  static let currencyParts = table(Currencies.parts)
  static let coins = table(Currencies.coins)
  static let currencyAdjectives = table(Currencies.adjectives)
  static let unitPowers = table(Units.powers)
  static let unitVariants = table(Units.variants)
  static let everydayUnits = Set(Units.everydayNames.map(foldedKey))
  static let unitsAfterDigitsOnly = Set(Units.afterDigitsOnly.map(foldedKey))
  static let everydayCurrencies = Set(Currencies.everydayWords.map(foldedKey))

  private static func table<Value>(_ source: [String: Value]) -> WordTable<Value> {
    WordTable(source.map { (foldedKey($0), $1) })
  }

  private init() {
    let capacity = 1 << 13
    keys = [UInt64](repeating: 0, count: capacity)
    slots = [UInt16](repeating: 0, count: capacity)
    mask = capacity - 1
    for word in Word.allCases where word != .unknown { edit(foldedKey(word.rawValue)) { $0.word = word } }
    for lists in [FunctionWords.lists, ReportingVerbs.lists, SourceNouns.lists, QuantityWords.lists] {
      for (classes, words) in lists { add(classes, words) }
    }
    add(.number, NumberWords.numbers.keys)
    add(.scale, NumberWords.scales.keys)
    add(.vaguePlural, NumberWords.vaguePlurals.keys)
    add(.fraction, NumberWords.fractions.keys)
    add(.month, CalendarWords.months.keys)
    add(.weekday, CalendarWords.weekdays.keys)
    add(.timeUnit, CalendarWords.timeUnits.keys)
    add(.measureUnit, Units.codes.keys)
    add(.currency, Currencies.names.keys)
    add(.ordinal, NumberWords.ordinals.keys)
    add(.ordinal, NumberWords.closedOrdinals.keys)
    add([.firstName, .feminine], FirstNames.feminine)
    add([.firstName, .masculine], FirstNames.masculine)
    add(.firstName, FirstNames.either)
    add(.country, CountryNames.list)
    addVerbs()
    addSpeech()
  }

  private mutating func add(_ classes: WordClasses, _ list: String) {
    for word in listedWords(list) { edit(foldedKey(word)) { $0.classes.formUnion(classes) } }
  }

  private mutating func add(_ classes: WordClasses, _ words: some Sequence<String>) {
    for word in words { edit(foldedKey(word)) { $0.classes.formUnion(classes) } }
  }

  private mutating func edit(_ key: UInt64, _ change: (inout Lexeme) -> Void) {
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while slots[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    if slots[slot] == 0 {
      keys[slot] = key
      slots[slot] = UInt16(lexemes.count)
      lexemes.append(Lexeme())
      keysOfEntries.append(key)
    }
    change(&lexemes[Int(slots[slot])])
  }

  private mutating func addVerbs() {
    for (cue, list) in ReportingVerbs.regular {
      for entry in listedWords(list) {
        let isNoun = entry.suffix(2).elementsEqual("/n".utf8)
        let verb = RegularVerb(isNoun ? entry.dropLast(2) : entry)
        addForms(verb.forms.map(foldedKey), cue, isNoun: isNoun)
      }
    }
    for (cue, list) in ReportingVerbs.irregular {
      for verb in listedWords(list) { addForms(IrregularVerbs.forms[foldedKey(verb)] ?? [], cue, isNoun: false) }
    }
    for noun in listedWords(ReportingVerbs.irregularNouns) { edit(foldedKey(noun)) { $0.forms.insert(.alsoNoun) } }
  }

  private mutating func addSpeech() {
    for (speech, list) in SpeechWords.regular {
      for verb in listedWords(list) {
        for form in RegularVerb(verb).forms { edit(foldedKey(form)) { $0.speech.formUnion(speech) } }
      }
    }
    for (speech, list) in SpeechWords.irregular {
      for form in listedWords(list).flatMap({ IrregularVerbs.forms[foldedKey($0)] ?? [] }) {
        edit(form) { $0.speech.formUnion(speech) }
      }
    }
    for noun in listedWords(SpeechWords.nouns) { edit(foldedKey(noun)) { $0.speech.insert(.noun) } }
  }

  /// Keys of forms in the order base, third person, past, participle, gerund.
  private mutating func addForms(_ forms: [UInt64], _ cue: CueClass, isNoun: Bool) {
    let kinds: [VerbForms] = [.base, .third, .past, .participle, .gerund]
    for (index, form) in forms.enumerated() {
      edit(form) {
        $0.cue = cue
        $0.forms.insert(kinds[index])
        if isNoun, index < 2 { $0.forms.insert(.alsoNoun) }
      }
    }
  }
}
