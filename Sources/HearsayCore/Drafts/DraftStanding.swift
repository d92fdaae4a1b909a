import ProseText

/// What a draft says of itself among its like: withdrawn, corrected, part of a series.
struct DraftStanding: Sendable, Equatable {
  /// It no longer counts: its metadata say so.
  var isRetired = false
  /// It says that it corrects what was said before.
  var isCorrection = false
  /// The series of its metadata, in small letters.
  var series: String?

  init(isRetired: Bool, isCorrection: Bool, series: String?) {
    self.isRetired = isRetired
    self.isCorrection = isCorrection
    self.series = series
  }

  init(_ draft: Draft) {
    for block in draft.blocks {
      switch block.outline.kind {
      case .frontMatter: for entry in FrontMatterEntry.all(in: block) { read(entry) }
      case .paragraph, .heading, .listItem, .quote:
        isCorrection = isCorrection || Self.opensCorrection(block.passage)
      default: break
      }
    }
  }

  private mutating func read(_ entry: FrontMatterEntry) {
    let value = entry.value.lowercased()
    switch entry.key {
    case "status", "state": isRetired = isRetired || Self.retired.contains(value)
    case "retired", "withdrawn", "superseded", "obsolete": isRetired = isRetired || value == "true" || value == "yes"
    case "supersededby", "replacedby": isRetired = isRetired || !value.isEmpty
    case "supersedes", "replaces", "corrects", "corrected", "correction":
      isCorrection = isCorrection || !value.isEmpty && value != "false" && value != "no"
    case "series": series = value.isEmpty ? series : value
    default: break
    }
  }

  private static let retired: Set<String> = [
    "retired", "withdrawn", "superseded", "replaced", "obsolete", "killed", "spiked", "archived", "retracted",
  ]

  /// "Correction: …", "# Corrected: …", "This version replaces …".
  private static func opensCorrection(_ passage: Passage) -> Bool {
    let terms = passage.terms
    guard let first = terms.indices.first(where: { terms[$0].isWord }) else { return false }
    if corrections.contains(terms[first].key) {
      let next = terms[first + 1]
      return next.kind == .punctuation || next.word == .and || next.key == 0 || first + 1 >= terms.count
    }
    guard passage.has(first, [.definite, .demonstrative]), texts.contains(terms[first + 1].key) else { return false }
    return (first + 2..<min(first + 5, terms.count)).contains { replacing.contains(terms[$0].key) }
  }

  private static let corrections = foldedKeys("correction corrections corrected clarification erratum retraction")
  private static let texts = foldedKeys("version article story draft piece text post report copy")
  private static let replacing = foldedKeys("corrects replaces supersedes corrected updates")
}
