/// A value that is kept as bytes between runs of the same program.
///
/// There is one form, read by the build that wrote it: no field has a name, no form has a successor.
protocol Storable {
  func store(into writer: inout StoreWriter)
  /// Reads what `store` wrote; throws on any other bytes.
  init(from reader: inout StoreReader) throws(StoreMalformation)
}

/// That bytes are not what was stored.
struct StoreMalformation: Error {}

/// Gathers the bytes of values.
struct StoreWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(byte: UInt8) { bytes.append(byte) }

  /// Seven bits a byte, the lowest first.
  mutating func write(count: Int) {
    var rest = UInt(bitPattern: count)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ number: UInt64) { withUnsafeBytes(of: number.littleEndian) { bytes += $0 } }

  mutating func write(_ text: some Sequence<UInt8>, count: Int) {
    write(count: count)
    bytes += text
  }
}

/// Takes values from bytes that may be anybody's; never reads past their end.
struct StoreReader {
  private let bytes: [UInt8]
  private var at = 0
  /// The length of the text that stored ranges lie in.
  let textLength: Int

  init(_ bytes: [UInt8], textLength: Int) {
    self.bytes = bytes
    self.textLength = textLength
  }

  var isAtEnd: Bool { at == bytes.count }

  mutating func byte() throws(StoreMalformation) -> UInt8 {
    guard at < bytes.count else { throw StoreMalformation() }
    at += 1
    return bytes[at - 1]
  }

  mutating func integer() throws(StoreMalformation) -> Int {
    var number: UInt = 0
    for shift in stride(from: UInt(0), to: 64, by: 7) {
      let byte = try byte()
      number |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: number) }
    }
    throw StoreMalformation()
  }

  /// How many elements follow; each takes a byte at least.
  mutating func count() throws(StoreMalformation) -> Int {
    let count = try integer()
    guard count >= 0, count <= bytes.count - at else { throw StoreMalformation() }
    return count
  }

  mutating func number() throws(StoreMalformation) -> UInt64 {
    guard bytes.count - at >= 8 else { throw StoreMalformation() }
    defer { at += 8 }
    return bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: at, as: UInt64.self)) }
  }

  mutating func text() throws(StoreMalformation) -> String {
    let count = try count()
    guard let text = String(validating: bytes[at..<at + count], as: UTF8.self) else { throw StoreMalformation() }
    at += count
    return text
  }
}
