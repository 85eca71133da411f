"""A plan is told of where the later report has its figure: in the same words, or under the same indicator."""

from __future__ import annotations

import time

import pytest

from lawreport_parser import Report, compare, parse
from lawreport_parser.comparison import PlanOutcome
from lawreport_parser.comparison.figures import same_words_and_figure

#: Other work, told every year.
REVIEW = (
    "优化政务服务。压缩办理时限四成，发放证照1.2万件。",
    "规范行政执法。全年办案30件，评查案卷80卷。",
    "畅通复议渠道。县行政复议局挂牌，建成听证室，受理复议案件38件。",
)
PLANS = (
    "加强乡镇综合执法。充实乡镇执法人员，配齐执法记录仪和执法车辆。",
    "建设公共法律服务中心。整合法律援助、公证窗口。",
)
LONG = (
    "深化法治宣传教育。编印农村普法读本，开设乡村法治夜校，组织律师送法下乡，拍摄方言普法短视频，修缮法治文化长廊，"
    "培育乡村法律明理人，推进村规民约修订，新增省级民主法治示范村3个，举办青少年模拟法庭，评选普法先进单位。"
)


def report(year: int, review: tuple[str, ...], plans: tuple[str, ...], problem: str = "人手不足。") -> Report:
    numerals = "一二三四五六七八九十"
    parts = [("主要举措和成效", review), ("存在的问题", (problem, "宣传不够。")), (f"{year + 1}年工作安排", plans)]
    lines = [f"石湾县人民政府{year}年法治政府建设年度报告"]
    for part, (heading, members) in zip(numerals, parts, strict=False):
        lines.append(f"{part}、{heading}")
        lines += [f"（{numeral}）{member}" for numeral, member in zip(numerals, members, strict=False)]
    return parse("\n".join(lines))


def outcome(
    plan: str, told: str, planned: str = "开展村级普法。", problem: str = "人手不足。"
) -> tuple[PlanOutcome, Report]:
    """Return what became of a plan, by a report that tells of it with some words."""
    later = report(2023, (*REVIEW, told), (*PLANS, planned), problem)
    return compare(report(2022, REVIEW, (*PLANS, plan)), later).plans[-1], later


@pytest.mark.parametrize(
    ("plan", "told", "closest"),
    [
        # Among words of another matter in both.
        (
            "推进“法治乡村”示范创建，新增省级民主法治示范村3个。",
            "普法深入开展。新增省级民主法治示范村3个。",
            "新增省级民主法治示范村3个。",
        ),
        ("新增省级民主法治示范村3个。", "普法深入开展。新增省级民主法治示范村三个。", "新增省级民主法治示范村三个。"),
        # One clause of a long plan, told in a long paragraph.
        (
            LONG,
            "服务发展大局。出台惠企措施，走访园区企业，清理拖欠账款，化解涉企纠纷。选派法治专员，开展合同审查。"
            "新增省级民主法治示范村3个。推行柔性执法，公布免罚清单。",
            "新增省级民主法治示范村3个。",
        ),
        # The figure before its words.
        (
            "夯实基层基础，建成5个乡镇公共法律服务站。",
            "司法为民。全年建成5个乡镇公共法律服务站。",
            "全年建成5个乡镇公共法律服务站。",
        ),
        # A target and what came of it, in other words.
        ("加强执法人员培训，全年不少于4次。", "提升素质。举办执法人员培训5次。", "举办执法人员培训5次。"),
        (
            "负责人出庭应诉率升至100%。",
            "化解争议。行政应诉案件44件，负责人出庭应诉率98%。",
            "行政应诉案件44件，负责人出庭应诉率98%。",
        ),
    ],
)
def test_a_plan_whose_figure_is_told_is_done(plan: str, told: str, closest: str) -> None:
    found, later = outcome(plan, told)
    assert found.status == "done"
    link = found.links[0]
    assert (link.section_id, link.closest.of(later.text)) == ("1.4", closest)
    assert link.score >= 0.5


def test_a_target_that_is_paired_with_a_figure_is_told_of_there() -> None:
    """What `indicators` shows as met is not silent in `plans`, however many plans name it anew."""
    plan = "抓好学习。举办法治培训不少于4次。"
    later = report(2023, (*REVIEW, "各项任务有力推进。全年举办法治培训5次。"), (*PLANS, plan))
    comparison = compare(report(2022, REVIEW, (*PLANS, plan)), later)
    (change,) = [each for each in comparison.indicators if each.code == "training.sessions"]
    assert (change.target is not None, change.met) == (True, True)
    assert comparison.plans[-1].status == "done"
    assert comparison.plans[-1].links[0].section_id == "1.4"


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        ("普法深入开展。新增省级民主法治示范村3个的任务尚未完成。", "人手不足。"),
        ("普法深入开展。举办讲座12场。", "新增省级民主法治示范村3个的任务尚未完成。"),
    ],
)
def test_a_figure_that_was_not_reached_is_no_link(told: str, problem: str) -> None:
    found, later = outcome("推进“法治乡村”示范创建，新增省级民主法治示范村3个。", told, problem=problem)
    assert found.status != "done"
    assert found.not_done is not None
    assert found.not_done.closest.of(later.text) == "新增省级民主法治示范村3个的任务尚未完成。"


@pytest.mark.parametrize(
    ("earlier", "later", "shared"),
    [
        ("新增省级民主法治示范村3个。", "全年新增省级民主法治示范村3个。", ["3个"]),
        ("新增省级民主法治示范村不少于3个。", "新增省级 民主法治\n示范村三个。", ["三个"]),
        ("建成5个乡镇公共法律服务站。", "建成5个乡镇公共法律服务站点。", ["5个"]),
        # Too few letters are the same: such words stand in every report.
        ("召开会议3次。", "召开会议3次。", []),
        ("全年组织学法培训3次。", "开展学法培训3次。", []),
        ("推进法治建设，召开会议3次。", "推进法治建设，召开会议3次。", []),
        # Another figure, another unit, no unit.
        ("新增省级民主法治示范村3个。", "新增省级民主法治示范村4个。", []),
        ("新增省级民主法治示范村3个。", "新增省级民主法治示范村3家。", []),
        ("推广政务服务便民热线12345平台。", "推广政务服务便民热线12345平台。", []),
    ],
)
def test_the_same_words_with_the_same_figure(earlier: str, later: str, shared: list[str]) -> None:
    found = same_words_and_figure(parse(earlier), parse(later))
    assert [each.later.of(later) for each in found] == shared
    assert all(each.earlier.of(earlier) for each in found)


def test_what_counts_is_not_left_out_of_the_likeness() -> None:
    """In 举办执法人员培训5次 only 举办 is how it is said, the rest is what it is about."""
    found, _ = outcome("加强执法人员培训。", "提升素质。举办执法人员培训5次。")
    assert found.status == "done"
    assert found.links[0].score > 0.8


@pytest.mark.parametrize(
    "plan", ["新增省级民主法治示范村3个。", "新增省级民主法治示范村3个，" * 2, "村" * 40 + "3个，"]
)
def test_the_same_figure_many_times_takes_time_in_proportion(plan: str) -> None:
    def seconds(times: int) -> float:
        text = (
            "石湾县人民政府{}年法治政府建设年度报告\n一、主要成效\n"
            + plan * times
            + "\n二、2023年工作安排\n"
            + plan * times
        )
        earlier, later = parse(text.format(2022)), parse(text.format(2023) + "。")
        _ = earlier.quantities, later.quantities, earlier.plans, later.plans, earlier.indicators, later.indicators
        began = time.process_time()
        compare(earlier, later, force=True)
        return time.process_time() - began

    small = min(seconds(100) for _ in range(2))
    assert seconds(800) < 8 * 2.5 * small + 0.1
