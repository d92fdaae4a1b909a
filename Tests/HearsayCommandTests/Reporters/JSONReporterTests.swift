import Testing
import Workspace

@testable import HearsayCommand
@testable import HearsayCore

@Suite struct JSONReporterTests {
  private func report(_ files: [FileReport], _ unusable: [UnusableInput] = []) -> String {
    var bytes: [UInt8] = []
    jsonReport(lintReport(files, unusable: unusable)) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func everyFieldInItsOrder() {
    let analysis = analysis(
      marked: "Ida.\nSome ⟦640⟧ \"homes\".", related: [Related(range: 0..<3, message: "here")],
      fixes: [
        Fix(title: "Name Ida", isPreferred: true, edits: [TextEdit(range: 13..<13, newText: ", Ida said")])
      ])
    let file = fileReport(analysis, path: "a/b.md")
    let fingerprint = file.findings[0].fingerprint
    #expect(
      report([file], [UnusableInput(path: "x.md", problem: Problem("not valid UTF-8 at byte 12", remedy: "save it"))])
        == #"{"version":1,"tool":{"name":"hearsay","version":"0.1.0"},"files":[{"path":"a/b.md","findings":["#
        + #"{"rule":"HS101","name":"unsupported-figure","severity":"warning","start":10,"end":13,"#
        + #""line":2,"column":6,"endLine":2,"endColumn":9,"message":"Nobody is named.","fingerprint":"\#(fingerprint)","#
        + #""related":[{"start":0,"end":3,"line":1,"column":1,"message":"here"}],"#
        + #""fixes":[{"title":"Name Ida","preferred":true,"edits":[{"start":13,"end":13,"newText":", Ida said"}]}]}]}],"#
        + #""problems":[{"path":"x.md","message":"not valid UTF-8 at byte 12"}],"#
        + #""summary":{"files":1,"findings":1,"error":0,"warning":1,"information":0,"hint":0}}"#)
  }

  @Test func draftWithoutFindingsIsListed() {
    #expect(
      report([fileReport(analysis(marked: "Rain."), path: "a.md")]).contains(
        #""files":[{"path":"a.md","findings":[]}]"#))
  }

  @Test func draftLeftAloneHasANote() {
    var analysis = analysis(marked: "Il pleut.")
    analysis.isOtherLanguage = true
    #expect(
      report([fileReport(analysis, path: "a.md")])
        .contains(#"{"path":"a.md","findings":[],"note":"most of it is not in English; it was left alone"}"#))
  }
}
