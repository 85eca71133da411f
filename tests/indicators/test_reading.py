"""For which time a figure speaks, what is given twice, and what holds for every text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawreport_parser import Report, parse
from lawreport_parser.indicators import Codebook, find_indicators

HEAD = "青峦县2023年度法治政府建设情况报告\n青峦县人民政府\n"
REVIEW = "一、2023年主要举措和成效\n"
PLANS = "二、存在的问题\n执法力量不足。\n三、2024年工作安排\n"


def read(text: str) -> list[tuple[str, str, float]]:
    return [(each.code.partition(".")[2], each.time, float(each.value)) for each in parse(text).indicators]


def test_the_review_gives_what_was_and_the_plans_what_is_wanted() -> None:
    text = f"{HEAD}{REVIEW}网上可办率达90%。\n{PLANS}力争网上可办率稳定在95%以上。"
    assert read(text) == [("online_rate", "actual", 90), ("online_rate", "target", 95)]


def test_the_plans_may_look_back() -> None:
    assert read(f"{HEAD}{REVIEW}成效明显。\n{PLANS}2023年办理法律援助案件233件，2024年要继续做好。") == [
        ("cases", "actual", 233)
    ]


def test_what_the_review_only_proposes_is_no_figure() -> None:
    text = f"{HEAD}{REVIEW}清理规范性文件，拟废止8件，建议修改3件。年初确定的网上可办率目标为90%。"
    assert read(text) == []


def test_a_sum_of_several_years_is_no_figure_of_one() -> None:
    text = f"政府工作报告\n{REVIEW}过去五年，城镇新增就业18万人。\n2023年，城镇新增就业3.6万人。"
    assert read(text) == [("jobs_new", "actual", 36000)]


def test_one_year_named_amid_several_is_that_of_its_sentence() -> None:
    text = (
        f"政府工作报告\n{REVIEW}五年来，综合实力实现新跨越。地区生产总值占比由2019年的7.2%提高到7.4%，居民人均可支配收入增长34%。\n"
        "城镇化率稳步提高，2023年粮食产量9亿斤。净增经营主体24万户。\n刚刚过去的2023年，城镇新增就业3.6万人。"
    )
    found = [(each.code, int(each.value)) for each in parse(text).indicators]
    assert found == [("macro.grain", 900000000), ("macro.jobs_new", 36000)]


def test_a_change_from_a_year_long_past_is_none_of_this_year() -> None:
    text = f"{HEAD}{REVIEW}2023年同2018年相比，地区生产总值由300亿元增加到480亿元，增长60%。进出口比2020年增长30%。"
    assert read(text) == [("gdp", "actual", 48_000_000_000)]
    assert read(f"{HEAD}{REVIEW}成效明显。\n{PLANS}２０２３年办理法律援助案件233件。") == [("cases", "actual", 233)]


def test_several_years_named_amid_a_sentence_end_with_it() -> None:
    text = f"{HEAD}{REVIEW}审查合同86份；“十四五”以来累计审查合同430份。办理法律援助案件52件。"
    assert read(text) == [("reviewed", "actual", 86), ("cases", "actual", 52)]


def test_a_figure_of_an_earlier_year_is_none_of_this() -> None:
    text = f"{HEAD}{REVIEW}2022年新增市场主体1200户，2023年新增市场主体1400户。"
    assert read(text) == [("entities_new", "actual", 1400)]


def test_one_organ_of_many_and_one_place_of_many_are_no_whole() -> None:
    text = f"{HEAD}{REVIEW}县水务局办理行政处罚案件12件、罚款3万元。东河镇调解矛盾纠纷32件，全省败诉率11%。"
    assert read(text) == []


def test_lectures_for_nobody_named_are_no_training_under_a_heading_of_publicity() -> None:
    text = f"{HEAD}{REVIEW}（一）创新普法方式\n举办法治讲座30场，举办领导干部法治讲座2场，另组织12场法治讲座。\n"
    assert read(text) == [("sessions", "actual", 2)]
    assert read(f"{HEAD}{REVIEW}（一）抓实学法用法\n举办法治讲座3场。\n") == [("sessions", "actual", 3)]


def test_parts_that_do_not_add_up_are_no_parts() -> None:
    text = f"{HEAD}{REVIEW}受理行政复议案件70件，县政府受理66件、部门受理5件。"
    assert read(text) == [("accepted", "actual", 70), ("accepted", "actual", 66)]


def test_last_year_is_the_year_reviewed_where_a_report_is_on_no_single_year() -> None:
    assert read(f"政府工作报告\n{REVIEW}去年，地区生产总值增长5.2%。") == [("gdp_growth", "actual", 5.2)]
    assert read(f"{HEAD}{REVIEW}去年，全县受理行政复议案件63件。") == []


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (
            "项目\t2022年\t2023年\n行政复议申请（件）\t19\t31\n行政诉讼案件（件）\t8\t7",
            [("received", 31), ("cases", 7)],
        ),
        ("项目\t2022年\t2023年\n行政复议申请\t19件\t31件", [("received", 31)]),
        ("项目\t2023年\t2022年\n行政复议申请（件）\t31\t19", [("received", 31)]),
        ("项目\t2021年\t2022年\n行政复议申请（件）\t31\t19", []),
        # The year reviewed counts, also where a later one stands beside it.
        ("项目\t2023年\t2024年\n行政复议申请（件）\t19\t31", [("received", 19)]),
        ("项目\t2024年\t2022年\n行政复议申请（件）\t19\t31", []),
        ("项目\t2023年\t2024年计划\n行政复议申请（件）\t19\t31", []),
        ("项目\t2023年目标\t2023年完成\n行政复议申请（件）\t19\t31", []),
        ("项目\t2021年\t2022年\n资料\t好\n说明。\n项目\t数量\n行政复议申请\t31件", [("received", 31)]),
    ],
)
def test_in_a_table_the_column_of_the_year_counts(rows: str, found: list[tuple[str, int]]) -> None:
    text = f"{HEAD}{REVIEW}见下表。\n{rows}\n工作顺利。\n"
    assert read(text) == [(code, "actual", value) for code, value in found]


def test_a_later_year_has_no_target_of_the_next() -> None:
    assert read(f"{HEAD}{REVIEW}成效明显。\n{PLANS}到2030年，地区生产总值达到600亿元。") == []


@pytest.mark.parametrize("when", ["“十四五”末，", "到“十四五”期末，", "五年内", "三年内"])
def test_the_end_of_several_years_has_no_target_of_the_next(when: str) -> None:
    assert read(f"{HEAD}{REVIEW}成效明显。\n{PLANS}{when}城镇新增就业5万人以上。") == []


def test_problems_of_some_organs_are_no_figure_of_all() -> None:
    text = f"{HEAD}{REVIEW}成效明显。\n二、存在的问题\n部分单位负责人出庭应诉率不足60%。\n"
    assert read(text) == []


def test_a_range_that_falls_keeps_its_order() -> None:
    [each] = parse(f"政府工作报告\n{REVIEW}固定资产投资下降3%至5%。").indicators
    assert (each.value, each.high) == (-5, -3)


def test_two_values_for_one_code_stand_and_a_diagnostic_names_them() -> None:
    report = parse(f"{HEAD}{REVIEW}（一）受理行政复议案件53件。\n（二）受理行政复议案件55件。\n")
    assert [int(each.value) for each in report.indicators] == [53, 55]
    [said] = [each for each in report.diagnostics if each.code == "indicator-conflict"]
    assert said.severity == "info"
    assert said.span == report.indicators[1].span
    assert said.message.startswith("the report gives reconsideration.accepted more than one value: 53, 55 / ")


@pytest.mark.parametrize(
    "text",
    [
        "受理行政复议案件53件。\n（二）受理行政复议案件53件。",
        "办理人大代表建议76件、政协提案91件。",
        "行政审批事项1189项，公共服务事项782项。",
    ],
)
def test_the_same_value_twice_and_one_for_each_kind_are_no_conflict(text: str) -> None:
    report = parse(f"{HEAD}{REVIEW}（一）{text}\n")
    assert len(report.indicators) == 2
    assert all(each.code != "indicator-conflict" for each in report.diagnostics)


# --- what holds for every text

WORDS = [
    *(
        "受理",
        "审结",
        "行政复议案件",
        "行政诉讼案件",
        "规范性文件",
        "清理",
        "废止",
        "合同",
        "审查",
        "其中",
        "共",
        "和解",
    ),
    *(
        "地区生产总值",
        "增长",
        "下降",
        "城镇新增就业",
        "居民人均可支配收入",
        "过去五年",
        "2023年",
        "去年",
        "力争",
        "本级",
    ),
    *(
        "53件",
        "8.5%",
        "1263人",
        "18万元",
        "3次",
        "从12%",
        "（",
        "）",
        "、",
        "，",
        "；",
        "。",
        "\n",
        "和",
        "及",
        " ",
        "“",
    ),
    *("一、", "（一）", "一是", "存在的问题", "下一步", "宣传活动", "法治", "31场", "执法人员", "培训", "#", "…"),
]


def check(report: Report) -> None:
    quantities = {each.span: each for each in report.quantities}
    spans = [each.span for each in report.indicators]
    assert len(set(spans)) == len(spans)
    assert spans == sorted(spans, key=lambda span: span.start)
    for each in report.indicators:
        quantity = quantities[each.span]
        entry = Codebook.default()[each.code]
        assert quantity.unit == each.unit
        assert each.unit in entry.units
        assert abs(each.value) in (quantity.value, quantity.high)
        assert (each.qualifier, each.section_id) == (quantity.qualifier, quantity.section_id)
    assert report.indicators == find_indicators(parse(report.text))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map("".join))
def test_a_figure_has_one_code_and_is_one_of_the_quantities(text: str) -> None:
    check(parse(text))


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="复议件诉讼12一、。（）其中增长%\n #“", max_size=200))
def test_any_text_is_read(text: str) -> None:
    check(parse(text))


@pytest.mark.parametrize(
    ("begins", "piece"),
    [
        ("受理行政复议案件9件，其中：", "甲3件，"),
        ("受理行政复议案件9件，其中：", "维持1件、"),
        ("受理行政复议案件9件，其中", "乙3.5件、"),
    ],
)
def test_time_is_linear_in_a_list_of_parts(begins: str, piece: str) -> None:
    def cost(count: int) -> float:
        report = parse(begins + piece * count)
        assert report.quantities is not None
        assert report.passages is not None
        best = 9.0
        for _ in range(3):
            begun = time.process_time()
            find_indicators(report)
            best = min(best, time.process_time() - begun)
        return best

    assert cost(16_000) < 8 * cost(4000) + 0.05


@pytest.mark.parametrize(
    "piece",
    [
        "受理行政复议案件53件、",
        "审结5件，",
        "其中3件",
        "行政复议",
        "53件",
        "（受理5件",
        "复议审查意见执法合同",
        "过去五年，",
        "增长5%、",
        "从5%",
        "罚款5元；近三年",
        "2023年|2022年|罚款5元|\n",
        "2023年\t2022年\n罚款5元\t6元\n",
        "2023年\t2022年\t罚款5元\t",
        "附：罚款5元\n",
        "东河区立案5件，其中本级",
    ],
)
def test_time_is_linear_in_the_text(piece: str) -> None:
    def cost(count: int) -> float:
        report = parse(piece * count)
        assert report.quantities is not None
        assert report.passages is not None
        best = 9.0
        for _ in range(3):
            begun = time.process_time()
            find_indicators(report)
            best = min(best, time.process_time() - begun)
        return best

    assert cost(8000) < 8 * cost(2000) + 0.05
