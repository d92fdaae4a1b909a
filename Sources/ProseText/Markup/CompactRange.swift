/// A range in half the space: drafts of marks alone have millions of them.
///
/// Blocks of more than `Int32.max` bytes are not read for markup (`readSegments`).
@usableFromInline
struct CompactRange: Sendable, Equatable {
  @usableFromInline let lower: Int32
  @usableFromInline let upper: Int32

  @inlinable
  init(_ range: Range<Int>) {
    lower = Int32(clamping: range.lowerBound)
    upper = Int32(clamping: range.upperBound)
  }

  /// The range itself.
  @inlinable var bounds: Range<Int> {
    // One range went in, and clamping keeps the order of its ends.
    @inline(__always) get { Range(uncheckedBounds: (Int(lower), Int(upper))) }
  }
}
