/// The markup of one block as its reader finds it: which bytes it hides, and what stands there.
struct InlineMask {
  private let count: Int
  private var hidden: [CompactRange] = []
  private var inlines: [Inline] = []
  private var replacements: [Replacement] = []

  /// A mask over a block of `count` bytes that hides nothing yet.
  init(count: Int) { self.count = count }

  /// Takes a range out of the prose.
  mutating func hide(_ range: Range<Int>) {
    if !range.isEmpty { hidden.append(CompactRange(range)) }
  }

  /// Takes what stands for a character.
  mutating func replace(_ range: Range<Int>, with scalar: Unicode.Scalar) {
    hide(range)
    replacements.append(Replacement(range: range, scalar: scalar))
  }

  /// Takes an opaque piece of markup, and back what was found inside it.
  mutating func take(_ kind: InlineKind, _ range: Range<Int>, target: Range<Int> = 0..<0, isResolved: Bool = true) {
    guard !range.isEmpty else { return }
    while let last = inlines.last, last.range.lowerBound >= range.lowerBound { inlines.removeLast() }
    inlines.append(Inline(kind: kind, range: range, target: target, isResolved: isResolved))
    hide(range)
  }

  /// Takes a piece of markup whose words are prose.
  mutating func wrap(
    _ kind: InlineKind, _ range: Range<Int>, words: Range<Int>, target: Range<Int> = 0..<0, isResolved: Bool = true
  ) {
    inlines.append(Inline(kind: kind, range: range, target: target, isResolved: isResolved))
    hide(range.lowerBound..<words.lowerBound)
    hide(words.upperBound..<range.upperBound)
  }

  /// What is left to read.
  func content() -> BlockContent { maskedContent(count, hidden, nested(sorted(inlines)), replacements) }
}

/// What `hidden` leaves of a block of `count` bytes, and the inlines in order.
///
/// Every replaced range is a hidden one; those inside something that is hidden as a whole, such as an image, are dropped.
func maskedContent(
  _ count: Int, _ hidden: [CompactRange], _ inlines: [Inline], _ replacements: [Replacement]
) -> BlockContent {
  let isSorted = zip(hidden, hidden.dropFirst()).allSatisfy { $0.lower <= $1.lower }
  var result = BlockContent(prose: [], inlines: sorted(inlines))
  result.prose.reserveCapacity(hidden.count + 1)
  var start = 0
  var next = 0
  for range in isSorted ? hidden : hidden.sorted(by: { ($0.lower, $1.upper) < ($1.lower, $0.upper) }) {
    while next < replacements.count, replacements[next].range.lowerBound < range.lower { next += 1 }
    if range.lower > start { result.prose.append(start..<Int(range.lower)) }
    if range.lower >= start, next < replacements.count,
      replacements[next].range == range.bounds
    {
      result.replacements.append(replacements[next])
    }
    start = max(start, Int(range.upper))
  }
  if start < count { result.prose.append(start..<count) }
  return result
}

private func sorted(_ inlines: [Inline]) -> [Inline] {
  func precedes(_ first: Inline, _ second: Inline) -> Bool {
    first.range.lowerBound != second.range.lowerBound
      ? first.range.lowerBound < second.range.lowerBound : first.range.upperBound > second.range.upperBound
  }
  let isSorted = zip(inlines, inlines.dropFirst()).allSatisfy { !precedes($1, $0) }
  return isSorted ? inlines : inlines.sorted(by: precedes)
}

/// The inlines without those that overlap an earlier one and end behind it: half-typed markup may cross.
///
/// They are sorted; where none is dropped, which is the usual case, none is copied.
private func nested(_ inlines: [Inline]) -> [Inline] {
  var ends: [Int] = []
  func isNested(_ inline: Inline) -> Bool {
    while let end = ends.last, end <= inline.range.lowerBound { ends.removeLast() }
    if let end = ends.last, end < inline.range.upperBound { return false }
    ends.append(inline.range.upperBound)
    return true
  }
  guard let crossing = inlines.firstIndex(where: { !isNested($0) }) else { return inlines }
  return inlines[..<crossing] + inlines[(crossing + 1)...].filter(isNested)
}
