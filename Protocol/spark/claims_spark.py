#!/usr/bin/env python3
"""The claims of an archive of texts, and the figures that several texts state, by Spark, as Parquet.

    claims_spark.py --program /opt/hearsay INPUT OUTPUT

INPUT is a folder (or any address that Spark reads) of files: `.jsonl` files hold a record a line, as for `hearsay analyze --jsonl`; each other
file is one text, its path its id. OUTPUT gets `claims/`, a row a figure, and `repeated/`, a row for each figure of several texts.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import threading

from pyspark.sql import SparkSession
from pyspark.sql.types import (
    BooleanType, DoubleType, LongType, StringType, StructField, StructType)

FORMATS = {
    "md": "markdown", "markdown": "markdown", "mdx": "markdown", "html": "html", "htm": "html", "xhtml": "html", "tex": "latex",
    "latex": "latex", "adoc": "asciidoc", "asciidoc": "asciidoc", "rst": "restructuredtext", "org": "org"}
TEXT, WHOLE, NUMBER, FLAG = StringType(), LongType(), DoubleType(), BooleanType()
# The columns of `hearsay claims`, in its order (Protocol/claims.schema.json).
COLUMNS = {
    "text": TEXT, "date": TEXT, "claim": TEXT, "start": WHOLE, "end": WHOLE, "figure": TEXT, "kind": TEXT, "low": NUMBER, "high": NUMBER,
    "unit": TEXT, "approximate": FLAG, "counted": TEXT, "from": TEXT, "to": TEXT, "status": TEXT, "source": TEXT, "origin": TEXT,
    "chain_end": TEXT, "hand": WHOLE, "at_least": FLAG, "error": TEXT}
SCHEMA = StructType([StructField(name, kind) for name, kind in COLUMNS.items()])


def lines_of(file):
    """The records of one file, as bytes without line feeds; nothing is decoded that need not be."""
    if file.path.endswith(".jsonl"):
        yield from bytes(file.content).split(b"\n")
        return
    ending = file.path.rsplit(".", 1)[-1].lower()
    try:
        text = bytes(file.content).decode("utf-8")
    except UnicodeDecodeError as error:
        yield json.dumps({"id": file.path, "error": f"not UTF-8: {error.reason} at byte {error.start}"}).encode()
        return
    yield json.dumps({"id": file.path, "text": text, "format": FORMATS.get(ending, "plaintext")}).encode()


def claims(program):
    """Answers the files of one partition by one process of the program."""

    def answer(files):
        process = subprocess.Popen([program, "claims", "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        broken = []

        def feed():
            try:
                with process.stdin:
                    for file in files:
                        for line in lines_of(file):
                            if line.strip():
                                process.stdin.write(line + b"\n")
            except Exception as error:
                broken.append(error)

        # The program answers while it reads: one thread writes, this one reads, and neither waits for the other for ever.
        feeder = threading.Thread(target=feed, daemon=True)
        feeder.start()
        try:
            for line in process.stdout:
                row = json.loads(line)
                yield tuple(float(row[name]) if kind is NUMBER and row[name] is not None else row[name] for name, kind in COLUMNS.items())
        finally:
            process.stdout.close()
            status = process.wait()
            feeder.join()
        # 3 says that some records have a row with an error. All else is a failed task, which Spark tries again.
        if status not in (0, 3) or broken:
            raise RuntimeError(f"hearsay ended with status {status}: {broken}")

    return answer


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--program", default="hearsay", help="the binary, at the same path on every executor")
    arguments.add_argument("--partitions", type=int, help="how many parts the files are dealt to; Spark's own choice by default")
    arguments.add_argument("input")
    arguments.add_argument("output")
    options = arguments.parse_args()
    spark = SparkSession.builder.appName("hearsay claims").getOrCreate()
    files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(options.input).select("path", "content")
    if options.partitions:
        files = files.repartition(options.partitions)
    table = spark.createDataFrame(files.rdd.mapPartitions(claims(options.program)), SCHEMA)
    # A part is renamed into place when its task is done: a task that was killed or run twice leaves no row behind.
    table.write.mode("overwrite").parquet(options.output + "/claims")
    spark.read.parquet(options.output + "/claims").createOrReplaceTempView("claims")
    query = pathlib.Path(__file__).with_name("repeated.sql").read_text()
    spark.sql(query).coalesce(1).write.mode("overwrite").parquet(options.output + "/repeated")
    spark.stop()


if __name__ == "__main__":
    sys.exit(main())
