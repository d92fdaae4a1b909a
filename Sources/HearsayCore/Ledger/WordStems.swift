import ProseText

/// Keys that the forms of a word share, so that "repaired", "repairs" and "repair" are one.
///
/// Light on purpose: it joins what readers of two texts take for one word, and nothing further apart.
enum WordStems {
  /// The key of a word's stem; words of one meaning in counts ("homes", "houses") share one.
  static func key(_ word: some StringProtocol) -> UInt64 {
    var small = Array(word.lowercased().utf8)
    let key = small.withUnsafeMutableBufferPointer { stemKey($0) }
    return synonyms[key] ?? key
  }

  /// The key of the stem of a word in a draft.
  static func key(_ word: ArraySlice<UInt8>) -> UInt64 {
    let key: UInt64? = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count) { small in
      var isASCII = true
      for (index, byte) in word.enumerated() {
        isASCII = isASCII && byte < 0x80
        small[index] = byte &- 0x41 < 26 ? byte | 0x20 : byte
      }
      return isASCII ? stemKey(small) : nil
    }
    return key.map { synonyms[$0] ?? $0 } ?? Self.key(String(decoding: word, as: UTF8.self))
  }

  /// The key of the stem of a word in small letters, of which the end may be written over.
  private static func stemKey(_ bytes: UnsafeMutableBufferPointer<UInt8>) -> UInt64 {
    var count = bytes.count
    @inline(__always) func ends(_ ending: StaticString) -> Bool {
      let first = count - ending.utf8CodeUnitCount
      return first >= 0
        && ending.withUTF8Buffer { ending in !ending.indices.contains { bytes[first + $0] != ending[$0] } }
    }
    /// "ies" and "ied" to "y".
    func endInY() {
      count -= 2
      bytes[count - 1] = UInt8(ascii: "y")
    }
    /// "stopp" to "stop"; "fill" stays.
    func undouble() {
      guard count > 3, bytes[count - 1] == bytes[count - 2], !"lsz".utf8.contains(bytes[count - 1]) else { return }
      count -= 1
    }
    if ends("’s") || ends("'s") { count -= ends("’s") ? 4 : 2 }
    guard count > 3 else { return foldedKey(bytes[..<count]) }
    if ends("ies"), count > 4 {
      endInY()
    } else if ends("sses") || ends("shes") || ends("ches") || ends("xes") {
      count -= 2
    } else if ends("s"), !ends("ss"), !ends("us"), !ends("is") {
      count -= 1
    }
    if ends("ied"), count > 4 {
      endInY()
    } else if ends("ing"), count > 5 {
      count -= 3
      undouble()
    } else if ends("ed"), count > 4 {
      count -= 2
      undouble()
    }
    if count > 3, bytes[count - 1] == UInt8(ascii: "e") { count -= 1 }
    return foldedKey(bytes[..<count])
  }

  /// By stem the first word of its group: nouns that count the same things.
  private static let synonyms = WordTable<UInt64>(
    groups.flatMap { group in
      let words = group.split(separator: " ").map { word in
        var small = Array(word.utf8)
        return small.withUnsafeMutableBufferPointer { stemKey($0) }
      }
      return words.map { (key: $0, value: words[0]) }
    })

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
