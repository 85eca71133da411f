"""Quantities, dates and citations in running text: spans, order, what holds no quantity, JSON, and linear work."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawreport_parser.numbers import (
    Quantity,
    citation_index,
    find_citations,
    find_document_numbers,
    find_quantities,
    parse_date,
    quantity_json,
    read_numbers,
)

WORDS = [
    "办理案件", "223", "件", "三", "十", "一", "万", "亿", "元", "%", "百分之", "分之", "约", "近", "余",
    "多", "以上", "至", "-", "—", "、", "，", "。", "第", "批", "年", "月", "日", "2021", "2021年", "12月",
    "《", "》", "〔2019〕", "〔2019", "30号", "“", "”", "（", "）", "个", "工作日", "半", "几", "成", "倍",
    "1.5", "1,234", "\n", " ", "甲政办", "统一", "双随机一公开", "\0", "季度", "上半年", "点", ":", "/",
    "\ud800", "起", "止", "（含）", "次年", "初", "底", "上旬", "前", "3日", "9:00", "2021.05", "国务院令",
    "第7号", "公告",
    "\ud800",
    "角", "块", "钱", "百分点", "百", "个 ", "四点 ", "又", "三五", "七八十", "（含）", "\r\n", "1,23", "2.", "本年",
]  # fmt: skip

RUNS = ["一", "1", "1,111,", "1.", "“", "《", "〔2019", "（", '"', "第一、", "一百", "3-", "百分之", "2021年", "三四"]
RUNS += [
    "一 ",
    "一百 ",
    "1\n",
    "一百\n",
    "5个\n",
    "5个 ",
    "百 分 之 ",
    "又三分之一",
    "1元1角",
    "三五",
    "一千五六百",
    "1,23\n",
]
RUNS += ["5个、", "约", "号", "5-6", "成", "九千万", "2021-", "\0", "-", "1年2", "《》", "《a《"]
RUNS += [
    "1日至",
    "3日、",
    "2021年1月1日（含）起至",
    "（周五）",
    "〔2019〕1、",
    "2号、",
    "国务院令第1号、",
    "第1号令",
    "（〔2019〕1号）《甲》",
]


@given(st.lists(st.sampled_from(WORDS), max_size=40).map("".join) | st.text(max_size=80))
def test_spans_are_exact_ordered_and_apart(text: str) -> None:
    figures = read_numbers(text)
    last = 0
    for quantity in figures.quantities:
        assert quantity.text == text[quantity.span.start : quantity.span.end] != ""
        assert quantity.span.start >= last
        last = quantity.span.end
        assert quantity.high is None or quantity.high > quantity.value
        assert (quantity.measure is None) == (quantity.measure_span is None)
        if quantity.measure_span:
            assert quantity.measure == quantity.measure_span.of(text)
    taken = [found.span for found in (*figures.dates, *figures.citations)]
    for found in (*figures.dates, *figures.citations, *figures.problems):
        assert found.text == found.span.of(text) != ""
    for found in (figures.dates, figures.citations):
        assert all(before.span.end <= after.span.start for before, after in pairwise(found))
    for quantity in figures.quantities:
        assert all(quantity.span.end <= span.start or span.end <= quantity.span.start for span in taken)


@given(st.lists(st.sampled_from(WORDS), max_size=30).map("".join))
def test_the_same_text_gives_the_same_figures(text: str) -> None:
    assert read_numbers(text) == read_numbers(text)


@given(st.lists(st.sampled_from(WORDS), max_size=30).map("".join), st.integers(0, 60), st.integers(0, 60))
def test_nothing_touches_an_excluded_span(text: str, start: int, length: int) -> None:
    for quantity in find_quantities(text, exclude=[(start, start + length)]):
        assert quantity.span.end <= start or start + length <= quantity.span.start or not length


@given(st.lists(st.sampled_from([word for word in WORDS if word != "\ud800"]), max_size=30).map("".join))
def test_quantities_survive_json(text: str) -> None:
    for quantity in find_quantities(text):
        assert Quantity.model_validate_json(quantity.model_dump_json()) == quantity
        fields = json.loads(quantity_json(quantity), parse_float=Decimal)
        assert fields["value"] == quantity.value
        assert not isinstance(fields["value"], str)


@pytest.mark.parametrize("unit", RUNS)
def test_long_runs_are_read_without_error(unit: str) -> None:
    text = unit * (30_000 // len(unit))
    figures = read_numbers(text)
    assert all(quantity.text == quantity.span.of(text) for quantity in figures.quantities[:50])


def test_a_number_of_a_thousand_digits_is_no_quantity() -> None:
    assert find_quantities("办理" + "9" * 1000 + "件") == []


def test_excluded_markers_leave_the_figure_behind_them() -> None:
    assert [found.text for found in find_quantities("1、5件", exclude=[(0, 2)])] == ["5件"]


def test_half_a_numeral_is_no_figure() -> None:
    assert find_quantities("办结12345件", exclude=[(2, 4)]) == []


def test_each_result_has_the_section_in_which_it_begins() -> None:
    text = "2021年印发《甲办法》，办结5件。2022年印发《乙办法》，办结6件。"
    figures = read_numbers(text, section_of=lambda offset: None if offset < text.index("2022") else "2")
    for found in (figures.quantities, figures.dates, figures.citations):
        assert [each.section_id for each in found] == [None, "2"]


def test_the_table_of_phrases_can_be_extended() -> None:
    text = "推进五项提升，办结五项"
    assert [found.span.start for found in find_quantities(text)] == [2, 9]
    assert [found.span.start for found in find_quantities(text, phrases=["五项提升"])] == [9]


def test_titles_numbers_and_dates_hold_no_quantity() -> None:
    text = "2021年印发《关于3项措施的通知》（甲政办〔2021〕5号），6月17日前完成5件"
    figures = read_numbers(text)
    assert [found.text for found in figures.quantities] == ["5件"]
    assert [found.text for found in figures.dates] == ["2021年"]
    assert [found.text for found in figures.citations] == ["《关于3项措施的通知》（甲政办〔2021〕5号）"]


def test_document_numbers_have_parts() -> None:
    (number,) = find_document_numbers("文号: 甲政办 〔２０２１〕 5 号")
    assert (number.issuer_code, number.year, number.number) == ("甲政办", 2021, 5)
    assert number.canonical == "甲政办〔2021〕5号"


def test_the_index_groups_mentions_of_one_document() -> None:
    text = "《甲办法》（甲政办〔2021〕5号）、甲政办[2021]5号、《甲 办法》、《中华人民共和国乙法》、《乙法》、《丙》"
    index = citation_index(find_citations(text)[0])
    assert {key: len(mentions) for key, mentions in index.items()} == {
        "甲政办〔2021〕5号": 3,
        "中华人民共和国乙法": 2,
        "丙": 1,
    }


@pytest.mark.parametrize(
    "mentions",
    [
        "《法治纲要（2021—2025年）》《法治纲要（2021-2025年）》《法治纲要（2021～2025年）》《法治纲要(2021–2025)》",
        "《柳溪·法治条例》《柳溪•法治条例》《柳溪・法治条例》《柳溪‧法治条例》",
        "《２０２４年工作要点》《2024年工作要点》《2024 年工作要点》",
        '《“3+2”方案》《"３＋２"方案》《「3+2」方案》',
        "《二〇三五年纲要》《二○三五年纲要》《二零三五年纲要》",
        "《甲，乙规定》《甲,乙规定》",
        "国务院令第722号、中华人民共和国国务院令第722号、国务院第722号令",
        "柳政发〔2024〕6号，柳政发[２０２４]６号，柳政发（2024）第6号",
        "国家税务总局公告2022年第3号，国家税务总局2022年第3号公告",
        "国务院令第722号《甲条例》，《甲条例》，国务院令第722号",
    ],
)
def test_ways_of_writing_are_one_document(mentions: str) -> None:
    index = citation_index(find_citations(mentions)[0])
    assert list(map(len, index.values())) == [len(find_citations(mentions)[0])]
    assert len(find_citations(mentions)[0]) > 1


@pytest.mark.parametrize(
    "mentions",
    [
        "《甲规定》《甲规定（试行）》",
        "《2023年工作要点》《2024年工作要点》",
        "《纲要（2016—2020年）》《纲要（2021—2025年）》",
        "国务院令第72号、国务院令第722号",
        "柳政发〔2023〕6号、柳政发〔2024〕6号",
        "柳政发〔2024〕6号，柳政发〔2024〕6—8号",
    ],
)
def test_other_documents_stay_apart(mentions: str) -> None:
    assert [len(each) for each in citation_index(find_citations(mentions)[0]).values()] == [1, 1]


def test_an_order_has_no_year_and_a_range_its_last_number() -> None:
    order, announcement, several = find_document_numbers(
        "国务院令第722号，国家税务总局公告2022年第3号，甲政复〔2024〕15—20号"
    )
    assert (order.issuer_code, order.year, order.number, order.last) == ("国务院令", None, 722, None)
    assert (announcement.issuer_code, announcement.year, announcement.number) == ("国家税务总局公告", 2022, 3)
    assert (several.issuer_code, several.year, several.number, several.last) == ("甲政复", 2024, 15, 20)
    assert [each.canonical for each in (order, announcement, several)] == [
        "国务院令第722号",
        "国家税务总局公告2022年第3号",
        "甲政复〔2024〕15—20号",
    ]


def test_each_number_of_a_list_is_where_it_stands() -> None:
    text = "（柳政发〔2024〕15、16号）"
    assert [(each.text, each.span.of(text)) for each in find_document_numbers(text)] == [
        ("柳政发〔2024〕15", "柳政发〔2024〕15"),
        ("16号", "16号"),
    ]


def test_a_title_takes_the_number_before_it_into_its_span() -> None:
    text = "按照（国发〔2021〕7号）《甲办法》、国务院令第722号公布的《乙条例》"
    assert [each.text for each in find_citations(text)[0]] == [
        "国发〔2021〕7号",
        "《甲办法》",
        "国务院令第722号公布的《乙条例》",
    ]
    assert find_citations("（国发〔2021〕7号）《甲办法》")[0][0].text == "（国发〔2021〕7号）《甲办法》"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021年12月31日", date(2021, 12, 31)),
        ("2021-12-31 09:30:00", date(2021, 12, 31)),
        ("2021-12-31T09:30:00", date(2021, 12, 31)),
        ("\u30002021/1/2 ", date(2021, 1, 2)),
        ("2021.01.02", date(2021, 1, 2)),
        ("２０２１年１月２日", date(2021, 1, 2)),
        ("2021 年 1 月 2 日 10时5分", date(2021, 1, 2)),
        ("二〇二一年十二月三十一日", date(2021, 12, 31)),
        ("2021年", None),
        ("2021-02-30", None),
        ("昨天", None),
        ("", None),
    ],
)
def test_one_date_alone(text: str, expected: date | None) -> None:
    assert parse_date(text) == expected
