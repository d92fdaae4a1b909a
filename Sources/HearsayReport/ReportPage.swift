import HearsayCore
import PageResources

/// The fact-checker's page: drafts with their claims marked in place, and beside them all that is known of each.
///
/// One HTML file that loads nothing: style, script and drawings stand in it, and its Content-Security-Policy allows nothing else to run.
/// It reads analyses and decides nothing.
package struct ReportPage: Sendable {
  private let drafts: [(draft: ReportedDraft, claims: [Claim])]
  /// Inputs that could not be used: what was named, and why.
  private let problems: [(path: String, message: String)]

  package init(_ drafts: [ReportedDraft], problems: [(path: String, message: String)] = []) {
    self.drafts = drafts.map { ($0, Claim.all(in: $0)) }
    self.problems = problems
  }

  /// The page's bytes, UTF-8; the same drafts give the same bytes.
  package var bytes: [UInt8] {
    var page = PageWriter()
    writeHead(&page)
    let name = drafts.map(\.draft.path).joined(separator: "\n")
    page.markup("<body data-page=\"\(base64(SHA256.hash(Array(name.utf8))))\">\n")
    page.markup("<a class=\"skip\" href=\"#main\">Skip to the drafts</a>\n<header>")
    let summary = SummaryMarkup(drafts: drafts)
    page.element("h1", "dir=\"auto\"", title)
    page.element("p", "", summary.sentence)
    writeContents(&page)
    page.markup("</header>\n")
    writeTools(summary, &page)
    page.markup("<main id=\"main\">\n")
    summary.write(to: &page)
    let places = PagePlaces(drafts)
    for index in drafts.indices { write(index, places, &page) }
    page.markup("</main>\n")
    writeFooter(summary, &page)
    page.markup("<script>\(Self.script)</script>\n</body>\n</html>\n")
    return page.bytes
  }

  private var title: String {
    let first = drafts.first?.draft.path ?? "no draft"
    return drafts.count > 1 ? "Fact-check of \(drafts.count) drafts" : "Fact-check of \(first)"
  }

  private static var style: String {
    String(
      decoding: UnsafeBufferPointer(start: hearsay_page_style_bytes(), count: hearsay_page_style_size()), as: UTF8.self)
  }

  private static var script: String {
    String(
      decoding: UnsafeBufferPointer(start: hearsay_page_script_bytes(), count: hearsay_page_script_size()),
      as: UTF8.self)
  }

  private func writeHead(_ page: inout PageWriter) {
    func source(_ text: String) -> String { "'sha256-\(base64(SHA256.hash(Array(text.utf8))))'" }
    let policy =
      "default-src 'none'; style-src \(source(Self.style)); script-src \(source(Self.script)); base-uri 'none'; "
      + "form-action 'none'"
    page.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    page.markup("<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">\n")
    page.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    page.markup(
      "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
    page.markup("<meta name=\"generator\" content=\"\(Version.name) \(Version.number)\">\n")
    page.element("title", "", title)
    page.markup("\n<style>\(Self.style)</style>\n</head>\n")
  }

  /// Links to the drafts, where there are several, and what could not be read.
  private func writeContents(_ page: inout PageWriter) {
    if drafts.count > 1 {
      page.markup("<nav aria-label=\"Drafts\"><ul>")
      for (index, item) in drafts.enumerated() {
        page.markup("<li><a href=\"#\(PagePlaces.prefix(index))\">")
        page.text(item.draft.path)
        page.markup("</a> (\(item.draft.findings.count))</li>")
      }
      page.markup("</ul></nav>")
    }
    for (path, message) in problems { page.element("p", "", "Not read: \(path): \(message)") }
  }

  /// What narrows the lists; shown by the script, without which it would do nothing.
  private func writeTools(_ summary: SummaryMarkup, _ page: inout PageWriter) {
    page.markup("<div id=\"tools\" role=\"search\" aria-label=\"Narrow the claims\" hidden><form id=\"filter\">\n")
    page.markup("<label>Status<select id=\"by-status\"><option value=\"\">all</option>")
    for (status, count) in summary.statuses { option(status.rawValue, "\(Wording.status(status)) (\(count))", &page) }
    if summary.wordsCount > 0 { option("words", "words, not figures (\(summary.wordsCount))", &page) }
    page.markup("</select></label>\n<label>Rule<select id=\"by-rule\"><option value=\"\">all</option>")
    for (rule, name, count) in summary.rules { option(rule, "\(rule) \(name) (\(count))", &page) }
    page.markup("</select></label>\n<label>Words<input type=\"search\" id=\"by-words\"></label>\n")
    page.markup("<label class=\"beside\"><input type=\"checkbox\" id=\"only-open\">Not yet checked</label>\n")
    page.markup("<label class=\"beside\"><input type=\"checkbox\" id=\"keys\" checked>Keys</label>\n")
    page.markup("<output id=\"count\" aria-live=\"polite\"></output></form></div>\n")
  }

  private func option(_ value: String, _ words: String, _ page: inout PageWriter) {
    page.element("option", "value=\"\(value)\"", words)
  }

  private func write(_ index: Int, _ places: PagePlaces, _ page: inout PageWriter) {
    let (draft, claims) = drafts[index]
    let id = PagePlaces.prefix(index)
    page.markup("<section class=\"draft\" id=\"\(id)\" aria-labelledby=\"\(id)-h\">")
    page.element("h2", "id=\"\(id)-h\" dir=\"auto\"", draft.path)
    if let date = draft.analysis.date { page.element("p", "", "Dated \(date.iso).") }
    if draft.analysis.isOtherLanguage { page.element("p", "", "Most of it is not in English; it was left alone.") }
    if drafts.count > 1 { SourcesMarkup(draft, claims).write(to: &page, id: id) }
    page.markup("<div class=\"beside-one-another\">\n")
    page.markup(
      "<section class=\"text\" aria-labelledby=\"\(id)-text\"><h3 id=\"\(id)-text\">The draft\(ofMany(index))</h3>\n")
    var markup = DraftMarkup(draft, claims, prefix: id)
    markup.write(to: &page)
    page.markup(
      "</section>\n<section class=\"claims\(claims.count > 300 ? " many" : "")\" aria-labelledby=\"\(id)-claims\">")
    page.markup("<h3 id=\"\(id)-claims\">Claims\(ofMany(index))</h3>\n")
    var list = ClaimMarkup(draft, claims, prefix: id, places)
    list.write(to: &page)
    page.markup("</section>\n</div>\n</section>\n")
  }

  /// Tells the sections of several drafts apart for who hears them.
  private func ofMany(_ index: Int) -> String {
    drafts.count > 1 ? "<span class=\"seen\">, draft \(index + 1)</span>" : ""
  }

  private func writeFooter(_ summary: SummaryMarkup, _ page: inout PageWriter) {
    page.markup("<footer>\n")
    page.markup(
      "<p class=\"keys\">Keys: <kbd>j</kbd> <kbd>k</kbd> next and previous claim, <kbd>x</kbd> tick, <kbd>m</kbd> ")
    page.markup(
      "note, <kbd>t</kbd> its place in the draft, <kbd>/</kbd> words to look for, <kbd>Esc</kbd> leave a field. ")
    page.markup("Ticks and notes stay in this browser.</p>\n")
    let rules = summary.rules.compactMap { Rule.named($0.rule) }
    if !rules.isEmpty {
      page.markup("<details open><summary>What the rules ask</summary><dl>")
      for rule in rules {
        page.element("dt", "id=\"\(rule.id)\"", "\(rule.id) \(rule.name)")
        page.element("dd", "", "\(rule.summary) \(rule.why)")
      }
      page.markup("</dl></details>\n")
    }
    page.markup(
      "<p>Made by \(Version.name) \(Version.number). Nothing here was checked against the world.</p>\n</footer>\n")
  }
}
