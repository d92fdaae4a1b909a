"""A client of the language server that speaks just enough of the protocol to see its findings."""

import json
import subprocess


class LanguageClient:
    """A server of its own, which ends with the `with` statement."""

    def __init__(self, program, folder, capabilities, folders=None):
        self.process = subprocess.Popen(
            [program, "server", "--position-encoding", "utf-32"], cwd=folder, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE)
        self.last_id = 0
        self.published = {}
        self.parts = []
        self.asked = []
        self.capabilities = capabilities
        self.folders = [{"uri": folder.as_uri(), "name": folder.name} for folder in folders or []]

    def __enter__(self):
        self.request("initialize", {
            "processId": None, "rootUri": None, "capabilities": self.capabilities, "workspaceFolders": self.folders})
        self.notify("initialized", {})
        return self

    def __exit__(self, *error):
        self.request("shutdown", None)
        self.notify("exit", None)
        self.process.communicate(timeout=20)
        assert self.process.returncode == 0

    def request(self, method, params):
        self.last_id += 1
        self.send({"id": self.last_id, "method": method, "params": params})
        while True:
            message = self.receive()
            if message.get("id") == self.last_id and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def notify(self, method, params):
        self.send({"method": method, "params": params})

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **{k: v for k, v in message.items() if v is not None}}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def receive(self):
        length = 0
        while line := self.process.stdout.readline().strip():
            name, value = line.split(b":")
            if name.lower() == b"content-length":
                length = int(value)
        message = json.loads(self.process.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self.published[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "$/progress":
            self.parts.append(message["params"])
        elif "id" in message and "method" in message:
            self.asked.append(message["method"])
            self.send({"id": message["id"], "result": []})
        return message

    def open(self, path, language="markdown"):
        """Opens a file and waits for its findings."""
        uri = path.as_uri()
        text = path.read_bytes().decode()
        item = {"uri": uri, "languageId": language, "version": 1, "text": text}
        self.published.pop(uri, None)
        self.notify("textDocument/didOpen", {"textDocument": item})
        while uri not in self.published:
            self.receive()
        return self.published[uri]
