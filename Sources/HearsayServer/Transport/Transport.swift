/// The two streams between the server and its one client.
///
/// `read` and `write` block and are called from one thread each, a thread of its own.
package struct Transport: Sendable {
  /// The next bytes from the client; empty at the end, a failure counts as the end.
  package let read: @Sendable () -> [UInt8]
  /// Writes all bytes, however slowly the client takes them; false where it takes no more.
  package let write: @Sendable ([UInt8]) -> Bool
  /// Whether reading would not wait.
  package let hasMore: @Sendable () -> Bool
  /// Writes as many bytes from the beginning as the client takes without anybody waiting, and answers how many: 0 where that is not
  /// known. Never called while `write` is.
  package let writeAtOnce: @Sendable ([UInt8]) -> Int

  package init(
    read: @escaping @Sendable () -> [UInt8], write: @escaping @Sendable ([UInt8]) -> Bool,
    hasMore: @escaping @Sendable () -> Bool = { false }, writeAtOnce: @escaping @Sendable ([UInt8]) -> Int = { _ in 0 }
  ) {
    self.read = read
    self.write = write
    self.hasMore = hasMore
    self.writeAtOnce = writeAtOnce
  }
}
