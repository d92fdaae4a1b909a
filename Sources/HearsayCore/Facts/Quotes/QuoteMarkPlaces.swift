import ProseText

/// What stands around a mark that may open or close a quotation.
extension Passage {
  /// Whether a straight mark opens rather than closes.
  func opensQuotation(_ index: Int) -> Bool {
    let next = index + 1
    // What a comma or a bracket follows closes, whatever space stands before it.
    guard next < terms.count, !terms[next].hasSpaceBefore, !isComma(next),
      !isMark(next, 0x29), !isMark(next, 0x3B), !isStopOfSentence(next), !isBehindClosingMark(index)
    else { return false }
    if terms[index].hasSpaceBefore || index == 0 { return true }
    let before = terms[index - 1]
    return before.kind == .punctuation && !isMark(index - 1, 0x2E) && !isComma(index - 1)
      && !isMark(index - 1, 0x3F) && !isMark(index - 1, 0x21)
  }

  /// A mark that ends a sentence, with white space or nothing behind it.
  fileprivate func isStopOfSentence(_ index: Int) -> Bool {
    isPoint(index) && (index + 1 == terms.count || terms[index + 1].hasSpaceBefore)
  }

  /// "“did he ask ‘who?’”" in straight marks: the inner mark, right behind words or their stop, closes, and so does the outer one.
  fileprivate func isBehindClosingMark(_ index: Int) -> Bool {
    guard index > 1, !terms[index].hasSpaceBefore, isMark(index, 0x22), isMark(index - 1, 0x27),
      !terms[index - 1].hasSpaceBefore
    else { return false }
    return terms[index - 2].isWord || isPoint(index - 2) || isComma(index - 2)
  }

  fileprivate func isPoint(_ index: Int) -> Bool {
    isMark(index, 0x2E) || isMark(index, 0x3F) || isMark(index, 0x21)
  }

  /// Whether a mark stands right behind words, with nothing but white space or a stop after it.
  func endsQuotedWords(_ index: Int) -> Bool {
    guard index > 0, !terms[index].hasSpaceBefore else { return false }
    let next = index + 1
    return next >= terms.count || terms[next].hasSpaceBefore || isComma(next)
      || isMark(next, 0x2E) || isMark(next, 0x3B) || isMark(next, 0x29)
  }

  /// Whether the double mark before one is “, not „ that is closed by its like in other languages.
  func isBehindHighMark(_ index: Int) -> Bool {
    for at in stride(from: index - 1, through: 0, by: -1) where terms[at].range.count == 3 {
      let start = Int(terms[at].start)
      guard byte(start) == 0xE2, byte(start + 1) == 0x80 else { continue }
      switch byte(start + 2) {
      case 0x9C: return true
      case 0x9D, 0x9E: return false
      default: continue
      }
    }
    return false
  }

  /// Whether a straight single mark has another beside it.
  func isPairedMark(_ index: Int) -> Bool {
    isMark(index + 1, 0x27) && !terms[index + 1].hasSpaceBefore
      || index > 0 && isMark(index - 1, 0x27) && !terms[index].hasSpaceBefore
  }

  /// Two single marks alone between the brackets of a call.
  func isEmptyPair(_ index: Int) -> Bool {
    let first = isMark(index + 1, 0x27) && !terms[index + 1].hasSpaceBefore ? index : index - 1
    return isMark(first, 0x27) && isMark(first - 1, 0x28) && isMark(first + 1, 0x27)
      && isMark(first + 2, 0x29) && !terms[first].hasSpaceBefore
      && !terms[first + 2].hasSpaceBefore
  }
}
