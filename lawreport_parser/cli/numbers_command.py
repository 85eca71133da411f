"""The command `lawreport numbers`: the quantities of reports as a table or CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import typer

from lawreport_parser.cli.csv_output import CsvOutput, check_offsets
from lawreport_parser.cli.inputs import Encoding, Files, Format, Inputs, Offsets, Reading
from lawreport_parser.cli.terminal_table import write_table

if TYPE_CHECKING:
    from lawreport_parser import Quantity
    from lawreport_parser.cli.inputs import Unit

__all__ = ["show_numbers"]

_COLUMNS: Final = ("section", "subject", "measure", "value", "unit", "qualifier")
_BEHIND: Final = "plan_year"


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
    if as_csv:
        _write_csv(inputs, offsets)
    else:
        for name, report in inputs:
            write_table(_COLUMNS, map(_shown, report.quantities), name if inputs.several else None)
    inputs.finish()


def _write_csv(inputs: Inputs, offsets: Unit) -> None:
    """Write the table `quantities` as `lawreport batch` does, and behind it what that leaves out."""
    from lawreport_parser.batch.csv_rows import csv_cells, csv_columns

    spreadsheet = CsvOutput((*csv_columns("quantities"), _BEHIND), offsets)
    for name, report in inputs:
        rows = csv_cells(name, report, "quantities")
        spreadsheet.add(report.text, ([*row, report.header.plan_year] for row in rows))


def _shown(quantity: Quantity) -> list[str]:
    value = f"{quantity.value:f}" if quantity.high is None else f"{quantity.value:f}–{quantity.high:f}"
    limits = ("" if quantity.qualifier == "exact" else quantity.qualifier, "earlier" if quantity.earlier else "")
    subject = quantity.subject.text if quantity.subject else ""
    place = (quantity.section_id or "", subject, quantity.measure or "")
    return [*place, value, quantity.unit or "", " ".join(filter(None, limits))]
