/// For each term of a block the innermost quotation that holds it; takes no room where nothing is quoted.
struct QuotationPlaces: Sendable {
  private var places: [Int32] = []

  init() {}

  /// - Parameter count: how many terms the block has.
  init(_ quotations: [Quotation], count: Int) {
    guard !quotations.isEmpty else { return }
    places = [Int32](repeating: -1, count: count)
    for (index, quote) in quotations.enumerated() {
      for term in quote.terms { places[term] = Int32(index) }
    }
  }

  /// The index of a term's quotation, -1 outside any.
  @inline(__always)
  subscript(term: Int) -> Int32 { places.isEmpty ? -1 : places[term] }
}
