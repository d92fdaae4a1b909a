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
    return blocks[block].range(last - 1..<last).upperBound
  }

  /// Sources that can be named and are mentioned before a place, nearest first, at most two, by their indices.
  func strongSources(before offset: Int) -> [Int] {
    var low = namedMentions.firstPlace { $0.offset >= offset }
    var found: [Int] = []
    while low > 0, found.count < 2 {
      low -= 1
      if !found.contains(namedMentions[low].source) { found.append(namedMentions[low].source) }
    }
    return found
  }

  /// Every mention of a party that can be named, by place.
  func mentionsOfNamed() -> [(offset: Int, source: Int)] {
    var result: [(offset: Int, source: Int)] = []
    for (index, source) in sources.enumerated() {
      switch source.kind {
      // "according to a poll" would name nobody.
      case .document where source.name.lowercased().hasPrefix("a ") || source.name.lowercased().hasPrefix("an "): break
      case .person, .organisation, .publication, .document:
        result.append(contentsOf: source.mentions.map { ($0.lowerBound, index) })
      case .anonymous, .vague, .writer, .missing: break
      }
    }
    return result.sorted { $0.offset < $1.offset }
  }

  /// A text shortened for a message: at most eight words or so many, without markup, white space as single spaces.
  func excerpt(_ range: Range<Int>, words limit: Int = 8) -> String {
    // A block may be one word of a million letters.
    let whole = range.clamped(to: 0..<text.count)
    let start = whole.lowerBound..<min(whole.upperBound, whole.lowerBound + 4096)
    var bytes: [UInt8] = []
    var words = 0
    var inWord = false
    let written = text.bytes
    for byte in shown(start).lazy.flatMap({ written[$0] }) {
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        inWord = false
        continue
      }
      if !inWord {
        words += 1
        if words > limit { return String(decoding: bytes, as: UTF8.self) + " …" }
        if words > 1 { bytes.append(0x20) }
        inWord = true
      }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
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
