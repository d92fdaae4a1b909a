/// What a house has settled for its drafts; each value stands as it is where nothing was settled.
///
/// Nothing here bears on the facts of a block but the quotation marks: settings act on the facts of the draft and on rules.
package struct Settings: Sendable, Equatable {
  /// Which rules report, and how much their findings weigh.
  package var rules = RuleLevels()
  /// How far an attribution reaches.
  package var scope = SupportScope.paragraph
  /// Names of the house's own publications: what they are credited with, the writers say themselves.
  package var ownPublications = NameList()
  /// Names of outlets that speak for themselves: they pass nothing on.
  package var primarySources = NameList()
  /// Short forms that every reader knows, so that no draft has to give the full name.
  package var acronyms: [Acronym] = []
  /// Phrases that may stay vague.
  package var vaguePhrases = NameList()
  /// Patterns of paths, relative to the settings file's folder: what a search of folders takes; empty for all drafts.
  package var include: [String] = []
  /// Patterns of paths that a search of folders leaves out.
  package var exclude: [String] = []
  /// Which marks open and close quotations.
  package var quotes = QuotationStyle.english
  /// People a day above which a count is called implausible.
  package var personsPerDay = 1_000_000.0

  package init() {}
}

/// A short form and the full name that it stands for.
package struct Acronym: Sendable, Equatable {
  package var short: String
  package var name: String
}

/// How far an attribution reaches before a figure behind it is only weakly supported (HS102).
package enum SupportScope: String, Sendable, CaseIterable {
  /// To the following sentences of its paragraph, as far as they go on with it.
  case paragraph
  /// To the end of its own sentence.
  case sentence
}

/// The quotation marks of a language, by its tag.
package enum QuotationStyle: String, Sendable, CaseIterable {
  /// “…”, ‘…’; «…» and „…” are understood.
  case english = "en"
  /// „…“, ‚…‘, »…«.
  case german = "de"
  /// « … », “…”.
  case french = "fr"
  /// ”…”, ’…’, »…».
  case swedish = "sv"
}
