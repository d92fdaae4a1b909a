package import JSON
import ProseText

/// A figure of a draft as a ledger lists it.
package struct LedgerFigureEntry: Sendable {
  package var value: Double
  package var unit: String?
  package var what: String
  package var from: CalendarDate?
  package var to: CalendarDate?
  package var quote: String

  /// The entry for a figure of an analysis.
  package init(_ figure: Figure, in analysis: Analysis) {
    value = figure.low ?? 0
    unit = figure.unit
    let sentence =
      analysis.sentences.indices.contains(figure.sentence) ? analysis.sentences[figure.sentence] : figure.range
    quote = analysis.text.string(sentence).split { $0 == "\n" || $0 == "\r" || $0 == "\t" || $0 == " " }
      .joined(separator: " ")
    if let counted = figure.counted, counted.upperBound > figure.range.upperBound {
      what = analysis.text.string(figure.range.upperBound..<counted.upperBound).trimmedBlanks
      if what.hasPrefix("of ") { what = String(what.dropFirst(3)) }
    } else {
      what = quote
    }
    from = figure.window?.from
    to = figure.window?.to
  }

  /// The object that stands in the ledger.
  package var json: JSONObject {
    var object: JSONObject = [
      "value": value == value.rounded() && abs(value) < 1e15 ? .integer(Int(value)) : .number(value)
    ]
    if let unit { object["unit"] = .string(unit) }
    object["what"] = .string(what)
    if from != nil || to != nil {
      var window: JSONObject = [:]
      if let from { window["from"] = .string(from.iso) }
      if let to { window["to"] = .string(to.iso) }
      object["window"] = .object(window)
    }
    object["quote"] = .string(quote)
    return object
  }
}
