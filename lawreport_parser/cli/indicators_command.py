"""The command `lawreport indicators`: the figures of reports that a codebook names, as a table or CSV."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from lawreport_parser.cli.codebooks import CodebookFile, ReplaceCodebook, codebook_of
from lawreport_parser.cli.inputs import Encoding, Files, Format, NamedReport, Reading, read_reports
from lawreport_parser.cli.streams import write_bytes
from lawreport_parser.cli.terminal_table import write_tables

if TYPE_CHECKING:
    from lawreport_parser import Indicator, Report
    from lawreport_parser.indicators.codebook import Codebook

__all__ = ["show_indicators"]

_COLUMNS: Final = ("code", "name", "value", "unit", "qualifier", "time", "section", "place")
#: First what is the same for all figures of a report.
_CSV_COLUMNS: Final = (
    "file",
    "issuer",
    "region_code",
    "year",
    "plan_year",
    "code",
    "name_zh",
    "name_en",
    "value",
    "high",
    "unit",
    "qualifier",
    "time",
    "section_id",
    "start",
    "end",
    "text",
)


def show_indicators(
    files: Files,
    as_csv: Annotated[
        bool, typer.Option("--csv", help="Write comma-separated values for spreadsheets, with every field.")
    ] = False,
    codebook: CodebookFile = None,
    replace: ReplaceCodebook = False,
    format_: Format = None,
    encoding: Encoding = None,
) -> None:
    """Show the figures of reports that can be compared: code, name, value, unit, time, place."""
    # Before the reports: what is wrong with a codebook shows at once.
    book = codebook_of(codebook, alone=replace)
    reports = read_reports(files, Reading(format=format_, encoding=encoding))
    found = [(named, _indicators(named.report, book)) for named in reports]
    if as_csv:
        from lawreport_parser.spreadsheets import BYTE_ORDER_MARK, csv_lines

        rows = (row for named, indicators in found for row in _csv_rows(named, indicators, book))
        write_bytes(BYTE_ORDER_MARK + csv_lines([_CSV_COLUMNS, *rows]))
        return
    write_tables(_COLUMNS, [(name, _rows(report, indicators, book)) for (name, report), indicators in found])


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
    from lawreport_parser.spreadsheets import guarded

    name, report = named
    header = report.header
    region_code = header.region.code if header.region else None
    for each in indicators:
        entry = codebook[each.code]
        yield [
            guarded(name),
            guarded(header.issuer),
            region_code,
            header.year,
            header.plan_year,
            each.code,
            guarded(entry.name_zh),
            guarded(entry.name_en),
            format(each.value, "f"),
            None if each.high is None else format(each.high, "f"),
            each.unit,
            each.qualifier,
            each.time,
            each.section_id,
            each.span.start,
            each.span.end,
            guarded(each.span.of(report.text)),
        ]
