import ProseText

extension Rule {
  static let invalidLedger = Rule(
    id: "HS902", name: "invalid-ledger", severity: .error,
    summary: "The ledger must be readable, and its references must lead somewhere.",
    why: """
      The ledger answers for the draft's figures; what cannot be read in it supports nothing. An id that is there twice, a date that the calendar does not have, a \
      reference to no source or sources that derive from each other are mended in the ledger.
      """,
    standard: "Hearsay’s own; the keys are in Protocol/ledger.schema.json",
    flagged: [
      Example(#"{ "sources": [{ "id": "log" }, { "id": ⟦"log"⟧ }] }"#, isLedger: true),
      Example(#"{ "sources": [{ "id": "log", "accessed": ⟦"2024-02-30"⟧ }] }"#, isLedger: true),
      Example(#"{ "sources": [{ "id": "log", "derivedFrom": [{ "source": ⟦"lgo"⟧ }] }] }"#, isLedger: true),
      Example(
        #"{ "sources": [{ "id": "a", "derivedFrom": [{ "source": "b" }] }, { "id": "b", "derivedFrom": [{ "source": ⟦"a"⟧ }] }] }"#,
        isLedger: true),
      Example(#"{ "sources": [{ "id": "log", ⟦"publsher"⟧: "Guild" }] }"#, severity: .warning, isLedger: true),
    ],
    clean: [
      Example(
        """
        // People keep notes here.
        { "sources": [{ "id": "log", "accessed": "2024-02", "derivedFrom": [{ "source": "unknown" }], }, ] }
        """, isLedger: true)
    ],
    checkLedger: { reading, report in
      for problem in reading.problems {
        report.add(
          problem.range, problem.message,
          severity: problem.kind == .unknownKey || problem.kind == .missingCopy ? .warning : nil,
          related: problem.other.map { [Related(range: $0, message: "the other one")] } ?? [],
          isFileEmpty: reading.bytes.isEmpty)
      }
    },
    check: { _, _ in })
}

extension Analysis {
  /// The findings of a ledger itself, as the analysis of its file.
  package init(ledger reading: LedgerReading) {
    text = SourceText(reading.bytes)
    format = .plainText
    for rule in Rule.all {
      var report = Report(rule)
      rule.checkLedger(reading, &report)
      findings += report.findings
    }
  }
}
