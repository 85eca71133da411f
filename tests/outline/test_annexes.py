"""Annexes: the heading of one begins a further document, a list of them is no outline."""

from __future__ import annotations

import pytest

from lawreport_parser import Report, parse

RULES = "检查办法\n第一条 为规范检查，制定本办法。\n第二条 检查由牧业局组织。\n第三条 本办法施行。\n"
STEPS = "一、准备\n制定方案。\n二、实施\n现场查看。\n"


def tree(report: Report) -> list[tuple[str, int]]:
    return [(section.marker.text, section.depth) for section in report.walk()]


@pytest.mark.parametrize(
    "heading", ["附件：检查流程", "附件1\n检查流程", "附表", "附录2：检查流程", "　　附 件：", "附件一"]
)
def test_the_outline_of_an_annex_stands_at_the_top(heading: str) -> None:
    report = parse(f"{RULES}{heading}\n{STEPS}")
    assert tree(report) == [("第一条", 1), ("第二条", 1), ("第三条", 1), ("一、", 1), ("二、", 1)]
    assert [paragraph.text for paragraph in report.preamble if "附" in paragraph.text]


def test_a_series_that_goes_on_behind_the_annex_keeps_it() -> None:
    report = parse("一、对象\n看以下附件。\n附件\n（一）甲桥\n（二）乙桥\n二、时限\n六月底。\n三、要求\n抓好。")
    assert tree(report) == [("一、", 1), ("（一）", 2), ("（二）", 2), ("二、", 1), ("三、", 1)]


def test_an_annex_of_a_report_is_no_plan() -> None:
    text = (
        "白鹭县牧业局2023年法治政府建设报告\n一、学法用法\n学法八次。\n二、下一步打算\n充实队伍。\n"
        "附件\n名词解释\n1.桥长制：一桥一人。\n2.灯塔令：夜间点灯。"
    )
    report = parse(text)
    assert [section.roles for section in report.sections] == [["achievements"], ["plans"], [], []]


@pytest.mark.parametrize(
    "listed",
    [
        "附件：1.登记表 2.汇总表 3.名单 4.承诺书",
        "附件：1.登记表2.汇总表3.名单4.承诺书",
        "附表： 1.登记表 2.汇总表 3.名单",
        "附：1.登记表 2.汇总表 3.名单",
    ],
)
def test_a_list_of_annexes_on_one_line_is_no_outline(listed: str) -> None:
    text = f"一、对象\n各桥。\n二、时限\n请于六月底前报送。{listed} 白鹭县牧业局 2018年5月18日"
    assert tree(parse(text)) == [("一、", 1), ("二、", 1)]


def test_what_an_annex_says_in_sentences_is_outline() -> None:
    text = "一、对象\n各桥。附表：1.学习情况。学了八次。2.检查情况。查了三次。\n二、时限\n六月底。"
    assert tree(parse(text)) == [("一、", 1), ("1.", 2), ("2.", 2), ("二、", 1)]
