import JSON

/// Reads a ledger from a JSON tree; what is wrong is noted, and the rest is read.
struct LedgerReader {
  private(set) var problems: [LedgerProblem] = []

  /// How long a list may be: what is longer was not written by people.
  private static let longestList = 100_000

  mutating func ledger(_ node: JSONNode) -> Ledger {
    var ledger = Ledger()
    checkKeys(of: node, LedgerKeys.ledger, in: "a ledger")
    if let version = node["version"], version.leaf?.int != 1 {
      note(.invalidValue, version, "The version of a ledger is 1.")
    }
    ledger.sources = objects(node["sources"], "sources").compactMap { source($0) }
    ledger.commonKnowledge = objects(node["commonKnowledge"], "commonKnowledge").compactMap { node in
      checkKeys(of: node, LedgerKeys.commonFact, in: "a fact of common knowledge")
      guard let value = number(required: "value", of: node), let what = string(required: "what", of: node) else {
        return nil
      }
      return CommonFact(value: value, what: what)
    }
    if let settings = object(node["settings"], "settings") { ledger.settings = self.settings(settings) }
    return ledger
  }

  // MARK: Sources

  private mutating func source(_ node: JSONNode) -> LedgerSource? {
    checkKeys(of: node, LedgerKeys.source, in: "a source")
    guard let id = string(required: "id", of: node), let idNode = node["id"] else { return nil }
    guard Self.isKey(id) else {
      note(
        .invalidValue, idNode,
        "“\(id)” is no id: letters, digits, and single marks such as - _ . : between them, and not “unknown”.")
      return nil
    }
    var source = LedgerSource(id: id, idRange: idNode.range)
    source.title = string("title", of: node)
    source.publisher = string("publisher", of: node)
    source.author = strings("author", of: node).first
    source.rank = choice("kind", of: node)
    source.type = string("type", of: node)
    source.aliases = strings("aliases", of: node)
    source.url = string("url", of: node)
    source.archived = string("archived", of: node)
    source.file = string("file", of: node)
    source.fileRange = source.file == nil ? nil : node["file"]?.range
    source.issued = date("issued", of: node)
    source.accessed = date("accessed", of: node)
    source.derivations = objects(node["derivedFrom"], "derivedFrom").compactMap { derivation($0) }
    source.figures = objects(node["figures"], "figures").compactMap { figure($0) }
    source.interest = string("interest", of: node)
    source.verifications = objects(node["verified"], "verified").map { verification($0) }
    source.status = choice("status", of: node) ?? .active
    source.numberFormat = string("numberFormat", of: node)
    if let isConfidential = boolean("confidential", of: node), isConfidential {
      source.confidentiality = string("reason", of: node) ?? ""
    }
    return source
  }

  /// Whether drafts can name it as a key.
  static func isKey(_ id: String) -> Bool {
    guard id != Derivation.unknown, !id.isEmpty, id.utf8.count <= 200 else { return false }
    var isAfterMark = true
    for byte in id.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: isAfterMark = false
      case UInt8(ascii: "_"): break
      case _ where ":.#$%&-+?<>~/".utf8.contains(byte) && !isAfterMark: isAfterMark = true
      default: return false
      }
    }
    return !isAfterMark
  }

  private mutating func derivation(_ node: JSONNode) -> Derivation? {
    checkKeys(of: node, LedgerKeys.derivation, in: "a derivation")
    guard let source = string(required: "source", of: node), let place = node["source"] else { return nil }
    return Derivation(
      source: source, relation: string("relation", of: node), note: string("note", of: node), range: place.range)
  }

  private mutating func verification(_ node: JSONNode) -> Verification {
    checkKeys(of: node, LedgerKeys.verification, in: "a verification")
    return Verification(by: string("by", of: node), on: date("on", of: node), how: string("how", of: node))
  }

  private mutating func figure(_ node: JSONNode) -> LedgerFigure? {
    checkKeys(of: node, LedgerKeys.figure, in: "a figure")
    guard let value = number(required: "value", of: node), let place = node["value"],
      let what = string(required: "what", of: node)
    else { return nil }
    var figure = LedgerFigure(value: value, what: what, valueRange: place.range)
    figure.id = string("id", of: node)
    figure.unit = string("unit", of: node)
    figure.not = strings("not", of: node)
    figure.asOf = date("asOf", of: node)
    if let window = object(node["window"], "window") {
      checkKeys(of: window, LedgerKeys.window, in: "a window")
      figure.from = date("from", of: window)
      figure.to = date("to", of: window)
      if let from = figure.from, let to = figure.to, to.last < from.first {
        note(.invalidValue, window, "The window ends before it begins.")
        (figure.from, figure.to) = (nil, nil)
      }
    }
    if let precision = number("precision", of: node) { figure.precision = abs(precision) }
    figure.quote = string("quote", of: node)
    figure.locator = string("locator", of: node)
    figure.supersedes = string("supersedes", of: node)
    figure.bounds = strings("bounds", of: node)
    return figure
  }

  private mutating func settings(_ node: JSONNode) -> LedgerSettings {
    checkKeys(of: node, LedgerKeys.settings, in: "settings")
    var settings = LedgerSettings()
    settings.scope = choice("scope", of: node) ?? .paragraph
    if let limit = number("personsPerDay", of: node) {
      if limit > 0 { settings.personsPerDay = limit } else { note(.invalidValue, node["personsPerDay"], Self.positive) }
    }
    if let limits = object(node["staleAfterDays"], "staleAfterDays") {
      checkKeys(of: limits, SourceRank.allCases.map(\.rawValue), in: "staleAfterDays")
      for rank in SourceRank.allCases {
        guard let days = limits[rank.rawValue] else { continue }
        if let count = days.leaf?.int, count > 0 {
          settings.staleAfterDays[rank] = count
        } else {
          note(.invalidValue, days, Self.positive)
        }
      }
    }
    return settings
  }

  private static let positive = "A number above 0 is expected."

  // MARK: Members

  private mutating func note(_ kind: LedgerProblem.Kind, _ node: JSONNode?, _ message: String) {
    guard let node else { return }
    problems.append(LedgerProblem(kind: kind, range: node.range, message: message))
  }

  private mutating func checkKeys(of node: JSONNode, _ known: [String], in place: String) {
    var seen: [String: Range<Int>] = [:]
    for member in node.members ?? [] {
      if let first = seen[member.key] {
        problems.append(
          LedgerProblem(
            kind: .invalidValue, range: member.keyRange,
            message: "“\(member.key)” is there twice; the last one counts.", other: first))
      }
      seen[member.key] = member.keyRange
      guard !known.contains(member.key) else { continue }
      problems.append(
        LedgerProblem(
          kind: .unknownKey, range: member.keyRange, message: "“\(member.key)” is no key of \(place)."))
    }
  }

  /// The value of a key that is there and not null.
  private func value(_ key: String, of node: JSONNode) -> JSONNode? {
    guard let value = node[key], value.leaf?.isNull != true else { return nil }
    return value
  }

  private mutating func wrong(_ node: JSONNode, _ key: String, _ expected: String) {
    note(.invalidValue, node, "“\(key)” is \(expected), not \(node.kindDescription).")
  }

  private mutating func string(_ key: String, of node: JSONNode) -> String? {
    guard let value = value(key, of: node) else { return nil }
    if let string = value.string { return string.isEmpty ? nil : string }
    wrong(value, key, "a string")
    return nil
  }

  private mutating func string(required key: String, of node: JSONNode) -> String? {
    if let value = string(key, of: node) { return value }
    noteMissing(key, of: node)
    return nil
  }

  private mutating func noteMissing(_ key: String, of node: JSONNode) {
    guard node[key].map({ $0.leaf?.isNull == true || $0.string?.isEmpty == true }) ?? true else { return }
    problems.append(
      LedgerProblem(
        kind: .invalidValue, range: node.range.lowerBound..<node.range.lowerBound + 1, message: "“\(key)” is missing."))
  }

  private mutating func boolean(_ key: String, of node: JSONNode) -> Bool? {
    guard let value = value(key, of: node) else { return nil }
    if let flag = value.leaf?.bool { return flag }
    wrong(value, key, "true or false")
    return nil
  }

  private mutating func number(_ key: String, of node: JSONNode) -> Double? {
    guard let value = value(key, of: node) else { return nil }
    if let number = value.leaf?.double, number.isFinite { return number }
    wrong(value, key, "a number")
    return nil
  }

  private mutating func number(required key: String, of node: JSONNode) -> Double? {
    if let value = number(key, of: node) { return value }
    noteMissing(key, of: node)
    return nil
  }

  private mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, of node: JSONNode
  ) -> Choice? {
    guard let text = string(key, of: node) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    note(.invalidValue, node[key], "“\(text)” is none of: \(known).")
    return nil
  }

  private mutating func date(_ key: String, of node: JSONNode) -> LedgerDate? {
    guard let text = string(key, of: node) else { return nil }
    if let date = LedgerDate(text) { return date }
    note(.invalidValue, node[key], "“\(text)” is no date: write YYYY, YYYY-MM or YYYY-MM-DD.")
    return nil
  }

  private mutating func object(_ node: JSONNode?, _ key: String) -> JSONNode? {
    guard let node, node.leaf?.isNull != true else { return nil }
    if node.members != nil { return node }
    wrong(node, key, "an object")
    return nil
  }

  private mutating func objects(_ node: JSONNode?, _ key: String) -> [JSONNode] {
    guard let node, node.leaf?.isNull != true else { return [] }
    guard let elements = node.elements else {
      wrong(node, key, "an array")
      return []
    }
    if elements.count > Self.longestList { note(.invalidValue, node, "Only the first \(Self.longestList) are read.") }
    return elements.prefix(Self.longestList).filter { element in
      if element.members != nil { return true }
      note(.invalidValue, element, "An object is expected, this is \(element.kindDescription).")
      return false
    }
  }

  /// A list of strings, or one string by itself.
  private mutating func strings(_ key: String, of node: JSONNode) -> [String] {
    guard let value = value(key, of: node) else { return [] }
    if let string = value.string { return string.isEmpty ? [] : [string] }
    guard let elements = value.elements else {
      wrong(value, key, "a string or an array of strings")
      return []
    }
    return elements.prefix(Self.longestList).compactMap { element in
      if let string = element.string { return string.isEmpty ? nil : string }
      note(.invalidValue, element, "A string is expected, this is \(element.kindDescription).")
      return nil
    }
  }
}
