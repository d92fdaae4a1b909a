/// Words that carry a dot without ending a sentence.
///
/// Collected from style guides' lists of titles, ranks, months and Latin abbreviations.
enum Abbreviations {
  /// Never the end of a sentence: something must follow.
  static let opening: Set<UInt64> = keys(
    """
    mr mrs ms mx dr prof rev hon sen rep gov gen col maj capt cmdr lt sgt cpl pvt st sr fr msgr supt insp det adm
    pres sec dir amb atty messrs mme mlle vs v no nos fig figs eq eqs sect art arts vol vols pp p ch approx ca cf
    al ed eds e.g i.e viz esp incl
    """)
  /// May stand at the end of a sentence too.
  static let closing: Set<UInt64> = keys(
    """
    inc ltd co corp llc plc bros jr sr esq etc dept univ assn jan feb mar apr jun jul aug sept sep oct nov dec
    mon tue tues wed thu thur thurs fri sat sun ave blvd rd est hwy mt ft ph.d b.a m.a a.m p.m u.s u.k u.n
    """)

  private static func keys(_ words: String) -> Set<UInt64> {
    Set(words.split { $0 == " " || $0 == "\n" }.map { foldedKey(String($0)) })
  }
}
