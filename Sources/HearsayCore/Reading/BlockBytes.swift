import ProseText

/// The bytes of a block, by themselves or where they stand in a draft; offsets count from the block's first byte.
///
/// A draft that is edited is not held by its blocks: theirs are a copy. One that is read once has no need of a second one.
struct BlockBytes: Sendable {
  private let storage: [UInt8]
  private let firstByte: Int32
  private let byteCount: Int32

  private var origin: Int { Int(firstByte) }
  var count: Int { Int(byteCount) }

  /// All of some bytes.
  init(_ bytes: [UInt8]) {
    storage = bytes
    firstByte = 0
    byteCount = Int32(clamping: bytes.count)
  }

  /// The bytes of a range of a draft.
  ///
  /// - Parameter isCopied: whether they are to outlive the draft.
  init(_ range: Range<Int>, of bytes: [UInt8], isCopied: Bool) {
    storage = isCopied ? Array(bytes[range]) : bytes
    firstByte = isCopied ? 0 : Int32(clamping: range.lowerBound)
    byteCount = Int32(clamping: range.count)
  }

  @inline(__always)
  subscript(offset: Int) -> UInt8 { storage[origin + offset] }

  /// A part of them, at places of its own.
  @inline(__always)
  subscript(range: Range<Int>) -> ArraySlice<UInt8> {
    storage[range.lowerBound + origin..<range.upperBound + origin]
  }

  /// All of them, at places of their own.
  var all: ArraySlice<UInt8> { self[0..<count] }

  /// All of them as an array, a copy where they stand in a draft.
  var array: [UInt8] { count == storage.count ? storage : Array(all) }

  /// The offset of the first such byte from `start` on, nil where there is none.
  func first(_ byte: UInt8, from start: Int = 0) -> Int? {
    ByteSearch.first(byte, in: storage, from: origin + start, to: origin + count).map { $0 - origin }
  }

  /// A hash of a part of them.
  func hash(_ range: Range<Int>) -> UInt64 {
    ByteHash.hash(storage, range.lowerBound + origin..<range.upperBound + origin)
  }

  /// The key of the token that a part of them is.
  func key(_ range: Range<Int>) -> UInt64 {
    foldedKey(storage, range.lowerBound + origin..<range.upperBound + origin)
  }

  /// Whether they are those of a range of a draft.
  func isEqual(to bytes: [UInt8], _ range: Range<Int>) -> Bool {
    ByteHash.areEqual(storage, origin..<origin + count, bytes, range)
  }
}
