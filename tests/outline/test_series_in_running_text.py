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


def test_decimals_stand_beside_one_another_though_their_parents_have_no_marker() -> None:
    parts = (
        "1 总则\n1.1 目的\n规范。\n1.2 依据\n依规。",
        "2 体系\n2.1 组长\n场长。\n2.2 办公室\n牧业局。",
        "3 响应\n3.1 分级\n四级。",
    )
    text = "\n".join(parts)
    assert tree(text) == [(number, 1) for number in ("1.1", "1.2", "2.1", "2.2", "3.1")]


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
