package import JSON

extension JSONWriter {
  /// Writes a member; null where there is no value.
  package mutating func member(_ key: StaticString, _ value: String?) {
    self.key(key)
    if let value { self.value(value) } else { null() }
  }

  /// Writes a member; null where there is no value.
  package mutating func member(_ key: StaticString, _ value: Int?) {
    self.key(key)
    if let value { self.value(value) } else { null() }
  }

  /// Writes a member; null where there is no value.
  package mutating func member(_ key: StaticString, _ value: Double?) {
    self.key(key)
    if let value { self.value(value) } else { null() }
  }

  package mutating func member(_ key: StaticString, _ value: Bool) {
    self.key(key)
    self.value(value)
  }

  /// Writes fixes as the array of objects that every report has for them.
  package mutating func value(_ fixes: [Fix]) {
    beginArray()
    for fix in fixes {
      beginObject()
      member("title", fix.title)
      member("preferred", fix.isPreferred)
      key("edits")
      beginArray()
      for edit in fix.edits {
        beginObject()
        member("start", edit.range.lowerBound)
        member("end", edit.range.upperBound)
        member("newText", edit.newText)
        endObject()
      }
      endArray()
      endObject()
    }
    endArray()
  }
}
