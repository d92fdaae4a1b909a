package import JSON

/// The items of a CSL-JSON file as entries of a ledger; what has no id is left out.
package func citationSources(_ value: JSONValue) -> [JSONObject] {
  let items = value.array ?? value["items"]?.array ?? (value.object == nil ? [] : [value])
  return items.prefix(100_000).compactMap { item in
    guard let id = item["id"]?.string ?? item["id"]?.int.map(String.init) else { return nil }
    var source: JSONObject = ["id": .string(id)]
    func copy(_ key: String, as name: String) {
      if let text = item[key]?.string, !text.isEmpty { source[name] = .string(text) }
    }
    copy("title", as: "title")
    copy("container-title", as: "publisher")
    copy("publisher", as: "publisher")
    if let author = authorName(item["author"]) { source["author"] = .string(author) }
    copy("type", as: "type")
    copy("URL", as: "url")
    copy("archive", as: "archived")
    if let date = citationDate(item["issued"]) { source["issued"] = .string(date) }
    if let date = citationDate(item["accessed"]) { source["accessed"] = .string(date) }
    return source
  }
}

/// The names of authors in one string.
private func authorName(_ value: JSONValue?) -> String? {
  let names = (value?.array ?? []).compactMap { author -> String? in
    if let whole = author["literal"]?.string { return whole }
    let parts = [author["given"]?.string, author["family"]?.string].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
  return names.isEmpty ? nil : names.joined(separator: ", ")
}

/// `date-parts` or a plain string as the ledger writes dates.
private func citationDate(_ value: JSONValue?) -> String? {
  if let parts = value?["date-parts"]?[0]?.array {
    let numbers = parts.compactMap { $0.int ?? $0.string.flatMap { Int($0) } }
    guard numbers.count == parts.count, let year = numbers.first, (1000...9999).contains(year) else { return nil }
    let text = ([String(year)] + numbers.dropFirst().prefix(2).map { $0 < 10 ? "0\($0)" : String($0) })
      .joined(separator: "-")
    return LedgerDate(text).map { _ in text }
  }
  guard let text = value?["raw"]?.string ?? value?.string else { return nil }
  return LedgerDate(text).map { _ in text }
}

/// Reads the entries of a BibTeX file, as far as a ledger keeps what they say.
package struct BibTeXReader {
  private let bytes: [UInt8]
  private var at = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The entries as sources of a ledger; what is no entry is left out.
  package func sources() -> [JSONObject] {
    var reader = self
    var found: [JSONObject] = []
    while let entry = reader.nextEntry() {
      if let source = Self.source(entry) { found.append(source) }
      if found.count == 100_000 { break }
    }
    return found
  }

  private struct Entry {
    var type: String
    var key: String
    var fields: [String: String]
  }

  private static func source(_ entry: Entry) -> JSONObject? {
    guard !["comment", "string", "preamble"].contains(entry.type), !entry.key.isEmpty else { return nil }
    var source: JSONObject = ["id": .string(entry.key)]
    func set(_ name: String, _ keys: String...) {
      guard let text = keys.lazy.compactMap({ entry.fields[$0] }).first(where: { !$0.isEmpty }) else { return }
      source[name] = .string(text)
    }
    set("title", "title")
    set("publisher", "journal", "journaltitle", "publisher", "institution", "organization", "school")
    set("author", "author", "editor")
    source["type"] = types[entry.type].map { .string($0) }
    set("url", "url")
    if let date = entry.fields["date"].flatMap({ text in LedgerDate(text).map { _ in text } })
      ?? entry.fields["year"].flatMap({ text in LedgerDate(text).map { _ in text } })
    {
      source["issued"] = .string(date)
    }
    if let date = entry.fields["urldate"], LedgerDate(date) != nil { source["accessed"] = .string(date) }
    return source
  }

  private static let types = [
    "article": "article-journal", "book": "book", "inbook": "chapter", "incollection": "chapter",
    "inproceedings": "paper-conference", "techreport": "report", "report": "report", "online": "webpage",
    "misc": "document", "phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis", "dataset": "dataset",
  ]

  private mutating func nextEntry() -> Entry? {
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "@") else {
        at += 1
        continue
      }
      at += 1
      let type = word().lowercased()
      skipBlanks()
      guard !type.isEmpty, at < bytes.count, bytes[at] == UInt8(ascii: "{") || bytes[at] == UInt8(ascii: "(") else {
        continue
      }
      at += 1
      skipBlanks()
      let key = text(until: ",}) \n\t\r")
      return Entry(type: type, key: key, fields: fields())
    }
    return nil
  }

  /// `name = value, …` up to the entry's closing brace.
  private mutating func fields() -> [String: String] {
    var fields: [String: String] = [:]
    while at < bytes.count {
      skipBlanks()
      guard at < bytes.count, bytes[at] != UInt8(ascii: "}"), bytes[at] != UInt8(ascii: ")") else { break }
      if bytes[at] == UInt8(ascii: ",") {
        at += 1
        continue
      }
      let name = word().lowercased()
      skipBlanks()
      guard !name.isEmpty, at < bytes.count, bytes[at] == UInt8(ascii: "=") else { break }
      at += 1
      skipBlanks()
      let value = value()
      if fields[name] == nil { fields[name] = value }
    }
    if at < bytes.count { at += 1 }
    return fields
  }

  private mutating func value() -> String {
    guard at < bytes.count else { return "" }
    switch bytes[at] {
    case UInt8(ascii: "{"): return delimited(close: UInt8(ascii: "}"))
    case UInt8(ascii: "\""): return delimited(close: UInt8(ascii: "\""))
    default: return text(until: ",} \n\t\r")
    }
  }

  /// Words between braces or quotation marks, with inner braces dropped and white space as single spaces.
  private mutating func delimited(close: UInt8) -> String {
    at += 1
    var depth = 0
    var result: [UInt8] = []
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if depth == 0, byte == close { break }
      switch byte {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth = max(0, depth - 1)
      case 0x09, 0x0A, 0x0D, 0x20: if result.last != 0x20, !result.isEmpty { result.append(0x20) }
      default: result.append(byte)
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func word() -> String {
    let start = at
    while at < bytes.count, isWordByte(bytes[at]) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
    default: false
    }
  }

  private mutating func text(until ends: String) -> String {
    let start = at
    while at < bytes.count, !ends.utf8.contains(bytes[at]) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func skipBlanks() {
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
  }
}
