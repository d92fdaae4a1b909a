/// Rows of the labeller's weights that a term's features select, gathered without allocation.
struct LabellerRows {
  /// No term has more features.
  static let capacity = 112

  private let base: UnsafeMutablePointer<UInt32>
  private let mask: UInt32
  private(set) var count = 0

  /// - Parameters:
  ///   - base: room for `capacity` rows.
  ///   - mask: the number of rows less one, a power of two less one.
  init(_ base: UnsafeMutablePointer<UInt32>, mask: UInt32) {
    self.base = base
    self.mask = mask
  }

  /// Adds the row of one feature: its template and up to two values, hashed (Weinberger et al. 2009, without signs).
  @inline(__always)
  mutating func add(_ template: UInt64, _ first: UInt64, _ second: UInt64 = 0) {
    var mixed = (first &+ template &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 32 ^ second) &* 0x94D0_49BB_1331_11EB
    base[count] = UInt32(truncatingIfNeeded: (mixed ^ mixed >> 29) >> 32) & mask
    count &+= 1
  }

  mutating func clear() { count = 0 }

  /// A distance in nine steps, finer where it is short.
  @inline(__always)
  static func step(_ distance: Int) -> UInt64 {
    switch distance {
    case ...0: 0
    case ...3: UInt64(distance)
    case ...5: 4
    case ...8: 5
    case ...14: 6
    case ...25: 7
    default: 8
    }
  }
}
