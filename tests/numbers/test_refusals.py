"""Each refusal of a figure refuses its example, which would count without it."""

from __future__ import annotations

import pytest

from lawreport_parser.numbers import find_quantities
from lawreport_parser.numbers.places import numeral_places
from lawreport_parser.numbers.quantities import _Scan
from lawreport_parser.numbers.refusals import REFUSALS, Refusal


def counted(text: str, refusals: tuple[Refusal, ...]) -> int:
    scan = _Scan(text, text, refusals)
    scan.read(numeral_places(text))
    return len(scan.found)


@pytest.mark.parametrize("row", REFUSALS, ids=[row.name for row in REFUSALS])
def test_a_refusal_and_no_other_refuses_its_example(row: Refusal) -> None:
    assert find_quantities(row.example) == []
    assert counted(row.example, (row,)) == 0
    assert counted(row.example, tuple(each for each in REFUSALS if each is not row)) == 1


def test_no_two_refusals_have_one_name() -> None:
    assert len({row.name for row in REFUSALS}) == len(REFUSALS)
