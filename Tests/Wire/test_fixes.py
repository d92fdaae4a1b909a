"""Fixes that are written, only counted, or printed as a patch."""

import os
import shutil
import stat
import subprocess

import pytest

POINTS = "It fell from 6% to 4%, a drop of 2%, the guild said.\n"
FIXED = "It fell from 6% to 4%, a drop of 2 percentage points, the guild said.\n"
UNUSED = "<!-- hearsay-ignore HS101: counted by hand -->\n\nRain fell.\n"


@pytest.fixture
def drafts(tmp_path):
    (tmp_path / "a.md").write_text(POINTS)
    (tmp_path / "b.md").write_bytes(b"\xef\xbb\xbf" + ("Rain.\r\n\r\n" + POINTS.replace("\n", "\r\n") + "\r\n" + UNUSED.replace("\n", "\r\n")).encode())
    (tmp_path / "b.md").chmod(0o640)
    (tmp_path / "link.md").symlink_to("c.txt")
    (tmp_path / "c.txt").write_text("About 41.372 boats sank, the guild said. Ida claimed that 640 came.")
    (tmp_path / "same.md").write_text("Some 640 homes were flooded.\n")
    return tmp_path


def contents(folder):
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(folder.iterdir())}


def test_checked_made_and_made_only_once(hearsay, drafts):
    before = contents(drafts)
    checked = hearsay("lint", "--check-fix", ".")
    assert checked.returncode == 1 and contents(drafts) == before
    assert checked.stdout.decode().splitlines() == ["a.md: 1 fix", "b.md: 2 fixes", "c.txt: 1 fix", "link.md: 1 fix"]
    done = hearsay("lint", "--fix", "--format", "concise", "a.md", "b.md", "link.md", "same.md")
    assert done.stderr.decode().splitlines() == [
        "hearsay: a.md: 1 fix made", "hearsay: b.md: 2 fixes made", "hearsay: link.md: 1 fix made"]
    assert done.returncode == 1 and b"same.md:1:6: warning:" in done.stdout and b"HS106" not in done.stdout
    assert (drafts / "a.md").read_text() == FIXED
    assert (drafts / "b.md").read_bytes() == b"\xef\xbb\xbf" + ("Rain.\r\n\r\n" + FIXED.replace("\n", "\r\n") + "\r\n").encode() + b"\r\nRain fell.\r\n"
    assert stat.S_IMODE((drafts / "b.md").stat().st_mode) == 0o640
    assert (drafts / "link.md").is_symlink() and b"41.372" not in (drafts / "c.txt").read_bytes()
    assert contents(drafts)["same.md"] == before["same.md"]
    assert sorted(os.listdir(drafts)) == sorted(before)
    # Nothing is left to do, and nothing is written again.
    after = contents(drafts)
    assert hearsay("lint", "--check-fix", ".").returncode == 0
    assert hearsay("lint", "--fix", ".").stderr == b"" and contents(drafts) == after


def test_rules_that_are_left_out_fix_nothing(hearsay, drafts):
    before = contents(drafts)
    assert hearsay("lint", "--fix", "--ignore", "HS106,HS113,HS903", ".").returncode == 1
    assert hearsay("lint", "--fix", "--select", "HS101", ".").returncode == 1
    assert contents(drafts) == before


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
def test_the_patch_applies(hearsay, drafts):
    (drafts / "sp ace é \"q\".md").write_text("Some 75 barns burned.\n\n" + "Rain.\n" * 9 + "\nIda reportedly left, and 93 came.")
    before = contents(drafts)
    done = hearsay("lint", "--fix-suggest", ".")
    assert done.returncode == 1 and contents(drafts) == before
    (drafts / "link.md").unlink()
    patch = hearsay("lint", "--fix-suggest", ".").stdout
    assert b"+Some 640 [TK source] homes were flooded.\n" in patch and b"\\ No newline at end of file" in patch
    run = lambda *words: subprocess.run(words, cwd=drafts, input=patch, capture_output=True, check=False)
    assert run("git", "apply", "--check", "-").returncode == 0
    assert run("git", "apply", "-").stderr == b""
    assert (drafts / "a.md").read_text() == FIXED
    text = (drafts / "sp ace é \"q\".md").read_text()
    assert text.count("[TK source]") == 2 and "reportedly" not in text
    # One draft from standard input is patched by its name.
    one = hearsay("lint", "--fix-suggest", "--stdin-filename", "a.md", "-", text=POINTS)
    assert one.stdout.decode() == f"--- a/a.md\n+++ b/a.md\n@@ -1,1 +1,1 @@\n-{POINTS}+{FIXED}"


def test_files_in_conflict_and_files_that_cannot_be_written(hearsay, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.md").write_text(POINTS)
    (tmp_path / "in" / "broken.md").write_bytes(b"\xff")
    if os.geteuid() != 0:
        (tmp_path / "in").chmod(0o555)
        done = hearsay("lint", "--fix", "in")
        (tmp_path / "in").chmod(0o755)
        assert done.returncode == 3 and b"in/a.md: it cannot be written: permission to write it is denied" in done.stderr
    for option in ("--fix", "--check-fix", "--fix-suggest"):
        assert hearsay("lint", option, "in").returncode == 3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("--fix --check-fix a.md", "--fix and --check-fix exclude one another"),
        ("--fix --changed-since HEAD a.md", "--fix and --changed-since exclude one another"),
        ("--fix --baseline x --update-baseline a.md", "--fix and --update-baseline exclude one another"),
        ("--fix -", "--fix changes files, standard input is none"),
    ],
)
def test_wrong_arguments(hearsay, drafts, arguments, message):
    before = contents(drafts)
    done = hearsay("lint", *arguments.split())
    assert (done.returncode, done.stdout) == (2, b"") and message in done.stderr.decode()
    assert contents(drafts) == before
