"""Drafts, ledgers and file names that want to run something are shown as text, and nothing runs."""

import json
import re

import pytest

from conftest import hearsay

RUN = "window.ran=1"
HOSTILE = [
    f"<script>{RUN}</script> The lock has 4,100 gates.",
    f"</script><script>{RUN}</script> The lock has 4,100 gates, <b onclick={RUN}>experts</b> say.",
    f"<img src=x onerror={RUN}> cost 4,100 crowns, \"onmouseover=\"{RUN}\" said some.",
    f"</style></title></textarea><svg onload={RUN}>4,100 boats</svg> sank",
    f"[4,100 boats](javascript:{RUN}) sank, [the list](JaVaScRiPt:{RUN}) says; [40 ships](data:text/html,<script>{RUN}</script>) too.",
    f"<!-- --!><script>{RUN}</script> --> 4,100 boats sank <![CDATA[<script>{RUN}</script>]]>",
    "<p><div><a href='<table><b 4,100 boats sank &lt;script&gt; &#x3c;script&#x3e; &amp;",
    "Some 4,100 boats\x01\x08\x0b\x0c\x1b[31m\x7f\u0085 sank.\r Then \u202e4,100 more\u202c \u2066sank\u2069 \u200e\u2028\ufeff.",
    "The “Vale \u202eecivreS\u202c <script>window.ran=1</script> Office” counted 4,100 boats. According to the <i onclick=window.ran=1> Dorn Ledger, 312 sank.",
]


def test_nothing_runs(open_report, tmp_path):
    for number, text in enumerate(HOSTILE):
        for ending in ("md", "txt", "html"):
            (tmp_path / f"{number}.{ending}").write_bytes(text.encode())
    page = open_report(".", folder=tmp_path)
    assert page.locator("section.draft").count() == 3 * len(HOSTILE)
    assert_harmless(page)
    marks = page.locator("a.mark")
    assert marks.count() > len(HOSTILE)
    for mark in marks.all()[:20]:
        mark.dispatch_event("mouseover")
        mark.click()
    assert page.evaluate("window.ran") is None
    assert f"<script>{RUN}</script> The lock has 4,100 gates." in page.locator("section.text").all_inner_texts()[2]


def test_hostile_ledger(open_report, tmp_path):
    entry = {
        "id": "log", "title": f"</dd><script>{RUN}</script>", "publisher": f"<img src=x onerror={RUN}>",
        "url": f"javascript:{RUN}", "archived": f"https://a.example/\" onclick=\"{RUN}", "kind": "primary",
        "figures": [{"value": 4100, "what": "boats", "quote": f"<script>{RUN}</script> counted 4,100 boats"}],
    }
    (tmp_path / "hearsay.sources.jsonc").write_text(json.dumps({"sources": [entry], "<script>": 1}))
    (tmp_path / "draft.md").write_text("The harbour has 4,100 boats [@log].\n")
    page = open_report("draft.md", folder=tmp_path)
    assert_harmless(page)
    card = page.locator(".claim").first
    assert "counted 4,100 boats" in card.inner_text()
    assert card.locator("a[href^='javascript']").count() == 0


def test_hostile_file_name(open_report, tmp_path):
    name = f"a\"><svg onload={RUN}>\u202e\u0007'&.md"
    (tmp_path / name).write_text("The harbour has 4,100 boats.\n")
    page = open_report(name, folder=tmp_path)
    assert_harmless(page)
    assert f"a\"><svg onload={RUN}>\ufffd␇'&.md" in page.title()


def assert_harmless(page):
    """No element but the page's own, no handler, no address that runs, nothing that hides or reorders text."""
    assert page.evaluate("window.ran") is None
    assert page.locator("script").count() == 1
    assert page.locator("img, iframe, object, embed, base, style + style").count() == 0
    names = page.evaluate("[...document.querySelectorAll('*')].flatMap(one => one.getAttributeNames())")
    assert not [name for name in set(names) if name.startswith("on") or name == "style"]
    links = page.evaluate("[...document.querySelectorAll('a')].map(one => one.getAttribute('href'))")
    assert all(re.match(r"#|https?://", link) for link in links)
    text = page.evaluate("document.documentElement.textContent")
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", text)


def test_the_policy_names_the_one_script():
    page = hearsay("report", "-", text=b"Some 640 homes.").stdout.decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page).group(1)
    assert policy.startswith("default-src 'none'; style-src 'sha256-") and "unsafe" not in policy
    assert len(re.findall("<script", page)) == 1 and " src=" not in page and "@import" not in page and "url(" not in page


@pytest.mark.parametrize("script", ["document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran=1'}))"])
def test_the_policy_holds(browser, tmp_path, script):
    """The policy itself is tried: a script that some hole let in would not run."""
    path = tmp_path / "page.html"
    path.write_bytes(hearsay("report", "-", text=b"Some 640 homes.").stdout)
    page = browser.new_page()
    page.goto(path.as_uri())
    page.evaluate(script)
    assert page.evaluate("window.ran") is None
    page.close()
