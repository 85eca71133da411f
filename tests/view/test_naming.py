"""What a page calls files and reports: each file can be told from the others."""

from __future__ import annotations

from pages import EXAMPLES

from lawreport_parser import parse
from lawreport_parser.view.naming import report_name, shown_names
from lawreport_parser.view.page_data import summary


def test_a_file_is_shown_without_its_folders() -> None:
    assert shown_names(["/home/someone/in/a.txt", "in/b.txt", "standard input", ""]) == [
        "a.txt",
        "b.txt",
        "standard input",
        "",
    ]


def test_files_of_one_name_are_shown_with_as_many_folders_as_tell_them_apart() -> None:
    names = ["in/a/2022/report.txt", "in/b/2022/report.txt", "in/a/2023/report.txt", "in/a/2023/other.txt"]
    assert shown_names(names) == ["a/2022/report.txt", "b/2022/report.txt", "2023/report.txt", "other.txt"]


def test_a_name_given_twice_is_shown_twice() -> None:
    assert shown_names(["in/a.txt", "in/a.txt"]) == ["in/a.txt", "in/a.txt"]
    assert shown_names([]) == []


def test_a_report_without_title_is_called_by_issuer_and_year_else_by_its_file() -> None:
    titled = summary(parse((EXAMPLES / "county-classic.txt").read_text(encoding="utf-8")), "a.txt")
    assert report_name(titled) == "石湾县人民政府关于2023年度法治政府建设情况的报告"
    untitled = {**titled, "title": None}
    assert report_name(untitled) == "石湾县人民政府 · 2023"
    assert report_name({**untitled, "year": None}) == "石湾县人民政府"
    assert report_name({**untitled, "issuer": None}) == "a.txt"
