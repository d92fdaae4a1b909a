"""Only what a change brought: held against git itself, and against a reading of findings before and after."""

import json
import random
import re
import shutil
import subprocess

import pytest

from edits import edited, scripts

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
CLEAN = "Some 640 homes were flooded, the county said.\n"
MARKED = "Some 640 homes were flooded.\n"


@pytest.fixture
def git(tmp_path):
    def run(*arguments):
        done = subprocess.run(
            ["git", "-c", "user.name=Ida", "-c", "user.email=ida@example.org", "-c", "init.defaultBranch=main", *arguments],
            cwd=tmp_path, capture_output=True, check=True)
        return done.stdout

    run("init", "-q")
    return run


@pytest.fixture
def commit(git):
    def run(message="edit"):
        git("add", "-A")
        git("commit", "-q", "--allow-empty", "-m", message)

    return run


def found(done):
    assert done.returncode in (0, 1), done.stderr
    return [(file["path"], finding["rule"], finding["line"], finding["column"])
            for file in json.loads(done.stdout)["files"] for finding in file["findings"]]


def test_changed_lines_and_what_they_cause(hearsay, tmp_path, git, commit):
    draft = tmp_path / "a.md"
    draft.write_text("Nine barges sank, the guild said.\n\nIt lost 640 boats.\n\nThe toll rose 300%.\n")
    (tmp_path / "same.md").write_text(MARKED)
    commit()
    # The first paragraph no longer says who the guild is; the last one is new; the one between was marked before or is now.
    before = found(hearsay("lint", "--format", "json", "a.md"))
    draft.write_text("Nine barges sank.\n\nIt lost 640 boats.\n\nThe toll rose 300%.\n\nThey found 75 men.\n")
    (tmp_path / "new.md").write_text(MARKED)
    after = found(hearsay("lint", "--format", "json", "."))
    shown = found(hearsay("lint", "--format", "json", "--changed-since", "HEAD", "."))
    unchanged = {finding for finding in before if finding[2] in (3, 5)}
    assert shown == [finding for finding in after if finding[0] != "same.md" and finding not in unchanged]
    assert ("new.md", "HS101", 1, 6) in shown and len(shown) < len(after)


def test_a_source_that_goes_marks_what_it_bore(hearsay, tmp_path, git, commit):
    draft = tmp_path / "a.txt"
    lines = ["On Monday the county said", "that 640 homes were flooded.", ""]
    draft.write_text("\n".join(lines))
    commit()
    assert found(hearsay("lint", "--format", "json", "--changed-since", "HEAD", "a.txt")) == []
    draft.write_text("\n".join(["On Monday there was talk", *lines[1:]]))
    plain = found(hearsay("lint", "--format", "json", "a.txt"))
    shown = found(hearsay("lint", "--format", "json", "--changed-since", "HEAD", "a.txt"))
    assert shown == plain and all(finding[2] > 1 for finding in shown) and shown


def test_renamed_staged_and_foreign_lines(hearsay, tmp_path, git, commit):
    """A moved draft is the same draft, names are quoted by git, and it may keep line endings otherwise."""
    name = "ä \"b\"\t.md"
    (tmp_path / "old.md").write_text(MARKED * 1 + "\n" + "It rained all day long in the valley.\n" * 9)
    commit()
    git("mv", "old.md", name)
    git("config", "core.autocrlf", "true")
    text = (tmp_path / name).read_text()
    (tmp_path / name).write_bytes((text + "\nAnd 93 barns burned.\n").replace("\n", "\r\n").encode())
    git("add", "-A")
    shown = found(hearsay("lint", "--format", "json", "--changed-since", "HEAD", "."))
    assert [finding[2] for finding in shown] == [13]


def test_a_branch_is_held_against_where_it_left(hearsay, tmp_path, git, commit):
    (tmp_path / "a.md").write_text(CLEAN)
    commit()
    git("switch", "-q", "-c", "topic")
    (tmp_path / "b.md").write_text(MARKED)
    commit()
    git("switch", "-q", "main")
    (tmp_path / "a.md").write_text(CLEAN + "\nRain fell.\n")
    commit()
    git("switch", "-q", "topic")
    (tmp_path / "sub").mkdir()
    assert found(hearsay("lint", "--format", "json", "--changed-since", "main", ".")) == [("b.md", "HS101", 1, 6)]


def test_random_edits_against_git(hearsay, tmp_path, git, commit, gold):
    drafts = scripts(gold, random.Random(21), 50)
    for name, (old, _) in drafts.items():
        (tmp_path / f"{name}.md").write_text(edited(old))
    commit()
    # Copies of one draft contradict one another.
    lint = lambda *arguments, **more: hearsay("lint", "--format", "json", "--ignore", "HS6", *arguments, ".", **more)
    before = {file["path"]: file["findings"] for file in json.loads(lint().stdout)["files"]}
    for name, (_, new) in drafts.items():
        (tmp_path / f"{name}.md").write_text(edited(new))
    after = {file["path"]: file["findings"] for file in json.loads(lint().stdout)["files"]}
    expected = []
    for name, (old, new) in drafts.items():
        path = f"{name}.md"
        lines, added = lines_kept(git("diff", "-U0", "--", path).decode(), edited(old).count("\n"))
        kept = set()
        for finding in before[path]:
            if finding["line"] in lines and finding["endLine"] in lines:
                place = (lines[finding["line"]], finding["column"], lines[finding["endLine"]], finding["endColumn"])
                kept.add((finding["rule"], *place))
        for finding in after[path]:
            place = (finding["line"], finding["column"], finding["endLine"], finding["endColumn"])
            if added & set(range(finding["line"], finding["endLine"] + 1)) or (finding["rule"], *place) not in kept:
                expected.append((path, finding["rule"], *place[:2]))
    shown = lint("--changed-since", "HEAD")
    assert found(shown) == expected
    assert 100 < len(expected) < sum(map(len, after.values())) / 2
    # The same diff from a file, with the lines around each change, and from a pipe.
    (tmp_path / "changes").write_bytes(git("diff"))
    assert lint("--diff", "changes").stdout == shown.stdout
    assert lint("--diff", "-", text=git("diff", "-U0").decode()).stdout == shown.stdout


def lines_kept(diff, count):
    """For each old line that is still there its new number, and the new numbers of lines that were added."""
    kept, added = {}, set()
    old = new = 1
    for header in re.findall(r"(?m)^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@", diff):
        old_start, old_count, new_start, new_count = (int(part) if part else 1 for part in header)
        first = old_start if old_count else old_start + 1
        while old < first:
            kept[old], old, new = new, old + 1, new + 1
        added |= set(range(new, new + new_count))
        old, new = old + old_count, new + new_count
    while old <= count:
        kept[old], old, new = new, old + 1, new + 1
    return kept, added


DIFF = "--- a.md\t2024-05-01 10:00:00\n+++ a.md\t2024-05-02 10:00:00\n"


def test_diffs_of_other_tools(hearsay, tmp_path):
    (tmp_path / "a.md").write_text("Rain fell.\n\n" + MARKED)
    for hunk in ["@@ -1 +1,3 @@\n Rain fell.\n+\n+Some 640 homes were flooded.\n", "@@ -1,2 +3,1 @@\n-x\n-y\n+Some 640 homes were flooded.\n"]:
        text = "A letter.\n\n" + DIFF + hunk
        assert len(found(hearsay("lint", "--format", "json", "--diff", "-", "a.md", text=text))) == 1
    gone = DIFF + "@@ -3,2 +3,1 @@\n Some 640 homes were flooded.\n-And more.\n\\ No newline at end of file\n"
    assert found(hearsay("lint", "--format", "json", "--diff", "-", "a.md", text=gone)) == []
    assert found(hearsay("lint", "--format", "json", "--diff", "-", "a.md", text="")) == []


@pytest.mark.parametrize(
    ("arguments", "text", "status", "message"),
    [
        ("--changed-since HEAD", "", 2, "git failed: fatal: not a git repository"),
        ("--changed-since HEAD --diff x", "", 2, "--changed-since and --diff exclude one another"),
        ("--diff gone", "", 2, "the diff 'gone' cannot be read: there is no such file or folder"),
        ("--diff -", DIFF + "@@ -1 +1 @@\n x\n@@ nonsense\n", 2, "line 5: it is not the beginning of a hunk"),
        ("--diff -", DIFF + "@@ -1,3 +1,3 @@\n x\n", 2, "line 4: the diff ends inside a hunk"),
        ("--diff -", DIFF + "@@ -1,3 +1,3 @@\n x\nyes\n", 2, "line 5: a line of a hunk begins with neither space, + nor -"),
        ("--diff -", "@@ -1 +1 @@\n x\n", 2, "line 1: no file is named before the first hunk"),
        ("--diff -", DIFF + "@@@ -1 -1 +1 @@@\n", 2, "line 3: it is a combined diff of a merge"),
        ("--diff -", DIFF + "@@ -1 +1 @@\n-x\n+y\n", 3, "a.md: the diff does not fit it at line 1"),
        ("--diff -", DIFF + "@@ -70 +70 @@\n-x\n+y\n", 3, "a.md: the diff does not fit it at line 70"),
    ],
)
def test_what_cannot_be_done_is_said(hearsay, tmp_path, arguments, text, status, message):
    (tmp_path / "a.md").write_text(MARKED)
    done = hearsay("lint", "a.md", *arguments.split(), text=text)
    assert done.returncode == status, done.stderr
    assert message in done.stderr.decode()


def test_revisions_that_git_does_not_know(hearsay, tmp_path, git, commit):
    (tmp_path / "a.md").write_text(MARKED)
    commit()
    for revision in ["gone", "--output=x"]:
        done = hearsay("lint", "a.md", f"--changed-since={revision}")
        assert done.returncode == 2
        assert f"git knows no revision '{revision}'" in done.stderr.decode()
    git("switch", "-q", "--orphan", "other")
    commit()
    (tmp_path / "a.md").write_text(MARKED)
    done = hearsay("lint", "a.md", "--changed-since", "main")
    assert (done.returncode, b"no common ancestor" in done.stderr) == (2, True)
    assert hearsay("lint", "-", "--changed-since", "main").returncode == 2


def test_drafts_against_one_another(hearsay, tmp_path, git, commit):
    """The other draft is where it always was: the one that changed says what the change brought."""
    (tmp_path / "quay.txt").write_text("The guard made 421 arrests at the Dorn regatta on Friday, it said.\n")
    (tmp_path / "other.txt").write_text("The guard in Dorn made 421 arrests at the regatta on Friday, it said.\n\nRain fell.\n")
    commit()
    lint = lambda *arguments: hearsay("lint", "--format", "json", "--select", "HS6", "--changed-since", "HEAD", *arguments, ".")
    assert found(lint()) == []
    (tmp_path / "other.txt").write_text("The guard in Dorn made 412 arrests at the regatta on Friday, it said.\n\nRain fell.\n")
    assert [finding[:2] for finding in found(lint())] == [("other.txt", "HS601")]
    commit()
    # Another paragraph changes: the conflict is an old one.
    (tmp_path / "other.txt").write_text("The guard in Dorn made 412 arrests at the regatta on Friday, it said.\n\nSnow fell.\n")
    assert found(lint()) == []
    sarif = json.loads(hearsay("lint", "--format", "sarif", "--select", "HS6", ".").stdout)["runs"][0]["results"]
    assert [result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in sarif] == ["quay.txt", "other.txt"]
    assert b"quay.txt:1:16: note: " in hearsay("lint", "--select", "HS6", "other.txt", "quay.txt").stdout
