import HearsayCore
import ProseText

/// How often the tagger agrees with a treebank.
struct TaggerEvaluation {
  private(set) var right = 0
  private(set) var total = 0
  private(set) var rightWords = 0
  private(set) var totalWords = 0
  private(set) var rightVerbs = 0
  private(set) var confusions: [String: Int] = [:]

  mutating func add(_ sentence: TaggedSentence, _ tags: [PartOfSpeech]) {
    for (index, gold) in sentence.tags.enumerated() {
      guard let gold else { continue }
      let isWord = sentence.tokens[index].kind == .word
      total += 1
      if isWord { totalWords += 1 }
      if isWord, gold.isVerb == tags[index].isVerb { rightVerbs += 1 }
      if gold == tags[index] {
        right += 1
        if isWord { rightWords += 1 }
      } else {
        confusions["\(gold.penn) as \(tags[index].penn)", default: 0] += 1
      }
    }
  }

  var summary: String {
    "all tokens \(percent(right, total)) of \(total), words \(percent(rightWords, totalWords)), "
      + "verb or not \(percent(rightVerbs, totalWords))"
  }

  var commonErrors: String {
    confusions.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(16).map { "\($0.key) \($0.value)" }
      .joined(separator: ", ")
  }

  private func percent(_ part: Int, _ whole: Int) -> String {
    let hundredths = whole == 0 ? 0 : (part * 10_000 + whole / 2) / whole
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) %"
  }
}
