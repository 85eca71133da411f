"""Which of two places is the member of a series, what a series bears out, and what one alone cannot be."""

from __future__ import annotations

import pytest

from lawreport_parser import parse
from lawreport_parser.outline import moves, series


def outline(text: str) -> list[tuple[int, str]]:
    return [
        (section.depth, section.marker.text + text[section.marker.span.end :][:2]) for section in parse(text).walk()
    ]


def codes(text: str) -> list[str]:
    return [diagnostic.code for diagnostic in parse(text).diagnostics]


class TestTheBetterPlaceWins:
    def test_a_member_at_the_start_of_a_line_displaces_a_word_that_looks_like_it(self) -> None:
        text = "情况如下：\n一、栽种果园。逢周二、周四浇水。\n二、修缮桥梁。加固。\n三、看护灯塔。值守。"
        assert outline(text) == [(1, "一、栽种"), (1, "二、修缮"), (1, "三、看护")]
        assert "repeated-ordinal" not in codes(text)

    def test_a_word_that_looks_like_the_first_member_does_not_stand_in_its_way(self) -> None:
        assert [mark[:2] for _, mark in outline("整齐划一、有序。\n一、栽种\n二、修缮\n三、看护")] == [
            "一、",
            "二、",
            "三、",
        ]

    def test_a_numeral_right_behind_a_closing_mark_is_no_member(self) -> None:
        text = "情况如下：\n一、依据《办法》二、三条栽种。\n二、修缮"
        assert outline(text) == [(1, "一、依据"), (1, "二、修缮")]

    def test_an_inner_series_of_the_same_form_is_told_by_its_layout(self) -> None:
        text = "情况如下：\n1.栽种果园。做法是：1.清点。2.修剪。\n2.修缮桥梁。加固。\n3.看护灯塔。值守。"
        assert outline(text) == [(1, "1.栽种"), (2, "1.清点"), (2, "2.修剪"), (1, "2.修缮"), (1, "3.看护")]


class TestWhatASeriesBearsOut:
    def test_an_arabic_member_in_a_weak_place_is_believed_where_it_is_due(self) -> None:
        marks = [mark[:2] for _, mark in outline("情况如下：1.栽种果园。2.修缮桥梁3.看护灯塔。4.晾晒木船。")]
        assert marks == ["1.", "2.", "3.", "4."]
        marks = [mark[:2] for _, mark in outline("情况如下：1.栽种果园。2.修缮桥梁3.看护灯塔。")]
        assert marks == ["1.", "2.", "3."]
        assert outline("情况如下：栽种果园1.看护灯塔。") == []

    def test_two_members_in_weak_places_are_no_series(self) -> None:
        assert outline("牧场上风车转动一、栽种果园，二、修缮桥梁。") == []

    def test_a_series_that_is_complete_is_believed_on_commas(self) -> None:
        assert len(outline("牧场上风车转动一是栽种果园，二是修缮桥梁，三是看护灯塔。")) == 3

    def test_first_and_last_are_a_series_without_what_stands_between(self) -> None:
        assert len(outline("情况如下：首先栽种果园，最后修缮桥梁。")) == 2


class TestWhatOneAloneCannotBe:
    def test_a_number_alone_on_its_line_is_text(self) -> None:
        assert outline("情况如下：\n1.\n修缮桥梁。") == []

    @pytest.mark.parametrize(
        "figures", ["1.1 1.2 1.3", "1.1吨 1.2吨 1.3吨", "1.1 公里 1.2 公里", "2.1 栽种 2.2 修缮", "1.1至1.2"]
    )
    def test_decimals_on_one_line_are_figures(self, figures: str) -> None:
        assert outline(f"如下：{figures}") == []

    def test_decimals_on_one_line_are_a_series_before_words_set_apart(self) -> None:
        assert len(outline("如下：1.1 栽种 1.2 修缮 1.3 看护")) == 3

    def test_decimals_with_a_last_dot_are_read_at_the_start_of_lines(self) -> None:
        marks = [mark for _, mark in outline("如下：\n1.1. 栽种\n1.2. 修缮\n1.3. 看护")]
        assert [mark[:4] for mark in marks] == ["1.1.", "1.2.", "1.3."]

    @pytest.mark.parametrize("lone", ["一方面", "首先", "另一方面", "其次", "最后", "3.", "7、", "（4）甲。3."])
    def test_a_lone_marker_is_text(self, lone: str) -> None:
        assert [mark for _, mark in outline(f"情况如下：\n{lone}栽种果园。\n修缮桥梁。") if lone in mark] == []

    def test_measures_between_blanks_are_no_markers(self) -> None:
        assert outline("情况如下：长 1.1米，宽 1.2米，高 1.3米。") == []

    def test_a_decimal_marker_stands_alone_under_its_parent(self) -> None:
        for parent in ("一、", "1.", "1、"):
            text = f"情况如下：\n{parent}栽种果园\n1.1 清点苗木\n{parent.replace('一', '二').replace('1', '2')}修缮桥梁"
            assert (2, "1.1 清") in outline(text), parent


class TestFreshSeries:
    @pytest.mark.parametrize(
        "lead_in", ["现将有关情况报告如下：", "现就有关工作提出以下意见：", "特制定本办法，内容如下："]
    )
    def test_words_that_open_a_document_put_the_series_at_the_top(self, lead_in: str) -> None:
        text = f"情况如下：\n一、栽种果园\n二、修缮桥梁\n加固两座。{lead_in}\n一、看护灯塔\n二、晾晒木船"
        assert [depth for depth, _ in outline(text)] == [1, 1, 1, 1]
        assert "restarted-ordinal" in codes(text)

    def test_words_that_lead_in_a_list_put_it_inside(self) -> None:
        text = "情况如下：\n一、栽种果园\n二、修缮桥梁\n要抓好以下几件事：\n一、看护灯塔\n二、晾晒木船"
        assert [depth for depth, _ in outline(text)] == [1, 1, 2, 2]


@pytest.mark.pure
def test_what_nests_too_deep_stays_text_and_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(series, "TOO_DEEP", moves.OPEN[2])
    report = parse("情况如下：\n一、栽种果园\n（一）修缮桥梁\n1.看护灯塔。\n2.晾晒木船。\n（二）清点陶器\n二、采摘茶叶")
    assert [section.marker.text for section in report.walk()] == ["一、", "（一）", "（二）", "二、"]
    assert "depth-capped" in {diagnostic.code for diagnostic in report.diagnostics}


class TestListingsInOnePart:
    """第一、二、三产业 and 一、二类水质 in one part take nothing of the outline away."""

    @pytest.mark.parametrize("gap", ["\n", ""])
    def test_the_outline_stands(self, gap: str) -> None:
        text = (
            f"工作报告如下：{gap}一、2018年工作回顾{gap}全年实现增长，第一、二、三产业增加值增长。{gap}一年来，主要做了以下工作：{gap}"
            f"（一）打好攻坚战。投入八人，一、二类水质达标。{gap}（二）办好实事。办了九件。{gap}二、2019年工作安排{gap}继续努力。"
        )
        assert [(depth, mark[:3]) for depth, mark in outline(text)] == [
            (1, "一、2"), (2, "（一）"), (2, "（二）"), (1, "二、2"),
        ]  # fmt: skip

    def test_the_third_of_a_series_may_speak_of_a_third_party(self) -> None:
        text = "仍有不足：第一，责任意识不强；第二，执法覆盖不全；第三，第三方评估未开展。"
        assert len(outline(text)) == 3


def test_bare_headings_in_brackets_straight_behind_a_heading_are_a_list() -> None:
    text = "报告如下：一、成效学法八次。二、问题人员不足。三、下一步工作（一）深学（二）真干（三）敢创"
    assert [mark[:3] for _, mark in outline(text)][-4:] == ["三、下", "（一）", "（二）", "（三）"]


@pytest.mark.parametrize("named", ["第（一）（二）项", "第八条第（一）项、第（二）项", "第一款（一）（二）项"])
def test_numbers_of_provisions_are_no_list(named: str) -> None:
    assert [mark[:2] for _, mark in outline(f"一、执法\n依照{named}办理。\n二、学法\n学法八次。")] == ["一、", "二、"]
