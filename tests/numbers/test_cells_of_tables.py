"""A figure alone in the last cell measures what stands before it; one without a unit has that of its row or column."""

import time

import pytest

from lawreport_parser import parse
from lawreport_parser.numbers import find_quantities, read_numbers


@pytest.mark.parametrize(
    ("rows", "measures"),
    [
        ("项目\t数量\n行政检查\t2350次\n罚没金额\t356.7万元", ["行政检查", "罚没金额"]),
        ("1\t行政强制\t18件\n", ["行政强制"]),
        ("行政检查\t比上年增加20次", ["比上年增加"]),
        # Two years side by side: which of them a figure is of, the row does not say.
        ("指标\t2023年\t2024年\n行政检查\t54次\t61次", [None, None]),
        ("行政检查\t2023年\t54次", [None]),
        ("行政检查\n2350次", [None]),
    ],
)
def test_the_cell_before_says_what_is_measured(rows: str, measures: list[str | None]) -> None:
    assert [each.measure for each in find_quantities(rows)] == measures


@pytest.mark.parametrize(
    ("rows", "read"),
    [
        ("项目\t2023年\t2024年\n行政复议申请（件）\t19\t31", "行政复议申请 19件 earlier; 行政复议申请 31件"),
        ("项目\t2024年度\t2023年度\n行政复议申请(件)\t1,031\t19", "行政复议申请 1031件; 行政复议申请 19件 earlier"),
        ("项目\t2024年\n罚没款（万元）\t30.5", "罚没款 305000元"),
        ("项目\t数量\n行政检查（次）\t2350\n败诉率（%）\t6.5", "行政检查 2350次; 败诉率 6.5%"),
        ("项目\t单位\t2024年\t2023年\t同比（%）\n行政检查\t次\t31\t19\t63", "行政检查 31次; 行政检查 19次 earlier"),
        ("项目\t数量（件）\n行政检查\t31\n行政强制\t4", "行政检查 31件; 行政强制 4件"),
        (
            "项目（件）\t2023年\t2024年\n行政强制\t4\t6\r\n行政检查\t7\t9",
            "行政强制 4件 earlier; 行政强制 6件; 行政检查 7件 earlier; 行政检查 9件",
        ),
        # What heads a column holds for its table only.
        ("项目\t2023年\t2024年\n说明。\n行政强制（件）\t4\t6", "unread-table 行政强制（件）"),
        # Of two figures nothing tells which is which; one of no unit is nothing.
        ("行政复议申请（件）\t19\t31\n行政检查（次）\t4\t6", "unread-table 行政复议申请（件）"),
        ("类别\t立案（件）\t结案（件）\n食品\t436\t418", "unread-table 食品"),
        ("行政检查\t31", "unread-table 行政检查"),
        # A row without figures is no head of the rows below, unless a year or a unit stands behind its first cell.
        ("指标\t数值\n罚没收入（万元）\t—\n行政处罚案件\t31", "unread-table 行政处罚案件"),
        ("培训人数（人）\t全员\n行政处罚案件\t31", "unread-table 行政处罚案件"),
        (
            "项目\t数量（件）\n行政处罚\t31\n涉及金额（万元）\t\n办案人员\t19",
            "行政处罚 31件; unread-table 办案人员",
        ),
        (
            "指标\t2023年\t2022年\n行政处罚（件）\t—\t—\n行政检查（次）\t31\t19",
            "行政检查 31次; 行政检查 19次 earlier",
        ),
        ("项目\t2022年\t2023年\n说明\t全员（人）\t—\n行政检查（次）\t31\t", "unread-table 行政检查（次）"),
        # What says more than a year is none.
        ("指标\t2023年目标\t2022年\n行政检查（次）\t31\t19", "unread-table 行政检查（次）"),
        ("指标\t2023年1-6月\n行政检查（次）\t31", "unread-table 行政检查（次）"),
        ("指标\t上半年\n行政检查（次）\t31", "unread-table 行政检查（次）"),
        ("指标\t2023年预算\t2023年决算\n行政收费（万元）\t31\t19", "unread-table 行政收费（万元）"),
        ("指标\t占比（%）\n行政检查\t31", "unread-table 行政检查"),
        ("指标\t2023年\t2023年增幅\n行政检查（次）\t31\t19", "行政检查 31次"),
        ("指标\t2023年\t2023年同比（%）\n行政检查（次）\t31\t-0.8", "行政检查 31次"),
        ("项目\t2023年末\t2022年末\n持证人员（人）\t31\t5", "持证人员 31人; 持证人员 5人 earlier"),
        ("指标\t2023年\t2024年计划\n行政检查（次）\t31\t19", "unread-table 行政检查（次）"),
        ("指标\t数量（件）\n行政检查（次）\t31\n行政处罚\t19", "unread-table 行政检查（次）"),
        # A row is read whole or not at all.
        ("项目\t2023年\t2024年\n罚没款（元）\t1,234.5\t2,000.8", "罚没款 1234.5元 earlier; 罚没款 2000.8元"),
        ("项目\t2023年\t2024年\n行政检查（次）\t20\t31（注1）", "unread-table 行政检查（次）"),
        ("项目\t2023年\t2024年\n行政检查（次）\t20\t31①", "unread-table 行政检查（次）"),
        ("项目\t2023年\t2024年\n行政检查（次）\t20\t５", "unread-table 行政检查（次）"),
        ("项目\t2023年\t2024年\n行政检查（次）\t-0.8\t20", "unread-table 行政检查（次）"),
        ("项目\t2023年\t2024年\n行政检查（次）\t20\t31\t7", "unread-table 行政检查（次）"),
        ("项目\t2023年\t2024年\n行政检查（次）\t20\t三十一", "unread-table 行政检查（次）"),
        # Years down the side, two tables side by side, a running number before the label.
        ("年度\t行政处罚（件）\n2022\t19\n2023\t31", "unread-table 2022"),
        ("年度\t行政处罚（件）\n2022年\t19\n2023年\t31", "unread-table 2022年"),
        ("项目\t数量（件）\t项目\t数量（件）\n行政处罚\t\t行政检查\t19", "unread-table 行政处罚"),
        ("行政处罚（件）\t\t行政检查\t19", "unread-table 行政处罚（件）"),
        ("序号\t项目\t数量（件）\n1\t行政处罚\t31", "unread-table 1"),
        ("项目\t数量（件）\n1.行政处罚\t31\n2、 行政检查\t5", "行政处罚 31件; 行政检查 5件"),
        ("项目\t数量（个）\n联系电话\t3812345\n邮编\t312000\n编号\t5", ""),
        ("序号\t文件\t文号\n1\t停车管理办法\t〔2020〕1号", ""),
    ],
)
def test_a_cell_without_a_unit_has_that_of_its_row_or_column(rows: str, read: str) -> None:
    figures = read_numbers(rows)
    said = [f"{each.measure} {each.value}{each.unit}{' earlier' * each.earlier}" for each in figures.quantities]
    assert "; ".join([*said, *(f"{each.code} {each.text}" for each in figures.problems)]) == read


def test_a_table_that_is_not_read_is_told_once() -> None:
    report = parse("一、主要成效\n办理情况如下。\n行政复议申请（件）\t19\t31\n行政检查（次）\t4\t6\n好。")
    [told] = [each for each in report.diagnostics if each.code == "unread-table"]
    assert told.severity == "info"
    assert told.span.of(report.text) == "行政复议申请（件）"


@pytest.mark.parametrize(
    "piece", ["1\t", "a（件）\t1\t", "a（件）\t1\n", "2023年\t", "2023年\t2024年\n", "\t" * 9 + "1", "（"]
)
def test_time_is_linear_in_the_rows(piece: str) -> None:
    def cost(count: int) -> float:
        begun = time.process_time()
        read_numbers(piece * count)
        return time.process_time() - begun

    assert min(cost(16_000), cost(16_000)) < 8 * max(min(cost(4000), cost(4000)), 0.01)
