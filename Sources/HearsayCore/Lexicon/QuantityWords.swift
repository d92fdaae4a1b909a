/// Classes of words that stand around quantities and say what they are.
enum QuantityWords {
  static let lists: [(WordClasses, String)] = [
    (
      .approximator,
      """
      about around roughly approximately nearly almost some circa ca estimated virtually close near up over under
      above below more less least most exactly only just
      """
    ),
    (.percent, "percent pct percentage"),
    (
      .multiple,
      """
      twice thrice doubled doubles doubling tripled triples tripling trebled quadrupled quintupled halved halving twofold
      threefold fourfold fivefold sixfold sevenfold eightfold ninefold tenfold double triple treble quadruple
      """
    ),
    (
      .identifierNoun,
      """
      gate platform page room channel phase step level line type class grade stage chapter volume issue season episode
      round group section article figure table appendix act rule clause paragraph part flight route highway road exit
      port version model number no nos track lane unit bus train apollo category schedule form building block
      floor zone district ward square pier terminal runway box item question option case problem lesson week
      level tier note equation eq fig ch vol pp p reference ref code error psalm verse genesis
      resolution directive regulation protocol title division ohm pin gpio http rfc iso sector window windows interstate
      """
    ),
    (
      .street,
      "road street avenue plaza parkway quay wharf gardens mews lane boulevard drive square close crescent place court terrace way rd st ave blvd hwy highway row"
    ),
    (
      .contest,
      """
      beat beats won win wins lost lose defeated defeat drew draw match game score set vote voted ruling ruled final
      victory tie led trailing innings goal goals tied aggregate season record championship cup league
      """
    ),
  ]
}
