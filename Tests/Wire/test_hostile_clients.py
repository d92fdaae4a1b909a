"""What no client should send, to the built program: it answers what can be answered, tells its user what was left out, and ends in order."""

import json
import os
import subprocess

import pytest

WHOLE = {"textDocument": {"uri": "untitled:1", "languageId": "markdown", "version": 1, "text": "Some 640 homes were flooded.\n"}}


def frame(message, header="Content-Length"):
    body = message if isinstance(message, bytes) else json.dumps({"jsonrpc": "2.0", **message}).encode()
    return f"{header}: {len(body)}\r\n\r\n".encode() + body


def serve(*pieces, wait_for=None, capabilities=None):
    """Everything that the server sends in a whole session, and its exit status; before the end it is waited for one answer."""
    start = frame({"id": "first", "method": "initialize", "params": {"capabilities": capabilities or {}}})
    end = frame({"id": "last", "method": "shutdown"}) + frame({"method": "exit"})
    process = subprocess.Popen([os.environ["HEARSAY"], "server"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    process.stdin.write(start + frame({"method": "initialized", "params": {}}) + b"".join(pieces))
    process.stdin.flush()
    found = []
    while wait_for is not None and not any(message.get("id") == wait_for for message in found):
        found.append(receive(process.stdout))
    rest, _ = process.communicate(end, timeout=120)
    return found + messages(rest), process.returncode


def receive(stream):
    length = int(stream.readline().split(b":")[1])
    stream.readline()
    return json.loads(stream.read(length))


def messages(stream):
    found = []
    while stream:
        header, _, rest = stream.partition(b"\r\n\r\n")
        length = int(header.split(b":")[1])
        found.append(json.loads(rest[:length]))
        stream = rest[length:]
    return found


def answer(found, number):
    (one,) = [message for message in found if message.get("id") == number and "method" not in message]
    return one


@pytest.mark.parametrize("noise", [
    b"Content-Length: -5\r\n\r\n", b"Content-Length: 99999999999999999999\r\n\r\n", b"Content-Length: x\r\n\r\n",
    b"Content-Length: 2\r\n\r\n{}", b"Content-Length: 6\r\n\r\n\xff\xfe{\"a\"", b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"\r\n\r\n\r\n",
    frame(b"[" * 20000), frame({"id": 5, "method": "no/such"}), frame({"method": "$/no/such"}), frame({"id": [1], "method": "shutdown"}),
])
def test_what_is_no_message_costs_no_other(noise):
    question = frame({"id": 7, "method": "textDocument/hover", "params": {"textDocument": {"uri": "untitled:9"}, "position": {"line": 0, "character": 0}}})
    found, status = serve(noise, question)
    assert answer(found, 7)["result"] is None and answer(found, "last")["result"] is None
    assert status == 0


def test_headers_may_be_written_in_any_way():
    found, status = serve(
        frame({"id": 1, "method": "x"}, "content-length"), frame({"id": 2, "method": "x"}, "CONTENT-LENGTH"),
        frame({"id": 3, "method": "x"}, "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length"))
    assert {answer(found, number)["error"]["code"] for number in (1, 2, 3)} == {-32601} and status == 0


def test_documents_in_the_wrong_order():
    change = {"textDocument": {"uri": "untitled:1", "version": 2}, "contentChanges": [{"text": "Calm.\r\rSome 70 sheep 🐑 were lost.\r"}]}
    far = {"line": 2**31 - 1, "character": 2**31 - 1}
    half = {"line": 2, "character": 15}
    edit = {"textDocument": {"uri": "untitled:1", "version": 3}, "contentChanges": [
        {"range": {"start": far, "end": {"line": 0, "character": 0}}, "text": ""},
        {"text": "Calm.\r\rSome 70 sheep 🐑 were lost.\r"}, {"range": {"start": half, "end": half}, "text": "x"}]}
    pull = {"method": "textDocument/diagnostic", "params": {"textDocument": {"uri": "untitled:1"}}}
    found, status = serve(
        frame({"method": "textDocument/didChange", "params": change}), frame({"method": "textDocument/didClose", "params": WHOLE}),
        frame({"method": "textDocument/didOpen", "params": WHOLE}), frame({"method": "textDocument/didOpen", "params": WHOLE}),
        frame({"method": "textDocument/didChange", "params": edit}), frame({"id": "q", **pull}), wait_for="q",
        capabilities={"textDocument": {"diagnostic": {}, "hover": None}, "window": None, "general": {"positionEncodings": None}})
    # A lone CR ends a line.
    assert [mark["range"]["start"] for mark in answer(found, "q")["result"]["items"]] == [{"line": 2, "character": 5}]
    assert any(message.get("method") == "window/logMessage" and "not open" in message["params"]["message"] for message in found)
    assert status == 0


def test_a_text_that_is_too_large_is_said():
    text = "Some 640 homes were flooded.\n" * (100_000_000 // 29)
    opening = {"textDocument": {"uri": "untitled:large", "languageId": "plaintext", "version": 1, "text": text}}
    found, status = serve(
        frame({"method": "textDocument/didOpen", "params": opening}),
        frame({"id": 1, "method": "textDocument/hover", "params": {"textDocument": {"uri": "untitled:large"}, "position": {"line": 0, "character": 6}}}))
    shown = [message["params"]["message"] for message in found if message.get("method") == "window/showMessage"]
    assert len(shown) == 1 and "is not checked" in shown[0] and "untitled:large" in shown[0]
    assert answer(found, 1)["result"] is None and status == 0


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_the_input_may_end_anywhere(share):
    stream = frame({"id": 1, "method": "initialize", "params": {"capabilities": {}}}) + frame({"method": "textDocument/didOpen", "params": WHOLE})
    done = subprocess.run(
        [os.environ["HEARSAY"], "server"], input=stream[: int(len(stream) * share)], capture_output=True, timeout=60, check=False)
    assert done.returncode == 0
    messages(done.stdout)
