"""What the program prints is what the schemas under Protocol/ say, no more and no less."""

import copy
import json

import jsonschema
import pytest

MARKED = "Some 640 homes were flooded. Experts claim that “millions” were lost, the Harbour Post reported.\n"
MARKDOWN = "# Notes\n\nThe scheme costs €18 million a year.[^1] “Never,\" she said.\n\n[^1]: Accounts, p. 4.\n"
OTHER_LANGUAGE = "Der Bach trat gestern über seine Ufer und niemand weiß, wie viele Häuser betroffen sind.\n"


def answers(output):
    return [json.loads(line) for line in output.decode().splitlines()]


def records(gold):
    """Every annotated draft as lines for `analyze --jsonl`: in each format, whatever it was written in."""
    for path in sorted(gold.glob("*.json")) + sorted(gold.glob("workspaces/*/gold/*.json")):
        draft = json.loads(path.read_text())
        if "text" in draft:
            for kind in ("plaintext", "markdown", "html", "latex", "asciidoc", "restructuredtext", "org"):
                yield {"id": f"{path.stem} as {kind}", "text": draft["text"], "format": kind, "date": draft["docDate"]}


def test_analyses_of_small_drafts(hearsay, validator):
    lines = [
        {"id": "marked", "text": MARKED},
        {"id": "markdown", "text": MARKDOWN, "format": "markdown", "date": "2024-05-02"},
        {"id": "other", "text": OTHER_LANGUAGE},
        {"id": "empty", "text": ""},
    ]
    done = hearsay("analyze", "--jsonl", text="".join(json.dumps(line) + "\n" for line in lines))
    assert done.returncode == 0, done.stderr
    found = answers(done.stdout)
    assert [answer["id"] for answer in found] == [line["id"] for line in lines]
    for answer in found:
        validator("analysis").validate(answer)
    assert found[0]["figures"] and found[0]["findings"] and found[2]["otherLanguage"]


def test_errors_stand_in_place_of_analyses(hearsay, validator):
    lines = ["no object", "[1]", '{"id": 7}', '{"id": "a", "text": "x", "format": "nonsense"}', '{"id": "b", "text": ""}']
    done = hearsay("analyze", "--jsonl", text="\n".join(lines) + "\n")
    assert done.returncode == 3
    found = answers(done.stdout)
    assert [answer["id"] for answer in found] == [None, None, None, "a", "b"]
    assert ["error" in answer for answer in found] == [True, True, True, True, False]
    for answer in found:
        validator("analysis").validate(answer)


def test_report_of_a_run(hearsay, validator, tmp_path):
    (tmp_path / "marked.txt").write_text(MARKED)
    (tmp_path / "notes.md").write_text(MARKDOWN)
    (tmp_path / "other.txt").write_text(OTHER_LANGUAGE)
    (tmp_path / "broken.txt").write_bytes(b"Some \xff homes.\n")
    done = hearsay("lint", "--format", "json", ".", "missing.txt")
    report = json.loads(done.stdout)
    validator("lint").validate(report)
    assert done.returncode == 3
    assert [problem["path"] for problem in report["problems"]] == ["broken.txt", "missing.txt"]
    assert any(finding["fixes"] for file in report["files"] for finding in file["findings"])
    assert any("note" in file for file in report["files"])
    assert report["summary"]["findings"] == sum(len(file["findings"]) for file in report["files"])


def test_analyses_of_annotated_drafts(hearsay, validator, gold):
    lines = list(records(gold))
    assert len(lines) > 10
    done = hearsay("analyze", "--jsonl", text="".join(json.dumps(line) + "\n" for line in lines))
    assert done.returncode == 0, done.stderr
    for line, answer in zip(lines, answers(done.stdout), strict=True):
        assert answer["id"] == line["id"]
        validator("analysis").validate(answer)
        slices_are_what_they_say(line["text"].encode(), answer)


def test_report_of_annotated_drafts(hearsay, validator, gold):
    done = hearsay("lint", "--format", "json", gold)
    assert done.returncode in (0, 1), done.stderr
    report = json.loads(done.stdout)
    validator("lint").validate(report)
    assert report["summary"]["files"] == len(report["files"]) > 10


def slices_are_what_they_say(draft, value):
    """Wherever a range carries its text, that is the slice of the draft."""
    if isinstance(value, list):
        for part in value:
            slices_are_what_they_say(draft, part)
    elif isinstance(value, dict):
        if "start" in value and "text" in value:
            assert draft[value["start"] : value["end"]].decode() == value["text"]
        for part in value.values():
            slices_are_what_they_say(draft, part)


@pytest.mark.parametrize("path", [["severity"], ["findings", 0, "start"], ["figures", 0, "support", "status"], ["added"]])
def test_a_wrong_answer_is_refused(hearsay, validator, path):
    done = hearsay("analyze", text=MARKED)
    answer = answers(done.stdout)[0]
    validator("analysis").validate(answer)
    wrong = copy.deepcopy(answer)
    place = wrong
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = "nonsense"
    with pytest.raises(jsonschema.ValidationError):
        validator("analysis").validate(wrong)
