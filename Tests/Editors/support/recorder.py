#!/usr/bin/env python3
"""Stands between a client and a language server and writes down what they say.

usage: recorder.py [--shift client|server] [--exit-file FILE] LOG SERVER [ARGUMENT...]

Every message becomes a line {"dir": "client->server" or "server->client", "msg": ...} of LOG. The bytes are passed on
as they are, and the recorder ends with the server's exit code (FILE holds it too).

--shift adds one to every `character` of the messages of one side: a server that counts columns wrongly, to show that
the tests would see it.
"""
import argparse
import json
import os
import subprocess
import sys
import threading


class Frames:
    """Cuts a stream into frames, each with the bytes that stood before its body."""

    def __init__(self):
        self.waiting = b""

    def feed(self, piece):
        self.waiting += piece
        while True:
            head, blank_line, rest = self.waiting.partition(b"\r\n\r\n")
            if not blank_line:
                return
            fields = dict(field.split(b":", 1) for field in head.lower().split(b"\r\n"))
            size = int(fields[b"content-length"])
            if len(rest) < size:
                return
            self.waiting = rest[size:]
            yield head + blank_line, rest[:size]


def shifted(value):
    """The same value with every `character` one larger."""
    if isinstance(value, list):
        return [shifted(element) for element in value]
    if isinstance(value, dict):
        return {key: part + 1 if key == "character" else shifted(part) for key, part in value.items()}
    return value


class Recorder:
    def __init__(self, log, shifted_side):
        self.log = log
        self.shifted_side = shifted_side
        self.lock = threading.Lock()

    def note(self, direction, message):
        line = json.dumps({"dir": direction, "msg": message}, ensure_ascii=False, separators=(",", ":"))
        with self.lock:
            self.log.write(line + "\n")
            self.log.flush()

    def pump(self, source, sink, direction):
        """Passes frames on until the source ends. A frame is noted first, so that no answer stands before its question.

        What follows `exit` is not noted: Neovim asks for tokens by a timer, if need be after its own farewell, and nobody
        is there to answer.
        """
        frames = Frames()
        is_over = False
        while piece := os.read(source, 1 << 16):
            for head, body in frames.feed(piece):
                message = json.loads(body)
                if not is_over:
                    self.note(direction, message)
                is_over = is_over or message.get("method") == "exit"
                if direction.startswith(self.shifted_side or "neither"):
                    body = json.dumps(shifted(message)).encode()
                    head = b"Content-Length: %d\r\n\r\n" % len(body)
                try:
                    sink.write(head + body)
                    sink.flush()
                except BrokenPipeError:
                    return
        if frames.waiting:
            print(f"{direction}: the stream ended inside a frame", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shift", choices=["client", "server"])
    parser.add_argument("--exit-file")
    parser.add_argument("log")
    parser.add_argument("server", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    server = subprocess.Popen(options.server, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with open(options.log, "a", encoding="utf-8") as log:
        recorder = Recorder(log, options.shift)

        def questions():
            recorder.pump(sys.stdin.fileno(), server.stdin, "client->server")
            try:
                server.stdin.close()
            except BrokenPipeError:
                pass

        threading.Thread(target=questions, daemon=True).start()
        recorder.pump(server.stdout.fileno(), sys.stdout.buffer, "server->client")
        code = server.wait()
    if options.exit_file:
        with open(options.exit_file, "w", encoding="ascii") as file:
            file.write(f"{code}\n")
    # A thread still reads from the client: leave without waiting for it.
    sys.stdout.flush()
    os._exit(code if code >= 0 else 128 - code)


main()
