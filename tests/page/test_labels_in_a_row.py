"""Labels on one line: each has its own value, those that no table knows too, and a value ends where its form does."""

from __future__ import annotations

import pytest

from lawreport_parser import parse

TITLE = "石湾县人民政府2023年法治政府建设年度报告"
BODY = "\n一、主要成效\n甲乙丙。"


def test_a_label_that_no_table_knows_has_its_value_between_known_ones() -> None:
    header = parse(f"{TITLE}\n来源：县司法局 拟稿：宋某 发布日期：2024-01-30{BODY}").header
    assert header.source == "县司法局"
    assert header.other == {"拟稿": "宋某"}
    assert str(header.published_date) == "2024-01-30"


@pytest.mark.parametrize("behind", ["政务公开", TITLE])
@pytest.mark.parametrize("written", ["2024-01-30", "2024-1-30"])
def test_a_date_ends_where_words_are_stuck_to_it(written: str, behind: str) -> None:
    text = f"发布日期：{written}{behind}\n{TITLE}{BODY}"
    header = parse(text).header
    assert str(header.published_date) == "2024-01-30"
    assert header.evidence["published_date"].of(text) == written
    assert header.title == TITLE


@pytest.mark.parametrize("below", ["", "\n《石湾县灯塔管理办法》已经通过，现予公布。"])
def test_the_number_of_an_order_stands_below_its_name_at_the_end_of_a_text_too(below: str) -> None:
    header = parse(f"石湾县人民政府令\n第12号{below}").header
    assert (header.issuer, header.document_number) == ("石湾县人民政府", "第12号")
