"""What is kept between runs: the same report, read again from nothing but what this program wrote for just this draft."""

import os
import subprocess

import pytest

DRAFTS = {
    "a.md": "# Dorn regatta\n\n*3 May 2024*\n\nThe guard made 412 arrests at the Dorn regatta on Friday, the Quay Post reported.\n",
    "b.md": "# Regatta at Dorn\n\n*4 May 2024*\n\nThe guard made 421 arrests at the Dorn regatta on Friday, the Quay Post reported.\n",
    "c.md": "Some 640 homes were flooded since July.\n\n“We left at once with all that we could carry and never came back,” said Ida Brandt.\n",
    "d.md": "<!-- hearsay-ignore HS101: counted by the author -->\n\nSome 75 barns burned.\n\n<!-- hearsay-ignore HS6: unused -->\n\nRain fell.\n",
    "e.md": "Es regnete. Die Leute gingen nach Hause, und niemand wusste, wie viele es waren oder wann sie kamen.\n" * 4,
    "f.txt": "Profit fell from 4 to 3 million euros in the year to May, down 30%, the board of Ellery Docks said.\n",
}


@pytest.fixture
def drafts(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in DRAFTS.items():
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def lint(hearsay):
    def run(*arguments, kept=True):
        done = hearsay("lint", "in", "--format", "json", *arguments, *(["--cache-dir", "kept"] if kept else []))
        assert done.returncode in (0, 1), done.stderr
        return done.stdout, done.stderr

    return run


def entries(tmp_path):
    return sorted(path for path in (tmp_path / "kept").glob("??/*"))


def test_the_report_is_the_same(lint, drafts, tmp_path):
    fresh = lint(kept=False)
    assert lint() == fresh
    # All but the draft with comments that silence rules.
    assert len(entries(tmp_path)) == len(DRAFTS) - 1
    stamps = [path.stat().st_mtime_ns for path in entries(tmp_path)]
    assert lint() == fresh == lint("--jobs", "1")
    assert [path.stat().st_mtime_ns for path in entries(tmp_path)] == stamps
    # Another name is the same draft, another byte is not.
    (drafts / "a.md").rename(drafts / "z.md")
    (drafts / "c.md").write_text(DRAFTS["c.md"].replace("640", "650"))
    assert lint() == lint(kept=False)
    assert len(entries(tmp_path)) == len(DRAFTS)


@pytest.mark.parametrize("more", [
    ["--select", "HS1"], ["--ignore", "HS6"], ["--date", "2024-08-01"], ["--no-settings"], ["--severity", "HS1=hint"],
    ["--columns", "bytes"], ["--max-findings", "1"],
])
def test_options_and_settings_count(lint, drafts, more):
    (drafts / ".hearsay.jsonc").write_text('{"rules": {"HS101": "error", "HS202": "off"}}')
    lint()
    assert lint(*more) == lint(*more, kept=False)
    assert lint() == lint(kept=False)


def test_settings_ledger_and_saved_copies_count(lint, drafts):
    (drafts / "k.md").write_text("The locks freed 1,274 barges in 2023 [@locks].\n")
    ledger = '{"version": 1, "sources": [{"id": "locks", "title": "Log", "publisher": "Lock Guild", "kind": "primary", "file": "log.txt"}]}'
    steps = [
        lambda: (drafts / "hearsay.sources.jsonc").write_text(ledger),
        lambda: (drafts / "log.txt").write_text("The guild freed 1,474 barges in 2023.\n"),
        lambda: (drafts / "log.txt").write_text("The guild freed 1,274 barges in 2023.\n"),
        lambda: (drafts / "hearsay.sources.jsonc").write_text(ledger.replace("primary", "tertiary")),
        lambda: (drafts / ".hearsay.jsonc").write_text('{"scope": "sentence"}'),
        lambda: (drafts / ".hearsay.jsonc").write_text('{"rules": {"HS5": "off"}}'),
    ]
    reports = set()
    for step in steps:
        step()
        assert lint() == lint(kept=False)
        reports.add(lint()[0])
    assert len(reports) > 3


@pytest.mark.parametrize("harm", [
    lambda data: b"", lambda data: data[:40], lambda data: data[:-1], lambda data: data + b"x",
    lambda data: data[:70] + bytes([data[70] ^ 1]) + data[71:], lambda data: b"\0" * len(data), lambda data: b"{}" * 4000,
])
def test_a_file_that_was_harmed_counts_for_nothing_and_is_mended(lint, drafts, tmp_path, harm):
    fresh = lint()
    whole = {path: path.read_bytes() for path in entries(tmp_path)}
    for path, data in whole.items():
        path.write_bytes(harm(data))
    assert lint() == fresh
    assert {path: path.read_bytes() for path in entries(tmp_path)} == whole


def test_a_file_of_another_draft_counts_for_nothing(lint, drafts, tmp_path):
    fresh = lint()
    files = entries(tmp_path)
    data = [path.read_bytes() for path in files]
    for path, other in zip(files, data[1:] + data[:1]):
        path.write_bytes(other)
    assert lint() == fresh


def test_what_is_not_its_own_stays(lint, drafts, tmp_path):
    kept = tmp_path / "kept"
    (kept / "ab").mkdir(parents=True)
    strange = [kept / "notes.txt", kept / "ab" / "letter.md"]
    for path in strange:
        path.write_text("Mine.\n")
    fresh = lint()
    assert fresh == lint(kept=False) and all(path.read_text() == "Mine.\n" for path in strange)
    assert not (kept / ".gitignore").exists()


def test_a_folder_that_it_makes_says_what_it_is(lint, drafts, tmp_path):
    lint()
    assert (tmp_path / "kept" / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")
    assert (tmp_path / "kept" / ".gitignore").read_text() == "*\n"


def test_runs_at_the_same_time(drafts, tmp_path):
    for number in range(30):
        (drafts / f"n{number}.md").write_text(f"Some {1000 + number} homes were flooded.\n")
    command = [os.environ["HEARSAY"], "lint", "in", "--format", "json", "--cache-dir", "kept"]
    runs = [subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE) for _ in range(3)]
    reports = {run.communicate()[0] for run in runs}
    assert len(reports) == 1
    assert subprocess.run(command[:-2], cwd=tmp_path, capture_output=True, check=False).stdout in reports
    assert [path for path in (tmp_path / "kept").rglob("*.tmp")] == []


def test_a_folder_that_cannot_be_used(hearsay, drafts, tmp_path):
    (tmp_path / "file").write_text("x")
    done = hearsay("lint", "in", "--cache-dir", "file")
    assert (done.returncode, done.stdout) == (2, b"") and b"the cache 'file' cannot be used" in done.stderr
    # Where something else has the name of a part of it, nothing is kept and that is said.
    folder = tmp_path / "kept"
    folder.mkdir()
    for number in range(256):
        (folder / f"{number:02x}").write_text("x")
    done = hearsay("lint", "in", "--cache-dir", "kept")
    assert done.returncode == 1 and b"kept: not all could be kept: Not a directory" in done.stderr


def test_a_page_is_whole(hearsay, lint, drafts, tmp_path):
    lint()
    hearsay("lint", "in", "--cache-dir", "kept", "--report", "one.html")
    hearsay("lint", "in", "--report", "two.html")
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()
