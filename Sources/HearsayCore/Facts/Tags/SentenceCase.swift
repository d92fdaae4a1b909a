package import ProseText

/// How the words of a sentence are capitalised as a whole: headlines capitalise every word or letter.
package enum SentenceCase: Sendable {
  case plain, title, capitals

  package init(_ tokens: [Token], _ range: Range<Int>) {
    var small = 0
    var capital = 0
    var allCaps = 0
    for index in range {
      guard case .word = tokens[index].kind, tokens[index].end &- tokens[index].start > 3 else { continue }
      let shape = TermShape(tokens[index].shape)
      if shape.contains(.allCaps) {
        allCaps += 1
      } else if shape.contains(.capitalised) {
        capital += 1
      } else {
        small += 1
      }
    }
    if allCaps >= 2, allCaps > 2 * (small + capital) {
      self = .capitals
    } else if capital >= 3, capital > 4 * small {
      self = .title
    } else {
      self = .plain
    }
  }
}
