import HearsayCore
import JSON
import LanguageServerProtocol
import ProseText

/// The findings that a client asks code actions for.
///
/// What a client says is narrowed by its `context.diagnostics`: one editor asks with the range of the whole document and
/// a single diagnostic, and applies every action that it gets. Another sends byte columns in the context; where none of
/// its diagnostics is known, or only such as lie elsewhere on the line, the range counts.
struct RequestedFindings: Sendable {
  /// Indices into the analysis.
  let findings: [Int]
  /// Whether the range is the whole document.
  let isWholeDocument: Bool
  /// Whether every action may be applied at once, so that no two may serve the same finding.
  let isApplyAll: Bool

  init(_ params: LSP.CodeActionParams, in draft: AnalysedDraft, _ encoding: PositionEncoding) {
    let text = draft.text
    let range = text.byteRange(of: params.range, in: encoding)
    isWholeDocument = range == 0..<text.count
    let named = params.context.diagnostics.filter { $0.source == nil || $0.source == DiagnosticRenderer.source }
    isApplyAll = isWholeDocument && named.count == 1
    let matched = Self.matches(named, in: draft)
    // Neovim sends every diagnostic of a line, and in prose a line is a paragraph: the cursor says which are meant.
    let isTouched = { (index: Int) in draft.findings[index].range.touches(range) }
    let touched = matched.filter(isTouched)
    if !touched.isEmpty {
      findings = touched
    } else if matched.isEmpty, isWholeDocument, !named.isEmpty {
      findings = Self.near(named, in: draft)
    } else {
      let inRange = draft.findings.indices.filter(isTouched)
      findings = inRange.isEmpty ? matched : inRange
    }
  }

  /// The findings whose diagnostics were sent back.
  private static func matches(_ named: [LSP.Diagnostic], in draft: AnalysedDraft) -> [Int] {
    guard !named.isEmpty else { return [] }
    let fingerprints = Set(named.compactMap(fingerprint))
    let places = Set(named.map(MarkedPlace.init))
    return draft.diagnostics.indices.filter { index in
      let own = draft.diagnostics[index]
      if let name = fingerprint(own), fingerprints.contains(name) { return true }
      return places.contains(MarkedPlace(own))
    }
  }

  /// The findings of the same rules on the same lines.
  private static func near(_ named: [LSP.Diagnostic], in draft: AnalysedDraft) -> [Int] {
    let lines = Set(named.map { MarkedPlace($0).line })
    return draft.diagnostics.indices.filter { lines.contains(MarkedPlace(draft.diagnostics[$0]).line) }
  }

  private static func fingerprint(_ diagnostic: LSP.Diagnostic) -> String? {
    diagnostic.data?[DiagnosticRenderer.fingerprintKey]?.string
  }
}

/// What tells a diagnostic from others.
private struct MarkedPlace: Hashable {
  struct Line: Hashable {
    let code: LSP.IntegerOrString?
    let number: Int
  }

  let line: Line
  let start: Int
  let endLine: Int
  let end: Int

  init(_ diagnostic: LSP.Diagnostic) {
    line = Line(code: diagnostic.code, number: diagnostic.range.start.line)
    start = diagnostic.range.start.character
    endLine = diagnostic.range.end.line
    end = diagnostic.range.end.character
  }
}

extension Range<Int> {
  /// Whether they overlap, or a cursor stands at the other's edge.
  fileprivate func touches(_ other: Range<Int>) -> Bool {
    overlaps(other) || (other.isEmpty && lowerBound <= other.lowerBound && other.lowerBound <= upperBound)
  }
}
