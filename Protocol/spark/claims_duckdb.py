#!/usr/bin/env python3
"""The figures that several texts state, on one machine, by DuckDB, as Parquet.

    hearsay claims --jsonl --jobs 8 < records.jsonl > claims.jsonl
    claims_duckdb.py claims.jsonl OUTPUT

OUTPUT gets `claims.parquet` and `repeated.parquet`, with the rows of the Spark job.
"""

import pathlib
import sys

import duckdb

KINDS = {"start": "BIGINT", "end": "BIGINT", "low": "DOUBLE", "high": "DOUBLE", "approximate": "BOOLEAN", "hand": "BIGINT", "at_least": "BOOLEAN"}
NAMES = (
    "text date claim start end figure kind low high unit approximate counted from to status source origin chain_end hand at_least error").split()


def main(rows, output):
    folder = pathlib.Path(output)
    folder.mkdir(parents=True, exist_ok=True)
    database = duckdb.connect()
    # Types are given, not guessed from the first rows.
    database.read_json(
        rows, format="newline_delimited", columns={name: KINDS.get(name, "VARCHAR") for name in NAMES},
        maximum_object_size=1 << 27).create("claims")
    # Spark's name for what DuckDB calls array_to_string.
    database.execute("CREATE MACRO array_join(list, mark) AS array_to_string(list, mark)")
    query = pathlib.Path(__file__).with_name("repeated.sql").read_text()
    database.table("claims").write_parquet(str(folder / "claims.parquet"))
    database.sql(query).write_parquet(str(folder / "repeated.parquet"))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
