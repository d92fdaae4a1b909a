"""Published posts in Markdown that stand beside a checkout: no finding begins or ends in what is no prose."""

import json
import os
import re
import subprocess

import pytest

from conftest import PACKAGE

POSTS = PACKAGE.parent / "shared" / "data" / "corpora" / "18f-blog-md"
# Found by a plain search, not by the reader under test.
OPAQUE = [
    re.compile(pattern, re.MULTILINE | re.DOTALL)
    for pattern in [
        rb"\A---\n.*?\n---$", rb"^```.*?^```", rb"`[^`\n]+`", rb"\]\([^()\s]+\)", rb"\{%.*?%\}", rb"\{\{.*?\}\}",
        rb"https?://[^\s)>\]\"]+",
    ]
]


@pytest.mark.skipif(not POSTS.is_dir(), reason="there is no ../shared/data/corpora")
def test_findings_are_in_prose():
    run = subprocess.run(
        [os.environ["HEARSAY"], "lint", "--format", "json", "--no-settings", "--fail-on", "never", POSTS.name],
        cwd=POSTS.parent, capture_output=True, timeout=300, check=True)
    files = json.loads(run.stdout)["files"]
    assert len(files) > 400
    for file in files:
        if not file["findings"]:
            continue
        text = (POSTS.parent / file["path"]).read_bytes()
        opaque = [match.span() for pattern in OPAQUE for match in pattern.finditer(text)]
        for finding in file["findings"]:
            start, end = finding["start"], finding["end"]
            inside = [part for part in opaque if part[0] < end and start < part[1] and not start <= part[0] < end]
            assert not inside, f"{file['path']}: {finding['rule']} at {text[start:end]!r}"
