"""Ask one question of the tables that `lawreport panel --tables` wrote, with DuckDB.

python examples/study/ask.py study targets      # study.changes.parquet and so on; the query is targets.sql
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import duckdb

HERE = Path(__file__).parent


def ask(stem: str, question: str) -> None:
    """Print the answer of a query on the tables STEM.NAME.parquet."""
    tables = sorted(Path(stem).parent.glob(f"{Path(stem).name}.*.parquet"))
    if not tables:
        sys.exit(
            f"{stem}.*.parquet: no such files; write them with lawreport panel REPORTS -o {stem}.parquet --tables …"
        )
    connection = duckdb.connect()
    for path in tables:
        connection.read_parquet(str(path)).create_view(path.name.split(".")[-2])
    found = connection.sql((HERE / f"{question}.sql").read_text(encoding="utf-8"))
    print(*found.columns, sep=" | ")
    for row in found.fetchall():
        print(*("-" if value is None else value for value in row), sep=" | ")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    try:
        ask(*sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        # Who reads has enough (| head): what is left in the buffer goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
