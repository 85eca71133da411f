"""The command `lawreport tree`: the outline of reports in the terminal."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from lawreport_parser.cli.inputs import Encoding, Files, Format, Inputs, Reading, Strict
from lawreport_parser.cli.streams import write_text

__all__ = ["show_trees"]


def show_trees(
    files: Files,
    depth: Annotated[
        int | None,
        typer.Option(
            "--depth",
            "-d",
            min=1,
            help="Show only so many levels (default: all); what is below is counted.",
            metavar="N",
        ),
    ] = None,
    width: Annotated[
        int | None,
        typer.Option(
            "--width", "-w", min=40, help="Columns to use (default: the terminal's, at most 120).", metavar="N"
        ),
    ] = None,
    passages: Annotated[
        bool, typer.Option("--passages", help="Show below the tree which role each stretch of the text has, and why.")
    ] = False,
    format_: Format = None,
    encoding: Encoding = None,
    strict: Strict = False,
) -> None:
    """Show the outline of reports: header, sections, roles, diagnostics.

    Colours are used in a terminal, unless NO_COLOR is set; nothing is said by colour alone.
    """
    from lawreport_parser.cli.outline_view import outline_view
    from lawreport_parser.cli.terminal_console import COMFORTABLE_WIDTH, comfortable_width, drawn
    from lawreport_parser.report_outline import ASCII_GUIDES, LINE_GUIDES

    columns = width or min(comfortable_width(), COMFORTABLE_WIDTH)
    guides = LINE_GUIDES if _can_write("".join(LINE_GUIDES)) else ASCII_GUIDES
    inputs = Inputs(files, Reading(strict, format_, encoding))
    for place, (name, report) in enumerate(inputs):
        shown_name = name if inputs.several else None
        lines = outline_view(report, width=columns, depth=depth, guides=guides, name=shown_name, passages=passages)
        write_text(("\n" if place else "") + drawn(lines, soft_wrap=True))
    inputs.finish()


def _can_write(text: str) -> bool:
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return False
    return True
