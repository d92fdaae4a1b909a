/// A range of a block in half the room: drafts have tens of thousands of quantities and names.
///
/// A block of more terms or bytes than 32 bits count is read by nobody (`Term.start`).
@propertyWrapper
struct Compact: Sendable, Equatable {
  private var lower: Int32
  private var upper: Int32

  init(wrappedValue range: Range<Int>) {
    lower = Int32(clamping: range.lowerBound)
    upper = Int32(clamping: range.upperBound)
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
    lower = Int32(clamping: range?.lowerBound ?? 0)
    upper = Int32(clamping: range?.upperBound ?? -1)
  }

  var wrappedValue: Range<Int>? {
    get { lower <= upper ? Int(lower)..<Int(upper) : nil }
    set { self = CompactOptional(wrappedValue: newValue) }
  }
}

/// An index into a list of the draft or a count of things in it, in half the room.
@propertyWrapper
struct CompactIndex: Sendable, Equatable {
  private var value: Int32

  init(wrappedValue index: Int) { value = Int32(clamping: index) }

  var wrappedValue: Int {
    get { Int(value) }
    set { value = Int32(clamping: newValue) }
  }
}

/// An optional index from 0 on, in a quarter of the room.
@propertyWrapper
struct CompactOptionalIndex: Sendable, Equatable {
  /// Below 0 for nil.
  private var value: Int32

  init(wrappedValue index: Int?) { value = index.map { Int32(clamping: $0) } ?? -1 }

  var wrappedValue: Int? {
    get { value < 0 ? nil : Int(value) }
    set { self = CompactOptionalIndex(wrappedValue: newValue) }
  }
}
