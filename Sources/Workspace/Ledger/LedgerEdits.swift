import HearsayCore
package import JSON

/// Edits of a ledger's file that keep its comments, order and spacing, and the write of all of them at once.
package struct LedgerEdits: Sendable {
  private let path: String
  private let stamp: FileStamp?
  private let original: [UInt8]
  private var bytes: [UInt8]
  private var ids: Set<String>

  /// Begins with a ledger as it was read.
  package init(_ found: FoundLedger) {
    self.init(found, stamp: FileStamp(of: found.path))
  }

  /// Begins with a ledger that somebody else will change: looks at no file, and cannot be written.
  package init(editing found: FoundLedger) {
    self.init(found, stamp: nil)
  }

  private init(_ found: FoundLedger, stamp: FileStamp?) {
    path = found.path
    self.stamp = stamp
    original = found.reading?.bytes ?? []
    bytes = original
    ids = Set((found.reading?.ledger?.sources ?? []).map(\.id))
  }

  /// What the edits come to, as one replacement of whole characters; nil where nothing has changed.
  package var change: (range: Range<Int>, replacement: [UInt8])? {
    guard bytes != original else { return nil }
    let most = min(original.count, bytes.count)
    var head = 0
    while head < most, original[head] == bytes[head] { head += 1 }
    var tail = 0
    while tail < most - head, original[original.count - 1 - tail] == bytes[bytes.count - 1 - tail] { tail += 1 }
    // No edit begins or ends inside a character.
    while head > 0, head < original.count, original[head] & 0xC0 == 0x80 { head -= 1 }
    while tail > 0, original[original.count - tail] & 0xC0 == 0x80 { tail -= 1 }
    return (head..<original.count - tail, Array(bytes[head..<bytes.count - tail]))
  }

  /// Adds a source at the end; answers false where its id is taken or cannot be one.
  package mutating func append(_ source: JSONObject) throws(Problem) -> Bool {
    guard let id = source["id"]?.string, !ids.contains(id), LedgerReading.isID(id) else { return false }
    try append(.object(source), to: ["sources"])
    ids.insert(id)
    return true
  }

  /// Adds a figure to the source of an id.
  package mutating func append(figure: JSONObject, toSource id: String) throws(Problem) {
    let root = try node()
    guard let index = root["sources"]?.elements?.firstIndex(where: { $0["id"]?.string == id }) else {
      throw Problem("the ledger has no source '\(id)'", remedy: "name one that it has, or add the source first")
    }
    try append(.object(figure), to: ["sources", .index(index), "figures"])
  }

  private mutating func append(_ value: JSONValue, to list: [JSONPathStep]) throws(Problem) {
    let root = try node()
    let isThere = root[list]?.elements != nil
    let edit =
      isThere ? root.edit(appending: value, to: list, in: bytes) : root.edit(setting: list, to: [value], in: bytes)
    guard let edit else { throw Problem("the ledger has no place for it", remedy: "check it with `ledger check`") }
    bytes = edit.applied(to: bytes)
  }

  private func node() throws(Problem) -> JSONNode {
    do { return try JSONNode(parsing: bytes, options: .jsonc) } catch {
      throw Problem("the ledger is no JSON: \(error.description)", remedy: "check it with `ledger check`")
    }
  }

  /// Replaces the file, all of it or nothing; refuses where somebody else has changed it since.
  package func write() throws(Problem) {
    guard stamp == FileStamp(of: path) else {
      throw Problem("the ledger '\(path)' has changed in the meantime", remedy: "run the command again")
    }
    do throws(SystemError) { try replaceFile(path, with: bytes) } catch {
      throw Problem(
        "the ledger '\(path)' cannot be written: \(error.whenWriting)", remedy: "check the permissions of its folder")
    }
  }
}
