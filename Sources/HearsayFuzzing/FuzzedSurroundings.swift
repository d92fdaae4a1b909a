import HearsayCore
import JSON
import ProseText
import TestSupport

/// What lies around a draft that is thrown: mostly nothing, else a ledger or settings, broken half the time.
struct FuzzedSurroundings {
  /// The draft that belongs to the ledger, or to other drafts.
  private(set) var example: RuleExample?
  private(set) var draft = DraftSurroundings()
  private var ledger: LedgerReading?
  private var settings: SettingsFile?

  init(_ random: inout SeededGenerator) {
    switch Int.random(in: 0..<16, using: &random) {
    case 0..<2:
      example = Material.pick(RuleExample.withLedger, &random)
      readLedger(Array((example?.example.ledger ?? "").utf8), &random)
    case 2: readLedger(Material.pick(RuleExample.ledgers, &random), &random)
    case 3: readSettings(Material.pick(RuleExample.settings, &random), &random)
    case 4: example = Material.pick(RuleExample.withDrafts, &random)
    case 5: draft.date = CalendarDate(iso: "2031-05-03")
    default: break
    }
  }

  private mutating func readLedger(_ bytes: [UInt8], _ random: inout SeededGenerator) {
    let reading = LedgerReading(Bool.random(using: &random) ? Material.mutated(bytes, &random) : bytes)
    ledger = reading
    guard let ledger = reading.ledger else { return }
    var copies: [Int: OpenedLedger.Copy] = [:]
    for (index, source) in ledger.sources.enumerated() {
      guard let file = source.file else { continue }
      let copy = example?.example.copies[file].map { SourceText(Material.mutated(Array($0.utf8), &random)) }
      copies[index] =
        copy.map { .read(ArchivedSource($0, format: DraftFormat(fileName: file))) } ?? .missing("it is not there")
    }
    draft.ledger = OpenedLedger(LedgerIndex(ledger), copies: copies)
  }

  private mutating func readSettings(_ bytes: [UInt8], _ random: inout SeededGenerator) {
    let bytes = Bool.random(using: &random) ? Material.mutated(bytes, &random) : bytes
    do throws(JSONError) {
      settings = try SettingsFile(bytes)
    } catch {
      settings = SettingsFile(unreadable: bytes, error)
    }
    if let settings { draft.settings = settings.settings }
  }

  /// What is wrong with what was read of them.
  func problem(_ reach: inout FuzzReach) -> String? {
    for analysis in [ledger.map { Analysis(ledger: $0) }, settings.map { Analysis(settings: $0) }].compactMap(\.self) {
      reach.bytes += analysis.text.count
      reach.rules.formUnion(analysis.findings.map(\.rule))
      if let problem = TextFuzzer.problem(of: analysis) { return "surroundings: \(problem)" }
    }
    return nil
  }

  /// What is found in an analysed draft for the sake of the drafts that it belongs to.
  func crossing(_ analysis: Analysis, _ random: inout SeededGenerator) -> [Finding]? {
    guard let drafts = example?.example.drafts, !drafts.isEmpty else { return nil }
    var index = DraftIndex()
    _ = index.update("draft", analysis.digest())
    for (name, text) in drafts.sorted(by: { $0.key < $1.key }) {
      var analyzer = Analyzer()
      let other = analyzer.analyze(SourceText(Material.mutated(Array(text.utf8), &random)), format: analysis.format)
      _ = index.update(name, other?.digest())
    }
    return index.findings(in: "draft")
  }
}
