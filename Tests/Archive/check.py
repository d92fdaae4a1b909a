"""Holds the Spark job and the DuckDB job against one process, over records that are long, broken, or answered by a worker that is killed."""

import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time

import duckdb

PACKAGE = pathlib.Path(__file__).resolve().parents[2]
JOBS = PACKAGE / "Protocol" / "spark"
CORPORA = PACKAGE.parent / "shared" / "data" / "corpora"
FERRY = PACKAGE / "Tests" / "Page" / "drafts" / "ferry.md"
RECORDS = 5000
LONG = 50_000_000


def texts():
    """Texts with their outlets: cut from the corpora, or one of our own again and again."""
    if CORPORA.is_dir():
        for path in sorted(CORPORA.rglob("*")):
            if path.is_file() and path.suffix in (".md", ".txt"):
                yield path.relative_to(CORPORA).parts[0], path.read_text(errors="replace")
    else:
        for number in range(1000):
            yield f"outlet{number % 7}", FERRY.read_text().replace("12,400", str(1000 + number % 300)).replace("3,118", "4,207")


def records():
    """Five thousand records of a few paragraphs each, then the ones that are hard."""
    whole = list(texts())
    size = max(200, sum(len(text) for _, text in whole) // RECORDS)
    made = []
    for number, (outlet, text) in enumerate(whole):
        for start in range(0, len(text), size):
            record = {"id": f"{outlet}/{number}-{start}", "text": text[start : start + size], "date": f"2024-0{1 + number % 9}-11"}
            made.append(json.dumps(record).encode())
    made = made[:RECORDS]
    said = "Rain fell on the quay and the gulls went home before the bell of the harbour rang. "
    long = {"id": "long/1", "text": "The harbour has 4,100 boats.\n\n" + (said * 20 + "\n\n") * (LONG // (20 * len(said) + 2))}
    made.insert(1234, json.dumps(long).encode())
    for outlet, text in {
        "post": "The night ferry carried 3,118 passengers, the Harbour Office said.", "gazette": "Some 3,118 passengers sailed, the Ellery Post wrote.",
    }.items():
        made.append(json.dumps({"id": f"{outlet}/1", "text": text, "date": "2024-05-11"}).encode())
    made.insert(2345, b'{"id": "broken/1", "text": "Some \xff\xfe 300 boats."}')
    made.insert(3456, b'{"id": "broken/2"')
    return made


def write(folder, lines):
    folder.mkdir()
    for start in range(0, len(lines), 250):
        (folder / f"part-{start:05}.jsonl").write_bytes(b"\n".join(lines[start : start + 250]) + b"\n")


def descendants(process):
    """The processes below one, by /proc, each with its parent and its command."""
    known = {}
    for path in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            parent = int((path / "stat").read_text().rsplit(")", 1)[1].split()[1])
            known[int(path.name)] = (parent, (path / "cmdline").read_bytes())
        except (OSError, IndexError):
            continue
    below, size = {process}, 0
    while len(below) != size:
        size = len(below)
        below |= {child for child, (parent, _) in known.items() if parent in below}
    return {child: known[child] for child in below if child in known}


def kill_a_worker(spark, killed):
    """Ends the worker above the first process of the program that this run of Spark started, with that process."""
    while spark.poll() is None:
        for child, (parent, command) in descendants(spark.pid).items():
            if b"claims\0--jsonl" in command and b"python" not in command:
                time.sleep(1)
                for victim in (parent, child):
                    try:
                        os.kill(victim, signal.SIGKILL)
                        killed.append(victim)
                    except ProcessLookupError:
                        pass
                return
        time.sleep(0.05)


def canonical(row):
    return json.dumps(row, ensure_ascii=False, sort_keys=True)


def table(path):
    found = duckdb.sql(f"SELECT * FROM read_parquet('{path}')")
    return sorted(canonical(dict(zip(found.columns, row))) for row in found.fetchall())


def check(what, is_true):
    print(("ok   " if is_true else "FAIL ") + what, flush=True)
    return is_true


def main(program):
    results = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        lines = records()
        write(folder / "records", lines)
        began = time.monotonic()
        with open(folder / "claims.jsonl", "wb") as output:
            done = subprocess.run([program, "claims", "--jsonl"], input=b"\n".join(lines), stdout=output, check=False)
        single = time.monotonic() - began
        rows = [json.loads(line) for line in (folder / "claims.jsonl").read_bytes().splitlines()]
        results.append(check(f"one process: {len(lines)} records, {len(rows)} rows, {single:.0f} s", done.returncode == 3))
        errors = sorted(str(row["text"]) + ": " + row["error"][:9] for row in rows if row["error"])
        results.append(check(f"the broken records have a row each: {errors}", len(errors) == 2))
        results.append(check("the long record has its row", any(row["text"] == "long/1" and row["low"] == 4100 for row in rows)))

        began, killed = time.monotonic(), []
        log = open(folder / "spark.log", "wb")
        spark = subprocess.Popen(
            [os.path.dirname(sys.executable) + "/spark-submit", "--master", "local[2,4]", "--driver-memory", "4g", str(JOBS / "claims_spark.py"),
             "--program", program, "--partitions", "8", str(folder / "records"), str(folder / "spark")],
            stdout=log, stderr=subprocess.STDOUT)
        watcher = threading.Thread(target=kill_a_worker, args=(spark, killed))
        watcher.start()
        status = spark.wait()
        watcher.join()
        if status != 0:
            print((folder / "spark.log").read_text()[-3000:])
        results.append(check(f"Spark with two workers, one killed ({len(killed)} processes): {time.monotonic() - began:.0f} s", status == 0 and killed != []))
        expected = sorted(canonical(row | {name: float(row[name]) for name in ("low", "high") if row[name] is not None}) for row in rows)
        found = table(folder / "spark" / "claims" / "*.parquet")
        results.append(check(f"Spark has the rows of one process, byte for byte when sorted: {len(found)}", found == expected))

        began = time.monotonic()
        subprocess.run([sys.executable, str(JOBS / "claims_duckdb.py"), str(folder / "claims.jsonl"), str(folder / "duck")], check=True)
        results.append(check(f"DuckDB has the rows of one process: {time.monotonic() - began:.0f} s", table(folder / "duck" / "claims.parquet") == expected))
        repeated = table(folder / "duck" / "repeated.parquet")
        ferry = [row for row in map(json.loads, repeated) if row["low"] == 3118]
        results.append(check(f"the figure of two outlets is found: {ferry}",
                             [(row["texts"], row["outlets"]) for row in ferry] == [(2, "gazette; post")]))
        results.append(check(f"both find the same {len(repeated)} figures that several texts state",
                             repeated == table(folder / "spark" / "repeated" / "*.parquet")))
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
