import JSON

/// The keys of a settings file.
package enum SettingsKey: String, Sendable, CaseIterable {
  /// Names the schema, for editors.
  case schema = "$schema"
  case rules, scope, ownPublications, primarySources, acronyms, vaguePhrases, include, exclude, quotes, personsPerDay
}

/// Reads settings from a tree, and notes what in it is not known.
struct SettingsReader {
  private(set) var settings = Settings()
  private(set) var problems: [SettingsProblem] = []

  /// A file with more of them was meant to be something else.
  private static let mostProblems = 100
  /// The longest pattern of paths, in bytes.
  static let longestPattern = 1000

  mutating func read(_ root: JSONNode) {
    guard let members = root.members else {
      return note(root.range, "Settings are an object, not \(root.kindDescription).")
    }
    for member in unrepeated(members) {
      guard let key = SettingsKey(rawValue: member.key) else {
        noteUnknown(
          member.key, at: member.keyRange, "is no setting", among: SettingsKey.allCases.map(\.rawValue))
        continue
      }
      read(key, member.value)
    }
  }

  private mutating func read(_ key: SettingsKey, _ value: JSONNode) {
    switch key {
    case .schema:
      if value.string == nil { noteKind(key, "the address of a schema", value) }
    case .rules: readRules(value)
    case .scope: settings.scope = choice(key, value) ?? settings.scope
    case .quotes: settings.quotes = choice(key, value) ?? settings.quotes
    case .ownPublications: settings.ownPublications = NameList(strings(key, value))
    case .primarySources: settings.primarySources = NameList(strings(key, value))
    case .acronyms: readAcronyms(value)
    case .vaguePhrases: settings.vaguePhrases = NameList(strings(key, value))
    case .include: settings.include = strings(key, value, longest: Self.longestPattern)
    case .exclude: settings.exclude = strings(key, value, longest: Self.longestPattern)
    case .personsPerDay:
      guard let number = value.leaf?.double, number > 0 else { return noteKind(key, "a number above 0", value) }
      settings.personsPerDay = number
    }
  }

  private mutating func readRules(_ value: JSONNode) {
    guard let members = value.members else { return noteKind(.rules, "an object", value) }
    for member in unrepeated(members) {
      let prefix = RuleReference(member.key)?.prefix
      if prefix == nil { noteUnknownRule(member) }
      guard let word = member.value.string, let level = RuleLevel(rawValue: word) else {
        noteValue("the level of a rule", member.value, among: RuleLevel.allCases.map(\.rawValue))
        continue
      }
      if let prefix { settings.rules.set(level, for: prefix) }
    }
  }

  private mutating func readAcronyms(_ value: JSONNode) {
    guard let members = value.members else { return noteKind(.acronyms, "an object", value) }
    for member in unrepeated(members) {
      guard let name = member.value.string, name.contains(where: { $0 != " " }) else {
        note(member.value.range, "An acronym stands for a full name, not \(description(of: member.value)).")
        continue
      }
      settings.acronyms.append(Acronym(short: member.key, name: name))
    }
  }

  private mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: SettingsKey, _ value: JSONNode
  ) -> Choice? {
    if let choice = value.string.flatMap(Choice.init(rawValue:)) { return choice }
    noteValue("“\(key.rawValue)”", value, among: Choice.allCases.map(\.rawValue))
    return nil
  }

  private mutating func strings(_ key: SettingsKey, _ value: JSONNode, longest: Int = .max) -> [String] {
    guard let elements = value.elements else {
      noteKind(key, "a list of strings", value)
      return []
    }
    var strings: [String] = []
    for element in elements {
      if let string = element.string, string.contains(where: { $0 != " " }), string.utf8.count <= longest {
        strings.append(string)
      } else if element.string == nil {
        note(element.range, "“\(key.rawValue)” lists strings, not \(element.kindDescription).")
      } else {
        note(element.range, "“\(key.rawValue)” lists strings with words in them, of \(longest) bytes at most.")
      }
    }
    return strings
  }

  // MARK: Problems

  /// The members, of which the last with a key counts; the others are noted.
  private mutating func unrepeated(_ members: [JSONNode.Member]) -> [JSONNode.Member] {
    var last: [String: Int] = [:]
    for (index, member) in members.enumerated() { last[member.key] = index }
    guard last.count < members.count else { return members }
    for (index, member) in members.enumerated() where last[member.key] != index {
      note(member.keyRange, "“\(Self.shown(member.key))” stands here more than once; the last one counts.")
    }
    return members.enumerated().filter { last[$0.element.key] == $0.offset }.map(\.element)
  }

  private mutating func note(
    _ range: Range<Int>, _ message: String, kind: SettingsProblem.Kind = .invalid, replacement: String? = nil
  ) {
    guard problems.count < Self.mostProblems else { return }
    problems.append(SettingsProblem(kind: kind, range: range, message: message, replacement: replacement))
  }

  private mutating func noteKind(_ key: SettingsKey, _ wanted: String, _ value: JSONNode) {
    note(value.range, "“\(key.rawValue)” is \(wanted), not \(description(of: value)).")
  }

  private mutating func noteValue(_ what: String, _ value: JSONNode, among words: [String]) {
    guard problems.count < Self.mostProblems else { return }
    let near = value.string.flatMap { nearMisses(to: $0, among: words).first }
    let list = words.map { "“\($0)”" }.joined(separator: ", ")
    note(
      value.range, "\(description(of: value)) is not \(what), which is one of \(list)\(Self.question(near))",
      replacement: near.map { "\"\($0)\"" })
  }

  private mutating func noteUnknown(_ word: String, at range: Range<Int>, _ what: String, among words: [String]) {
    guard problems.count < Self.mostProblems else { return }
    let near = nearMisses(to: word, among: words).first
    note(
      range, "“\(Self.shown(word))” \(what)\(Self.question(near))", replacement: near.map { "\"\($0)\"" })
  }

  private mutating func noteUnknownRule(_ member: JSONNode.Member) {
    guard problems.count < Self.mostProblems else { return }
    let near = RuleReference.nearest(to: member.key)
    note(
      member.keyRange, "There is no rule “\(Self.shown(member.key))”\(Self.question(near))", kind: .unknownRule,
      replacement: near.map { "\"\($0)\"" })
  }

  private func description(of value: JSONNode) -> String {
    value.string.map { "“\(Self.shown($0))”" } ?? value.kindDescription
  }

  private static func shown(_ word: String) -> String { word.count > 40 ? word.prefix(40) + "…" : word }

  private static func question(_ near: String?) -> String { near.map { "; did you mean “\($0)”?" } ?? "." }
}
