"""What the commands are given: names of files in, reports out, or one line of complaint for each that fails."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Final, Literal, NamedTuple

import typer

from lawreport_parser.cli.streams import complain
from lawreport_parser.errors import ReadError, ReportError

if TYPE_CHECKING:
    from lawreport_parser import Report

__all__ = [
    "Encoding",
    "FileFormat",
    "Files",
    "Format",
    "NamedReport",
    "Reading",
    "Strict",
    "read_reports",
    "readable_reports",
]

_STANDARD_INPUT: Final = "-"

Files = Annotated[
    list[str],
    typer.Argument(metavar="FILE", help="A report as text, web page, Word file or PDF; - is standard input."),
]
FileFormat = Literal["text", "html", "docx", "pdf"]
Format = Annotated[
    FileFormat | None, typer.Option("--format", help="What the files are (default: told by their content).")
]
Encoding = Annotated[
    str | None, typer.Option("--encoding", help="Encoding of text and web pages (default: told by the bytes).")
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Fail, with status 1, where a report has a diagnostic of severity error.")
]


class NamedReport(NamedTuple):
    """A report and the name of the input that it was read from."""

    name: str
    report: Report


class Reading(NamedTuple):
    """How files are read: as the user says, or as their content tells."""

    strict: bool = False
    format: FileFormat | None = None
    encoding: str | None = None


def read_reports(names: Sequence[str], how: Reading) -> list[NamedReport]:
    """Read every input, before anything is written.

    Each input that cannot be read, or that `strict` refuses, has its line on standard error; then the command
    ends with status 2 (or 1, where only `strict` refused).
    """
    reports, status = readable_reports(names, how)
    if status:
        raise typer.Exit(status)
    return reports


def readable_reports(names: Sequence[str], how: Reading) -> tuple[list[NamedReport], int]:
    """Read the inputs that can be read; return them, and the status that the others give: 0 where there is none.

    Each of the others has its line on standard error.
    """
    if names.count(_STANDARD_INPUT) > 1:
        raise typer.BadParameter("standard input (-) can be read only once", param_hint="FILE")
    reports: list[NamedReport] = []
    status = 0
    for name in names:
        shown = "standard input" if name == _STANDARD_INPUT else name
        try:
            reports.append(NamedReport(shown, _read_report(name, shown, how)))
        except ReadError as error:
            complain(str(error))
            status = 2
        except ReportError as error:
            complain(f"{shown}: {error}; leave out --strict to read it all the same")
            status = max(status, 1)
    return reports, status


def _read_report(name: str, shown: str, how: Reading) -> Report:
    """Read one input: the only place where a command reads a file."""
    from lawreport_parser import parse_bytes, parse_file

    if name == _STANDARD_INPUT:
        report = parse_bytes(
            sys.stdin.buffer.read(), name=shown, format=how.format, encoding=how.encoding, strict=how.strict
        )
    else:
        report = parse_file(name, how.format, how.encoding, strict=how.strict)
    if not report.text or report.text.isspace():
        raise ReadError("empty, there is no text in it; give the text of a report", shown)
    return report
