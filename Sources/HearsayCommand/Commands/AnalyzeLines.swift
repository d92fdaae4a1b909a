import HearsayCore
import JSON
import ProseText
import Workspace

/// The options that `--jsonl` goes with, wherever it is.
enum AnalyzeLinesOptions {
  /// Throws where options of lines are given without them.
  static func refuseOwn(_ arguments: ParsedArguments) throws(Problem) {
    guard let option = [Progress.jobs, Progress.option].first(where: { arguments.has($0) }) else { return }
    throw Problem("--\(option.name) goes with --jsonl", remedy: "leave it out, or add --jsonl")
  }

  /// Throws where the arguments name an input besides the lines.
  static func refuseOthers(_ arguments: ParsedArguments) throws(Problem) {
    if let path = arguments.operands.first {
      throw Problem("--jsonl reads standard input, not '\(path)'", remedy: "leave out the path or --jsonl")
    }
    if let option = LedgerOptions.all.first(where: { arguments.has($0) }) {
      throw Problem("with --jsonl each line brings its own ledger", remedy: "leave out --\(option.name) or --jsonl")
    }
    if arguments.has(DraftOptions.standardInputName) {
      throw Problem("with --jsonl each line has its own name", remedy: "leave out --stdin-filename or --jsonl")
    }
  }
}

/// Analyses lines one after another; each worker has its own.
///
/// Of one line nothing is kept for the next but what makes reading of any text faster, of a fixed size.
struct LineAnalyzer: Sendable {
  /// The date of drafts that give none themselves.
  let date: CalendarDate?
  /// What holds for all of them.
  let settings: Settings
  private var analyzer = Analyzer()

  init(date: CalendarDate?, settings: Settings = Settings()) {
    self.date = date
    self.settings = settings
  }

  /// The analysis of one line as JSON, with a line feed, or an object that says what was wrong.
  mutating func answer(to line: InputLines.Line) -> LineAnswer {
    var writer = JSONWriter()
    let outcome = analysis(of: line)
    switch outcome {
    case .success(let (id, analysis)): writer.value(analysis, id: id)
    case .failure(let error):
      writer.beginObject()
      writer.member("id", error.id)
      writer.member("error", error.message)
      writer.endObject()
    }
    return LineAnswer(bytes: writer.bytes + [0x0A], isError: (try? outcome.get()) == nil)
  }

  /// Analyses the draft of one line.
  mutating func analysis(of line: InputLines.Line) -> Result<(id: String, analysis: Analysis), LineError> {
    var id: String?
    defer { analyzer.forgetDrafts() }
    do throws(LineError) {
      guard case .bytes(let bytes) = line else {
        throw LineError("the line is longer than \(draftSizeLimit / 1_000_000) MB")
      }
      let draft = try LineDraft(bytes, id: &id)
      guard
        let analysis = analyzer.analyze(
          SourceText(draft.text), format: draft.format,
          in: DraftSurroundings(date: draft.date ?? date, ledger: draft.ledger, settings: settings))
      else { throw LineError("the analysis was stopped") }
      return .success((draft.id, analysis))
    } catch {
      return .failure(LineError(error.message, id: id))
    }
  }
}

/// Why a line could not be answered.
struct LineError: Error {
  let message: String
  /// The line's id, where it was read.
  let id: String?

  init(_ message: String, id: String? = nil) {
    self.message = message
    self.id = id
  }
}

/// A draft that came as one line of JSON.
private struct LineDraft {
  let id: String
  let text: String
  let format: DraftFormat
  let date: CalendarDate?
  let ledger: OpenedLedger?

  /// - Parameter id: set as soon as it is known, for whoever reports an error.
  init(_ bytes: [UInt8], id known: inout String?) throws(LineError) {
    let value: JSONValue
    do { value = try JSONValue(parsing: bytes) } catch {
      throw LineError("not JSON: \(error.description) at byte \(error.offset)")
    }
    guard let object = value.object else { throw LineError("expected an object, found \(value.kindDescription)") }
    known = object["id"]?.string
    id = try Self.string("id", of: object)
    text = try Self.string("text", of: object)
    format = try Self.format(object)
    date = try Self.date(object)
    ledger = try Self.ledger(object)
  }

  private static func string(_ key: String, of object: JSONObject) throws(LineError) -> String {
    guard let value = object[key] else { throw LineError("'\(key)' is missing") }
    guard let string = value.string else {
      throw LineError("'\(key)' must be a string, found \(value.kindDescription)")
    }
    return string
  }

  private static func format(_ object: JSONObject) throws(LineError) -> DraftFormat {
    guard let value = object["format"], !value.isNull else { return .plainText }
    let name = try string("format", of: object)
    if let format = DraftFormat(rawValue: name) { return format }
    let known = DraftFormat.allCases.map(\.rawValue).joined(separator: ", ")
    throw LineError("unknown format '\(name)'; known are \(known)")
  }

  /// A ledger that came with its draft, without saved copies beside it; what is wrong in it is left out.
  private static func ledger(_ object: JSONObject) throws(LineError) -> OpenedLedger? {
    guard let value = object["ledger"], !value.isNull else { return nil }
    guard value.object != nil else {
      throw LineError("'ledger' must be an object, found \(value.kindDescription)")
    }
    return LedgerReading(value.serialized()).ledger.map { OpenedLedger(LedgerIndex($0)) }
  }

  private static func date(_ object: JSONObject) throws(LineError) -> CalendarDate? {
    guard let value = object["date"], !value.isNull else { return nil }
    let text = try string("date", of: object)
    if let date = CalendarDate(iso: text) { return date }
    throw LineError("'\(text)' is not a date; write it as YYYY-MM-DD")
  }
}
