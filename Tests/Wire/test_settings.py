"""The schema that editors check settings with, and the program, agree on what is right and what is wrong."""

import json
import pathlib
import re

import jsonschema
import pytest

PACKAGE = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture
def schema(protocol):
    schema = json.loads((protocol / "settings.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def findings(hearsay, tmp_path, text):
    (tmp_path / ".hearsay.jsonc").write_text(text)
    (tmp_path / "draft.md").write_text("It rained.\n")
    done = hearsay("lint", "--format", "json", "draft.md")
    report = json.loads(done.stdout)
    return [finding["rule"] for file in report["files"] for finding in file["findings"]]


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"$schema": "x", "rules": {"HS1": "off", "vague-source": "hint"}, "scope": "sentence"},
        {"ownPublications": ["A"], "primarySources": ["B"], "vaguePhrases": ["c"], "include": ["**"], "exclude": ["d/*"]},
        {"acronyms": {"OBS": "Marsh Observer"}},
        {"quotes": "sv", "personsPerDay": 0.5},
    ],
)
def test_what_is_right(hearsay, tmp_path, schema, settings):
    schema.validate(settings)
    assert findings(hearsay, tmp_path, json.dumps(settings)) == []


@pytest.mark.parametrize(
    "settings",
    [
        [],
        {"scop": "sentence"},
        {"scope": "page"},
        {"scope": None},
        {"rules": {"HS101": "loud"}},
        {"rules": []},
        {"acronyms": ["OBS"]},
        {"acronyms": {"OBS": " "}},
        {"ownPublications": "A"},
        {"exclude": [1]},
        {"exclude": [" "]},
        {"exclude": ["a" * 1001]},
        {"quotes": "xx"},
        {"personsPerDay": 0},
        {"personsPerDay": "1"},
        {"$schema": 1},
    ],
)
def test_what_is_wrong(hearsay, tmp_path, schema, settings):
    assert not schema.is_valid(settings)
    assert set(findings(hearsay, tmp_path, json.dumps(settings))) == {"HS901"}


def test_the_example_for_readers(hearsay, tmp_path, schema):
    text = re.search(r"```jsonc\n(.*?)```", (PACKAGE / "README.md").read_text(), re.DOTALL).group(1)
    assert findings(hearsay, tmp_path, text) == []
    bare = re.sub(r",(\s*[}\]])", r"\1", re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))
    schema.validate(json.loads(bare))
    assert set(json.loads(bare)) | {"$schema"} == set(schema.schema["properties"])
