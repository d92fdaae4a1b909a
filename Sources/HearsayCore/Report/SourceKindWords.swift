extension SourceKind {
  /// What the source is, in words.
  package var words: String {
    switch self {
    case .person: "person"
    case .organisation: "organisation"
    case .publication: "publication"
    case .document: "document"
    case .anonymous: "not named"
    case .vague: "vague"
    case .writer: "the writer"
    case .missing: "nobody named"
    }
  }
}
