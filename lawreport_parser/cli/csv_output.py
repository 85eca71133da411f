"""Rows for spreadsheets on standard output, each with the file, issuer, place and year of its report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

import typer

from lawreport_parser.cli.streams import write_bytes

if TYPE_CHECKING:
    from lawreport_parser.cli.inputs import NamedReport, Unit

__all__ = ["CsvOutput", "check_offsets"]

#: What each row says first: the same in all rows of a report.
_OF_THE_REPORT: Final = ("file", "issuer", "region_code", "year", "plan_year")


class CsvOutput:
    """Comma-separated values (UTF-8, with a byte order mark), written report by report.

    `columns` are those behind what is the same for a report. `start` and `end` among them count `offsets`: where
    that is not `codepoint`, a last column, `offset_unit`, names it. Nothing is written before the first report.
    """

    def __init__(self, columns: Sequence[str], offsets: Unit = "codepoint") -> None:
        self._places = [columns.index("start"), columns.index("end")]
        self._unit = offsets
        self._named = () if offsets == "codepoint" else (offsets,)
        self._header: Sequence[str] | None = (*_OF_THE_REPORT, *columns, *(("offset_unit",) if self._named else ()))

    def add(self, named: NamedReport, rows: Iterable[Sequence[Any]]) -> None:
        """Write the rows of a report."""
        from lawreport_parser.batch.paths import written_name
        from lawreport_parser.spans import OffsetMap
        from lawreport_parser.spreadsheets import BYTE_ORDER_MARK, csv_cell, csv_lines

        header = named.report.header
        region_code = header.region.code if header.region else None
        common = (written_name(named.name), header.issuer, region_code, header.year, header.plan_year)
        place = OffsetMap(named.report.text, self._unit)
        lines = []
        for row in rows:
            cells = [*row, *self._named]
            for at in self._places:
                cells[at] = place.of(cells[at])
            lines.append([*map(csv_cell, common), *map(csv_cell, cells)])
        if self._header is None:
            write_bytes(csv_lines(lines))
        else:
            write_bytes(BYTE_ORDER_MARK + csv_lines([self._header, *lines]))
            self._header = None


def check_offsets(offsets: Unit, as_csv: bool) -> None:
    """Refuse another unit of offsets where none are written."""
    if offsets != "codepoint" and not as_csv:
        raise typer.BadParameter("it is for --csv; the table in the terminal has no offsets", param_hint="--offsets")
