import ProseText

/// People whom the draft names side by side: "officers Ida Brandt and Tom Reid".
struct PeopleRows {
  /// Two or more people in the order of their names.
  struct Row: Equatable {
    var people: [Int]
    /// Key of the noun in front: "officers".
    var noun: UInt64?
    var isFamily: Bool
  }

  private(set) var rows: [Row] = []

  /// Takes in a row; the same people in another order are the same row.
  mutating func add(_ row: Row) {
    let members = Set(row.people)
    guard members.count == row.people.count else { return }
    if let known = rows.firstIndex(where: { Set($0.people) == members }) {
      rows[known].noun = rows[known].noun ?? row.noun
    } else {
      rows.append(row)
    }
  }

  /// The one row that stood behind a plural noun: "the officers", "both officers".
  func row(behind noun: UInt64) -> Row? {
    let found = rows.filter { $0.noun == noun }
    return found.count == 1 ? found[0] : nil
  }

  /// The only pair of the draft.
  var pair: Row? { rows.count == 1 && rows[0].people.count == 2 ? rows[0] : nil }

  /// The only two of one surname.
  var family: Row? {
    let found = rows.filter { $0.isFamily && $0.people.count == 2 }
    return found.count == 1 ? found[0] : nil
  }
}
