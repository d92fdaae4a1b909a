/// The labeller's trained file, read where it lies.
///
/// Little-endian. A header of 16 bytes (`HSLB`, version, number of labels, rows as a power of two of the outer and of the
/// inner model, two zeros), then for each of the two models 16 tables of transitions (7 × 8 signed 16-bit scores, from label by to label) and
/// its rows: eight signed bytes, one a label and one of padding. Scores of rows and transitions have one scale.
///
/// A view over memory that must outlive it. Only the header and the size are checked.
package struct LabellerModel {
  package static let magic: [UInt8] = [0x48, 0x53, 0x4C, 0x42]
  package static let version: UInt16 = 2
  package static let headerSize = 16
  package static let transitionClasses = 16
  /// Bytes of one model's transitions.
  package static let transitionSize = transitionClasses * 7 * 8 * 2

  private let base: UnsafeRawPointer
  private let rowBits: (outer: Int, inner: Int)

  /// One of the two: for a block, or for what is said inside a content.
  package struct Weights {
    /// A row of eight scores for each label that a path may come from, class by class.
    let transitions: UnsafeRawPointer
    let rows: UnsafeRawPointer
    let mask: UInt32
    /// 0 for the outer model, 1 for the inner one.
    let layer: UInt64
  }

  /// Nil where the bytes are not a labeller's file of this version.
  package init?(_ buffer: UnsafeRawBufferPointer) {
    guard let base = buffer.baseAddress, buffer.count >= Self.headerSize, buffer.prefix(4).elementsEqual(Self.magic),
      UInt16(littleEndian: base.loadUnaligned(fromByteOffset: 4, as: UInt16.self)) == Self.version,
      UInt16(littleEndian: base.loadUnaligned(fromByteOffset: 6, as: UInt16.self))
        == UInt16(AttributionLabel.allCases.count)
    else { return nil }
    rowBits = (Int(buffer[8]), Int(buffer[9]))
    guard (8...22).contains(rowBits.outer), (8...22).contains(rowBits.inner),
      buffer.count == Self.size(outerBits: rowBits.outer, innerBits: rowBits.inner)
    else { return nil }
    self.base = base
  }

  /// The size of a file in bytes.
  package static func size(outerBits: Int, innerBits: Int) -> Int {
    headerSize + 2 * transitionSize + (8 << outerBits) + (8 << innerBits)
  }

  var outer: Weights { weights(at: Self.headerSize, bits: rowBits.outer, layer: 0) }

  var inner: Weights {
    weights(at: Self.headerSize + Self.transitionSize + (8 << rowBits.outer), bits: rowBits.inner, layer: 1)
  }

  private func weights(at offset: Int, bits: Int, layer: UInt64) -> Weights {
    let start = base + offset
    return Weights(
      transitions: start, rows: start + Self.transitionSize,
      mask: 1 << UInt32(bits) - 1, layer: layer)
  }
}
