/// A draft among the others of its workspace: what the rules over several drafts see.
struct DraftNeighbourhood {
  let id: String
  let own: DraftDigest
  let index: DraftIndex

  /// Nil where the draft is not in the index.
  init?(of id: String, in index: DraftIndex) {
    guard let own = index[id] else { return nil }
    self.id = id
    self.own = own
    self.index = index
  }

  /// What messages call another draft: the last part of its path.
  static func name(of id: String) -> String {
    id.split(separator: "/").last.map(String.init) ?? id
  }
}

extension DraftIndex {
  /// What the rules over several drafts find in one, before its settings and suppressions are asked.
  package func findings(in id: String) -> [Finding] {
    guard let neighbourhood = DraftNeighbourhood(of: id, in: self) else { return [] }
    var findings: [Finding] = []
    for rule in Rule.all where rule.stage == .workspace {
      var report = Report(rule)
      rule.checkWorkspace(neighbourhood, &report)
      findings += report.findings
    }
    return findings
  }

  /// What one draft would give rise to in another, if there were but these two.
  ///
  /// What is found among many drafts changes with one of them only where this changes, or where the draft is crowded.
  package static func findings(
    in id: String, _ own: DraftDigest, beside other: String, _ digest: DraftDigest?
  ) -> [Finding] {
    var index = DraftIndex()
    index.update(id, own)
    index.update(other, digest)
    return index.findings(in: id)
  }
}
