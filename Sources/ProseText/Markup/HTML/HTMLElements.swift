/// What elements are to a reader of prose, by name.
enum HTMLElement {
  static let pre = key("pre")
  static let head = key("head")
  static let code = keys("code kbd samp tt var")
  /// What is inside is text to the parser or no prose: nothing but their own closing tag ends them.
  static let raw = keys("script style textarea template title")
  /// What is inside are elements, and none of it is prose.
  static let opaque = keys("svg math object canvas select audio video iframe")
  static let lists = keys("ul ol dl menu")
  static let items = keys("li dt dd")
  static let cells = keys("td th")
  static let captions = keys("caption figcaption")
  static let quotation = key("blockquote")
  static let table = key("table")
  static let lineBreak = key("br")
  static let anchor = key("a")
  static let citation = key("cite")
  static let image = key("img")
  static let superscript = key("sup")
  static let emphasis = keys("em strong b i u s mark del ins small q")
  static let void = keys("area base br col embed hr img input link meta param source track wbr")
  /// Block-level elements: their tags part blocks.
  static let blocks = keys(
    """
    address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption \
    figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ol optgroup option p pre search \
    section summary table tbody td tfoot th thead tr ul
    """)
  /// Elements that end where the next of the same kind begins.
  static let selfEnding = keys("p li dt dd td th tr option")

  /// The level of a heading's element, 0 for others.
  static func headingLevel(_ name: UInt64) -> Int { headings.firstIndex(of: name).map { $0 + 1 } ?? 0 }

  /// What an element makes of the text inside it; nil where that is for the element around it to say.
  static func kind(_ name: UInt64) -> BlockKind? {
    if headings.contains(name) { return .heading }
    if cells.contains(name) { return .tableCell }
    if captions.contains(name) { return .caption }
    if items.contains(name) { return .listItem }
    return name == quotation ? .quote : nil
  }

  /// Whether the blocks inside the element belong together.
  static func isNumbered(_ name: UInt64) -> Bool { lists.contains(name) || name == quotation || name == table }

  private static let headings = (1...6).map { key("h\($0)") }

  private static func key(_ name: String) -> UInt64 {
    Array(name.utf8).withUnsafeBufferPointer { foldedName($0, 0..<$0.count) }
  }

  private static func keys(_ names: String) -> Set<UInt64> { Set(names.split(separator: " ").map { key(String($0)) }) }
}
