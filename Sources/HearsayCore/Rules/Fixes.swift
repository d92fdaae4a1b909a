import ProseText

// Edits that several rules offer. Each is one that an editor would make by hand: it inserts or replaces a few words in place.
extension Draft {
  /// Inserts words right behind a range.
  func insertion(after range: Range<Int>, _ words: String, title: String, isPreferred: Bool = false) -> Fix {
    Fix(
      title: title, isPreferred: isPreferred,
      edits: [TextEdit(range: range.upperBound..<range.upperBound, newText: words)])
  }

  /// Replaces a range.
  func replacement(of range: Range<Int>, with words: String, title: String, isPreferred: Bool = false) -> Fix {
    Fix(title: title, isPreferred: isPreferred, edits: [TextEdit(range: range, newText: words)])
  }

  /// Where the sentence that holds a place ends, before its final stop and closing marks.
  func sentenceEnd(block: Int, sentence: Int) -> Int {
    let passage = blocks[block].passage
    let tokens = passage.sentences[sentence].tokens
    var last = tokens.upperBound
    while last > tokens.lowerBound + 1, passage.terms[last - 1].kind == .punctuation, !passage.isMark(last - 1, 0x29) {
      last -= 1
    }
    return Int(passage.terms[last - 1].end) + blocks[block].origin
  }

  /// Strong sources named before a place, nearest first, at most two.
  func strongSources(before offset: Int) -> [DraftSource] {
    let named = sources.filter { source in
      switch source.kind {
      case .person, .organisation, .publication, .document: source.mentions.contains { $0.lowerBound < offset }
      default: false
      }
    }
    let nearest = named.sorted {
      ($0.mentions.last { $0.lowerBound < offset }?.lowerBound ?? 0)
        > ($1.mentions.last { $0.lowerBound < offset }?.lowerBound ?? 0)
    }
    return Array(nearest.prefix(2))
  }

  /// A text shortened for a message: at most eight words.
  func excerpt(_ range: Range<Int>) -> String {
    let words = string(range).split { $0 == " " || $0 == "\n" || $0 == "\r" || $0 == "\t" }
    return words.count <= 9 ? words.joined(separator: " ") : words.prefix(8).joined(separator: " ") + " …"
  }

  /// The range from the figure to the noun that it counts, for messages.
  func phrase(_ figure: DraftFigure) -> Range<Int> {
    let range = range(figure)
    guard let counted = figure.quantity.counted else { return range }
    let end = blocks[figure.block].range(counted..<counted + 1).upperBound
    return end > range.upperBound && end - range.upperBound < 60 ? range.lowerBound..<end : range
  }

  /// Whether a figure stands in a block where claims are read: prose of the draft's own, not tables, quotations or references.
  func isClaim(_ figure: DraftFigure) -> Bool {
    switch blocks[figure.block].outline.kind {
    case .paragraph, .listItem: true
    default: false
    }
  }

  /// The outermost quotation that holds a term, if its words are somebody's.
  func quotation(block: Int, term: Int) -> Quotation? {
    let facts = blocks[block].facts
    return facts.quotations.first { $0.terms.contains(term) && ($0.kind == .quotation || $0.kind == .fragment) }
  }
}
