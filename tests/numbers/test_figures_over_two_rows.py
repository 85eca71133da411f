"""A figure that a row tears: it is put together where it surely goes on, and told as unread where it may not."""

from __future__ import annotations

import pytest

from lawreport_parser import parse

FULL = "石湾县修缮木桥和看护灯塔石湾县修缮木桥和"


def read(text: str) -> tuple[list[str], bool]:
    """Return the values of the figures in a text, and whether one of them is told as unread."""
    report = parse(f"一、{text}，其余照旧。\n二、完")
    return [str(each.value) for each in report.quantities], any(
        each.code == "unread-figure" for each in report.diagnostics
    )


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (f"{FULL}共1234\n5件", ["12345"]),
        (f"{FULL}共12\n3件", ["123"]),
        ("受理案件一百二\n十三件", ["123"]),
    ],
)
def test_it_goes_on_where_the_row_is_full_or_the_numerals_need_each_other(text: str, values: list[str]) -> None:
    assert read(text) == (values, False)


@pytest.mark.parametrize("text", [f"{FULL}共2023\n5件", f"{FULL}自1995\n3件", "共受理十\n二件", "共受理二\n十三件"])
def test_a_year_or_a_lone_numeral_at_the_end_of_a_row_may_be_whole(text: str) -> None:
    assert read(text) == ([], True)
