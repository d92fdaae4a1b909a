import HearsayCore
import LanguageServerProtocol
import ProseText

/// The parties and claims of a draft with their places, in little room: what a search of all drafts looks through.
struct DraftSymbols: Sendable, Equatable {
  /// The most that are kept of a draft.
  static let most = 1000

  private struct Entry: Sendable, Equatable {
    /// Where the name ends among all names.
    var end: Int32
    var isSource: Bool
    var startLine: Int32
    var startCharacter: Int32
    var endLine: Int32
    var endCharacter: Int32
  }

  /// One behind the other, in UTF-8.
  private var names: [UInt8] = []
  private var entries: [Entry] = []

  /// Parties first, by their first mention, then claims, both in the order of the text.
  ///
  /// - Parameter encoding: the unit of columns.
  init(_ analysis: Analysis, _ encoding: PositionEncoding) {
    var found: [(name: String, isSource: Bool, range: Range<Int>)] = []
    for source in analysis.sources {
      if let place = source.mentions.first { found.append((shownOnOneLine(source.name, limit: 80), true, place)) }
    }
    for index in analysis.claims {
      let range = analysis.phrase(of: analysis.figures[index])
      found.append((analysis.label(range), false, range))
    }
    let shown = found.prefix(Self.most)
    let ranges = PositionTable.ranges(shown.map(\.range), in: analysis.text, encoding)
    entries.reserveCapacity(shown.count)
    for (symbol, range) in zip(shown, ranges) {
      names += symbol.name.utf8
      entries.append(
        Entry(
          end: Int32(names.count), isSource: symbol.isSource,
          startLine: Int32(range.start.line), startCharacter: Int32(range.start.character),
          endLine: Int32(range.end.line), endCharacter: Int32(range.end.character)))
    }
  }

  /// Those whose name holds the words of a query, at whatever size of letters; all for an empty one.
  ///
  /// - Parameters:
  ///   - query: in small letters.
  ///   - most: how many at most.
  ///   - uri: of the draft.
  func matching(_ query: String, most: Int, in uri: String) -> [LSP.WorkspaceSymbol] {
    var found: [LSP.WorkspaceSymbol] = []
    var start = 0
    for entry in entries where found.count < most {
      let name = String(decoding: names[start..<Int(entry.end)], as: UTF8.self)
      start = Int(entry.end)
      guard query.isEmpty || name.lowercased().contains(query) else { continue }
      let range = LSP.Range(
        start: LSP.Position(line: Int(entry.startLine), character: Int(entry.startCharacter)),
        end: LSP.Position(line: Int(entry.endLine), character: Int(entry.endCharacter)))
      found.append(
        LSP.WorkspaceSymbol(
          name: name, kind: entry.isSource ? .class : .number, location: LSP.Location(uri: uri, range: range)))
    }
    return found
  }
}
