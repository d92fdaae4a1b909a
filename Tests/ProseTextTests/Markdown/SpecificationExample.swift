import Foundation
import Testing

/// One example of a Markdown specification: a draft and the HTML that it stands for.
struct SpecificationExample: Decodable, CustomTestStringConvertible {
  let id: String
  let markdown: String
  let html: String

  var testDescription: String { id }

  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/data/markdown").standardizedFileURL

  static func load(_ name: String) -> [SpecificationExample] {
    guard let data = try? Data(contentsOf: folder.appending(path: name)) else { return [] }
    return data.split(separator: UInt8(ascii: "\n")).compactMap {
      try? JSONDecoder().decode(SpecificationExample.self, from: $0)
    }
  }
}

/// The prose of an HTML page as a reader of the Markdown behind it should keep it: no code, no addresses, no raw HTML.
struct ExpectedProse {
  private static let generated: Set<String> = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th"]
  private static let blocks: Set<String> = generated.union([
    "div", "pre", "table", "tr", "script", "style", "textarea", "section", "article", "ul", "ol",
    "blockquote", "iframe", "form", "dl", "dt", "dd", "aside", "tbody", "thead",
  ])

  private var text = ""
  private var open: [(name: String, counts: Bool)] = []
  private var hidden = 0
  private let markdown: String

  static func words(_ example: SpecificationExample) -> String {
    var reader = ExpectedProse(markdown: example.markdown)
    reader.read(example.html)
    return reader.text.filter { !$0.isWhitespace }
  }

  private init(markdown: String) { self.markdown = markdown }

  private mutating func read(_ html: String) {
    var rest = html[...]
    while let next = rest.first {
      if next == "<" {
        readTag(&rest)
      } else {
        let end = rest.firstIndex(of: "<") ?? rest.endIndex
        if hidden == 0, open.last?.counts ?? false { text += withoutAddresses(decoded(String(rest[..<end]))) }
        rest = rest[end...]
      }
    }
  }

  private mutating func readTag(_ rest: inout Substring) {
    for (mark, end) in [("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">")] where rest.hasPrefix(mark) {
      let close = rest.dropFirst(2).range(of: end)?.upperBound ?? rest.endIndex
      rest = rest[close...]
      return
    }
    let close = endOfTag(rest)
    let tag = String(rest[..<close])
    let afterTag = rest[close...]
    rest = afterTag
    let name = String(tag.dropFirst(tag.hasPrefix("</") ? 2 : 1).prefix { $0.isLetter || $0.isNumber }).lowercased()
    let isRaw = markdown.contains(tag)
    if name == "a", tag.hasPrefix("<a href"), !isRaw, isAddress(tag, afterTag) {
      rest = rest[(rest.range(of: "</a>")?.upperBound ?? rest.endIndex)...]
    } else if name == "sup", tag.contains("footnote") {
      rest = rest[(rest.range(of: "</sup>")?.upperBound ?? rest.endIndex)...]
    } else if name == "code" || name == "pre", !isRaw {
      hidden += tag.hasPrefix("</") ? -1 : 1
    } else if Self.blocks.contains(name) {
      if tag.hasPrefix("</") {
        if let index = open.lastIndex(where: { $0.name == name }) { open.removeSubrange(index...) }
      } else {
        open.append((name, !isRaw && Self.generated.contains(name)))
      }
    }
  }

  private func endOfTag(_ text: Substring) -> Substring.Index {
    var quote: Character?
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == ">" {
        return text.index(after: index)
      }
    }
    return text.firstIndex(of: ">").map { text.index(after: $0) } ?? text.endIndex
  }

  /// Whether a link's words are its address.
  private func isAddress(_ tag: String, _ rest: Substring) -> Bool {
    let words = decoded(String(rest[..<(rest.range(of: "</a>")?.lowerBound ?? rest.endIndex)]))
    if tag.contains("backref") { return true }
    let scheme = words.prefix { $0 != ":" }.lowercased()
    let hasScheme = words.contains(":") && !words.contains(" ") && tag.lowercased().contains("\"\(scheme):")
    return !words.contains("<")
      && (hasScheme && markdown.contains(words) && !markdown.contains("[\(words)]") || words.hasPrefix("www.")
        || tag.contains("mailto:\(words)\""))
  }

  /// Addresses are no prose, whether the specification makes links of them or not.
  private func withoutAddresses(_ text: String) -> String {
    text.replacing(
      /https?:\/\/[^\s<>]*[^\s<>?!.,:*_~'")]|[\w.+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]*[A-Za-z0-9])+(?![\w-])/, with: "")
  }

  private func decoded(_ html: String) -> String {
    html.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&")
  }
}
