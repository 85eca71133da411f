"""No text makes `Report.explain` raise or forget its bounds; see `texts.py` for the reason of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from texts import TEXTS

from lawreport_parser import parse
from lawreport_parser.explain import DecisionRow, Explanation
from lawreport_parser.outline.evidence import Evidence
from lawreport_parser.outline.moves import MAX_DEPTH

#: A token, a row or a line of the text is made of at least so much of it.
_ROWS_A_CHARACTER = 8


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_is_explained(name: str) -> None:
    text = TEXTS[name].make(min(TEXTS[name].size, 400))
    report = parse(text)
    explanation = report.explain()
    assert explanation.same
    assert explanation == parse(text).explain()
    assert str(explanation)
    assert rows(explanation) <= _ROWS_A_CHARACTER * len(text) + 10
    for at in range(0, len(text), 131):
        assert report.explain(at=at).verdict is not None


def rows(explanation: Explanation) -> int:
    return sum(len(stage.rows) for stage in explanation.stages)


@pytest.mark.parametrize("name", ["absurd-nesting", "brackets-over-and-over", "only-circled", "one-is-two-is"])
def test_the_work_for_a_candidate_is_bounded(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long the text: so many moves are weighed for each, and fewer are kept."""
    weigh: Callable[..., Any] = Evidence.of
    report = parse(TEXTS[name].make(2_500))
    calls = 0

    def counted(*arguments: Any) -> Any:
        nonlocal calls
        calls += 1
        return weigh(*arguments)

    monkeypatch.setattr(Evidence, "of", counted)
    decisions = report.explain().stage("decisions").rows
    assert len(decisions) > 100
    # Once to decide, once to tell.
    assert calls <= 2 * len(decisions) * (2 * MAX_DEPTH + 2)
    assert all(len(row.moves) <= 4 for row in decisions if isinstance(row, DecisionRow))
