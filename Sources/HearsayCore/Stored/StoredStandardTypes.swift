extension Bool: Storable {
  func store(into writer: inout StoreWriter) { writer.write(byte: self ? 1 : 0) }

  init(from reader: inout StoreReader) throws(StoreMalformation) {
    switch try reader.byte() {
    case 0: self = false
    case 1: self = true
    default: throw StoreMalformation()
    }
  }
}

extension Int: Storable {
  func store(into writer: inout StoreWriter) { writer.write(count: self) }
  init(from reader: inout StoreReader) throws(StoreMalformation) { self = try reader.integer() }
}

extension UInt64: Storable {
  func store(into writer: inout StoreWriter) { writer.write(self) }
  init(from reader: inout StoreReader) throws(StoreMalformation) { self = try reader.number() }
}

extension Double: Storable {
  func store(into writer: inout StoreWriter) { writer.write(bitPattern) }

  init(from reader: inout StoreReader) throws(StoreMalformation) { self = Double(bitPattern: try reader.number()) }
}

extension String: Storable {
  func store(into writer: inout StoreWriter) { writer.write(utf8, count: utf8.count) }
  init(from reader: inout StoreReader) throws(StoreMalformation) { self = try reader.text() }
}

extension Range: Storable where Bound == Int {
  func store(into writer: inout StoreWriter) {
    writer.write(count: lowerBound)
    writer.write(count: upperBound - lowerBound)
  }

  /// A range of the text that the value was made of.
  init(from reader: inout StoreReader) throws(StoreMalformation) {
    let start = try reader.integer()
    let length = try reader.integer()
    guard start >= 0, start <= reader.textLength, length >= 0, length <= reader.textLength - start else {
      throw StoreMalformation()
    }
    self = start..<(start + length)
  }
}

extension Optional: Storable where Wrapped: Storable {
  func store(into writer: inout StoreWriter) {
    writer.write(byte: self == nil ? 0 : 1)
    self?.store(into: &writer)
  }

  init(from reader: inout StoreReader) throws(StoreMalformation) {
    self = try Bool(from: &reader) ? Wrapped(from: &reader) : nil
  }
}

extension Array: Storable where Element: Storable {
  func store(into writer: inout StoreWriter) {
    writer.write(count: count)
    for element in self { element.store(into: &writer) }
  }

  init(from reader: inout StoreReader) throws(StoreMalformation) {
    let count = try reader.count()
    self = []
    reserveCapacity(count)
    for _ in 0..<count { append(try Element(from: &reader)) }
  }
}

extension Set: Storable where Element == UInt64 {
  /// In order, so that the same value has the same bytes.
  func store(into writer: inout StoreWriter) { sorted().store(into: &writer) }

  init(from reader: inout StoreReader) throws(StoreMalformation) { self = Set(try [UInt64](from: &reader)) }
}

extension Storable where Self: RawRepresentable<String> {
  func store(into writer: inout StoreWriter) { rawValue.store(into: &writer) }

  init(from reader: inout StoreReader) throws(StoreMalformation) {
    guard let value = Self(rawValue: try String(from: &reader)) else { throw StoreMalformation() }
    self = value
  }
}

extension Severity: Storable {}
extension FigureKind: Storable {}
extension SourceKind: Storable {}
extension Bound: Storable {}
