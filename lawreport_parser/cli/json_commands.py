"""The commands that write JSON: `lawreport parse` and `lawreport schema`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from lawreport_parser.cli.inputs import Encoding, Files, Format, Inputs, Reading, Strict
from lawreport_parser.cli.streams import write_json

if TYPE_CHECKING:
    from lawreport_parser import Report

__all__ = ["parse_files", "print_schema"]

# As `lawreport_parser.spans.OffsetUnit`, which is not imported before a report is read.
Unit = Literal["codepoint", "utf8", "utf16"]


def parse_files(
    files: Files,
    compact: Annotated[
        bool, typer.Option("--compact", help="One report a line, also for a single file (several are so anyhow).")
    ] = False,
    pretty: Annotated[
        bool, typer.Option("--pretty", help="Indented, also for several files (a single one is so anyhow).")
    ] = False,
    nodes: Annotated[
        bool, typer.Option("--nodes", help="Write the sections as a flat list (id, parent_id, …) instead.")
    ] = False,
    offsets: Annotated[
        Unit,
        typer.Option(help="What spans count: code points (Python), UTF-8 bytes (Go), UTF-16 units (JavaScript, Java)."),
    ] = "codepoint",
    format_: Format = None,
    encoding: Encoding = None,
    strict: Strict = False,
) -> None:
    """Write the whole structure of reports as JSON to standard output, in the order of the files.

    A file that cannot be read has its line on standard error, and the others are written; the status is then 2.
    """
    if compact and pretty:
        raise typer.BadParameter("give --compact or --pretty, not both", param_hint="--pretty")
    inputs = Inputs(files, Reading(strict, format_, encoding))
    indent = None if compact or (inputs.several and not pretty) else 2
    for _, report in inputs:
        document = nodes_json(report, indent, offsets) if nodes else report.to_json(indent=indent, offsets=offsets)
        write_json(f"{document}\n")
    inputs.finish()


def nodes_json(report: Report, indent: int | None, offsets: Unit = "codepoint") -> str:
    """Return the sections of `report` as a JSON array of flat nodes, written in the manner of `Report.to_json`."""
    from lawreport_parser.offsets import convert_rows

    rows = [node.model_dump(mode="json") for node in report.nodes()]
    convert_rows(rows, report.text, offsets)
    separators = (",", ":") if indent is None else None
    return json.dumps(rows, ensure_ascii=False, indent=indent, separators=separators)


def print_schema(
    document: Annotated[
        Literal["report", "comparison"],
        typer.Argument(
            metavar="DOCUMENT", help="report, what parse writes (default), or comparison, what compare does."
        ),
    ] = "report",
) -> None:
    """Write the JSON Schema of what `parse` or `compare` writes to standard output."""
    from lawreport_parser.schema import schema_text

    write_json(schema_text(document))
