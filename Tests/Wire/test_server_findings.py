"""One analysis, two faces: what the server says of a folder is what the command says of it, ledger and settings included."""

import json
import os
import shutil

import pytest

from language_client import LanguageClient

LEDGER = {
    "sources": [
        {"id": "locks", "publisher": "Lock Guild", "file": "saved/locks.txt", "kind": "primary"},
        {"id": "tolls", "publisher": "Canal Trust", "publsher": "x", "accessed": "2031-02-30",
         "figures": [{"value": 9400, "what": "crossings"}], "derivedFrom": [{"source": "lokcs"}]},
    ]
}
DRAFTS = {
    "wrong.md": "The guild lost 46 barges [@locks].\n\nSome 640 homes were flooded é🙂. Experts say it rained.\n",
    "keys.txt": "The keepers own 48 pumps {src:lockz}. Some 9,400 crossings were made.\n",
    "deep/calm.org": "It rained all day.\n",
}


def by_place(findings):
    return sorted(findings, key=lambda finding: json.dumps(finding, sort_keys=True))


# What drafts say against one another comes when the others are open or read: test_workspace.py.
ACROSS = "HS6"


def of_command(hearsay, *paths):
    report = json.loads(hearsay("lint", "--format", "json", "--quiet", "--ignore", ACROSS, *paths).stdout)
    return {
        file["path"]: by_place(
            [(f["rule"], f["severity"], f["message"], f["line"] - 1, f["column"] - 1) for f in file["findings"]])
        for file in report["files"]
    }


def of_server(diagnostics):
    severities = {1: "error", 2: "warning", 3: "information", 4: "hint"}
    return by_place(
        [(d["code"], severities[d["severity"]], d["message"], d["range"]["start"]["line"],
          d["range"]["start"]["character"]) for d in diagnostics if not d["code"].startswith(ACROSS)])


def hold_against_each_other(hearsay, folder, drafts):
    expected = of_command(hearsay, *drafts)
    with LanguageClient(os.environ["HEARSAY"], folder, {"textDocument": {"publishDiagnostics": {}}}) as client:
        for name in drafts:
            found = of_server(client.open(folder / name, "plaintext"))
            assert found == expected[str(name)], name
        # What is wrong in ledgers and settings comes by itself, whenever it was read.
        others = {name: findings for name, findings in expected.items() if name not in map(str, drafts)}
        for name, findings in others.items():
            while of_server(client.published.get((folder / name).as_uri(), [])) != findings:
                client.receive()
    return expected


def test_a_folder_with_ledger_and_settings(hearsay, tmp_path):
    for name, text in DRAFTS.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved/locks.txt").write_text("Lock keepers' log\n\nThe guild lost 64 barges.\n")
    (tmp_path / "hearsay.sources.jsonc").write_text(json.dumps(LEDGER, indent=2))
    (tmp_path / ".hearsay.jsonc").write_text('{ "rules": { "HS203": "off" }, "scop": 1 }')
    expected = hold_against_each_other(hearsay, tmp_path, list(DRAFTS))
    rules = {finding[0] for findings in expected.values() for finding in findings}
    assert {"HS101", "HS501", "HS502", "HS901", "HS902"} <= rules and "HS203" not in rules


def test_the_reference_folders(hearsay, gold, tmp_path):
    folders = [path for path in (gold / "workspaces").iterdir() if any(path.glob("hearsay.sources.jsonc"))]
    if not folders:
        pytest.skip("no reference folder has a ledger")
    for number, folder in enumerate(sorted(folders)):
        copy = tmp_path / str(number)
        shutil.copytree(folder, copy)
        drafts = [path.relative_to(tmp_path) for path in sorted(copy.rglob("*")) if path.suffix in (".md", ".txt")]
        hold_against_each_other(hearsay, tmp_path, drafts)
