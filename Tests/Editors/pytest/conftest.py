"""The server, spoken to with the recorded capabilities of three editors.

They differ where it matters: Neovim asks for diagnostics and counts columns in bytes, Emacs is pushed to and counts
scalars, Visual Studio Code is pushed to, names no encoding, so UTF-16 counts, and shows links.
"""
import asyncio
import json
import os

import pytest
import pytest_lsp
from lsprotocol import types
from pygls.protocol import default_converter
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

from drafts import Draft, load_drafts

COMMAND = json.loads(os.environ["HEARSAY_COMMAND"])
EXIT_FILE = COMMAND[COMMAND.index("--exit-file") + 1]
TIMEOUT = int(os.environ.get("HEARSAY_TIMEOUT", "10000")) / 1000
DRAFTS = load_drafts(os.environ["HEARSAY_DRAFTS"].split(":"))
EDITORS = {"neovim@0.11.0": "utf-8", "emacs@29.1": "utf-32", "visual_studio_code@1.65.2": "utf-16"}


def keep(client: LanguageClient, params: types.PublishDiagnosticsParams):
    client.published.put_nowait(params)


def register(client: LanguageClient, params: types.RegistrationParams):
    client.registered += params.registrations


def show(client: LanguageClient, params: types.ShowDocumentParams):
    client.shown.append(params)
    return types.ShowDocumentResult(success=True)


def refresh(client: LanguageClient, params: None):
    return None


def make_client() -> LanguageClient:
    """A client that keeps everything that is published, with its version, and what the server registers or shows."""
    client = LanguageClient(converter_factory=default_converter)
    client.published = asyncio.Queue()
    client.registered = []
    client.shown = []
    features = {
        types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: keep, types.CLIENT_REGISTER_CAPABILITY: register,
        types.WINDOW_SHOW_DOCUMENT: show,
        # What each editor says it can be told to ask for anew.
        types.WORKSPACE_SEMANTIC_TOKENS_REFRESH: refresh, types.WORKSPACE_CODE_LENS_REFRESH: refresh,
        types.WORKSPACE_INLAY_HINT_REFRESH: refresh, types.WORKSPACE_DIAGNOSTIC_REFRESH: refresh,
    }
    register_lsp_features(client, DEFAULT_CLIENT_FEATURES | features)
    return client


@pytest_lsp.fixture(
    config=ClientServerConfig(server_command=COMMAND, client_factory=make_client), params=list(EDITORS)
)
async def client(request, lsp_client: LanguageClient):
    capabilities = client_capabilities(request.param)
    answer = await lsp_client.initialize_session(
        types.InitializeParams(capabilities=capabilities, root_uri="file:///drafts")
    )
    assert answer.capabilities.position_encoding == EDITORS[request.param]
    lsp_client.encoding = EDITORS[request.param]
    yield
    await lsp_client.shutdown_session()
    if capabilities.text_document.diagnostic:
        assert lsp_client.published.empty(), "who asks for diagnostics is not pushed to"
    with open(EXIT_FILE, encoding="ascii") as file:
        assert file.read() == "0\n"


@pytest.fixture(params=DRAFTS, ids=lambda draft: draft.name)
def draft(request) -> Draft:
    return request.param


@pytest.fixture
def harbour() -> Draft:
    return next(draft for draft in DRAFTS if draft.name == "harbour.md")


@pytest.fixture
def editor(client: LanguageClient, harbour: Draft):
    return Editor(client, harbour)


class Editor:
    """An open draft as an editor holds it: its own copy of the text, changed together with the server's."""

    def __init__(self, client: LanguageClient, draft: Draft, language: str = "markdown", uri: str | None = None):
        self.client = client
        self.text = draft.text
        self.version = 1
        self.known = (0, [])
        self.document = types.TextDocumentIdentifier(uri=uri or f"file:///drafts/{draft.name}")
        self.pulls = client.capabilities.text_document.diagnostic is not None
        document = types.TextDocumentItem(self.document.uri, language, self.version, self.text)
        client.text_document_did_open(types.DidOpenTextDocumentParams(document))

    # Places

    def units(self, text: str) -> int:
        """The length of a text in the agreed unit of columns."""
        return {
            "utf-8": lambda: len(text.encode()),
            "utf-16": lambda: len(text.encode("utf-16-le")) // 2,
            "utf-32": lambda: len(text),
        }[self.client.encoding]()

    def position(self, offset: int) -> types.Position:
        before = self.text[:offset].split("\n")
        return types.Position(len(before) - 1, self.units(before[-1]))

    def offset(self, position: types.Position) -> int:
        lines = self.text.split("\n")
        assert position.line < len(lines)
        line = lines[position.line]
        columns = {self.units(line[:index]): index for index in range(len(line) + 1)}
        assert position.character in columns, f"{position} is inside a character, or behind the line"
        return sum(len(before) + 1 for before in lines[: position.line]) + columns[position.character]

    def words(self, range: types.Range) -> str:
        return self.text[self.offset(range.start) : self.offset(range.end)]

    def range(self, words: str) -> types.Range:
        start = self.text.index(words)
        return types.Range(self.position(start), self.position(start + len(words)))

    # Changes

    def replace(self, range: types.Range, words: str):
        self.text = self.text[: self.offset(range.start)] + words + self.text[self.offset(range.end) :]
        self._changed(types.TextDocumentContentChangePartial(range=range, text=words))

    def replace_all(self, text: str):
        self.text = text
        self._changed(types.TextDocumentContentChangeWholeDocument(text=text))

    def _changed(self, change):
        self.version += 1
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.version, self.document.uri), [change]
            )
        )

    def apply(self, edit: types.WorkspaceEdit):
        """Applies an edit of this draft, last change first so that places stay what they are."""
        if edit.document_changes:
            (change,) = edit.document_changes
            assert (change.text_document.uri, change.text_document.version) == (self.document.uri, self.version)
            edits = change.edits
        else:
            ((uri, edits),) = edit.changes.items()
            assert uri == self.document.uri
        for part in sorted(edits, key=lambda part: self.offset(part.range.start), reverse=True):
            self.replace(part.range, part.new_text)

    # Questions

    async def diagnostics(self) -> list[types.Diagnostic]:
        """The diagnostics of the text as it stands."""
        if self.known[0] != self.version:
            found = await asyncio.wait_for(self._pulled() if self.pulls else self._pushed(), TIMEOUT)
            self.known = (self.version, found)
        return self.known[1]

    async def _pulled(self):
        report = await self.client.text_document_diagnostic_async(types.DocumentDiagnosticParams(self.document))
        return report.items

    async def _pushed(self):
        while True:
            pushed = await self.client.published.get()
            if (pushed.uri, pushed.version) == (self.document.uri, self.version):
                return pushed.diagnostics

    async def marks(self) -> list[tuple[str, int, str]]:
        """The findings: rule, line and the words that they lie on."""
        return [(mark.code, mark.range.start.line, self.words(mark.range)) for mark in await self.diagnostics()]

    async def hover(self, position: types.Position) -> types.Hover:
        question = self.client.text_document_hover_async(types.HoverParams(self.document, position))
        return await asyncio.wait_for(question, TIMEOUT)

    async def actions(self, range: types.Range, diagnostics: list[types.Diagnostic]) -> list[types.CodeAction]:
        context = types.CodeActionContext(diagnostics=diagnostics)
        question = self.client.text_document_code_action_async(types.CodeActionParams(self.document, range, context))
        return await asyncio.wait_for(question, TIMEOUT)
