/// Two drafts that are held against one another.
struct DraftPair {
  let one: DraftDigest
  let other: DraftDigest
  /// Whether both open with the same matter.
  let isSameMatter: Bool

  init(_ one: DraftDigest, _ other: DraftDigest) {
    self.one = one
    self.other = other
    isSameMatter = one.topic.isSameMatter(as: other.topic)
  }

  /// How many days lie between their dates; nil where one has none.
  var daysApart: Int? {
    guard let date = one.date, let otherDate = other.date else { return nil }
    return abs(date.dayNumber - otherDate.dayNumber)
  }

  /// Whether one of them says that it corrects what was said before: figures that differ are no news.
  var isCorrected: Bool { one.standing.isCorrection || other.standing.isCorrection }

  /// Whether both are parts of one series.
  var isSeries: Bool { one.standing.series != nil && one.standing.series == other.standing.series }
}
