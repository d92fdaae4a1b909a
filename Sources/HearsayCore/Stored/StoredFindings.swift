extension Finding: Storable {
  func store(into writer: inout StoreWriter) {
    rule.store(into: &writer)
    name.store(into: &writer)
    severity.store(into: &writer)
    range.store(into: &writer)
    message.store(into: &writer)
    related.store(into: &writer)
    fixes.store(into: &writer)
  }

  init(from reader: inout StoreReader) throws(StoreMalformation) {
    self.init(
      rule: try String(from: &reader), name: try String(from: &reader), severity: try Severity(from: &reader),
      range: try Range(from: &reader), message: try String(from: &reader), related: try [Related](from: &reader),
      fixes: try [Fix](from: &reader))
  }
}

extension Related: Storable {
  /// A draft by itself knows of no other.
  func store(into writer: inout StoreWriter) {
    range.store(into: &writer)
    message.store(into: &writer)
  }

  init(from reader: inout StoreReader) throws(StoreMalformation) {
    self.init(range: try Range(from: &reader), message: try String(from: &reader))
  }
}

extension Fix: Storable {
  func store(into writer: inout StoreWriter) {
    title.store(into: &writer)
    isPreferred.store(into: &writer)
    edits.store(into: &writer)
  }

  init(from reader: inout StoreReader) throws(StoreMalformation) {
    self.init(
      title: try String(from: &reader), isPreferred: try Bool(from: &reader), edits: try [TextEdit](from: &reader))
  }
}

extension TextEdit: Storable {
  func store(into writer: inout StoreWriter) {
    range.store(into: &writer)
    newText.store(into: &writer)
  }

  init(from reader: inout StoreReader) throws(StoreMalformation) {
    self.init(range: try Range(from: &reader), newText: try String(from: &reader))
  }
}
