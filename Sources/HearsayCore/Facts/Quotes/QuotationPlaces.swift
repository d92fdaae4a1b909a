/// For each term of a block the innermost quotation that holds it; takes no room where nothing is quoted.
struct QuotationPlaces: Sendable {
  private var places: [Int8] = []
  /// The same where there are more quotations than the numbers above tell apart.
  private var manyPlaces: [Int32] = []

  init() {}

  /// - Parameter count: how many terms the block has.
  init(_ quotations: [Quotation], count: Int) {
    guard !quotations.isEmpty else { return }
    if quotations.count <= Int8.max {
      places = [Int8](repeating: -1, count: count)
      for (index, quote) in quotations.enumerated() {
        for term in quote.terms { places[term] = Int8(index) }
      }
    } else {
      manyPlaces = [Int32](repeating: -1, count: count)
      for (index, quote) in quotations.enumerated() {
        for term in quote.terms { manyPlaces[term] = Int32(index) }
      }
    }
  }

  /// The index of a term's quotation, -1 outside any.
  @inline(__always)
  subscript(term: Int) -> Int32 {
    if !places.isEmpty { return Int32(places[term]) }
    return manyPlaces.isEmpty ? -1 : manyPlaces[term]
  }
}
