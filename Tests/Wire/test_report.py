"""The fact-checker's page beside the other reports of a run: the same bytes, the same findings, and none where it cannot be."""

import html
import json
import os
import re

import pytest

from language_client import LanguageClient

FIRST = "# Night at the Dorn regatta\n\n*3 May 2024*\n\nThe guard made 412 arrests at the Dorn regatta on Friday, the Quay Post reported.\n"
SECOND = "# Dorn regatta ends\n\n*4 May 2024*\n\nThe guard made 421 arrests at the Dorn regatta on Friday, the Quay Post reported.\n"


@pytest.fixture
def drafts(tmp_path):
    (tmp_path / ".hearsay.jsonc").write_text('{"ruels": {}}')
    (tmp_path / "a.md").write_text(FIRST)
    (tmp_path / "b.md").write_text(SECOND)
    (tmp_path / "c.md").write_text("Some 640 homes were flooded.\n")
    return tmp_path


def fingerprints(page):
    return sorted(re.findall(r'data-fingerprint="([^"]+)"', page.read_text()))


def linted(done):
    return sorted(one["fingerprint"] for file in json.loads(done.stdout)["files"] for one in file["findings"])


def lint(hearsay, *arguments):
    done = hearsay("lint", "--format", "json", "--report", "page.html", *arguments)
    assert done.returncode in (0, 1), done.stderr
    return done


def test_it_is_the_page_of_the_report_command(hearsay, drafts):
    found = linted(lint(hearsay, "."))
    assert len(found) > 4 and fingerprints(drafts / "page.html") == found
    page = (drafts / "page.html").read_bytes()
    # The page that lies there now is no draft.
    assert hearsay("report", ".", "--output", "./page.html").returncode == 0
    assert (drafts / "page.html").read_bytes() == page


def test_it_has_the_findings_that_are_reported(hearsay, drafts):
    for more in (["--select", "HS6"], ["--max-findings", "2"], ["--severity", "HS6=hint"], ["--jobs", "1"]):
        found = linted(lint(hearsay, *more, "."))
        assert found and fingerprints(drafts / "page.html") == found
    lint(hearsay, "--severity", "HS6=hint", ".")
    assert "hint <a" in (drafts / "page.html").read_text()


def test_what_the_baseline_knows_is_not_there(hearsay, drafts):
    hearsay("lint", ".", "--baseline", "known", "--update-baseline")
    (drafts / "c.md").write_text("Some 640 homes were flooded.\n\nSome 75 barns burned.\n")
    found = linted(lint(hearsay, "--baseline", "known", "."))
    assert len(found) == 1 and fingerprints(drafts / "page.html") == found


def test_a_change_brings_the_drafts_that_it_is_about(hearsay, drafts):
    (drafts / ".hearsay.jsonc").write_text("{}")
    diff = "--- a/a.md\n+++ b/a.md\n@@ -5 +5 @@\n-The guard made no arrests.\n+" + FIRST.splitlines()[4] + "\n"
    (drafts / "diff").write_text(diff)
    found = linted(lint(hearsay, "--diff", "diff", "."))
    page = drafts / "page.html"
    assert found and fingerprints(page) == found
    # The other draft of the conflict is there, the one that has nothing to do with it is not.
    assert re.findall(r'<section class="draft"[^>]*><h2[^>]*>([^<]*)', page.read_text()) == ["a.md", "b.md"]


def test_the_words_of_another_draft_are_shown_with_a_way_there(hearsay, drafts):
    lint(hearsay, ".")
    text = (drafts / "page.html").read_text()
    ways = re.findall(r'\(<a href="#(d\d+m\d+)">([^<]*)</a>: “([^”]*)”\)', text)
    assert ("b.md, line 5", "421") in [(where, html.unescape(words)) for _, where, words in ways]
    assert all(f'id="{id}"' in text for id, _, _ in ways)


@pytest.mark.parametrize("arguments, status, said", [
    (["--report", "out", "--format", "sarif=out"], 2, "would go to 'out'"),
    (["--report", "out", "--check-fix"], 2, "--check-fix"),
    (["--report", "out", "--fix-suggest"], 2, "--fix-suggest"),
    (["--report"], 2, "needs a value"),
    (["--report", "none/out"], 3, "cannot be written"),
])
def test_where_it_cannot_be(hearsay, drafts, arguments, status, said):
    done = hearsay("lint", "c.md", *arguments)
    assert done.returncode == status and said in done.stderr.decode()
    assert not (drafts / "out").exists()


def test_what_was_not_read_stands_on_it(hearsay, drafts):
    done = hearsay("lint", "c.md", "gone.md", "--report", "page.html")
    assert done.returncode == 3 and "Not read: gone.md" in (drafts / "page.html").read_text()


@pytest.mark.parametrize("shows", [True, False])
def test_an_editor_opens_the_page_of_a_draft(drafts, tmp_path, monkeypatch, shows):
    """The server writes nothing but the page that its user asked for, where it belongs, and only for an editor that can show it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    capabilities = {"window": {"showDocument": {"support": True}}} if shows else {}
    with LanguageClient(os.environ["HEARSAY"], tmp_path, capabilities) as client:
        client.open(drafts / "c.md")
        assert not (tmp_path / "cache").exists()
        answer = client.request("workspace/executeCommand", {"command": "hearsay.openReport", "arguments": [(drafts / "c.md").as_uri()]})
        pages = list((tmp_path / "cache").rglob("*"))
        if shows:
            folder, page = [one for one in pages if one.is_dir()][-1], [one for one in pages if one.is_file()]
            assert [one.as_uri() for one in page] == [answer["uri"]] and 'data-rule="HS101"' in page[0].read_text()
            assert folder.stat().st_mode & 0o777 == 0o700
            shown = client.receive()
            assert shown["method"] == "window/showDocument" and shown["params"]["external"] is True
        else:
            assert pages == [] and 'data-rule="HS101"' in answer["html"]
