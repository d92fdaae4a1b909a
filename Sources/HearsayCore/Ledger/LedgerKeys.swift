/// The keys that a ledger's objects may have.
///
/// A test holds them against `Protocol/ledger.schema.json`.
package enum LedgerKeys {
  package static let ledger: [String] = ["$schema", "version", "sources", "commonKnowledge", "settings"]
  package static let source: [String] = [
    "id", "title", "publisher", "author", "kind", "type", "aliases", "url", "archived", "file", "issued", "accessed",
    "derivedFrom", "figures", "interest", "verified", "status", "confidential", "reason", "numberFormat", "note",
  ]
  package static let derivation: [String] = ["source", "relation", "note"]
  package static let figure: [String] = [
    "id", "value", "unit", "what", "not", "asOf", "window", "precision", "quote", "locator", "supersedes", "bounds",
    "note",
  ]
  package static let window: [String] = ["from", "to"]
  package static let verification: [String] = ["by", "on", "how"]
  package static let commonFact: [String] = ["value", "what"]
  package static let settings: [String] = ["scope", "personsPerDay", "staleAfterDays"]
}
