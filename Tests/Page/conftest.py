"""What the tests of the page share: the program, a browser, and pages that note whatever they should not do."""

import json
import os
import pathlib
import subprocess

import pytest
from playwright.sync_api import sync_playwright

DRAFTS = pathlib.Path(__file__).resolve().parent / "drafts"
SHARED = pathlib.Path(__file__).resolve().parents[3] / "shared"
FERRY = DRAFTS / "ferry.md"


def hearsay(*arguments, text=None, folder=DRAFTS):
    return subprocess.run(
        [os.environ["HEARSAY"], *map(str, arguments)],
        input=text, capture_output=True, cwd=folder, timeout=120, check=False)


def findings(*drafts, folder=DRAFTS):
    """What `hearsay lint` reports, as one list."""
    done = hearsay("lint", "--format", "json", *drafts, folder=folder)
    return [finding for file in json.loads(done.stdout)["files"] for finding in file["findings"]]


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ["CHROMIUM"], args=["--no-sandbox"] if os.geteuid() == 0 else [])
        yield browser
        browser.close()


class Opened:
    """A page, with everything that it asked for and complained about."""

    def __init__(self, browser, path, **options):
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.requests, self.complaints = [], []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.complaints.append("dialog " + dialog.message), dialog.dismiss()))
        self.page.goto(path.as_uri())


@pytest.fixture
def open_report(browser, tmp_path):
    """Writes the page of drafts and opens it; afterwards nothing may have been loaded, run or complained about."""
    opened = []

    def open_one(*drafts, folder=DRAFTS, **options):
        path = tmp_path / f"report{len(opened)}.html"
        done = hearsay("report", *drafts, "--output", path, folder=folder)
        assert done.returncode == 0, done.stderr.decode()
        opened.append(Opened(browser, path, **options))
        keep_picture(opened[-1].page, drafts, options)
        return opened[-1].page

    yield open_one
    for one in opened:
        assert [url for url in one.requests if not url.startswith(tmp_path.as_uri())] == []
        assert one.complaints == []
        one.context.close()


def keep_picture(page, drafts, options):
    folder = os.environ.get("HEARSAY_SCREENSHOTS")
    if folder:
        width = options.get("viewport", {}).get("width", 1280)
        name = f"{pathlib.Path(drafts[0]).stem}-{width}-{options.get('color_scheme', 'light')}.png"
        page.screenshot(path=pathlib.Path(folder) / name)
