"""Findings that a team lives with for now: known again after any edit elsewhere, and never a cover for new ones."""

import collections
import json
import os
import random
import stat

import pytest

from edits import edited, places, scripts

FIRST = "Some 640 homes were flooded.\n\nThe bridge cost 12 million euros with all its ramps.\n"


def lint(hearsay, *arguments):
    done = hearsay("lint", "--format", "json", "--ignore", "HS6", *arguments)
    assert done.returncode in (0, 1), done.stderr
    return json.loads(done.stdout)["files"]


def test_only_new_findings_are_reported(hearsay, tmp_path):
    draft = tmp_path / "in" / "a.md"
    draft.parent.mkdir()
    draft.write_text(FIRST)
    made = hearsay("lint", "in", "--baseline", "known.jsonl", "--update-baseline")
    assert (made.returncode, made.stdout) == (0, b"no findings in 1 file\n")
    assert made.stderr == b"hearsay: known.jsonl: 2 findings in the baseline\n"
    assert hearsay("lint", "in", "--baseline", "known.jsonl").returncode == 0
    draft.write_text("It rained for days.\n\n" + FIRST.replace("cost", "has cost") + "\nAnd 93 barns burned.\n")
    shown = hearsay("lint", "in", "--baseline", "known.jsonl", "--format", "concise")
    assert shown.returncode == 1
    assert [line.split(": ")[0] for line in shown.stdout.decode().splitlines()] == ["in/a.md:7:5"]
    # What is gone is said, and taken out when the file is written anew.
    draft.write_text("Some 640 homes were flooded.\n")
    assert b"1 finding in it is gone" in hearsay("lint", "in", "--baseline", "known.jsonl").stderr
    hearsay("lint", "in", "--baseline", "known.jsonl", "--update-baseline")
    assert len((tmp_path / "known.jsonl").read_text().splitlines()) == 2


def test_it_counts_twins(hearsay, tmp_path):
    (tmp_path / "a.md").write_text("Ida reportedly left.\n\nIda reportedly left.\n")
    hearsay("lint", "a.md", "--baseline", "known", "--update-baseline")
    assert '"count":2' in (tmp_path / "known").read_text()
    (tmp_path / "a.md").write_text("Ida reportedly left.\n\n" * 3)
    assert hearsay("lint", "a.md", "--baseline", "known", "--format", "concise").stdout.count(b"HS202") == 1


def test_it_is_sorted_and_merges_by_lines(hearsay, tmp_path):
    for name in ("b", "a", "c"):
        (tmp_path / f"{name}.md").write_text(FIRST)
    hearsay("lint", "a.md", "b.md", "--baseline", "known", "--update-baseline")
    one = (tmp_path / "known").read_text().splitlines()
    assert one[1:] == sorted(one[1:]) and len(one) == 5
    # Drafts that were not read stay in it, those that are gone do not.
    hearsay("lint", "c.md", "--baseline", "known", "--update-baseline")
    two = (tmp_path / "known").read_text().splitlines()
    assert len(two) == 7 and set(one) < set(two)
    # A union of both branches, twice over, is as good as either.
    (tmp_path / "known").write_text("\n".join([*two, *one, ""]))
    assert hearsay("lint", ".", "--baseline", "known").returncode == 0
    (tmp_path / "b.md").unlink()
    hearsay("lint", "a.md", "--baseline", "known", "--update-baseline")
    assert [json.loads(line)["path"] for line in (tmp_path / "known").read_text().splitlines()[1:]] == ["a.md"] * 2 + ["c.md"] * 2


def test_paths_begin_in_its_folder(hearsay, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.md").write_text(FIRST)
    hearsay("lint", "in/a.md", "--baseline", "in/known", "--update-baseline")
    assert '"path":"a.md"' in (tmp_path / "in" / "known").read_text()
    assert hearsay("lint", tmp_path / "in", "--baseline", tmp_path / "in" / "known").returncode == 0


def test_it_keeps_permissions_and_leaves_nothing_beside_it(hearsay, tmp_path):
    (tmp_path / "a.md").write_text(FIRST)
    hearsay("lint", "a.md", "--baseline", "known", "--update-baseline")
    assert stat.S_IMODE((tmp_path / "known").stat().st_mode) == 0o666 & ~current_umask()
    (tmp_path / "known").chmod(0o640)
    (tmp_path / "a.md").write_text("Rain.\n")
    hearsay("lint", "a.md", "--baseline", "known", "--update-baseline")
    assert stat.S_IMODE((tmp_path / "known").stat().st_mode) == 0o640
    assert sorted(os.listdir(tmp_path)) == ["a.md", "known"]


def current_umask():
    mask = os.umask(0)
    os.umask(mask)
    return mask


@pytest.mark.parametrize(
    ("arguments", "content", "message"),
    [
        ("--update-baseline", None, "--update-baseline does not say which; add --baseline FILE"),
        ("--baseline known", None, "cannot be read: there is no such file or folder; make it with --update-baseline"),
        ("--baseline known", "<<<<<<< ours\n", "line 1: it is no JSON; resolve what a merge left there"),
        ("--baseline known", '{"version":9}\n', "line 1: version 9 is not known"),
        ("--baseline known", '{"version":1}\n{"path":"a"}\n', "line 2: it is no entry"),
        ("--baseline known --update-baseline --diff x", None, "--update-baseline wants all findings"),
    ],
)
def test_what_is_wrong_is_said_before_anything_is_read(hearsay, tmp_path, arguments, content, message):
    (tmp_path / "a.md").write_text(FIRST)
    if content is not None:
        (tmp_path / "known").write_text(content)
    done = hearsay("lint", "a.md", *arguments.split())
    assert (done.returncode, done.stdout) == (2, b"")
    assert message in done.stderr.decode()


def test_random_edits(hearsay, tmp_path, gold):
    """Whatever paragraphs are inserted, deleted and moved: no old finding comes back, no new one is hidden."""
    drafts = scripts(gold, random.Random(20), 50)
    for name, (old, _) in drafts.items():
        (tmp_path / f"{name}.md").write_text(edited(old))
    before = {file["path"]: file for file in lint(hearsay, ".")}
    lint(hearsay, ".", "--baseline", "known", "--update-baseline")
    for name, (_, new) in drafts.items():
        (tmp_path / f"{name}.md").write_text(edited(new))
    after = {file["path"]: file for file in lint(hearsay, ".")}
    shown = {file["path"]: file for file in lint(hearsay, ".", "--baseline", "known", "--quiet")}
    old_count = new_count = 0
    for name, (old, new) in drafts.items():
        path = f"{name}.md"
        known = collections.Counter(places(before[path]["findings"], old))
        expected = collections.Counter(places(after[path]["findings"], new)) - known
        assert collections.Counter(places(shown[path]["findings"], new)) == expected, name
        old_count += sum(known.values())
        new_count += sum(expected.values())
    assert old_count > 200 and new_count > 200
