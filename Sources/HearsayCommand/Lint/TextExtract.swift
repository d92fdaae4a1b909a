import HearsayCore
import ProseText

/// What reports say of a draft's text beside its findings, taken out while the text is at hand: a run goes over thousands of drafts, and
/// keeps none of them whole for the end.
struct TextExtract: Sendable {
  /// What reports will ask for.
  struct Needs: Sendable, Equatable {
    /// The lines around findings.
    var excerpts = false
    /// What findings are known again by.
    var contexts = false
    /// Places in these units, beside those that the findings come with.
    var columns: Set<ColumnUnit> = []

    /// All that any report asks for.
    static let all = Needs(excerpts: true, contexts: true, columns: Set(ColumnUnit.allCases))
  }

  private var excerpts: [Range<Int>: Excerpt] = [:]
  private var contexts: [Range<Int>: FindingContext] = [:]
  private var places: [ColumnUnit: [Range<Int>: Place]] = [:]

  /// Takes out what reports will say of findings.
  init(of findings: [ReportedFinding], in text: SourceText, _ needs: Needs) {
    if needs.excerpts {
      for reported in findings where excerpts[reported.finding.range] == nil {
        excerpts[reported.finding.range] = Excerpt(of: reported.finding.range, in: text)
      }
    }
    if needs.contexts {
      for reported in findings where contexts[reported.finding.range] == nil {
        contexts[reported.finding.range] = FindingContext(of: reported.finding, in: text)
      }
    }
    guard !needs.columns.isEmpty else { return }
    let ranges = findings.flatMap { reported in
      [reported.finding.range] + reported.finding.related.filter { $0.draft == nil }.map(\.range)
        + reported.finding.fixes.flatMap { $0.edits.map(\.range) }
    }
    for columns in needs.columns where !ranges.isEmpty {
      let found = HearsayCommand.places(of: ranges, in: text, columns)
      places[columns] = Dictionary(zip(ranges, found)) { first, _ in first }
    }
  }

  /// The line around a finding; nil where it was not taken out.
  func excerpt(of finding: Finding) -> Excerpt? { excerpts[finding.range] }

  /// What a finding is known again by; nil where it was not taken out.
  func context(of finding: Finding) -> FindingContext? { contexts[finding.range] }

  /// Where a range of a finding stands, in a unit that was asked for.
  func place(of range: Range<Int>, _ columns: ColumnUnit) -> Place? { places[columns]?[range] }
}

extension LintOptions {
  /// What the reports of the run ask of the drafts' texts.
  var needs: TextExtract.Needs {
    var needs = TextExtract.Needs(contexts: baseline != nil)
    for target in targets {
      switch target.format {
      case .text: needs.excerpts = true
      case .sarif: needs.columns.insert(style.sarifColumns)
      case .rdjson: needs.columns.insert(.bytes)
      case .concise, .json, .jsonl, .github, .gitlab, .junit, .checkstyle, .markdown: continue
      }
    }
    return needs
  }
}
