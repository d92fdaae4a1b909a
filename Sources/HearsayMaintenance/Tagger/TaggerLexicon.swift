import HearsayCore
import ProseText

/// Words with the tags that they can have, for what treebanks of some 300,000 tokens have too seldom to teach.
enum TaggerLexicon {
  /// The possible tags of each word, a bit each, by key.
  static let tags: [UInt64: UInt64] = {
    var tags: [UInt64: UInt64] = [:]
    for (list, possible) in [
      (pasts, [PartOfSpeech.pastVerb]), (pastsAndParticiples, [.pastVerb, .pastParticiple]), (agencies, [.properNoun]),
    ] {
      for word in list.split(whereSeparator: \.isWhitespace) {
        tags[foldedKey(String(word))] = possible.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
      }
    }
    return tags
  }()

  /// Pasts of irregular verbs that are no other word: the tables of Quirk, Greenbaum, Leech and Svartvik, A Comprehensive Grammar
  /// of the English Language (1985), 3.11–3.20, less the forms that are base forms, nouns or adjectives too.
  private static let pasts = """
    arose ate awoke bade became befell began blew broke chose drank drew drove fell flew forbade foresaw forgave forgot
    forsook froze gave grew hid knew mistook outdid outgrew outran overcame overran oversaw overtook overthrew partook ran
    rang rode sang sank shook shrank slew sprang stank stole strode strove swam swore threw took tore trod undertook
    underwent withdrew woke wove wrote
    """

  private static let pastsAndParticiples = """
    bled bought bred brought built caught clung crept dealt dug fed fled flung fought held kept knelt leapt led lent
    lost made meant misled overheard rebuilt repaid resold retold said sent shone shot slid slung slunk sold sought
    spat spent spun stood strung struck stuck stung swept swung taught told understood unwound upheld wept withheld
    withstood won wrung
    """

  /// News agencies and outlets of one word; in front of "said" such a name looks like a plural or a common noun.
  private static let agencies = """
    ansa antara asharq axios bloomberg forbes haaretz interfax kommersant kyodo politico reuters tanjug tass vedomosti
    xinhua yonhap
    """
}
