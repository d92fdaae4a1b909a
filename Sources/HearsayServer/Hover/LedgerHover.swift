import HearsayCore
import LanguageServerProtocol

/// Says what the ledger knows of a source or a figure.
///
/// Only what a person opened, and said so with a date, is called verified.
struct LedgerHover: Sendable {
  let ledger: LedgerInUse
  let markup: HoverMarkup

  /// One line about what a figure's source says; nil where the ledger has no words for it.
  func line(_ evidence: LedgerEvidence) -> String? {
    let source = evidence.source
    let name = "\(markup.bold(source.name)) (\(markup.text(source.id)))"
    let words = evidence.sentence.map { ": “\(markup.text($0))”" } ?? ""
    switch evidence.verdict {
    case .agrees: break
    case .differs: return words.isEmpty ? nil : "\(name) says otherwise" + words
    case .credited: return nil
    }
    if let check = Self.check(of: source, markup) { return "verified against \(name) \(check)" + words }
    return (evidence.place == nil ? "in the ledger: \(name)" : "as in the saved copy of \(name), which nobody verified")
      + words
  }

  /// "by Ada Moss on 2031-05-02"; nil where nobody opened it and said so with a date.
  private static func check(of source: LedgerSource, _ markup: HoverMarkup) -> String? {
    guard let check = source.verifications.last(where: { $0.by != nil && $0.on != nil }), let by = check.by,
      let on = check.on
    else { return nil }
    return "by \(markup.text(by)) on \(on.last.iso)"
  }

  /// What a key stands for.
  func paragraphs(_ key: KeyMention) -> [String] {
    guard let source = key.entry.flatMap(ledger.source) else { return [] }
    return Self.paragraphs(source, markup)
  }

  static func paragraphs(_ source: LedgerSource, _ markup: HoverMarkup) -> [String] {
    let title = source.title.map { markup.bold($0) } ?? markup.bold(source.id)
    var lines: [String] = []
    let makers = [source.author, source.publisher].compactMap(\.self)
    if !makers.isEmpty { lines.append(markup.text(makers.joined(separator: ", "))) }
    if let rank = source.rank { lines.append("\(rank.rawValue) source") }
    if let issued = source.issued { lines.append("issued " + day(issued)) }
    if let url = source.url ?? source.archived { lines.append(markup.text(url)) }
    if let check = check(of: source, markup) {
      lines.append("verified \(check)")
    } else {
      lines.append("nobody has verified it")
    }
    if let interest = source.interest { lines.append("its interest: " + markup.text(interest)) }
    if source.status != .active { lines.append(source.status.rawValue) }
    return [title, markup.list(lines)]
  }

  private static func day(_ date: LedgerDate) -> String {
    date.first == date.last ? date.first.iso : "\(date.first.iso) to \(date.last.iso)"
  }
}
