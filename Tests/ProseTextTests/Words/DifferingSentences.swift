/// Hand-made cases of which other sentences are kept, and why.
///
/// Every entry is a decision; a case that differs without one fails the conformance tests, and so does an entry that no
/// longer differs.
enum DifferingSentences {
  enum Reason {
    /// The expected text is cleaned of markup, page furniture or spaced letters; offsets allow none of that.
    case cleaning
    /// Lines without a stop that are parted by line breaks alone; blocks are parted before sentences are.
    case lines
    /// The expected answer keeps all that one pair of quotation marks holds together; here a quotation has sentences.
    case quotation
    /// A list within a line that begins after other text, or whose end nothing marks.
    case list
    /// "N°." and "Y!J.", which no other prose has.
    case rareForm
    /// Nothing but the capital says that a sentence ended at "U.S.", and most capitals behind it are names.
    case abbreviationBeforeName
    /// Numbers of notes or minutes that stand alone.
    case numbers
  }

  static let goldenRules: [String: Reason] = [
    "prag-41": .lines, "prag-42": .rareForm, "prag-53": .quotation, "prag-54": .quotation, "prag-55": .quotation,
    "prag-57": .quotation, "prag-71": .cleaning, "prag-72": .cleaning, "prag-74": .lines, "prag-76": .cleaning,
    "prag-78": .lines, "prag-79": .lines, "prag-81": .cleaning, "prag-82": .cleaning, "prag-83": .cleaning,
    "prag-95": .cleaning, "prag-99": .cleaning, "prag-103": .cleaning, "prag-109": .rareForm, "prag-111": .lines,
    "prag-113": .lines, "prag-118": .cleaning, "prag-119": .abbreviationBeforeName, "prag-124": .list,
    "prag-125": .list, "prag-126": .list, "prag-127": .cleaning, "prag-128": .quotation, "prag-131": .cleaning,
    "prag-132": .cleaning, "prag-133": .cleaning, "prag-142": .numbers, "prag-145": .quotation,
    "prag-146": .quotation, "prag-147": .quotation, "prag-168": .quotation, "prag-172": .numbers,
  ]
}
