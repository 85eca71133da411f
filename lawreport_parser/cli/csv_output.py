"""Rows for spreadsheets on standard output, each with the file, issuer, place and year of its report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from lawreport_parser.cli.streams import write_bytes

if TYPE_CHECKING:
    from lawreport_parser.cli.inputs import NamedReport

__all__ = ["CsvOutput"]

#: What each row says first: the same in all rows of a report.
_OF_THE_REPORT: Final = ("file", "issuer", "region_code", "year", "plan_year")


class CsvOutput:
    """Comma-separated values (UTF-8, with a byte order mark), written report by report.

    `columns` are those behind what is the same for a report. Nothing is written before the first report is there.
    """

    def __init__(self, columns: Sequence[str]) -> None:
        self._header: Sequence[str] | None = (*_OF_THE_REPORT, *columns)

    def add(self, named: NamedReport, rows: Iterable[Sequence[Any]]) -> None:
        """Write the rows of a report."""
        from lawreport_parser.batch.paths import written_name
        from lawreport_parser.spreadsheets import BYTE_ORDER_MARK, csv_cell, csv_lines

        header = named.report.header
        region_code = header.region.code if header.region else None
        common = (written_name(named.name), header.issuer, region_code, header.year, header.plan_year)
        lines = [[*map(csv_cell, common), *map(csv_cell, row)] for row in rows]
        if self._header is None:
            write_bytes(csv_lines(lines))
        else:
            write_bytes(BYTE_ORDER_MARK + csv_lines([self._header, *lines]))
            self._header = None
