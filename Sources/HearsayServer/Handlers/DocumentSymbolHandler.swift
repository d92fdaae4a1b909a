import HearsayCore
import LanguageServerProtocol
import ProseText

extension AnalysedDraft {
  /// The outline: headings, with the claims below each.
  func symbols(for client: ClientProfile) -> [LSP.DocumentSymbol] {
    let headings = analysis.blocks.filter { $0.kind == .heading }
    let claims = analysis.claims.map { analysis.figures[$0] }
    let starts = headings.map(\.range.lowerBound)
    let sections = headings.indices.map { headings[$0].range.lowerBound..<(sectionEnd($0, starts)) }
    let all = sections + headings.map(\.range) + claims.map { analysis.phrase(of: $0) } + claims.map(\.range)
    let positions = PositionTable(
      all.flatMap { [$0.lowerBound, $0.upperBound] }, in: analysis.text, client.positionEncoding)
    func symbol(_ claim: Figure) -> LSP.DocumentSymbol {
      LSP.DocumentSymbol(
        name: analysis.label(analysis.phrase(of: claim)), detail: detail(claim), kind: .number,
        range: positions[analysis.phrase(of: claim)], selectionRange: positions[claim.range])
    }
    var symbols = claims.filter { $0.range.lowerBound < starts.first ?? .max }.map(symbol)
    var rest = claims.drop { $0.range.lowerBound < starts.first ?? .max }
    for (index, section) in sections.enumerated() {
      let inside = rest.prefix { $0.range.lowerBound < section.upperBound }
      rest = rest.dropFirst(inside.count)
      let words = headings[index].prose.map { analysis.text.string($0) }.joined()
      let name = shownOnOneLine(words, limit: 120)
      symbols.append(
        LSP.DocumentSymbol(
          name: name.contains { !$0.isWhitespace } ? name : "–", kind: .string, range: positions[section],
          selectionRange: positions[headings[index].range], children: inside.map(symbol)))
    }
    return symbols
  }

  private func sectionEnd(_ index: Int, _ starts: [Int]) -> Int {
    index + 1 < starts.count ? starts[index + 1] : analysis.text.count
  }

  private func detail(_ claim: Figure) -> String {
    let by = claim.support.by.map { ": " + shownOnOneLine($0, limit: 80) } ?? ""
    return claim.support.status.words + by
  }
}
