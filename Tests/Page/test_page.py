"""What the page shows and how it is used."""

import collections
import re

import pytest

from conftest import DRAFTS, FERRY, SHARED, findings, hearsay


def shown(page):
    return page.locator(".claim:visible")


def count(page):
    return int(page.locator("#count").inner_text().split()[0])


def test_findings_are_those_of_the_linter(open_report):
    page = open_report("ferry.md")
    expected = findings("ferry.md")
    fingerprints = page.locator("[data-fingerprint]").evaluate_all("all => all.map(one => one.dataset.fingerprint)")
    assert sorted(fingerprints) == sorted(finding["fingerprint"] for finding in expected)
    rules = collections.Counter(finding["rule"] for finding in expected)
    rows = page.locator("#rules tbody tr").evaluate_all(
        "rows => rows.map(row => [row.cells[0].textContent.split(' ')[0], Number(row.cells[1].textContent)])")
    assert dict(rows) == rules


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="there is no ../shared/seeds")
def test_seed_articles_have_the_findings_of_the_linter(open_report):
    drafts = sorted((SHARED / "seeds").glob("*.txt"))
    page = open_report(*drafts)
    assert page.locator("[data-fingerprint]").count() == len(findings(*drafts)) > 0
    assert page.locator("section.draft").count() == len(drafts)


def test_every_claim_is_marked_in_place(open_report):
    page = open_report("ferry.md")
    links = page.locator(".claim h4 a")
    assert links.count() == page.locator(".claim").count() > 8
    for link in links.all():
        mark = page.locator(link.get_attribute("href"))
        assert mark.count() == 1
        heading = link.locator("xpath=../span[1]").inner_text()
        words = re.sub(r"\s+", " ", mark.inner_text())
        assert words in heading or heading.strip("“”") in words
        assert page.locator(mark.get_attribute("href")).count() == 1


def test_the_draft_stands_there_word_for_word(open_report):
    page = open_report("ferry.md")
    words = "".join(page.locator("section.text").inner_text().split())
    body = FERRY.read_text().split("---\n", 2)[2]
    # The mark of a heading or list belongs to no block, all else does.
    for line in body.splitlines():
        assert "".join(line.lstrip("#> ").split()).strip("|").replace("|", "") in words.replace("|", ""), line


def test_a_card_says_what_is_known(open_report):
    page = open_report("ferry.md")
    # The harbour log agrees about the passengers, and not about the lorries.
    passengers = page.locator(".claim", has_text="3,118 passengers")
    assert "carried 3,118 passengers in April 2026" in passengers.locator("blockquote").inner_text()
    assert "Log of the night ferry [harbour-log], agrees" in passengers.inner_text()
    assert passengers.locator("a[href='https://harbour.example/log']").count() == 1
    assert "2026-04-01 to 2026-04-30, 30 days" in passengers.inner_text()
    assert "104 a day" in passengers.inner_text()
    lorries = page.locator(".claim", has_text="190 lorries")
    assert "says otherwise" in lorries.inner_text() and "240 lorries" in lorries.locator("blockquote").inner_text()
    winter = page.locator(".claim", has_text="12,400 passengers")
    assert "nobody answers for it" in winter.inner_text()
    accounts = page.locator(".claim", has_text="41,000").locator("a[rel]")
    assert accounts.get_attribute("href") == "https://accounts.example/ellery?a=1&b=2"


def test_chains_are_drawn_and_told(open_report):
    page = open_report("ferry.md")
    drawing = page.locator(".claim", has_text="the Ellery Courier").locator("svg")
    assert "Ellery Courier" in drawing.locator("text").all_text_contents()
    assert "nobody is given" in drawing.locator("desc").text_content()


def test_filters(open_report):
    page = open_report("ferry.md")
    all_claims = page.locator(".claim").count()
    expected = collections.Counter(finding["rule"] for finding in findings("ferry.md"))
    for rule, number in expected.items():
        page.select_option("#by-rule", rule)
        assert shown(page).locator(f"[data-rule={rule}]").count() == number
        assert count(page) == shown(page).count() > 0
        assert page.locator("a.mark:not(.off)").count() >= count(page)
    page.select_option("#by-rule", "")
    page.select_option("#by-status", "none")
    assert set(shown(page).evaluate_all("all => all.map(one => one.dataset.status)")) == {"none"}
    page.select_option("#by-status", "")
    page.fill("#by-words", "LORRIES")
    assert shown(page).count() == 1
    page.fill("#by-words", "no such words")
    assert shown(page).count() == 0 and page.locator(".empty").is_visible()
    page.fill("#by-words", "")
    assert count(page) == all_claims


def test_keys_walk_tick_and_note(open_report):
    page = open_report("ferry.md")
    focused = "document.activeElement.id"
    page.keyboard.press("j")
    assert page.evaluate(focused) == "d1c1"
    page.keyboard.press("j")
    page.keyboard.press("n")
    assert page.evaluate(focused) == "d1c3"
    page.keyboard.press("k")
    assert page.evaluate(focused) == "d1c2"
    assert page.locator(".mark.here").get_attribute("href") == "#d1c2"
    page.keyboard.press("x")
    page.keyboard.press("m")
    page.keyboard.type("asked jkx")
    assert page.locator("#d1c2 input[type=text]").input_value() == "asked jkx"
    page.keyboard.press("Escape")
    page.check("#only-open")
    assert page.locator("#d1c2").is_hidden()
    page.keyboard.press("j")
    page.keyboard.press("t")
    assert page.evaluate("document.activeElement.classList.contains('mark')")
    page.reload()
    assert page.locator("#d1c2 input[type=checkbox]").is_checked()
    assert page.locator("#d1c2 input[type=text]").input_value() == "asked jkx"
    # Whoever speaks to the computer can switch the keys off.
    page.uncheck("#keys")
    page.locator("h1").click()
    page.keyboard.press("j")
    assert not page.evaluate(focused).startswith("d1c")


def test_everything_is_reached_with_tab(open_report):
    page = open_report("ferry.md")
    reached = []
    while len(reached) < 400:
        page.keyboard.press("Tab")
        at = page.evaluate("""(() => {
          const at = document.activeElement;
          return at.tagName + " " + (at.id || at.getAttribute("href") || (at.closest(".claim")?.id ?? "") + " " + at.type);
        })()""")
        if at.startswith("BODY") or at == "A #main" and reached:
            break
        reached.append(at)
    expected = {"A #main", "SELECT by-status", "SELECT by-rule", "INPUT by-words", "INPUT only-open", "A d1m1",
                "A #d1m1", "INPUT d1c1 checkbox", "INPUT d1c1 text"}
    assert expected <= set(reached)


def test_marks_lead_to_cards_and_back(open_report):
    page = open_report("ferry.md", viewport={"width": 390, "height": 844})
    page.locator("#d1m4").click()
    assert page.evaluate("document.activeElement.id") == "d1c4"
    page.locator("#d1c4 h4 a").click()
    assert page.evaluate("location.hash") == "#d1m4"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_finding_leads_into_the_other_draft(open_report, tmp_path):
    for name, count in {"monday": 412, "tuesday": 421}.items():
        text = f"# Arrests at the Dorn regatta\n\nThe guard made {count} arrests at the Dorn regatta on Friday, the Quay Post reported.\n"
        (tmp_path / f"{name}.md").write_text(text)
    page = open_report("monday.md", "tuesday.md", folder=tmp_path)
    related = page.locator("#d1 [data-rule=HS601] li", has=page.locator("a"))
    assert "tuesday.md, line 3: “421”" in related.inner_text().replace("): ", ": ")
    related.locator("a").click()
    assert page.locator(":target").inner_text() == "421"


def test_it_works_without_script(open_report):
    page = open_report("ferry.md", java_script_enabled=False)
    assert page.locator("#tools").is_hidden()
    assert page.locator(".claim").count() > 8


def test_print_shows_all_and_boxes_to_tick(open_report):
    page = open_report("ferry.md")
    page.emulate_media(media="print")
    assert page.locator("#tools").is_hidden()
    assert page.locator(".claims").evaluate("one => getComputedStyle(one).overflowY") == "visible"
    assert page.locator("#d1c1 input[type=checkbox]").evaluate("one => getComputedStyle(one).borderTopWidth") == "1px"
    # What is folded on the screen is not on paper.
    assert page.locator("details:not([open]) table").first.evaluate("one => one.checkVisibility({contentVisibilityAuto: true})")
    assert len(page.pdf()) > 10_000


def test_a_long_draft_answers_at_once(open_report, tmp_path):
    draft = tmp_path / "long.md"
    body = FERRY.read_text().split("---\n", 2)[2]
    draft.write_text("".join(body.replace("3,118", f"{1000 + number}") for number in range(90)))
    page = open_report(draft, folder=tmp_path)
    assert page.locator(".claim").count() > 600
    milliseconds = page.evaluate("""() => {
      const started = performance.now();
      const status = document.getElementById("by-status");
      status.value = "none";
      status.dispatchEvent(new Event("input", { bubbles: true }));
      document.body.offsetHeight;
      return performance.now() - started;
    }""")
    # A thirtieth of it on an idle machine.
    assert milliseconds < 3000


def test_same_drafts_same_bytes():
    pages = {hearsay("report", "ferry.md").stdout for _ in range(2)}
    assert len(pages) == 1
    assert hearsay("report", DRAFTS / "nowhere.md").returncode == 3
