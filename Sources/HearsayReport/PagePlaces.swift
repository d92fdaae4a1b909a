import HearsayCore
import ProseText

/// Where on the page a place of another draft stands.
struct PagePlaces: Sendable {
  private struct Shown {
    let prefix: String
    let draft: ReportedDraft
    let claims: [Claim]
  }

  private let drafts: [String: Shown]

  init(_ drafts: [(draft: ReportedDraft, claims: [Claim])]) {
    let shown = drafts.enumerated().map { number, item in
      (item.draft.path, Shown(prefix: Self.prefix(number), draft: item.draft, claims: item.claims))
    }
    self.drafts = Dictionary(shown) { first, _ in first }
  }

  /// What begins the ids of the draft with this number, from 0.
  static func prefix(_ number: Int) -> String { "d\(number + 1)" }

  /// Writes the place that a finding points to in another draft: its line, its words, and the way there.
  func write(_ related: Related, in path: String, _ page: inout PageWriter) {
    guard let shown = drafts[path], shown.draft.analysis.text.bytes.indices.contains(related.range.lowerBound) else {
      page.text(" (\(Wording.oneLine(path)))")
      return
    }
    let text = shown.draft.analysis.text
    let claim = claim(covering: related.range, in: shown.claims)
    let line: Int
    if let claim, shown.claims[claim].range.lowerBound == related.range.lowerBound {
      line = shown.claims[claim].line
    } else {
      var cursor = PositionCursor(text, .utf32)
      line = cursor.position(of: related.range.lowerBound).line + 1
    }
    page.markup(" (<a href=\"#\(shown.prefix)\(claim.map { "m\($0 + 1)" } ?? "")\">")
    page.text("\(Wording.oneLine(path)), line \(line)")
    page.markup("</a>")
    let words = Wording.oneLine(shown.draft.analysis.shownWords(related.range))
    page.text(words.isEmpty ? ")" : ": “\(words)”)")
  }

  /// The claim with these words, else the first that begins in them.
  private func claim(covering range: Range<Int>, in claims: [Claim]) -> Int? {
    let first = claims.firstPlace { $0.range.lowerBound >= range.lowerBound }
    return first < claims.count && claims[first].range.lowerBound < max(range.upperBound, range.lowerBound + 1)
      ? first : nil
  }
}
