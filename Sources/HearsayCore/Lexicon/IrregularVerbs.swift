import ProseText

/// How the irregular verbs of saying, thinking and showing inflect.
enum IrregularVerbs {
  /// Keys of base, third person, past, participle and gerund of a verb, by the base's key.
  static let forms: [UInt64: [UInt64]] = Dictionary(
    uniqueKeysWithValues: Array(list.utf8).split(separator: 0x0A).map { line in
      let forms = line.split(separator: 0x20).map { foldedKey($0) }
      return (forms[0], forms)
    })

  private static let list = """
    bid bids bid bidden bidding
    cast casts cast cast casting
    feel feels felt felt feeling
    find finds found found finding
    forecast forecasts forecast forecast forecasting
    foresee foresees foresaw foreseen foreseeing
    forget forgets forgot forgotten forgetting
    hear hears heard heard hearing
    hold holds held held holding
    know knows knew known knowing
    learn learns learnt learnt learning
    put puts put put putting
    read reads read read reading
    say says said said saying
    see sees saw seen seeing
    show shows showed shown showing
    speak speaks spoke spoken speaking
    spell spells spelt spelt spelling
    swear swears swore sworn swearing
    tell tells told told telling
    think thinks thought thought thinking
    understand understands understood understood understanding
    write writes wrote written writing
    """
}
