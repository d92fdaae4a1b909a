import Testing
import Workspace

@testable import HearsayCommand

@Suite struct ParsedArgumentsTests {
  private static let level = Option(name: "level", value: .choice(["low", "high"]), summary: "how much")
  private static let file = Option(name: "file", short: "f", value: .file, isRepeatable: true, summary: "which")
  private static let loud = Option(name: "loud", short: "l", value: .none, summary: "noisily")
  private static let command = Command(
    name: "sing", summary: "sing a song", operand: Operand(name: "SONG", hint: "name a song"),
    options: [level, file, loud], run: { _ in .clean })

  private func parse(_ line: String) throws(Problem) -> ParsedArguments {
    try ParsedArguments(line.split(separator: " ").map(String.init), for: Self.command)
  }

  private func checkProblem(_ line: String, _ message: String, _ remedy: String) {
    #expect(throws: Problem(message, remedy: remedy)) { try parse(line) }
  }

  @Test func valuesStandBehindAnEqualsSignOrASpace() throws {
    let parsed = try parse("--level=high a --file x --file=y=z -l b")
    #expect(parsed.value(of: Self.level) == "high")
    #expect(parsed.values(of: Self.file) == ["x", "y=z"])
    #expect(parsed.has(Self.loud))
    #expect(parsed.operands == ["a", "b"])
  }

  @Test func lastUseCounts() throws {
    #expect(try parse("--level low --level high a").value(of: Self.level) == "high")
  }

  @Test func twoHyphensEndTheOptions() throws {
    let parsed = try parse("-- --level -l")
    #expect(parsed.operands == ["--level", "-l"])
    #expect(!parsed.has(Self.loud))
  }

  @Test func oneHyphenIsAnOperand() throws {
    #expect(try parse("- -l").operands == ["-"])
  }

  @Test func helpEndsTheReading() throws {
    #expect(try parse("--help --nonsense").asksForHelp)
    #expect(try parse("-h").asksForHelp)
    #expect(try !parse("-- -h").asksForHelp)
  }

  @Test func problemsSayWhatToDo() {
    checkProblem("--levle low a", "unknown option '--levle' of 'sing'", "did you mean '--level'?")
    checkProblem("--qqq a", "unknown option '--qqq' of 'sing'", "see `hearsay help sing`")
    checkProblem("--level lwo a", "'lwo' is not a value of '--level'", "did you mean 'low'?")
    checkProblem("--level 7 a", "'7' is not a value of '--level'", "use one of: low, high")
    checkProblem("a --level", "option '--level' needs a value", "write --level low|high")
    checkProblem("a --file=", "option '--file' needs a value", "write --file FILE")
    checkProblem("a --loud=yes", "option '--loud' takes no value", "write it without '=' and what follows")
    checkProblem("--loud", "'sing' needs SONG", "name a song")
  }

  @Test func operandsThatAreNotTakenAreNamed() {
    let command = Command(name: "rest", summary: "rest", options: [], run: { _ in .clean })
    #expect(throws: Problem("'rest' does not take 'x'", remedy: "see `hearsay help rest`")) {
      try ParsedArguments(["x"], for: command)
    }
  }
}
