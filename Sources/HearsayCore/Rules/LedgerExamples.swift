/// Ledgers that several rules' examples share.
enum LedgerExamples {
  /// One source with a saved copy.
  static let locks = """
    {
      "version": 1,
      "sources": [
        { "id": "locks", "title": "Log of the locks", "publisher": "Lock Keepers’ Guild", "kind": "primary", "file": "locks.txt",
          "url": "https://locks.example/log", "accessed": "2024-02-01", "verified": [{ "by": "I. Dahl", "on": "2024-02-01" }] },
      ],
    }
    """

  /// One source whose figures the ledger lists.
  static let tolls = """
    {
      "version": 1,
      "sources": [
        { "id": "tolls", "title": "Tolls and crossings", "publisher": "Canal Trust", "kind": "primary",
          "url": "https://trust.example/tolls", "accessed": "2024-02-01",
          "verified": [{ "by": "I. Dahl", "on": "2024-02-01" }],
          "figures": [
            { "value": 3000000, "unit": "EUR", "what": "cost of the lock" },
            { "value": 9400, "what": "crossings", "not": ["skippers"], "window": { "from": "2020", "to": "2020" } },
          ] },
      ],
    }
    """

  /// A newspaper that has its matter from others.
  static let outlets = """
    {
      "version": 1,
      "sources": [
        { "id": "quay", "title": "Boats stay in port", "publisher": "Quay Messenger", "kind": "secondary", "type": "article",
          "derivedFrom": [{ "source": "guild" }], "verified": [{ "by": "I. Dahl", "on": "2024-02-01" }] },
        { "id": "guild", "title": "Annual count", "publisher": "Lock Keepers’ Guild", "kind": "primary",
          "verified": [{ "by": "I. Dahl", "on": "2024-02-01" }] },
        { "id": "bank", "title": "A winter on the banks", "publisher": "Bank Observer", "kind": "secondary", "type": "article",
          "derivedFrom": [{ "source": "unknown", "note": "names nobody" }], "verified": [{ "by": "I. Dahl", "on": "2024-02-01" }] },
      ],
    }
    """
}
