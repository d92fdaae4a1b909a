"""A run that somebody watches, and one that somebody ends."""

import os
import pty
import select
import signal
import subprocess
import threading
import time

import pytest

NAMES = ["a.md", "b.md", "slow.md", "z.md"]


@pytest.fixture
def drafts(tmp_path):
    """Drafts of which one is a pipe, so that reading waits for whoever writes into it."""
    for name in NAMES:
        if name == "slow.md":
            os.mkfifo(tmp_path / name)
        else:
            (tmp_path / name).write_text("Some 640 homes were flooded.\n")
    return tmp_path


def watched(folder, *arguments, **variables):
    """What standard error shows on a terminal, of a run that takes half a second."""
    terminal, inner = pty.openpty()
    environment = {key: value for key, value in os.environ.items() if key != "CI"} | {"TERM": "xterm"} | variables
    process = subprocess.Popen(
        [os.environ["HEARSAY"], "lint", "--jobs", "1", *arguments, *NAMES], cwd=folder, stdout=subprocess.DEVNULL, stderr=inner, env=environment)
    os.close(inner)

    def write():
        with open(folder / "slow.md", "wb") as pipe:
            time.sleep(0.5)
            pipe.write(b"Rain.\n")

    threading.Thread(target=write).start()
    text = b""
    while True:
        try:
            text += os.read(terminal, 65536)
        except OSError:
            break
    os.close(terminal)
    assert process.wait() == 1
    return text.decode()


def test_progress_is_for_terminals(drafts):
    shown = watched(drafts)
    assert "3 of 4 drafts read" in shown and shown.endswith("\r\x1b[K")
    for arguments, variables in [(["--no-progress"], {}), (["--quiet"], {}), ([], {"CI": "true"}), ([], {"TERM": "dumb"})]:
        assert watched(drafts, *arguments, **variables) == ""


@pytest.mark.parametrize("delay", [0, 0.05, 0.2])
def test_an_end_by_a_signal_leaves_nothing_half_written(drafts, delay):
    (drafts / "known").write_text('{"hearsay":"baseline","version":1}\n')
    process = subprocess.Popen(
        [os.environ["HEARSAY"], "lint", *NAMES, "--format", "sarif=out.sarif", "--baseline", "known", "--update-baseline"], cwd=drafts,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open(drafts / "slow.md", "wb") as pipe:
        pipe.write(b"Rain.\n")
    # From here on it reads, counts and writes.
    time.sleep(delay / 10)
    process.send_signal(signal.SIGINT)
    process.wait()
    assert set(os.listdir(drafts)) <= {*NAMES, "known", "out.sarif"}
    assert (drafts / "known").read_bytes().endswith(b"\n")
    if (drafts / "out.sarif").exists():
        assert (drafts / "out.sarif").read_bytes().endswith(b"}\n")
