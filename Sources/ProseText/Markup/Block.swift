/// What a block of a draft is.
package enum BlockKind: String, Sendable, CaseIterable {
  case paragraph, heading
  case listItem = "list-item"
  case quote
  case tableCell = "table-cell"
  case caption, code, math
  case frontMatter = "front-matter"
  case reference, comment

  /// Whether sentences are read from blocks of this kind.
  package var isProse: Bool {
    switch self {
    case .paragraph, .heading, .listItem, .quote, .tableCell, .caption, .reference: true
    case .code, .math, .frontMatter, .comment: false
    }
  }
}

/// A block as the first pass over a draft finds it: its place and kind, without what stands inside.
///
/// Ranges are absolute UTF-8 byte ranges.
package struct BlockOutline: Sendable, Equatable {
  /// The content lines, sorted: what lies between two of them (a line ending, `> `, indentation) is not content.
  /// Where a line ending parts two lines of prose, the first segment includes it, so that words stay apart.
  package var segments: [Range<Int>]
  @usableFromInline var place: CompactRange
  /// Below 0 for none.
  private var containerNumber: Int32
  private var depth: Int8
  package var kind: BlockKind

  /// From the block's first byte of content to its last, markers of the first line and the final line ending excluded.
  @inlinable package var range: Range<Int> {
    get { place.bounds }
    set { place = CompactRange(newValue) }
  }

  /// Depth of a heading (1 to 6), else 0.
  package var level: Int {
    get { Int(depth) }
    set { depth = Int8(clamping: newValue) }
  }

  /// Numbers the list, quotation, table or footnote that holds the block, from 0; nil outside one. Blocks with one number
  /// belong together.
  package var container: Int? {
    get { containerNumber < 0 ? nil : Int(containerNumber) }
    set { containerNumber = newValue.map { Int32(clamping: $0) } ?? -1 }
  }

  package init(
    kind: BlockKind, range: Range<Int>, segments: [Range<Int>], level: Int = 0, container: Int? = nil
  ) {
    self.kind = kind
    self.segments = segments
    place = CompactRange(range)
    depth = Int8(clamping: level)
    containerNumber = container.map { Int32(clamping: $0) } ?? -1
  }

  /// The same without its segments where nothing lies between two of them.
  package func withoutSolidSegments() -> BlockOutline {
    for index in segments.indices.dropFirst() where segments[index - 1].upperBound < segments[index].lowerBound {
      return self
    }
    var block = self
    block.segments = []
    return block
  }
}

/// What the first pass over a draft finds: blocks in order, and the labels that links and notes may name.
package struct Outline: Sendable, Equatable {
  /// Sorted, disjoint.
  package var blocks: [BlockOutline]
  /// Labels of reference links, folded as CommonMark folds them (case, inner white space).
  package var linkLabels: Set<String>
  /// Labels of footnotes that have a definition, folded the same way.
  package var footnoteLabels: Set<String>

  package init(blocks: [BlockOutline], linkLabels: Set<String> = [], footnoteLabels: Set<String> = []) {
    self.blocks = blocks
    self.linkLabels = linkLabels
    self.footnoteLabels = footnoteLabels
  }
}

/// What a piece of markup inside a block is.
package enum InlineKind: UInt8, Sendable, CaseIterable {
  /// Code, math, image, raw HTML or template tag, address: opaque, never prose, but a thing in the sentence.
  case code, math, image, html, address
  /// A link with words; `range` is the whole of it, its words are prose.
  case link
  /// `[^label]`; `isResolved` says whether it has a definition.
  case footnote
  /// `[@key]` or the like; around words, the title of a work.
  case citation
  /// Emphasis, strong emphasis and strikethrough; `range` is the whole of it.
  case emphasis
  /// A comment inside a paragraph.
  case comment
}

/// A piece of markup inside a block. Ranges are UTF-8 byte ranges relative to the block's first byte.
package struct Inline: Sendable, Equatable {
  package var kind: InlineKind
  /// Whether its label, where it names one, is defined in the draft.
  package var isResolved: Bool
  private let place: CompactRange
  private let label: CompactRange

  /// The whole of it.
  package var range: Range<Int> { place.bounds }
  /// Where it leads, or the label it names; empty where it has none.
  package var target: Range<Int> { label.bounds }

  package init(kind: InlineKind, range: Range<Int>, target: Range<Int> = 0..<0, isResolved: Bool = true) {
    self.kind = kind
    self.isResolved = isResolved
    place = CompactRange(range)
    label = CompactRange(target)
  }
}

/// What stands inside a block: which of its bytes are prose, and the markup between.
///
/// Ranges are UTF-8 byte ranges relative to the block's first byte. Prose ranges are sorted, disjoint and never empty.
package struct BlockContent: Sendable, Equatable {
  package var prose: [Range<Int>]
  /// Sorted by their beginning; an outer one stands before the one inside it.
  package var inlines: [Inline]
  /// Characters of the prose that markup writes otherwise, in order; they are in no range of `prose`.
  package var replacements: [Replacement]

  package init(prose: [Range<Int>], inlines: [Inline] = [], replacements: [Replacement] = []) {
    self.prose = prose
    self.inlines = inlines
    self.replacements = replacements
  }
}
