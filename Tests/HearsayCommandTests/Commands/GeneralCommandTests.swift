import Foundation
import HearsayCore
import Testing

@testable import HearsayCommand

/// What holds for the program as a whole: help, version, usage problems, output that cannot be written.
@Suite struct GeneralCommandTests {
  private func checkUsage(_ line: String, _ errors: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let result = try hearsay(line)
    #expect(result.status == 2, sourceLocation: sourceLocation)
    #expect(result.output.isEmpty, sourceLocation: sourceLocation)
    #expect(result.errors == errors + "\n", sourceLocation: sourceLocation)
  }

  @Test func version() throws {
    let result = try hearsay("--version")
    #expect(result.output == "hearsay 0.1.0\n")
    #expect(result.status == 0)
  }

  @Test(arguments: ["--help", "-h", "help"]) func helpListsTheCommands(_ line: String) throws {
    let result = try hearsay(line)
    #expect(result.output == helpText(for: Command.all))
    #expect(result.status == 0)
  }

  @Test(arguments: Command.all.map(\.name)) func helpOfACommand(_ name: String) throws {
    let expected = helpText(for: try Command.named(name))
    for line in ["help \(name)", "\(name) --help", "\(name) -h"] {
      let result = try hearsay(line)
      #expect(result.output == expected)
      #expect(result.status == 0)
    }
  }

  @Test func usageProblems() throws {
    try checkUsage("", "hearsay: no command is given; see `hearsay help`")
    try checkUsage("lnit a.md", "hearsay: unknown command 'lnit'; did you mean 'lint' or 'init'?")
    try checkUsage("--versoin", "hearsay: unknown option '--versoin'; did you mean '--version'?")
    try checkUsage("frobnicate", "hearsay: unknown command 'frobnicate'; see `hearsay help`")
    try checkUsage("help rule", "hearsay: unknown command 'rule'; did you mean 'rules'?")
    try checkUsage("lint --fromat=json a.md", "hearsay: unknown option '--fromat' of 'lint'; did you mean '--format'?")
    try checkUsage("explain", "hearsay: 'explain' needs RULE; name a rule; `hearsay rules` lists them")
    try checkUsage("explain hs000000", "hearsay: there is no rule 'hs000000'; `hearsay rules` lists them")
    try checkUsage("server now", "hearsay: 'server' does not take 'now'; see `hearsay help server`")
  }

  @Test func argumentsAreMadeVisible() throws {
    let result = try hearsay(["lint\u{1B}[2J"])
    #expect(result.errors == "hearsay: unknown command 'lint␛[2J'; see `hearsay help`\n")
  }

  @Test func readerThatHasGoneIsNoProblem() throws {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let result = try hearsay(["help"], output: pipe.fileHandleForWriting)
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
  }

  #if os(Linux)
    @Test func fullDiskIsAProblem() throws {
      let result = try hearsay(["help"], output: FileHandle(forWritingAtPath: "/dev/full"))
      #expect(result.status == 3)
      #expect(
        result.errors == "hearsay: standard output: not everything could be written: No space left on device; "
          + "make room or write elsewhere\n")
    }
  #endif

  @Test func rulesAsATable() {
    let rules = [sampleRule("HS101", "a-fault"), sampleRule("HS204", "worse", severity: .error)]
    #expect(
      rulesTable(rules) == """
        HS101  warning  a-fault  Say who counted.
        HS204  error    worse    Say who counted.

        """)
  }

  @Test func rulesAsJSON() {
    let rule = sampleRule("HS101", "a-fault", flagged: [Example("Some ⟦640⟧.")], clean: [Example("Rain.")])
    #expect(
      String(decoding: rulesReport([rule]), as: UTF8.self)
        == #"[{"id":"HS101","name":"a-fault","severity":"warning","summary":"Say who counted.","#
        + #""why":"A reader wants to ask.","standard":"The house","flagged":["Some ⟦640⟧."],"clean":["Rain."]}]"#)
  }

  @Test func rulesCommand() throws {
    #expect(try hearsay("rules").output == rulesTable(Rule.all))
    #expect(try hearsay("rules --format=json").output == String(decoding: rulesReport(Rule.all), as: UTF8.self) + "\n")
  }
}
