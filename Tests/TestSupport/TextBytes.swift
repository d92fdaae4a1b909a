extension String {
  /// Its UTF-8 bytes.
  package var bytes: [UInt8] { Array(utf8) }
}

extension [UInt8] {
  /// The text that the bytes are in UTF-8.
  package var text: String { String(decoding: self, as: UTF8.self) }
}
