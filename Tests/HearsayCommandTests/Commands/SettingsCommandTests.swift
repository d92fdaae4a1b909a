import TestSupport
import Testing

/// Settings through the real program.
@Suite struct SettingsCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("drafts/a.md", "Some 640 homes were flooded. Experts say it rained.\n")
    // No settings from above the temporary folder.
    try folder.write(".hearsay.jsonc", "{}")
  }

  /// The ids of the rules that a run reports, with its status.
  private func lint(_ arguments: String, input: String = "") throws -> (status: Int32, rules: [String], errors: String)
  {
    let result = try hearsay("lint --format concise \(arguments)", input: input, in: folder)
    let rules = result.output.split(separator: "\n").map { line in
      let path = line.prefix { $0 != ":" }
      let rule = line.split(separator: "[").last?.prefix(5) ?? ""
      return path == "drafts/a.md" ? String(rule) : "\(path) \(rule)"
    }
    return (result.status, rules, result.errors)
  }

  @Test func nearestFileHolds() throws {
    #expect(try lint("drafts").rules == ["HS101", "HS203"])
    try folder.write(".hearsay.jsonc", #"{ "rules": { "HS2": "off" } }"#)
    #expect(try lint("drafts").rules == ["HS101"])
    try folder.write("drafts/.hearsay.jsonc", #"{ "rules": { "HS1": "off" } }"#)
    #expect(try lint("drafts").rules == ["HS203"])
    #expect(try lint("drafts --no-settings").rules == ["HS101", "HS203"])
    #expect(try lint("drafts --settings .hearsay.jsonc").rules == ["HS101"])
  }

  @Test func severitiesDecideTheStatus() throws {
    try folder.write(".hearsay.jsonc", #"{ "rules": { "HS": "information" } }"#)
    #expect(try lint("drafts").status == 0)
    #expect(try lint("drafts --fail-on information").status == 1)
    try folder.write(".hearsay.jsonc", #"{ "rules": { "HS": "error" } }"#)
    #expect(try lint("drafts --fail-on error").status == 1)
  }

  @Test func theCommandLineWins() throws {
    try folder.write(".hearsay.jsonc", #"{ "rules": { "HS101": "off", "HS203": "error" } }"#)
    #expect(try lint("drafts --select HS101").rules == ["HS101"])
    #expect(try lint("drafts --select HS1,HS2").rules == ["HS101", "HS203"])
    #expect(try lint("drafts --ignore HS203").rules == [])
    #expect(try lint("drafts --ignore HS3").rules == ["HS203"])
  }

  @Test func standardInputHasTheSettingsOfItsFolder() throws {
    let draft = "Some 640 homes were flooded."
    try folder.write("drafts/.hearsay.jsonc", #"{ "rules": { "HS1": "off" } }"#)
    #expect(try lint("-", input: draft).rules == ["<stdin> HS101"])
    #expect(try lint("- --stdin-filename drafts/b.md", input: draft).rules == [])
    try folder.write(".hearsay.jsonc", #"{ "rules": { "HS1": "off" } }"#)
    #expect(try lint("-", input: draft).rules == [])
  }

  @Test func whatIsWrongStandsInTheSettingsFile() throws {
    try folder.write(".hearsay.jsonc", "// é\n{ \"scop\": 1, \"rules\": { \"HS9999\": \"off\" } }\n")
    let result = try hearsay("lint --format concise drafts", in: folder)
    #expect(result.status == 1)
    #expect(result.output.hasPrefix(".hearsay.jsonc:2:3: error: “scop” is no setting; did you mean “scope”? [HS901"))
    #expect(try lint("drafts").rules == [".hearsay.jsonc HS901", ".hearsay.jsonc HS905", "HS101", "HS203"])
    #expect(try lint("drafts --fail-on error").status == 1)
    let json = try hearsay("lint --format json drafts", in: folder)
    #expect(json.output.contains(#""files":[{"path":".hearsay.jsonc","findings":[{"rule":"HS901""#))
    #expect(try lint("--ignore HS9 drafts").rules == ["HS101", "HS203"])
    #expect(try lint("--no-settings drafts").rules == ["HS101", "HS203"])
  }

  @Test func settingsFileCanBeLinted() throws {
    #expect(try hearsay("lint .hearsay.jsonc", in: folder).output == "no findings in 1 file\n")
    try folder.write(".hearsay.jsonc", "{ \"scop\": \"Some 640 homes were flooded.\" }")
    #expect(try lint(".hearsay.jsonc").rules == [".hearsay.jsonc HS901"])
  }

  @Test("settings that cannot be read stop the run", arguments: ["lint", "analyze", "chain"])
  func unreadable(_ command: String) throws {
    try folder.write(".hearsay.jsonc", "{\n  \"scope\": sentence\n}\n")
    let result = try hearsay("\(command) drafts/a.md", in: folder)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("hearsay: the settings in '.hearsay.jsonc' cannot be read: line 2, column 12: "))
    let without = try hearsay("\(command) --no-settings drafts/a.md", in: folder)
    #expect(without.status != 2)
  }

  @Test func wrongOptions() throws {
    #expect(
      try lint("drafts --settings gone.jsonc").errors.contains("'gone.jsonc' cannot be read: there is no such file"))
    #expect(try lint("drafts --settings gone.jsonc").status == 2)
    #expect(try lint("drafts --no-settings --settings .hearsay.jsonc").status == 2)
    #expect(try hearsay("server --no-settings --settings .hearsay.jsonc", in: folder).status == 2)
  }

  @Test func patternsBoundTheSearch() throws {
    try folder.write("drafts/old/b.md", "Some 90 barns burned.")
    try folder.write(".hearsay.jsonc", #"{ "exclude": ["old"], "rules": { "HS203": "off" } }"#)
    #expect(try lint("drafts").rules == ["HS101"])
    #expect(try lint(".").rules == ["HS101"])
    #expect(try lint("drafts/old/b.md").rules == ["drafts/old/b.md HS101"])
    try folder.write(".hearsay.jsonc", #"{ "include": ["drafts/old/*.md"] }"#)
    #expect(try lint(".").rules == ["drafts/old/b.md HS101"])
  }

  @Test func analyzeAndChainUseThem() throws {
    let text = "According to the Calder Times, 640 homes were flooded.\n"
    try folder.write("drafts/a.md", text)
    try folder.write(".hearsay.jsonc", #"{ "ownPublications": ["The Calder Times"], }"#)
    let own = #""kind":"self""#
    #expect(try hearsay("analyze drafts/a.md", in: folder).output.contains(own))
    #expect(try !hearsay("analyze --no-settings drafts/a.md", in: folder).output.contains(own))
    #expect(try hearsay("chain --format json drafts/a.md", in: folder).output.contains(own))
    let line = "{\"id\": \"a\", \"text\": \"According to the Calder Times, 640 homes were flooded.\"}\n"
    #expect(try hearsay("analyze --jsonl", input: line, in: folder).output.contains(own))
    #expect(try !hearsay("analyze --jsonl --no-settings", input: line, in: folder).output.contains(own))
    try folder.write(".hearsay.jsonc", #"{ "own": [] }"#)
    let noted = try hearsay("analyze drafts/a.md", in: folder)
    #expect(noted.status == 0)
    #expect(
      noted.errors == "hearsay: .hearsay.jsonc: not all settings in it are understood; `hearsay lint` says which\n")
  }

  @Test(
    "each setting acts through the program",
    arguments: [
      (#"{ "scope": "sentence" }"#, "The county said it rained. Some 640 homes were flooded.", [], ["HS102"]),
      (
        #"{ "ownPublications": ["Calder Times"] }"#, "According to the Calder Times, 640 homes were flooded.",
        ["HS302"], []
      ),
      (
        #"{ "primarySources": ["Calder Times"] }"#, "According to the Calder Times, 640 homes were flooded.", ["HS302"],
        []
      ),
      (#"{ "acronyms": { "OBS": "Marsh Observer" } }"#, "OBS says the mill will close.", [], ["HS302"]),
      (#"{ "vaguePhrases": ["experts"] }"#, "Experts say it rained.", ["HS203"], []),
      (#"{ "quotes": "de" }"#, "Some wept. „They took everything.“ The vote was late.", [], ["HS402"]),
      (
        #"{ "personsPerDay": 10 }"#, "The party said 4,000 people have joined since 1 July 2023. It rained.", [],
        ["HS112"]
      ),
    ])
  func settingsAct(_ settings: String, _ draft: String, _ without: [String], _ with: [String]) throws {
    try folder.write("drafts/a.md", draft + "\n")
    try folder.write(".hearsay.jsonc", settings)
    #expect(try lint("drafts --date 2023-07-19").rules.filter { $0 != "HS403" } == with)
    #expect(try lint("drafts --date 2023-07-19 --no-settings").rules.filter { $0 != "HS403" } == without)
  }
}
