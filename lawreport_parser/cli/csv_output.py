"""Rows for spreadsheets on standard output, written report by report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

import typer

from lawreport_parser.cli.streams import write_bytes

if TYPE_CHECKING:
    from lawreport_parser.cli.inputs import NamedReport, Unit

__all__ = ["OF_THE_REPORT", "CsvOutput", "cells_of_the_report", "check_offsets"]

#: What a row may say first: the same in all rows of a report.
OF_THE_REPORT: Final = ("file", "issuer", "region_code", "year", "plan_year")
#: The ends of the names of columns that hold offsets: `start`, `measure_start`.
_OFFSETS: Final = ("start", "end")


def cells_of_the_report(named: NamedReport) -> tuple[Any, ...]:
    """Return the cells of `OF_THE_REPORT`."""
    from lawreport_parser.batch.paths import written_name

    header = named.report.header
    region_code = header.region.code if header.region else None
    return written_name(named.name), header.issuer, region_code, header.year, header.plan_year


class CsvOutput:
    """Comma-separated values (UTF-8, with a byte order mark), written report by report.

    The offsets among `columns` count `offsets`: where that is not `codepoint`, a last column, `offset_unit`, names it.
    Nothing is written before the first report is there.
    """

    def __init__(self, columns: Sequence[str], offsets: Unit = "codepoint") -> None:
        self._places = [at for at, name in enumerate(columns) if name.split("_")[-1] in _OFFSETS]
        self._unit = offsets
        self._named = () if offsets == "codepoint" else (offsets,)
        self._header: Sequence[str] | None = (*columns, *(("offset_unit",) if self._named else ()))

    def add(self, text: str, rows: Iterable[Sequence[Any]]) -> None:
        """Write the rows of a report, whose cells are as `csv_cell` gives them; `text` is that of the report."""
        from lawreport_parser.spans import OffsetMap
        from lawreport_parser.spreadsheets import BYTE_ORDER_MARK, csv_lines

        place = OffsetMap(text, self._unit)
        lines = [[*row, *self._named] for row in rows]
        for cells in lines:
            for at in self._places:
                if cells[at] is not None:
                    cells[at] = place.of(cells[at])
        if self._header is None:
            write_bytes(csv_lines(lines))
        else:
            write_bytes(BYTE_ORDER_MARK + csv_lines([self._header, *lines]))
            self._header = None


def check_offsets(offsets: Unit, as_csv: bool) -> None:
    """Refuse another unit of offsets where none are written."""
    if offsets != "codepoint" and not as_csv:
        raise typer.BadParameter("it is for --csv; the table in the terminal has no offsets", param_hint="--offsets")
