import HearsayCore
import LanguageServerProtocol
import ProseText

/// An edit that is offered for a finding.
struct OfferedEdit: Sendable {
  let title: String
  let isPreferred: Bool
  let edits: [HearsayCore.TextEdit]
  /// Index of the finding.
  let finding: Int
}

/// Makes the code actions for findings.
struct FindingActions: Sendable {
  let draft: AnalysedDraft
  let client: ClientProfile

  /// The actions for the findings asked for, in the order of the text.
  func actions(for requested: RequestedFindings) -> [LSP.CodeAction] {
    let offers = requested.findings.flatMap { edits(for: $0, requested) }
    let offsets = offers.flatMap { $0.edits.flatMap { [$0.range.lowerBound, $0.range.upperBound] } }
    let positions = PositionTable(offsets, in: draft.text, client.positionEncoding)
    return offers.map { action($0, positions) }
  }

  /// The preferred fix of every finding as one action, for a client that asks for that; nil where there is none.
  ///
  /// - Parameter isDeferred: whether the edit is made when the user chooses the action.
  func all(isDeferred: Bool = false) -> LSP.CodeAction? {
    var edits: [HearsayCore.TextEdit] = []
    var fixed: [Int] = []
    for index in draft.findings.indices {
      guard let fix = draft.findings[index].fixes.first(where: \.isPreferred),
        fix.edits.allSatisfy({ edit in edits.allSatisfy { !$0.touches(edit) } })
      else { continue }
      edits += fix.edits
      fixed.append(index)
    }
    guard !edits.isEmpty else { return nil }
    let title = "Apply all preferred fixes"
    if isDeferred {
      return LSP.CodeAction(title: title, kind: .fixAll, data: DeferredAction.data(.fixAll, of: draft))
    }
    let ranges = draft.ranges(edits.map(\.range), for: client)
    return LSP.CodeAction(
      title: title, kind: .fixAll, diagnostics: fixed.map { draft.diagnostics[$0] },
      edit: workspaceEdit(zip(ranges, edits).map { LSP.TextEdit(range: $0, newText: $1.newText) }))
  }

  private func edits(for index: Int, _ requested: RequestedFindings) -> [OfferedEdit] {
    let finding = draft.findings[index]
    var offers = finding.fixes.map { fix in
      OfferedEdit(title: fix.title, isPreferred: fix.isPreferred, edits: fix.edits, finding: index)
    }
    if requested.isApplyAll { return offers.first { $0.isPreferred }.map { [$0] } ?? Array(offers.prefix(1)) }
    if !requested.isWholeDocument, let edit = draft.analysis.suppression(of: finding) {
      offers.append(
        OfferedEdit(
          title: "Ignore \(finding.rule) here (give a reason)", isPreferred: false, edits: [edit], finding: index))
    }
    return offers
  }

  private func action(_ offer: OfferedEdit, _ positions: PositionTable) -> LSP.CodeAction {
    let edits = offer.edits.map { LSP.TextEdit(range: positions[$0.range], newText: $0.newText) }
    return LSP.CodeAction(
      title: offer.title, kind: .quickFix, diagnostics: [draft.diagnostics[offer.finding]],
      isPreferred: client.marksPreferredActions && offer.isPreferred ? true : nil, edit: workspaceEdit(edits))
  }

  private func workspaceEdit(_ edits: [LSP.TextEdit]) -> LSP.WorkspaceEdit {
    WorkspaceEdits(client: client).edit([.init(uri: draft.uri, version: draft.version, edits: edits)])
  }
}

extension HearsayCore.TextEdit {
  /// Whether both change or border on the same bytes.
  fileprivate func touches(_ other: HearsayCore.TextEdit) -> Bool {
    range.lowerBound <= other.range.upperBound && other.range.lowerBound <= range.upperBound
  }
}
