/// What a run of the linter needs to know of a draft that was analysed, as bytes that another run may read.
package struct StoredDraft: Sendable {
  package let findings: DraftFindings
  package let digest: DraftDigest?
  package let isOtherLanguage: Bool

  /// - Parameter isAlone: whether no other draft asks what this one contributes to their workspace.
  package init(_ analysis: Analysis, isAlone: Bool = false) {
    findings = analysis.openFindings
    digest = isAlone ? nil : analysis.digest()
    isOtherLanguage = analysis.isOtherLanguage
  }

  /// Reads what was stored; nil where the bytes are of no draft of this length.
  ///
  /// - Parameter settings: those that the draft was analysed with.
  package init?(bytes: [UInt8], textLength: Int, settings: Settings) {
    var reader = StoreReader(bytes, textLength: textLength)
    do throws(StoreMalformation) {
      findings = DraftFindings(try [Finding](from: &reader), levels: settings.rules)
      digest = try DraftDigest?(from: &reader)
      isOtherLanguage = try Bool(from: &reader)
    } catch {
      return nil
    }
    guard reader.isAtEnd else { return nil }
  }

  /// Nil for a draft whose comments silence rules: which of them are of use depends on other drafts.
  package var bytes: [UInt8]? {
    guard let own = findings.storable else { return nil }
    var writer = StoreWriter()
    own.store(into: &writer)
    digest.store(into: &writer)
    isOtherLanguage.store(into: &writer)
    return writer.bytes
  }
}
