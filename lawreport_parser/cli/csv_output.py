"""Rows for spreadsheets on standard output, written report by report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from lawreport_parser.cli.streams import write_bytes

if TYPE_CHECKING:
    from lawreport_parser.cli.inputs import NamedReport

__all__ = ["OF_THE_REPORT", "CsvOutput", "cells_of_the_report"]

#: What a row may say first: the same in all rows of a report.
OF_THE_REPORT: Final = ("file", "issuer", "region_code", "year", "plan_year")


def cells_of_the_report(named: NamedReport) -> tuple[Any, ...]:
    """Return the cells of `OF_THE_REPORT`."""
    from lawreport_parser.batch.paths import written_name

    header = named.report.header
    region_code = header.region.code if header.region else None
    return written_name(named.name), header.issuer, region_code, header.year, header.plan_year


class CsvOutput:
    """Comma-separated values (UTF-8, with a byte order mark). Nothing is written before the first report is there."""

    def __init__(self, columns: Sequence[str]) -> None:
        self._header: Sequence[str] | None = columns

    def add(self, lines: Iterable[Sequence[Any]]) -> None:
        """Write the rows of a report, whose cells are as `csv_cell` gives them."""
        from lawreport_parser.spreadsheets import BYTE_ORDER_MARK, csv_lines

        if self._header is None:
            write_bytes(csv_lines(lines))
        else:
            write_bytes(BYTE_ORDER_MARK + csv_lines([self._header, *lines]))
            self._header = None
