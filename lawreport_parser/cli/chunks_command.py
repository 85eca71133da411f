"""The command `lawreport chunks`: the bodies of reports in pieces for retrieval, as JSON Lines."""

from __future__ import annotations

from typing import Annotated

import typer

from lawreport_parser.cli.inputs import Encoding, Files, Format, Inputs, Offsets, Reading, Strict
from lawreport_parser.cli.streams import write_bytes

__all__ = ["write_chunks"]


def write_chunks(
    files: Files,
    max_size: Annotated[
        int, typer.Option("--max-size", min=1, metavar="N", help="The most characters that a chunk may have.")
    ] = 500,
    overlap: Annotated[
        int,
        typer.Option(
            "--overlap",
            min=0,
            metavar="N",
            help="Characters of the chunk before that a chunk may repeat, in whole sentences, within a section.",
        ),
    ] = 0,
    offsets: Offsets = "codepoint",
    format_: Format = None,
    encoding: Encoding = None,
    strict: Strict = False,
) -> None:
    """Write the bodies of reports in pieces for retrieval, one JSON object a line, to standard output.

    Each line has an id that stays the same, what is known of its report, the path of its section, its roles and its
    span.
    """
    if overlap >= max_size:
        raise typer.BadParameter(f"{overlap} is not smaller than --max-size {max_size}", param_hint="--overlap")

    from lawreport_parser.batch.rendering import json_line
    from lawreport_parser.chunk_lines import chunk_lines
    from lawreport_parser.offsets import convert_rows

    inputs = Inputs(files, Reading(strict, format_, encoding))
    for named in inputs:
        chunks = named.report.chunks(max_size, overlap=overlap)
        rows = chunk_lines(named.name, named.report, chunks)
        convert_rows(rows, named.report.text, offsets)
        write_bytes(b"".join(map(json_line, rows)))
    inputs.finish()
