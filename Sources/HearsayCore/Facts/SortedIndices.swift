extension RandomAccessCollection where Element == Int, Index == Int {
  /// The elements from a lower bound on, of a collection in rising order.
  func from(_ least: Int) -> SubSequence {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < least { low = middle + 1 } else { high = middle }
    }
    return self[low...]
  }
}
