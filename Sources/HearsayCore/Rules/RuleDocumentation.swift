extension Rule {
  /// The address of the page of a rule, by its id: what diagnostics and reports link to.
  package static func documentation(of id: String) -> String { "https://hearsay.example/rules/" + id }
}
