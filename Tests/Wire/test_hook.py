"""The hook as pre-commit runs it: `pre-commit try-repo` over a repository of drafts.

pre-commit builds the package for the hook, which takes minutes; the program that is tested stands in for what is built. With
HEARSAY_HOOK_BUILD=1 it is built as a user's pre-commit would.
"""

import os
import pathlib
import shutil
import subprocess
import sys

import pytest

PACKAGE = pathlib.Path(__file__).resolve().parents[2]
IS_BUILT = bool(os.environ.get("HEARSAY_HOOK_BUILD"))
STAND_IN = """#!/bin/sh
# What pre-commit asks Swift for: swift build --package-path P -c release --build-path B
[ "$1 $2 $4 $5 $6" = "build --package-path -c release --build-path" ] || exit 9
[ -e "$3/Package.swift" ] || exit 9
mkdir -p "$7/release" && cp "$HEARSAY" "$7/release/hearsay"
"""


@pytest.fixture
def git(tmp_path):
    if not shutil.which("git"):
        pytest.skip("there is no git")

    def run(*arguments, folder):
        subprocess.run(
            ["git", "-c", "user.name=Ida", "-c", "user.email=ida@example.org", "-c", "init.defaultBranch=main", *arguments],
            cwd=folder, capture_output=True, check=True)

    return run


@pytest.fixture
def hook(tmp_path, git):
    """The repository that offers the hook: the manifest alone where nothing is built."""
    if IS_BUILT:
        return PACKAGE
    folder = tmp_path / "offered"
    folder.mkdir()
    for name in (".pre-commit-hooks.yaml", "Package.swift"):
        shutil.copy(PACKAGE / name, folder)
    git("init", "-q", folder=folder)
    git("add", "-A", folder=folder)
    git("commit", "-q", "-m", "hook", folder=folder)
    return folder


def test_try_repo(tmp_path, git, hook):
    pre_commit = shutil.which("pre-commit", path=os.path.dirname(sys.executable))
    if not pre_commit:
        pytest.skip("there is no pre-commit")
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    for name, text in {"a.md": "Some 640 homes were flooded.\n", "b c.txt": "Rain.\n", "code.py": "'Some 75 barns burned.'\n"}.items():
        (drafts / name).write_text(text)
    git("init", "-q", folder=drafts)
    git("add", "-A", folder=drafts)
    tools = tmp_path / "tools"
    tools.mkdir()
    if not IS_BUILT:
        (tools / "swift").write_text(STAND_IN)
        (tools / "swift").chmod(0o755)
    environment = os.environ | {"PATH": f"{tools}:{os.environ['PATH']}", "PRE_COMMIT_HOME": str(tmp_path / "home"), "PRE_COMMIT_COLOR": "never"}

    def run():
        return subprocess.run(
            [pre_commit, "try-repo", hook, "hearsay", "--all-files", "--verbose"], cwd=drafts, capture_output=True, text=True,
            env=environment, check=False)

    done = run()
    assert done.returncode == 1, done.stdout + done.stderr
    assert "a.md:1:6: warning: No source is given for “640 homes”." in done.stdout
    assert "exit code: 1" in done.stdout and "code.py" not in done.stdout
    assert "1 finding in 1 of 2 files" in done.stdout
    (drafts / "a.md").write_text("Some 640 homes were flooded, the county said.\n")
    done = run()
    assert done.returncode == 0 and "Passed" in done.stdout, done.stdout + done.stderr
