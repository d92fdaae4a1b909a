"""Requests that stand behind no mark: each answered, in the words of the draft, to clients that ask for it."""
import asyncio

import pytest
from conftest import TIMEOUT, Editor
from lsprotocol import types


@pytest.fixture
def harbour_path(harbour):
    return f"file:///drafts/{harbour.name}"


async def ask(client, method, params):
    return await asyncio.wait_for(client.protocol.send_request_async(method, params), TIMEOUT)


async def test_commands_of_the_lenses_can_be_run(client, editor: Editor):
    lenses = await ask(client, types.TEXT_DOCUMENT_CODE_LENS, types.CodeLensParams(editor.document))
    commands = [lens.command for lens in lenses if lens.command.command]
    assert [command.command for command in commands][:1] == ["hearsay.showUnsupported"]
    for command in commands:
        params = types.ExecuteCommandParams(command.command, command.arguments)
        assert await ask(client, types.WORKSPACE_EXECUTE_COMMAND, params) is None
    shows = client.capabilities.window.show_document
    if shows and shows.support:
        assert client.shown[0].uri == editor.document.uri
        assert editor.words(client.shown[0].selection).startswith("4,200")
    else:
        assert "4,200" in client.messages[0].message


async def test_the_chain_of_a_draft_can_be_asked_for(client, editor, harbour_path):
    answer = await ask(client, "hearsay/chain", {"uri": harbour_path})
    assert answer.mermaid.startswith("flowchart") and answer.graph.nodes
