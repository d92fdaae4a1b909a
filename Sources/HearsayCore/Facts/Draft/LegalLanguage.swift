import ProseText

extension Draft {
  /// "alleged" beside a charge and a court is the language of the law, not hearsay.
  func isLegal(_ attribution: DraftAttribution) -> Bool {
    let passage = blocks[attribution.block].passage
    guard
      passage.terms[attribution.local.principal].key == Self.alleged
        || passage.terms[attribution.local.principal].key == Self.allegedly
    else { return false }
    let sentence = passage.sentences[attribution.local.sentence]
    return sentence.tokens.contains { Self.courtWords.contains(passage.terms[$0].key) }
      || attributions[attributionsOfBlock[attribution.block]].contains {
        $0.strength == .strong && $0.local.covers(attribution.local.principal)
      }
  }

  private static let alleged = foldedKey("alleged")
  private static let allegedly = foldedKey("allegedly")
  private static let courtWords = foldedKeys(
    """
    court prosecutor prosecutors charged charge charges indicted indictment trial jury judge tribunal investigation
    investigations investigating investigated probe inquiry impeachment impeached subpoena attorney lawsuit complaint
    """)
}
