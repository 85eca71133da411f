"""How many cells of a panel are right: reports are made from known cells, and read back from the file written.

    python -m benchmarks.panel [FILES [csv|xlsx|parquet|dta]]

What a panel costs beside a batch is measured by `benchmarks/batch.py`.
"""

from __future__ import annotations

import csv
import sys
import tempfile
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.panel_reports import Known, write_reports
from lawreport_parser.panel import write_panel

#: Columns that the generator does not know.
_UNKNOWN = ("file", "text_sha256", "region_name", "share_other", "share_responsibility", "items_responsibility")
_REMARKS = ("left_out", "sums", "qualified")
_FILES = ("duplicate_of", "same_issuer_year_as")


class Checked(NamedTuple):
    """The cells of a panel against those that the reports were made from."""

    #: Cells that hold something, or should.
    due: int
    right: int
    #: Empty, and named in `left_out`.
    left_out: list[str]
    #: Empty without a word, or another value.
    wrong: list[str]


def checked(rows: Iterator[dict[str, Any]], known: dict[str, Known]) -> Checked:
    """Compare the rows of a panel, as CSV holds them, with what is known of each file."""
    due = right = 0
    left_out: list[str] = []
    wrong: list[str] = []
    seen = 0
    for row in rows:
        seen += 1
        name = Path(row["file"]).name
        report = known[name]
        named = {remark: {part.partition(": ")[0] for part in row[remark].split("; ") if part} for remark in _REMARKS}
        for column, value in row.items():
            if column in _UNKNOWN or column in _REMARKS:
                continue
            expected = report.cells.get(column)
            found = Path(value).name if column in _FILES else value
            if not found and expected is None:
                continue
            due += 1
            if _same(found, expected):
                right += 1
            else:
                where = left_out if not found and column in named["left_out"] else wrong
                where.append(f"{name}: {column}: {found!r}, not {expected!r}")
        for remark in _REMARKS:
            # What is left out although it is known has no other remark.
            wanted = getattr(report, remark) - (named["left_out"] if remark != "left_out" else set())
            if not wanted <= named[remark]:
                wrong.append(f"{name}: {remark}: {named[remark]}, not {wanted}")
    if seen != len(known):
        wrong.append(f"{seen} rows, not {len(known)}")
    return Checked(due, right, left_out, wrong)


def _same(found: str, expected: Any) -> bool:
    if isinstance(expected, int | float | Decimal):
        try:
            return Decimal(found) == Decimal(str(expected))
        except InvalidOperation:
            return False
    return found == ("" if expected is None else str(expected))


def rows_of_file(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a panel as CSV would hold them, from a file of any kind."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from csv.DictReader(file)
        return
    import pandas

    if path.suffix == ".xlsx":
        frame = pandas.read_excel(path, dtype={"region_code": str})
    else:
        frame = {".parquet": pandas.read_parquet, ".dta": pandas.read_stata}[path.suffix](path)
    if path.suffix == ".dta":
        from lawreport_parser.indicators import Codebook
        from lawreport_parser.panel import columns_of

        frame.columns = [column.name for column in columns_of("panel", Codebook.default())]
    for row in frame.to_dict("records"):
        yield {name: _as_text(value) for name, value in row.items()}


def _as_text(value: Any) -> str:
    if value is None or value != value:  # NaN, NaT
        return ""
    if hasattr(value, "date"):
        return str(value.date())
    return repr(round(value, 6)) if isinstance(value, float) else str(value)


def main() -> None:
    """Print how many cells are right, and the first that are not."""
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    ending = sys.argv[2] if len(sys.argv) > 2 else "csv"
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, "reports")
        folder.mkdir()
        known = write_reports(folder, files)
        out = Path(temporary, f"panel.{ending}")
        summary = write_panel([str(folder)], {"panel": out})
        found = checked(rows_of_file(out), known)
    print(f"{summary.reports:,} reports in {summary.seconds:.1f} s, {found.due:,} cells that hold something")
    share = found.right / found.due
    print(f"right {found.right:,} ({share:.2%}), named as left out {len(found.left_out):,}, wrong {len(found.wrong):,}")
    for line in (*found.wrong[:5], *found.left_out[:5]):
        print(f"  {line}")


if __name__ == "__main__":
    main()
