import Workspace

/// What an option expects after its name.
enum OptionValue: Sendable, Equatable {
  /// Nothing: the option is there or not.
  case none
  /// One of these words.
  case choice([String])
  /// One of these words, or one with a file behind it: `word=FILE`.
  case choiceWithFile([String])
  /// The name of a file that need not exist.
  case file
  /// The name of a folder that need not exist.
  case folder
  /// Free text, under the name that help shows for it.
  case text(String)

  /// What help shows after the option's name; empty where nothing follows.
  var placeholder: String {
    switch self {
    case .none: ""
    case .choice(let words): words.joined(separator: "|")
    case .choiceWithFile(let words): words.joined(separator: "|") + "[=FILE]"
    case .file: "FILE"
    case .folder: "FOLDER"
    case .text(let name): name
    }
  }
}

/// One option of a command: everything that parsing, help, completions and a manual page need to know of it.
struct Option: Sendable, Equatable {
  /// Without the two hyphens.
  let name: String
  /// The one-letter form, without its hyphen.
  var short: Character?
  let value: OptionValue
  /// Whether each use adds to the ones before it; else the last use counts.
  var isRepeatable = false
  /// What it does, a phrase.
  let summary: String

  static let help = Option(name: "help", short: "h", value: .none, summary: "show this help")
}

/// What a command takes besides options.
struct Operand: Sendable, Equatable {
  /// The name that help shows.
  let name: String
  var isRequired = true
  var isRepeatable = true
  /// What to do where a required one is missing, a phrase.
  let hint: String
}

/// One subcommand: its description as data, and the function that does its work.
struct Command: Sendable {
  let name: String
  /// What it does, one phrase.
  let summary: String
  /// What help says below the options; paragraphs are parted by blank lines.
  var discussion = ""
  var operand: Operand?
  /// In the order in which help lists them; `--help` comes by itself.
  let options: [Option]
  /// Does the work; answers with the status that the process ends with.
  let run: @Sendable (ParsedArguments) throws(Problem) -> ExitStatus

  /// Every option that the command understands.
  var allOptions: [Option] { options + [.help] }
}

extension Command {
  /// Every subcommand, in the order in which help lists them.
  static let all: [Command] = [
    lint, report, analyze, claims, chain, ledger, server, doctor, explain, rules, initialise, completions, man, help,
  ]
}
