import HearsayCore
import JSON
import LanguageServerProtocol
import ProseText
import Workspace

/// Makes the code actions that put a draft's figures into its ledger.
struct LedgerActions: Sendable {
  let draft: AnalysedDraft
  let ledger: LedgerInUse
  let client: ClientProfile

  /// Nil where there is no ledger, or where it makes no sense as it stands.
  init?(_ draft: AnalysedDraft, _ client: ClientProfile) {
    guard let ledger = draft.ledger, let reading = ledger.found.understood, reading.bytes == ledger.found.reading?.bytes
    else { return nil }
    self.draft = draft
    self.ledger = ledger
    self.client = client
  }

  private var analysis: Analysis { draft.analysis }

  // MARK: Adding

  /// What adds the figures at a place: to the source whose key stands beside them, else as a new source.
  func additions(at range: Range<Int>) -> [LSP.CodeAction] {
    let figures = analysis.figures.indices.filter { index in
      let figure = analysis.figures[index]
      return figure.range.lowerBound <= range.upperBound && range.lowerBound <= figure.range.upperBound
        && figure.exemption == nil && figure.low != nil && analysis.evidence(of: index)?.verdict != .agrees
    }
    // A selection of half a draft asks for no list of all that is in it.
    return figures.prefix(3).compactMap { addition(of: $0, isDeferred: client.resolvesEdits) }
  }

  /// The edit of an action that was offered without it; nil where the ledger has no place for the figure.
  func edit(ofAddition index: Int) -> LSP.WorkspaceEdit? {
    guard analysis.figures.indices.contains(index) else { return nil }
    return addition(of: index, isDeferred: false)?.edit
  }

  /// - Parameter isDeferred: whether the edit, for which the whole ledger is gone through, waits until it is wanted.
  private func addition(of index: Int, isDeferred: Bool) -> LSP.CodeAction? {
    let figure = analysis.figures[index]
    let entry = LedgerFigureEntry(figure, in: analysis)
    let words = shownOnOneLine(analysis.shownWords(figure.range), limit: 40)
    var edits = LedgerEdits(editing: ledger.found)
    let deferred = DeferredAction.data(.addition(index), of: draft)
    if let source = keyedSource(of: figure) {
      let title = "Add “\(words)” to “\(shownOnOneLine(source.id, limit: 40))” in the ledger"
      if isDeferred { return LSP.CodeAction(title: title, kind: .refactor, data: deferred) }
      guard (try? edits.append(figure: entry.json, toSource: source.id)) != nil else { return nil }
      return action(title, edits, inDraft: [])
    }
    guard let place = placeForKey(figure) else { return nil }
    let name = figure.support.by.map { shownOnOneLine($0, limit: 80) }
    let id = newID(name)
    let title = "Add “\(words)” to the ledger as “\(id)”"
    if isDeferred { return LSP.CodeAction(title: title, kind: .refactor, data: deferred) }
    var source: JSONObject = ["id": .string(id)]
    if let name { source["publisher"] = .string(name) }
    source["figures"] = [.object(entry.json)]
    guard (try? edits.append(source)) == true else { return nil }
    let key = LSP.TextEdit(range: draft.ranges([place], for: client)[0], newText: " " + analysis.format.keyMark(id))
    return action(title, edits, inDraft: [key])
  }

  /// The source of the ledger whose key stands in a figure's sentence, or directly behind it.
  private func keyedSource(of figure: Figure) -> LedgerSource? {
    guard analysis.sentences.indices.contains(figure.sentence) else { return nil }
    let sentence = analysis.sentences[figure.sentence]
    let key = analysis.keys.first {
      $0.entry != nil && $0.range.lowerBound >= sentence.lowerBound && $0.range.lowerBound <= sentence.upperBound + 1
    }
    return key?.entry.flatMap(ledger.source)
  }

  /// Where the sentence of a figure ends, before its stop.
  private func placeForKey(_ figure: Figure) -> Range<Int>? {
    guard analysis.sentences.indices.contains(figure.sentence) else { return nil }
    var end = analysis.sentences[figure.sentence].upperBound
    while end > figure.range.upperBound, ".!?".utf8.contains(analysis.text.bytes[end - 1]) { end -= 1 }
    return end..<end
  }

  /// A key that the ledger does not have: the words of a name, else "source", with a number where it is taken.
  private func newID(_ name: String?) -> String {
    let words = (name ?? "").lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
      .drop { $0 == "the" || $0 == "a" }.prefix(4)
    let base = words.isEmpty ? "source" : words.joined(separator: "-")
    var id = base
    var number = 2
    while ledger.opened.index.entry(id) != nil || !LedgerReading.isID(id) {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }

  // MARK: Correcting

  /// What brings the ledger in line with draft and saved copy, for findings that say that it differs from both.
  func corrections(for findings: [Int]) -> [LSP.CodeAction] {
    findings.compactMap { finding in
      let range = analysis.findings[finding].range
      guard analysis.findings[finding].rule == "HS502",
        let index = analysis.figures.firstIndex(where: { $0.range == range }),
        let evidence = analysis.evidence(of: index), let listed = evidence.listed,
        let source = ledger.source(evidence.entry), source.figures.indices.contains(listed)
      else { return nil }
      let (old, figure) = (source.figures[listed], analysis.figures[index])
      guard old.unit == figure.unit, let value = LedgerFigureEntry(figure, in: analysis).json["value"],
        let place = ledger.location(of: old.valueRange, client.positionEncoding)
      else { return nil }
      let text = String(decoding: value.serialized(), as: UTF8.self)
      let edit = WorkspaceEdits.Document(
        uri: ledger.uri, version: ledger.version, edits: [LSP.TextEdit(range: place.range, newText: text)])
      return LSP.CodeAction(
        title: "Correct the ledger: “\(shownOnOneLine(source.id, limit: 40))” gives \(text)", kind: .quickFix,
        diagnostics: [draft.diagnostics[finding]], edit: WorkspaceEdits(client: client).edit([edit]))
    }
  }

  // MARK: Edits

  private func action(_ title: String, _ edits: LedgerEdits, inDraft: [LSP.TextEdit]) -> LSP.CodeAction? {
    guard let change = edits.change, let place = ledger.location(of: change.range, client.positionEncoding) else {
      return nil
    }
    let newText = String(decoding: change.replacement, as: UTF8.self)
    var documents = [
      WorkspaceEdits.Document(
        uri: ledger.uri, version: ledger.version, edits: [LSP.TextEdit(range: place.range, newText: newText)])
    ]
    if !inDraft.isEmpty { documents.append(.init(uri: draft.uri, version: draft.version, edits: inDraft)) }
    return LSP.CodeAction(title: title, kind: .refactor, edit: WorkspaceEdits(client: client).edit(documents))
  }
}

extension DraftFormat {
  /// A source key as the format writes it.
  func keyMark(_ id: String) -> String {
    let marks = TypedKey.marks(of: self)
    return marks.opening + id + marks.closing
  }
}
