"""What became of plans and problems, on pairs of invented reports of one issuer, two years each.

`pairs/NAME.expected.tsv` says of each plan and problem of `NAME.earlier.txt`, by its first words, what became of it,
and with which words the places in `NAME.later.txt` begin that tell of it.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from lawreport_parser import compare, parse
from lawreport_parser.comparison import Comparison

PAIRS = Path(__file__).parent / "pairs"
NAMES = sorted(path.name.partition(".")[0] for path in PAIRS.glob("*.earlier.txt"))
#: What is read wrongly: words say less than a reader knows.
KNOWN_MISSES = {
    ("county", "（八）建立政府合同"),
    ("bureau", "二是普法形式"),
    ("bureau", "四是基层所"),
}


class Expected(NamedTuple):
    kind: str
    begins: str
    status: str
    told_at: tuple[str, ...]


def compared(name: str) -> tuple[Comparison, str, str]:
    earlier, later = ((PAIRS / f"{name}.{which}.txt").read_text(encoding="utf-8") for which in ("earlier", "later"))
    return compare(parse(earlier), parse(later)), earlier, later


def expected(name: str) -> list[Expected]:
    rows = (PAIRS / f"{name}.expected.tsv").read_text(encoding="utf-8").splitlines()
    cells = [row.split("\t") for row in rows]
    return [Expected(kind, begins, status, tuple(filter(None, at.split("|")))) for kind, begins, status, at in cells]


def test_no_file_is_left_over() -> None:
    of_pairs = {f"{name}.{part}" for name in NAMES for part in ("earlier.txt", "later.txt", "expected.tsv")}
    assert {path.name for path in PAIRS.iterdir()} == of_pairs


@pytest.mark.parametrize("name", NAMES)
def test_status_and_first_link(name: str) -> None:
    comparison, _, _ = compared(name)
    outcomes = [(each.plan.text, each.status, each.links) for each in comparison.plans]
    outcomes += [(each.problem.text, each.status, each.links) for each in comparison.problems]
    rows = expected(name)
    assert len(rows) == len(outcomes)
    missed = set()
    for row, (text, status, links) in zip(rows, outcomes, strict=True):
        assert text.startswith(row.begins)
        right = status == row.status and (not links or links[0].text.startswith(row.told_at))
        if not right:
            missed.add((name, row.begins))
    assert missed == {each for each in KNOWN_MISSES if each[0] == name}


@pytest.mark.parametrize("name", NAMES)
def test_every_place_is_in_its_text(name: str) -> None:
    comparison, earlier, later = compared(name)
    outcomes = [*comparison.plans, *comparison.problems]
    for outcome in outcomes:
        assert bool(outcome.links) == (outcome.status != "silent")
        scores = [link.score for link in outcome.links]
        assert scores == sorted(scores, reverse=True)
        for link in outcome.links:
            assert link.span.of(later) == link.text
            assert link.span.start <= link.closest.start < link.closest.end <= link.span.end
            assert 0.5 <= link.score <= 1
    assert [each.plan.span.of(earlier) for each in comparison.plans] == [each.plan.text for each in comparison.plans]


def test_the_parts_of_a_report_are_aligned_whatever_they_are_called() -> None:
    comparison, _, _ = compared("town")
    outermost = [
        (match.earlier.title, match.later.title)
        for match in comparison.sections
        if match.earlier is not None and match.later is not None and "." not in match.earlier.id
    ]
    assert outermost == [
        ("主要做法", "工作开展情况"),
        ("存在不足", "存在的问题"),
        ("2021年工作思路", "2022年工作计划"),
    ]


def test_each_section_is_named_once() -> None:
    comparison, earlier, later = compared("county")
    for report, which in ((parse(earlier), "earlier"), (parse(later), "later")):
        places = [getattr(match, which) for match in comparison.sections]
        found = [(place.id, place.span) for place in places if place is not None]
        assert sorted(found) == sorted((each.id, each.span) for each in report.walk() if each.depth <= 2)
    for match in comparison.sections:
        assert (match.earlier is None) == (match.status == "new")
        assert (match.later is None) == (match.status == "gone")
        assert (match.score is None) == (match.status != "aligned")


def test_sections_with_the_same_heading_are_aligned_with_score_one() -> None:
    text = (
        "石湾县人民政府{}年法治政府建设年度报告\n一、主要成效\n（一）加强学习\n{}\n"
        "二、存在问题\n人手不足。\n三、下一步打算\n续办。"
    )
    comparison = compare(parse(text.format(2021, "举办讲座三场。")), parse(text.format(2022, "印发读本两册。")))
    assert {match.score for match in comparison.sections if match.status == "aligned"} == {1.0}
    assert all(match.status == "aligned" for match in comparison.sections)


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("行政复议听证室建成启用，全年听证审理案件12件。", "done"),
        ("行政复议听证室因资金不足未能建成，听证审理借用会议室。", "silent"),
        ("行政复议听证室尚未完成装修，推迟启用。", "silent"),
    ],
)
def test_what_was_not_carried_out_is_not_done(told: str, status: str) -> None:
    earlier = parse(
        "石湾县人民政府2022年法治政府建设年度报告\n一、主要举措和成效\n（一）强化学习。组织学法8次，办班2期。\n"
        "二、存在的问题\n一是宣传不够。\n三、下一年度安排\n（一）建成行政复议听证室，推行案件听证审理。\n（二）更新执法装备。\n"
    )
    later = parse(
        f"石湾县人民政府2023年法治政府建设年度报告\n一、主要举措和成效\n（一）畅通复议渠道。{told}\n"
        "（二）强化学习。组织学法9次，办班3期。\n二、存在的问题\n一是人员不足。\n三、下一年度安排\n（一）开展村级普法。\n"
    )
    outcome, other = compare(earlier, later).plans
    assert (outcome.status, bool(outcome.links)) == (status, status == "done")
    if status == "done":
        assert outcome.not_done is None
    else:
        assert outcome.not_done is not None
        assert outcome.not_done.closest.of(later.text) == told
        assert outcome.not_done.section_id == "1.1"
    assert other.not_done is None


def test_a_problem_may_say_that_a_plan_was_not_carried_out() -> None:
    head = "石湾县人民政府{}年法治政府建设年度报告\n一、主要举措和成效\n（一）强化学习。组织学法8次，办班2期。\n"
    earlier = parse(
        f"{head.format(2022)}二、存在的问题\n一是宣传不够。\n三、下一年度安排\n（一）建成行政复议听证室，推行案件听证审理。\n"
        "（二）更新执法装备。\n"
    )
    later = parse(
        f"{head.format(2023)}二、存在的问题\n一是行政复议听证室尚未建成。\n二是人员不足。\n三、下一年度安排\n"
        "（一）建成行政复议听证室，配齐设备。\n"
    )
    outcome, other = compare(earlier, later).plans
    assert (outcome.status, other.not_done) == ("again", None)
    assert outcome.not_done is not None
    assert outcome.not_done.closest.of(later.text) == "行政复议听证室尚未建成。"
