"""What a report becomes in a `.csv`: the rows of one table of `lawreport_parser.arrow`, each behind its report."""

from __future__ import annotations

from typing import Any, Final

from lawreport_parser.arrow.columns import COLUMNS, TableName
from lawreport_parser.arrow.rows import rows_of
from lawreport_parser.batch.paths import written_name
from lawreport_parser.report import Report
from lawreport_parser.spreadsheets import BYTE_ORDER_MARK, csv_cell, csv_lines

__all__ = ["csv_cells", "csv_columns", "csv_header", "csv_rows"]

#: What each row says of its report behind the path of the file.
_OF_THE_HEADER: Final = ("title", "issuer", "year", "document_number", "written_date", "published_date")
_OF_THE_REPORT: Final = ("path", *_OF_THE_HEADER, "region_code")
#: A column of numbers, and the one that holds them as they are: in text they need no second column.
_EXACT: Final = {"value": "value_text", "high": "high_text"}
_LEFT_OUT: Final = {"report_id", *_EXACT.values()}


def csv_columns(table: TableName) -> tuple[str, ...]:
    """Return the names of the columns: those of the report, the same in all its rows, then those of the table."""
    return (*_OF_THE_REPORT, *(name for name, _ in _places(table)))


def csv_header(table: TableName) -> bytes:
    """Return the first line, after the byte order mark by which spreadsheets know UTF-8."""
    return BYTE_ORDER_MARK + csv_lines([csv_columns(table)])


def csv_rows(path: str, report: Report, table: TableName) -> bytes:
    """Return the lines of a report; one that is empty behind its report where it has no sections, in `nodes`."""
    return csv_lines(csv_cells(path, report, table))


def csv_cells(path: str, report: Report, table: TableName) -> list[list[Any]]:
    """Return what `csv_rows` writes, as the cells of `csv_columns`."""
    header = report.header
    region_code = header.region.code if header.region else None
    common = [written_name(path), *(getattr(header, name) for name in _OF_THE_HEADER), region_code]
    common = [csv_cell(value) for value in common]
    places = _places(table)
    rows = [[*common, *(_cell(name, row[place]) for name, place in places)] for row in rows_of(report, "", table)]
    if not rows and table == "nodes":
        rows = [[*common, *(None for _ in places)]]
    return rows


def _places(table: TableName) -> list[tuple[str, int]]:
    """Return the columns of a table that its rows in CSV have, and where the value of each stands in a row.

    A column with a name of the report's own, such as the title of a citation, is called `citation_title`.
    """
    names = [column.name for column in COLUMNS[table]]
    places = {name: place for place, name in enumerate(names)}
    return [
        (f"{table.removesuffix('s')}_{name}" if name in _OF_THE_REPORT else name, places[_EXACT.get(name, name)])
        for name in names
        if name not in _LEFT_OUT and not (table == "reports" and name in _OF_THE_REPORT)
    ]


def _cell(column: str, value: Any) -> Any:
    """Return a value as one cell: words with a blank between, labels as `label: value; …`."""
    if column in _EXACT:
        # Such as -1.5, which is no formula.
        return value
    if isinstance(value, list):
        parts = [": ".join(each) if isinstance(each, tuple) else each for each in value]
        value = ("; " if any(isinstance(each, tuple) for each in value) else " ").join(parts)
    return csv_cell(value)
