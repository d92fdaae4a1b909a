import Foundation
import JSON
import TestSupport
import Testing

@testable import HearsayCommand

@Suite struct AnalyzeCommandTests {
  /// The members `id` and `error` of each line.
  private func answers(_ result: RunResult) throws -> [String] {
    try result.output.split(separator: "\n").map { line in
      let object = try #require(try JSONValue(parsing: Array(line.utf8)).object)
      let id = object["id"]?.string ?? "null"
      return object["error"]?.string.map { "\(id): \($0)" } ?? id
    }
  }

  @Test func oneLineADraft() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/b.md", "Rain.")
    try folder.write("in/a.txt", "Snow.")
    let result = try hearsay("analyze in --format json", in: folder)
    #expect(result.status == 0)
    #expect(try answers(result) == ["in/a.txt", "in/b.md"])
    #expect(result.output.contains(#""format":"plaintext""#))
    #expect(result.output.contains(#""format":"markdown""#))
  }

  @Test func withoutPathTheDraftIsStandardInput() throws {
    let result = try hearsay("analyze --date 2024-02-29 --stdin-filename x.md", input: "Rain.")
    #expect(try answers(result) == ["x.md"])
    #expect(result.output.contains(#""date":"2024-02-29""#))
    #expect(result.output.contains(#""format":"markdown""#))
  }

  @Test func problemsDoNotStopTheRest() throws {
    let folder = try TemporaryFolder()
    try folder.write("b.md", "Rain.")
    let result = try hearsay("analyze a.md b.md", in: folder)
    #expect(result.status == 3)
    #expect(try answers(result) == ["b.md"])
    #expect(result.errors == "hearsay: a.md: there is no such file or folder; check the name\n")
  }

  @Test func linesAreAnsweredInOrder() throws {
    let lines = [
      #"{"id":"a","text":"Rain.","format":"markdown","date":"2024-05-09","ledger":{},"more":1}"#,
      #"{"text":"é\ud83d\ude42","id":"b"}"#, "\r",
    ]
    let result = try hearsay(["analyze", "--jsonl"], input: Array(lines.dropLast().joined(separator: "\r\n").utf8))
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(try answers(result) == ["a", "b"])
    #expect(result.output.contains(#""date":"2024-05-09""#))
  }

  @Test func badLinesAreAnsweredToo() throws {
    let result = try hearsay(
      "analyze --jsonl",
      input: """
        {"id":"a","text":"Rain."}

        [1]
        {"id":"b"}
        {"id":7,"text":""}
        {"id":"c","text":"","format":"klingon"}
        {"id":"d","text":"","date":"2023-02-29"}
        {"id":"e","text":"","ledger":[]}
        {"id":"f","text":"
        {"id":"g","text":"Snow."}
        """)
    #expect(result.status == 3)
    #expect(
      try answers(result) == [
        "a", "null: not JSON: the text ends where a value is expected at byte 0",
        "null: expected an object, found an array", "b: 'text' is missing",
        "null: 'id' must be a string, found a number",
        "c: unknown format 'klingon'; known are plaintext, markdown, html, latex, asciidoc, restructuredtext, org",
        "d: '2023-02-29' is not a date; write it as YYYY-MM-DD", "e: 'ledger' must be an object, found an array",
        "null: not JSON: the text ends where the quote that ends a string is expected at byte 18", "g",
      ])
  }

  @Test(arguments: [2, 7]) func anyNumberOfJobsKeepsTheOrder(_ jobs: Int) throws {
    let lines = (0..<60).map { number in
      number % 9 == 4
        ? "[\(number)]"
        : #"{"id":"\#(number)","text":"\#(String(repeating: "Rain fell. ", count: (60 - number) * 20))"}"#
    }
    let input = lines.joined(separator: "\n")
    let one = try hearsay("analyze --jsonl", input: input)
    let several = try hearsay("analyze --jsonl --progress --jobs \(jobs)", input: input)
    #expect(several.output == one.output)
    #expect(several.status == 3 && several.errors.contains("60 records, "))
    #expect(try hearsay("analyze --jsonl --jobs 0", input: input).status == 2)
  }

  @Test func deepNestingIsAnError() throws {
    let result = try hearsay("analyze --jsonl", input: String(repeating: "[", count: 1_000_000) + "\n")
    #expect(result.status == 3)
    #expect(try answers(result).count == 1)
  }

  @Test func lineAboveTheLimitIsAnError() {
    var analyzer = LineAnalyzer(date: nil)
    let answered = analyzer.answer(to: .tooLong)
    #expect(
      String(decoding: answered.bytes, as: UTF8.self) == #"{"id":null,"error":"the line is longer than 64 MB"}"# + "\n")
    #expect(answered.isError)
  }

  @Test func pathsAndLinesDoNotMix() throws {
    let result = try hearsay("analyze --jsonl a.md")
    #expect(result.status == 2)
    #expect(result.errors == "hearsay: --jsonl reads standard input, not 'a.md'; leave out the path or --jsonl\n")
    let named = try hearsay("analyze --jsonl --stdin-filename a.md")
    #expect(named.status == 2)
    #expect(
      named.errors == "hearsay: with --jsonl each line has its own name; leave out --stdin-filename or --jsonl\n")
  }

  @Test(.timeLimit(.minutes(10))) func callerMayWaitForEachAnswer() throws {
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = Binary.url
    process.arguments = ["analyze", "--jsonl"]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for number in 0..<3 {
      input.fileHandleForWriting.write(Data(#"{"id":"\#(number)","text":"Rain."}"#.utf8 + [0x0A]))
      var line = Data()
      while line.last != 0x0A { line += output.fileHandleForReading.availableData }
      #expect(String(decoding: line, as: UTF8.self).hasPrefix(#"{"id":"\#(number)","#))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test(.timeLimit(.minutes(10))) func slowReaderGetsEverything() throws {
    let process = Process()
    let output = Pipe()
    let folder = try TemporaryFolder()
    let lines = (0..<3000).map { #"{"id":"\#($0)","text":"Rain."}"# }.joined(separator: "\n")
    process.executableURL = Binary.url
    process.arguments = ["analyze", "--jsonl"]
    process.standardInput = try FileHandle(forReadingFrom: folder.write("input", lines))
    process.standardOutput = output
    // A descriptor that does not block is what some callers hand over.
    let number = output.fileHandleForWriting.fileDescriptor
    _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK)
    try process.run()
    try output.fileHandleForWriting.close()
    Thread.sleep(forTimeInterval: 0.2)
    let answers = output.fileHandleForReading.readDataToEndOfFile().split(separator: 0x0A)
    process.waitUntilExit()
    #expect(answers.count == 3000)
    #expect(process.terminationStatus == 0)
  }
}
