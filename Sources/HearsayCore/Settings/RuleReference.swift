/// A rule, or several, as a person names them: an id (HS101), its beginning (HS1) or a name (unsupported-figure), in any case.
struct RuleReference: Sendable, Equatable {
  /// The id, or the beginning that several ids share.
  let prefix: String

  /// Nil where no rule is named so.
  init?(_ text: String) {
    let word = text.uppercased()
    if word.utf8.count >= 2, Rule.all.contains(where: { $0.id.hasPrefix(word) }) {
      prefix = word
    } else if let rule = Rule.named(text) {
      prefix = rule.id
    } else {
      return nil
    }
  }

  /// The id or name of a rule that is spelt nearly so.
  static func nearest(to text: String) -> String? {
    nearMisses(to: text, among: Rule.all.map(\.id) + Rule.all.map(\.name)).first
  }
}
