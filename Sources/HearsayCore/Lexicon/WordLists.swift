import ProseText

/// The words of a list, parted by blanks or line breaks.
///
/// As bytes: lists are read when the program starts, and characters cost ten times as much.
func listedWords(_ list: String) -> [ArraySlice<UInt8>] {
  Array(list.utf8).split { $0 == 0x20 || $0 == 0x0A }
}

/// A regular English verb, in ASCII.
struct RegularVerb {
  private let base: [UInt8]
  /// Whether the last consonant is doubled before "-ed" and "-ing".
  private let doubles: Bool

  /// - Parameter entry: the base form; a `+` behind it doubles the last consonant.
  init(_ entry: ArraySlice<UInt8>) {
    doubles = entry.last == UInt8(ascii: "+")
    base = Array(doubles ? entry.dropLast() : entry)
  }

  /// Base, third person, past, participle and gerund.
  var forms: [[UInt8]] {
    guard let last = base.last else { return [] }
    let stem = Array(base.dropLast())
    if last == UInt8(ascii: "e") {
      return [base, base + "s".utf8, base + "d".utf8, base + "d".utf8, stem + "ing".utf8]
    }
    if last == UInt8(ascii: "y"), let before = stem.last, !"aeiou".utf8.contains(before) {
      return [base, stem + "ies".utf8, stem + "ied".utf8, stem + "ied".utf8, base + "ing".utf8]
    }
    let doubled = doubles ? base + [last] : base
    let past = doubled + "ed".utf8
    return [base, isHissing ? base + "es".utf8 : base + "s".utf8, past, past, doubled + "ing".utf8]
  }

  private var isHissing: Bool {
    switch base.last {
    case UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"): true
    case UInt8(ascii: "h"): "sc".utf8.contains(base.dropLast().last ?? 0)
    default: false
    }
  }
}
