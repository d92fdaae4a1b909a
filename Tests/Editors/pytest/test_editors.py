"""What an editor sees of a draft, in each unit of columns, pushed and asked for."""
import re

import pytest
from conftest import Editor
from lsprotocol import types


def in_plain_words(hover: types.Hover) -> str:
    return re.sub(r"\\([^\w\s])", r"\1", hover.contents.value.replace("**", ""))


@pytest.mark.columns
async def test_findings_lie_on_their_words(client, draft):
    editor = Editor(client, draft, "markdown" if draft.name.endswith(".md") else "plaintext")
    found = await editor.marks()
    for mark in draft.marks:
        assert any((rule, mark.line, mark.text) in found for rule in mark.rules), f"{mark} in {found}"
    assert not draft.is_complete or len(found) == len(draft.marks)


@pytest.mark.columns
async def test_line_breaks_of_another_system_change_nothing(editor, harbour):
    editor.replace_all(editor.text.replace("\n", "\r\n"))
    expected = [(mark.rules[0], mark.line, mark.text) for mark in harbour.marks]
    assert await editor.marks() == expected


async def test_an_editor_gets_what_it_can_show(client, editor):
    shows = client.capabilities.text_document.publish_diagnostics
    for diagnostic in await editor.diagnostics():
        assert diagnostic.source == "hearsay"
        assert bool(diagnostic.code_description) == bool(shows.code_description_support)
        if diagnostic.code_description:
            assert diagnostic.code_description.href.endswith("/" + diagnostic.code)
        if not shows.related_information:
            assert diagnostic.related_information is None
        for related in diagnostic.related_information or []:
            assert related.location.uri == editor.document.uri
            assert editor.words(related.location.range)


@pytest.mark.columns
async def test_hovers_say_who_answers_for_a_figure(editor, harbour):
    await editor.diagnostics()
    for expected in harbour.hovers:
        words = editor.range(expected["at"])
        for position in (words.start, words.end):
            hover = await editor.hover(position)
            for part in expected["says"]:
                assert part in in_plain_words(hover)
            assert editor.words(hover.range) == expected["at"]
    assert await editor.hover(editor.range("is no word").start) is None


@pytest.mark.columns
async def test_quick_fixes_change_the_words_in_their_place(editor, harbour):
    for expected in harbour.fixes:
        found = await editor.diagnostics()
        at = editor.range(expected["at"])
        (diagnostic,) = [mark for mark in found if mark.range == at]
        actions = await editor.actions(at, [diagnostic])
        (action,) = [action for action in actions if action.title == expected["title"]]
        assert [mark.range for mark in action.diagnostics] == [at]
        line = editor.text.split("\n")[expected["line"]]
        editor.apply(action.edit)
        assert editor.text.split("\n")[expected["line"]] == line.replace(expected["before"], expected["after"], 1)
        after = await editor.diagnostics()
        assert (diagnostic.code, diagnostic.message) not in [(mark.code, mark.message) for mark in after]


async def test_a_request_for_one_finding_over_the_whole_draft_gets_one_fix(editor):
    # Kate asks so, and applies every action that it gets.
    found = await editor.diagnostics()
    whole = types.Range(types.Position(0, 0), editor.position(len(editor.text)))
    for diagnostic in found:
        actions = await editor.actions(whole, [diagnostic])
        assert len(actions) <= 1
        assert all(action.diagnostics[0].range == diagnostic.range for action in actions)


@pytest.mark.columns
async def test_findings_follow_what_is_typed(editor, harbour):
    marks = await editor.marks()

    async def check(lines, extra=()):
        expected = [(rule, line + lines, words) for rule, line, words in marks]
        assert await editor.marks() == [*extra, *expected]

    start = editor.range("“Quiet”").start
    for letter in reversed("Oh 🙂, “well” — "):
        editor.replace(types.Range(start, start), letter)
        await check(0)
    editor.replace(editor.range("🦑"), "")
    await check(0)
    editor.replace(editor.range("🐟🐟"), "e\u0301 👩‍👩‍👧")
    await check(0)
    top = types.Position(0, 0)
    editor.replace(types.Range(top, top), "“🦀” — 77 crabs were seen on the pier.\n\n")
    await check(2, [("HS101", 0, "77")])
    editor.replace(editor.range("“🦀” — 77 crabs were seen on the pier.\n\n"), "")
    await check(0)
    editor.replace_all("🙂\n\n" + editor.text)
    await check(2)
    editor.replace_all(harbour.text)
    await check(0)


async def test_what_is_understood_of_a_draft_can_be_asked_for(client, editor):
    answer = await client.protocol.send_request_async("hearsay/analysis", {"uri": editor.document.uri})
    figures = [figure.text for figure in answer.figures]
    assert figures[:1] == ["4,200"] and {"310", "12"} <= set(figures)
