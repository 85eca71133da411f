"""Figures that two reports share: the same words with the same figure, and targets with the figures that came of them.

They say that a plan is told of, whatever else the plan and the place have in common.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from lawreport_parser.blanks import BLANK_CHARACTERS
from lawreport_parser.comparison.model import IndicatorChange
from lawreport_parser.numbers.model import Quantity
from lawreport_parser.report import Report
from lawreport_parser.spans import Span

__all__ = ["SharedFigure", "same_words_and_figure", "targets_and_actuals"]

_BLANKS: Final = frozenset(BLANK_CHARACTERS)
#: So many letters around a figure that are the same are no formula: all before it, or some before and the rest behind.
_SAME: Final = 8
_SAME_BEFORE: Final = 2
#: They are looked for among so many characters.
_LOOKED_AT: Final = 16
#: A figure of the earlier report is held against so many of the later one that are the same.
_MOST_PLACES: Final = 8

_Words = tuple[str, str, Decimal, Decimal | None, str]


class SharedFigure(NamedTuple):
    """Where the earlier report has a figure, and where the later one has it, or what came of it."""

    earlier: Span
    later: Span


def same_words_and_figure(earlier: Report, later: Report) -> list[SharedFigure]:
    """Return the figures that stand in both reports, with their unit, among the same words: 新增法治示范村3个.

    They come in the order of the earlier report. What leaves its figure without unit is left out.
    """
    places: dict[_Words, list[Span]] = defaultdict(list)
    for quantity in later.quantities:
        for words in _words_around(later.text, quantity):
            places[words].append(quantity.span)
    return [
        SharedFigure(quantity.span, place)
        for quantity in earlier.quantities
        for words in _words_around(earlier.text, quantity)
        for place in places.get(words, ())[:_MOST_PLACES]
    ]


def targets_and_actuals(changes: Sequence[IndicatorChange]) -> list[SharedFigure]:
    """Return the targets of the earlier report with the figures of the later one that stand under the same code."""
    return [
        SharedFigure(change.target.span, change.later.span)
        for change in changes
        if change.target is not None and change.later is not None
    ]


def _words_around(text: str, quantity: Quantity) -> Iterator[_Words]:
    """Yield the words around a figure that are to be the same, with its value and unit."""
    if quantity.unit is None:
        return
    figure = quantity.value, quantity.high, quantity.unit
    start, end = quantity.span.start, quantity.span.end
    before = _letters(text[max(0, start - _LOOKED_AT) : start][::-1], _SAME)
    if len(before) == _SAME:
        yield (before, "", *figure)
    behind = _letters(text[end : end + _LOOKED_AT], _SAME - _SAME_BEFORE)
    if len(before) >= _SAME_BEFORE and len(behind) == _SAME - _SAME_BEFORE:
        yield (before[:_SAME_BEFORE], behind, *figure)


def _letters(characters: str, most: int) -> str:
    """Return the letters with which a text begins, without blanks between them, `most` of them at most."""
    letters = ""
    for character in characters:
        if len(letters) == most or not (character.isalpha() or character in _BLANKS):
            break
        letters += character.strip()
    return letters
