"""`to_frame`, `read_folder`, and what a notebook shows of reports and items."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from lawreport_parser import Report, parse, parse_many, read_folder, to_frame
from lawreport_parser.arrow import COMPARISON_SCHEMAS, COMPARISON_TABLES, SCHEMAS, TABLES
from lawreport_parser.frames import FileWarning
from lawreport_parser.panel import ALL_TABLES

FOLDER = Path(__file__).parents[2] / "examples" / "reports"
TEXT = """白鹭县人民政府2023年法治政府建设年度报告
一、主要举措和成效
受理行政复议案件53件。
二、存在的问题
一是宣传不够；二是人员不足。
"""

pytest.importorskip("pyarrow")


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text(TEXT.replace("2023", "2022"), encoding="utf-8")
    return tmp_path


class TestToFrame:
    @pytest.mark.parametrize("kind", ["pandas", "polars", "arrow"])
    def test_every_table_in_every_kind(self, kind: str) -> None:
        pytest.importorskip({"arrow": "pyarrow"}.get(kind, kind))
        reports = [("a", parse(TEXT)), ("b", parse(TEXT))]
        for table in ALL_TABLES:
            frame = to_frame(reports, table, kind)
            names = frame.column_names if kind == "arrow" else list(frame.columns)
            if table in TABLES:
                before = [] if table == "reports" else ["issuer", "year", "region_code"]
                assert names == [*before, *SCHEMAS[table].names]
            assert len(frame) > 0 or table in ("dates", "citations", *COMPARISON_TABLES)

    def test_the_reports_of_an_issuer_are_compared(self, files: Path) -> None:
        pytest.importorskip("pandas")
        reports = [parse(TEXT.replace("2023", year).replace("53", f"{year[2:]}.0")) for year in ("2022", "2023")]
        frame = to_frame(reports, "changes")
        assert list(frame["difference"]) == [1.0]
        with pytest.warns(FileWarning):
            pairs = to_frame(files, "pairs", "arrow")
        assert pairs.schema.names == COMPARISON_SCHEMAS["pairs"].names
        assert pairs.column("earlier_id").to_pylist() == [str(files / "c.txt")]

    def test_a_folder_is_one_line(self) -> None:
        pandas = pytest.importorskip("pandas")
        frame = to_frame(FOLDER, "panel")
        assert isinstance(frame, pandas.DataFrame)
        assert frame.shape[0] == 12
        assert str(frame["year"].dtype) == "Int32"
        assert str(frame["share_plans"].dtype) == "float64"
        assert frame["published_date"].dtype.kind == "M"
        assert list(frame["file"]) == sorted(map(str, FOLDER.glob("*.txt")))

    def test_reports_come_in_every_form(self, files: Path) -> None:
        report = parse(TEXT)
        names = [str(files / "a.txt"), str(files / "c.txt")]
        given: list[Any] = [report, [report], [("x", report)], names, [Path(name) for name in names]]
        given += [str(files / "[ac].txt"), parse_many(names), read_folder(names), iter([]), files / "a.txt"]
        counts = [1, 1, 1, 2, 2, 2, 2, 2, 0, 1]
        assert [to_frame(each, "reports", "arrow").num_rows for each in given] == counts

    def test_a_report_has_its_own(self) -> None:
        pytest.importorskip("pandas")
        frame = parse(TEXT).to_frame()
        assert list(frame["role"]) == ["achievements", "problems", "problems"]
        assert parse(TEXT).to_frame("indicators", "arrow").column("code").to_pylist() == ["reconsideration.accepted"]

    def test_a_panel_marks_what_is_there_twice(self) -> None:
        frame = to_frame([("a", parse(TEXT)), ("b", parse(TEXT))], "panel", "arrow")
        assert frame.column("duplicate_of").to_pylist() == [None, "a"]
        without_ids = to_frame([parse(TEXT), parse(TEXT)], "panel", "arrow")
        files = without_ids.column("file").to_pylist()
        for mark in ("duplicate_of", "same_issuer_year_as"):
            assert without_ids.column(mark).to_pylist() == [None, files[0]]

    def test_lone_surrogates_become_marks(self) -> None:
        assert to_frame(parse(f"{TEXT}\ud800"), "reports", "arrow").column("text").to_pylist() == [f"{TEXT}\ufffd"]

    def test_what_is_wrong_is_said(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with pytest.raises(ValueError, match="there is no table 'tems'; the tables are panel, long, reports"):
            to_frame([], "tems")
        with pytest.raises(ValueError, match="as_ is one of pandas, polars, arrow, not 'spark'"):
            to_frame([], as_="spark")
        with pytest.raises(ValueError, match="two reports have the id 'a'"):
            to_frame([("a", parse(TEXT)), ("a", parse(TEXT))], as_="arrow")
        with pytest.raises(TypeError, match="reports are given as paths, or as Report"):
            to_frame([1], as_="arrow")  # type: ignore[list-item]
        monkeypatch.setitem(sys.modules, "polars", None)
        with pytest.raises(ImportError, match=r"polars is not installed: pip install 'lawreport-parser\[polars\]'"):
            to_frame([], as_="polars")


class TestReadFolder:
    def test_it_gives_reports_and_knows_how_many_files(self, files: Path) -> None:
        found = read_folder(files, on_error=lambda outcome: None)
        assert len(found) == 3
        assert [report.header.year for report in found] == [2023, 2022]
        assert [outcome.error is None for outcome in found.outcomes()] == [True, False, True]

    def test_a_file_that_fails_is_a_warning(self, files: Path) -> None:
        with pytest.warns(FileWarning, match=r"b\.txt: empty, there is no text in it.*; it is left out") as caught:
            assert to_frame(files, "reports", "arrow").num_rows == 2
        warning = caught[0].message
        assert isinstance(warning, FileWarning)
        assert (Path(warning.path).name, warning.code) == ("b.txt", "unreadable")

    def test_the_warning_tells_the_line_of_the_program_and_comes_once(self, files: Path) -> None:
        ways: list[Callable[[], object]] = [
            lambda: list(read_folder(files)),
            lambda: [name for name, _ in read_folder(files).named()],
            lambda: list(read_folder(files, progress=True)),
            lambda: to_frame(files, "reports", "arrow"),
            lambda: to_frame(read_folder(files), "pairs", "arrow"),
            lambda: to_frame(parse_many(sorted(files.iterdir())), "panel", "arrow"),
        ]
        for way in ways:
            with pytest.warns(FileWarning) as caught:
                way()
            assert [(each.filename, each.lineno) for each in caught] == [(__file__, way.__code__.co_firstlineno)]

    def test_or_raises_or_is_handed_over(self, files: Path) -> None:
        with pytest.raises(FileWarning):
            list(read_folder(files, on_error="raise"))
        failed: list[str] = []
        assert len(list(read_folder(files, on_error=lambda outcome: failed.append(outcome.path)))) == 2
        assert [Path(path).name for path in failed] == ["b.txt"]

    def test_workers_read_them_too(self, files: Path) -> None:
        with pytest.warns(FileWarning):
            assert [report.header.year for report in read_folder(files, jobs=2)] == [2023, 2022]

    def test_what_is_wrong_is_said(self, tmp_path: Path) -> None:
        with pytest.raises(Exception, match="no file in this folder"):
            read_folder(tmp_path)
        with pytest.raises(ValueError, match="jobs is at least 1"):
            read_folder(FOLDER, jobs=0)
        with pytest.raises(ValueError, match="on_error is 'warn', 'raise' or a function"):
            read_folder(FOLDER, on_error="ignore")  # type: ignore[arg-type]

    def test_progress_in_a_notebook_is_a_bar_in_the_cell(self, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        drawn: list[dict[str, str]] = []

        class Cell:
            def update(self, data: dict[str, str], raw: bool) -> None:
                drawn.append(data)

        display = SimpleNamespace(display=lambda *_, **__: Cell())
        shell = SimpleNamespace(get_ipython=lambda: SimpleNamespace(kernel=True), display=display)
        monkeypatch.setitem(sys.modules, "IPython", shell)
        monkeypatch.setitem(sys.modules, "IPython.display", display)
        with pytest.warns(FileWarning):
            list(read_folder(files, progress=True))
        assert drawn[0]["text/html"].startswith('<progress value="0" max="3"')
        assert drawn[-1]["text/plain"].startswith("3/3 [0:00:00 left, ")
        assert drawn[-1]["text/plain"].endswith(", 1 failure")

    def test_progress_in_a_terminal_is_a_bar(self, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        pytest.importorskip("rich")

        class Terminal:
            encoding = "utf-8"

            def __init__(self) -> None:
                self.written = ""

            def write(self, text: str) -> int:
                self.written += text
                return len(text)

            def flush(self) -> None:
                pass

            def isatty(self) -> bool:
                return True

        terminal = Terminal()
        monkeypatch.setattr(sys, "stderr", terminal)
        monkeypatch.setenv("TERM", "xterm")
        assert len(list(read_folder(files, progress=True, on_error=lambda outcome: None))) == 2
        assert "3/3" in terminal.written


class TestShown:
    def test_a_report_is_a_line(self) -> None:
        assert repr(parse(TEXT)) == (
            "<Report '白鹭县人民政府2023年法治政府建设年度报告': 69 characters, 2 sections, achievements 1, problems 2>"
        )
        assert repr(parse("")) == "<Report '': 0 characters, 0 sections>"

    def test_a_list_of_items_is_read_at_a_glance(self) -> None:
        assert repr(parse(TEXT).problems) == (
            "[<Item 2.1 '一是宣传不够；', 7 characters>, <Item 2.2 '二是人员不足。', 7 characters>]"
        )

    def test_long_texts_are_cut(self) -> None:
        item = parse(f"一、存在的问题\n{'执法力量不足，' * 30}人员少。\n").problems[0]
        assert len(repr(item)) < 90

    def test_html_is_escaped(self) -> None:
        report = parse("<b>县2023年法治政府建设年度报告\n一、存在的问题\n一是<script>不够；二是人员不足。\n")
        for html in (report._repr_html_(), *(item._repr_html_() for item in report.problems)):
            assert "<script>" not in html
            assert "<b>" not in html
        assert "problems (2)" in report._repr_html_()

    def test_a_report_shows_its_place(self) -> None:
        report = parse("南通市海门区人民政府2023年法治政府建设年度报告\n一、主要成效\n学法。\n")
        assert "320614 江苏省/南通市/海门区" in report._repr_html_()

    def test_a_report_of_another_process_shows_itself(self, files: Path) -> None:
        outcome = next(parse_many([str(files / "a.txt")], timeout=60))
        assert isinstance(outcome.report, Report)
        assert "白鹭县人民政府" in repr(outcome.report)
