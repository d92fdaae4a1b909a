import HearsayCore
import ProseText
import Testing

/// A draft whose expected ranges stand between `⟦` and `⟧`; they may nest, and `⟦s:` gives a mark the label "s".
struct MarkedDraft {
  var plain = ""
  /// In the order in which the marks open, in bytes of the text without marks.
  private(set) var marks: [(label: String, range: Range<Int>)] = []

  init(_ marked: String) {
    var open: [Int] = []
    var rest = Substring(marked)
    while let character = rest.popFirst() {
      switch character {
      case "⟦":
        open.append(marks.count)
        marks.append((Self.label(&rest), plain.utf8.count..<plain.utf8.count))
      case "⟧":
        let mark = open.removeLast()
        marks[mark].range = marks[mark].range.lowerBound..<plain.utf8.count
      default: plain.append(character)
      }
    }
    precondition(open.isEmpty, "a mark is never closed: \(marked)")
  }

  /// Takes a label of one letter and at most one digit off the front.
  private static func label(_ rest: inout Substring) -> String {
    guard let colon = rest.prefix(3).firstIndex(of: ":"), rest[rest.startIndex].isLowercase else { return "" }
    defer { rest = rest[rest.index(after: colon)...] }
    return String(rest[..<colon])
  }

  var ranges: [Range<Int>] { marks.map(\.range) }

  func ranges(_ label: String) -> [Range<Int>] { marks.filter { $0.label == label }.map(\.range) }
}

/// Analyses a draft afresh.
func analysis(
  _ text: String, isMarkdown: Bool = false, date: String? = nil, weights: LabellerWeights = .embedded
) throws -> Analysis {
  try analysis(text, format: isMarkdown ? .markdown : .plainText, date: date, weights: weights)
}

/// Analyses a draft in a format afresh.
func analysis(
  _ text: String, format: DraftFormat, date: String? = nil, weights: LabellerWeights = .embedded
) throws -> Analysis {
  var analyzer = Analyzer(weights: weights)
  let day = try date.map { try #require(CalendarDate(iso: $0)) }
  let analysis = analyzer.analyze(SourceText(text), format: format, in: DraftSurroundings(date: day))
  return try #require(analysis)
}

extension Analysis {
  func words(_ range: Range<Int>) -> String { text.string(range) }

  func words(_ ranges: [Range<Int>]) -> [String] { ranges.map(words) }
}
