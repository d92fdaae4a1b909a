import ProseText

/// Words that blur a number or leave it open on one side.
///
/// To teach Hearsay another, add it to the list of its kind. The words are those of newsroom style guides and of grammars of
/// English numerals (Quirk et al., A Comprehensive Grammar of the English Language, 6.63).
enum Approximators {
  /// What the words do to a number.
  struct Effect: Sendable {
    var bound: Bound?
    /// Whether the number itself becomes a rough one: "nearly 40" is not 40, "at least 40" leaves it exact.
    var blurs: Bool
  }

  /// Single words before a number.
  static let single = table([
    (
      Effect(bound: nil, blurs: true),
      "about around roughly approximately approx nearly almost some circa ca c estimated"
    ),
    (Effect(bound: nil, blurs: true), "virtually practically ~ ≈ ∼ towards toward nigh"),
    (Effect(bound: .above, blurs: false), "over above exceeding surpassing topping upwards >"),
    (Effect(bound: .below, blurs: false), "under below <"),
    (Effect(bound: .atLeast, blurs: false), "≥ minimum"),
    (Effect(bound: .atMost, blurs: false), "≤ maximum"),
  ])

  /// The second word of a pair before a number, and the first words that it goes with.
  static let pairs: [UInt64: [UInt64: Effect]] = {
    let pairs: [(Effect, String, String)] = [
      (Effect(bound: .atLeast, blurs: false), "at", "least"),
      (Effect(bound: .atMost, blurs: false), "at", "most"),
      (Effect(bound: .atMost, blurs: true), "up as", "to"),
      (Effect(bound: nil, blurs: true), "close near nearer closer next", "to"),
      (Effect(bound: .above, blurs: false), "more greater larger higher longer bigger rather better", "than"),
      (Effect(bound: .below, blurs: false), "less fewer lower smaller shorter", "than"),
      (Effect(bound: .atMost, blurs: true), "many much", "as"),
      (Effect(bound: .atLeast, blurs: true), "few little", "as"),
      (Effect(bound: .above, blurs: false), "upwards upward north", "of"),
      (Effect(bound: .below, blurs: false), "south short", "of"),
      (Effect(bound: nil, blurs: true), "region vicinity order neighbourhood neighborhood", "of"),
    ]
    var result: [UInt64: [UInt64: Effect]] = [:]
    for (effect, firsts, second) in pairs {
      for first in firsts.split(separator: " ") {
        result[foldedKey(second), default: [:]][foldedKey(String(first))] = effect
      }
    }
    return result
  }()

  static let equal = foldedKey("equal")

  /// Words behind "or" or "and" that bound the number before them.
  static let behind: [UInt64: Bound] = {
    var result: [UInt64: Bound] = [:]
    for word in ["more", "over", "above", "greater", "higher", "older", "longer", "larger", "upwards", "up"] {
      result[foldedKey(word)] = .atLeast
    }
    for word in ["less", "fewer", "under", "below", "lower", "younger", "shorter", "smaller"] {
      result[foldedKey(word)] = .atMost
    }
    return result
  }()

  private static func table(_ lists: [(Effect, String)]) -> WordTable<Effect> {
    WordTable(lists.flatMap { effect, list in listedWords(list).map { (key: foldedKey($0), value: effect) } })
  }
}
