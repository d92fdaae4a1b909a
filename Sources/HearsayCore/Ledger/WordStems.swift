import ProseText

/// Keys that the forms of a word share, so that "repaired", "repairs" and "repair" are one.
///
/// Light on purpose: it joins what readers of two texts take for one word, and nothing further apart.
enum WordStems {
  /// The key of a word's stem; words of one meaning in counts ("homes", "houses") share one.
  static func key(_ word: some StringProtocol) -> UInt64 { key(ofSmall: Array(word.lowercased().utf8)) }

  /// The key of the stem of a word in a draft.
  static func key(_ word: ArraySlice<UInt8>) -> UInt64 {
    guard word.allSatisfy({ $0 < 0x80 }) else { return key(String(decoding: word, as: UTF8.self)) }
    return key(ofSmall: word.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 })
  }

  private static func key(ofSmall word: [UInt8]) -> UInt64 {
    let key = stemKey(word)
    return synonyms[key] ?? key
  }

  /// The key of the stem of a word in small letters.
  private static func stemKey(_ word: [UInt8]) -> UInt64 {
    var bytes = word
    @inline(__always) func ends(_ ending: StaticString) -> Bool {
      let first = bytes.count - ending.utf8CodeUnitCount
      return first >= 0
        && ending.withUTF8Buffer { ending in !ending.indices.contains { bytes[first + $0] != ending[$0] } }
    }
    func drop(_ count: Int) { bytes.removeLast(count) }
    if ends("’s") || ends("'s") { drop(ends("’s") ? 4 : 2) }
    guard bytes.count > 3 else { return foldedKey(bytes) }
    if ends("ies"), bytes.count > 4 {
      drop(3)
      bytes.append(UInt8(ascii: "y"))
    } else if ends("sses") || ends("shes") || ends("ches") || ends("xes") {
      drop(2)
    } else if ends("s"), !ends("ss"), !ends("us"), !ends("is") {
      drop(1)
    }
    if ends("ied"), bytes.count > 4 {
      drop(3)
      bytes.append(UInt8(ascii: "y"))
    } else if ends("ing"), bytes.count > 5 {
      drop(3)
      undouble(&bytes)
    } else if ends("ed"), bytes.count > 4 {
      drop(2)
      undouble(&bytes)
    }
    if bytes.count > 3, bytes.last == UInt8(ascii: "e") { bytes.removeLast() }
    return foldedKey(bytes)
  }

  /// "stopp" to "stop"; "fill" stays.
  private static func undouble(_ bytes: inout [UInt8]) {
    guard bytes.count > 3, let last = bytes.last, last == bytes[bytes.count - 2], !"lsz".utf8.contains(last) else {
      return
    }
    bytes.removeLast()
  }

  /// By stem the first word of its group: nouns that count the same things.
  private static let synonyms: [UInt64: UInt64] = {
    var result: [UInt64: UInt64] = [:]
    for group in groups {
      let words = group.split(separator: " ").map { stemKey(Array($0.utf8)) }
      for word in words { result[word] = words[0] }
    }
    return result
  }()

  /// A line a group; what differs in kind (people, members, declarations) stays apart.
  private static let groups = [
    "people persons person residents inhabitants citizens", "homes houses dwellings", "jobs posts positions",
    "deaths dead killed died fatalities death", "injured hurt wounded injuries", "firms companies businesses",
    "workers employees staff", "cars vehicles", "flats apartments", "pupils schoolchildren", "children kids",
    "percent per-cent", "spectators fans audience", "storms hurricanes", "fires blazes", "doctors physicians",
    "trips journeys rides", "tickets admissions", "lorries trucks", "ships vessels boats", "crimes offences offenses",
    "farmers growers", "shops stores", "bills invoices", "cost price", "cut reduction decrease", "rise increase growth",
    "repaired repair mended fixed", "purchased bought", "constructed built", "use usage consumption consumed used",
    "received got", "pensioners retirees", "refugees migrants", "guests visitors",
  ]
}
