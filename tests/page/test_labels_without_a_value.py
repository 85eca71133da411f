"""A label with nothing behind its colon is empty where the line below it is plainly another thing."""

from __future__ import annotations

import pytest

from lawreport_parser import parse

TITLE = "石湾县人民政府2023年法治政府建设年度报告\n发布日期：2024-01-30\n"
BODY = "\n一、主要成效\n甲乙丙。"


@pytest.mark.parametrize("line", ["县司法局", "法治科", "宋某某"])
def test_a_blank_line_parts_an_empty_label_from_what_follows(line: str) -> None:
    assert parse(f"{TITLE}来源：\n{line}{BODY}").header.source == line
    assert parse(f"{TITLE}来源：\n\n{line}{BODY}").header.source is None


@pytest.mark.parametrize("label", ["名称", "标题"])
@pytest.mark.parametrize("before", ["", "发布日期：2024-01-30\n"])
def test_a_title_over_two_lines_stands_below_the_label_that_names_it(label: str, before: str) -> None:
    text = f"{before}{label}：\n石湾县人民政府关于2023年度\n法治政府建设情况的报告{BODY}"
    assert parse(text).header.title == "石湾县人民政府关于2023年度法治政府建设情况的报告"
