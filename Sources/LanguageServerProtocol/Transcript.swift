package import JSON

/// A message of a recorded session, one line of `Protocol/transcripts/*.jsonl`.
///
/// The line is an object with `dir`, who sent it to whom, and `msg`, the message.
package struct TranscriptEntry: Sendable, Hashable {
  /// Who sent a message.
  package enum Direction: String, Sendable, JSONDecodable, JSONEncodable {
    case clientToServer = "client->server"
    case serverToClient = "server->client"
  }

  package let direction: Direction
  package let message: JSONValue

  package init(direction: Direction, message: JSONValue) {
    self.direction = direction
    self.message = message
  }

  /// Reads the lines of a recording; empty ones are skipped.
  /// - Throws: `InvalidValue` that names the line, from 0, which is no entry.
  package static func entries(_ lines: [UInt8]) throws(InvalidValue) -> [TranscriptEntry] {
    var entries: [TranscriptEntry] = []
    for (index, line) in lines.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      guard line.contains(where: { $0 != 0x20 && $0 != 0x0D }) else { continue }
      let value: JSONValue
      do {
        value = try JSONValue(parsing: Array(line))
      } catch {
        throw InvalidValue(at: [.index(index)], "is not JSON: \(error.description)")
      }
      do {
        entries.append(try TranscriptEntry(decoding: value))
      } catch {
        throw error.inside(.index(index))
      }
    }
    return entries
  }
}

extension TranscriptEntry: JSONDecodable, JSONEncodable {
  package init(decoding value: JSONValue) throws(InvalidValue) {
    let object = try JSONObject(decoding: value)
    direction = try object.required("dir")
    message = try object.required("msg")
  }

  package func encode(into writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("dir", direction)
    writer.member("msg", message)
    writer.endObject()
  }
}
