"""A text is looked through for wrong dates only where it may hold one: that loses none."""

from __future__ import annotations

from pathlib import Path

from lawreport_parser.numbers import read_numbers
from lawreport_parser.numbers.figures import may_hold_problems

_TABLE = Path(__file__).parent / "problems.tsv"


def test_every_row_of_the_table_is_told_or_has_nothing_to_tell() -> None:
    wrong = []
    for row in _TABLE.read_text(encoding="utf-8").splitlines()[1:]:
        text, expected = row.split("\t")
        told = [problem.text for problem in read_numbers(text).problems]
        due = [] if expected == "-" else [expected]
        if told != due or (due and may_hold_problems(text) is not True):
            wrong.append((text, told, may_hold_problems(text)))
    assert not wrong


def test_a_text_without_dates_is_passed_over() -> None:
    assert may_hold_problems("全年受理来信5件。") is False
