import HearsayCore
import ProseText
import Workspace

/// What the arguments lead to.
struct DraftInputs: Sendable {
  let drafts: [DraftInput]
  /// The ledgers of the drafts, by path.
  let ledgers: [FoundLedger]
  /// The settings files of the drafts, by path.
  let settingsFiles: [FoundSettings]
}

/// The options about drafts that several commands share.
enum DraftOptions {
  static let date = Option(
    name: "date", value: .text("YYYY-MM-DD"),
    summary: "the date of the drafts; without it, a date line or front matter counts")
  static let standardInputName = Option(
    name: "stdin-filename", value: .file,
    summary: "the name under which standard input (-) is reported; its ending says the format")
  static let paths = Operand(
    name: "PATH", hint: "name files or folders, or - for standard input")

  static let settings = Option(
    name: "settings", value: .file,
    summary: "the settings of all drafts, instead of the nearest \(SettingsFile.name) in a draft's folder or above")
  static let noSettings = Option(name: "no-settings", value: .none, summary: "read no settings")

  /// Which files a run reads beside those that are named.
  static let search = [filesFrom, noIgnore]
  static let filesFrom = Option(
    name: "files-from", value: .file,
    summary:
      "read more paths from a file, one a line or parted by NUL, - for standard input; names that are no drafts by their endings are left out"
  )
  static let noIgnore = Option(
    name: "no-gitignore", value: .none, summary: "let a search of folders take what git ignores too")

  /// Where settings come from.
  static func settingsSource(_ arguments: ParsedArguments) throws(Problem) -> SettingsSource {
    guard let path = arguments.value(of: settings) else { return arguments.has(noSettings) ? .none : .nearest }
    guard !arguments.has(noSettings) else {
      throw Problem("--settings and --no-settings exclude one another", remedy: "leave one of them out")
    }
    return .file(path)
  }

  /// The drafts' date, nil where none is given.
  static func date(_ arguments: ParsedArguments) throws(Problem) -> CalendarDate? {
    guard let text = arguments.value(of: date) else { return nil }
    if let date = CalendarDate(iso: text) { return date }
    throw Problem("'\(text)' is not a date", remedy: "write it as YYYY-MM-DD, a day that the calendar has")
  }

  /// What the paths lead to, standard input where there are none; throws where settings or a ledger cannot be read at all.
  static func inputs(_ arguments: ParsedArguments) throws(Problem) -> DraftInputs {
    var names = arguments.operands
    if let list = arguments.value(of: filesFrom) {
      if list == "-", names.contains("-") {
        throw Problem("standard input cannot be both a draft and the list of drafts", remedy: "leave one of them out")
      }
      names += try listedPaths(in: list)
    } else if names.isEmpty {
      names = ["-"]
    }
    if arguments.has(standardInputName), !names.contains("-") {
      throw Problem("--stdin-filename names standard input, which is not read", remedy: "add - or leave it out")
    }
    var store = SettingsStore(try settingsSource(arguments))
    var ledgers = LedgerStore(try LedgerOptions.choice(arguments))
    let found = findInputs(
      names, standardInputName: arguments.value(of: standardInputName) ?? "<stdin>", settings: &store,
      takesIgnored: arguments.has(noIgnore))
    let nothing = Shared(InputSurroundings())
    var surroundings: [String: Shared<InputSurroundings>] = [:]
    let drafts = found.map { input in
      guard input.kind != .folderWithoutDrafts else { return DraftInput(input, in: nothing) }
      let settings = store.settings(forDraft: input.path)
      let ledger = ledgers.ledger(forDraft: input.path)
      let name = "\(settings?.path ?? "")\0\(ledger?.path ?? "")"
      let around =
        surroundings[name]
        ?? Shared(
          InputSurroundings(
            settings: settings?.settings ?? Settings(), ledger: ledger, settingsPath: settings?.path,
            settingsText: settings?.file?.text.bytes))
      surroundings[name] = around
      return DraftInput(input, in: around)
    }
    try refuseUnreadable(store.files)
    try LedgerOptions.refuseUnreadable(ledgers.files)
    // What a search of folders finds beside the drafts may be a source's saved copy; one that is named itself is read.
    var copies = ledgers.files.reduce(into: Set<String>()) { $0.formUnion($1.copyPaths) }
    // The page of the last run is no draft of this one.
    for file in arguments.values(of: LintOptions.page) + arguments.values(of: ReportTarget.output) {
      copies.insert(normalised(file, workingFolder: currentFolder()))
    }
    let named = Set(found.map(\.path)).intersection(names.map { normalised($0, workingFolder: currentFolder()) })
    return DraftInputs(
      drafts: drafts.filter { !copies.contains($0.path) || named.contains($0.path) }, ledgers: ledgers.files,
      settingsFiles: store.files)
  }

  /// The folders and drafts that a list names.
  private static func listedPaths(in file: String) throws(Problem) -> [String] {
    let bytes: [UInt8]
    do throws(Problem) {
      bytes = try file == "-" ? readBytes(from: .standardInput) : readBytes(file)
    } catch {
      throw Problem("the list '\(file)' cannot be read: \(error.message)", remedy: error.remedy)
    }
    let isParted = bytes.contains(0)
    var paths: [String] = []
    for (index, entry) in bytes.split(separator: isParted ? 0 : 0x0A, omittingEmptySubsequences: false).enumerated() {
      let name = !isParted && entry.last == 0x0D ? entry.dropLast() : entry
      guard !name.isEmpty else { continue }
      guard let path = String(validating: name, as: UTF8.self) else {
        throw Problem(
          "entry \(index + 1) of the list '\(file)' is not UTF-8", remedy: "rename the file or leave it out")
      }
      if path != "-", isFolder(path) || isDraftName(path) { paths.append(path) }
    }
    return paths
  }

  /// The settings of drafts without a file, which the working folder's settings hold for.
  static func settingsOfWorkingFolder(_ arguments: ParsedArguments) throws(Problem) -> Settings {
    var store = SettingsStore(try settingsSource(arguments))
    let found = store.settings(in: ".")
    try refuseUnreadable(store.files)
    if let found { noteProblems(in: [found]) }
    return found?.settings ?? Settings()
  }

  private static func refuseUnreadable(_ files: [FoundSettings]) throws(Problem) {
    for file in files {
      guard let problem = file.problem else { continue }
      throw Problem("the settings in '\(file.path)' cannot be read: \(problem.message)", remedy: problem.remedy)
    }
  }

  /// Says of settings that are not understood, for commands whose output has no place for findings in them.
  static func noteProblems(in files: [FoundSettings]) {
    for file in files where file.file?.findings.isEmpty == false {
      note("not all settings in it are understood; `\(program) lint` says which", about: file.path)
    }
  }
}

/// Reads and analyses the draft of an input; throws the reason why it cannot be used.
func analysis(of input: DraftInput, date: CalendarDate?) throws(Problem) -> Analysis? {
  guard let bytes = try bytes(of: input) else { return nil }
  var analyzer = Analyzer()
  return analysis(of: bytes, input, date: date, with: &analyzer)
}

/// Analyses bytes as the draft of an input, with what lies around it.
func analysis(
  of bytes: [UInt8], _ input: DraftInput, date: CalendarDate?, with analyzer: inout Analyzer
) -> Analysis? {
  analyzer.analyze(
    SourceText(bytes), format: DraftFormat(fileName: input.path), in: surroundings(of: bytes, input, date: date))
}

/// Analyses bytes as the draft of an input, with what lies around it, for its findings alone.
func findingsAnalysis(
  of bytes: [UInt8], _ input: DraftInput, date: CalendarDate?, with analyzer: inout Analyzer
) -> Analysis? {
  analyzer.findings(
    SourceText(bytes), format: DraftFormat(fileName: input.path), in: surroundings(of: bytes, input, date: date))
}

/// The bytes of an input's draft, nil where it is a folder that holds none.
func bytes(of input: DraftInput) throws(Problem) -> [UInt8]? {
  switch input.found.kind {
  case .draft: return try readDraft(input.path)
  case .standardInput: return try readDraft(from: .standardInput)
  case .folderWithoutDrafts: return nil
  case .unusable(let problem): throw problem
  }
}

private func surroundings(of bytes: [UInt8], _ input: DraftInput, date: CalendarDate?) -> DraftSurroundings {
  DraftSurroundings(date: date, ledger: input.ledger?.opened(for: bytes), settings: input.settings)
}

/// Says on standard error that a named folder holds nothing to read.
func reportFolderWithoutDrafts(_ path: String) {
  let remedy = "drafts end in \(draftExtensions.map { "." + $0 }.joined(separator: ", ")); name other files themselves"
  report(Problem("there is no draft in this folder", remedy: remedy), about: path)
}
