"""`lawreport view` writes one page of all files that it can read, and never writes over a report."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pages import EXAMPLES

from lawreport_parser import LawReportError, parse
from lawreport_parser.view.command import write_view

NAMES = [str(EXAMPLES / name) for name in ("county-classic.txt", "defects.txt")]
ONE = [("one.txt", parse("一、成效"))]


def view(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    pytest.importorskip("typer")
    command = [sys.executable, "-m", "lawreport_parser", "view", *arguments, "-o", str(folder / "page.html")]
    return subprocess.run(command, capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL, check=False)


def pages_in(folder: Path) -> int:
    page = (folder / "page.html").read_text(encoding="utf-8")
    return page.count('<script type="application/json" id="report-')


def test_files_in_one_page_out(tmp_path: Path) -> None:
    done = view(*NAMES, folder=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert pages_in(tmp_path) == 2
    assert b"\r" not in (tmp_path / "page.html").read_bytes()


def test_a_web_page_is_read_as_its_text(tmp_path: Path) -> None:
    pytest.importorskip("lxml")
    source = tmp_path / "report.html"
    source.write_text("<!doctype html><p>一、主要成效</p><p>（一）<b>学法</b>8次</p>", encoding="utf-8")
    assert view(str(source), folder=tmp_path).returncode == 0
    assert "一、主要成效\\n（一）学法8次" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_what_cannot_be_read_has_a_line_and_the_page_shows_the_others(tmp_path: Path) -> None:
    done = view(str(tmp_path / "missing.txt"), *NAMES, folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr == f"lawreport: {tmp_path / 'missing.txt'}: no such file; check the name\n"
    assert pages_in(tmp_path) == 2


def test_what_strict_refuses_is_left_out(tmp_path: Path) -> None:
    plain = tmp_path / "plain.txt"
    plain.write_text("没有编号的一段话。", encoding="utf-8")
    done = view("--strict", str(plain), NAMES[0], folder=tmp_path)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert pages_in(tmp_path) == 1


def test_where_nothing_can_be_read_no_page_is_written(tmp_path: Path) -> None:
    assert view(str(tmp_path / "missing.txt"), folder=tmp_path).returncode == 2
    assert view("-", "-", folder=tmp_path).returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_a_report_is_not_overwritten(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("一、成效", encoding="utf-8")
    with pytest.raises(LawReportError, match="one of the reports"):
        write_view([(str(report), ONE[0][1])], str(tmp_path / "." / "report.txt"))
    assert report.read_text(encoding="utf-8") == "一、成效"


def test_what_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(LawReportError, match="the page was not written") as caught:
        write_view(ONE, str(tmp_path / "missing" / "page.html"))
    assert "\n" not in str(caught.value)
