"""Drawings of a draft's sources: their schema, and that the tools they are for read them, whatever stands in names."""

import json
import re
import shutil
import subprocess
import xml.etree.ElementTree

import pytest
from conftest import PACKAGE

RELAYED = "The Dorn Ledger cites the Vale Post. The Vale Post cites the Dorn Ledger. It is believed that the ferry sank.\n"
HOSTILE = 'The “\\"]; -> --> <b>&amp;#quot;{{|}}`end`” Council said the lock was shut. “Our poll shows that it leaks,” Ida Holt said.\n'


def test_graphs_of_small_drafts(hearsay, validator):
    for text in (RELAYED, HOSTILE, ""):
        done = hearsay("chain", "--format", "json", "-", text=text)
        assert done.returncode == 0, done.stderr
        graph = json.loads(done.stdout)
        validator("chain").validate(graph)
        ids = [node["id"] for node in graph["nodes"]]
        assert ids[0] == "draft" and len(set(ids)) == len(ids)
        assert all(edge[end] in ids for edge in graph["edges"] for end in ("from", "to"))
        for node in graph["nodes"]:
            for words in node["mentions"]:
                assert text.encode()[words["start"] : words["end"]].decode() == words["text"]


def test_circles_and_missing_parties_are_told(hearsay):
    graph = json.loads(hearsay("chain", "--format", "json", "-", text=RELAYED).stdout)
    assert sum(edge["circular"] for edge in graph["edges"]) == 2
    assert any(edge["from"] == "draft" and edge["to"] == "unknown" for edge in graph["edges"])


def test_picture_of_the_readme_is_of_today(hearsay, tmp_path):
    clients = PACKAGE / "EditorClients"
    shutil.copy(clients / "demo.md", tmp_path)
    done = hearsay("chain", "--format", "svg", "demo.md")
    assert done.stdout.decode() == (clients / "demo-chain.svg").read_text(), "write EditorClients/demo-chain.svg anew"


def test_graphs_of_annotated_drafts(hearsay, validator, gold):
    for path in sorted(gold.glob("*.md")):
        done = hearsay("chain", "--format", "json", path)
        assert done.returncode == 0, done.stderr
        validator("chain").validate(json.loads(done.stdout))


@pytest.mark.parametrize("text", [RELAYED, HOSTILE, ""])
def test_graphviz_reads_the_drawing(hearsay, text):
    dot = shutil.which("dot")
    if dot is None:
        pytest.skip("there is no Graphviz")
    done = hearsay("chain", "--format", "dot", "-", text=text)
    drawn = subprocess.run([dot, "-Tsvg"], input=done.stdout, capture_output=True, timeout=60, check=False)
    assert drawn.returncode == 0 and drawn.stderr == b"", drawn.stderr.decode()
    nodes = len(json.loads(hearsay("chain", "--format", "json", "-", text=text).stdout)["nodes"])
    assert drawn.stdout.count(b'class="node"') == nodes


@pytest.mark.parametrize("text", [RELAYED, HOSTILE, ""])
def test_mermaid_has_nothing_but_its_own_marks(hearsay, text):
    """Every line is one node or one arrow, and labels hold no mark that Mermaid reads."""
    lines = hearsay("chain", "-", text=text).stdout.decode().splitlines()
    assert lines[0] == "flowchart LR"
    name = r"(draft|unknown|s[0-9]+)"
    label = r"([^\x00-\x7f]|[A-Za-z0-9 ,.()'-]|#[0-9]+;)+"
    node = re.compile(rf'  {name}(\(\["{label}"\]\)|\{{\{{"{label}"\}}\}}|\["{label}"\]|\[/"{label}"/\])')
    arrow = re.compile(rf'  {name} (-->|-\. "in a circle" \.->) {name}')
    for line in lines[1:]:
        assert node.fullmatch(line) or arrow.fullmatch(line), line


@pytest.mark.parametrize("text", [RELAYED, HOSTILE, ""])
def test_the_picture_is_well_formed_and_says_what_it_shows(hearsay, text):
    done = hearsay("chain", "--format", "svg", "-", text=text)
    assert done.returncode == 0, done.stderr
    picture = xml.etree.ElementTree.fromstring(done.stdout)
    names = {element.tag.split("}")[1] for element in picture.iter()}
    assert names <= {"svg", "title", "desc", "style", "rect", "g", "path", "text"}
    assert not any(name.startswith("on") or "href" in name for element in picture.iter() for name in element.attrib)
    nodes = json.loads(hearsay("chain", "--format", "json", "-", text=text).stdout)["nodes"]
    boxes = [group for group in picture.iter() if group.tag.endswith("}g") and group.get("font-size") is None]
    assert len(boxes) == len(nodes)
    assert picture.find("{http://www.w3.org/2000/svg}desc").text
