/// How much a finding weighs, worst first.
package enum Severity: String, Sendable, CaseIterable, Comparable {
  case error, warning, information, hint

  /// 1 for error to 4 for hint, as in the Language Server Protocol.
  package var rank: Int {
    switch self {
    case .error: 1
    case .warning: 2
    case .information: 3
    case .hint: 4
    }
  }

  /// Worse is less.
  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}

/// A replacement of bytes; an empty range inserts.
package struct TextEdit: Sendable, Hashable {
  /// Absolute UTF-8 byte range before the edit.
  package var range: Range<Int>
  package var newText: String

  package init(range: Range<Int>, newText: String) {
    self.range = range
    self.newText = newText
  }
}

/// A way to mend a finding that an editor may apply.
package struct Fix: Sendable, Hashable {
  /// What it does, in the imperative.
  package var title: String
  package var isPreferred: Bool
  /// Sorted, disjoint.
  package var edits: [TextEdit]

  package init(title: String, isPreferred: Bool = false, edits: [TextEdit]) {
    self.title = title
    self.isPreferred = isPreferred
    self.edits = edits
  }
}

/// Another place that explains a finding, for instance a hop of its chain.
package struct Related: Sendable, Hashable {
  /// The id, in the index of drafts, of the draft that it stands in; nil for the finding's own.
  package var draft: String?
  /// Absolute UTF-8 byte range in that draft.
  package var range: Range<Int>
  package var message: String

  package init(range: Range<Int>, message: String, draft: String? = nil) {
    self.draft = draft
    self.range = range
    self.message = message
  }
}

/// One fact about one place of the draft.
package struct Finding: Sendable, Hashable {
  /// Id of the rule, "HS101".
  package var rule: String
  /// Name of the rule, "unsupported-figure".
  package var name: String
  package var severity: Severity
  /// Absolute UTF-8 byte range.
  package var range: Range<Int>
  /// One sentence about this place in plain words; text of the draft stands in it as it is.
  package var message: String
  package var related: [Related]
  package var fixes: [Fix]
}
