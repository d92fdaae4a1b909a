extension RandomAccessCollection where Index == Int {
  /// The index of the first element for which the condition holds, where it holds for all behind that one too; `endIndex`
  /// where it holds for none.
  ///
  /// - Complexity: logarithmic in the number of elements.
  @inlinable
  package func firstPlace(where isBeyond: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
