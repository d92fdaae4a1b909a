import HearsayCore
import ProseText
import Workspace

/// Which findings a change brought: those on lines that it wrote, and those that the old version did not have.
struct ChangedFindings: Sendable {
  static let since = Option(
    name: "changed-since", value: .text("REV"),
    summary:
      "report only what changed since the branch left this revision of git: findings on changed lines, and those that a change elsewhere in the draft caused"
  )
  static let diff = Option(
    name: "diff", value: .file,
    summary: "the same for a unified diff that led to the drafts as they are; - for standard input")

  private let changes: DraftChanges

  /// What the arguments ask for; nil where every finding counts.
  init?(_ arguments: ParsedArguments, drafts: [DraftInput]) throws(Problem) {
    guard let revision = arguments.value(of: Self.since) else {
      guard let file = arguments.value(of: Self.diff) else { return nil }
      let isTaken = arguments.operands.contains("-") || arguments.value(of: DraftOptions.filesFrom) == "-"
      if file == "-", isTaken {
        throw Problem("standard input is read already, it cannot be the diff too", remedy: "put the diff into a file")
      }
      changes = DraftChanges(try Self.diff(in: file))
      return
    }
    guard !arguments.has(Self.diff) else {
      throw Problem("--changed-since and --diff exclude one another", remedy: "leave one of them out")
    }
    if drafts.contains(where: { $0.found.kind == .standardInput }) {
      throw Problem("standard input has no history for --changed-since", remedy: "name files, or use --diff")
    }
    changes = try DraftChanges(since: revision, drafts: drafts.map(\.path))
  }

  private static func diff(in file: String) throws(Problem) -> UnifiedDiff {
    let bytes: [UInt8]
    do throws(Problem) {
      bytes = try file == "-" ? readBytes(from: .standardInput) : readBytes(file)
    } catch {
      throw Problem("the diff '\(file)' cannot be read: \(error.message)", remedy: error.remedy)
    }
    do throws(UnifiedDiff.Malformation) { return try UnifiedDiff(bytes) } catch {
      throw Problem(
        "the diff '\(file)' cannot be read: line \(error.line): \(error.message)",
        remedy: "make it with `git diff` or `diff -u`")
    }
  }

  /// Whether nothing in a draft can be new, so that it need not be read.
  func isUnchanged(_ path: String) -> Bool {
    if case .none = changes.change(of: path) { true } else { false }
  }

  /// The findings that are new in a draft.
  ///
  /// - Parameter analyse: finds what the old version had.
  func new(
    among findings: [Finding], in text: SourceText, path: String, analyse: ([UInt8]) throws(Problem) -> [Finding]
  ) throws(Problem) -> [Finding] {
    switch changes.change(of: path) {
    case .none: return []
    case .new: return findings
    case .edited(let change):
      let old = try OldVersion(before: change, in: text.bytes)
      struct Place: Hashable {
        let rule: String
        let range: Range<Int>
      }
      let before = Set(try analyse(old.bytes).map { Place(rule: $0.rule, range: $0.range) })
      return findings.filter { finding in
        old.oldRange(of: finding.range).map { !before.contains(Place(rule: finding.rule, range: $0)) } ?? true
      }
    }
  }
}
