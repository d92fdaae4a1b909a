/// How far an execution came: what throws nothing but rubbish at the first check tries little.
struct FuzzReach: Sendable {
  /// Bytes thrown.
  var bytes = 0
  /// Texts analysed to their end.
  var analyses = 0
  /// Requests that were answered with something.
  var answers = 0
  /// The rules that found something.
  var rules: Set<String> = []
}

/// How far all executions of a kind came.
struct FuzzTally: Sendable {
  private var executions = 0
  private var bytes = 0
  private var analysed = 0
  private var answered = 0
  private var marked = 0
  private var rules: Set<String> = []

  mutating func add(_ reach: FuzzReach) {
    executions += 1
    bytes += reach.bytes
    if reach.analyses > 0 { analysed += 1 }
    if reach.answers > 0 { answered += 1 }
    if !reach.rules.isEmpty { marked += 1 }
    rules.formUnion(reach.rules)
  }

  /// "212 bytes each; an analysis in 97 %, answers in 0 %, findings in 61 %; 39 rules".
  var summary: String {
    let count = max(1, executions)
    let share = { (part: Int) in "\((part * 100 + count / 2) / count) %" }
    return "\(bytes / count) bytes each; an analysis in \(share(analysed)), answers in \(share(answered)), "
      + "findings in \(share(marked)); \(rules.count) rules"
  }
}
