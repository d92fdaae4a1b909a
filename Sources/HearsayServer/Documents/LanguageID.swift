import ProseText

extension DraftFormat {
  /// The format of a document that a client opens.
  ///
  /// Clients send what they please as language: a name that is none of a format with markup says nothing, and the ending of the
  /// file decides; plain text where that is unknown too.
  init(languageID: String, uri: String) {
    if let named = DraftFormat(languageID: languageID), named != .plainText {
      self = named
    } else {
      self.init(fileName: String(uri.prefix { $0 != "?" && $0 != "#" }))
    }
  }
}
