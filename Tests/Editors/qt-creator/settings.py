#!/usr/bin/env python3
"""Writes and reads the form in which Qt Creator keeps its language servers: one value of QSettings, a list of maps as QDataStream 4.0 lays it out.

usage: settings.py        prints EditorClients/qt-creator/QtCreator.ini
"""
import re
import struct

# What one fills in under Edit > Preferences > Language Client > Add > Generic StdIO Language Server.
HEARSAY = {
    "typeId": "LanguageClient::StdIOSettingsID",
    "name": "Hearsay",
    "id": "{8d1f6a52-53c7-4e0e-9a3e-7d2f6c1b9e40}",
    "enabled": True,
    "startupBehavior": 1,  # RequiresFile: where a file of these types is open
    "mimeType": ["text/markdown", "text/plain", "text/html", "text/x-tex", "text/x-rst", "text/asciidoc"],
    "filePattern": ["*.md", "*.markdown", "*.mdx", "*.txt", "*.html", "*.htm", "*.xhtml", "*.tex", "*.latex", "*.adoc", "*.asciidoc", "*.rst", "*.org"],
    "initializationOptions": "",
    "configuration": "",
    "executable": "hearsay",
    "arguments": "server",
}
BOOL, INT, MAP, LIST, STRING, STRINGS = 1, 2, 8, 9, 10, 11


def number(value):
    return struct.pack(">I", value)


def text(value):
    data = value.encode("utf-16-be")
    return number(len(data)) + data


def variant(value):
    if isinstance(value, bool):
        return number(BOOL) + bytes([value])
    if isinstance(value, int):
        return number(INT) + number(value)
    if isinstance(value, str):
        return number(STRING) + text(value)
    if isinstance(value, dict):
        return number(MAP) + number(len(value)) + b"".join(text(key) + variant(part) for key, part in value.items())
    if all(isinstance(part, str) for part in value):
        return number(STRINGS) + number(len(value)) + b"".join(map(text, value))
    return number(LIST) + number(len(value)) + b"".join(map(variant, value))


class Reader:
    """Reads what `variant` wrote."""

    def __init__(self, data):
        self.data = data

    def take(self, count):
        piece, self.data = self.data[:count], self.data[count:]
        assert len(piece) == count
        return piece

    def number(self):
        return struct.unpack(">I", self.take(4))[0]

    def text(self):
        return self.take(self.number()).decode("utf-16-be")

    def variant(self):
        kind = self.number()
        if kind == BOOL:
            return self.take(1) == b"\1"
        if kind == INT:
            return self.number()
        if kind == STRING:
            return self.text()
        if kind == STRINGS:
            return [self.text() for _ in range(self.number())]
        if kind == MAP:
            return {self.text(): self.variant() for _ in range(self.number())}
        assert kind == LIST, kind
        return [self.variant() for _ in range(self.number())]


def file_text(servers):
    """The settings file that holds these servers and nothing else."""
    value = "".join(f"\\x{byte:x}" for byte in variant(servers))
    return f'[LanguageClient]\ntypedClients="@Variant({value})"\n'


def servers(file_text):
    """The servers that a settings file of this form holds."""
    value = re.fullmatch(r'\[LanguageClient\]\ntypedClients="@Variant\(((?:\\x[0-9a-f]{1,2})*)\)"\n', file_text)[1]
    reader = Reader(bytes(int(byte, 16) for byte in value.split("\\x")[1:]))
    found = reader.variant()
    assert not reader.data
    return found


if __name__ == "__main__":
    print(file_text([HEARSAY]), end="")
