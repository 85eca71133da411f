"""`Report.outline` and `Report.to_markdown`: a report as text to look at, and as text to go on with."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from lawreport_parser import parse
from lawreport_parser.blanks import in_one_line
from lawreport_parser.report import Report

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "reports").glob("*.txt"))
TEXT = """索引号：990001-2025-0007
石港县2024年法治政府建设年度报告
市人民政府：
2024年，全县推进依法行政。
一、主要成效
（一）规范码头管理。
一是公示泊位信息。全部上网。
是记录装卸过程。配备记录仪。
（二）学法8次。
1.讲座*3*场。
2.考试_五_场，[见网页](附件)。
二、存在的问题及下一步打算
人手不足。
石港县人民政府
2025年1月8日
"""


def test_the_outline_has_a_line_for_each_section() -> None:
    assert parse(TEXT).outline().splitlines() == [
        "一、 主要成效 [achievements]",
        "├─ （一） 规范码头管理",
        "│  ├─ 一是 公示泊位信息",
        "│  └─ 是[2] 记录装卸过程",
        "└─ （二） 学法8次",
        "   ├─ 1. 讲座*3*场。",
        "   └─ 2. 考试_五_场，[见网页](附件)。",
        "二、 存在的问题及下一步打算 [problems] [plans]",
    ]


def test_depth_leaves_out_the_levels_below() -> None:
    assert parse(TEXT).outline(depth=1).splitlines() == [
        "一、 主要成效 [achievements]",
        "二、 存在的问题及下一步打算 [problems] [plans]",
    ]


def test_a_report_without_sections_has_an_empty_outline() -> None:
    assert parse("").outline() == ""


def test_what_a_terminal_would_obey_is_escaped() -> None:
    assert parse("一、学法\x1b[31m\n甲。\n二、普法\n").outline().splitlines()[0].startswith("一、 学法\\x1b[31m")


def test_headings_go_by_depth_and_what_is_counted_in_sentences_is_a_list() -> None:
    assert parse(TEXT).to_markdown() == (
        "# 石港县2024年法治政府建设年度报告\n"
        "\n市人民政府：\n"
        "\n2024年，全县推进依法行政。\n"
        "\n## 一、主要成效\n"
        "\n### （一）规范码头管理\n"
        "\n- 一是公示泊位信息。全部上网。\n"
        "\n- 是记录装卸过程。配备记录仪。\n"
        "\n### （二）学法8次\n"
        "\n- 1.讲座\\*3\\*场。\n"
        "\n- 2.考试\\_五\\_场，[见网页\\](附件)。\n"
        "\n## 二、存在的问题及下一步打算\n"
        "\n人手不足。\n"
        "\n石港县人民政府\n"
        "\n2025年1月8日\n"
    )


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("# 号码头", "\\# 号码头"),
        ("#号码头", "#号码头"),
        ("- 3号码头", "\\- 3号码头"),
        ("-3度", "-3度"),
        ("---", "\\---"),
        ("> 5吨", "\\> 5吨"),
        ("甲<b>乙", "甲\\<b>乙"),
        ("甲<乙", "甲<乙"),
        ("R&D;", "R\\&D;"),
        ("一`二`", "一\\`二\\`"),
        ("~~三~~", "\\~~三\\~~"),
        ("3~5件", "3~5件"),
        ("1\\2", "1\\\\2"),
        ("石政办[2024]30号", "石政办[2024]30号"),
        ("2024. 年", "2024\\. 年"),
    ],
)
def test_what_markdown_would_read_is_escaped(words: str, written: str) -> None:
    report = parse("一、主要成效\n甲。")
    paragraph = report.sections[0].body[0].model_copy(update={"text": words})
    section = report.sections[0].model_copy(update={"body": [paragraph]})
    assert report.model_copy(update={"sections": [section]}).to_markdown() == f"## 一、主要成效\n\n{written}\n"


def test_below_the_sixth_level_all_are_entries_of_lists() -> None:
    text = "第一编 甲\n第一章 乙\n第一节 丙\n一、丁\n（一）戊\n1.己\n（1）庚\n辛。"
    lines = [line for line in parse(text).to_markdown().splitlines() if line]
    assert lines[-4:] == ["###### （一）戊", "- 1.己", "  - （1）庚", "    辛。"]


def test_an_empty_report_is_empty_markdown() -> None:
    assert parse("").to_markdown() == ""


def outline(report: Report) -> list[tuple[Any, ...]]:
    def words(text: str) -> str:
        return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", in_one_line(text))

    return [
        (each.depth, each.marker.style, each.marker.ordinal, each.heading and words(each.heading.text))
        for each in report.walk()
    ]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_markdown_of_each_example_is_read_as_the_same_outline(path: Path) -> None:
    report = parse(path.read_text(encoding="utf-8"))
    again = parse(report.to_markdown())
    assert outline(again) == outline(report)
    assert again.header.title == report.header.title


@pytest.mark.parametrize("text", [TEXT, *(path.read_text(encoding="utf-8") for path in EXAMPLES)])
def test_a_page_made_of_it_shows_the_words_of_the_report(text: str) -> None:
    markdown_it = pytest.importorskip("markdown_it")
    report = parse(text)
    tokens = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(report.to_markdown())
    shown = [
        "".join(child.content for child in token.children or () if child.type == "text")
        for token in tokens
        if token.type == "inline"
    ]
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {"text", "text_special"}
    assert not {"ordered_list_open", "blockquote_open", "code_block", "fence", "hr", "table_open"}.intersection(
        token.type for token in tokens
    )
    headed = sum(token.type == "heading_open" for token in tokens)
    assert headed <= 1 + sum(section.heading is not None for section in report.walk())
    lines = iter(shown)
    for section in report.walk():
        words = in_one_line(section.heading.text if section.heading else section.body[0].text if section.body else "")
        assert any(words in line for line in lines), words
