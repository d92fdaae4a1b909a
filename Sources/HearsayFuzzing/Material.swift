import TestSupport

/// Random texts: sentences and examples of rules that have facts in them, markup whole and in pieces, and bytes that are neither.
enum Material {
  private static let sentences = [
    "Some 640 homes were flooded. ", "The Marsh Council said 31 gates were mended. ", "Ida Brandt told the Quay Post. ",
    "“It rained for weeks,” she said. ", "According to the report, 12 percent of 4,200 boats sank in 2031. ",
    "Officials say the toll rose by 5% to 8% from 3%. ", "It was reported that about 1.5 million euros went missing. ",
    "The Ledger, citing the Quay Post, counted 77 crabs [@crabs]. ", "Experts believe so. ", "It is alleged. ",
    "He said that she said that the mayor, who heard it from a clerk, knew. ", "See https://example.org/a?b=1. ",
    "Between 3 and 5 May, 6.4 km of quay fell; 12 people died, two of them in Dorn. ", "Half of them left. ",
    "On Monday the Dorn Harbour Authority (DHA) said 3,000 t of grain had burnt, the DHA added. ",
  ]
  private static let joints = ["\n", "\n\n", "\r\n", "\r", " ", "", "é🙂", "\u{2028}", "- ", "> ", "# ", "| ", "* "]
  private static let comments = [
    "<!-- hearsay-ignore HS101: x -->\n\n", "% hearsay-ignore\n\n", "---\nstatus: retired\n---\n",
  ]

  /// How many pieces to take: mostly few, for what goes wrong does so in little, and many more of them can be tried.
  static func count(_ random: inout SeededGenerator, most: Int) -> Int {
    let least = Int.random(in: 0..<20, using: &random) == 0 ? 0 : 1
    let isLong = Int.random(in: 0..<6, using: &random) == 0
    return Int.random(in: least...(isLong ? most : max(3, most / 3)), using: &random)
  }

  /// - Parameter most: pieces.
  static func text(_ random: inout SeededGenerator, most: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<count(&random, most: most) {
      switch Int.random(in: 0..<20, using: &random) {
      case 0..<4: bytes += pick(sentences, &random).utf8
      case 4..<7: bytes += pick(RuleExample.all, &random).plain
      case 7: bytes = pick(Wrapping.all, &random).around(bytes)
      case 8..<12: bytes += pick(HostileUnits.all, &random).utf8
      case 12..<16: bytes += pick(joints, &random).utf8
      case 16: bytes += pick(comments, &random).utf8
      case 17: bytes += String(Int.random(in: -9...99_999, using: &random)).utf8
      case 18:
        let unit = pick(HostileUnits.all, &random)
        for _ in 0..<Int.random(in: 0...12, using: &random) { bytes += unit.utf8 }
      default: bytes.append(UInt8.random(in: 0...255, using: &random))
      }
    }
    return bytes
  }

  /// Some bytes changed, dropped, doubled or put elsewhere.
  static func mutated(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 0...6, using: &random) where !bytes.isEmpty {
      let at = Int.random(in: bytes.indices, using: &random)
      let end = min(bytes.count, at + Int.random(in: 1...9, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(at..<end)
      case 2: bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: 0...bytes.count, using: &random))
      case 3: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 4: bytes.removeSubrange(at...)
      default: bytes.insert(contentsOf: pick(marks, &random).utf8, at: at)
      }
    }
    return bytes
  }

  private static let marks = [
    "\r\n\r\n", "Content-Length: 5\r\n", "-1", "99999999999999999999", "\"", "{", "}", "[", "]", "null", "\\u",
    "\\ud800",
    "1e999", ":", ",", "\u{0}",
  ]

  static func pick<Value>(_ values: [Value], _ random: inout SeededGenerator) -> Value {
    values[Int.random(in: values.indices, using: &random)]
  }
}
