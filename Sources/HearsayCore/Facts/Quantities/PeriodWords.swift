import ProseText

extension Passage {
  /// Whether words say when, how often or since when something happened, be it as loosely as "so far" or "during the war".
  func namesPeriod(_ tokens: Range<Int>) -> Bool {
    tokens.contains { index in
      let term = terms[index]
      if term.kind == .number { return year(at: index) != nil }
      guard term.isWord else { return false }
      if term.has([.month, .weekday]) { return term.isCapitalised }
      return term.has(.timeUnit) || Self.periodWords.contains(term.key)
    }
  }

  private static let periodWords = foldedKeys(
    """
    since during until till throughout ago yet far date per each every ever never history inception founding launch
    launched founded began begin begun started opening opened today yesterday tonight tomorrow morning afternoon evening
    overnight now currently already recent recently lately later earlier before after previously formerly last past next
    previous prior latest current first initial annual annually yearly daily weekly monthly quarterly hourly fiscal
    quarter season seasons term tenure career careers lifetime period periods era age pandemic war wars crisis
    epidemic outbreak summer winter spring autumn christmas easter weekend weekends session campaign semester
    when while whenever once then meanwhile session congress administration anniversary birthday generation
    """)
}
