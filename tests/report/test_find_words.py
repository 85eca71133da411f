"""`Report.find`: where words stand, and in which section."""

from __future__ import annotations

import time

import pytest

from lawreport_parser import Span, parse
from lawreport_parser.report import Report

TEXT = """索引号：990001-2025-0007
石港县2024年法治政府建设年度报告
2024年，全县推进行政复议改革。
一、行政复议
（一）受理案件53件，办结行 政 复 议案件50件。
（二）公开文书。网上公开ABC类文书１２份。
二、普法宣传
宣讲行政复
议知识8场，巡回调解案件6件。
石港县人民政府
2025年1月8日
网站标识码：9900000009行政复议
"""
REPORT = parse(TEXT)


def places(words: str, report: Report = REPORT) -> list[tuple[str | None, str]]:
    return [(each.section_id, each.text) for each in report.find(words)]


def test_each_place_is_given_with_its_section_in_the_order_of_the_text() -> None:
    assert places("案件") == [("1.1", "案件"), ("1.1", "案件"), ("2", "案件")]


def test_preamble_headings_and_paragraphs_are_searched_and_the_page_around_them_is_not() -> None:
    assert places("行政复议") == [(None, "行政复议"), ("1", "行政复议"), ("1.1", "行 政 复 议"), ("2", "行政复\n议")]
    assert places("标识码") == places("990001") == places("人民政府") == []


def test_full_and_half_width_and_case_are_the_same() -> None:
    assert places("12份") == places("１２份") == [("1.2", "１２份")]
    assert places("ａｂｃ类") == [("1.2", "ABC类")]


def test_words_that_a_blank_parts_stand_in_one_section() -> None:
    assert places("办结 复议") == [("1.1", "办结"), ("1.1", "复 议")]
    assert places("复议\u3000知识") == [("2", "复\n议"), ("2", "知识")]
    assert places("受理 知识") == []


def test_heading_and_own_paragraphs_count_together_and_those_of_children_do_not() -> None:
    assert places("普法 调解") == [("2", "普法"), ("2", "调解")]
    report = parse("一、主要成效\n（一）行政复议\n办结53件。")
    assert places("复议 53", report) == [("1.1", "复议"), ("1.1", "53")]
    assert places("成效 53", report) == []


def test_a_place_is_exact_and_shows_what_is_around() -> None:
    found = REPORT.find("巡回")[0]
    assert found.span == Span(TEXT.index("巡回"), TEXT.index("巡回") + 2)
    assert found.around == "宣讲行政复 议知识8场，巡回调解案件6件。"
    far = parse("一、主要成效\n" + "甲" * 40 + "学法" + "乙" * 40 + "。").find("学法")[0]
    assert far.around == "…" + "甲" * 30 + "学法" + "乙" * 30 + "…"


def test_rows_of_a_table_are_parted() -> None:
    report = parse("一、主要成效\n指标\n2022年\n2023年\n行政复议受理\n12\n15\n")
    assert report.find("2023年")[0].around == "指标 2022年 2023年 行政复议受理 12 15"


def test_each_place_tells_the_titles_that_lead_to_it() -> None:
    assert [each.path for each in REPORT.find("行政复议")] == [
        [], ["行政复议"], ["行政复议", "受理案件53件，办结行 政 复 议案件50件。"], ["普法宣传"]
    ]  # fmt: skip
    for report in (REPORT, parse("一、主要成效\n一是普法，二是学法。\n（一）学法\n1.学法8次。")):
        for each in report.find("法"):
            assert each.path == (report.path(each.section_id) if each.section_id else [])


def test_a_letter_that_is_compared_as_several_is_given_whole() -> None:
    assert places("1⁄2", parse("一、主要成效\n（一）修堤½，浇筑㎡级。")) == [("1.1", "½")]
    assert places("m2", parse("一、主要成效\n（一）修堤½，浇筑㎡级。")) == [("1.1", "㎡")]


def test_a_letter_and_its_accent_are_the_same_in_one_code_point_and_in_two() -> None:
    report = parse("一、交流\n赴Caf\u00e9镇和Cafe\u0301镇。")
    both = [("1", "Caf\u00e9镇"), ("1", "Cafe\u0301镇")]
    assert places("caf\u00e9镇", report) == places("CAFE\u0301镇", report) == both


def test_a_place_of_two_words_is_given_once() -> None:
    assert places("普法 普法") == [("2", "普法")]
    assert places("普法 法宣") == [("2", "普法"), ("2", "法宣")]


def test_nothing_found_is_an_empty_list() -> None:
    assert REPORT.find("海岛") == []
    assert parse("").find("海岛") == []


@pytest.mark.parametrize("words", ["", " ", "\u3000\n", "\u200b"])
def test_no_word_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="find takes one word or several; there is none in"):
        REPORT.find(words)


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(TypeError, match="find takes words as a str, not list"):
        REPORT.find(["复议"])  # type: ignore[arg-type]


@pytest.mark.parametrize("unit", ["学", "学 ", "一是学；", "学\n", "½"])
def test_time_grows_with_the_text(unit: str) -> None:
    def cost(size: int) -> float:
        report = parse("一、主要成效\n" + unit * size)
        report.sections  # noqa: B018
        start = time.process_time()
        report.find("学")
        report.find("学 " * 20 + "学学学学学学学学学学学学学学法")
        return time.process_time() - start

    small, large = min(cost(2_000) for _ in range(3)), cost(20_000)
    assert large < 40 * small + 0.1


def test_a_word_is_not_looked_for_across_the_end_of_a_sentence_or_an_empty_line() -> None:
    text = "一、主要成效\n加强行政\n复议工作。\n规范行政。\n复议提速\n\n行政\n\n复议提质\n"
    assert [each.span.start for each in parse(text).find("行政复议")] == [text.index("行政\n")]
