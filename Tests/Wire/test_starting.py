"""What a project begins with: files made by `hearsay init`, the action, the hook, and their schemas."""

import json
import os
import shutil
import subprocess
import sys

import jsonschema
import pytest
import yaml

from schemastores import stored

ALL = ["--settings", "--ledger", "--baseline", "--github", "--gitlab", "--pre-commit"]
FROM = ["--repository", "https://git.example/ida/hearsay"]


def tool(name):
    found = shutil.which(name, path=os.path.dirname(sys.executable)) or shutil.which(name)
    if not found:
        pytest.skip(f"there is no {name}")
    return found


def valid(document, address):
    schema = stored(address)
    jsonschema.validators.validator_for(schema)(schema).validate(document)


def text_keys(document):
    """The document as JSON has it: YAML 1.1 reads the key `on` as a truth value."""
    return json.loads(json.dumps({"on" if key is True else key: value for key, value in document.items()}))


def test_everything(hearsay, tmp_path):
    (tmp_path / "a.md").write_text("Some 640 homes were flooded.\n")
    done = hearsay("init", *ALL, *FROM)
    assert done.returncode == 0, done.stderr
    assert done.stderr.decode().splitlines() == [
        "hearsay: .hearsay.jsonc: made", "hearsay: hearsay.sources.jsonc: made",
        "hearsay: hearsay.baseline.jsonl: 1 finding in the baseline", "hearsay: .github/workflows/hearsay.yml: made",
        "hearsay: .gitlab/hearsay.yml: made; .gitlab-ci.yml needs `include: {local: /.gitlab/hearsay.yml}`",
        "hearsay: .pre-commit-config.yaml: made",
    ]
    load = lambda path: text_keys(yaml.safe_load((tmp_path / path).read_text()))
    valid(load(".github/workflows/hearsay.yml"), "https://json.schemastore.org/github-workflow.json")
    valid(load(".pre-commit-config.yaml"), "https://json.schemastore.org/pre-commit-config.json")
    valid(load(".gitlab/hearsay.yml"), "https://gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json")
    assert load(".github/workflows/hearsay.yml")["jobs"]["hearsay"]["steps"][1]["with"]["baseline"] == "hearsay.baseline.jsonl"
    assert load(".pre-commit-config.yaml")["repos"][0]["hooks"][0]["args"] == ["--baseline", "hearsay.baseline.jsonl"]
    # The settings and the ledger are understood, and the baseline holds.
    clean = hearsay("lint", ".", "--baseline", "hearsay.baseline.jsonl", "--select", "HS")
    assert (clean.returncode, clean.stderr) == (0, b"")
    assert hearsay("ledger", "check").returncode == 0
    # A second time everything stays as it is.
    files = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    again = hearsay("init", *ALL, *FROM)
    assert again.returncode == 0 and again.stderr.count(b"it is there already and was left as it is") == 6
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == files


def test_only_what_is_asked_for(hearsay, tmp_path):
    assert hearsay("init", "--github", *FROM).returncode == 0
    assert [str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()] == [".github/workflows/hearsay.yml"]
    assert "baseline" not in (tmp_path / ".github/workflows/hearsay.yml").read_text()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "nothing to make is named; use --settings"),
        (["--gitlab"], "--gitlab has to know where hearsay comes from; add --repository https://HOST/OWNER/NAME"),
        (["--github", "--repository", "https://a.example/b/c\n  - run: x"], "is no repository"),
        (["--github", "--repository", "https://a.example/b/$(x)"], "is no repository"),
        (["--settings", "x"], "'init' does not take 'x'"),
    ],
)
def test_what_is_wrong_makes_nothing(hearsay, tmp_path, arguments, message):
    done = hearsay("init", *arguments)
    assert (done.returncode, os.listdir(tmp_path)) == (2, []) and message in done.stderr.decode()


def test_what_cannot_be_made_is_said(hearsay, tmp_path):
    (tmp_path / ".github").write_text("a file\n")
    done = hearsay("init", "--settings", "--github", *FROM)
    assert done.returncode == 3 and b".github/workflows/hearsay.yml: it cannot be made: part of its path is a file, not a folder" in done.stderr
    assert (tmp_path / ".hearsay.jsonc").exists()


@pytest.fixture
def action(protocol):
    return yaml.safe_load((protocol.parent / "action.yml").read_text())


def test_the_action_is_of_its_schema(action):
    valid(action, "https://json.schemastore.org/github-action.json")


def test_the_action_runs(action, tmp_path):
    """The last step, as a runner runs it."""
    step = action["runs"]["steps"][-1]
    tools = tmp_path / "bin"
    tools.mkdir()
    (tools / "hearsay").symlink_to(os.environ["HEARSAY"])
    (tmp_path / "a.md").write_text("Some 640 homes were flooded.\n")
    (tmp_path / "b c.md").write_text("Rain.\n")

    def run(**values):
        inputs = {name: value["default"] for name, value in action["inputs"].items()} | values
        given = {name: inputs[value.split("inputs.")[1].rstrip(" }")] for name, value in step["env"].items()}
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]], cwd=tmp_path, capture_output=True, check=False,
            env={"PATH": f"{tools}:{os.environ['PATH']}", "HOME": str(tmp_path), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"), **given})

    done = run(sarif="out.sarif", arguments="--severity HS101=error --quiet")
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.startswith(b"::error file=a.md,line=1,")
    assert "1 finding in 1 of 2 files" in (tmp_path / "summary").read_text()
    assert json.loads((tmp_path / "out.sarif").read_text())["version"] == "2.1.0"
    assert run(paths="b*.md\n").returncode == 0
    assert run(**{"fail-on": "never", "paths": "$(touch x) ; touch y"}).returncode == 3
    assert not {"x", "y"} & set(os.listdir(tmp_path))


def test_the_hook_names_every_ending(hearsay, protocol, tmp_path):
    manifest = protocol.parent / ".pre-commit-hooks.yaml"
    hook = yaml.safe_load(manifest.read_text())[0]
    assert pytest.importorskip("pre_commit.clientlib").load_manifest(manifest)[0]["entry"] == "hearsay lint"
    (tmp_path / "in").mkdir()
    said = hearsay("lint", "in").stderr.decode().split("drafts end in ")[1].split(";")[0]
    assert hook["files"] == r"\.(" + "|".join(ending.strip(" .") for ending in said.split(",")) + ")$"


def test_the_action_and_the_workflow_are_safe(hearsay, protocol, tmp_path):
    zizmor = tool("zizmor")
    hearsay("init", "--github", *FROM)
    shutil.copy(protocol.parent / "action.yml", tmp_path)
    # Tags of well-known actions are pinned by whoever takes the file over.
    (tmp_path / "zizmor.yml").write_text("rules: {unpinned-uses: {disable: true}}\n")
    done = subprocess.run(
        [zizmor, "--offline", "--no-progress", "--config", "zizmor.yml", "."], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()


WORKFLOW = """
on: pull_request
permissions: {}
jobs:
  page:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
        with: {fetch-depth: 0, persist-credentials: false}
      - uses: ./
        with: {paths: drafts, changed-since: HEAD^, report: hearsay.html, NAME: VALUE}
"""


def test_workflows_pass_actionlint(hearsay, protocol, tmp_path):
    actionlint = tool("actionlint")
    hearsay("init", "--github", *FROM)
    folder = tmp_path / ".github" / "workflows"
    shutil.copy(protocol.parent / ".github" / "workflows" / "ci.yml", folder)
    shutil.copy(protocol.parent / "action.yml", tmp_path)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    # The inputs of the action are those that are described.
    (folder / "own.yml").write_text(WORKFLOW.replace("NAME: VALUE", 'sarif: ""'))
    run = lambda: subprocess.run([actionlint, "-no-color"], cwd=tmp_path, capture_output=True, text=True, check=False)
    done = run()
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    (folder / "own.yml").write_text(WORKFLOW.replace("NAME: VALUE", "pahts: x"))
    assert 'input "pahts" is not defined in action "Hearsay"' in run().stdout


@pytest.mark.parametrize("schema, file", [
    ("github-actions", "action.yml"), ("github-workflows", ".github/workflows/hearsay.yml"), ("gitlab-ci", ".gitlab/hearsay.yml"),
])
def test_files_pass_check_jsonschema(hearsay, protocol, tmp_path, schema, file):
    hearsay("init", "--github", "--gitlab", *FROM)
    path = tmp_path / file if (tmp_path / file).exists() else protocol.parent / file
    done = subprocess.run(
        [tool("check-jsonschema"), "--builtin-schema", f"vendor.{schema}", path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
