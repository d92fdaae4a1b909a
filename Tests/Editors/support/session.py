"""What an editor's test knows and finds out: the draft and what is expected of it, the recorded session, and what failed."""
import json
import os
import pathlib
import shlex
import shutil
import sys

EDITORS = pathlib.Path(__file__).resolve().parents[1]
CLIENTS = EDITORS.parents[1] / "EditorClients"


def letters(text):
    """The letters and digits of a text: what reading a picture does not get wrong."""
    return "".join(letter for letter in text if letter.isascii() and letter.isalnum())


class Session:
    """A copy of the draft, and a program `hearsay` in a folder of its own that starts the real one behind the recorder.

    HEARSAY_SHIFT names the side whose columns the recorder makes wrong, HEARSAY_LOGS a folder that keeps the recorded session.
    """

    def __init__(self, folder, name):
        self.folder = pathlib.Path(folder)
        self.draft = self.folder / "harbour.md"
        shutil.copy(EDITORS / "drafts/harbour.md", self.draft)
        self.text = self.draft.read_text(encoding="utf-8")
        self.lines = self.text.split("\n")
        self.expected = json.loads((EDITORS / "drafts/harbour.json").read_text(encoding="utf-8"))
        self.programs = self.folder / "programs"
        self.programs.mkdir()
        self.log = self.folder / f"{name}.jsonl"
        self.exit_file = self.folder / "exit"
        shift = ["--shift", os.environ["HEARSAY_SHIFT"]] if os.environ.get("HEARSAY_SHIFT") else []
        command = [sys.executable, EDITORS / "support/recorder.py", *shift, "--exit-file", self.exit_file, self.log, os.environ["HEARSAY_PROGRAM"]]
        program = self.programs / "hearsay"
        program.write_text(f'#!/bin/sh\nexec {shlex.join(map(str, command))} "$@"\n')
        program.chmod(0o755)
        self.failed = 0

    def check(self, holds, what):
        self.failed += not holds
        print("ok  " if holds else "FAIL", what, flush=True)
        return bool(holds)

    def entries(self):
        if not self.log.exists():
            return []
        # The last line may still be being written.
        return [json.loads(line) for line in self.log.read_text(encoding="utf-8").split("\n")[:-1]]

    def messages(self, direction, method):
        """What was said in this direction ("client" or "server") under this method; answers have none."""
        return [entry["msg"] for entry in self.entries() if entry["dir"].startswith(direction) and entry["msg"].get("method") == method]

    def answers(self, method):
        """What the server has answered to the client's requests of this method, in the order of the requests."""
        entries = self.entries()
        results = {entry["msg"]["id"]: entry["msg"].get("result") for entry in entries if entry["dir"].startswith("server") and "method" not in entry["msg"]}
        asked = [entry["msg"]["id"] for entry in entries if entry["dir"].startswith("client") and entry["msg"].get("method") == method]
        return [results[one] for one in asked if one in results]

    def words(self, part):
        """The words in a range of the draft as it was at first, in UTF-16 units."""
        start, end = part["start"], part["end"]
        if start["line"] != end["line"]:
            return None
        line = self.lines[start["line"]].encode("utf-16-le")
        return line[2 * start["character"] : 2 * end["character"]].decode("utf-16-le", "replace")

    def expected_words(self, line=None):
        return [one["text"] for one in self.expected["findings"] if line in (None, one["line"])]

    def held(self, method, pick):
        """The words of all diagnostics that the client knows, as it says with its largest request of this method."""
        known = [pick(message["params"]) for message in self.messages("client", method)]
        places = max(known, key=len, default=[])
        return [self.words(one["range"]) for one in sorted(places, key=lambda one: (one["range"]["start"]["line"], one["range"]["start"]["character"]))]

    def fixed(self, *numbers):
        """The draft after these of the expected fixes."""
        lines = list(self.lines)
        for fix in (self.expected["fixes"][number] for number in numbers):
            assert lines[fix["line"]].count(fix["before"]) == 1, fix
            lines[fix["line"]] = lines[fix["line"]].replace(fix["before"], fix["after"])
        return "\n".join(lines)

    def ended_well(self):
        return self.exit_file.exists() and self.exit_file.read_text().strip() == "0"

    def close(self):
        """Keeps the recorded session where that was asked for, and says how many checks failed."""
        if os.environ.get("HEARSAY_LOGS") and self.log.exists():
            shutil.copy(self.log, os.environ["HEARSAY_LOGS"])
        return self.failed
