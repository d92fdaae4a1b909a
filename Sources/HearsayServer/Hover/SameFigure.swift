import HearsayCore
import ProseText

/// Says where else the draft states a figure.
struct SameFigure: Sendable {
  let analysis: Analysis
  let markup: HoverMarkup

  private static let mostPlaces = 5

  /// One line that lists up to five places; nil where there is none.
  func line(_ index: Int) -> String? {
    let places = analysis.figureIndex.same(as: index, limit: Self.mostPlaces + 1)
    guard !places.isEmpty else { return nil }
    let listed = places.prefix(Self.mostPlaces).map { place in
      let figure = analysis.figures[place]
      // Lines of text are counted from one.
      let line = analysis.text.position(of: figure.range.lowerBound, in: .utf8).line + 1
      return "\(line) “\(markup.text(words(figure)))”"
    }
    let more = places.count > Self.mostPlaces ? " …" : ""
    return "the same figure: \(places.count == 1 ? "line" : "lines") \(listed.joined(separator: ", "))\(more)"
  }

  /// The figure and up to four words behind it.
  private func words(_ figure: Figure) -> String {
    let end = analysis.sentences.indices.contains(figure.sentence) ? analysis.sentences[figure.sentence].upperBound : 0
    // Words enough for any; a sentence made to be hostile is not copied whole.
    let limit = min(max(figure.range.upperBound, end), figure.range.upperBound + 80)
    let text = analysis.shownWords(figure.range)
    let behind = analysis.shownWords(figure.range.upperBound..<limit)
    let tail = behind.split(whereSeparator: \.isWhitespace).prefix(4).joined(separator: " ")
    let separator = behind.first?.isWhitespace == true ? " " : ""
    let words = (text + separator + tail).filter { $0 != "\u{FFFD}" }
    return words.hasSuffix(".") ? String(words.dropLast()) : words
  }
}
