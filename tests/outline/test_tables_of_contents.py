"""A table of contents announces the outline; it is none, and it takes nothing of the outline away."""

from __future__ import annotations

import pytest

from lawreport_parser import parse

BODY = (
    "2023年，管委会坚持法治引领。现报告如下。\n\n"
    "第一部分　工作情况\n\n一、健全制度\n\n修订文件6件。\n\n二、规范执法\n\n立案21件。\n\n"
    "第二部分　存在的问题\n\n一、力量薄弱\n\n持证4人。\n\n二、宣传单一\n\n以发资料为主。\n\n"
    "第三部分　下一步打算\n\n充实队伍。\n"
)
OUTLINE = [
    (1, "第一部分"),
    (2, "一、"),
    (2, "二、"),
    (1, "第二部分"),
    (2, "一、"),
    (2, "二、"),
    (1, "第三部分"),
]
TABLES = {
    "parts": "第一部分　工作情况……1\n第二部分　存在的问题……4\n第三部分　下一步打算……6",
    "sections of the first part": (
        "第一部分　工作情况……1\n　一、健全制度……1\n　二、规范执法……2\n第二部分　存在的问题……4\n第三部分　下一步打算……6"
    ),
    "sections of two parts": (
        "第一部分　工作情况\t1\n　一、健全制度\t1\n　二、规范执法\t2\n"
        "第二部分　存在的问题\t4\n　一、力量薄弱\t4\n　二、宣传单一\t5\n第三部分　下一步打算\t6"
    ),
}


@pytest.mark.parametrize("table", TABLES)
def test_a_table_of_one_level_or_two_is_set_aside(table: str) -> None:
    text = f"白鹭新区管委会2023年法治政府建设年度报告\n\n目　录\n\n{TABLES[table]}\n\n{BODY}"
    report = parse(text)
    assert [(section.depth, section.marker.text) for section in report.walk()] == OUTLINE
    assert report.sections[0].marker.span.start > text.index("现报告如下")
    assert [item.heading for item in report.problems] == ["力量薄弱", "宣传单一"]


def test_the_outline_may_have_a_level_above_that_of_its_table() -> None:
    table = "目录\n一、健全制度\n二、规范执法\n三、改进普法\n"
    body = "第一章　成效\n一、健全制度\n修订。\n二、规范执法\n立案。\n三、改进普法\n宣讲。\n第二章　打算\n充实队伍。\n"
    sections = list(parse(f"白鹭县2023年法治工作总结\n{table}\n本年工作总结如下。\n{body}").walk())
    assert [section.marker.text for section in sections] == ["第一章", "一、", "二、", "三、", "第二章"]


def test_a_table_may_list_decimals() -> None:
    table = "目　录\n1 总则\n1.1 目的\n1.2 依据\n2 体系\n2.1 指挥部\n"
    body = "1 总则\n1.1 目的\n规范。\n1.2 依据\n依规。\n2 体系\n2.1 指挥部\n场长。\n2.2 办公室\n牧业局。\n"
    sections = list(parse(f"牧场应急预案\n{table}{body}").walk())
    assert [section.marker.text for section in sections] == ["1", "1.1", "1.2", "2", "2.1", "2.2"]
    assert sections[1].body[0].text == "规范。"


@pytest.mark.parametrize(
    "sentence",
    [
        "本报告由四个部分组成：一、履职情况；二、主要成效；三、存在不足；四、下步安排。现报告如下。",
        "主要内容如下：一、履职情况，二、主要成效，三、存在不足，四、下步安排。",
    ],
)
@pytest.mark.parametrize("gap", ["\n", ""])
def test_parts_that_one_sentence_foretells_are_set_aside(sentence: str, gap: str) -> None:
    parts = ("一、履职情况", "二、主要举措和成效", "三、存在的问题和不足", "四、下一步安排")
    body = "".join(f"{part}{gap}看护灯塔。{gap}" for part in parts)
    report = parse(f"白鹭县2023年法治政府建设报告\n2023年，我县加强建设。{sentence}{gap}{body}")
    assert [section.marker.text for section in report.sections] == ["一、", "二、", "三、", "四、"]
    assert report.sections[0].span.start > report.text.index("下步安排")


def test_plans_that_answer_problems_word_for_word_are_no_outline_of_theirs() -> None:
    text = (
        "白鹭县2023年法治政府建设报告\n一、学法用法\n学法八次。\n二、存在问题\n仍有不足：1.巡查不勤；2.宣传不广。\n"
        "三、下一步打算\n1.勤于巡查\n查八次。\n2.广为宣传\n讲九次。"
    )
    markers = ["一、", "二、", "1.", "2.", "三、", "1.", "2."]
    assert [section.marker.text for section in parse(text).walk()] == markers
