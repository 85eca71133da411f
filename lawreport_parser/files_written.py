"""What commands write: whether it may be written, in the same words everywhere, and writing one file at the end.

Nothing is replaced unless asked, and never what was given.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, TypeAlias

from lawreport_parser.errors import LawReportError

__all__ = [
    "PAGE_ENDINGS",
    "as_utf8",
    "check_has_folder",
    "check_is_named",
    "check_is_new",
    "check_is_no_report",
    "check_may_replace",
    "write_file",
]

#: What a page that shows reports is called. Where folders are read, files of these names are looked into, and a page
#: is passed over; under another name it would be read as a report.
PAGE_ENDINGS: Final = (".html", ".htm")

#: What makes the error of a refusal from its message.
Refusal: TypeAlias = Callable[[str], LawReportError]


def check_may_replace(output: str | Path, overwrite: bool, refusal: Refusal = LawReportError) -> None:
    """Refuse what cannot be written to as a file, and a file that is there already, unless `overwrite`.

    A pipe or device may be there.
    """
    check_is_named(output, refusal)
    out = Path(output)
    if out.is_dir():
        raise refusal(f"{output}: a folder; give the name of a file")
    check_has_folder(out, refusal)
    if out.is_file():
        check_is_new(out, overwrite, refusal)


def check_is_named(output: str | Path, refusal: Refusal = LawReportError) -> None:
    """Refuse an empty name, such as that of a variable of the shell that is not set."""
    if not str(output):
        raise refusal("the name of what is to be written is empty; give one")


def check_has_folder(out: Path, refusal: Refusal = LawReportError) -> None:
    """Refuse an output in a folder that does not exist."""
    if not out.parent.is_dir():
        raise refusal(f"{out.parent}: no such folder; make it first")


def check_is_new(out: Path, overwrite: bool, refusal: Refusal = LawReportError) -> None:
    """Refuse a file or folder that is there already, unless `overwrite`."""
    if not overwrite and out.exists():
        raise refusal(f"{out}: it is there already; give another name, or --overwrite")


def check_is_no_report(outputs: Iterable[str | Path], reports: Iterable[str], what: str) -> None:
    """Refuse, with `LawReportError`, outputs that are files of the reports, under any name; `what` is to be written."""
    read = {_identity(name) for name in reports} - {None}
    for output in outputs:
        if _identity(output) in read:
            raise LawReportError(f"{output}: this is one of the reports; give the {what} another name")


def _identity(path: str | Path) -> tuple[int, int] | None:
    """Return what tells a file from all others, under whatever name; None where there is none."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino


def as_utf8(written: str) -> bytes:
    """Return the bytes of a file: UTF-8, lone surrogates as escapes."""
    return written.encode("utf-8", "backslashreplace")


def write_file(output: str, written: str, what: str) -> None:
    """Write a file in UTF-8, lone surrogates as escapes; `LawReportError` where it cannot be written."""
    try:
        Path(output).write_bytes(as_utf8(written))
    except OSError as error:
        raise LawReportError(f"{output}: {error.strerror or error}; the {what} was not written") from None
