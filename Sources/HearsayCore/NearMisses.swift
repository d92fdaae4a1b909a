/// The candidates that somebody who wrote `word` most probably meant, nearest first, at most three.
///
/// Near means few edits (see `editDistance`), or that one is the beginning of the other. Case does not count.
package func nearMisses(to word: String, among candidates: [String]) -> [String] {
  let wanted = Array(word.lowercased().utf8)
  // Nobody means a long line of noise; the table below is as large as the two lengths multiplied.
  guard !wanted.isEmpty, wanted.count <= 64 else { return [] }
  let allowed = max(1, wanted.count / 3)
  let ranked = candidates.enumerated().compactMap { index, candidate -> (distance: Int, index: Int)? in
    let other = Array(candidate.lowercased().utf8)
    if wanted.count >= 3, other.starts(with: wanted) { return (0, index) }
    let distance = editDistance(wanted, other)
    return distance <= allowed ? (distance, index) : nil
  }
  return ranked.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }.prefix(3).map { candidates[$0.index] }
}

/// "did you mean 'lint' or 'list'?", nil where there is nothing to suggest.
package func suggestion(_ near: [String]) -> String? {
  near.isEmpty ? nil : "did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?"
}

/// The fewest insertions, deletions, replacements and swaps of neighbours that turn one word into the other
/// (optimal string alignment distance).
func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var beforeLast = [Int](repeating: 0, count: right.count + 1)
  var last = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    for column in right.indices {
      let isSame = left[row] == right[column]
      var best = min(last[column + 1] + 1, current[column] + 1, last[column] + (isSame ? 0 : 1))
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        best = min(best, beforeLast[column - 1] + 1)
      }
      current.append(best)
    }
    (beforeLast, last) = (last, current)
  }
  return last[right.count]
}
