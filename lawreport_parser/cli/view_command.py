"""The command `lawreport view`: reports as a page to look at."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from lawreport_parser.cli.inputs import Encoding, Files, Format, Reading, Strict, read_reports

__all__ = ["view_files"]


def view_files(
    files: Files,
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="The HTML file to write.")],
    language: Annotated[Literal["zh", "en"], typer.Option("--language", help="Language of the labels.")] = "zh",
    strict: Strict = False,
    format_: Format = None,
    encoding: Encoding = None,
) -> None:
    """Write a page that shows reports, text beside outline, in one HTML file."""
    from lawreport_parser.view.command import write_view

    write_view(read_reports(files, Reading(strict, format_, encoding)), output, language=language)
