/// Words that say whether a sentence begins with them or goes on.
enum SentenceWords {
  /// Words that usually open a sentence when they follow a dot with a capital.
  static let openers = keys(
    """
    the a an this that these those he she it they we i you his her its their our my your there here in on at for from by
    with as after before when while if but and or so yet nor however although though since because according another
    some many most much few more both all each every any no not nothing none nobody everyone everything anyone someone
    something several one two three four five six seven eight nine ten last next now then what who whom whose which
    where why how under over to of during among across about against between within without through until unless
    despite instead meanwhile moreover furthermore nevertheless nonetheless therefore thus also still such other others
    only even just perhaps maybe today yesterday tomorrow earlier later recently currently once twice again finally
    first second third can could would should do does did is are was were have has had please let see
    """)
  /// What may follow an hour with a capital and still belong to it: days, months and zones.
  static let behindHours = keys(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sept sep oct nov dec eastern central mountain pacific atlantic greenwich
    """)
  static let time = foldedKey("time")
  /// What a caption or heading counts.
  static let captions = keys(
    "figure fig table chart box section chapter part appendix step item exhibit map photo plate")
  /// Verbs that name who spoke a question or cry.
  static let speech = keys(
    """
    said says asked asks added adds told tells wrote writes shouted shouts cried cries replied replies exclaimed
    demanded wondered tweeted joked answered recalled
    """)
  /// Words that join the items of a list in one sentence.
  static let joining = keys("and or")
  static let firstPerson = keys("i i'm i've i'd i'll")

  private static func keys(_ words: String) -> Set<UInt64> {
    Set(words.split { $0 == " " || $0 == "\n" }.map { foldedKey(String($0)) })
  }
}
