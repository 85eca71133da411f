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
