import ProseText

/// A place that names a document or an outlet's piece, source or not.
struct DocumentMention: Sendable {
  @CompactIndex var block: Int
  @Compact var range: Range<Int>
  /// Key of its head noun.
  var head: UInt64
  @CompactOptionalIndex var source: Int?
  /// Terms of its noun with what says more of it: "study in the Vale Journal".
  @CompactOptional var name: Range<Int>?
  /// An outlet brought it out: "the Ledger published allegations".
  var isPiece = false
}

/// The documents named so far, for words like "the report" to lead back to.
struct DocumentRegister {
  private var mentions: [DocumentMention] = []
  private var byHead: [UInt64: Namesakes] = [:]
  private var postMentions: [Int] = []
  private var named: [UInt64: Int] = [:]
  private var texts: [UInt64: DocumentMention] = [:]
  /// The latest that is no place where documents appear.
  private var lastDocument = -1
  /// What was done, where somebody wants to know.
  var trace: [Step]?

  /// The documents of one noun: asked for at each anaphor, so that nothing here may take longer the longer the draft is.
  private struct Namesakes {
    var last: Int
    /// The party behind the latest one that has one.
    var lastSource: Int?
    /// The parties behind them, -1 for those without.
    var parties: Set<Int> = []

    mutating func add(_ mention: Int, of source: Int?) {
      last = mention
      if let source { lastSource = source }
      parties.insert(source ?? -1)
    }
  }

  /// Notes a document.
  ///
  /// - Parameter noted: the same with its name, where a trace is kept.
  mutating func add(_ mention: DocumentMention, noted: NamedMention? = nil) {
    if let noted { trace?.append(.document(noted)) }
    note(mention.source, for: mention.head)
    // What an outlet tells is its report, its story and its article.
    if mention.isPiece {
      for head in Self.reports where head != mention.head { note(mention.source, for: head) }
    }
    if !Self.venues.contains(mention.head) { lastDocument = mentions.count }
    if Lexicon.english.lexeme(mention.head).classes.contains(.postNoun) { postMentions.append(mentions.count) }
    if mention.name != nil { named[mention.head] = mentions.count }
    mentions.append(mention)
  }

  /// Notes the document that comes next by a noun.
  private mutating func note(_ source: Int?, for head: UInt64) {
    byHead[head, default: Namesakes(last: mentions.count)].add(mentions.count, of: source)
  }

  /// Notes a text that no rule takes for a document, by its noun: a decree, a request.
  mutating func addText(_ mention: DocumentMention, noted: NamedMention? = nil) {
    if let noted { trace?.append(.text(noted)) }
    texts[mention.head] = mention
  }

  /// The latest text of this noun that has an author.
  func text(_ head: UInt64) -> DocumentMention? { texts[head] }

  /// The latest document of this noun.
  func last(_ head: UInt64) -> DocumentMention? { byHead[head].map { mentions[$0.last] } }

  /// The latest document of this noun of which more is said than the noun.
  func lastNamed(_ head: UInt64) -> DocumentMention? { named[head].map { mentions[$0] } }

  /// The one named piece of research, whatever it was called: "findings published in the Vale Journal" behind "the study".
  func research(_ head: UInt64) -> DocumentMention? {
    guard Self.research.contains(head) else { return nil }
    let found = Self.research.compactMap { named[$0] }
    return found.count == 1 ? mentions[found[0]] : nil
  }

  private static let research = foldedKeys("study findings paper research")

  /// The document that a word for a piece of research stands for where none was called so and one alone is about.
  func onlyResearch(for head: UInt64) -> DocumentMention? {
    guard Self.works.contains(head) else { return nil }
    let found = Self.works.filter { byHead[$0] != nil }
    guard found.count == 1, found[0] != head, parties(found[0]) == 1 else { return nil }
    return last(found[0])
  }

  private static let works = foldedKeys("study paper article")

  /// The party behind the latest document of this noun that has one.
  func lastSource(_ head: UInt64) -> Int? { byHead[head]?.lastSource }

  /// How many parties stand behind documents of this noun, those without a party as one.
  func parties(_ head: UInt64) -> Int { byHead[head]?.parties.count ?? 0 }

  /// Whether a document of another noun was named after the latest of this one; where it appeared, a journal or a site, is none.
  func hasOther(than head: UInt64) -> Bool {
    byHead[head].map { lastDocument > $0.last } ?? false
  }

  private static let reports = foldedKeys("report reports story stories article articles")
  private static let venues = foldedKeys(
    "journal magazine newspaper newsletter publication outlet channel site website blog portal agency wire")

  /// Articles, stories and posts, which stand for one another, latest first.
  func posts() -> [DocumentMention] { postMentions.suffix(8).reversed().map { mentions[$0] } }
}

// MARK: What was done

extension DocumentRegister {
  /// One thing that was done to the register.
  enum Step: Sendable, Equatable {
    case document(NamedMention)
    case text(NamedMention)

    /// The absolute place that it was done for.
    var place: Range<Int>? {
      switch self {
      case .document(let noted), .text(let noted): noted.mention.range
      }
    }
  }

  /// A mention with what another block can be told of the document's name; those that differ in nothing but their places are equal.
  struct NamedMention: Sendable, Equatable {
    var mention: DocumentMention
    var words: [UInt64]
    var text: String

    static func == (one: Self, other: Self) -> Bool {
      one.mention.head == other.mention.head && one.mention.source == other.mention.source
        && one.mention.isPiece == other.mention.isPiece && (one.mention.name == nil) == (other.mention.name == nil)
        && one.words == other.words && one.text == other.text
    }
  }

  /// Does again what was done for a block.
  ///
  /// - Parameter shift: how far behind its place of then the block stands now, in bytes.
  mutating func repeating(_ steps: [Step], movedBy shift: Int) {
    for step in steps {
      switch step {
      case .document(var noted):
        noted.mention.range = noted.mention.range.moved(by: shift)
        add(noted.mention, noted: noted)
      case .text(var noted):
        noted.mention.range = noted.mention.range.moved(by: shift)
        addText(noted.mention, noted: noted)
      }
    }
  }
}
