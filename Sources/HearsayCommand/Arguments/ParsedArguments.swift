import HearsayCore
import Workspace

/// The arguments of one command, checked against its description.
struct ParsedArguments: Sendable, Equatable {
  /// Values by option name, in the order given; a flag has one empty value for each use.
  private var values: [String: [String]] = [:]
  /// What is not an option, in the order given.
  private(set) var operands: [String] = []
  /// Whether `--help` was among the arguments before anything wrong was.
  private(set) var asksForHelp = false

  /// Reads `arguments`, the words after the command's name.
  ///
  /// Options and operands may mix; `--` ends the options, `-` is an operand. `--name=value` and `--name value` are one.
  init(_ arguments: some Collection<String>, for command: Command) throws(Problem) {
    var rest = Array(arguments)[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        break
      }
      guard word.hasPrefix("-"), word != "-" else {
        operands.append(word)
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let option = try Self.option(written: String(parts[0]), of: command)
      if option == .help {
        asksForHelp = true
        return
      }
      let attached = parts.count > 1 ? String(parts[1]) : nil
      let value = try Self.value(of: option, attached: attached, rest: &rest)
      values[option.name, default: []].append(value)
    }
    try checkOperands(of: command)
  }

  /// Whether the option was given.
  func has(_ option: Option) -> Bool { values[option.name] != nil }

  /// The option's last value, nil where it was not given.
  func value(of option: Option) -> String? { values[option.name]?.last }

  /// Every value of a repeatable option, in the order given.
  func values(of option: Option) -> [String] { values[option.name] ?? [] }

  /// The option's last value as a case of the type that lists its choices.
  func choice<Choice: RawRepresentable<String>>(of option: Option, default standard: Choice) -> Choice {
    value(of: option).flatMap(Choice.init(rawValue:)) ?? standard
  }

  private static func option(written word: String, of command: Command) throws(Problem) -> Option {
    for option in command.allOptions {
      if word == "--" + option.name { return option }
      if let short = option.short, word == "-" + String(short) { return option }
    }
    let near = nearMisses(to: word, among: command.allOptions.map { "--" + $0.name })
    throw Problem(
      "unknown option '\(word)' of '\(command.name)'",
      remedy: suggestion(near) ?? "see `\(program) help \(command.name)`")
  }

  private static func value(
    of option: Option, attached: String?, rest: inout ArraySlice<String>
  ) throws(Problem) -> String {
    let name = "--" + option.name
    if option.value == .none {
      if attached != nil {
        throw Problem("option '\(name)' takes no value", remedy: "write it without '=' and what follows")
      }
      return ""
    }
    guard let value = attached ?? rest.popFirst(), !value.isEmpty else {
      throw Problem("option '\(name)' needs a value", remedy: "write \(name) \(option.value.placeholder)")
    }
    switch option.value {
    case .choice(let words):
      try check(value, among: words, name)
    case .choiceWithFile(let words):
      let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      try check(parts[0], among: words, name)
      if parts.count > 1, parts[1].isEmpty {
        throw Problem("'\(name) \(value)' names no file", remedy: "write \(name) \(parts[0])=FILE")
      }
    case .none, .file, .folder, .text: break
    }
    return value
  }

  private static func check(_ value: String, among words: [String], _ name: String) throws(Problem) {
    guard !words.contains(value) else { return }
    let near = nearMisses(to: value, among: words)
    throw Problem(
      "'\(value)' is not a value of '\(name)'",
      remedy: suggestion(near) ?? "use one of: \(words.joined(separator: ", "))")
  }

  private func checkOperands(of command: Command) throws(Problem) {
    if let operand = command.operand, operand.isRequired, operands.isEmpty {
      throw Problem("'\(command.name)' needs \(operand.name)", remedy: operand.hint)
    }
    let limit = command.operand.map { $0.isRepeatable ? Int.max : 1 } ?? 0
    if operands.count > limit {
      throw Problem(
        "'\(command.name)' does not take '\(operands[limit])'", remedy: "see `\(program) help \(command.name)`")
    }
  }
}
