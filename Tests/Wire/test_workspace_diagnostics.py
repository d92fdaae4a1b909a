"""What a client learns of all drafts of its folder, from one server, while drafts are opened, edited and written beside it."""

import json
import os

import pytest
from language_client import LanguageClient

PULLS = {
    "textDocument": {"diagnostic": {"relatedDocumentSupport": True}},
    "workspace": {"diagnostics": {"refreshSupport": True}},
}
FLOOD = "Some {} homes were flooded.\n"


@pytest.fixture
def desk(tmp_path):
    for number in range(60):
        (tmp_path / f"{number}.md").write_text(FLOOD.format(640 + number))
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "old.md").write_text(FLOOD.format(9))
    (tmp_path / ".gitignore").write_text("build/\n")
    return tmp_path


def pull(client, known=(), **more):
    ids = [{"uri": report["uri"], "value": report["resultId"]} for report in known if "resultId" in report]
    return client.request("workspace/diagnostic", {"previousResultIds": ids, **more})["items"]


def test_the_server_says_what_the_command_says(hearsay, desk):
    done = hearsay("lint", "--format", "json", "--fail-on", "never", ".")
    linted = {
        (desk / file["path"]).as_uri(): [(finding["rule"], finding["line"] - 1) for finding in file["findings"]]
        for file in json.loads(done.stdout)["files"]
    }
    with LanguageClient(os.environ["HEARSAY"], desk, PULLS, [desk]) as client:
        reports = pull(client)
        found = {
            report["uri"]: [(mark["code"], mark["range"]["start"]["line"]) for mark in report["items"]]
            for report in reports
        }
    assert len(found) == 60 and found == linted
    assert all(report["version"] is None and report["kind"] == "full" for report in reports)


def test_parts_come_while_drafts_are_read(desk):
    with LanguageClient(os.environ["HEARSAY"], desk, PULLS, [desk]) as client:
        assert pull(client, partialResultToken="part") == []
        parts = [part["value"]["items"] for part in client.parts if part["token"] == "part"]
        told = {report["uri"]: report for part in parts for report in part}
        assert len(parts) > 1 and len(told) == 60
        # What is known is passed by with few words, be it asked for in parts or not.
        again = pull(client, told.values())
        assert len(again) == 60 and {report["kind"] for report in again} == {"unchanged"}


def test_open_drafts_count_by_their_text_and_files_as_they_are(desk):
    with LanguageClient(os.environ["HEARSAY"], desk, PULLS, [desk]) as client:
        first = pull(client)
        item = {"uri": (desk / "3.md").as_uri(), "languageId": "markdown", "version": 4, "text": "Nothing.\n"}
        client.notify("textDocument/didOpen", {"textDocument": item})
        (desk / "5.md").write_text("Nothing.\n")
        (desk / "7.md").unlink()
        second = {report["uri"]: report for report in pull(client, first)}
        changed = {uri.rsplit("/", 1)[1]: report for uri, report in second.items() if report["kind"] == "full"}
        assert {name: report["items"] for name, report in changed.items()} == {"3.md": [], "5.md": [], "7.md": []}
        assert changed["3.md"]["version"] == 4 and "resultId" not in changed["7.md"]
