"""The commands that write JSON: `lawreport parse` and `lawreport schema`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Final, Literal

import typer

from lawreport_parser.cli.inputs import Encoding, Files, Format, Inputs, Offsets, Reading, Strict, Unit
from lawreport_parser.cli.streams import write_json

if TYPE_CHECKING:
    from lawreport_parser import Report

__all__ = ["parse_files", "print_schema"]

_NOTHING: Final[Mapping[str, str]] = {}


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
    offsets: Offsets = "codepoint",
    format_: Format = None,
    encoding: Encoding = None,
    strict: Strict = False,
) -> None:
    """Write the whole structure of reports as JSON to standard output, in the order of the files.

    Where there are several, or a folder or glob, each names its file: path is the first member of a report, or of each
    of its nodes.
    A file that cannot be read has its line on standard error, and the others are written; the status is then 2.
    """
    if compact and pretty:
        raise typer.BadParameter("give --compact or --pretty, not both", param_hint="--pretty")
    inputs = Inputs(files, Reading(strict, format_, encoding))
    indent = None if compact or (inputs.several and not pretty) else 2
    for name, report in inputs:
        path = {"path": name} if inputs.may_be_several else {}
        if nodes:
            write_json(nodes_json(report, indent, offsets, path) + "\n")
        else:
            write_json(report_json(report, indent, offsets, path) + "\n")
    inputs.finish()


def report_json(
    report: Report, indent: int | None, offsets: Unit = "codepoint", about: Mapping[str, str] = _NOTHING
) -> str:
    """Return a report as `Report.to_json` does, with the members of `about` before its own."""
    from lawreport_parser.report_json import with_first

    written = report.to_json(indent=indent, offsets=offsets)
    return with_first(_in_json(dict(about), indent), written) if about else written


def nodes_json(
    report: Report, indent: int | None, offsets: Unit = "codepoint", about: Mapping[str, str] = _NOTHING
) -> str:
    """Return the sections of `report` as a JSON array of flat nodes, in the manner of `Report.to_json`.

    The members of `about` stand first in each.
    """
    from lawreport_parser.offsets import convert_rows

    rows = [{**about, **node.model_dump(mode="json")} for node in report.nodes()]
    convert_rows(rows, report.text, offsets)
    return _in_json(rows, indent)


def _in_json(value: object, indent: int | None) -> str:
    separators = (",", ":") if indent is None else None
    return json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)


def print_schema(
    document: Annotated[
        Literal["report", "comparison", "chunks", "nodes"],
        typer.Argument(
            metavar="DOCUMENT",
            help="report, what parse writes (default); comparison, what compare does; chunks, a line of chunks; nodes, "
            "what parse --nodes writes.",
        ),
    ] = "report",
) -> None:
    """Write the JSON Schema of what `parse`, `parse --nodes`, `compare` or `chunks` writes to standard output."""
    from lawreport_parser.schema import schema_text

    write_json(schema_text(document))
