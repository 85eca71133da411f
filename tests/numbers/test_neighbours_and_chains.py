"""Of several numerals with one unit the last alone is no figure; of a chain of changes the last value alone is new."""

import pytest

from lawreport_parser.numbers import find_quantities, read_numbers


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("罚款三、五万元。", "三、五万元"),
        ("开展宣传二、三次。", "二、三次"),
        ("召开一、二、三次会议。", "二、三次"),
        ("走访三、五个村。", "三、五个"),
    ],
)
def test_the_last_of_several_numerals_is_not_read_alone(text: str, unread: str) -> None:
    figures = read_numbers(text)
    assert figures.quantities == []
    assert [(each.code, each.text) for each in figures.problems] == [("unread-figure", unread)]


def test_classes_in_a_row_are_no_figures() -> None:
    assert read_numbers("先转移下游一、二类区域的群众。").problems == []


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("行政处罚案件由1000件减少为900件，再减少为800件。", "行政处罚案件"),
        ("出庭应诉率由12%上升为13%后又下降为5%。", "出庭应诉率"),
    ],
)
def test_the_middle_of_a_chain_of_changes_is_earlier(text: str, measure: str) -> None:
    found = find_quantities(text)
    assert [each.earlier for each in found] == [True, True, False]
    assert {each.measure for each in found} == {measure}
