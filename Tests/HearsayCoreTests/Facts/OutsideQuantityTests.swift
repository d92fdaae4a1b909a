import Foundation
import HearsayCore
import JSON
import ProseText
import Testing

/// Outside sets of quantities: values must come out, but for the cases listed as declined; dates and telephone numbers must stay out.
@Suite("outside sets of quantities", .enabled(if: SharedFolder.has("data/figures"), "needs ../shared/data/figures"))
struct OutsideQuantityTests {
  private static let valued = [
    "Number-NumberModel", "Number-PercentModel", "Number-NumberRangeModel", "NumberWithUnit-AgeModel",
    "NumberWithUnit-CurrencyModel", "NumberWithUnit-DimensionModel", "NumberWithUnit-TemperatureModel",
    "quantulum3-quantities", "duckling-en",
  ]

  @Test("every value but those declined", arguments: valued)
  func values(_ name: String) throws {
    let declined = Set(DeclinedQuantityCases.all.flatMap(\.cases))
    for record in try records(name) where !record.isOfTime {
      let figures = try scalarFigures(record.text)
      var used: Set<Int> = []
      for (number, span) in record.spans.enumerated() {
        let hit = figures.indices.first { index in
          !used.contains(index) && figures[index].range.overlaps(span.range)
            && span.ends.map { figures[index].has($0) } ?? true
        }
        if let hit { used.insert(hit) }
        let label = "\(record.id):\(number)"
        #expect((hit == nil) == declined.contains(label), "\(label) \(record.text)")
      }
    }
  }

  @Test(
    "dates and telephone numbers", arguments: [("DateTime-DateTimeModel", 0.97), ("Sequence-PhoneNumberModel", 0.95)])
  func keptOut(_ name: String, least: Double) throws {
    var spans = 0
    var kept = 0
    for record in try records(name) {
      let figures = try scalarFigures(record.text).filter { !$0.isExempt }
      for span in record.spans {
        spans += 1
        if !figures.contains(where: { $0.range.overlaps(span.range) }) { kept += 1 }
      }
    }
    #expect(spans > 300)
    #expect(Double(kept) >= least * Double(spans), "\(kept) of \(spans)")
  }

  // MARK: Records

  private struct Record {
    var id: String
    var text: String
    var isOfTime: Bool
    var spans: [(range: Range<Int>, ends: [Double]?)]
  }

  private struct ScalarFigure {
    var range: Range<Int>
    var values: [Double]
    var isExempt: Bool

    /// Both ways: every end wanted is there, and nothing else.
    func has(_ wanted: [Double]) -> Bool {
      !values.isEmpty && wanted.allSatisfy { end in values.contains { near($0, end) } }
        && values.allSatisfy { end in wanted.contains { near($0, end) } }
    }

    private func near(_ left: Double, _ right: Double) -> Bool {
      abs(left - right) <= 1e-5 * max(1, abs(left), abs(right))
    }
  }

  private func records(_ name: String) throws -> [Record] {
    let bytes = try SharedFolder.bytes("data/figures/\(name).jsonl")
    return try bytes.split(separator: 0x0A).map { line in
      let value = try JSONValue(parsing: Array(line))
      let spans = value["spans"]?.array ?? []
      return Record(
        id: value["id"]?.string ?? "", text: value["text"]?.string ?? "",
        isOfTime: spans.contains { Self.times.contains($0["kind"]?.string ?? "") && name == "duckling-en" },
        spans: spans.compactMap { span in
          guard let start = span["start"]?.int, let end = span["end"]?.int else { return nil }
          return (start..<end, Self.ends(span["value"]))
        })
    }
  }

  private static let times: Set = [
    "Time", "Duration", "Email", "Url", "TimeGrain", "CreditCardNumber", "PhoneNumber",
  ]

  /// The one or two numbers that a set's value names; nil where it names none.
  private static func ends(_ value: JSONValue?) -> [Double]? {
    guard let value else { return nil }
    if let number = value.double { return [number] }
    guard let text = value.string?.replacing("%", with: "") else { return nil }
    guard text.hasPrefix("(") || text.hasPrefix("[") else { return Double(text).map { [$0] } }
    let numbers = text.matches(of: /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/).compactMap { Double($0.output) }
    return numbers.isEmpty ? nil : numbers
  }

  /// The figures of a plain text, their ranges in Unicode scalars.
  private func scalarFigures(_ text: String) throws -> [ScalarFigure] {
    let bytes = Array(text.utf8)
    func scalars(_ offset: Int) -> Int { bytes[..<offset].count { $0 & 0xC0 != 0x80 } }
    return try analysis(text).figures.map { figure in
      ScalarFigure(
        range: scalars(figure.range.lowerBound)..<scalars(figure.range.upperBound),
        values: [figure.low, figure.high].compactMap { $0 }, isExempt: figure.exemption != nil)
    }
  }
}
