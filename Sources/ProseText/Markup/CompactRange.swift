/// A range in half the space: drafts of marks alone have millions of them.
///
/// Blocks of more than `Int32.max` bytes are not read for markup (`readSegments`).
struct CompactRange: Sendable, Equatable {
  let lower: Int32
  let upper: Int32

  init(_ range: Range<Int>) {
    lower = Int32(range.lowerBound)
    upper = Int32(range.upperBound)
  }

  /// The range itself.
  var bounds: Range<Int> { Int(lower)..<Int(upper) }
}
