"""A heading that names a later year than that reported on looks ahead, whatever its words."""

from __future__ import annotations

import pytest

from lawreport_parser import parse


def roles(title: str, *headings: str) -> list[list[str]]:
    parts = "".join(
        f"{numeral}、{heading}\n看护灯塔。\n" for numeral, heading in zip("一二三四", headings, strict=False)
    )
    return [section.roles for section in parse(f"{title}\n各位代表：\n{parts}").sections]


@pytest.mark.parametrize("heading", ["2024年主要工作", "２０２４年主要工作", "二〇二四年主要工作", "二○二四年主要工作"])
def test_work_of_the_next_year_is_planned(heading: str) -> None:
    title = "白鹭县牧业局2023年法治政府建设报告"
    assert roles(title, "2023年主要工作", heading) == [["achievements"], ["plans"]]


@pytest.mark.parametrize(
    "heading", ["2024年主要工作完成情况", "2023年主要工作", "2022年主要工作", "2023年至2024年主要工作"]
)
def test_work_that_is_done_is_not(heading: str) -> None:
    title = "白鹭县牧业局2023年法治政府建设报告"
    assert roles(title, "学法用法", heading) == [["achievements"], ["achievements"]]


def test_a_work_report_reviews_the_year_before_that_in_its_title() -> None:
    given = roles(
        "白鹭县2023年政府工作报告", "2022年工作回顾", "2023年总体要求和主要目标", "2023年主要工作", "自身建设"
    )
    assert given == [["achievements"], ["plans"], ["plans"], ["plans"]]


def test_this_year_lies_ahead_of_a_review() -> None:
    assert roles("政府工作报告", "过去一年工作回顾", "今年的总体要求", "今年主要工作") == [
        ["achievements"], ["plans"], ["plans"],
    ]  # fmt: skip


def test_without_a_review_this_year_is_that_reported_on() -> None:
    assert roles("白鹭县牧业局2023年法治政府建设报告", "今年主要工作", "存在问题")[0] == ["achievements"]


def test_a_part_on_problems_stays_one() -> None:
    assert roles("白鹭县牧业局2023年法治政府建设报告", "学法用法", "2024年存在的问题")[1] == ["problems"]
