"""Every refusal of a figure refuses its example, and nothing else does."""

from __future__ import annotations

import pytest

from lawreport_parser.numbers import find_quantities, quantities, refusals
from lawreport_parser.numbers.refusals import REFUSALS, Candidate, Refusal


@pytest.mark.parametrize("row", REFUSALS, ids=[row.name for row in REFUSALS])
@pytest.mark.pure
def test_a_refusal_refuses_its_example_alone(row: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[Refusal | None] = []

    def noted(one: Candidate) -> Refusal | None:
        given.append(refusals.refusal(one))
        return given[-1]

    monkeypatch.setattr(quantities, "refusal", noted)
    assert find_quantities(row.example) == []
    assert given == [row]
    monkeypatch.setattr(refusals, "REFUSALS", tuple(each for each in REFUSALS if each is not row))
    assert len(find_quantities(row.example)) == 1


def test_no_two_refusals_have_one_name() -> None:
    assert len({row.name for row in REFUSALS}) == len(REFUSALS)
