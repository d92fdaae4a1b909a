/// How many bytes two texts have in common, at their beginning and at their end.
struct CommonEnds: Sendable {
  private(set) var head = 0
  private(set) var tail = 0
  /// Bytes of both texts.
  private var before = 0
  private var now = 0

  init() {}

  init(_ left: [UInt8], _ right: [UInt8]) { self.init(left, right, right.indices) }

  /// - Parameter range: of the second text, what is compared.
  init(_ left: [UInt8], _ whole: [UInt8], _ range: Range<Int>) {
    (before, now) = (left.count, range.count)
    left.withUnsafeBytes { left in
      whole.withUnsafeBytes { whole in
        let right = UnsafeRawBufferPointer(rebasing: whole[range])
        let most = min(left.count, right.count)
        while head + 64 <= most, Self.isSame(left, head, right, head) { head += 64 }
        while head + 8 <= most,
          left.loadUnaligned(fromByteOffset: head, as: UInt64.self)
            == right.loadUnaligned(fromByteOffset: head, as: UInt64.self)
        { head += 8 }
        while head < most, left[head] == right[head] { head += 1 }
        while tail + 64 <= most - head,
          Self.isSame(left, left.count - tail - 64, right, right.count - tail - 64)
        { tail += 64 }
        while tail + 8 <= most - head,
          left.loadUnaligned(fromByteOffset: left.count - tail - 8, as: UInt64.self)
            == right.loadUnaligned(fromByteOffset: right.count - tail - 8, as: UInt64.self)
        { tail += 8 }
        while tail < most - head, left[left.count - tail - 1] == right[right.count - tail - 1] { tail += 1 }
      }
    }
  }

  /// Whether 64 bytes of two texts are the same.
  @inline(__always)
  private static func isSame(
    _ left: UnsafeRawBufferPointer, _ first: Int, _ right: UnsafeRawBufferPointer, _ second: Int
  ) -> Bool {
    var differences = SIMD2<UInt64>.zero
    for offset in stride(from: 0, to: 64, by: 16) {
      differences |=
        left.loadUnaligned(fromByteOffset: first + offset, as: SIMD2<UInt64>.self)
        ^ right.loadUnaligned(fromByteOffset: second + offset, as: SIMD2<UInt64>.self)
    }
    return differences[0] | differences[1] == 0
  }

  /// Whether the texts were never compared, or are different throughout.
  var isNothing: Bool { head == 0 && tail == 0 }

  /// What lies between the ends, in the first text and the second, with a few bytes beside.
  var changeBefore: Range<Int> { max(0, head - Self.margin)..<min(before, before - tail + Self.margin) }
  var change: Range<Int> { max(0, head - Self.margin)..<min(now, now - tail + Self.margin) }

  private static let margin = 8

  /// Whether what stood at a range stands, untouched, at another one.
  func leave(_ earlier: Range<Int>, at range: Range<Int>) -> Bool {
    guard earlier.count == range.count else { return false }
    if earlier.lowerBound == range.lowerBound, range.upperBound <= head { return true }
    return earlier.lowerBound >= before - tail && before - earlier.lowerBound == now - range.lowerBound
  }
}
