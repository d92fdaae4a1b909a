import Foundation
import TestSupport
import Testing

@testable import Workspace

@Suite struct DraftFinderTests {
  private func paths(_ names: String..., in folder: TemporaryFolder) -> [String] {
    let root = folder.url.path + "/"
    var settings = SettingsStore(.none)
    return findInputs(names.map { root + $0 }, standardInputName: "<stdin>", settings: &settings).map { input in
      let path = input.path.hasPrefix(root) ? String(input.path.dropFirst(root.count)) : input.path
      switch input.kind {
      case .draft: return path
      case .standardInput: return path + " (standard input)"
      case .folderWithoutDrafts: return path + " (no drafts)"
      case .unusable(let problem): return path + " (\(problem.message))"
      }
    }
  }

  @Test func foldersAreSearchedForDrafts() throws {
    let folder = try TemporaryFolder()
    for name in ["b.md", "a.txt", "sub/c.MARKDOWN", "sub/deep/d.md", "e.swift", "md", ".hidden.md", ".git/f.md"] {
      try folder.write("in/" + name, "x")
    }
    #expect(paths("in", in: folder) == ["in/a.txt", "in/b.md", "in/sub/c.MARKDOWN", "in/sub/deep/d.md"])
  }

  @Test func draftsOfEveryFormatAreFound() throws {
    let folder = try TemporaryFolder()
    let names = ["a.adoc", "b.html", "c.md", "d.org", "e.rst", "f.tex", "g.txt"]
    for name in names + ["h.css", "i.js", "j.bib"] { try folder.write("in/" + name, "x") }
    #expect(paths("in", in: folder) == names.map { "in/" + $0 })
  }

  @Test func namedFilesAreTakenWhateverTheirEnding() throws {
    let folder = try TemporaryFolder()
    try folder.write("notes.swift", "x")
    #expect(paths("notes.swift", "missing", in: folder) == ["missing", "notes.swift"])
  }

  @Test func nothingStandsThereTwice() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", "x")
    #expect(paths("in/a.md", "in", "in/./a.md", "in//", in: folder) == ["in/a.md"])
  }

  @Test func sortedByBytes() throws {
    let folder = try TemporaryFolder()
    for name in ["é.md", "z.md", "Z.md", "a/b.md", "a.md"] { try folder.write("in/" + name, "x") }
    #expect(paths("in", in: folder) == ["in/Z.md", "in/a.md", "in/a/b.md", "in/z.md", "in/é.md"])
  }

  @Test func linksCannotLeadInACircle() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/sub/a.md", "x")
    try folder.write("elsewhere.md", "x")
    try folder.link("in/sub/up", to: "..")
    try folder.link("in/self.md", to: "self.md")
    try folder.link("in/linked.md", to: "../elsewhere.md")
    try folder.link("in/gone.txt", to: "nowhere")
    #expect(paths("in", in: folder) == ["in/gone.txt", "in/linked.md", "in/self.md", "in/sub/a.md"])
  }

  @Test func folderThatIsALinkIsSearchedWhenNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", "x")
    try folder.link("door", to: "in")
    #expect(paths("door", in: folder) == ["door/a.md"])
  }

  @Test func folderWithoutDraftsIsSaidSo() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.swift", "x")
    #expect(paths("in", in: folder) == ["in (no drafts)"])
  }

  @Test func standardInputHasTheNameGiven() {
    var settings = SettingsStore(.none)
    let inputs = findInputs(["-", "-"], standardInputName: "./drafts/a.md", settings: &settings)
    #expect(inputs == [FoundInput(path: "drafts/a.md", kind: .standardInput)])
  }

  #if os(Linux)
    @Test func nameThatIsNotUTF8IsAProblem() throws {
      let folder = try TemporaryFolder()
      try folder.write("in/a.md", "x")
      let name = Array((folder.url.path + "/in/").utf8).map { CChar(bitPattern: $0) } + [CChar(bitPattern: 0xFF), 0]
      close(open(name, O_CREAT | O_WRONLY, 0o600))
      #expect(paths("in", in: folder) == ["in (the name of a file in it is not UTF-8)", "in/a.md"])
    }
  #endif

  @Test(arguments: [
    ("./a.md", "a.md"), ("a//b/./c.md", "a/b/c.md"), ("a/", "a"), (".", "."), ("./", "."), ("/", "/"),
    ("../a.md", "../a.md"), ("/home/ida/drafts/x.md", "x.md"), ("/home/ida/drafts", "."), ("/home/ida", "/home/ida"),
    ("/home/ida/drafts2/x.md", "/home/ida/drafts2/x.md"),
  ])
  func normalisation(_ path: String, _ expected: String) {
    #expect(normalised(path, workingFolder: "/home/ida/drafts") == expected)
  }
}
