"""What every test of the built program needs: the program, the package, and the folder of reference drafts."""

import json
import os
import pathlib
import subprocess

import jsonschema
import pytest

PACKAGE = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def protocol():
    """The folder of the machine-readable contract."""
    return PACKAGE / "Protocol"


@pytest.fixture(scope="session")
def gold():
    """Annotated drafts, which are not part of the package; tests that need them are skipped where they are absent."""
    folder = PACKAGE.parent / "shared" / "gold"
    if not folder.is_dir():
        pytest.skip("there is no ../shared/gold")
    return folder


@pytest.fixture
def hearsay(tmp_path):
    """Runs the program in an empty folder of its own, where the test may write drafts."""

    def run(*arguments, text=""):
        return subprocess.run(
            [os.environ["HEARSAY"], *map(str, arguments)],
            input=text.encode(), capture_output=True, cwd=tmp_path, timeout=120, check=False)

    return run


def closed(schema):
    """The schema with every object closed: clients allow members that they do not know, this test does not."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    result = {key: closed(value) for key, value in schema.items()}
    if "properties" in schema and schema.get("type") == "object":
        result["additionalProperties"] = False
    return result


@pytest.fixture(scope="session")
def validator(protocol):
    def load(name):
        schema = json.loads((protocol / f"{name}.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        return jsonschema.Draft202012Validator(closed(schema))

    return load
