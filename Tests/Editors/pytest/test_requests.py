"""Every request that stands behind no mark, answered in the words of the draft; marks, hovers and fixes are in test_editors.py."""
import asyncio
import json
import pathlib

import pytest
from conftest import TIMEOUT, Editor
from drafts import Draft
from lsprotocol import types

LEDGER = {
    "sources": [
        {"id": "gulls", "title": "Count of gulls", "publisher": "Gull Desk", "url": "https://desk.example/gulls",
         "file": "saved/gulls.txt"},
    ]
}
KEYED = "The desk counted 4,100 gulls 🦑 [@gulls]. It has 12 chairs [@gulls].\n"


async def ask(client, method, params):
    return await asyncio.wait_for(client.protocol.send_request_async(method, params), TIMEOUT)


def at(editor: Editor, words: str) -> dict:
    return {"text_document": editor.document, "position": editor.range(words).start}


@pytest.fixture
def desk(client, tmp_path):
    """A draft beside a ledger, in a folder of its own."""
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved/gulls.txt").write_text("A log\n\nThe desk counted 4,200 gulls.\n")
    (tmp_path / "hearsay.sources.jsonc").write_text(json.dumps(LEDGER, indent=2))
    (tmp_path / "other.md").write_text("Some left at dawn [@gulls].\n")
    editor = Editor(client, Draft(str(tmp_path / "draft.md").lstrip("/"), KEYED, [], True), uri=f"file://{tmp_path}/draft.md")
    editor.folder = tmp_path
    return editor


@pytest.mark.columns
async def test_names_lead_to_their_places(client, editor):
    found = await ask(client, "textDocument/definition", types.DefinitionParams(**at(editor, "The newspaper")))
    assert [editor.words(place.range) for place in found] == ["the Ellery Courier"]
    context = types.ReferenceContext(include_declaration=True)
    found = await ask(client, "textDocument/references", types.ReferenceParams(context=context, **at(editor, "The newspaper")))
    assert [editor.words(place.range) for place in found] == ["the Ellery Courier", "The newspaper"]
    found = await ask(
        client, "textDocument/documentHighlight", types.DocumentHighlightParams(**at(editor, "Ines Caldow")))
    assert "Ines Caldow" in " ".join(editor.words(place.range) for place in found)
    place = await ask(client, "textDocument/prepareRename", types.PrepareRenameParams(**at(editor, "Ines Caldow")))
    old = editor.words(place)
    edit = await ask(client, "textDocument/rename", types.RenameParams(new_name="Ada 🦉 Moss", **at(editor, "Ines Caldow")))
    before = editor.text
    editor.apply(edit)
    assert editor.text == before.replace(old, "Ada 🦉 Moss")


@pytest.mark.columns
async def test_the_outline_has_the_claims(client, editor):
    (heading,) = await ask(client, "textDocument/documentSymbol", types.DocumentSymbolParams(editor.document))
    assert heading.name == "Night on the quay 🎏"
    assert [editor.words(claim.range) for claim in heading.children] == ["4,200 gulls", "310 boats", "12 boats"]
    found = await ask(client, "workspace/symbol", types.WorkspaceSymbolParams("caldow"))
    assert ["Caldow" in editor.words(symbol.location.range) for symbol in found] == [True]
    params = types.SelectionRangeParams(editor.document, [editor.range("310").start])
    (selection,) = await ask(client, "textDocument/selectionRange", params)
    grown = []
    while selection:
        grown.append(editor.words(selection.range))
        selection = selection.parent
    assert grown[:2] == ["310", "310 boats"] and grown[-1] == editor.text


@pytest.mark.columns
async def test_a_chain_is_walked(client, editor):
    (figure,) = await ask(
        client, "textDocument/prepareCallHierarchy", types.CallHierarchyPrepareParams(**at(editor, "310")))
    (origin,) = await ask(client, "callHierarchy/outgoingCalls", types.CallHierarchyOutgoingCallsParams(figure))
    assert editor.words(origin.to.range) == "the Ellery Courier"
    takers = await ask(client, "callHierarchy/incomingCalls", types.CallHierarchyIncomingCallsParams(origin.to))
    assert "310 boats" in [taker.from_.name for taker in takers]
    graph = await ask(client, "hearsay/chain", {"uri": editor.document.uri})
    assert graph.mermaid.startswith("flowchart") and graph.graph.nodes


async def test_commands_of_the_lenses_can_be_run(client, editor):
    lenses = await ask(client, "textDocument/codeLens", types.CodeLensParams(editor.document))
    commands = [lens.command for lens in lenses if lens.command.command]
    assert [command.command for command in commands][:1] == ["hearsay.showUnsupported"]
    for command in commands:
        params = types.ExecuteCommandParams(command.command, command.arguments)
        assert await ask(client, "workspace/executeCommand", params) is None
    shows = client.capabilities.window.show_document
    if shows and shows.support:
        assert client.shown[0].uri == editor.document.uri
        assert editor.words(client.shown[0].selection).startswith("4,200")
    else:
        assert "4,200" in client.messages[0].message


async def test_tokens_follow_the_text(client, editor):
    params = types.SemanticTokensParams(editor.document)
    full = await ask(client, "textDocument/semanticTokens/full", params)
    assert "310" in words_of(editor, full.data)
    start = editor.range("“Quiet”").start
    editor.replace(types.Range(start, start), "Some 77 crabs 🦀 came. ")
    delta = await ask(
        client, "textDocument/semanticTokens/full/delta", types.SemanticTokensDeltaParams(editor.document, full.result_id))
    data = list(full.data)
    for edit in delta.edits:
        data[edit.start : edit.start + edit.delete_count] = edit.data or []
    assert words_of(editor, data)[:1] == ["77"] and "310" in words_of(editor, data)
    line = types.Range(types.Position(0, 0), types.Position(3, 0))
    part = await ask(
        client, "textDocument/semanticTokens/range", types.SemanticTokensRangeParams(editor.document, line))
    assert words_of(editor, part.data) == words_of(editor, data)[: len(part.data) // 5]
    # Switched off, as nobody has switched them on.
    hints = await ask(client, "textDocument/inlayHint", types.InlayHintParams(editor.document, line))
    assert hints is None


def words_of(editor: Editor, data: list[int]) -> list[str]:
    line, column, words = 0, 0, []
    for lines, columns, length, _, _ in zip(*[iter(data)] * 5):
        line, column = line + lines, columns if lines else column + columns
        words.append(editor.words(types.Range(types.Position(line, column), types.Position(line, column + length))))
    return words


@pytest.mark.columns
async def test_keys_lead_to_the_ledger_and_back(client, desk):
    ledger = (desk.folder / "hearsay.sources.jsonc").as_uri()
    (place,) = await ask(client, "textDocument/definition", types.DefinitionParams(**at(desk, "gulls]")))
    assert place.uri == ledger
    (copy,) = await ask(client, "textDocument/definition", types.DefinitionParams(**at(desk, "4,100")))
    assert copy.uri == (desk.folder / "saved/gulls.txt").as_uri()
    edit = await ask(client, "textDocument/rename", types.RenameParams(new_name="birds", **at(desk, "gulls]")))
    uris = [change.text_document.uri for change in edit.document_changes] if edit.document_changes else list(edit.changes)
    assert sorted(pathlib.PurePath(uri).name for uri in uris) == ["draft.md", "hearsay.sources.jsonc", "other.md"]
    links = await ask(client, "textDocument/documentLink", types.DocumentLinkParams(desk.document))
    assert [(desk.words(link.range), link.target) for link in links] == [("gulls", "https://desk.example/gulls")] * 2
    start = desk.range("It has").start
    desk.replace(types.Range(start, start), "See @gu")
    end = types.Position(start.line, start.character + 7)
    found = await ask(client, "textDocument/completion", types.CompletionParams(desk.document, end))
    assert [item.text_edit.new_text for item in found.items] == ["[@gulls]"]
    assert desk.words(found.items[0].text_edit.range) == "@gu"


async def test_a_figure_goes_into_the_ledger(client, desk):
    await desk.diagnostics()
    actions = await desk.actions(desk.range("12"), [])
    (action,) = [action for action in actions if action.title.startswith("Add “12”")]
    resolves = client.capabilities.text_document.code_action.resolve_support
    if resolves and "edit" in resolves.properties and client.capabilities.text_document.code_action.data_support:
        assert action.edit is None
        action = await ask(client, "codeAction/resolve", action)
    changes = action.edit.changes or {
        change.text_document.uri: change.edits for change in action.edit.document_changes}
    ((uri, edits),) = changes.items()
    assert uri == (desk.folder / "hearsay.sources.jsonc").as_uri() and '"value": 12' in edits[0].new_text


async def test_the_editors_settings_hold(client, editor):
    assert "HS101" in [mark.code for mark in await editor.diagnostics()]
    client.set_configuration({"hearsay": {"rules": {"HS101": "off"}}})
    client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings=None))
    while True:
        # Who asks has to ask again; who is pushed to is told.
        report = await asyncio.wait_for(editor._pulled() if editor.pulls else editor._pushed(), TIMEOUT)
        if "HS101" not in [mark.code for mark in report]:
            break
        await asyncio.sleep(0.02)
