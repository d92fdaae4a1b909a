"""Random edits, questions and actions over many documents of one server: HEARSAY=… python3 soak.py [--minutes 5] [--operations N]

An independent copy of each text is kept. At sampled points what the server understands of a draft must be what a draft opened
anew says; every request is answered exactly once; memory may not grow by more than a tenth after the first fifth.
"""

import argparse
import json
import os
import pathlib
import queue
import random
import subprocess
import sys
import tempfile
import threading
import time

DOCUMENTS = 50
# Drafts of one folder with settings of its own are held against one another.
FOLDERS = 10
SAMPLES = 1000
MOST_WAITING = 48
LONGEST = 3000
# Every draft counts things of its own: fifty that say the same over and over are no desk's work.
PIECES = [
    "Some {n} {noun} were flooded. ", "The {Noun} Council said {n} gates were mended. ", "“It rained,” Ida {Noun} said. ",
    "The Ledger, citing the {Noun} Post, counted {n} {noun}. ", "Experts say so. ", "12 percent of {n} {noun} sank. ",
    "reportedly ", "🦑 ", "é", "\n\n", "- a list\n", "# Later\n\n", " ", "[TK source] ", "about ", "3%",
    "According to a report, the toll of {noun} rose from 5 to {n}. ", "<!-- hearsay-ignore HS101: known -->\n\n", "She claims that ",
]
MODIFIED = -32801


class Server:
    """A server whose answers are put into a queue."""

    def __init__(self, folder):
        self.process = subprocess.Popen(
            [os.environ["HEARSAY"], "server", "--no-ledger"], cwd=folder, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE)
        self.inbox = queue.SimpleQueue()
        self.last = 0
        threading.Thread(target=self.read, daemon=True).start()
        self.call("initialize", {"processId": None, "rootUri": None, "capabilities": {"textDocument": {"diagnostic": {}}}})
        self.notify("initialized", {})

    def read(self):
        stream = self.process.stdout
        while line := stream.readline():
            length = int(line.split(b":")[1])
            stream.readline()
            self.inbox.put(json.loads(stream.read(length)))
        self.inbox.put(None)

    def write(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def notify(self, method, params):
        self.write({"method": method, "params": params})

    def ask(self, method, params):
        self.last += 1
        self.write({"id": self.last, "method": method, "params": params})
        return self.last

    def call(self, method, params):
        """Asks while nothing else is waited for."""
        number = self.ask(method, params)
        while True:
            message = self.inbox.get(timeout=60)
            assert message is not None, "the server has ended"
            if message.get("id") == number and "method" not in message:
                return message

    def leave(self):
        self.call("shutdown", None)
        self.notify("exit", None)
        assert self.process.wait(20) == 0

    @property
    def memory(self):
        """Resident memory in KiB."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return int(next(line for line in status if line.startswith("VmRSS")).split()[1])


def noun(number):
    """A word of its own for each draft."""
    return "bo ka lu me ni ra su to".split()[number % 8] + "dge lf mp nd rst sk tch zz".split()[number // 8 % 8] + "ers"


def desk(folder, number):
    """The folder of a draft."""
    place = pathlib.Path(folder).resolve() / str(number % FOLDERS)
    place.mkdir(exist_ok=True)
    (place / ".hearsay.jsonc").write_text("{}")
    return place


class Document:
    """An open draft and a copy of its text."""

    def __init__(self, server, uri, text="", noun="", chance=None):
        self.server = server
        self.noun = noun
        if chance:
            text = "".join(self.piece(chance) for _ in range(90))
        self.uri = uri
        self.text = text
        self.version = 1
        self.open()

    def open(self):
        item = {"uri": self.uri, "languageId": "markdown", "version": self.version, "text": self.text}
        self.server.notify("textDocument/didOpen", {"textDocument": item})

    def reopen(self):
        self.server.notify("textDocument/didClose", {"textDocument": {"uri": self.uri}})
        self.open()

    def piece(self, chance):
        return chance.choice(PIECES).format(n=chance.randint(4, 99_999), noun=self.noun, Noun=self.noun.capitalize())

    def position(self, offset):
        start = self.text.rfind("\n", 0, offset) + 1
        column = len(self.text[start:offset].encode("utf-16-le")) // 2
        return {"line": self.text.count("\n", 0, offset), "character": column}

    def offset(self, position):
        start = 0
        for _ in range(position["line"]):
            start = self.text.index("\n", start) + 1
        end, units = start, 0
        while units < position["character"]:
            units += 2 if ord(self.text[end]) > 0xFFFF else 1
            end += 1
        return end

    def change(self, start, end, text):
        place = {"start": self.position(start), "end": self.position(end)}
        self.text = self.text[:start] + text + self.text[end:]
        self.changed({"range": place, "text": text})

    def replace(self, text):
        self.text = text
        self.changed({"text": text})

    def changed(self, change):
        self.version += 1
        self.server.notify(
            "textDocument/didChange",
            {"textDocument": {"uri": self.uri, "version": self.version}, "contentChanges": [change]})

    def edit(self, chance):
        at = chance.randrange(len(self.text) + 1)
        if len(self.text) > LONGEST:
            self.change(at // 2, min(len(self.text), at // 2 + 400), "")
        elif chance.random() < 0.3:
            self.change(at, min(len(self.text), at + chance.randint(0, 30)), "")
        else:
            self.change(at, at, self.piece(chance))


class Soak:
    def __init__(self, chance, folder):
        self.chance = chance
        self.server = Server(folder)
        self.fresh = Server(folder)
        self.documents = [
            Document(self.server, (desk(folder, number) / f"{number}.md").as_uri(), noun=noun(number), chance=chance)
            for number in range(DOCUMENTS)]
        # By the number of the request: the document, its version, and the offset asked about.
        self.waiting = {}
        self.counts = dict.fromkeys(["edits", "hovers", "actions", "applied", "pulls", "overtaken", "samples"], 0)

    def step(self):
        document = self.chance.choice(self.documents)
        kind = self.chance.random()
        if kind < 0.55:
            document.edit(self.chance)
            self.counts["edits"] += 1
        elif kind < 0.8:
            self.ask(document, "hovers", "textDocument/hover")
        elif kind < 0.95:
            self.ask(document, "actions", "textDocument/codeAction")
        elif kind < 0.99:
            self.ask(document, "pulls", "textDocument/diagnostic")
        elif kind < 0.995:
            document.replace("".join(document.piece(self.chance) for _ in range(90)))
            self.counts["edits"] += 1
        else:
            self.drain()
            document.reopen()
            self.counts["edits"] += 1

    def ask(self, document, name, method):
        offset = self.chance.randrange(len(document.text) + 1)
        place = document.position(offset)
        params = {"textDocument": {"uri": document.uri}, "position": place, "range": {"start": place, "end": place},
                  "context": {"diagnostics": []}}
        self.waiting[self.server.ask(method, params)] = (document, document.version, offset, name)
        self.counts[name] += 1
        while len(self.waiting) > MOST_WAITING:
            self.take()

    def drain(self):
        while self.waiting:
            self.take()

    def take(self):
        message = self.server.inbox.get(timeout=60)
        assert message is not None, "the server has ended"
        if "method" in message:
            return
        document, version, offset, name = self.waiting.pop(message["id"])
        if "error" in message:
            assert message["error"]["code"] == MODIFIED, message
            self.counts["overtaken"] += 1
            return
        result = message["result"]
        if version != document.version or not result:
            return
        if name == "hovers":
            start, end = (document.offset(result["range"][edge]) for edge in ("start", "end"))
            assert start <= offset <= end, (result, offset)
        elif name == "actions" and self.chance.random() < 0.3:
            self.apply(document, self.chance.choice(result))

    def apply(self, document, action):
        """Applies an action of the present version, last edit first."""
        edits = [(document.offset(edit["range"]["start"]), document.offset(edit["range"]["end"]), edit["newText"])
                 for edit in action["edit"]["changes"][document.uri]]
        for start, end, text in sorted(edits, reverse=True):
            document.change(start, end, text)
        self.counts["applied"] += 1

    def sample(self):
        """Holds a draft that was edited for long against the same text, opened for the first time."""
        self.drain()
        document = self.chance.choice(self.documents)
        held = understood(self.server.call("hearsay/analysis", {"uri": document.uri}))
        self.counts["samples"] += 1
        other = Document(self.fresh, f"untitled:{self.counts['samples']}.md", document.text)
        fresh = understood(self.fresh.call("hearsay/analysis", {"uri": other.uri}))
        self.fresh.notify("textDocument/didClose", {"textDocument": {"uri": other.uri}})
        assert held == fresh, f"{document.text!r}\nheld  {held}\nfresh {fresh}"


def understood(answer):
    """What is understood of a draft by itself: not its name, nor what other drafts give rise to."""
    result = answer["result"]
    result.pop("id", None)
    result["findings"] = [mark for mark in result["findings"] if mark["rule"][:3] not in ("HS6", "HS9")]
    for mark in result["findings"]:
        mark.pop("fingerprint", None)
    return result


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--minutes", type=float, default=5)
    arguments.add_argument("--operations", type=int, default=1_000_000)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        soak = Soak(random.Random(given.seed), folder)
        began, done, warm, peak = time.monotonic(), 0, 0, 0
        elapsed = 0.0
        while done < given.operations and elapsed < given.minutes * 60:
            for _ in range(max(1, given.operations // SAMPLES)):
                soak.step()
                done += 1
                # Where time is shorter than the operations, samples come by the clock.
                if done % 64 == 0 and time.monotonic() - began > (soak.counts["samples"] + 1) * given.minutes * 60 / SAMPLES:
                    break
            soak.sample()
            elapsed = time.monotonic() - began
            share = max(done / given.operations, elapsed / (given.minutes * 60))
            if share < 0.2:
                warm = max(warm, soak.server.memory)
            else:
                peak = max(peak, soak.server.memory)
        soak.drain()
        soak.server.leave()
        soak.fresh.leave()
    growth = peak / warm - 1 if warm else 0
    print(f"{done} operations in {elapsed:.0f} s: {soak.counts}")
    print(f"memory: {warm / 1024:.1f} MiB in the first fifth, {peak / 1024:.1f} MiB at most afterwards ({growth:+.1%})")
    sys.exit(growth > 0.1)


if __name__ == "__main__":
    main()
