import HearsayCore
import TestSupport
import Testing
import Workspace

@testable import HearsayCommand

@Suite struct LintCommandTests {
  @Test func emptyDraftIsClean() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", "")
    let result = try hearsay("lint a.md", in: folder)
    #expect(result.status == 0)
    #expect(result.output == "no findings in 1 file\n")
    #expect(result.errors.isEmpty)
  }

  @Test func quietRunSaysNothingOfACleanDraft() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", "Rain.")
    for options in ["-q", "--quiet", "--format concise"] {
      let result = try hearsay("lint \(options) a.md", in: folder)
      #expect(result.status == 0)
      #expect(result.output.isEmpty)
    }
  }

  @Test func problemsDoNotStopTheRest() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", "Rain.")
    try folder.write("in/b.md", [0x61, 0x62, 0xFF])
    try folder.write("picture.png", [0x89, 0x50, 0x4E, 0x47])
    try folder.write("zeros", [UInt8](repeating: 0, count: 100))
    try folder.write("wide.txt", [0xFF, 0xFE, 0x61, 0x00])
    let result = try hearsay("lint in missing.md picture.png zeros wide.txt", in: folder)
    #expect(result.status == 3)
    #expect(result.output == "no findings in 1 file\n")
    #expect(
      result.errors == """
        hearsay: in/b.md: not valid UTF-8 at byte 2; save it as UTF-8 or leave it out
        hearsay: missing.md: there is no such file or folder; check the name
        hearsay: picture.png: not valid UTF-8 at byte 0; save it as UTF-8 or leave it out
        hearsay: wide.txt: it is UTF-16, not UTF-8; save it as UTF-8
        hearsay: zeros: not a text: NUL at byte 0; leave binary files out

        """)
  }

  @Test func problemsStandInTheReport() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", "Rain.")
    let result = try hearsay("lint --format=json gone.md a.md", in: folder)
    #expect(result.status == 3)
    #expect(
      result.output
        == #"{"version":1,"tool":{"name":"hearsay","version":"0.1.0"},"files":[{"path":"a.md","findings":[]}],"#
        + #""problems":[{"path":"gone.md","message":"there is no such file or folder"}],"#
        + #""summary":{"files":1,"findings":0,"error":0,"warning":0,"information":0,"hint":0}}"# + "\n")
  }

  @Test func folderWithoutDraftsIsSaidSo() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.png", "x")
    let result = try hearsay("lint --quiet in", in: folder)
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    #expect(
      result.errors
        == "hearsay: in: there is no draft in this folder; drafts end in .txt, .md, .markdown, .mdx, .html, "
        + ".htm, .xhtml, .tex, .latex, .adoc, .asciidoc, .rst, .org; name other files themselves\n")
  }

  @Test func draftAboveTheLimitIsAProblem() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", [UInt8](repeating: 0x20, count: draftSizeLimit + 1))
    let result = try hearsay("lint a.md", in: folder)
    #expect(result.status == 3)
    #expect(result.errors == "hearsay: a.md: it is larger than 64 MB; split it or leave it out\n")
    #expect(result.output.isEmpty)
  }

  @Test func standardInputHasAName() throws {
    #expect(try hearsay("lint -", input: "Rain.").output == "no findings in 1 file\n")
    let named = try hearsay("lint --format json --stdin-filename ./drafts/a.md -", input: "Rain.")
    #expect(named.output.contains(#""files":[{"path":"drafts/a.md","findings":[]}]"#))
    #expect(try hearsay("lint --format json -", input: "Rain.").output.contains(#"{"path":"<stdin>","findings":[]}"#))
    let broken = try hearsay(["lint", "-"], input: [0xFF])
    #expect(broken.status == 3)
    #expect(broken.errors == "hearsay: <stdin>: not valid UTF-8 at byte 0; save it as UTF-8 or leave it out\n")
  }

  @Test func wrongArgumentsMeanThatNothingIsRead() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", [0xFF])
    for (options, message) in [
      ("--date 2024-02-30", "'2024-02-30' is not a date; write it as YYYY-MM-DD, a day that the calendar has"),
      ("--select QQ", "no rule begins with 'QQ' (--select); `hearsay rules` lists them"),
      ("--ignore QQ", "no rule begins with 'QQ' (--ignore); `hearsay rules` lists them"),
      ("--fail-on errro", "'errro' is not a value of '--fail-on'; did you mean 'error'?"),
      (
        "--stdin-filename b.md",
        "--stdin-filename names standard input, which is not read; add - or leave it out"
      ),
      ("--columns chars", "'chars' is not a value of '--columns'; use one of: scalars, bytes, utf16"),
    ] {
      let result = try hearsay("lint \(options) a.md", in: folder)
      #expect(result.status == 2)
      #expect(result.errors == "hearsay: \(message)\n")
    }
  }

  @Test func fileWhoseNameLooksLikeAnOption() throws {
    let folder = try TemporaryFolder()
    try folder.write("--quiet", "Rain.")
    #expect(try hearsay("lint -- --quiet", in: folder).output == "no findings in 1 file\n")
  }
}

/// With a finding that every catalogue has: a bare number of homes.
struct LintFindingTests {
  private let draft = "Some 640 homes were flooded.\n"

  @Test func findingsFailTheRun() throws {
    let result = try hearsay("lint -", input: draft)
    #expect(result.status == 1)
    let lines = result.output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("<stdin>:1:6: warning: ") ?? false)
    #expect(lines.first?.hasSuffix(" [HS101 unsupported-figure]") ?? false)
    #expect(lines.dropFirst().first == "  1 | Some 640 homes were flooded.")
    #expect(lines.dropFirst(2).first == "    |      ^^^")
    #expect(lines.last == "1 finding in 1 file (1 warning)")
  }

  @Test(arguments: [("error", 0), ("warning", 1), ("information", 1), ("hint", 1), ("never", 0)])
  func failingLevel(_ level: String, _ status: Int32) throws {
    #expect(try hearsay("lint --fail-on \(level) -", input: draft).status == status)
  }

  @Test func problemsWinOverFindings() throws {
    #expect(try hearsay("lint - missing.md", input: draft).status == 3)
  }

  @Test func rulesCanBeLeftOut() throws {
    let ignored = try hearsay("lint --ignore HS101 -", input: draft)
    #expect(ignored.status == 0)
    #expect(!ignored.output.contains("HS101"))
    let selected = try hearsay("lint --select unsupported-figure --format concise -", input: draft)
    #expect(selected.status == 1)
    #expect(selected.output.split(separator: "\n").count == 1)
  }

  @Test func coloursAreForTerminals() throws {
    #expect(try !hearsay("lint -", input: draft).output.contains("\u{1B}"))
    #expect(try hearsay("lint --color always -", input: draft).output.contains("\u{1B}[1;33m640\u{1B}[0m"))
  }

  @Test func manyDraftsComeInTheOrderOfTheirPaths() throws {
    let folder = try TemporaryFolder()
    for number in 100..<140 {
      try folder.write("in/\(number).md", String(repeating: "Rain.\n\n", count: number) + draft)
    }
    let result = try hearsay("lint --format concise in", in: folder)
    let paths = result.output.split(separator: "\n").compactMap { $0.split(separator: ":").first.map(String.init) }
    #expect(paths == (100..<140).map { "in/\($0).md" })
  }

  @Test func explainedByTheProgram() throws {
    let result = try hearsay("explain hs101 --color never")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("HS101 unsupported-figure (warning)\n"))
  }
}
