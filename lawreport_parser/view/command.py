"""What `lawreport view` does with the reports it has read: write one page."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from lawreport_parser.errors import LawReportError
from lawreport_parser.report import Report
from lawreport_parser.view.document import render
from lawreport_parser.view.translations import Language

__all__ = ["write_view"]


def write_view(reports: Iterable[tuple[str, Report]], output: str, *, language: Language = "zh") -> Path:
    """Write the page that shows `reports` (name and report each) to `output`, and return its path.

    `LawReportError` where it would replace one of the files it shows, or cannot be written.
    """
    given = list(reports)
    target = Path(output)
    for name, _ in given:
        if _same_file(name, target):
            raise LawReportError(f"{output}: this is one of the reports; give the page another name")
    page = render(given, language=language)
    try:
        target.write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        raise LawReportError(f"{output}: {error.strerror or error}; the page was not written") from None
    return target


def _same_file(name: str, target: Path) -> bool:
    try:
        return target.exists() and os.path.samefile(name, target)
    except OSError:
        return False
