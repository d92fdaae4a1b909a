"""Every format of `hearsay lint`, held against the schemas of those who read it, on names and texts that mean harm."""

import json
import os
import pathlib
import re
import unicodedata
import urllib.parse

import jsonschema
import pytest
from lxml import etree

from schemastores import stored

SCHEMAS = pathlib.Path(__file__).parent / "schemas"
FORMATS = ["text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "markdown"]

# Names of drafts: commands of runners, markup, escapes of terminals, text that runs the other way, and what Windows forbids.
NAMES = [
    "::error::x.md", "a%0A::error::b%25.md", "a\n::set-output name=x::y.md", "]]><x a='\"&b.md", "\x1b[31mred\x07.md",
    "\u202egnp\u2066.md", "c:,=d.md", "#1 @ida `x` |y| [z](http:q).md", "tab\there.md", "\u2028\x7f\x85.md", "..html.md",
    "\ufffe\U0001f9ea é.md", "-q", "file with space?#frag.md",
]
# What stands in texts: the message of a finding repeats the words that it marks.
WORDS = [
    "::error::", "%0A", "]]>", "\"'", "<b>&amp;", "\x1b[2J", "\x9b1m", "\u202e", "\u200f", "\x00"[:0], "|", "@ida",
    "##[error]", "\x07", "\u2028", "\ufffe", "é🙂", "``", "&#64;",
]
HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


@pytest.fixture
def drafts(tmp_path):
    """A folder of drafts, most with findings, one that cannot be read and one in another language."""
    for number, name in enumerate(NAMES):
        (tmp_path / name).write_text(f"Rain.\n\nSome {600 + number} homes {WORDS[number % len(WORDS)]} were flooded.\n")
    for number, word in enumerate(WORDS):
        (tmp_path / f"w{number:02}.md").write_text(
            f"The trail, according to the Ellery {word} Courier, ends. “Aid {word} came”, it reportedly {word} said.\n"
            f"It fell from 6{word}% to 4%, a drop\nof 2%. About 41.372{word} boats, 640 {word} homes and 300% {word} more.\n")
    (tmp_path / "clean.md").write_text("Rain fell.\n")
    (tmp_path / "broken.md").write_bytes(b"Some \xff homes.\n")
    (tmp_path / "fremd.txt").write_text("Der Hafen bleibt zu, weil das Eis zu dick ist, und niemand weiß, wie lange noch. " * 5)
    return tmp_path


@pytest.fixture
def written(hearsay, drafts):
    """Runs once for all formats; answers what each wrote, by its name, and the findings as JSON has them."""
    files = [f"--format={name}=out/{name}" for name in FORMATS]
    (drafts / "out").mkdir()
    done = hearsay("lint", "--fail-on", "warning", *files, "--", *sorted(os.listdir(drafts)))
    assert done.returncode == 3 and done.stdout == b"", done.stderr
    assert not HARMFUL.search(done.stderr.decode())
    reports = {name: (drafts / "out" / name).read_text() for name in FORMATS}
    assert sorted(os.listdir(drafts / "out")) == sorted(FORMATS)
    return reports, json.loads(reports["json"])


def findings(report):
    return [(file["path"], finding) for file in report["files"] for finding in file["findings"]]


def schema(name):
    return jsonschema.Draft202012Validator(json.loads((SCHEMAS / f"{name}.schema.json").read_text()))


def test_nothing_harmful_in_any_format(written):
    reports, report = written
    assert len(findings(report)) > 40
    for name, text in reports.items():
        found = HARMFUL.search(text)
        assert not found, (name, found and text[max(0, found.start() - 50) : found.end() + 20])


def test_standard_output_is_the_same_as_a_file(hearsay, drafts, written):
    names = ["w00.md", "w05.md", "broken.md"]
    for name in FORMATS:
        done = hearsay("lint", "--format", name, *names)
        hearsay("lint", "--format", name, "-o", "one", *names)
        assert done.stdout == (drafts / "one").read_bytes() and done.stdout


def test_json(written, validator):
    reports, report = written
    validator("lint").validate(report)
    assert {file["path"] for file in report["files"]} >= set(NAMES)


def test_json_lines(written, protocol):
    reports, report = written
    lines = [json.loads(line) for line in reports["jsonl"].splitlines()]
    whole = json.loads((protocol / "lint.schema.json").read_text())
    line_schema = jsonschema.Draft202012Validator({"$ref": "#/$defs/record", "$defs": whole["$defs"]})
    for line in lines:
        line_schema.validate(line)
    of_type = lambda kind: [{key: value for key, value in line.items() if key != "type"} for line in lines if line["type"] == kind]
    assert of_type("finding") == [{"path": path, **finding} for path, finding in findings(report)]
    assert of_type("problem") == report["problems"]
    assert of_type("note") == [{"path": "fremd.txt", "message": next(f["note"] for f in report["files"] if "note" in f)}]
    assert [lines[-1]["type"], of_type("summary")] == ["summary", [report["summary"]]]


def test_sarif(written, drafts):
    reports, report = written
    sarif = json.loads(reports["sarif"])
    jsonschema.Draft7Validator(stored("https://json.schemastore.org/sarif-2.1.0.json")).validate(sarif)
    run = sarif["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({finding["rule"] for _, finding in findings(report)})
    assert all(rule["shortDescription"]["text"] and rule["help"]["markdown"] for rule in rules)
    assert run["columnKind"] == "unicodeCodePoints"
    assert not run["invocations"][0]["executionSuccessful"] and len(run["invocations"][0]["toolExecutionNotifications"]) == 1
    assert len(run["results"]) == len(findings(report))
    level = {"error": "error", "warning": "warning", "information": "note", "hint": "note"}
    for result, (path, finding) in zip(run["results"], findings(report), strict=True):
        place = result["locations"][0]["physicalLocation"]
        uri = place["artifactLocation"]["uri"]
        assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri)
        assert urllib.parse.unquote(uri) == path and place["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
        region = place["region"]
        assert [region[key] for key in ("startLine", "startColumn", "endLine", "endColumn")] == [
            finding[key] for key in ("line", "column", "endLine", "endColumn")]
        assert result["partialFingerprints"] == {"hearsay/v1": finding["fingerprint"]}
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding["rule"]
        assert (result["level"], result["message"]["text"]) == (level[finding["severity"]], finding["message"])
        assert len(result.get("relatedLocations", [])) == len(finding["related"])
        text = (drafts / path).read_text()
        for fix, own in zip(result.get("fixes", []), finding["fixes"], strict=True):
            assert applied(text, fix["artifactChanges"][0]["replacements"]) == with_edits(text, own["edits"])


def applied(text, replacements):
    """The text with SARIF's replacements, whose columns count code points."""
    starts = [0]
    for match in re.finditer("\r\n|\n|\r", text):
        starts.append(match.end())
    at = lambda line, column: starts[line - 1] + column - 1
    for change in reversed(replacements):
        region = change["deletedRegion"]
        start, end = at(region["startLine"], region["startColumn"]), at(region["endLine"], region["endColumn"])
        text = text[:start] + change["insertedContent"]["text"] + text[end:]
    return text


def with_edits(text, edits):
    data = text.encode()
    for edit in reversed(edits):
        data = data[: edit["start"]] + edit["newText"].encode() + data[edit["end"] :]
    return data.decode()


def visible(text):
    """What stands for text that a terminal would obey."""
    def shown(character):
        code = ord(character)
        if code < 0x20:
            return chr(0x2400 + code)
        return "\u2421" if code == 0x7F else "\ufffd" if HARMFUL.match(character) else character

    return "".join(map(shown, text))


def test_github(written):
    """Read as the runner reads it."""
    reports, report = written
    lines = reports["github"].splitlines()
    assert len(lines) == len(findings(report)) + 1
    commands = []
    for line in lines:
        match = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
        assert match, line
        properties = dict(part.split("=", 1) for part in match[2].split(","))
        unescape = lambda text: text.replace("%2C", ",").replace("%3A", ":").replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
        commands.append((match[1], {key: unescape(value) for key, value in properties.items()}, unescape(match[3])))
    for (level, properties, message), (path, finding) in zip(commands, findings(report)):
        assert level == {"error": "error", "warning": "warning"}.get(finding["severity"], "notice")
        assert message == visible(finding["message"]).replace("\u240a", "\n").replace("\u240d", "\r")
        assert properties["file"] == visible(path).replace("\u240a", "\n")
        assert (properties["line"], properties["title"]) == (str(finding["line"]), f"{finding['rule']} {finding['name']}")
        assert ("col" in properties) == (finding["line"] == finding["endLine"])
    assert commands[-1][1]["file"] == "broken.md"


def test_gitlab(written):
    reports, report = written
    issues = json.loads(reports["gitlab"])
    schema("gitlab").validate(issues)
    assert [issue["location"]["path"] for issue in issues] == [path for path, _ in findings(report)]
    prints = [issue["fingerprint"] for issue in issues]
    assert len(set(prints)) == len(prints)


def test_rdjson(written, drafts):
    reports, report = written
    diagnostics = json.loads(reports["rdjson"])
    schema("rdjson").validate(diagnostics)
    assert len(diagnostics["diagnostics"]) == len(findings(report)) + 1
    for diagnostic, (path, finding) in zip(diagnostics["diagnostics"], findings(report)):
        lines = (drafts / path).read_bytes().split(b"\n")
        start = diagnostic["location"]["range"]["start"]
        before = sum(len(line) + 1 for line in lines[: start["line"] - 1])
        assert before + start["column"] - 1 == finding["start"]
        single = [fix["edits"][0] for fix in finding["fixes"] if len(fix["edits"]) == 1]
        assert [suggestion["text"] for suggestion in diagnostic.get("suggestions", [])] == [edit["newText"] for edit in single]


def in_xml(text):
    return visible(text).replace("\ufffe", "\ufffd")


def test_junit(written):
    reports, report = written
    tree = etree.fromstring(reports["junit"].encode())
    etree.XMLSchema(etree.parse(SCHEMAS / "junit.xsd")).assertValid(tree)
    cases = tree.findall(".//testcase")
    assert tree.get("tests") == str(len(cases))
    failures = [case.get("file") for case in cases if case.find("failure") is not None]
    assert failures == [in_xml(path) for path, finding in findings(report) if finding["severity"] in ("error", "warning")]
    assert tree.get("failures") == str(len(failures)) and tree.get("errors") == "1" == str(len(tree.findall(".//error")))
    assert [case.get("classname") for case in cases if case.get("name") == "no findings"] == [
        file["path"] for file in report["files"] if not file["findings"]]


def test_checkstyle(written):
    reports, report = written
    tree = etree.fromstring(reports["checkstyle"].encode())
    etree.XMLSchema(etree.parse(SCHEMAS / "checkstyle.xsd")).assertValid(tree)
    assert [(error.getparent().get("name"), error.get("message")) for error in tree.iter("error")][:-1] == [
        (in_xml(path), in_xml(finding["message"])) for path, finding in findings(report)]


def test_lines_for_people(written):
    """One line a finding, however many lines its path has, and none that a runner takes for a command."""
    reports, report = written
    lines = reports["concise"].splitlines()
    assert len(lines) == len(findings(report))
    for text in (reports["concise"], reports["text"]):
        assert not re.search(r"(?m)^\s*::", text)


def test_markdown(written):
    """No markup, mention, address or cell of a draft comes through."""
    reports, report = written
    rows = [line for line in reports["markdown"].splitlines() if re.match(r"\| \d", line)]
    assert len(rows) == len(findings(report))
    for row, (_, finding) in zip(rows, findings(report)):
        cells = row.split("|")
        assert len(cells) == 6
        assert not re.search(r"(?<![\\])[`*\[\]]|[@<>]|#(?!\d+;)|&(?!#\d+;)", cells[3])
        shown = re.sub(r"&#(\d+);", lambda match: chr(int(match[1])), re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", cells[3].strip()))
        assert shown == visible(finding["message"]).strip()


def test_utf16_columns(hearsay, tmp_path):
    (tmp_path / "a.md").write_text("🙂 Some 640 homes were flooded.\n")
    run = json.loads(hearsay("lint", "--columns", "utf16", "--format", "sarif", "a.md").stdout)["runs"][0]
    assert run["columnKind"] == "utf16CodeUnits"
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"] == 9


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("--format xml", "'xml' is not a value of '--format'"),
        ("--format sarif=", "'--format sarif=' names no file; write --format sarif=FILE"),
        ("--format text --format json", "two reports would go to standard output; write --format json=FILE"),
        ("--format text=a --format json=a", "two reports would go to 'a'"),
        ("--format text=a -o b", "every format has a file of its own, --output has none; leave out --output"),
        ("--format json --statistics", "--statistics has no place in 'json'"),
        ("--format sarif --explain", "--explain has no place in 'sarif'"),
    ],
)
def test_wrong_arguments(hearsay, tmp_path, arguments, message):
    (tmp_path / "a.md").write_text("Some 640 homes were flooded.\n")
    done = hearsay("lint", *arguments.split(), "a.md")
    assert (done.returncode, done.stdout) == (2, b"")
    assert message in done.stderr.decode()
    assert os.listdir(tmp_path) == ["a.md"]


def test_a_report_that_cannot_be_written(hearsay, tmp_path):
    (tmp_path / "a.md").write_text("Some 640 homes were flooded.\n")
    done = hearsay("lint", "--format", "concise", "--format", "sarif=none/out", "a.md")
    assert done.returncode == 3 and b"none/out: the report cannot be written: there is no such folder" in done.stderr
    assert b"HS101" in done.stdout
