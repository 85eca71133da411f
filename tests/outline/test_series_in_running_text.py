"""Markers within a line: behind remarks, as decimals, before numbers, without their numeral; and what is none there."""

from __future__ import annotations

import pytest

from lawreport_parser import parse


def tree(text: str) -> list[tuple[str, int]]:
    return [(section.marker.text, section.depth) for section in parse(text).walk()]


class TestBehindARemark:
    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("修缮桥梁。（责任单位：县桥梁局）", "看护灯塔。（责任单位：县航道局）"),
            ("修缮桥梁（责任单位：县桥梁局）", "看护灯塔（责任单位：县航道局）"),
            ("修缮桥梁（县桥梁局负责）", "看护灯塔（县航道局牵头，各乡镇配合）"),
            ("修缮桥梁。（见附表）", "看护灯塔。（见附表）"),
            ("修缮桥梁。〔桥梁局〕", "看护灯塔。〔航道局〕"),
            ("修缮桥梁。 (见附表)", "看护灯塔。(见附表)"),
        ],
    )
    def test_it_ends_the_member_before(self, first: str, second: str) -> None:
        text = f"一、重点任务。1.{first}2.{second}二、保障措施。抓好落实。"
        assert tree(text) == [("一、", 1), ("1.", 2), ("2.", 2), ("二、", 1)]

    def test_a_remark_within_a_sentence_ends_nothing(self) -> None:
        text = "一、重点任务。全长（含引桥）1.东岸3公里，（不含引桥）2.西岸2公里。二、保障措施。抓好落实。"
        assert tree(text) == [("一、", 1), ("二、", 1)]


class TestDecimalMarkersWithinALine:
    def test_they_stand_under_the_number_they_begin_with(self) -> None:
        text = (
            "牧场应急预案1.总则1.1编制目的规范处置工作。1.2编制依据依据有关规定。"
            "2.组织体系2.1指挥部场长任指挥。2.2办公室设在牧业局。"
        )
        assert tree(text) == [("1.", 1), ("1.1", 2), ("1.2", 2), ("2.", 1), ("2.1", 2), ("2.2", 2)]

    @pytest.mark.parametrize(
        "text",
        [
            "一、产量。收成1.1吨，同比增长1.2吨。二、销量。卖出2.1吨和2.2吨。",
            "一、道路。全长1.1公里。其中1.2公里已通车。二、桥梁。修缮2座。",
            "一、产量增长1.3倍。二、销量。比上年增长1.1个百分点。",
        ],
    )
    def test_figures_are_none(self, text: str) -> None:
        assert tree(text) == [("一、", 1), ("二、", 1)]

    def test_one_without_a_fellow_is_none(self) -> None:
        assert tree("1.总则按1.1编制目的办理。2.体系设在牧业局。") == [("1.", 1), ("2.", 1)]


def test_decimals_stand_under_numbers_without_a_dot() -> None:
    parts = (
        "1 总则\n1.1 目的\n规范。\n1.2 依据\n依规。",
        "2 体系\n2.1 组长\n场长。\n2.2 办公室\n牧业局。",
        "3 响应\n3.1 分级\n四级。",
    )
    text = "\n".join(parts)
    numbers = ["1", "1.1", "1.2", "2", "2.1", "2.2", "3", "3.1"]
    assert tree(text) == [(number, 1 + number.count(".")) for number in numbers]


def test_decimals_stand_beside_one_another_though_their_parents_have_no_marker() -> None:
    text = (
        "总则\n1.1 目的\n规范。\n1.2 依据\n依规。\n体系\n2.1 组长\n场长。\n2.2 办公室\n牧业局。\n响应\n3.1 分级\n四级。"
    )
    numbered = [section for section in parse(text).walk() if section.marker.style != "unnumbered"]
    assert [section.marker.text for section in numbered] == ["1.1", "1.2", "2.1", "2.2", "3.1"]


def test_decimals_go_back_to_the_parent_whose_number_they_bear() -> None:
    text = (
        "1.总则\n1.1 目的\n（1）规范。\n（2）有序。\n1.2 依据\n依规。\n2.体系\n2.1 指挥部\n场长。\n2.2 办公室\n牧业局。"
    )
    depths = [1, 2, 3, 3, 2, 1, 2, 2]
    assert [depth for _, depth in tree(text)] == depths


class TestANumberAtOnceBehindTheDot:
    def test_it_may_begin_the_words_of_a_member(self) -> None:
        text = (
            "一、任务\n1.建设基站。新建百个。\n2.5G应用推广。打造示范。\n3.数据整理。建成一库。\n"
            "4.12345热线整合。归并热线。\n5.110联动。建立机制。"
        )
        assert tree(text) == [("一、", 1), *((f"{number}.", 2) for number in range(1, 6))]

    def test_two_such_members_bear_each_other_out(self) -> None:
        text = "第一条 处理标准如下：\n1.2000元以下的，从轻。\n2.2000元以上的，从重。\n第二条 本办法施行。"
        assert tree(text) == [("第一条", 1), ("1.", 2), ("2.", 2), ("第二条", 1)]

    @pytest.mark.parametrize(
        "text",
        [
            "一、任务\n1.道路全长\n2.5公里，已通车。\n2.桥梁修好。",
            "一、任务\n1.治理大气，PM\n2.5浓度下降。\n二、保障\n抓好。",
        ],
    )
    def test_a_figure_that_the_page_broke_off_is_none(self, text: str) -> None:
        assert "2.5" not in "".join(marker for marker, _ in tree(text))
        assert [marker for marker, _ in tree(text)].count("2.") == text.count("2.桥梁")


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            "一、学法用法一是加强领导。成立小组。是完善制度。修订九项。三是落实经费。二、问题。人少。",
            ["一是", "是", "三是"],
        ),
        ("一、存在问题一是力量不足；是意识不强；三是宣传不够。二、打算。充实队伍。", ["一是", "是", "三是"]),
    ],
)
def test_the_second_member_may_have_lost_its_numeral(text: str, members: list[str]) -> None:
    report = parse(text)
    assert [child.marker.text for child in report.sections[0].children] == members
    assert [child.marker.ordinal for child in report.sections[0].children] == [1, 2, 3]
    assert [child.marker.inferred for child in report.sections[0].children] == [False, True, False]
    assert "lost-ordinal" in {diagnostic.code for diagnostic in report.diagnostics}


def test_an_article_that_a_sentence_names_is_none() -> None:
    text = "第一条 为了有序。\n第二条 适用于牧场活动，违反本办法\n第七条规定的，依照有关规定处理。\n第三条 本办法施行。"
    assert tree(text) == [("第一条", 1), ("第二条", 1), ("第三条", 1)]


class TestAnOutermostSeriesOfAFinerStyle:
    @pytest.mark.parametrize(("outer", "inner"), [("（{}）", "{}、"), ("{}、", "（{}）"), ("第{}条 ", "{}、")])
    def test_it_keeps_what_stands_within(self, outer: str, inner: str) -> None:
        children = "".join(f"{inner.format(n)}修缮桥梁\n修缮{n}座。\n" for n in "一二")
        text = "".join(f"{outer.format(n)}看护灯塔\n{children}" for n in "一二三")
        assert [depth for _, depth in tree(text)] == [1, 2, 2] * 3

    @pytest.mark.parametrize("inner", ["一二", "（一）（二）"])
    def test_arabic_numbers_may_be_outermost(self, inner: str) -> None:
        marks = [f"{inner[0]}、", f"{inner[1]}、"] if len(inner) == 2 else [inner[:3], inner[3:]]
        children = "".join(f"{mark}修缮桥梁\n修缮八座。\n" for mark in marks)
        text = "".join(f"{number}、看护灯塔\n{children}" for number in (1, 2, 3))
        assert [depth for _, depth in tree(text)] == [1, 2, 2] * 3

    def test_a_list_before_the_outline_is_not_outermost(self) -> None:
        body = "".join(f"{n}、看护灯塔\n（一）修缮桥梁\n八座。\n（二）栽种果园\n九亩。\n" for n in "一二")
        given = tree(f"总体要求：（一）勤。（二）俭。\n{body}（三）清点陶器\n十件。")
        assert [depth for _, depth in given] == [1, 1, 1, 2, 2, 1, 2, 2, 2]


class TestATextWithoutLineBreaks:
    def test_a_series_in_han_with_dots(self) -> None:
        text = (
            "报告如下：一.主要做法(一)加强领导.成立小组.(二)抓好学习.学法八次. 二.存在问题 人员不足。三.打算 充实队伍。"
        )
        assert [mark for mark, _ in tree(text)] == ["一.", "(一)", "(二)", "二.", "三."]

    def test_a_year_behind_the_marker(self) -> None:
        text = "报告如下：1、学法用法 学法八次。2、2023年巡查 巡查九次。3、2024年打算 充实队伍。"
        assert [mark for mark, _ in tree(text)] == ["1、", "2、", "3、"]

    def test_signs_of_emphasis(self) -> None:
        text = "报告如下： **一、学法用法** **（一）看护灯塔。**点灯。 **（二）修缮桥梁。**八座。 **二、打算** 招人。"
        assert [mark for mark, _ in tree(text)] == ["一、", "（一）", "（二）", "二、"]

    def test_a_number_that_comes_twice_and_one_that_is_missing(self) -> None:
        text = "报告如下：1、看护灯塔。夜间点灯。2、修缮桥梁。八座。2、栽种果园。九亩。4、清点陶器。十件。"
        report = parse(text)
        assert [section.marker.ordinal for section in report.walk()] == [1, 2, 2, 4]
        assert {"repeated-ordinal", "missing-ordinal"} <= {diagnostic.code for diagnostic in report.diagnostics}

    def test_numbers_behind_sentences_that_end_in_dots(self) -> None:
        assert len(tree("报告如下：1.看护灯塔.夜间点灯.2.修缮桥梁.八座.3.栽种果园.九亩.")) == 3

    def test_unnumbered_headings_lead_in_series_of_their_own(self) -> None:
        text = (
            "白鹭县牧业局2023年法治政府建设报告 现报告如下。主要工作（一）学法。学法八次。（二）执法。巡查九次。"
            "存在的主要问题（一）人员不足。仅四人。（二）经费不足。仅两万。下一步工作打算（一）招考。招四人。（二）争取。争经费。"
        )
        roles = [section.roles for section in parse(text).sections]
        assert roles == [["achievements"]] * 2 + [["problems"]] * 2 + [["plans"]] * 2

    def test_first_and_next_straight_behind_a_heading(self) -> None:
        text = (
            "报告如下：一、学法用法首先，集体学法。八次。其次，个人学法。九次。最后，以考促学。十次。二、打算充实队伍。"
        )
        assert [mark for mark, _ in tree(text)] == ["一、", "首先", "其次", "最后", "二、"]

    def test_a_formal_series_far_behind_a_spoken_one_is_not_within_it(self) -> None:
        text = (
            "报告如下：一、要求 做到：一要实，二要准，三要快。主要目标是增长六成。围绕目标，抓好以下工作："
            "（一）看护灯塔。夜间点灯。（二）修缮桥梁。八座。二、保障 抓好落实。"
        )
        assert [depth for _, depth in tree(text)] == [1, 2, 2, 2, 2, 2, 1]


def test_an_inner_series_on_the_line_of_the_outer_one_is_told_by_its_marks() -> None:
    text = (
        "情况如下：一是强化领导。开会五次。二是深化改革。其中：一是精简事项；二是压缩时限。三是严格执法。四是强化监督。"
    )
    given = [("一是", 1), ("二是", 1), ("一是", 2), ("二是", 2), ("三是", 1), ("四是", 1)]
    assert tree(text) == given


def test_members_that_follow_different_marks_are_one_series() -> None:
    assert [depth for _, depth in tree("情况如下：一是护河；二是护堤。护堤八次。三是护桥；四是护塔。")] == [1, 1, 1, 1]
