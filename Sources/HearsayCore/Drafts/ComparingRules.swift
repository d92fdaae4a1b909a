extension Rule {
  /// Whether it holds drafts against one another, which takes time that grows with all of them.
  package var comparesDrafts: Bool { stage == .workspace }
}
