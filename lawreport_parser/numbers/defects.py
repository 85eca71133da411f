"""What the reading of numbers finds wrong in a text, for the caller to turn into diagnostics."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from lawreport_parser.grammars import Terminals
from lawreport_parser.spans import Span

__all__ = ["NumberProblem", "NumberProblemCode", "may_hold_problems"]

NumberProblemCode = Literal["impossible-date", "unbalanced-document-number", "unread-figure"]

_FIGURES: Final = Terminals("figures")
#: Whatever could be an impossible day or month, or a year in one bracket.
_SIEVES: Final = (
    "WRONG_MONTH",
    "WRONG_DAY",
    "WRONG_DAY_OF_FEBRUARY",
    "WRONG_THIRTY_FIRST",
    "WRONG_DAY_WITH_MARKS",
    "TORN_NUMBER",
)


@dataclass(frozen=True, slots=True)
class NumberProblem:
    """A defect: an impossible date, a document number with a lost bracket, or a figure that is not read for sure.

    `text` is what stands at `span`.
    """

    code: NumberProblemCode
    text: str
    span: Span


def may_hold_problems(text: str) -> bool:
    """Say quickly whether reading the dates and document numbers of `text` could find a problem at all."""
    for name in _SIEVES:
        for hit in getattr(_FIGURES, name).finditer(text):
            # 2015-2020年 is a range as it should be.
            years = _FIGURES.YEARS.fullmatch(hit.group())
            if years is None or int(years[1]) > int(years[2]):
                return True
    return False
