"""Drafts and what is expected of them."""
import json
import os
from dataclasses import dataclass, field


@dataclass
class Mark:
    rules: list[str]
    line: int
    text: str


@dataclass
class Draft:
    name: str
    text: str
    marks: list[Mark]
    # Whether nothing else may be marked.
    is_complete: bool
    hovers: list[dict] = field(default_factory=list)
    fixes: list[dict] = field(default_factory=list)


def read(path: str, expectations: str) -> Draft:
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    with open(expectations, encoding="utf-8") as file:
        value = json.load(file)
    name = os.path.basename(path)
    if value.get("schema") == "hearsay-gold/1":
        marks = [
            Mark([mark["rule"], *mark["alternatives"]], mark["range"]["start"]["line"], mark["text"])
            for mark in value["diagnostics"]
            if mark["required"]
        ]
        return Draft(name, text, marks, is_complete=False)
    marks = [Mark([mark["rule"]], mark["line"], mark["text"]) for mark in value["findings"]]
    return Draft(name, text, marks, True, value["hovers"], value["fixes"])


def load_drafts(pairs: list[str]) -> list[Draft]:
    """Reads pairs of a draft and its expectations, "DRAFT=EXPECTATIONS"."""
    return [read(*pair.split("=", 1)) for pair in pairs]
