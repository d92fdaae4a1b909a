package import JSON
import ProseText

/// One figure of one text as a flat row, for tables that hold the claims of many texts.
///
/// A row of a text that could not be read has an error and nothing else, so that no text is lost without a word.
package struct ClaimRow: Sendable, Equatable {
  /// One column's value.
  package enum Value: Sendable, Equatable {
    case text(String?)
    case integer(Int?)
    case number(Double?)
    case flag(Bool?)
  }

  /// The columns in their order; a column never goes and never changes its meaning.
  package static let columns = [
    "text", "date", "claim", "start", "end", "figure", "kind", "low", "high", "unit", "approximate", "counted", "from",
    "to", "status", "source", "origin", "chain_end", "hand", "at_least", "error",
  ]

  /// As many as there are columns.
  package let values: [Value]

  /// The row of a text that could not be read.
  package init(error: String, text: String?) {
    values = Self.columns.map { column in
      switch column {
      case "text": .text(text)
      case "error": .text(error)
      default: .text(nil)
      }
    }
  }

  /// The rows of a text: every figure that is not exempt, those of tables and quotations too, in the order of the text.
  package static func all(in analysis: Analysis, id: String) -> [ClaimRow] {
    analysis.figures.indices.compactMap { ClaimRow(analysis, $0, id) }
  }

  private init?(_ analysis: Analysis, _ index: Int, _ id: String) {
    let figure = analysis.figures[index]
    guard figure.exemption == nil, figure.support.status != .exempt else { return nil }
    let attribution = figure.support.attribution.map { analysis.attributions[$0] }
    let chain = attribution?.chain ?? []
    values = [
      .text(id), .text(analysis.date?.iso), .text("f\(index + 1)"), .integer(figure.range.lowerBound),
      .integer(figure.range.upperBound), .text(analysis.text.string(figure.range)), .text(figure.kind.rawValue),
      .number(figure.low), .number(figure.high), .text(figure.unit), .flag(figure.isApproximate),
      .text(figure.counted.map { analysis.text.string($0) }), .text(figure.window?.from?.iso),
      .text(figure.window?.to?.iso), .text(figure.support.status.rawValue),
      .text(chain.first.map { analysis.sources[$0].name } ?? figure.support.by),
      .text(chain.last.map { analysis.sources[$0].name }), .text(attribution?.end.rawValue),
      .integer(attribution?.hand), .flag(attribution?.isAtLeast), .text(nil),
    ]
  }

  /// The rows of an analysis as `hearsay analyze` prints it; of its error where it is one; nil where it is neither.
  package static func all(inReport report: JSONObject) -> [ClaimRow]? {
    let id = report["id"]?.string
    if let error = report["error"]?.string { return [ClaimRow(error: error, text: id)] }
    guard let figures = report["figures"]?.array else { return nil }
    var names: [String: String] = [:]
    for source in report["sources"]?.array ?? [] {
      if let id = source["id"]?.string { names[id] = source["name"]?.string }
    }
    var attributions: [String: JSONValue] = [:]
    for attribution in report["attributions"]?.array ?? [] {
      if let id = attribution["id"]?.string { attributions[id] = attribution }
    }
    return figures.compactMap { figure in
      let attribution = figure["support"]?["attribution"]?.string.flatMap { attributions[$0] }
      return ClaimRow(report, figure, attribution, names)
    }
  }

  private init?(
    _ report: JSONObject, _ figure: JSONValue, _ attribution: JSONValue?, _ names: [String: String]
  ) {
    let status = figure["support"]?["status"]?.string
    guard figure["exempt"]?.string == nil, status != SupportStatus.exempt.rawValue else { return nil }
    let chain = (attribution?["chain"]?.array ?? []).compactMap(\.string)
    let by = figure["support"]?["by"]?.string
    values = [
      .text(report["id"]?.string), .text(report["date"]?.string), .text(figure["id"]?.string),
      .integer(figure["start"]?.int), .integer(figure["end"]?.int), .text(figure["text"]?.string),
      .text(figure["kind"]?.string), .number(figure["low"]?.double), .number(figure["high"]?.double),
      .text(figure["unit"]?.string), .flag(figure["approximate"]?.bool), .text(figure["counted"]?["text"]?.string),
      .text(figure["window"]?["from"]?.string), .text(figure["window"]?["to"]?.string), .text(status),
      .text(chain.first.flatMap { names[$0] } ?? by), .text(chain.last.flatMap { names[$0] }),
      .text(attribution?["end"]?.string), .integer(attribution?["hand"]?.int), .flag(attribution?["atLeast"]?.bool),
      .text(nil),
    ]
  }
}

extension ClaimRow {
  /// The row as an object on a line of its own.
  package var jsonLine: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    for (column, value) in zip(Self.columns, values) {
      writer.key(named: column)
      switch value {
      case .text(let text?): writer.value(text)
      case .integer(let number?): writer.value(number)
      case .number(let number?): writer.value(number)
      case .flag(let flag?): writer.value(flag)
      case .text(nil), .integer(nil), .number(nil), .flag(nil): writer.null()
      }
    }
    writer.endObject()
    return writer.bytes + [0x0A]
  }

  /// The columns' names as the first line of a table (RFC 4180).
  package static var csvHeader: [UInt8] { Array((columns.joined(separator: ",") + "\r\n").utf8) }

  /// The row as a line of a table (RFC 4180); an empty field is no value.
  package var csvLine: [UInt8] {
    var line: [UInt8] = []
    for (index, value) in values.enumerated() {
      if index > 0 { line.append(UInt8(ascii: ",")) }
      switch value {
      case .text(let text?): line += Self.field(text)
      case .integer(let number?): line += String(number).utf8
      case .number(let number?): line += Self.digits(number)
      case .flag(let flag?): line += (flag ? "true" : "false").utf8
      case .text(nil), .integer(nil), .number(nil), .flag(nil): break
      }
    }
    return line + [0x0D, 0x0A]
  }

  /// As JSON writes it.
  private static func digits(_ number: Double) -> [UInt8] {
    var writer = JSONWriter()
    writer.value(number)
    return writer.bytes
  }

  /// Words in quotation marks, so that an empty text is told from none, and words never read as numbers.
  private static func field(_ text: String) -> [UInt8] {
    var field = [UInt8(ascii: "\"")]
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { field.append(byte) }
      field.append(byte)
    }
    return field + [UInt8(ascii: "\"")]
  }
}
