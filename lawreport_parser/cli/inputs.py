"""What the commands are given: names of files in, reports out, or one line of complaint for each that fails."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

import typer

from lawreport_parser.cli.streams import complain
from lawreport_parser.errors import ReadError, ReportError

if TYPE_CHECKING:
    from lawreport_parser import Report

__all__ = ["Files", "NamedReport", "Strict", "read_reports"]

_STANDARD_INPUT: Final = "-"

Files = Annotated[
    list[str], typer.Argument(metavar="FILE", help="The text of a report, in UTF-8; - is standard input.")
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Fail, with status 1, where a report has a diagnostic of severity error.")
]


class NamedReport(NamedTuple):
    """A report and the name of the input that it was read from."""

    name: str
    report: Report


def read_reports(names: Sequence[str], *, strict: bool = False) -> list[NamedReport]:
    """Read every input, before anything is written.

    Each input that cannot be read, or that `strict` refuses, has its line on standard error; then the command
    ends with status 2 (or 1, where only `strict` refused).
    """
    if names.count(_STANDARD_INPUT) > 1:
        raise typer.BadParameter("standard input (-) can be read only once", param_hint="FILE")
    reports: list[NamedReport] = []
    status = 0
    for name in names:
        shown = "standard input" if name == _STANDARD_INPUT else name
        try:
            reports.append(NamedReport(shown, _read_report(name, shown, strict)))
        except ReadError as error:
            complain(str(error))
            status = 2
        except ReportError as error:
            complain(f"{shown}: {error}; leave out --strict to read it all the same")
            status = max(status, 1)
    if status:
        raise typer.Exit(status)
    return reports


def _read_report(name: str, shown: str, strict: bool) -> Report:
    """Read one input: the only place where bytes become a report."""
    from lawreport_parser import parse

    data = sys.stdin.buffer.read() if name == _STANDARD_INPUT else _read_bytes(name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(
            f"not UTF-8: byte 0x{data[error.start]:02X} at offset {error.start}; "
            "convert it first, for instance with iconv -f GB18030 -t UTF-8",
            shown,
        ) from None
    if not text or text.isspace():
        raise ReadError("empty, there is no text in it; give the text of a report", shown)
    return parse(text, strict=strict)


def _read_bytes(name: str) -> bytes:
    # Windows calls a directory a matter of permission, so ask first.
    if os.path.isdir(name):
        raise ReadError("a directory; name the files in it", name)
    try:
        return Path(name).read_bytes()
    except FileNotFoundError:
        raise ReadError("no such file; check the name", name) from None
    except PermissionError:
        raise ReadError("no permission to read it; check who may", name) from None
    except OSError as error:
        raise ReadError(f"{error.strerror or error}; check the file and its disk", name) from None
