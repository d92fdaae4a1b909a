import HearsayCore
import JSON
import Workspace

/// A baseline on disk: JSON Lines, a header and then one kind of finding a line, sorted, so that branches merge line by line.
extension Baseline {
  /// The largest baseline that is read, in bytes.
  static let sizeLimit = 64_000_000

  /// Reads a file's bytes; throws with the number of the line that is no entry.
  init(_ bytes: [UInt8]) throws(Problem) {
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.allSatisfy({ $0 <= 0x20 }) { continue }
      guard let value = try? JSONValue(parsing: Array(line)) else {
        throw Self.problem(number, "it is no JSON", "resolve what a merge left there, or write it anew")
      }
      if let version = value["version"]?.whole {
        guard version == 1 else {
          throw Self.problem(
            number, "version \(version) is not known", "use the release that wrote it, or write it anew")
        }
        continue
      }
      guard let path = value["path"]?.string, let rule = value["rule"]?.string, let marked = value["marked"]?.string,
        let count = value["count"].map(\.whole) ?? 1, count > 0
      else {
        throw Self.problem(number, "it is no entry", "write the baseline anew with --\(BaselineOptions.update.name)")
      }
      let context = FindingContext(
        words: value["words"]?.string ?? "", marked: marked, before: value["before"]?.string,
        after: value["after"]?.string)
      merge(Entry(path: path, rule: rule, context: context), count: count)
    }
  }

  private static func problem(_ line: Int, _ message: String, _ remedy: String) -> Problem {
    Problem("line \(line): \(message)", remedy: remedy)
  }

  /// The bytes of the file.
  var written: [UInt8] {
    var bytes = Array(#"{"hearsay":"baseline","version":1}"#.utf8) + [0x0A]
    for (entry, count) in counts.sorted(by: { $0.key.sortKey.lexicographicallyPrecedes($1.key.sortKey) }) {
      var writer = JSONWriter()
      writer.beginObject()
      writer.member("path", entry.path)
      writer.member("rule", entry.rule)
      writer.member("words", entry.context.words)
      writer.member("marked", entry.context.marked)
      if let before = entry.context.before { writer.member("before", before) }
      if let after = entry.context.after { writer.member("after", after) }
      if count > 1 { writer.member("count", count) }
      writer.endObject()
      bytes += withoutControls(writer.bytes) + [0x0A]
    }
    return bytes
  }
}

extension JSONValue {
  fileprivate var whole: Int? {
    if case .integer(let value) = self { value } else { nil }
  }
}
