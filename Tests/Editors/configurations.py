"""Checks the configurations of editors that are not driven in CI: their syntax, the keys that each editor reads, and that they start the server."""
import json
import pathlib
import re
import sys
import tomllib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "qt-creator"))
import settings as qt_settings

CLIENTS = pathlib.Path(__file__).resolve().parents[2] / "EditorClients"
FORMATS = {"markdown", "plaintext", "html", "latex", "asciidoc", "restructuredtext", "org"}
START = ["hearsay", "server"]


def kate():
    servers = json.loads((CLIENTS / "kate/settings.json").read_text())["servers"]
    assert set(servers) == FORMATS
    for server in servers.values():
        assert set(server) == {"command", "highlightingModeRegex"} and server["command"] == START
        re.compile(server["highlightingModeRegex"])


def helix():
    value = tomllib.loads((CLIENTS / "helix/languages.toml").read_text())
    server = value["language-server"]["hearsay"]
    assert [server["command"], *server["args"]] == START
    for language in value["language"]:
        assert set(language) <= {"name", "language-servers", "scope", "file-types"} and "hearsay" in language["language-servers"]


def zed():
    settings = json.loads((CLIENTS / "zed/settings.json").read_text())
    binary = settings["lsp"]["hearsay"]["binary"]
    assert [binary["path"], *binary["arguments"]] == START
    assert all("hearsay" in language["language_servers"] for language in settings["languages"].values())
    manifest = tomllib.loads((CLIENTS / "zed/extension/extension.toml").read_text())
    assert {"id", "name", "version", "schema_version", "authors", "description", "repository"} <= set(manifest)
    server = manifest["language_servers"]["hearsay"]
    assert set(server["language_ids"].values()) == FORMATS and set(server["languages"]) == set(server["language_ids"])
    cargo = tomllib.loads((CLIENTS / "zed/extension/Cargo.toml").read_text())
    assert cargo["package"]["version"] == manifest["version"] and cargo["lib"]["crate-type"] == ["cdylib"]


def sublime_text():
    text = (CLIENTS / "sublime-text/LSP.sublime-settings").read_text()
    client = json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.M))["clients"]["hearsay"]
    assert set(client) == {"enabled", "command", "selector"} and client["command"] == START and client["enabled"] is True


def qt_creator():
    text = (CLIENTS / "qt-creator/QtCreator.ini").read_text()
    assert qt_settings.servers(text) == [qt_settings.HEARSAY], "made by Tests/Editors/qt-creator/settings.py"
    assert qt_settings.file_text([qt_settings.HEARSAY]) == text
    assert [qt_settings.HEARSAY["executable"], qt_settings.HEARSAY["arguments"]] == START
    page = (CLIENTS / "qt-creator/README.md").read_text()
    for key in ("mimeType", "filePattern"):
        assert all(f"{one}" in page for one in qt_settings.HEARSAY[key]), key


def jupyterlab():
    servers = json.loads((CLIENTS / "jupyterlab/hearsay.json").read_text())["LanguageServerManager"]["language_servers"]
    assert set(servers["hearsay"]) == {"version", "display_name", "argv", "languages", "mime_types"}
    assert servers["hearsay"]["version"] == 2 and servers["hearsay"]["argv"] == START


def every_folder_has_a_page():
    for folder in sorted(path for path in CLIENTS.iterdir() if path.is_dir()):
        text = (folder / "README.md").read_text()
        assert text.startswith("# Hearsay in "), folder


if __name__ == "__main__":
    failed = 0
    for check in (kate, helix, zed, sublime_text, qt_creator, jupyterlab, every_folder_has_a_page):
        try:
            check()
            print(f"ok   {check.__name__.replace('_', ' ')}: configuration")
        except (AssertionError, ValueError, KeyError) as error:
            failed = 1
            print(f"FAIL {check.__name__}: {error!r}")
    sys.exit(failed)
