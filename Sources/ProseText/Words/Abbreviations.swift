/// What a word that carries a dot without ending a sentence asks for before the dot counts as its own.
///
/// Collected from style guides' lists of titles, ranks, months, units of reference and Latin abbreviations.
enum Abbreviation {
  /// Never the end of a sentence: something must follow.
  case opening
  /// The same, but in capitals a word of its own: "i.e.", not "IE".
  case openingSmall
  /// The same, with a capital in front: "Rep. Moor", but "a sales rep."
  case title
  /// The same, before a digit: "no. 5", but "She said no."
  case reference
  /// May stand at the end of a sentence too.
  case closing
  /// Stands at the end of a sentence wherever a capital follows.
  case last
  /// May stand at the end, but a word of its own as well: the dot belongs to it before a digit, a comma or a small letter.
  case closingWord

  /// The abbreviation of this key, dots within included, the final one not.
  static func named(_ key: UInt64) -> Abbreviation? { all[key] }

  private static let all: [UInt64: Abbreviation] = {
    let lists: [(Abbreviation, String)] = [
      (
        .opening,
        """
        mr mrs ms mx dr prof capt cmdr lt sgt cpl pvt msgr supt messrs mme mlle v vs fig figs vol vols e.g i.e p.s
        """
      ),
      (.openingSmall, "eq eqs pp p approx cf eds eg ie viz esp incl attn para paras ext arr"),
      (.title, "rev hon sen sens rep reps gov gen col maj fr insp det adm pres sec dir amb atty ed"),
      (.reference, "no nos art arts ch sect rs ca c d b"),
      (
        .closing,
        """
        inc ltd co corp llc plc bros jr sr esq al dept univ assn jan feb apr jul aug sept oct nov dec
        tue tues thu thur thurs fri ave blvd rd hwy st mt ft ph.d b.a m.a u.s u.k u.n
        """
      ),
      (.last, "etc a.m p.m"),
      (.closingWord, "mar jun sep mon wed sat sun est"),
    ]
    var all: [UInt64: Abbreviation] = [:]
    for (kind, words) in lists {
      for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) { all[foldedKey(String(word))] = kind }
    }
    return all
  }()
}
