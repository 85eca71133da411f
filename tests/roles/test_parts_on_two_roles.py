"""A part on problems and plans: which of its children, paragraphs and sentences are on which."""

from __future__ import annotations

import pytest

from lawreport_parser import Report, parse

TITLE = "白鹭县牧业局2023年法治政府建设报告\n一、学法用法\n学法八次。\n"
PROBLEMS = "当前，我局仍存在人员不足的问题。"
PLANS = "下一步，我局将充实队伍。"


def texts(report: Report, role: str) -> list[str]:
    return [item.text for item in getattr(report, role)]


@pytest.mark.parametrize("gap", ["\n", ""])
def test_its_prose_is_parted_where_it_looks_ahead(gap: str) -> None:
    report = parse(f"{TITLE}二、存在的主要问题和2024年工作打算\n{PROBLEMS}{gap}{PLANS}")
    assert (texts(report, "problems"), texts(report, "plans")) == ([PROBLEMS], [PLANS])


def test_prose_that_never_looks_ahead_is_on_both() -> None:
    report = parse(f"{TITLE}二、存在的主要问题和2024年工作打算\n{PROBLEMS}")
    assert texts(report, "problems") == texts(report, "plans") == [PROBLEMS]


@pytest.mark.parametrize("gap", ["\n", ""])
def test_a_series_behind_a_sentence_that_looks_ahead_is_on_plans(gap: str) -> None:
    report = parse(
        f"{TITLE}二、存在的主要问题和2024年工作打算{gap}对照要求仍有差距：一是意识不强；二是力量不足；三是监督不够。{gap}"
        f"2024年，我局将抓好以下工作：{gap}（一）强化学习。学八次。{gap}（二）强化巡查。查九次。"
    )
    part = report.sections[1]
    assert part.roles == ["problems", "plans"]
    assert [(child.marker.text, child.roles) for child in part.children] == [
        *((f"{numeral}是", ["problems"]) for numeral in "一二三"),
        *((f"（{numeral}）", ["plans"]) for numeral in "一二"),
    ]
    assert [text[:2] for text in texts(report, "problems")] == ["一是", "二是", "三是"]
    assert [text[:3] for text in texts(report, "plans")] == ["（一）", "（二）"]


def test_a_paragraph_that_only_leads_in_is_no_item() -> None:
    report = parse(f"{TITLE}二、2024年工作安排\n2024年，我局将做好以下工作：\n充实队伍。\n完善制度。")
    assert texts(report, "plans") == ["充实队伍。", "完善制度。"]


def test_problems_told_in_prose_before_a_series_of_plans() -> None:
    report = parse(
        f"{TITLE}二、存在的问题和下一步工作安排\n2023年仍存在一些薄弱环节：巡查滞后；宣传薄弱；保障不足。\n"
        "2024年，我局将重点做好以下工作：\n一是勤于巡查。查八次。\n二是广为宣传。讲九次。"
    )
    assert texts(report, "problems") == ["巡查滞后", "宣传薄弱", "保障不足"]
    assert [text[:2] for text in texts(report, "plans")] == ["一是", "二是"]


@pytest.mark.parametrize("mark", ["{}.", "（{}）"])
def test_series_under_unnumbered_headings_begin_again(mark: str) -> None:
    first, second = mark.format(1), mark.format(2)
    report = parse(
        f"{TITLE}二、存在问题及下一步打算\n存在的问题：\n{first}巡查不勤。\n{second}宣传不广。\n"
        f"下一步打算：\n{first}勤于巡查。\n{second}广为宣传。"
    )
    parts = report.sections[1].children
    assert [(part.marker.text, part.roles) for part in parts] == [("", ["problems"]), ("", ["plans"])]
    assert [child.roles for part in parts for child in part.children] == [["problems"]] * 2 + [["plans"]] * 2
