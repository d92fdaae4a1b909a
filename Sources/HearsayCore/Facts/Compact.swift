/// A range of a block in half the room: drafts have tens of thousands of quantities and names.
///
/// A block of more terms or bytes than 32 bits count is read by nobody (`Term.start`).
@propertyWrapper
struct Compact: Sendable, Equatable {
  private var lower: Int32
  private var upper: Int32

  init(wrappedValue range: Range<Int>) {
    lower = Int32(range.lowerBound)
    upper = Int32(range.upperBound)
  }

  var wrappedValue: Range<Int> {
    get { Int(lower)..<Int(upper) }
    set { self = Compact(wrappedValue: newValue) }
  }
}

/// An optional range of a block in a third of the room.
@propertyWrapper
struct CompactOptional: Sendable, Equatable {
  private var lower: Int32
  /// Below the lower bound for nil.
  private var upper: Int32

  init(wrappedValue range: Range<Int>?) {
    lower = Int32(range?.lowerBound ?? 0)
    upper = Int32(range?.upperBound ?? -1)
  }

  var wrappedValue: Range<Int>? {
    get { lower <= upper ? Int(lower)..<Int(upper) : nil }
    set { self = CompactOptional(wrappedValue: newValue) }
  }
}
