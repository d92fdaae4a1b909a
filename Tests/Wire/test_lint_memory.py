"""How much memory a run of the linter takes for each draft that it goes over."""

import os
import subprocess
import sys

import pytest

FEW, MANY = 200, 3200
# What a draft without figures, quotations and findings leaves behind until the run ends: its path and its line in the report.
MOST_A_DRAFT = 1500


def peak(folder, output):
    """The largest memory that linting a folder took, in bytes."""
    with output.open("wb") as file:
        process = subprocess.Popen(
            [os.environ["HEARSAY"], "lint", "--jobs", "1", "--no-settings", "--no-progress", "--format", "json", str(folder)], stdout=file)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1 << 10)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such system call")
def test_clean_drafts_leave_little_behind(tmp_path):
    peaks = []
    for count in (FEW, MANY):
        folder = tmp_path / str(count)
        folder.mkdir()
        for number in range(count):
            words = " ".join(f"The quay of {chr(97 + number % 26)}{place} rests by the old harbour." for place in range(20))
            (folder / f"{number}.md").write_text(f"# The harbour {number}\n\n{words}\n")
        peaks.append(peak(folder, tmp_path / "report"))
    assert (peaks[1] - peaks[0]) / (MANY - FEW) < MOST_A_DRAFT
