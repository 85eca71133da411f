"""`run` reads files and writes one page; it never writes over a report."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages import EXAMPLES

from lawreport_parser import LawReportError, ReadError
from lawreport_parser.view.command import run


def test_files_in_one_page_out(tmp_path: Path) -> None:
    names = [str(EXAMPLES / name) for name in ("county-classic.txt", "defects.txt")]
    written = run(names, str(tmp_path / "reports.html"))
    assert written == tmp_path / "reports.html"
    page = written.read_text(encoding="utf-8")
    assert page.count('<script type="application/json" id="report-') == 2
    assert b"\r" not in written.read_bytes()


def test_a_web_page_is_read_as_its_text(tmp_path: Path) -> None:
    pytest.importorskip("lxml")
    source = tmp_path / "report.html"
    source.write_text("<!doctype html><p>一、主要成效</p><p>（一）<b>学法</b>8次</p>", encoding="utf-8")
    page = run([str(source)], str(tmp_path / "view.html")).read_text(encoding="utf-8")
    assert "一、主要成效\\n（一）学法8次" in page


def test_a_report_is_not_overwritten(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("一、成效", encoding="utf-8")
    with pytest.raises(LawReportError, match="one of the reports"):
        run([str(report)], str(tmp_path / "." / "report.txt"))
    assert report.read_text(encoding="utf-8") == "一、成效"


def test_what_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(LawReportError, match="the page was not written") as caught:
        run([str(EXAMPLES / "defects.txt")], str(tmp_path / "missing" / "page.html"))
    assert "\n" not in str(caught.value)


def test_what_cannot_be_read_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        run([str(tmp_path / "missing.txt")], str(tmp_path / "page.html"))
    assert list(tmp_path.iterdir()) == []
