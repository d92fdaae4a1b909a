import HearsayCore

/// What the rules say of themselves: drafts in which each of them finds something, or nearly does.
struct RuleExample: Sendable {
  let example: Example
  /// The text without the marks of what is found in it.
  let plain: [UInt8]

  private init(_ example: Example) {
    self.example = example
    plain = Array(String(example.text.unicodeScalars.filter { $0 != "⟦" && $0 != "⟧" }.map(Character.init)).utf8)
  }

  private static let every = Rule.all.flatMap { $0.flagged + $0.clean }.map(RuleExample.init)

  /// Drafts.
  static let all = every.filter { !$0.example.isLedger && !$0.example.isSettings && $0.plain.count < 400 }
  /// Drafts with a ledger around them.
  static let withLedger = all.filter { $0.example.ledger != nil }
  /// Drafts beside others.
  static let withDrafts = all.filter { !$0.example.drafts.isEmpty }
  /// Ledgers.
  static let ledgers =
    every.filter(\.example.isLedger).map(\.plain)
    + withLedger.compactMap {
      $0.example.ledger.map { Array($0.utf8) }
    }
  /// Settings files.
  static let settings =
    every.filter(\.example.isSettings).map(\.plain)
    + [
      #"{"scope": "sentence", "rules": {"HS1": "error", "HS204": "off"}, "quotes": "de"}"#,
      #"{"ownPublications": ["Quay Post"], "primarySources": ["The Ledger"], "acronyms": {"DHA": "Dorn Harbour Authority"}}"#,
      #"{"vaguePhrases": ["experts say"], "quotes": "fr", "personsPerDay": 40, "include": ["**/*.md"]}"#,
    ].map { Array($0.utf8) }
}
