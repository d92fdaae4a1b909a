"""Every option of every command: what is wrong with it is said, and what it does is tested somewhere in this folder."""

import json
import os
import pathlib
import re
import subprocess

import pytest

HERE = pathlib.Path(__file__).resolve().parent
LEDGER = '{"version": 1, "sources": [{"id": "locks", "title": "Log", "publisher": "Lock Guild", "kind": "primary", "figures": []}]}'


def described():
    """The options of each command with their values, as help lists them."""
    def help_of(*names):
        return subprocess.run([os.environ["HEARSAY"], "help", *names], capture_output=True, text=True, check=True).stdout

    commands = re.findall(r"(?m)^  ([a-z]+)\b", help_of().split("Commands:")[1])
    found = []
    for command in commands:
        for short, option, value in re.findall(r"(?m)^  (-\w, |    )--([a-z-]+)(?: (\S+))?(?:$|  )", help_of(command)):
            if option != "help":
                found.append((command, short.strip(", "), option, value))
    assert len(commands) > 10 and len(found) > 60
    return found


def test_what_is_wrong_with_an_option_is_said(hearsay):
    for command, _, option, value in described():
        def said(*words):
            done = hearsay(command, *words)
            assert (done.returncode, done.stdout) == (2, b""), (command, words)
            return done.stderr.decode()

        if not value:
            assert f"option '--{option}' takes no value" in said(f"--{option}=x")
            continue
        assert f"option '--{option}' needs a value; write --{option} " in said(f"--{option}")
        assert f"option '--{option}' needs a value" in said(f"--{option}=")
        if "|" in value:
            assert f"'nonsense' is not a value of '--{option}'; use one of: " in said(f"--{option}", "nonsense")
            last = value.split("|")[-1].split("[")[0]
            assert f"did you mean '{last}'?" in said(f"--{option}", last + "x")
        assert f"unknown option '--{option}x' of '{command}'; " in said(f"--{option}x", "y")


def test_every_option_is_tested_here():
    tests = "\n".join(path.read_text() for path in HERE.glob("test_*.py"))
    missing = {option for _, _, option, _ in described() if f"--{option}" not in tests and f'"{option}"' not in tests}
    assert missing == set()


def test_short_forms(hearsay, tmp_path):
    (tmp_path / "a.txt").write_text("Some 640 homes were flooded.\n")
    long = hearsay("lint", "a.txt", "--quiet", "--jobs", "1", "--output", "long")
    short = hearsay("lint", "a.txt", "-q", "-j", "1", "-o", "short")
    assert long.returncode == short.returncode == 1 and (tmp_path / "long").read_bytes() == (tmp_path / "short").read_bytes() != b""
    for command, letter, _, _ in described():
        if letter:
            assert hearsay(command, f"{letter}x").returncode == 2


def test_color_by_option(hearsay, tmp_path):
    (tmp_path / "a.txt").write_text("Some 640 homes were flooded.\n")
    for arguments in (["lint", "a.txt"], ["explain", "HS101"]):
        assert b"\x1b[" in hearsay(*arguments, "--color", "always").stdout
        assert b"\x1b" not in hearsay(*arguments, "--color", "never").stdout + hearsay(*arguments, "--color", "auto").stdout


def test_a_ledger_can_be_left_out(hearsay, tmp_path):
    (tmp_path / "hearsay.sources.jsonc").write_text(LEDGER.replace("[]}", '[{"value": 1274, "what": "barges freed"}]}'))
    (tmp_path / "a.md").write_text("The locks freed 1,474 barges in 2023 [@locks].\n")
    for command, mark in {"lint": b"HS502", "report": b"says otherwise", "analyze": b"HS502"}.items():
        assert mark in hearsay(command, "a.md").stdout, command
        assert mark not in hearsay(command, "a.md", "--no-ledger").stdout, command
    (tmp_path / "hearsay.sources.jsonc").write_text("[")
    for command in ("lint", "report", "analyze", "claims", "chain"):
        assert hearsay(command, "a.md").returncode == 2
        assert hearsay(command, "a.md", "--no-ledger").returncode in (0, 1)
        assert b"exclude one another" in hearsay(command, "a.md", "--no-ledger", "--ledger", "x").stderr


def test_adding_a_figure_to_the_ledger(hearsay, tmp_path):
    ledger, draft = tmp_path / "hearsay.sources.jsonc", tmp_path / "a.md"
    ledger.write_text(LEDGER)
    draft.write_text("The Lock Guild freed 1,274 barges.\n")
    add = lambda *more: hearsay("ledger", "add", "a.md", *more)
    for arguments, message in [
        ([], "--source"), (["--source", "locks"], "--at"), (["--at", "1:23"], "--source"), (["--at", "x", "--source", "locks"], "--at LINE"),
        (["--at", "9", "--source", "locks"], "line 9"), (["--at", "1:23", "--source", "gone"], "gone"),
    ]:
        done = add(*arguments)
        assert done.returncode in (2, 3) and message in done.stderr.decode(), (arguments, done.stderr)
        assert ledger.read_text() == LEDGER
    assert add("--at", "1:23", "--source", "locks", "--what", "barges set free").returncode == 0
    assert json.loads(ledger.read_text())["sources"][0]["figures"] == [
        {"value": 1274, "what": "barges set free", "quote": "The Lock Guild freed 1,274 barges."}]


@pytest.mark.parametrize("command", ["analyze", "claims"])
def test_progress(hearsay, command):
    record = json.dumps({"id": "a", "text": "Some 640 homes were flooded."}) + "\n"
    quiet = hearsay(command, "--jsonl", text=record + "x\n")
    done = hearsay(command, "--jsonl", "--progress", text=record + "x\n")
    assert done.stdout == quiet.stdout and done.returncode == quiet.returncode == 3
    assert re.search(rb"hearsay: 2 records, [\d.]+ a second, 1 not answered\n$", done.stderr) and quiet.stderr == b""
    assert b"--progress goes with --jsonl" in hearsay(command, "--progress", "-", text="x").stderr


def frame(**message):
    body = json.dumps({"jsonrpc": "2.0", **message})
    return f"Content-Length: {len(body.encode())}\r\n\r\n{body}"


def test_the_server_writes_a_log_and_counts_as_it_is_told(hearsay, tmp_path):
    text = "Ä 🙂 some 640 homes were flooded.\n"
    uri = (tmp_path / "a.txt").as_uri()
    session = (
        frame(id=1, method="initialize", params={"processId": None, "rootUri": None, "capabilities": {}}) + frame(method="initialized", params={})
        + frame(method="textDocument/didOpen", params={"textDocument": {"uri": uri, "languageId": "plaintext", "version": 1, "text": text}})
        + frame(id=2, method="shutdown") + frame(method="exit"))
    answers = {}
    for encoding in ("utf-8", "utf-16", "utf-32"):
        done = hearsay("server", "--position-encoding", encoding, "--log", "log.txt", text=session)
        assert done.returncode == 0, done.stderr
        assert (tmp_path / "log.txt").read_text() != ""
        answers[encoding] = re.search(rb'"positionEncoding":"([^"]+)"', done.stdout).group(1).decode()
    assert answers == {encoding: encoding for encoding in answers}
    assert b"none/log" in hearsay("server", "--log", "none/log", text=session).stderr
    (tmp_path / "log.txt").unlink()
    assert hearsay("server", "--log", "log.txt", "--log-level", "turns", text=session).returncode == 0
    assert len((tmp_path / "log.txt").read_text().splitlines()) > 5
    assert hearsay("server", "--log-level", "turns", text=session).returncode == 2
