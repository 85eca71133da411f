"""One file that is written at the end of a command: it replaces nothing unless asked, and never what was given."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from lawreport_parser.errors import LawReportError

__all__ = ["PAGE_ENDINGS", "as_utf8", "check_is_no_report", "check_may_replace", "write_file"]

#: What a page that shows reports is called. Where folders are read, files of these names are looked into, and a page
#: is passed over; under another name it would be read as a report.
PAGE_ENDINGS: Final = (".html", ".htm")


def check_is_no_report(output: str, reports: Iterable[str], what: str) -> None:
    """Refuse, with `LawReportError`, a name that is one of the files of the reports; `what` is to be written."""
    if any(_same_file(name, output) for name in reports):
        raise LawReportError(f"{output}: this is one of the reports; give the {what} another name")


def check_may_replace(output: str, overwrite: bool) -> None:
    """Refuse, with `LawReportError`, what cannot be written to, and a file that is there already, unless `overwrite`.

    A pipe or device may be there.
    """
    if not output:
        raise LawReportError("the name of what is to be written is empty; give one")
    out = Path(output)
    if out.is_dir():
        raise LawReportError(f"{output}: a folder; give the name of a file")
    if not out.parent.is_dir():
        raise LawReportError(f"{out.parent}: no such folder; make it first")
    if not overwrite and out.is_file():
        raise LawReportError(f"{output}: it is there already; give another name, or --overwrite")


def _same_file(name: str, output: str) -> bool:
    try:
        return Path(output).samefile(name)
    except OSError:
        return False


def as_utf8(written: str) -> bytes:
    """Return the bytes of a file: UTF-8, lone surrogates as escapes."""
    return written.encode("utf-8", "backslashreplace")


def write_file(output: str, written: str, what: str) -> None:
    """Write a file in UTF-8, lone surrogates as escapes; `LawReportError` where it cannot be written."""
    try:
        Path(output).write_bytes(as_utf8(written))
    except OSError as error:
        raise LawReportError(f"{output}: {error.strerror or error}; the {what} was not written") from None
