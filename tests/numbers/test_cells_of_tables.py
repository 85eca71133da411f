"""A figure alone in the last cell of a row measures what the cell before it says."""

import pytest

from lawreport_parser.numbers import find_quantities


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
