import Foundation
import Testing

/// What no line of code in a folder may hold, and why.
struct Ban: Sendable, CustomTestStringConvertible {
  let folders: [String]
  let what: String
  let why: String
  /// Files that may hold it all the same, each with its reason beside it.
  var exempt: Set<String> = []
  /// A regular expression over code without comments and literals.
  let pattern: String
  /// A line that the pattern must find.
  let example: String

  var testDescription: String { what }
}

struct BannedCodeTests {
  private static let everywhere = ["Sources"]
  private static let textAndRules = ["Sources/JSON", "Sources/ProseText", "Sources/HearsayCore"]

  static let bans: [Ban] = [
    Ban(
      folders: everywhere, what: "@unchecked and other ways around the checks of concurrency",
      why: "the compiler proves that no state is shared unguarded",
      pattern: #"@unchecked|nonisolated\(unsafe\)|@preconcurrency|\bunsafeBitCast\b"#,
      example: "final class Box: @unchecked Sendable {}"),
    Ban(
      folders: everywhere, what: "Any, AnyObject, AnyHashable",
      why: "a value has a type that says what it is",
      pattern: #"\b(Any|AnyObject|AnyHashable)\b"#,
      example: "var value: Any"),
    Ban(
      folders: everywhere, what: "try!, as!, forced unwrapping",
      why: "no input may crash the program: bind it, or give an answer without it",
      pattern: #"[\w)\]}?"`]!(?![=])"#,
      example: "names.first!.count"),
    Ban(
      folders: everywhere, what: "stored static variables and shared instances",
      why: "one place owns what can change, and hands it on",
      pattern: #"\bstatic var [^{]*$|\bstatic let (shared|default|current|instance)\b"#,
      example: "  static let shared = Store()"),
    Ban(
      folders: everywhere, what: "traps: fatalError, precondition, assert",
      why: "any input gives an answer or a clear error",
      pattern: #"\b(fatalError|precondition|preconditionFailure|assert|assertionFailure)\("#,
      example: "default: fatalError(message)"),
    Ban(
      folders: textAndRules, what: "regular expressions",
      why: "Swift's are slow over a draft and exponential for some patterns: scan bytes with tables",
      pattern: #"\bRegex\b|\bNSRegularExpression\b|#/|[=(,:]\s*/[^/\s*][^/]*/|\b(first|whole|prefix)Match\("#,
      example: "let number = /[0-9]+/"),
    Ban(
      folders: textAndRules, what: "input and output",
      why: "bytes come in as arguments and go out as results",
      pattern: #"\b(print|debugPrint|dump|fopen|getenv)\(|\breadLine\((strippingNewline|\))|\bCommandLine\b"#,
      example: "print(findings.count)"),
    Ban(
      folders: ["Sources/ProseText", "Sources/HearsayCore/Facts", "Sources/HearsayCore/Rules"], what: "errors",
      why: "every text, however broken, has blocks, facts and findings",
      pattern: #"\b(throw|throws|try)\b"#,
      example: "func read() throws -> Draft"),
    Ban(
      folders: ["Sources/HearsayCore"], what: "lines and columns",
      why: "ranges are UTF-8 bytes inside; lines exist at the edge only",
      pattern: #"\b(LineIndex|Position|PositionCursor|PositionEncoding)\b"#,
      example: "let index = LineIndex(text)"),
    Ban(
      folders: ["Sources/HearsayServer", "Sources/HearsayCommand", "Sources/HearsayReport"],
      what: "findings made outside the rules",
      why: "what a finding is, rules decide",
      pattern: #"\bFinding\((?!\))"#,
      example: "findings.append(Finding(rule: id, range: range))"),
    Ban(
      folders: ["Sources/HearsayServer", "Sources/HearsayCommand"], what: "the heavy parts of Foundation",
      why: "formatters, file handles and Process bring 50 MB of Unicode tables into the static binary",
      pattern:
        #"\bString\(format:|\b(NumberFormatter|DateFormatter|FileHandle|Process|JSONSerialization|JSONDecoder)\b"#,
      example: "String(format: pattern, value)"),
  ]

  @Test(arguments: bans)
  func noFileHoldsIt(_ ban: Ban) throws {
    for folder in ban.folders {
      for file in try SwiftCode.files(in: folder) where !ban.exempt.contains(file.path) {
        for place in try file.places(of: ban.pattern) {
          Issue.record("\(place)\n\(ban.what) may not stand here: \(ban.why)")
        }
      }
    }
  }

  @Test(arguments: bans)
  func thePatternFindsItsExample(_ ban: Ban) throws {
    #expect(try SwiftCode(path: "", source: ban.example).places(of: ban.pattern).count == 1)
  }

  @Test func whatOnlyLooksLikeUnwrappingIsAllowed() throws {
    let unwrapping = try #require(Self.bans.first { $0.what.contains("try!") })
    let allowed = """
      if !isEmpty, a != b, flags[0]!=c { return !done }
      // never x!
      let text = "what a draft! \\(name) x!"
      #if !canImport(Glibc)
      let long = \"\"\"
        wait!
        \"\"\"
      let raw = #"a "quoted"! word"#
      /* y! /* z! */ x! */
      """
    #expect(try SwiftCode(path: "", source: allowed).places(of: unwrapping.pattern) == [])
    for line in ["try! run()", "value as! Int", "list[0]!", "make()!", "a?.b!", "var x: Int!"] {
      #expect(try SwiftCode(path: "", source: line).places(of: unwrapping.pattern).count == 1, "\(line)")
    }
  }

  /// A module of weights or of a page's style and script hands over bytes; what they mean is read elsewhere.
  @Test(arguments: ["Sources/Model", "Sources/PageResources"])
  func embeddedFilesAreBytesOnly(_ folder: String) throws {
    #expect(try PackageFolder.files(in: folder, endingIn: ".swift") == [])
    for path in try PackageFolder.files(in: folder, endingIn: ".c") {
      let text = try PackageFolder.text(path)
      #expect(text.contains("#embed"), "\(path)")
      let computing = text.range(
        of: #"\b(if|for|while|switch|malloc)\b|\?|[-+*/%&|^]=?\s*\w+;"#, options: .regularExpression)
      #expect(computing == nil, "\(path): a function here returns an address or a size, it computes nothing")
    }
  }
}
