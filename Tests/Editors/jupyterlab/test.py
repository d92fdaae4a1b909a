#!/usr/bin/env python3
"""Drives JupyterLab in a headless Chromium with the configuration as it is shipped: marks, what is shown under the mouse, a name that is renamed, a notebook.

HEARSAY_PROGRAM names the program, CHROMIUM the browser. Runs in a Python environment with what requirements.txt names. Exits 1 where something failed.
"""
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

from playwright.sync_api import Error, sync_playwright

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from session import CLIENTS, Session

EDITOR, CELL = ".jp-FileEditor", ".jp-MarkdownCell"


class Laboratory:
    """A server of JupyterLab with a home of its own; starts and ends with `with`."""

    def __init__(self, session):
        self.folder = session.folder / "lab"
        self.root = self.folder / "drafts"
        home, settings = self.folder / "home", self.folder / "home/.jupyter/jupyter_server_config.d"
        for folder in (self.root, settings):
            folder.mkdir(parents=True)
        shutil.copy(CLIENTS / "jupyterlab/hearsay.json", settings)
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "XDG_"))}
        self.environment = {**kept, "HOME": str(home), "JUPYTER_PREFER_ENV_PATH": "0", "PATH": f"{session.programs}:{kept['PATH']}"}
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"

    def __enter__(self):
        self.process = subprocess.Popen(
            [pathlib.Path(sys.executable).with_name("jupyter"), "lab", "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={self.port}",
             "--ServerApp.port_retries=0", "--IdentityProvider.token=", "--LabApp.news_url=None"],
            cwd=self.root, env=self.environment, stdin=subprocess.DEVNULL, stdout=open(self.folder / "log", "wb"), stderr=subprocess.STDOUT)
        end = time.monotonic() + 60
        while time.monotonic() < end:
            try:
                urllib.request.urlopen(f"{self.address}/api", timeout=5).close()
                return self
            except OSError:
                time.sleep(0.2)
        raise TimeoutError((self.folder / "log").read_text())

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(30)


def wait(holds, seconds=15):
    end = time.monotonic() + seconds
    while not holds() and time.monotonic() < end:
        time.sleep(0.2)
    return holds()


def notebook(text):
    """A notebook of Python with the draft in a cell of Markdown."""
    code = {"cell_type": "code", "id": "code", "metadata": {}, "execution_count": None, "outputs": [], "source": "gulls = 4200"}
    prose = {"cell_type": "markdown", "id": "draft", "metadata": {}, "source": text}
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    language = {"name": "python", "mimetype": "text/x-python", "file_extension": ".py", "codemirror_mode": {"name": "ipython", "version": 3}}
    return json.dumps({"cells": [code, prose], "metadata": {"kernelspec": kernel, "language_info": language}, "nbformat": 4, "nbformat_minor": 5})


def screenshot(page, name):
    if folder := os.environ.get("HEARSAY_SCREENSHOTS"):
        page.screenshot(path=os.path.join(folder, name))


def marks(page, root):
    """The marks in an editor, as soon as there are some."""
    try:
        page.wait_for_selector(f"{root} .cm-lintRange", timeout=40000)
    except Error:
        return []
    page.wait_for_timeout(1000)
    return page.evaluate("root => hearsay.marks(root)", root)


def open_draft(page, laboratory):
    page.goto(f"{laboratory.address}/lab/tree/harbour.md?reset&factory=Editor", wait_until="domcontentloaded")
    page.wait_for_selector(f"{EDITOR} .cm-line", timeout=90000)
    return marks(page, EDITOR)


def open_notebook(page, laboratory):
    """Begins to edit the cell. Until something is typed, a notebook that has just been opened is not looked at."""
    page.goto(f"{laboratory.address}/lab/tree/harbour.ipynb?reset", wait_until="domcontentloaded")
    page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status=idle]", timeout=90000)
    page.locator(CELL).click()
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{CELL} .cm-line", timeout=10000)
    page.wait_for_timeout(2000)
    page.locator(f"{CELL} .cm-line").last.click()
    page.keyboard.type("x")
    page.keyboard.press("Backspace")
    return marks(page, CELL)


def come_to(page, root, words):
    """Moves the mouse over these words, as a hand does: from elsewhere, in steps."""
    place = page.evaluate("([root, words]) => hearsay.place(root, words)", [root, words])
    page.mouse.move(place["x"] + 300, place["y"] + 300)
    page.mouse.move(place["x"], place["y"], steps=5)
    return place


def check_hovers(session, page):
    come_to(page, EDITOR, "4,200")
    try:
        said = page.locator(".cm-tooltip-lint").first.inner_text(timeout=10000)
    except Error:
        said = ""
    session.check("No source is given for" in said, f"under the mouse a mark says what is wrong: {said!r}")
    hover = next(one for one in session.expected["hovers"] if one["at"] == "310")
    page.keyboard.down("Control")
    come_to(page, EDITOR, "310")
    try:
        # It is filled after it has opened.
        said = " ".join(page.locator(".lsp-tooltip", has_text="attributed").inner_text(timeout=15000).split())
    except Error:
        said = ""
    screenshot(page, "jupyterlab-hover.png")
    page.keyboard.up("Control")
    session.check(all(one in said for one in hover["says"]), f"with Control a figure says who answers for it: {said!r}")


def check_rename(session, page, draft):
    place = come_to(page, EDITOR, "Ellery Courier")
    page.mouse.click(place["x"], place["y"], button="right")
    try:
        page.get_by_text("Rename symbol").click(timeout=10000)
        field = page.locator(".jp-Dialog input")
        field.wait_for(timeout=10000)
    except Error:
        session.check(False, "a name can be given")
        return
    # What stands there is the client's guess, the whole paragraph: it does not ask the server.
    field.fill("the Ellery Gazette")
    page.keyboard.press("Enter")
    page.wait_for_timeout(2000)
    page.locator(f"{EDITOR} .cm-content").press("Control+s")
    # The client leaves out the last line end with every edit of the server's.
    wanted = session.text.rstrip("\n").replace("the Ellery Courier", "the Ellery Gazette")
    screenshot(page, "jupyterlab-rename.png")
    session.check(wait(lambda: draft.read_text(encoding="utf-8") == wanted), "a new name stands in the saved file, which is the same else")


def main():
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        session = Session(folder, "jupyterlab")
        with Laboratory(session) as laboratory, sync_playwright() as driver:
            draft = laboratory.root / "harbour.md"
            shutil.copy(session.draft, draft)
            (laboratory.root / "harbour.ipynb").write_text(notebook(session.text), encoding="utf-8")
            browser = driver.chromium.launch(executable_path=os.environ["CHROMIUM"], args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1500, "height": 700})
            page.add_init_script(path=HERE / "places.js")
            wanted = [{"line": one["line"], "text": one["text"]} for one in session.expected["findings"]]
            found = open_draft(page, laboratory)
            if session.check(found, "starts the server, and findings arrive"):
                session.check(found == wanted, f"marks lie on their words: {[one['text'] for one in found]}")
                screenshot(page, "jupyterlab-marks.png")
                check_hovers(session, page)
                check_rename(session, page, draft)
            found = open_notebook(page, laboratory)
            session.check(found == wanted, f"so they do in a cell of a notebook: {[one['text'] for one in found]}")
            screenshot(page, "jupyterlab-notebook.png")
            browser.close()
        return session.close()


if __name__ == "__main__":
    sys.exit(bool(main()))
