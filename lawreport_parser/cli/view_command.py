"""The command `lawreport view`: reports as a page to look at."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from lawreport_parser.cli.inputs import Encoding, Files, Format, Reading, Strict, readable_reports

__all__ = ["view_files"]


def view_files(
    files: Files,
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="The HTML file to write.")],
    language: Annotated[Literal["zh", "en"], typer.Option("--language", help="Language of the labels.")] = "zh",
    strict: Strict = False,
    format_: Format = None,
    encoding: Encoding = None,
) -> None:
    """Write a page that shows reports, text beside outline, in one HTML file.

    A file that cannot be read has its line on standard error and the page shows the others; the status is then 2.
    """
    from lawreport_parser.view.command import write_view

    reports, status = readable_reports(files, Reading(strict, format_, encoding))
    if reports:
        write_view(reports, output, language=language)
    if status:
        raise typer.Exit(status)
