/// Scores of all tags, added eight at a time.
struct TagScores: Sendable {
  private var parts: (SIMD8<Int16>, SIMD8<Int16>, SIMD8<Int16>, SIMD8<Int16>, SIMD8<Int16>) = (
    .zero, .zero, .zero, .zero, .zero
  )

  /// No sum of weights of 8 bits over all features leaves 16.
  @inline(__always)
  static func += (sum: inout TagScores, other: TagScores) {
    sum.parts.0 &+= other.parts.0
    sum.parts.1 &+= other.parts.1
    sum.parts.2 &+= other.parts.2
    sum.parts.3 &+= other.parts.3
    sum.parts.4 &+= other.parts.4
  }

  @inline(__always)
  static func += (sum: inout TagScores, weights: TagWeights) {
    sum.parts.0 &+= SIMD8(truncatingIfNeeded: weights.parts.0)
    sum.parts.1 &+= SIMD8(truncatingIfNeeded: weights.parts.1)
    sum.parts.2 &+= SIMD8(truncatingIfNeeded: weights.parts.2)
    sum.parts.3 &+= SIMD8(truncatingIfNeeded: weights.parts.3)
    sum.parts.4 &+= SIMD8(truncatingIfNeeded: weights.parts.4)
  }

  @inline(__always)
  func store(to scores: UnsafeMutableRawPointer) { scores.storeBytes(of: parts, as: type(of: parts)) }

  /// Adds a row of signed bytes to scores.
  @inline(__always)
  static func add(_ row: UnsafeRawPointer, to sums: UnsafeMutableRawPointer) {
    var first = 0
    while first < TaggerModel.rowSize {
      let weights = row.loadUnaligned(fromByteOffset: first, as: SIMD8<Int8>.self)
      let sum = sums.loadUnaligned(fromByteOffset: 2 * first, as: SIMD8<Int16>.self)
      sums.storeBytes(
        of: sum &+ SIMD8<Int16>(truncatingIfNeeded: weights), toByteOffset: 2 * first, as: SIMD8<Int16>.self)
      first += 8
    }
  }
}

/// The weights of one feature for all tags: half the room of scores.
struct TagWeights: Sendable {
  fileprivate(set) var parts: (SIMD8<Int8>, SIMD8<Int8>, SIMD8<Int8>, SIMD8<Int8>, SIMD8<Int8>) = (
    .zero, .zero, .zero, .zero, .zero
  )
}
