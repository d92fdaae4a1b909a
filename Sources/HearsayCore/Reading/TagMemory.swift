import ProseText

/// Tags of sentences that an edit did not touch, taken over from the block as it was before.
///
/// Tags depend on a sentence's own tokens and bytes alone; both are compared, so that what is taken over is what the tagger would say.
struct TagMemory {
  private var places: [UInt64: (facts: SharedFacts, sentence: Int)] = [:]

  /// Remembers the sentences of blocks that were tagged.
  init(_ blocks: [SharedFacts]) {
    for block in blocks where block.facts.passage.isTagged {
      for (index, sentence) in block.facts.passage.sentences.enumerated() {
        places[block.facts.passage.bytes.hash(sentence.range)] = (block, index)
      }
    }
  }

  /// Gives terms of a sentence the tags that they had; false where the sentence is new.
  func recall(_ sentence: Sentence, _ terms: inout [Term], in bytes: [UInt8], at origin: Int) -> Bool {
    let range = (sentence.range.lowerBound + origin)..<(sentence.range.upperBound + origin)
    guard let place = places[ByteHash.hash(bytes, range)] else { return false }
    let passage = place.facts.facts.passage
    let old = passage.sentences[place.sentence]
    guard old.tokens.count == sentence.tokens.count, old.range.count == sentence.range.count,
      passage.bytes[old.range].elementsEqual(bytes[range])
    else { return false }
    let shift = Int32(sentence.range.lowerBound - old.range.lowerBound)
    for offset in 0..<old.tokens.count {
      let was = passage.terms[old.tokens.lowerBound + offset]
      let term = terms[sentence.tokens.lowerBound + offset]
      guard was.start + shift == term.start, was.end + shift == term.end, was.kind == term.kind, was.shape == term.shape
      else { return false }
    }
    for offset in 0..<old.tokens.count {
      terms[sentence.tokens.lowerBound + offset].tag = passage.terms[old.tokens.lowerBound + offset].tag
    }
    return true
  }
}
