import JSON
import ProseText
import Testing

@testable import HearsayCore

@Suite struct AnalysisReportTests {
  private func report(_ analysis: Analysis) -> String {
    var writer = JSONWriter()
    writer.value(analysis, id: "d-1")
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func emptyAnalysis() {
    #expect(
      report(Analysis(text: SourceText(""), format: .plainText))
        == #"{"id":"d-1","format":"plaintext","date":null,"blocks":[],"sentences":[],"figures":[],"attributions":[],"#
        + #""sources":[],"quotes":[],"findings":[],"otherLanguage":false}"#)
  }

  @Test func everyFieldInItsOrder() {
    var analysis = Analysis(
      text: SourceText("Ida Voss says \"640 homes\" fell since May."), format: .markdown,
      date: CalendarDate(year: 2024, month: 5, day: 9))
    analysis.blocks = [AnalysedBlock(kind: .listItem, range: 0..<41, prose: [0..<20, 21..<41])]
    analysis.sentences = [0..<41]
    analysis.figures = [
      Figure(
        range: 15..<18, kind: .percentagePoints, low: 640, high: nil, unit: "m/s", isApproximate: true, bound: .above,
        exemption: nil,
        counted: 19..<24, population: 1,
        window: Window(range: 31..<40, from: CalendarDate(year: 2024, month: 5, day: 1)),
        base: 19..<24, support: Support(status: .inSentence, attribution: 0, by: "Ida Voss"), block: 0, sentence: 0),
      Figure(
        range: 37..<40, kind: .date, low: nil, high: 0.5, unit: nil, isApproximate: false, exemption: .smallCount,
        counted: nil, window: nil, support: Support(status: .exempt), block: 0, sentence: 0),
    ]
    analysis.attributions = [
      Attribution(
        source: [0..<8], cue: [9..<13], content: [14..<25], strength: .strong, resolved: 0, nestedIn: nil, hand: 1,
        isAtLeast: false, chain: [0], end: .origin, block: 0, sentence: 0),
      Attribution(
        source: [], cue: [], content: [], strength: .none, resolved: nil, nestedIn: 0, hand: nil, isAtLeast: true,
        chain: [], end: .unknown, block: 0, sentence: 0),
    ]
    analysis.sources = [Source(name: "Ida Voss", kind: .person, mentions: [0..<8])]
    analysis.quotes = [Quote(range: 14..<25, kind: .fragment, speaker: 0, isClosed: true, block: 0)]
    analysis.findings = [
      Finding(
        rule: "HS105", name: "missing-time-window", severity: .information, range: 15..<18, message: "No period.",
        related: [Related(range: 0..<8, message: "here")],
        fixes: [Fix(title: "Add", edits: [TextEdit(range: 18..<18, newText: "\n")])])
    ]
    let expected = [
      #"{"id":"d-1","format":"markdown","date":"2024-05-09","#,
      #""blocks":[{"kind":"list-item","start":0,"end":41,"prose":[{"start":0,"end":20},{"start":21,"end":41}]}],"#,
      #""sentences":[{"start":0,"end":41}],"#,
      #""figures":[{"id":"f1","start":15,"end":18,"text":"640","kind":"percentage-points","low":640,"high":null,"#,
      #""unit":"m/s","approximate":true,"bound":"above","ambiguous":false,"exempt":null,"counted":{"start":19,"end":24,"text":"homes"},"#,
      #""population":{"start":37,"end":40,"text":"May"},"#,
      #""window":{"start":31,"end":40,"text":"since May","from":"2024-05-01","to":null},"#,
      #""base":{"start":19,"end":24,"text":"homes"},"#,
      #""support":{"status":"in-sentence","by":"Ida Voss","attribution":"a1"}},"#,
      #"{"id":"f2","start":37,"end":40,"text":"May","kind":"date","low":null,"high":0.5,"unit":null,"#,
      #""approximate":false,"bound":null,"ambiguous":false,"exempt":"small-count","counted":null,"window":null,"base":null,"#,
      #""support":{"status":"exempt","by":null,"attribution":null}}],"#,
      #""attributions":[{"id":"a1","source":[{"start":0,"end":8,"text":"Ida Voss"}],"#,
      #""cue":[{"start":9,"end":13,"text":"says"}],"content":[{"start":14,"end":25,"text":"\"640 homes\""}],"#,
      #""strength":"strong","resolved":"s1","nestedIn":null,"hand":1,"atLeast":false,"chain":["s1"],"end":"origin"},"#,
      #"{"id":"a2","source":[],"cue":[],"content":[],"strength":"none","resolved":null,"nestedIn":"a1","hand":null,"#,
      #""atLeast":true,"chain":[],"end":"unknown"}],"#,
      #""sources":[{"id":"s1","name":"Ida Voss","kind":"person","mentions":[{"start":0,"end":8,"text":"Ida Voss"}]}],"#,
      #""quotes":[{"start":14,"end":25,"kind":"fragment","speaker":"s1"}],"#,
      #""findings":[{"rule":"HS105","name":"missing-time-window","severity":"information","start":15,"end":18,"#,
      #""message":"No period.","related":[{"start":0,"end":8,"message":"here"}],"#,
      #""fixes":[{"title":"Add","preferred":false,"edits":[{"start":18,"end":18,"newText":"\n"}]}]}],"#,
      #""otherLanguage":false}"#,
    ]
    #expect(report(analysis) == expected.joined())
  }
}
