import HearsayCore
import Workspace

/// A file that a project begins with.
enum StartingFile: String, CaseIterable, Sendable {
  case settings, ledger, baseline, github, gitlab
  case preCommit = "pre-commit"

  static let repository = Option(
    name: "repository", value: .text("https://HOST/OWNER/NAME"),
    summary: "where CI gets \(program) from, with the tag of this release")
  static let options = allCases.map(\.option)
  static let baselineName = "hearsay.baseline.jsonl"

  var option: Option { Option(name: rawValue, value: .none, summary: "make \(path)\(remark)") }

  var needsRepository: Bool { self == .github || self == .gitlab || self == .preCommit }

  /// From the working folder.
  var path: String {
    switch self {
    case .settings: SettingsFile.name
    case .ledger: FoundLedger.name
    case .baseline: Self.baselineName
    case .github: ".github/workflows/hearsay.yml"
    case .gitlab: ".gitlab/hearsay.yml"
    case .preCommit: ".pre-commit-config.yaml"
    }
  }

  private var remark: String {
    switch self {
    case .settings: ", the settings"
    case .ledger: ", the source ledger"
    case .baseline: ", the findings that are known already"
    case .github: ", a workflow for pull requests"
    case .gitlab: ", a job for merge requests"
    case .preCommit: ", a hook for commits"
    }
  }

  /// Whether the text is an address as the files for CI may hold it: no space, quotation mark or sign with a meaning there.
  static func isAddress(_ text: String) -> Bool {
    guard text.hasPrefix("https://") else { return false }
    let names = text.dropFirst(8).split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = { (byte: UInt8) in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "-._".utf8.contains(byte)
    }
    return names.count >= 3 && names.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isPlain) }
  }

  /// Makes the file where it is not there yet, and says so; answers whether it is there now.
  func make(repository: String) throws(Problem) -> Bool {
    if isThere {
      note("it is there already and was left as it is\(hint)", about: path)
      return true
    }
    if self == .baseline {
      let words = ["--baseline", path, "--update-baseline", "."]
      return try Command.lint.run(ParsedArguments(words, for: .lint)) != .incomplete
    }
    do throws(SystemError) {
      let isMade = try createFile(path, with: Array(text(repository: repository).utf8))
      note(isMade ? "made\(hint)" : "it is there already and was left as it is", about: path)
      return true
    } catch {
      report(Problem("it cannot be made: \(error.whenWriting)", remedy: "check the folder"), about: path)
      return false
    }
  }

  private var isThere: Bool { FileStamp(of: path) != nil }

  /// What is left to do.
  private var hint: String {
    switch self {
    case .gitlab: "; .gitlab-ci.yml needs `include: {local: /\(path)}`"
    default: ""
    }
  }
}
