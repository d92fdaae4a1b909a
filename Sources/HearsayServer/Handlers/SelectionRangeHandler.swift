import HearsayCore
import LanguageServerProtocol
import ProseText

extension AnalysedDraft {
  /// What a selection grows to, from each place outwards: figure, what somebody said, sentence, block, draft.
  func selections(_ params: LSP.SelectionRangeParams, for client: ClientProfile) -> [LSP.SelectionRange] {
    params.positions.map { position in
      let offset = analysis.text.offset(of: Position(position), in: client.positionEncoding)
      let around = ranges(enclosing(offset), for: client)
      var selection = LSP.SelectionRange(range: around.last ?? LSP.Range(start: position, end: position))
      for range in around.dropLast().reversed() {
        selection = LSP.SelectionRange(range: range, parent: LSP.Boxed(selection))
      }
      return selection
    }
  }

  /// The ranges that hold an offset, each inside the next.
  private func enclosing(_ offset: Int) -> [Range<Int>] {
    var candidates = [0..<analysis.text.count]
    for figure in analysis.figures {
      candidates += [figure.range, analysis.phrase(of: figure)].filter { holds($0, offset) }
    }
    for attribution in analysis.attributions {
      candidates += (attribution.source + attribution.cue + attribution.content).filter { holds($0, offset) }
    }
    candidates += analysis.sentences.filter { holds($0, offset) }
    candidates += analysis.blocks.map(\.range).filter { holds($0, offset) }
    var result: [Range<Int>] = []
    for range in candidates.sorted(by: { ($0.count, $0.lowerBound) < ($1.count, $1.lowerBound) }) {
      guard let last = result.last else {
        result.append(range)
        continue
      }
      if range != last, range.lowerBound <= last.lowerBound, last.upperBound <= range.upperBound {
        result.append(range)
      }
    }
    return result
  }

  private func holds(_ range: Range<Int>, _ offset: Int) -> Bool {
    range.lowerBound <= offset && offset <= range.upperBound
  }
}
