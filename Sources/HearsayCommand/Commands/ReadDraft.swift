import HearsayCore
import ProseText
import Workspace

/// What is kept of a draft that was analysed until all drafts of its workspace are: no facts of its text, unless a page is made of them.
struct ReadDraft: Sendable {
  let input: DraftInput
  let findings: DraftFindings
  /// What it contributes to its workspace, where others are held against it, and where on its lines that stands.
  let digest: DraftDigest?
  let places: [Range<Int>: Place]
  let isOtherLanguage: Bool
  /// The text, for excerpts and fingerprints; nil where it is read again for them.
  private(set) var text: SourceText?
  let size: Int
  /// All facts, where a page shows them.
  var analysis: Analysis?
  /// Of the text that was released.
  private var checksum: UInt64?

  init(_ draft: StoredDraft, in text: SourceText, of input: DraftInput, columns: ColumnUnit) {
    self.input = input
    findings = draft.findings
    digest = draft.digest
    let ranges = draft.digest?.places ?? []
    places = Dictionary(zip(ranges, HearsayCommand.places(of: ranges, in: text, columns))) { first, _ in first }
    isOtherLanguage = draft.isOtherLanguage
    self.text = text
    size = text.count
  }

  /// Forgets the text, which is read again where it is needed.
  mutating func releaseText() {
    // Standard input comes but once.
    guard case .draft = input.found.kind, let text else { return }
    checksum = Self.checksum(of: text.bytes)
    self.text = nil
  }

  /// The text that was analysed.
  func readText() throws(Problem) -> SourceText {
    if let text { return text }
    let bytes = try readDraft(input.path)
    guard Self.checksum(of: bytes) == checksum else {
      throw Problem("it was changed while it was linted", remedy: "run the command again")
    }
    return SourceText(bytes)
  }

  /// FNV-1a, 64 bits.
  private static func checksum(of bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
