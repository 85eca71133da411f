"""What `lawreport view` does with the reports it has read: write one page."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lawreport_parser.files_written import check_is_no_report, write_file
from lawreport_parser.report import Report
from lawreport_parser.view.document import render
from lawreport_parser.view.translations import Language

__all__ = ["write_view"]


def write_view(reports: Iterable[tuple[str, Report]], output: str, *, language: Language = "zh") -> Path:
    """Write the page that shows `reports` (name and report each) to `output`, and return its path.

    `LawReportError` where it would replace one of the files it shows, or cannot be written.
    """
    given = list(reports)
    check_is_no_report(output, (name for name, _ in given), "page")
    write_file(output, render(given, language=language), "page")
    return Path(output)
