"""The command `lawreport view`: reports as a page to look at."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from lawreport_parser.cli.inputs import Encoding, Files, Format, NamedReport, Reading, Strict, read_reports

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

    reports, status = _readable(files, Reading(strict, format_, encoding))
    if reports:
        write_view(reports, output, language=language)
    if status:
        raise typer.Exit(status)


def _readable(files: list[str], how: Reading) -> tuple[list[NamedReport], int]:
    """Return the reports that can be read, and the status for those that cannot."""
    if files.count("-") > 1:
        return read_reports(files, how), 0  # which refuses them
    reports: list[NamedReport] = []
    status = 0
    for name in files:
        try:
            reports += read_reports([name], how)
        except typer.Exit as end:
            status = max(status, end.exit_code)
    return reports, status
