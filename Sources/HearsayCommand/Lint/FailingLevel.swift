import HearsayCore

/// The worst finding that a run may bring and still count as clean.
enum FailingLevel: String, Sendable, CaseIterable {
  case error, warning, information, hint, never

  /// Findings as bad as this fail the run; nil for none.
  var severity: Severity? { Severity(rawValue: rawValue) }
}
