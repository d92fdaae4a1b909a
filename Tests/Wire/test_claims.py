"""The table of claims: its schema, and that it says the same in every way that it is asked for."""

import csv
import io
import json

RECORDS = [
    {"id": "post/1", "text": "The ferry carried 3,118 passengers in April, the Harbour Office said.", "date": "2026-05-02"},
    {"id": "gazette/1", "text": 'Some 3,118 "passengers", sailed. It cost €2.4 million, the Dorn Ledger wrote, citing Ida Holt.'},
    {"id": "gazette/2", "text": "Nothing to see."},
    {"id": "bad"},
    {"id": "last", "text": "About 62 percent of 1,004 islanders agree,\nthe poll says."},
]
LINES = "".join(json.dumps(record) + "\n" for record in RECORDS) + "not JSON\n"


def rows(done):
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_rows_follow_the_schema_and_no_text_is_lost(hearsay, validator):
    done = hearsay("claims", "--jsonl", text=LINES)
    assert done.returncode == 3
    found = rows(done)
    for row in found:
        validator("claims").validate(row)
        assert list(row) == list(validator("claims").schema["properties"])
    assert [row["error"] for row in found if row["text"] == "bad"] == ["'text' is missing"]
    assert found[-1]["text"] is None and found[-1]["error"].startswith("not JSON")
    first = found[0]
    assert (first["low"], first["counted"], first["from"], first["to"]) == (3118, "passengers", "2026-04-01", "2026-04-30")
    assert (first["source"], first["status"], first["hand"]) == ("Harbour Office", "in-sentence", 1)


def test_drafts_and_their_analyses_give_the_same_rows(hearsay):
    analyses = hearsay("analyze", "--jsonl", text=LINES).stdout.decode()
    assert hearsay("claims", "--jsonl", text=analyses).stdout == hearsay("claims", "--jsonl", text=LINES).stdout
    several = hearsay("claims", "--jsonl", "--jobs", "3", text=LINES * 40)
    assert several.stdout == hearsay("claims", "--jsonl", text=LINES).stdout * 40


def test_annotated_drafts_and_their_analyses_give_the_same_rows(hearsay, gold):
    texts = [json.loads(path.read_text()) for path in sorted(gold.glob("*.json"))]
    lines = "".join(json.dumps({"id": str(number), "text": draft["text"]}) + "\n" for number, draft in enumerate(texts) if "text" in draft)
    analyses = hearsay("analyze", "--jsonl", text=lines).stdout.decode()
    assert hearsay("claims", "--jsonl", text=analyses).stdout == hearsay("claims", "--jsonl", text=lines).stdout


def test_csv_is_the_same_table(hearsay):
    table = hearsay("claims", "--jsonl", "--format", "csv", text=LINES).stdout.decode()
    assert table.replace("\r\n", "").count("\r") == 0 and table.endswith("\r\n")
    found = list(csv.DictReader(io.StringIO(table, newline=""), strict=True))
    expected = rows(hearsay("claims", "--jsonl", text=LINES))
    assert len(found) == len(expected) > 5
    for row, whole in zip(found, expected):
        assert list(row) == list(whole)
        for column, value in whole.items():
            assert row[column] == ("" if value is None else json.dumps(value) if not isinstance(value, str) else value)


def test_files_and_folders(hearsay, tmp_path):
    (tmp_path / "a.md").write_text("# Boats\n\nThe harbour has 4,100 boats.\n")
    (tmp_path / "b.txt").write_bytes(b"Some \xff 300 boats.")
    done = hearsay("claims", ".")
    assert done.returncode == 3
    assert [(row["text"], row["figure"]) for row in rows(done)] == [("a.md", "4,100"), ("b.txt", None)]
