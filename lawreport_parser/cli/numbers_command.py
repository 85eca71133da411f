"""The command `lawreport numbers`: the quantities of reports as a table or CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from lawreport_parser.cli.csv_output import CsvOutput, check_offsets
from lawreport_parser.cli.inputs import Encoding, Files, Format, Inputs, Offsets, Reading
from lawreport_parser.cli.terminal_table import write_table

if TYPE_CHECKING:
    from lawreport_parser import Quantity

__all__ = ["show_numbers"]

_COLUMNS: Final = ("section", "subject", "measure", "value", "unit", "qualifier")
_CSV_COLUMNS: Final = (*_COLUMNS[:4], "high", *_COLUMNS[4:], "kind", "text", "start", "end")


def show_numbers(
    files: Files,
    as_csv: Annotated[
        bool, typer.Option("--csv", help="Write comma-separated values for spreadsheets, with every field.")
    ] = False,
    offsets: Offsets = "codepoint",
    format_: Format = None,
    encoding: Encoding = None,
) -> None:
    """Show the quantities of reports: section, of what, what is measured, value, unit, qualifier."""
    check_offsets(offsets, as_csv)
    inputs = Inputs(files, Reading(format=format_, encoding=encoding))
    spreadsheet = CsvOutput(_CSV_COLUMNS, offsets)
    for named in inputs:
        name, report = named
        if as_csv:
            spreadsheet.add(named, map(_cells, report.quantities))
        else:
            write_table(_COLUMNS, map(_shown, report.quantities), name if inputs.several else None)
    inputs.finish()


def _cells(quantity: Quantity) -> tuple[Any, ...]:
    place = (quantity.kind, quantity.text, quantity.span.start, quantity.span.end)
    return (*_words(quantity), quantity.value, quantity.high, quantity.unit, quantity.qualifier, *place)


def _words(quantity: Quantity) -> tuple[str, str, str]:
    return quantity.section_id or "", quantity.subject.text if quantity.subject else "", quantity.measure or ""


def _shown(quantity: Quantity) -> list[str]:
    value = f"{quantity.value:f}" if quantity.high is None else f"{quantity.value:f}–{quantity.high:f}"
    qualifier = "" if quantity.qualifier == "exact" else quantity.qualifier
    return [*_words(quantity), value, quantity.unit or "", qualifier]
