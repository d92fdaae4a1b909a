"""Which drafts a run reads: folders searched as git sees them, patterns, lists, links and strange names."""

import json
import os
import random
import shutil
import subprocess

import pytest


def paths(done):
    assert done.returncode in (0, 1, 3), done.stderr
    return [file["path"] for file in json.loads(done.stdout)["files"]]


@pytest.fixture
def read(hearsay):
    return lambda *arguments, **more: paths(hearsay("lint", "--format", "json", *arguments, **more))


def write(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Rain.\n")


NAMES = ["a.md", "b.md", "note.txt", "build.md", "[x].md", "a b.md", "é.md", "#c.md", "!d.md", "e\\f.md", "3.md", "end .md"]
FOLDERS = ["", "build/", "src/", "src/build/", "doc/", "doc/sub/", "doc/sub/build/", "doc/sub/deep/src/", "x y/"]
PATTERNS = [
    "*.md", "!a.md", "build", "build/", "/build", "/build/", "!build/", "src/build", "**/build", "build/**", "doc/**",
    "!doc/sub", "!doc/sub/", "doc/*", "!doc/*.md", "doc/**/src", "**/sub/**", "/*", "!/src", "*", "!*/", "!*.md", "# no",
    "\\#c.md", "\\!d.md", "e\\\\f.md", "[a-c].md", "[!a].md", "[^a-b].md", "\\[x\\].md", "[[:digit:]].md", "[[:bad:]].md",
    "[", "[a", "?.md", "??.md", "a b.md", "a b.md   ", "end\\ .md", "x y/", "note", "no*e.*", "**", "**.md", "a**d", "***/b.md",
    "/**/b.md", "sub/*.md", "deep/src/*.md", "!/doc/sub/deep/", "/", "!", "", "  ", "src/", "build.md/", "é.md", "\\a.md",
    "a.md\r", "src//a.md", "./a.md", "../a.md", "[]-]x].md", "[\\]x].md", "!!a.md", "doc/sub/../a.md",
]


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
def test_ignored_as_git_ignores(read, tmp_path):
    """Random patterns in nested files, held against git's own answer."""
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    write(tmp_path, *(folder + name for folder in FOLDERS for name in NAMES))
    chance = random.Random(7)
    sizes = set()
    for _ in range(40):
        for folder in ["", *chance.sample(FOLDERS, 4)]:
            lines = chance.sample(PATTERNS, chance.randint(1, 5))
            (tmp_path / folder / ".gitignore").write_bytes("\n".join(lines).encode())
        (tmp_path / ".git" / "info" / "exclude").write_text("\n".join(chance.sample(PATTERNS, chance.randint(0, 2))))
        listed = subprocess.run(
            ["git", "ls-files", "-oz", "--exclude-standard"], cwd=tmp_path, check=True, capture_output=True).stdout
        expected = sorted(name for name in listed.decode().split("\0") if name and not name.endswith(".gitignore"))
        patterns = {str(path): path.read_bytes() for path in tmp_path.rglob(".gitignore")}
        found = sorted(read("."))
        assert set(found) ^ set(expected) == set(), patterns
        sizes.add(len(expected))
    assert len(sizes) > 15


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
def test_ignored_from_a_folder_below_and_in_linked_trees(read, tmp_path):
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    write(tmp_path, "doc/a.md", "doc/b.md", "doc/inner/b.md", "doc/other/b.md")
    (tmp_path / ".gitignore").write_text("doc/b.md\n")
    (tmp_path / ".git" / "info" / "exclude").write_text("inner/b.md\ndoc/other\n")
    assert read("doc") == ["doc/a.md", "doc/inner/b.md"]
    assert read("--no-gitignore", "doc") == ["doc/a.md", "doc/b.md", "doc/inner/b.md", "doc/other/b.md"]
    # What is named itself is read.
    assert read("doc/b.md", "doc/other") == ["doc/b.md", "doc/other/b.md"]
    # A repository inside has its own patterns.
    subprocess.run(["git", "init", "-q", "doc/inner"], cwd=tmp_path, check=True)
    (tmp_path / ".gitignore").write_text("*.md\n")
    write(tmp_path, "doc/inner/c.md")
    assert read("doc/inner") == ["doc/inner/b.md", "doc/inner/c.md"]
    assert read("doc") == ["doc/inner/b.md", "doc/inner/c.md"]
    run = lambda *words: subprocess.run(
        ["git", "-c", "user.name=Ida", "-c", "user.email=i@example.org", *words], cwd=tmp_path, check=True, capture_output=True)
    run("commit", "-q", "--allow-empty", "-m", "one")
    run("worktree", "add", "-q", "linked")
    write(tmp_path, "linked/doc/other/b.md", "linked/doc/b.md")
    assert read("linked") == ["linked/doc/b.md"]


def test_patterns(read, hearsay, tmp_path):
    write(tmp_path, "a.md", "b.txt", "doc/a.md", "doc/deep/b.md", "doc/deep/c.png", "[x].md")
    assert read("*.md") == ["[x].md", "a.md"]
    assert read("doc/**/*.md") == ["doc/a.md", "doc/deep/b.md"]
    assert read("**/[ab].*", tmp_path / "doc" / "?.md") == ["a.md", "b.txt", "doc/a.md", "doc/deep/b.md"]
    # A name that is there is no pattern.
    assert read("[x].md") == ["[x].md"]
    none = hearsay("lint", "q*.md")
    assert (none.returncode, none.stderr) == (
        3, b"hearsay: q*.md: no draft matches this pattern; check it; drafts are found by their endings\n")


def test_lists(read, hearsay, tmp_path):
    write(tmp_path, "a.md", "b c.md", "code.py", "doc/a.md", "new\nline.md")
    (tmp_path / "list").write_text("b c.md\r\n\na.md\ncode.py\ndoc\n")
    assert read("--files-from", "list") == ["a.md", "b c.md", "doc/a.md"]
    assert read("--files-from", "-", text="a.md\0new\nline.md\0") == ["a.md", "new\nline.md"]
    assert read("--files-from", "-", "code.py", text="a.md\n") == ["a.md", "code.py"]
    empty = hearsay("lint", "--files-from", "-")
    assert (empty.returncode, empty.stdout) == (0, b"")
    gone = hearsay("lint", "--files-from", "-", text="gone.md\n")
    assert (gone.returncode, gone.stderr) == (3, b"hearsay: gone.md: there is no such file or folder; check the name\n")
    for arguments, message in [
        (["--files-from", "none"], "the list 'none' cannot be read: there is no such file or folder"),
        (["--files-from", "-", "-"], "standard input cannot be both a draft and the list of drafts"),
        (["--files-from", "-", "--diff", "-"], "standard input is read already"),
        ([], "'lint' needs PATH"),
    ]:
        done = hearsay("lint", *arguments)
        assert done.returncode == 2 and message in done.stderr.decode()


def test_links_and_loops(read, hearsay, tmp_path):
    write(tmp_path, "in/a.md", "out/b.md")
    for name, target in [("in/loop", "."), ("in/up", ".."), ("in/out", "../out"), ("in/c.md", "../out/b.md"), ("in/d.md", "d.md"), ("in/e.md", "gone")]:
        (tmp_path / name).symlink_to(target)
    done = hearsay("lint", "--format", "json", "in")
    assert paths(done) == ["in/a.md", "in/c.md"]
    assert done.stderr.decode().splitlines() == [
        "hearsay: in/d.md: its symbolic links lead in a circle; mend the links or leave it out",
        "hearsay: in/e.md: there is no such file or folder; check the name",
    ]
    assert read("in/out") == ["in/out/b.md"]


def test_names_that_are_no_text(hearsay, tmp_path):
    os.mkdir(tmp_path / "in")
    with open(os.fsencode(tmp_path / "in") + b"/\xff\x1b[2J.md", "wb") as file:
        file.write(b"Rain.\n")
    done = hearsay("lint", "--format", "sarif", "in")
    assert done.returncode == 3 and b"the name of a file in it is not UTF-8" in done.stderr
    assert b"\x1b" not in done.stderr + done.stdout


def test_the_order_is_that_of_the_bytes_with_any_number_of_jobs(hearsay, tmp_path):
    names = ["B.md", "a.md", "a/b.md", "a-b.md", "é.md", "Z/1.md", "~.md"]
    for name in names:
        write(tmp_path, name)
        (tmp_path / name).write_text("Some 640 homes were flooded.\n\n" * len(name))
    first = hearsay("lint", "--format", "json", ".")
    assert paths(first) == sorted(names, key=os.fsencode)
    for jobs in (1, 2, 3, 64):
        assert hearsay("lint", "--format", "json", "--jobs", jobs, ".").stdout == first.stdout
    for jobs in ("0", "-1", "x", "1.5"):
        done = hearsay("lint", f"--jobs={jobs}", ".")
        assert done.returncode == 2 and f"'{jobs}' is not a value of '--jobs'; write a whole number from 1 on" in done.stderr.decode()


def test_what_is_shown(hearsay, tmp_path):
    """Severities, limits, statistics and explanations."""
    (tmp_path / "a.md").write_text("Some 640 homes were flooded.\n\nIda reportedly left.\n\nSome 75 barns burned.\n")
    lines = lambda *arguments: hearsay("lint", "--format", "concise", "a.md", *arguments)
    assert lines("--severity", "HS101=hint", "--severity", "sourceless-hedge=information").returncode == 0
    both = lines("--severity", "HS=hint", "--severity", "hs101=error", "--fail-on", "error")
    assert both.returncode == 1 and both.stdout.count(b" error: ") == 2 and both.stdout.count(b" hint: ") == 1
    for value, message in [("HS101", "names no rule and level"), ("HS999=hint", "no rule begins with 'HS999' (--severity)"),
                           ("HS101=hnt", "'hnt' is no severity (--severity); did you mean 'hint'?")]:
        done = lines("--severity", value)
        assert done.returncode == 2 and message in done.stderr.decode()
    short = lines("--max-findings", "1")
    assert (short.returncode, short.stdout.count(b"\n")) == (1, 1)
    assert short.stderr == b"hearsay: lint: 2 of 3 findings are left out (--max-findings 1)\n"
    assert lines("--max-findings", "0", "-q").stderr == b""
    counted = lines("--statistics").stdout.decode().splitlines()
    assert counted[3:] == ["2  HS101 unsupported-figure", "1  HS202 sourceless-hedge"]
    explained = lines("--explain").stdout.decode()
    assert explained.count("unsupported-figure (warning)") == 1 and "Left alone:" in explained
