"""Random edits, hovers and actions over many documents of one server: HEARSAY=… python3 soak.py [--operations N] [--minutes M]

An independent copy of each text is kept, and each answer is held against the text that it was asked about. At sampled points what the
server understands of a draft must be what a draft opened anew says; every request is answered exactly once; memory may not grow by
more than a tenth after the first fifth. An edit, a hover and a question for actions are one operation each; nothing else counts.
"""

import argparse
import json
import os
import pathlib
import queue
import random
import re
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
# Messages on their way together.
BATCH = 16
# Most drafts are notes of some paragraphs, every tenth one is a column: the more there is to say, the fewer edits fit into a minute.
LONGEST = [3000] + [700] * 9
# Every draft counts things of its own: fifty that say the same over and over are no desk's work.
PIECES = [
    "Some {n} {noun} were flooded. ", "The {Noun} Council said {n} gates were mended. ", "“It rained,” Ida {Noun} said. ",
    "The Ledger, citing the {Noun} Post, counted {n} {noun}. ", "Experts say so. ", "12 percent of {n} {noun} sank. ",
    "reportedly ", "🦑 ", "é", "\n\n", "- a list\n", "# Later\n\n", " ", "[TK source] ", "about ", "3%",
    "According to a report, the toll of {noun} rose from 5 to {n}. ", "<!-- hearsay-ignore HS101: known -->\n\n", "She claims that ",
]
DIGIT = re.compile("[0-9]")
# What other drafts give rise to.
ACROSS = re.compile("HS6[0-9][0-9]")
MODIFIED = -32801


class Server:
    """A server whose output is taken in as it comes, and looked at when there is time for it."""

    def __init__(self, folder):
        self.process = subprocess.Popen(
            [os.environ["HEARSAY"], "server", "--no-ledger"], cwd=folder, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, bufsize=0)
        self.output = queue.SimpleQueue()
        self.input = []
        self.received = b""
        self.at = 0
        self.last = 0
        threading.Thread(target=self.read, daemon=True).start()
        self.call("initialize", {"processId": None, "rootUri": None, "capabilities": {"textDocument": {"diagnostic": {}}}})
        self.notify("initialized", {})

    def read(self):
        while chunk := os.read(self.process.stdout.fileno(), 1 << 20):
            self.output.put(chunk)
        self.output.put(b"")

    def receive(self):
        """The next message."""
        while True:
            end = self.received.find(b"\r\n\r\n", self.at) + 4
            if end > 3:
                length = int(self.received[self.received.index(b":", self.at) + 1:end])
                if len(self.received) >= end + length:
                    self.at = end + length
                    return json.loads(self.received[end:self.at])
            self.flush()
            chunk = self.output.get(timeout=60)
            assert chunk, "the server has ended"
            self.received = self.received[self.at:] + chunk
            self.at = 0

    def write(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.input.append(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        if len(self.input) >= BATCH:
            self.flush()

    def flush(self):
        rest = memoryview(b"".join(self.input))
        self.input.clear()
        while rest:
            rest = rest[self.process.stdin.write(rest):]

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
            message = self.receive()
            if message.get("id") == number and "method" not in message:
                return message

    def leave(self):
        self.call("shutdown", None)
        self.notify("exit", None)
        self.flush()
        assert self.process.wait(20) == 0

    @property
    def memory(self):
        """Resident memory in KiB."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return int(next(line for line in status if line.startswith("VmRSS")).split()[1])


def position(text, offset):
    start = text.rfind("\n", 0, offset) + 1
    line = text[start:offset]
    column = offset - start if line.isascii() else len(line.encode("utf-16-le")) // 2
    return {"line": text.count("\n", 0, start), "character": column}


def offset_of(text, position):
    """Where a position lies in a text; there has to be such a place, or the text ends too early."""
    start = 0
    for _ in range(position["line"]):
        start = text.index("\n", start) + 1
    end, units = start, 0
    while units < position["character"]:
        assert text[end] != "\n", f"{position} is behind its line"
        units += 2 if ord(text[end]) > 0xFFFF else 1
        end += 1
    assert units == position["character"], f"{position} is inside a character"
    return end


def range_of(text, place):
    start, end = offset_of(text, place["start"]), offset_of(text, place["end"])
    assert start <= end, place
    return start, end


def noun(number):
    """A word of its own for each draft."""
    return "bo ka lu me ni ra su to".split()[number % 8] + "dge lf mp nd rst sk tch zz".split()[number // 8 % 8] + "ers"


def desk(folder, number):
    """The folder of a draft."""
    place = pathlib.Path(folder).resolve() / str(number % FOLDERS)
    place.mkdir(exist_ok=True)
    (place / ".hearsay.jsonc").write_text("{}")
    return place


def asked(document, offset):
    """The parameters of a question about a place."""
    place = position(document.text, offset)
    return {"textDocument": {"uri": document.uri}, "position": place, "range": {"start": place, "end": place},
            "context": {"diagnostics": []}}


class Document:
    """An open draft and a copy of its text."""

    def __init__(self, server, uri, text="", noun="", chance=None, longest=0):
        self.server = server
        self.noun = noun
        self.longest = longest
        self.uri = uri
        self.text = self.draft(chance) if chance else text
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

    def draft(self, chance):
        """A text of its own, two thirds of its greatest length."""
        text = ""
        while len(text) < self.longest * 2 // 3:
            text += self.piece(chance)
        return text

    def change(self, start, end, text):
        place = {"start": position(self.text, start), "end": position(self.text, end)}
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
        if len(self.text) > self.longest:
            self.change(at // 2, min(len(self.text), at // 2 + self.longest // 7), "")
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
            Document(self.server, (desk(folder, number) / f"{number}.md").as_uri(), noun=noun(number), chance=chance,
                     longest=LONGEST[(number + number // FOLDERS) % len(LONGEST)])
            for number in range(DOCUMENTS)]
        # By the number of the request: the document, its version, its text, the offset asked about, and what was asked.
        self.waiting = {}
        self.counts = dict.fromkeys(
            ["edits", "hovers", "actions", "pulls", "applied", "answers", "empty", "overtaken", "samples"], 0)

    @property
    def operations(self):
        return self.counts["edits"] + self.counts["hovers"] + self.counts["actions"]

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
            document.replace(document.draft(self.chance))
            self.counts["edits"] += 1
        else:
            self.drain()
            document.reopen()

    def place(self, document):
        """An offset to ask about: half of them anywhere, half of them at a figure, of which there is more to say."""
        offset = self.chance.randrange(len(document.text) + 1)
        figure = DIGIT.search(document.text, offset) if self.chance.random() < 0.5 else None
        return figure.start() if figure else offset

    def ask(self, document, name, method):
        offset = self.place(document)
        params = asked(document, offset)
        self.waiting[self.server.ask(method, params)] = (document, document.version, document.text, offset, name)
        self.counts[name] += 1
        while len(self.waiting) > MOST_WAITING:
            self.take()

    def drain(self):
        while self.waiting:
            self.take()

    def take(self):
        """Takes one message; an answer has to be one to a request that waits, and has to fit the text that was asked about."""
        message = self.server.receive()
        if "method" in message:
            return
        document, version, text, offset, name = self.waiting.pop(message["id"])
        if "error" in message:
            assert message["error"]["code"] == MODIFIED, message
            self.counts["overtaken"] += 1
            return
        result = message["result"]
        self.counts["answers" if result else "empty"] += 1
        if not result:
            return
        if name == "hovers":
            start, end = range_of(text, result["range"])
            assert start <= offset <= end and result["contents"]["value"], (result, offset)
        elif name == "actions":
            edits = [self.edits(document, text, action) for action in result]
            if version == document.version and self.chance.random() < 0.3:
                self.apply(document, self.chance.choice(edits))
        elif version == document.version:
            # What is asked about no place is answered from the text as it stands by then.
            for mark in result["items"]:
                start, end = range_of(text, mark["range"])
                assert start < end and mark["message"], mark

    def edits(self, document, text, action):
        """The edits of an action, last first; none may touch what another one changes."""
        edits = sorted(
            ((*range_of(text, edit["range"]), edit["newText"]) for edit in action["edit"]["changes"][document.uri]),
            reverse=True)
        assert action["title"] and edits, action
        assert all(end <= start for (start, _, _), (_, end, _) in zip(edits, edits[1:])), action
        return edits

    def apply(self, document, edits):
        for start, end, text in edits:
            document.change(start, end, text)
            self.counts["edits"] += 1
        self.counts["applied"] += 1

    def sample(self):
        """Holds a draft that was edited for long against the same text, opened for the first time."""
        self.drain()
        document = self.chance.choice(self.documents)
        held = understood(self.server.call("hearsay/analysis", {"uri": document.uri}))
        self.counts["samples"] += 1
        other = Document(self.fresh, f"untitled:{self.counts['samples']}.md", document.text)
        fresh = understood(self.fresh.call("hearsay/analysis", {"uri": other.uri}))
        offset = self.place(document)
        hovers = [
            server.call("textDocument/hover", asked(draft, offset))["result"]
            for server, draft in ((self.server, document), (self.fresh, other))]
        if not ACROSS.search(str(hovers[0])):
            assert hovers[0] == hovers[1], (document.text, offset, hovers)
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


def processor_time(process="self"):
    """Seconds that a process has used."""
    fields = pathlib.Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--minutes", type=float, default=10)
    arguments.add_argument("--operations", type=int, default=1_000_000)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        soak = Soak(random.Random(given.seed), folder)
        began, warm, peak = time.monotonic(), 0, 0
        elapsed = share = 0.0
        while share < 1:
            for _ in range(32):
                soak.step()
            elapsed = time.monotonic() - began
            # Where time is shorter than the operations, samples come by the clock.
            share = max(soak.operations / given.operations, elapsed / (given.minutes * 60))
            if share < (soak.counts["samples"] + 1) / SAMPLES:
                continue
            soak.sample()
            if share < 0.2:
                warm = max(warm, soak.server.memory)
            else:
                peak = max(peak, soak.server.memory)
        soak.drain()
        elapsed = time.monotonic() - began
        used = {"server": soak.server.process.pid, "fresh server": soak.fresh.process.pid, "client": "self"}
        used = ", ".join(f"{name} {processor_time(process):.0f} s" for name, process in used.items())
        length = sum(len(document.text) for document in soak.documents) // DOCUMENTS
        soak.server.leave()
        soak.fresh.leave()
    growth = peak / warm - 1 if warm else 0
    print(f"{soak.operations} operations in {elapsed:.0f} s ({soak.operations / elapsed:.0f} a second) over {DOCUMENTS} documents "
          f"of {length} characters: " + ", ".join(f"{count} {name}" for name, count in soak.counts.items()))
    print(f"processor time: {used}")
    print(f"memory: {warm / 1024:.1f} MiB in the first fifth, {peak / 1024:.1f} MiB at most afterwards ({growth:+.1%})")
    sys.exit(growth > 0.1)


if __name__ == "__main__":
    main()
