"""Completions and the manual page, read by the shells and by mandoc."""

import os
import pty
import re
import select
import shutil
import subprocess
import time

import pytest


def needs(tool):
    return pytest.mark.skipif(shutil.which(tool) is None, reason=f"there is no {tool}")


@pytest.fixture
def script(hearsay, tmp_path):
    def write(shell):
        done = hearsay("completions", shell)
        assert done.returncode == 0 and done.stderr == b""
        path = tmp_path / f"completions.{shell}"
        path.write_bytes(done.stdout)
        return path

    return write


CASES = [
    (["hearsay", "l"], {"lint", "ledger"}),
    (["hearsay", "lint", "--max"], {"--max-findings"}),
    (["hearsay", "lint", "--fail-on", "e"], {"error"}),
    (["hearsay", "lint", "--format", "j"], {"json", "jsonl", "junit"}),
    (["hearsay", "completions", "z"], {"zsh"}),
    (["hearsay", "help", "exp"], {"explain"}),
    (["hearsay", "ledger", "exp"], {"export"}),
    (["hearsay", "lint", "--baseline", "dra"], {"draft.md"}),
    (["hearsay", "lint", "dra"], {"draft.md"}),
]


@needs("bash")
def test_bash(script, tmp_path):
    path = script("bash")
    (tmp_path / "draft.md").write_text("")
    subprocess.run(["bash", "-n", path], check=True)
    for words, expected in CASES + [(["hearsay", "lint", "--fail-on", "=", "e"], {"error"}), (["hearsay", "lint", "--fail-on", "="], {"error", "warning", "information", "hint", "never"})]:
        code = f'source {path}; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _hearsay; printf "%s\\n" "${{COMPREPLY[@]}}"'
        done = subprocess.run(["bash", "--norc", "-c", code, "bash", *words], cwd=tmp_path, check=True, capture_output=True)
        assert set(done.stdout.decode().split()) == expected, words


@needs("fish")
def test_fish(script, tmp_path):
    path = script("fish")
    (tmp_path / "draft.md").write_text("")
    subprocess.run(["fish", "--no-execute", path], check=True)
    for words, expected in CASES:
        done = subprocess.run(
            ["fish", "--private", "-c", f"source {path}; complete -C '{' '.join(words)}'"], cwd=tmp_path, check=True, capture_output=True,
            env={**os.environ, "HOME": str(tmp_path)})
        found = {line.split("\t")[0] for line in done.stdout.decode().splitlines()}
        assert expected <= found and (len(found) <= 3 or words[2:] == ["dra"]), (words, found)


@needs("zsh")
def test_zsh(script, tmp_path):
    """Typed into the shell itself: a word with one completion is written out."""
    path = script("zsh")
    (tmp_path / "draft.md").write_text("")
    subprocess.run(["zsh", "-n", path], check=True)
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(tmp_path)
        os.execvpe("zsh", ["zsh", "-f", "-i"], {**os.environ, "HOME": str(tmp_path), "TERM": "dumb", "PS1": "ready> "})
    typed = lambda text: os.write(terminal, text.encode())
    try:
        typed(f"autoload -Uz compinit; compinit -u -D; source {path}; unsetopt menucomplete zle_bracketed_paste; echo be''gin\n")
        assert "begin" in answer(terminal, "begin")
        for words, expected in CASES:
            if len(expected) == 1:
                typed(" ".join(words) + "\t")
                assert next(iter(expected)) in answer(terminal, next(iter(expected))), words
                typed("\x15")
    finally:
        os.close(terminal)
        os.waitpid(process, 0)


def answer(terminal, awaited):
    text = ""
    end = time.monotonic() + 15
    while awaited not in text and time.monotonic() < end:
        if select.select([terminal], [], [], 0.2)[0]:
            text += re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b.|\r", "", os.read(terminal, 65536).decode(errors="replace"))
    return text


def test_other_shells_are_refused(hearsay):
    done = hearsay("completions", "zs")
    assert (done.returncode, done.stderr) == (2, b"hearsay: there are no completions for 'zs'; did you mean 'zsh'?\n")


def test_the_manual_page_says_what_help_says(hearsay):
    page = hearsay("man").stdout.decode()
    plain = re.sub(r"\\f[BIR]", "", page).replace("\\-", "-")
    commands = re.findall(r"(?m)^  ([a-z]+) .*  ", hearsay("help").stdout.decode())
    assert len(commands) > 8
    for command in commands:
        assert f'.SS "hearsay {command}' in plain
        for option in re.findall(r"(?m)^  .{4}(--[a-z-]+)", hearsay("help", command).stdout.decode()):
            assert re.search(rf"(?m)^(-., )?{option}\b", plain), (command, option)


@needs("mandoc")
def test_the_manual_page_is_well_formed(hearsay, tmp_path):
    (tmp_path / "hearsay.1").write_bytes(hearsay("man").stdout)
    done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", "hearsay.1"], cwd=tmp_path, capture_output=True, check=False)
    # A page that is printed has no date.
    assert [line for line in done.stdout.decode().splitlines() if "missing date" not in line] == []
    shown = subprocess.run(["mandoc", "-T", "ascii", "hearsay.1"], cwd=tmp_path, capture_output=True, check=True).stdout
    shown = re.sub(rb".\x08", b"", shown).decode()
    assert "--max-findings N" in shown and "hearsay explain RULE..." in shown
