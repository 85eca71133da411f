"""The command `lawreport indicators`: the figures of reports that a codebook names, as a table or CSV."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from lawreport_parser.cli.codebooks import CodebookFile, ReplaceCodebook, codebook_of
from lawreport_parser.cli.csv_output import OF_THE_REPORT, CsvOutput, cells_of_the_report, check_offsets
from lawreport_parser.cli.inputs import Encoding, Files, Format, Inputs, Offsets, Reading
from lawreport_parser.cli.terminal_table import write_table

if TYPE_CHECKING:
    from lawreport_parser import Indicator, Report
    from lawreport_parser.cli.inputs import NamedReport
    from lawreport_parser.indicators.codebook import Codebook

__all__ = ["show_indicators"]

_COLUMNS: Final = ("code", "name", "value", "unit", "qualifier", "time", "section", "place")
_CSV_COLUMNS: Final = (
    "code",
    "name_zh",
    "name_en",
    "value",
    "high",
    "unit",
    "qualifier",
    "time",
    "section_id",
    "line",
    "column",
    "start",
    "end",
    "text",
)


def show_indicators(
    files: Files,
    as_csv: Annotated[
        bool, typer.Option("--csv", help="Write comma-separated values for spreadsheets, with every field.")
    ] = False,
    offsets: Offsets = "codepoint",
    codebook: CodebookFile = None,
    replace: ReplaceCodebook = False,
    format_: Format = None,
    encoding: Encoding = None,
) -> None:
    """Show the figures of reports that can be compared: code, name, value, unit, time, place."""
    check_offsets(offsets, as_csv)
    # Before the reports: what is wrong with a codebook shows at once.
    book = codebook_of(codebook, alone=replace)
    inputs = Inputs(files, Reading(format=format_, encoding=encoding))
    spreadsheet = CsvOutput((*OF_THE_REPORT, *_CSV_COLUMNS), offsets)
    for named in inputs:
        name, report = named
        indicators = _indicators(report, book)
        if as_csv:
            spreadsheet.add(report.text, _csv_rows(named, indicators, book))
        else:
            write_table(_COLUMNS, _rows(report, indicators, book), name if inputs.several else None)
    inputs.finish()


def _indicators(report: Report, codebook: Codebook) -> list[Indicator]:
    from lawreport_parser.indicators.codebook import Codebook
    from lawreport_parser.indicators.reading import find_indicators

    return report.indicators if codebook is Codebook.default() else find_indicators(report, codebook)


def _rows(report: Report, indicators: list[Indicator], codebook: Codebook) -> Iterator[list[str]]:
    from lawreport_parser.spans import LineMap

    lines = LineMap(report.text)
    for each in indicators:
        value = format(each.value, "f") if each.high is None else f"{each.value:f}–{each.high:f}"
        line, column = lines.place(each.span.start)
        yield [
            each.code,
            codebook[each.code].name_zh,
            value,
            each.unit or "",
            "" if each.qualifier == "exact" else each.qualifier,
            each.time,
            each.section_id or "",
            f"{line}:{column}",
        ]


def _csv_rows(named: NamedReport, indicators: list[Indicator], codebook: Codebook) -> Iterator[list[Any]]:
    from lawreport_parser.spans import LineMap
    from lawreport_parser.spreadsheets import csv_cell

    report, common = named.report, cells_of_the_report(named)
    lines = LineMap(report.text)
    for each in indicators:
        entry = codebook[each.code]
        cells = (
            each.code,
            entry.name_zh,
            entry.name_en,
            each.value,
            each.high,
            each.unit,
            each.qualifier,
            each.time,
            each.section_id,
            *lines.place(each.span.start),
            each.span.start,
            each.span.end,
            each.span.of(report.text),
        )
        yield [csv_cell(cell) for cell in (*common, *cells)]
