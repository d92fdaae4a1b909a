import ProseText

extension Rule {
  static let unknownSourceKey = Rule(
    id: "HS501", name: "unknown-source-key", severity: .error,
    summary: "A note or key must lead somewhere.",
    why: """
      A mark that names a note or a source promises that the reader can look it up. Where nothing in the draft answers to it, the \
      claim before it has no source after all. Write the entry, or name the one that was meant.
      """,
    standard: "Any citation style, Pandoc and Markdown practice",
    flagged: [
      Example("Some 640 homes were flooded.⟦[^3]⟧\n\n[^1]: The county’s log.", isMarkdown: true),
      Example("The dam held ⟦[^dam]⟧ until noon.", isMarkdown: true),
      Example("Some 640 barges were freed ⟦[@lock]⟧.", isMarkdown: true, ledger: LedgerExamples.locks),
      Example("Some 640 barges were freed ⟦{src:barges}⟧.", ledger: LedgerExamples.locks),
      Example("The dam held [1] until noon ⟦[4]⟧.\n\n[1] The log.\n\n[2] Moss, 2031.\n\n[3] Lind, 2030."),
    ],
    clean: [
      Example("Some 640 homes were flooded.[^1]\n\n[^1]: The county’s log.", isMarkdown: true),
      Example("The dam held [1] until noon [2].\n\n[1] The log.\n\n[2] Moss, 2031."),
      Example("“They [sic] left,” she said. The dam held [4] until noon."),
      Example("Take `array[^3]` and [^](u).", isMarkdown: true),
      Example(
        "Some 640 barges were freed [@locks]. Two sank {src:locks}.", isMarkdown: true, ledger: LedgerExamples.locks),
      Example("- [ ] Call the county.\n- [x] Write to [Moss].", isMarkdown: true),
      Example("In [2031] the dam held.\n\n[1] The log.\n\n[2] Moss, 2030."),
    ]
  ) { draft, report in
    let list = draft.numberedReferences()
    let hasBibliography = draft.hasBibliography()
    for index in draft.blocks.indices {
      let marks = draft.blocks[index].shared.marks
      guard marks.contents.contains(.references) || !list.isEmpty && !marks.bracketNumbers.isEmpty else { continue }
      let block = draft.blocks[index]
      guard block.outline.kind.isProse, block.facts.isEnglish else { continue }
      for inline in block.facts.content.inlines
      where inline.kind == .footnote || inline.kind == .citation {
        let range = block.absolute(inline.range)
        if let facts = draft.ledger, inline.kind == .citation {
          let id = draft.string(block.absolute(inline.target))
          if facts.opened.index.entry(id) != nil { continue }
          if inline.isResolved {
            if !hasBibliography, draft.isKey(range) { report.add(range, of: id, facts.ledger, draft) }
            continue
          }
        }
        guard !inline.isResolved else { continue }
        report.add(
          range, "Nothing in the draft answers to “\(draft.excerpt(range))”.",
          fixes: draft.entry(for: draft.string(block.absolute(inline.target))))
      }
      guard let last = list.last else { continue }
      for mark in marks.bracketNumbers where !mark.opensLine {
        guard mark.number > last, mark.number <= last + 20 else { continue }
        report.add(
          block.range(mark.terms), "The list of references stops at \(last): there is no \(mark.number).")
      }
    }
  }
}

extension Report {
  /// Says that neither the draft nor the ledger answers to a key, and which the ledger has that is near.
  fileprivate mutating func add(_ range: Range<Int>, of id: String, _ ledger: Ledger, _ draft: Draft) {
    guard let near = ledger.nearestID(to: id) else {
      add(range, "The ledger has no source “\(id)”.")
      return
    }
    let written = draft.string(range)
    var fixes: [Fix] = []
    if let place = written.firstRange(of: id) {
      let key = written[..<place.lowerBound] + near + written[place.upperBound...]
      fixes = [draft.replacement(of: range, with: String(key), title: "Name “\(near)” instead", isPreferred: true)]
    }
    add(range, "The ledger has no source “\(id)”; the nearest is “\(near)”.", fixes: fixes)
  }
}

extension Draft {
  /// Whether a citation is a key of a ledger or bibliography: `[@id]`, `{src:id}`.
  fileprivate func isKey(_ range: Range<Int>) -> Bool {
    let words = text.bytes[range]
    return words.first == UInt8(ascii: "{") || words.contains(UInt8(ascii: "@"))
  }

  /// The front matter names a bibliography, where keys may be found too.
  fileprivate func hasBibliography() -> Bool {
    blocks.indices.contains { index in
      guard blocks[index].outline.kind == .frontMatter else { return false }
      return FrontMatterEntry.all(in: blocks[index]).contains { $0.key == "bibliography" || $0.key == "references" }
    }
  }

  /// The numbers of a list of references in brackets, where they count from one without a gap; else none.
  fileprivate func numberedReferences() -> [Int] {
    var list: [Int] = []
    for index in blocks.indices {
      for mark in blocks[index].shared.marks.bracketNumbers where mark.opensLine { list.append(mark.number) }
    }
    return list.count > 1 && list == Array(1...list.count) ? list : []
  }

  /// The edit that begins the missing entry at the end of the draft, in formats that have a place for it.
  fileprivate func entry(for label: String) -> [Fix] {
    let words =
      switch format {
      case .markdown: "[^\(label)]: [TK source]"
      case .reStructuredText: ".. [\(label)] [TK source]"
      case .org: "[fn:\(label)] [TK source]"
      case .plainText, .html, .latex, .asciidoc: ""
      }
    guard !words.isEmpty else { return [] }
    let end = text.count
    return [
      Fix(
        title: "Begin the entry “\(label)”", isPreferred: false,
        edits: [TextEdit(range: end..<end, newText: "\n\n\(words)\n")])
    ]
  }
}
