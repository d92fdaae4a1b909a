package import ProseText

/// The saved copy of a source, read like a draft: its figures, what it says of them, and whom it has them from.
///
/// Made once and kept while the file stays the same; a reference, so that surroundings are cheap to copy.
package final class ArchivedSource: Sendable {
  let draft: Draft
  /// The figures that can be held against a draft's.
  let figures: [ArchivedFigure]
  /// Whether its prose is in another language, so that its figures were not read.
  let isOtherLanguage: Bool

  /// Reads a copy.
  ///
  /// - Parameters:
  ///   - date: when it was issued, or opened; for "since May" in it.
  ///   - numberFormat: an example of how it writes numbers, where the ledger gives one.
  package init(_ text: SourceText, format: DraftFormat, date: CalendarDate? = nil, numberFormat: String? = nil) {
    var analyzer = Analyzer()
    analyzer.numberFormat = numberFormat.map { NumberFormat(of: Array($0.utf8)) }
    let read = analyzer.draft(text, format: format, in: DraftSurroundings(date: date), isCancelled: { false })
    draft = read ?? Draft(text: text, format: format, surroundings: DraftSurroundings(), blocks: [])
    isOtherLanguage = Analysis.isMostlyOtherLanguage(draft)
    figures = ArchivedFigure.all(in: draft)
  }
}

/// A figure of a saved copy.
struct ArchivedFigure: Sendable {
  /// Index into the copy's figures.
  var index: Int
  var sense: FigureSense
  /// The sentence that holds it.
  var sentence: String

  static func all(in draft: Draft) -> [ArchivedFigure] {
    var result: [ArchivedFigure] = []
    for index in draft.figures.indices {
      guard var sense = FigureSense(index, in: draft) else { continue }
      let figure = draft.figures[index]
      if sense.from == nil, sense.to == nil { takeWindow(before: index, in: draft, &sense) }
      let block = draft.blocks[figure.block]
      let range = block.passage.sentences[figure.quantity.sentence].range
      result.append(
        ArchivedFigure(index: index, sense: sense, sentence: draft.excerpt(block.absolute(range), words: 40)))
    }
    return result
  }

  /// "… in the quarter": the period named before it in the same block.
  private static func takeWindow(before index: Int, in draft: Draft, _ sense: inout FigureSense) {
    let figure = draft.figures[index]
    let passage = draft.blocks[figure.block].passage
    let tokens = passage.sentences[figure.quantity.sentence].tokens
    let namesPeriod = tokens.contains { term in
      passage.terms[term].has(.timeUnit) && passage.terms[term - 1].has([.definite, .demonstrative])
        || quarters.contains(passage.terms[term].key) && passage.terms[term - 1].has([.definite, .demonstrative])
    }
    guard namesPeriod,
      let known = draft.figuresOfBlock[figure.block].last(where: { $0 < index && draft.figures[$0].from != nil })
    else { return }
    (sense.from, sense.to) = (draft.figures[known].from, draft.figures[known].to)
    sense.isFlow = true
  }

  private static let quarters = foldedKeys("quarter period season half")
}

/// Who a saved copy says gave it a figure.
enum ArchivedOrigin: Sendable, Equatable {
  /// It says that it counted itself.
  case own
  /// It gives the figure without a word on where it is from.
  case unsaid
  /// The parties from the copy outwards, the first of them by the words of its name.
  case named([ArchivedParty])
  /// Somebody without a name, in the copy's words.
  case unnamed(String)
  /// Nobody: "reportedly".
  case missing
}

/// A party that a saved copy credits.
struct ArchivedParty: Sendable, Equatable {
  var name: String
  var kind: SourceKind
  var words: [UInt64]
  var isRelay: Bool
}

extension ArchivedSource {
  /// Whom the copy has a figure from.
  func origin(of figure: ArchivedFigure) -> ArchivedOrigin {
    let read = draft.figures[figure.index]
    let term = read.quantity.terms.lowerBound
    let covering = draft.attributionsOfBlock[read.block].filter {
      draft.attributions[$0].local.covers(term) && !draft.attributions[$0].local.isNegated
    }
    let carrying = read.support.attribution.map { [$0] } ?? []
    // The outermost is whom the copy itself credits; an outlet that it names beside somebody is whom it has that somebody's words from.
    let outermost = covering.filter { draft.attributions[$0].nestedIn == nil }
    let relay = outermost.first { draft.attributions[$0].resolved.map { draft.sources[$0].isRelay } == true }
    guard let outer = relay ?? outermost.first ?? covering.first ?? carrying.first else {
      return read.support.status == .selfMeasured ? .own : .unsaid
    }
    let attribution = draft.attributions[outer]
    guard let source = attribution.resolved, attribution.local.source != nil else {
      return attribution.local.source == nil ? .missing : .unsaid
    }
    switch draft.sources[source].kind {
    case .writer: return .own
    case .vague, .anonymous: return .unnamed(draft.sources[source].name)
    case .missing: return .missing
    case .person, .organisation, .publication, .document:
      let chain = attribution.chain.isEmpty ? [source] : attribution.chain
      return .named(
        chain.prefix(8).map { index in
          let party = draft.sources[index]
          return ArchivedParty(name: party.name, kind: party.kind, words: party.words, isRelay: party.isRelay)
        })
    }
  }

  /// Whether the digits of a figure stand somewhere in the copy's bytes, read or not.
  func holdsDigits(of text: String) -> Bool {
    let digits = Array(text.utf8).drop { !(0x30...0x39).contains($0) }
    let run = Array(digits.prefix { (0x30...0x39).contains($0) || $0 == 0x2C || $0 == 0x2E })
    // Two digits stand in every date.
    guard run.count > 2 else { return false }
    let bytes = draft.text.bytes
    var at = 0
    while at + run.count <= bytes.count {
      if bytes[at] == run[0], bytes[at..<at + run.count].elementsEqual(run),
        at == 0 || !(0x30...0x39).contains(bytes[at - 1]),
        at + run.count == bytes.count || !(0x30...0x39).contains(bytes[at + run.count])
      {
        return true
      }
      at += 1
    }
    return false
  }
}

extension ArchivedSource {
  /// The copy's bytes.
  package var bytes: [UInt8] { draft.text.bytes }
}
