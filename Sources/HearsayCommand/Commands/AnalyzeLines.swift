import HearsayCore
import JSON
import ProseText
import Workspace

/// Answers each line of standard input with a line on standard output, as soon as it is there.
///
/// Nothing is kept from one line to the next.
///
/// - Parameters:
///   - date: the date of drafts that give none themselves.
///   - settings: what holds for all of them.
func analyzeLines(date: CalendarDate?, settings: Settings) -> ExitStatus {
  var input = InputLines()
  var output = OutputStream()
  var status = ExitStatus.clean
  do throws(SystemError) {
    // A caller may wait for each answer before it sends the next draft.
    while let line = try input.next(beforeWaiting: { output.flush() }) {
      let answer = answer(to: line, date: date, settings: settings)
      if answer.isError { status = .incomplete }
      output.write(answer.json)
      output.write([0x0A])
      // Nobody reads the answers any more: what the rest of the input says is of no use.
      if output.failure != nil { break }
    }
  } catch {
    report(error.problem, about: "standard input")
    status = .incomplete
  }
  return output.finish(status)
}

/// The answer to one line, without a line feed.
func answer(
  to line: InputLines.Line, date: CalendarDate?, settings: Settings = Settings()
) -> (json: [UInt8], isError: Bool) {
  var id: String?
  do throws(LineError) {
    guard case .bytes(let bytes) = line else {
      throw LineError("the line is longer than \(draftSizeLimit / 1_000_000) MB")
    }
    let draft = try LineDraft(bytes, id: &id)
    var analyzer = Analyzer()
    guard
      let analysis = analyzer.analyze(
        SourceText(draft.text), format: draft.format,
        in: DraftSurroundings(date: draft.date ?? date, ledger: draft.ledger, settings: settings))
    else { throw LineError("the analysis was stopped") }
    var writer = JSONWriter()
    writer.value(analysis, id: draft.id)
    return (writer.bytes, false)
  } catch {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("id", id)
    writer.member("error", error.message)
    writer.endObject()
    return (writer.bytes, true)
  }
}

/// Why a line could not be answered.
private struct LineError: Error {
  let message: String

  init(_ message: String) {
    self.message = message
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
