import JSON

/// Something wrong in a ledger, and where.
package struct LedgerProblem: Sendable, Equatable {
  /// What can be wrong in a ledger, as far as rules treat it differently.
  package enum Kind: Sendable, Equatable {
    /// A key that nobody reads: a slip, or a newer ledger.
    case unknownKey
    case invalidValue, duplicateID, unknownReference, circle
    /// A saved copy that cannot be read.
    case missingCopy
    /// The bytes are no JSON, or no object: nothing was read.
    case unreadable
  }

  package var kind: Kind
  /// UTF-8 bytes of the ledger.
  package var range: Range<Int>
  package var message: String
  /// Where the other part of it stands, as in ids that are there twice.
  package var other: Range<Int>?

  package init(kind: Kind, range: Range<Int>, message: String, other: Range<Int>? = nil) {
    self.kind = kind
    self.range = range
    self.message = message
    self.other = other
  }
}

/// A ledger as it was read: what was understood, and what was wrong.
package struct LedgerReading: Sendable, Equatable {
  package var bytes: [UInt8]
  /// Nil where the bytes are no JSON object.
  package var ledger: Ledger?
  /// In the order of the bytes.
  package var problems: [LedgerProblem] = []

  /// The most bytes that are read: a ledger of ten thousand sources has a tenth of it.
  package static let sizeLimit = 16_000_000

  /// Reads a ledger from its bytes, JSON with comments.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    do throws(JSONError) {
      let node = try JSONNode(parsing: bytes, options: .jsonc)
      guard node.members != nil else {
        problems = [
          LedgerProblem(
            kind: .unreadable, range: node.range, message: "A ledger is an object, this is \(node.kindDescription).")
        ]
        return
      }
      var reader = LedgerReader()
      var read = reader.ledger(node)
      let checks = LedgerChecks(read)
      problems = reader.problems + checks.problems
      read.removeRepeats()
      ledger = read
      problems.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    } catch {
      let at = min(error.offset, max(0, bytes.count - 1))
      let words = error.description
      problems = [
        LedgerProblem(
          kind: .unreadable, range: at..<min(bytes.count, at + 1),
          message: "This is no JSON: \(words).")
      ]
    }
  }

  /// The same reading with more that is wrong.
  package func with(problems more: [LedgerProblem]) -> LedgerReading {
    var copy = self
    copy.problems += more
    copy.problems.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    return copy
  }

  /// Why nothing of it was read, nil where something was.
  package var unreadable: LedgerProblem? { problems.first { $0.kind == .unreadable } }
}

extension Ledger {
  /// Keeps the first entry of each id.
  fileprivate mutating func removeRepeats() {
    var seen: Set<[UInt8]> = []
    sources = sources.filter { seen.insert(Array($0.id.utf8)).inserted }
  }
}

extension LedgerReading {
  /// Whether a text can be the id of a source.
  package static func isID(_ text: String) -> Bool { LedgerReader.isKey(text) }
}
