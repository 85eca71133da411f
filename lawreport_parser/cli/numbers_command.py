"""The command `lawreport numbers`: the quantities of reports as a table."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Final

import typer

from lawreport_parser.cli.inputs import Encoding, Files, Format, Reading, read_reports
from lawreport_parser.cli.streams import write_text

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
    several = len(reports) > 1
    if as_csv:
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
        return

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from lawreport_parser.cli.terminal_text import one_line

    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    with console.capture() as captured:
        for name, report in reports:
            table = Table(
                title=Text(one_line(name)) if several else None, box=None, pad_edge=False, header_style="bold"
            )
            for column in _COLUMNS:
                table.add_column(column, justify="right" if column == "value" else "left", overflow="fold")
            for quantity in report.quantities:
                table.add_row(*(Text(one_line(cell)) for cell in _shown(quantity)))
            console.print(table)
    write_text(captured.get())


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
