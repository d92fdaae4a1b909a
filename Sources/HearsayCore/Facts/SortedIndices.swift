import ProseText

extension RandomAccessCollection where Element == Int, Index == Int {
  /// The elements from a lower bound on, of a collection in rising order.
  func from(_ least: Int) -> SubSequence {
    self[firstPlace { $0 >= least }...]
  }
}
