import HearsayCore

/// Which of a finding's fixes are taken.
enum FixChoice: Sendable {
  /// Those whose result follows from the draft itself, so that nobody has to look at them.
  case safe
  /// For each finding the one that is preferred, else the first: somebody will read the patch.
  case suggested

  /// The fix of a finding, nil where none is taken.
  func fix(of finding: Finding) -> Fix? {
    switch self {
    case .safe: Self.safeRules.contains(finding.rule) ? preferred(finding) : nil
    case .suggested: preferred(finding)
    }
  }

  /// Percentage points that the draft's own values give, digits that “about” makes meaningless, suppressions that silence
  /// nothing, and names of rules that are off by a letter. A fix that makes a stated value another one is none of these.
  private static let safeRules: Set<String> = ["HS106", "HS113", "HS903", "HS905"]

  private func preferred(_ finding: Finding) -> Fix? {
    finding.fixes.first(where: \.isPreferred) ?? finding.fixes.first
  }

  /// The edits of all fixes, sorted; nil where two of them want the same bytes, and conflicts are not skipped.
  func edits(for findings: [Finding], skipsConflicts: Bool) -> [TextEdit]? {
    var taken: [TextEdit] = []
    for fix in findings.compactMap(fix) {
      let new = fix.edits.filter { !taken.contains($0) }
      if new.contains(where: { edit in taken.contains { $0.conflicts(with: edit) } }) {
        if skipsConflicts { continue }
        return nil
      }
      taken += new
    }
    return taken.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
  }
}

extension TextEdit {
  /// Whether it matters which of the two comes first.
  fileprivate func conflicts(with other: TextEdit) -> Bool {
    range.lowerBound == other.range.lowerBound || range.overlaps(other.range)
      || (range.isEmpty && other.range.contains(range.lowerBound))
      || (other.range.isEmpty && range.contains(other.range.lowerBound))
  }
}

extension [UInt8] {
  /// The bytes after edits that are sorted and disjoint.
  func applying(_ edits: [TextEdit]) -> [UInt8] {
    var result: [UInt8] = []
    var at = 0
    for edit in edits {
      result += self[at..<edit.range.lowerBound]
      result += edit.newText.utf8
      at = edit.range.upperBound
    }
    return result + self[at...]
  }
}
