"""What a caller in a script relies on: exit status, and which stream says what."""

import pytest

MARKED = "Some 640 homes were flooded.\n"
CLEAN = "Some 640 homes were flooded, the county said.\n"


@pytest.fixture
def drafts(tmp_path):
    (tmp_path / "marked.txt").write_text(MARKED)
    (tmp_path / "clean.txt").write_text(CLEAN)
    (tmp_path / "broken.txt").write_bytes(b"Some \xff homes.\n")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ("lint clean.txt", 0),
        ("lint marked.txt", 1),
        ("lint marked.txt clean.txt", 1),
        ("lint --fail-on never marked.txt", 0),
        ("lint --fail-on error marked.txt", 0),
        ("lint --ignore HS101 marked.txt", 0),
        ("lint marked.txt missing.txt", 3),
        ("lint broken.txt clean.txt", 3),
        ("lint", 2),
        ("lint --nonsense marked.txt", 2),
        ("lint --select HS9999 marked.txt", 2),
        ("lint --settings gone.jsonc marked.txt", 2),
        ("lint --no-settings marked.txt", 1),
        ("analyze --settings gone.jsonc clean.txt", 2),
        ("chain --settings gone.jsonc clean.txt", 2),
        ("nonsense", 2),
        ("analyze clean.txt", 0),
        ("analyze missing.txt", 3),
        ("chain clean.txt", 0),
        ("chain missing.txt", 3),
        ("chain broken.txt", 3),
        ("chain", 2),
        ("chain .", 2),
        ("chain clean.txt marked.txt", 2),
        ("explain HS101", 0),
        ("explain HS000", 2),
        ("rules", 0),
        ("--version", 0),
        ("--help", 0),
    ],
)
def test_exit_status(hearsay, drafts, arguments, status):
    done = hearsay(*arguments.split())
    assert done.returncode == status, done.stderr.decode()
    if status in (2, 3):
        assert done.stderr.startswith(b"hearsay: ")
    else:
        assert done.stderr == b""
    if status == 2:
        assert done.stdout == b""


def test_what_can_be_read_is_reported_beside_what_cannot(hearsay, drafts):
    done = hearsay("lint", "--format", "concise", "missing.txt", "marked.txt")
    assert done.stdout.decode().startswith("marked.txt:1:6: ")
    assert b"missing.txt" in done.stderr


def test_standard_input_is_a_draft(hearsay):
    done = hearsay("lint", "--format", "concise", "--stdin-filename", "letter.md", "-", text="# News\n\n" + MARKED)
    assert done.returncode == 1
    assert done.stdout.decode().startswith("letter.md:3:6: ")


def test_the_same_input_gives_the_same_bytes(hearsay, drafts):
    runs = {hearsay("lint", "--format", "json", "marked.txt", "clean.txt").stdout for _ in range(5)}
    assert len(runs) == 1
