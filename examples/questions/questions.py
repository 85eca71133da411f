"""Two questions to many reports, answered with DuckDB on the tables of `lawreport_parser.arrow`.

    pip install '.[arrow]' duckdb
    python examples/questions/questions.py                     # the example reports
    python examples/questions/questions.py FOLDER OUT          # your .txt files; the tables stay in OUT

The queries stand beside this file, in `problems.sql` and `reviews.sql`; README.md explains them.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from lawreport_parser import Report
from lawreport_parser.arrow import SCHEMAS, TABLES, interleaved_batches
from lawreport_parser.files import parse_file

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "reports"


def read(folder: Path) -> Iterator[tuple[str, Report]]:
    """Yield the reports of a folder one by one, each with its path as id."""
    for path in sorted(folder.rglob("*.txt")):
        yield path.relative_to(folder).with_suffix("").as_posix(), parse_file(path)


def write_tables(folder: Path, out: Path) -> None:
    """Write the tables in one pass; no more than a batch of each is in memory."""
    writers = {
        table: pq.ParquetWriter(out / f"{table}.parquet", SCHEMAS[table], compression="zstd") for table in TABLES
    }
    for table, batch in interleaved_batches(read(folder)):
        writers[table].write_batch(batch)
    for writer in writers.values():
        writer.close()


def ask(out: Path, question: str) -> None:
    """Print the answer of one query on the tables in `out`."""
    connection = duckdb.connect()
    for table in TABLES:
        connection.read_parquet(str(out / f"{table}.parquet")).create_view(table)
    found = connection.sql((HERE / f"{question}.sql").read_text(encoding="utf-8"))
    print(f"{question}:", *found.columns)
    for row in found.fetchall():
        print(*("-" if value is None else value for value in row), sep=" | ")


def main(folder: Path = EXAMPLES, out: Path | None = None) -> None:
    """Build the tables and ask both questions."""
    with tempfile.TemporaryDirectory() as scratch:
        place = out or Path(scratch)
        place.mkdir(parents=True, exist_ok=True)
        write_tables(folder, place)
        ask(place, "problems")
        ask(place, "reviews")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
