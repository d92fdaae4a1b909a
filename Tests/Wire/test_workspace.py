"""Drafts that are linted together: what one has to do with another, whatever the order, and what silences it."""

import json

FIRST = "# Night at the Dorn regatta\n\n*3 May 2024*\n\nThe guard made 412 arrests at the Dorn regatta on Friday, the Quay Post reported.\n"
SECOND = "# Dorn regatta ends\n\n*4 May 2024*\n\nThe guard made 421 arrests at the Dorn regatta on Friday, the Quay Post reported.\n"
IGNORE = "<!-- hearsay-ignore HS6: the later count -->\n\nThe guard"


def lint(hearsay, *arguments):
    done = hearsay("lint", "--format", "json", "--fail-on", "never", *arguments)
    assert done.returncode == 0, done.stderr
    return {file["path"]: file["findings"] for file in json.loads(done.stdout)["files"]}


def rules(findings):
    return [finding["rule"] for finding in findings]


def write(tmp_path, **drafts):
    for name, text in drafts.items():
        (tmp_path / f"{name}.md").write_text(text)


def test_a_conflict_stands_in_both_drafts(hearsay, tmp_path):
    write(tmp_path, a=FIRST, b=SECOND)
    found = lint(hearsay, "--select", "HS6", ".")
    assert rules(found["a.md"]) == rules(found["b.md"]) == ["HS601", "HS602"]
    conflict = found["a.md"][0]
    assert FIRST.encode()[conflict["start"] : conflict["end"]] == b"412"
    other = conflict["related"][0]
    assert other["path"] == "b.md" and SECOND.encode()[other["start"] : other["end"]] == b"421"
    assert (other["line"], other["column"]) == (5, 16)


def test_one_draft_alone_has_no_conflict(hearsay, tmp_path):
    write(tmp_path, a=FIRST, b=SECOND)
    assert lint(hearsay, "--select", "HS6", "a.md") == {"a.md": []}


def test_named_in_any_order_the_answer_is_the_same(hearsay, tmp_path):
    write(tmp_path, a=FIRST, b=SECOND)
    assert lint(hearsay, "b.md", "a.md") == lint(hearsay, "a.md", "b.md") == lint(hearsay, ".")


def test_a_suppression_holds_where_it_stands_and_counts_as_used(hearsay, tmp_path):
    write(tmp_path, a=FIRST.replace("The guard", IGNORE), b=SECOND)
    found = lint(hearsay, "--select", "HS6,HS9", ".")
    assert rules(found["a.md"]) == [] and rules(found["b.md"]) == ["HS601", "HS602"]
    write(tmp_path, b="# Fog\n\nNothing was counted.\n")
    assert rules(lint(hearsay, "--select", "HS6,HS9", ".")["a.md"]) == ["HS903"]


def test_drafts_with_other_settings_are_another_workspace(hearsay, tmp_path):
    write(tmp_path, a=FIRST)
    for name in ("north", "south"):
        (tmp_path / name).mkdir()
        (tmp_path / name / ".hearsay.jsonc").write_text("{}")
    (tmp_path / "north" / "a.md").write_text(FIRST)
    (tmp_path / "south" / "b.md").write_text(SECOND)
    found = lint(hearsay, "--select", "HS6", "north", "south")
    assert found == {"north/a.md": [], "south/b.md": []}
