/// Looks for bytes eight at a time.
package enum ByteSearch {
  /// The offset of the first such byte from `start` on, nil where there is none.
  ///
  /// - Parameter end: where the search ends; nil for the end of the bytes.
  package static func first(_ byte: UInt8, in bytes: [UInt8], from start: Int = 0, to end: Int? = nil) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      let end = end ?? buffer.count
      var at = skip(buffer, from: start, to: end, until: byte)
      while at < end {
        if buffer[at] == byte { return at }
        at += 1
      }
      return nil
    }
  }

  /// The first offset from `start` on at which a byte may stand, at most fifteen before it.
  @inline(__always)
  private static func skip(
    _ buffer: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, until byte: UInt8
  ) -> Int {
    var at = start
    let raw = UnsafeRawBufferPointer(buffer)
    let wanted = SIMD2(repeating: ones &* UInt64(byte))
    while at + 64 <= end {
      var found = SIMD2<UInt64>.zero
      for offset in stride(from: 0, to: 64, by: 16) {
        found |= zeros(raw.loadUnaligned(fromByteOffset: at + offset, as: SIMD2<UInt64>.self) ^ wanted)
      }
      if found[0] | found[1] != 0 { break }
      at += 64
    }
    while at + 16 <= end {
      let found = zeros(raw.loadUnaligned(fromByteOffset: at, as: SIMD2<UInt64>.self) ^ wanted)
      if found[0] | found[1] != 0 { return at + place(of: found) }
      at += 16
    }
    return at
  }

  /// The first offset from `start` on at which one of two bytes may stand, at most fifteen before it.
  @inline(__always)
  static func skip(
    _ buffer: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, until first: UInt8, or second: UInt8
  ) -> Int {
    var at = start
    let raw = UnsafeRawBufferPointer(buffer)
    let (wanted, alternative) = (SIMD2(repeating: ones &* UInt64(first)), SIMD2(repeating: ones &* UInt64(second)))
    while at + 16 <= end {
      let bytes = raw.loadUnaligned(fromByteOffset: at, as: SIMD2<UInt64>.self)
      let found = zeros(bytes ^ wanted) | zeros(bytes ^ alternative)
      if found[0] | found[1] != 0 { return at + place(of: found) }
      at += 16
    }
    return at
  }

  /// High bits where bytes are zero.
  @inline(__always)
  private static func zeros(_ bytes: SIMD2<UInt64>) -> SIMD2<UInt64> {
    (bytes &- SIMD2(repeating: ones)) & ~bytes & SIMD2(repeating: highBits)
  }

  /// Which of sixteen bytes is the first of those that are zero: behind it alone a byte may be taken for one.
  ///
  /// For machines whose lower bytes stand first, as all do for which Swift is made.
  @inline(__always)
  private static func place(of zeros: SIMD2<UInt64>) -> Int {
    zeros[0] != 0 ? zeros[0].trailingZeroBitCount / 8 : 8 + zeros[1].trailingZeroBitCount / 8
  }

  static let ones: UInt64 = 0x0101_0101_0101_0101
  static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Whether one of eight bytes is zero.
  @inline(__always)
  static func hasZero(_ bytes: UInt64) -> Bool { (bytes &- ones) & ~bytes & highBits != 0 }
}
