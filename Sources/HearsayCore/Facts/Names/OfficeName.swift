import ProseText

/// What an office is looked up by.
enum OfficeName {
  /// The key of an office with the word in front of it: "prime minister", "deputy mayor".
  static func key(_ qualifier: UInt64, _ office: UInt64) -> UInt64 { (qualifier &* 31) ^ office }

  /// Words that make another office of one: a deputy mayor is not the mayor.
  static let lesser = foldedKeys("vice deputy assistant associate shadow former ex then-president late under")
  static let past = foldedKeys("former ex onetime one-time erstwhile late")
}

extension Passage {
  /// Keys of the office that a title at a term names: the title's own, unless it is a deputy's or was held once, and with the word in front.
  func offices(at title: Int) -> [UInt64] {
    let key = terms[title].key
    if isMark(title + 1, 0x2D), !terms[title + 1].hasSpaceBefore { return [OfficeName.key(terms[title + 2].key, key)] }
    let before = terms[title - 1]
    guard before.isWord, before.word != .clitic, !before.has([.definite, .indefinite]) else { return [key] }
    let named = OfficeName.key(before.key, key)
    var at = title - 1
    while at >= 0, title - at <= 4, terms[at].isWord {
      if OfficeName.past.contains(terms[at].key) { return [named] }
      at -= 1
    }
    return OfficeName.lesser.contains(before.key) ? [named] : [key, named]
  }
}
