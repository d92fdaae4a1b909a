/// How names of the protocol become Swift names.
enum SwiftNames {
  /// `textDocument/didOpen` → `didOpen`, `workspace/diagnostic/refresh` → `diagnosticRefresh`, `exit` → `exit`.
  static func caseName(ofMethod method: String) -> String {
    if let name = SpokenProtocol.caseNames[method] { return name }
    let parts = method.split(separator: "/")
    let kept = parts.count > 1 ? Array(parts.dropFirst()) : parts
    return kept.enumerated().map { $0.offset == 0 ? String($0.element) : capitalized($0.element) }.joined()
  }

  /// `RelatedFullDocumentDiagnosticReport` in `DocumentDiagnosticReport` → `relatedFull`, and `WorkspaceFullDocumentDiagnosticReport` in
  /// `WorkspaceDocumentDiagnosticReport` → `full`.
  static func caseName(ofType type: String, in union: String) -> String {
    let prefix = zip(type, union).prefix { $0 == $1 }.count
    let own = type.hasSuffix(union) ? type.dropLast(union.count) : type[...]
    let isAround = own.count == type.count && type.hasSuffix(union.dropFirst(prefix))
    let short = isAround ? type.dropFirst(prefix).dropLast(union.count - prefix) : own
    return lowercased(short.isEmpty ? type : String(short))
  }

  /// `PlainText` → `plainText`, `UTF8` → `utf8`.
  static func caseName(ofValue value: String) -> String { lowercased(value) }

  /// The name as it is declared: in backquotes where it is a word of Swift.
  static func declared(_ name: String) -> String { keywords.contains(name) ? "`\(name)`" : name }

  private static let keywords: Set<String> = ["class", "enum", "struct", "operator", "default", "static"]

  /// `InitializeParams.clientInfo` → `InitializeParams.ClientInfo`.
  static func typeName(ofLiteralAt place: String) -> String {
    let parts = place.split(separator: ".")
    return (parts.dropLast().map(String.init) + [capitalized(parts[parts.count - 1])]).joined(separator: ".")
  }

  /// `textDocument/semanticTokens/full` → `SemanticTokensFullResult`.
  static func typeName(ofResultOf method: String) -> String {
    capitalized(caseName(ofMethod: method)[...]) + "Result"
  }

  private static func capitalized(_ word: Substring) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }

  private static func lowercased(_ word: String) -> String {
    let capitals = word.prefix { !$0.isLowercase }
    // The last capital of several begins the next word, unless the word ends with it.
    let first = capitals.count > 1 && capitals.count < word.count ? capitals.dropLast() : capitals
    return first.lowercased() + word.dropFirst(first.count)
  }
}
