import HearsayCore
import ProseText

/// A block of an annotated text with a label for each of its terms.
struct LabelledBlock {
  var block: LabellerBlock
  /// Which of the texts it is from.
  var text: Int
  /// Labels of the outermost attributions, and of those nested in them.
  var outer: [AttributionLabel]
  var nested: [AttributionLabel]

  /// The blocks of annotated texts.
  static func blocks(of records: [AttributionRecord]) -> [LabelledBlock] {
    records.enumerated().flatMap { number, record in
      let isNested = record.attributions.map { $0.isInside(record.attributions) }
      let pairs = zip(record.attributions, isNested)
      return blocks(
        Array(record.text.utf8), record.draftFormat, number, outer: pairs.filter { !$0.1 }.flatMap(\.0.spans),
        nested: pairs.filter { $0.1 }.flatMap(\.0.spans))
    }
  }

  /// The blocks of texts that are marked inline; `first` is the number of the first text.
  static func blocks(of texts: [AnnotatedText], first: Int) -> [LabelledBlock] {
    texts.enumerated().flatMap { number, text in
      blocks(text.bytes, .plainText, first + number, outer: text.outer, nested: text.nested)
    }
  }

  private static func blocks(
    _ bytes: [UInt8], _ format: DraftFormat, _ text: Int, outer: [LabelledSpan], nested: [LabelledSpan]
  ) -> [LabelledBlock] {
    let outer = Paint(outer, bytes.count)
    let nested = Paint(nested, bytes.count)
    return LabellerBlock.blocks(of: SourceText(bytes), format).map { block in
      LabelledBlock(
        block: block, text: text, outer: outer.labels(of: block.terms), nested: nested.labels(of: block.terms))
    }
  }

  /// The contents long enough to hold an attribution of their own.
  var parts: [Range<Int>] {
    LabelledSpan.spans(of: outer).filter { $0.role == .content && $0.terms.count >= LabellerBlock.leastPart }.map(
      \.terms)
  }
}

/// Roles painted on the bytes of a text: contents below, sources over them, cues on top.
private struct Paint {
  private var roles: [UInt8]
  private var begins: [Bool]

  /// - Parameter spans: in bytes.
  init(_ spans: [LabelledSpan], _ count: Int) {
    roles = [UInt8](repeating: 0, count: count + 1)
    begins = [Bool](repeating: false, count: count + 1)
    for role in [AttributionLabel.Role.content, .source, .cue] {
      for span in spans where span.role == role && !span.terms.isEmpty { paint(span.terms, role) }
    }
  }

  private mutating func paint(_ range: Range<Int>, _ role: AttributionLabel.Role) {
    for index in range {
      roles[index] = role.rawValue + 1
      begins[index] = false
    }
    begins[range.lowerBound] = true
    // What this span parts begins anew behind it.
    if roles[range.upperBound] != 0 { begins[range.upperBound] = true }
  }

  func labels(of terms: [Range<Int>]) -> [AttributionLabel] {
    var before: AttributionLabel.Role?
    return terms.map { term in
      guard roles[term.lowerBound] > 0, let role = AttributionLabel.Role(rawValue: roles[term.lowerBound] - 1) else {
        before = nil
        return .outside
      }
      defer { before = role }
      return before != role || begins[term].contains(true)
        ? AttributionLabel(beginning: role) : AttributionLabel(inside: role)
    }
  }
}
