/// Examples of the specifications that the reader keeps other words of, and why.
///
/// Every entry is a decision; an example that differs without one fails the conformance tests, and so does an entry
/// that no longer differs.
enum DifferingExamples {
  enum Reason {
    /// Entities and character references are masked, so that the character they stand for is missing.
    case entity
    /// Any well-formed name counts as an entity: there is no table of names.
    case entityName
    /// Text behind a comment on the same line is shown to readers, so it is read as Markdown.
    case textBehindComment
    /// `[[…]]` is a wiki link.
    case wikiLink
    /// An address with an escaped mark inside.
    case bareAddress
    /// Comments are those of CommonMark 0.31, which closes them like HTML does.
    case comment
    /// Tags that the specification filters out are raw HTML like all others.
    case filteredTag
    /// Footnotes stay where they are written, also those that no text refers to, and references without a note.
    case footnote
    /// The example has no expected answer.
    case unspecified
  }

  /// The examples that differ in more than a character that an entity stands for.
  static func beyondEntities(_ examples: [String: Reason]) -> Int {
    examples.values.filter { $0 != .entity && $0 != .entityName }.count
  }

  static let commonMark: [String: Reason] = [
    "cm-25": .entity, "cm-26": .entity, "cm-27": .entity, "cm-28": .entityName, "cm-30": .entityName,
    "cm-37": .entity, "cm-38": .entity, "cm-41": .entity, "cm-179": .textBehindComment, "cm-550": .wikiLink,
    "cm-592": .wikiLink, "cm-608": .bareAddress,
  ]

  static let gitHub: [String: Reason] = [
    "gfm-146": .textBehindComment, "gfm-321": .entity, "gfm-322": .entity, "gfm-323": .entity, "gfm-324": .entityName,
    "gfm-326": .entityName, "gfm-333": .entity, "gfm-334": .entity, "gfm-337": .entity, "gfm-556": .wikiLink,
    "gfm-598": .wikiLink, "gfm-614": .bareAddress, "gfm-626": .entityName, "gfm-645": .comment, "gfm-646": .comment,
    "gfm-653": .filteredTag,
  ]

  static let gitHubExtensions: [String: Reason] = [
    "ext-20": .unspecified, "ext-22": .filteredTag, "ext-23": .footnote,
  ]
}
