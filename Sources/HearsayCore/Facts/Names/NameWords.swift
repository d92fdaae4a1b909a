import ProseText

// What a name is compared by: the keys of its words, and its initials.
extension Passage {
  /// Keys of the words of a name, articles and possessive endings aside, alike with and without accents.
  func nameKeys(_ name: Range<Int>) -> [UInt64] {
    var keys: [UInt64] = []
    keys.reserveCapacity(name.count)
    for term in terms[name] where term.kind == .word || term.kind == .number {
      if term.word != .clitic, term.word != .the { keys.append(nameKey(term)) }
    }
    return keys
  }

  /// The key of a word in a name: "Reßler" and "Ressler", "Şahan" and "Sahan" are one.
  func nameKey(_ term: Term) -> UInt64 {
    guard bytes[term.range].contains(where: { $0 >= 0xC3 && $0 <= 0xC8 }) else { return term.key }
    return foldedKey(Self.withoutAccents(string(term.range)))
  }

  /// "al" in "al-Berani".
  func isNamePrefix(_ index: Int) -> Bool {
    let term = terms[index]
    return term.kind == .word && !term.isCapitalised && term.range.count <= 3 && isMark(index + 1, 0x2D)
      && !terms[index + 1].hasSpaceBefore && !terms[index + 2].hasSpaceBefore && terms[index + 2].kind == .word
      && terms[index + 2].isCapitalised && (terms[index].hasSpaceBefore || index == 0)
      && !Self.compoundParts.contains(term.key)
  }

  /// "lin" in "Wei-lin": a few small letters behind a hyphen and a capital.
  func isNameSyllable(_ index: Int) -> Bool {
    let term = terms[index]
    return term.kind == .word && !term.isCapitalised && term.range.count <= 5 && !term.hasSpaceBefore
      && isMark(index - 1, 0x2D) && !terms[index - 1].hasSpaceBefore && terms[index - 2].isCapitalised
      && terms[index - 2].isName && !terms[index + 1].tag.isNounModifier && !term.tag.isParticiple
      && !Self.compoundParts.contains(term.key)
  }

  private static let compoundParts = foldedKeys(
    """
    pro anti ex non pre mid sub co re un bi tri
    run led era born type made only wide area late like based style size elect ward owned free in on up to off out by
    town city side side time long old year day week rich poor held ruled hit
    """)

  /// The key of a name's initials: "WBU" for "World Barge Union", "AMP" for "Agence Marne-Presse".
  func initials(of name: Range<Int>) -> UInt64? {
    let letters = terms[name].filter { $0.isCapitalised && !$0.has(.function) }.map { byte(Int($0.start)) }
    return letters.count >= 2 ? foldedKey(String(decoding: letters, as: UTF8.self)) : nil
  }

  /// A name as the draft writes it, without an article in front.
  func nameText(_ name: Range<Int>) -> String {
    var first = name.lowerBound
    if first + 1 < name.upperBound, terms[first].word == .the { first += 1 }
    return string(range(first..<name.upperBound))
  }

  /// Letters with their accents taken off.
  static func withoutAccents(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.value >= 0xC0, scalar.value < 0x250,
        let plain = plainLetters.first(where: { $0.accented.unicodeScalars.contains(scalar) })
      {
        result += plain.letter
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static let plainLetters: [(letter: String, accented: String)] = [
    ("a", "ÀÁÂÃÄÅĀĂĄàáâãäåāăąǍǎ"), ("ae", "Ææ"), ("c", "ÇĆĈĊČçćĉċč"), ("d", "ÐĎĐðďđ"), ("e", "ÈÉÊËĒĔĖĘĚèéêëēĕėęě"),
    ("g", "ĜĞĠĢĝğġģ"), ("h", "ĤĦĥħ"), ("i", "ÌÍÎÏĨĪĬĮİìíîïĩīĭįı"), ("j", "Ĵĵ"), ("k", "Ķķ"), ("l", "ĹĻĽĿŁĺļľŀł"),
    ("n", "ÑŃŅŇñńņň"), ("o", "ÒÓÔÕÖØŌŎŐòóôõöøōŏő"), ("oe", "Œœ"), ("r", "ŔŖŘŕŗř"), ("s", "ŚŜŞŠȘśŝşšș"), ("ss", "ß"),
    ("t", "ŢŤŦţťŧȚț"), ("th", "Þþ"), ("u", "ÙÚÛÜŨŪŬŮŰŲùúûüũūŭůűų"), ("w", "Ŵŵ"), ("y", "ÝŶŸýÿŷ"), ("z", "ŹŻŽźżž"),
  ]
}
