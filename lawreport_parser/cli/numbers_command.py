"""The command `lawreport numbers`: the quantities of reports as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Final

import typer

from lawreport_parser.cli.inputs import Encoding, Files, Format, Reading, read_reports
from lawreport_parser.cli.streams import write_text
from lawreport_parser.cli.terminal_table import write_tables

if TYPE_CHECKING:
    from lawreport_parser import Quantity

__all__ = ["show_numbers"]

_COLUMNS: Final = ("section", "subject", "measure", "value", "unit", "qualifier")


def show_numbers(
    files: Files,
    as_csv: Annotated[bool, typer.Option("--csv", help="Write comma-separated values, with every field.")] = False,
    format_: Format = None,
    encoding: Encoding = None,
) -> None:
    """Show the quantities of reports: section, of what, what is measured, value, unit, qualifier."""
    reports = read_reports(files, Reading(format=format_, encoding=encoding))
    if not as_csv:
        write_tables(_COLUMNS, [(name, map(_shown, report.quantities)) for name, report in reports])
        return
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(("file", *_COLUMNS[:4], "high", *_COLUMNS[4:], "kind", "text", "start", "end"))
    for name, report in reports:
        for quantity in report.quantities:
            *words, value, unit, qualifier = _row(quantity)
            high = "" if quantity.high is None else format(quantity.high, "f")
            place = (quantity.kind, quantity.text, quantity.span.start, quantity.span.end)
            writer.writerow((name, *words, value, high, unit, qualifier, *place))
    write_text(written.getvalue())


def _row(quantity: Quantity) -> Iterator[str]:
    yield quantity.section_id or ""
    yield quantity.subject.text if quantity.subject else ""
    yield quantity.measure or ""
    yield format(quantity.value, "f")
    yield quantity.unit or ""
    yield quantity.qualifier


def _shown(quantity: Quantity) -> list[str]:
    *words, value, unit, qualifier = _row(quantity)
    if quantity.high is not None:
        value = f"{value}–{quantity.high:f}"
    return [*words, value, unit, "" if qualifier == "exact" else qualifier]
