/// The two streams between the server and its one client.
///
/// Both functions block and are called from one thread each, a thread of its own.
package struct Transport: Sendable {
  /// The next bytes from the client; empty at the end, a failure counts as the end.
  package let read: @Sendable () -> [UInt8]
  /// Writes all bytes, however slowly the client takes them; false where it takes no more.
  package let write: @Sendable ([UInt8]) -> Bool

  package init(read: @escaping @Sendable () -> [UInt8], write: @escaping @Sendable ([UInt8]) -> Bool) {
    self.read = read
    self.write = write
  }
}
