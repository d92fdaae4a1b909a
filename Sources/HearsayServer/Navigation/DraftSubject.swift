import HearsayCore
import LanguageServerProtocol
import ProseText

/// What stands at a place of a draft, for questions that lead elsewhere: indices into the analysis.
enum DraftSubject: Sendable, Equatable {
  /// A place that names a source by its key.
  case key(Int)
  case figure(Int)
  /// A party, at a place that names it.
  case source(Int)
}

extension Analysis {
  /// What stands at a byte offset; where nothing does, what ends there; nil for neither.
  func subject(at offset: Int) -> (subject: DraftSubject, range: Range<Int>)? {
    subject { $0.contains(offset) } ?? subject { $0.upperBound == offset && !$0.isEmpty }
  }

  private func subject(where holds: (Range<Int>) -> Bool) -> (subject: DraftSubject, range: Range<Int>)? {
    if let index = keys.firstIndex(where: { holds($0.range) }) { return (.key(index), keys[index].idRange) }
    if let index = figures.firstIndex(where: { holds($0.range) }) { return (.figure(index), figures[index].range) }
    // Of names inside one another the smallest is meant.
    var best: (subject: DraftSubject, range: Range<Int>)?
    for (index, source) in sources.enumerated() {
      for range in source.mentions where holds(range) && range.count < best?.range.count ?? .max {
        best = (.source(index), range)
      }
    }
    return best
  }

  /// The places that name the same key, in order.
  func places(ofKey id: String) -> [Range<Int>] { keys.filter { $0.id == id }.map(\.idRange) }

  /// The places that state the same figure, this one among them.
  func places(ofFigure index: Int) -> [Range<Int>] {
    (figureIndex.same(as: index, limit: 100) + [index]).sorted().map { figures[$0].range }
  }
}

extension AnalysedDraft {
  /// What stands at a client's position.
  func subject(
    at position: LSP.Position, for client: ClientProfile
  ) -> (subject: DraftSubject, range: Range<Int>)? {
    analysis.subject(at: text.offset(of: Position(position), in: client.positionEncoding))
  }

  /// Ranges of the draft in the client's terms.
  func ranges(_ ranges: [Range<Int>], for client: ClientProfile) -> [LSP.Range] {
    PositionTable.ranges(ranges, in: text, client.positionEncoding)
  }
}
