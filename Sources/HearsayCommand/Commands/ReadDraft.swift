import HearsayCore
import ProseText
import Workspace

/// What is kept of a draft that was analysed until all drafts of its workspace are: no facts of its text, unless a page is made of them.
struct ReadDraft: Sendable {
  /// What a draft contributes to its workspace, and where on its lines that stands.
  struct Contribution: Sendable {
    var digest: DraftDigest
    var places: [Place]
  }

  let findings: DraftFindings
  /// Nil where there is nothing to hold against other drafts, or somebody took it.
  @Indirect private(set) var contribution: Contribution?
  /// All facts, where a page shows them.
  @Indirect var analysis: Analysis?
  /// The text, for excerpts and fingerprints; nil where it is read again for them.
  @Indirect private(set) var text: SourceText?
  /// Of the text.
  private let checksum: UInt64
  let size: Int
  let isOtherLanguage: Bool
  /// Standard input comes but once.
  private let isReadable: Bool

  init(_ draft: StoredDraft, in text: SourceText, of input: DraftInput, columns: ColumnUnit) {
    findings = draft.findings
    isOtherLanguage = draft.isOtherLanguage
    contribution = draft.digest.flatMap { digest in
      digest.hasItems
        ? Contribution(digest: digest, places: HearsayCommand.places(of: digest.places, in: text, columns)) : nil
    }
    analysis = nil
    self.text = text
    size = text.count
    checksum = ByteHash.hash(text.bytes, 0..<text.count)
    if case .draft = input.found.kind { isReadable = true } else { isReadable = false }
  }

  /// Whether something was found, so that its text is asked for again.
  var hasFindings: Bool { !findings.isEmpty }

  /// Hands over what it contributes.
  mutating func takeContribution() -> Contribution? {
    defer { contribution = nil }
    return contribution
  }

  /// Forgets the text where it can be read again.
  mutating func releaseText() {
    if isReadable { text = nil }
  }

  /// The text that was analysed.
  ///
  /// - Parameter path: the draft's.
  func readText(_ path: String) throws(Problem) -> SourceText {
    if let text { return text }
    let bytes = try readDraft(path)
    guard bytes.count == size, ByteHash.hash(bytes, 0..<bytes.count) == checksum else {
      throw Problem("it was changed while it was linted", remedy: "run the command again")
    }
    return SourceText(bytes)
  }
}
