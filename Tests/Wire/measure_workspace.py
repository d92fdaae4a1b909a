"""How long an editor waits in a workspace of a thousand drafts: HEARSAY=… python3 measure_workspace.py [drafts].

After each keystroke: until the edited draft's diagnostics are there, and until those of another open draft that it contradicts.
"""

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

PLACES = ["Dorn", "Halm", "Narum", "Velm", "Orsa", "Kolm", "Sarn", "Rydal", "Tarn", "Arda"]
NOUNS = ["sailors", "barges", "masts", "lanterns", "ropes", "anchors", "gulls", "nets"]
DEEDS = ["counted", "mended", "sold", "painted", "moved", "cleaned"]


def draft(number, chance):
    """A draft of some twenty figures."""
    place = PLACES[number % len(PLACES)]
    parts = [f"# Harbour notes of {place}, part {number}", f"*{number % 28 + 1} May 2024*"]
    for _ in range(10):
        parts.append(" ".join(
            f"The {place} guild {chance.choice(DEEDS)} {chance.randint(100, 9999)} {chance.choice(NOUNS)} "
            f"near quay {chance.choice('ABCDEFGH')} in {chance.choice(['March', 'April'])}, the clerk said."
            for _ in range(2)))
    return "\n\n".join(parts) + "\n"


class Server:
    def __init__(self, folder):
        self.process = subprocess.Popen(
            [os.environ["HEARSAY"], "server"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL)
        self.inbox = queue.Queue()
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        stream = self.process.stdout
        while line := stream.readline():
            length = int(line.split(b":")[1])
            stream.readline()
            self.inbox.put((time.perf_counter(), json.loads(stream.read(length))))

    def send(self, method, params, number=None):
        message = {"jsonrpc": "2.0", "method": method, "params": params} | ({} if number is None else {"id": number})
        body = json.dumps(message).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def wait(self, is_wanted, seconds=120):
        end = time.perf_counter() + seconds
        while True:
            at, message = self.inbox.get(timeout=max(0.01, end - time.perf_counter()))
            if is_wanted(message):
                return at, message


def published(uri, is_wanted):
    return lambda message: (
        message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri
        and is_wanted(message["params"]))


def main(count):
    chance = random.Random(5)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / ".hearsay.jsonc").write_text("{}")
        for number in range(count):
            (folder / f"draft-{number}.md").write_text(draft(number, chance))
        line = "The Tarn guard made {} arrests at the Tarn regatta on Friday."
        pair = [folder / "edited.md", folder / "other.md"]
        texts = [f"# Tarn regatta\n\n*3 May 2024*\n\n{line.format(value)}\n" for value in (412, 421)]
        for path, text in zip(pair, texts):
            path.write_text(text)
        server = Server(folder)
        server.send("initialize", {
            "processId": None, "rootUri": folder.as_uri(),
            "capabilities": {"textDocument": {"publishDiagnostics": {"relatedInformation": True}}}}, 1)
        server.wait(lambda message: message.get("id") == 1)
        began = time.perf_counter()
        server.send("initialized", {})
        uris = [path.as_uri() for path in pair]
        for uri, text in zip(uris, texts):
            server.send("textDocument/didOpen", {
                "textDocument": {"uri": uri, "languageId": "markdown", "version": 1, "text": text}})
        crosses = lambda params: any(d["code"] == "HS601" for d in params["diagnostics"])
        server.wait(published(uris[0], crosses))
        print(f"{count} drafts; first finding across drafts after {time.perf_counter() - began:.2f} s")
        # The folders are read when the server is idle again.
        idle = 0
        while idle < 3:
            ticks = pathlib.Path(f"/proc/{server.process.pid}/stat").read_text().rsplit(")", 1)[1].split()[11]
            time.sleep(1)
            after = pathlib.Path(f"/proc/{server.process.pid}/stat").read_text().rsplit(")", 1)[1].split()[11]
            idle = idle + 1 if after == ticks else 0
        print(f"folders read after {time.perf_counter() - began - 3:.1f} s")
        peak = next(line for line in pathlib.Path(f"/proc/{server.process.pid}/status").read_text().splitlines()
                    if line.startswith("VmHWM"))
        own, others = [], []
        for turn in range(2, 102):
            value = 412 if turn % 2 else 413 + turn
            position = texts[0].index("The Tarn guard made ") + len("The Tarn guard made ")
            row = texts[0][:position].count("\n")
            column = position - texts[0].rindex("\n", 0, position) - 1
            sent = time.perf_counter()
            server.send("textDocument/didChange", {
                "textDocument": {"uri": uris[0], "version": turn},
                "contentChanges": [{"range": {"start": {"line": row, "character": column},
                                              "end": {"line": row, "character": column + 3}}, "text": str(value)}]})
            at, _ = server.wait(published(uris[0], lambda params: params["version"] == turn))
            own.append(at - sent)
            at, _ = server.wait(published(uris[1], lambda params: True))
            others.append(at - sent)
        for label, times in (("edited draft", own), ("other draft", others)):
            times.sort()
            print(f"{label}: median {times[50] * 1000:.2f} ms, p95 {times[94] * 1000:.2f} ms, worst {times[-1] * 1000:.2f} ms")
        print(" ".join(peak.split()))
        server.process.kill()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
