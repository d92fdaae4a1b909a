import LanguageServerProtocol
import ProseText

extension SourceText {
  /// Applies the changes of one notification, each to the text that the one before it left.
  ///
  /// Places are clamped to the text; a range whose end stands before its beginning is taken the other way round.
  mutating func apply(_ changes: [LSP.TextDocumentContentChangeEvent], _ encoding: PositionEncoding) {
    // What stands before a change of the whole text leaves no trace.
    let first = changes.lastIndex { $0.range == nil } ?? changes.startIndex
    for change in changes[first...] {
      let text = Array(change.text.utf8)
      if let range = change.range {
        replace(byteRange(of: range, in: encoding), with: text)
      } else {
        self = SourceText(text)
      }
    }
  }

  /// The bytes between two positions, clamped to the text.
  func byteRange(of range: LSP.Range, in encoding: PositionEncoding) -> Range<Int> {
    let start = offset(of: Position(range.start), in: encoding)
    let end = offset(of: Position(range.end), in: encoding)
    return min(start, end)..<max(start, end)
  }
}

extension Position {
  init(_ position: LSP.Position) {
    self.init(line: position.line, character: position.character)
  }
}

extension LSP.Position {
  init(_ position: Position) {
    self.init(line: position.line, character: position.character)
  }
}
