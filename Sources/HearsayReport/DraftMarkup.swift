import HearsayCore
import ProseText

/// Writes a draft as it stands, block by block, with its claims marked in place.
struct DraftMarkup {
  private let draft: ReportedDraft
  private let claims: [Claim]
  /// What begins the ids of this draft.
  private let prefix: String
  private var pieces: [MarkedPiece]
  private var next = 0
  /// Claims that have an anchor already.
  private var anchored: Set<Int> = []

  init(_ draft: ReportedDraft, _ claims: [Claim], prefix: String) {
    self.draft = draft
    self.claims = claims
    self.prefix = prefix
    pieces = MarkedPiece.all(of: claims)
  }

  /// Writes all blocks.
  mutating func write(to page: inout PageWriter) {
    let blocks = draft.analysis.blocks
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      anchorSkipped(before: block.range.lowerBound, &page)
      if block.kind == .tableCell {
        let run = blocks[index...].prefix { $0.kind == .tableCell }
        let whole = block.range.lowerBound..<(run.last?.range.upperBound ?? block.range.upperBound)
        write(whole, run.flatMap(\.prose), in: ("<pre dir=\"auto\">", "</pre>"), &page)
        index += run.count
      } else {
        write(block.range, block.prose, in: Self.element(block.kind), &page)
        index += 1
      }
    }
    anchorSkipped(before: Int.max, &page)
  }

  private static func element(_ kind: BlockKind) -> (String, String) {
    switch kind {
    case .paragraph, .caption, .reference: ("<p dir=\"auto\">", "</p>")
    case .heading: ("<p dir=\"auto\" class=\"heading\">", "</p>")
    case .listItem: ("<p dir=\"auto\" class=\"item\">", "</p>")
    case .quote: ("<blockquote dir=\"auto\">", "</blockquote>")
    case .tableCell, .code, .math, .frontMatter, .comment: ("<pre dir=\"auto\">", "</pre>")
    }
  }

  /// Claims outside all blocks have a place all the same.
  private mutating func anchorSkipped(before offset: Int, _ page: inout PageWriter) {
    while next < pieces.count, pieces[next].range.lowerBound < offset, pieces[next].range.upperBound <= offset {
      anchor(pieces[next].claim, &page)
      next += 1
    }
  }

  private mutating func anchor(_ claim: Int, _ page: inout PageWriter) {
    guard anchored.insert(claim).inserted else { return }
    page.markup("<span id=\"\(prefix)m\(claim + 1)\"></span>")
  }

  private mutating func write(
    _ range: Range<Int>, _ prose: [Range<Int>], in element: (String, String), _ page: inout PageWriter
  ) {
    page.markup(element.0)
    var at = range.lowerBound
    var words = prose[...]
    while next < pieces.count, pieces[next].range.lowerBound < range.upperBound {
      let piece = pieces[next]
      let marked = piece.range.clamped(to: at..<range.upperBound)
      write(at..<marked.lowerBound, &words, &page)
      open(piece, &page)
      write(marked, &words, &page)
      page.markup("</a>")
      at = marked.upperBound
      // What goes on in the next block is marked there again.
      guard piece.range.upperBound <= range.upperBound else { break }
      next += 1
    }
    write(at..<range.upperBound, &words, &page)
    page.markup(element.1 + "\n")
  }

  private mutating func open(_ piece: MarkedPiece, _ page: inout PageWriter) {
    let number = piece.claim + 1
    let isFirst = anchored.insert(piece.claim).inserted
    let tone = claims[piece.claim].tone(in: draft).rawValue
    page.markup("<a class=\"mark \(tone)\" href=\"#\(prefix)c\(number)\"")
    page.markup(isFirst ? " id=\"\(prefix)m\(number)\">" : " tabindex=\"-1\">")
  }

  /// Writes bytes: prose as it is, markup between it quietly.
  private func write(_ range: Range<Int>, _ prose: inout ArraySlice<Range<Int>>, _ page: inout PageWriter) {
    var at = range.lowerBound
    while at < range.upperBound {
      while let first = prose.first, first.upperBound <= at { prose = prose.dropFirst() }
      let first = prose.first.map { $0.clamped(to: at..<range.upperBound) } ?? range.upperBound..<range.upperBound
      if first.lowerBound > at { writeMarkup(at..<first.lowerBound, &page) }
      if !first.isEmpty { page.text(draft.analysis.text.string(first)) }
      at = max(first.upperBound, first.isEmpty ? range.upperBound : first.upperBound)
    }
  }

  private func writeMarkup(_ range: Range<Int>, _ page: inout PageWriter) {
    let bytes = draft.analysis.text.bytes[range]
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 || $0 == UInt8(ascii: ">") }) {
      page.markup(bytes.contains(0x0A) ? "\n" : " ")
    } else {
      page.element("span", "class=\"markup\"", draft.analysis.text.string(range))
    }
  }
}

/// A stretch of the draft that shows one claim.
struct MarkedPiece: Sendable, Equatable {
  var range: Range<Int>
  /// Index into the claims.
  var claim: Int

  /// Cuts overlapping claims into pieces that do not overlap; where several lie upon one another the shortest shows.
  static func all(of claims: [Claim]) -> [MarkedPiece] {
    let cuts = Set(claims.flatMap { [$0.range.lowerBound, $0.range.upperBound] }).sorted()
    var pieces: [MarkedPiece] = []
    var open: [Int] = []
    var next = 0
    for (start, end) in zip(cuts, cuts.dropFirst()) {
      open.removeAll { claims[$0].range.upperBound <= start }
      while next < claims.count, claims[next].range.lowerBound <= start {
        if claims[next].range.upperBound > start { open.append(next) }
        next += 1
      }
      // Hundreds of marks on one word help nobody, and cost time.
      if open.count > mostOpen { open.removeFirst(open.count - mostOpen) }
      guard let claim = open.min(by: { claims[$0].range.count < claims[$1].range.count }) else { continue }
      if let last = pieces.last, last.claim == claim, last.range.upperBound == start {
        pieces[pieces.count - 1].range = last.range.lowerBound..<end
      } else {
        pieces.append(MarkedPiece(range: start..<end, claim: claim))
      }
    }
    return pieces
  }

  private static let mostOpen = 32
}
