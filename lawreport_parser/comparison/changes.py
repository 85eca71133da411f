"""How the indicators changed from one report to the next: actual against actual, and target against actual."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Final

from lawreport_parser.comparison.checks import EARLIER, LATER, note
from lawreport_parser.comparison.model import DifferenceQualifier, IndicatorChange, Note
from lawreport_parser.indicators.codebook import Codebook
from lawreport_parser.indicators.model import Indicator, IndicatorTime
from lawreport_parser.numbers.limits import Qualifier

__all__ = ["indicator_changes"]

#: Units that are shares: they change by points, not by percent.
_SHARES: Final = frozenset({"%", "‰", "百分点"})
_HUNDREDTH: Final = Decimal("0.01")


def indicator_changes(
    earlier: Sequence[Indicator], later: Sequence[Indicator], *, targets: bool = True
) -> tuple[list[IndicatorChange], list[Note]]:
    """Return the indicators of both reports, by code, and notes on those that one of them leaves unclear.

    A figure counts where a report gives one value for the code and time, in the unit that the other figures of the code
    have, or one that counts the same things (起 and 件). Without `targets` those of the earlier report are left out:
    they were set for another year.
    """
    if not targets:
        earlier = [each for each in earlier if each.time == "actual"]
    changes: list[IndicatorChange] = []
    notes: list[Note] = []
    book = Codebook.default()
    for code in sorted({each.code for each in (*earlier, *later)}):
        actual, told = _one(earlier, code, "actual", book)
        target, set_ = _one(earlier, code, "target", book)
        now, known = _one(later, code, "actual", book)
        units = {each.unit for each in (actual, target, now) if each is not None}
        if len(units) > 1:
            units = {book.counted_in(code, unit) for unit in units}
        if not (told and set_ and known) or len(units) > 1:
            entry = book.get(code)
            which = EARLIER if not (told and set_) else LATER
            notes.append(note("unclear-indicator", code, *which, code if entry is None else entry.name_zh))
        if len(units) == 1:
            changes.append(_change(code, units.pop(), actual, target, now))
    return changes, notes


def _one(
    indicators: Sequence[Indicator], code: str, time: IndicatorTime, book: Codebook
) -> tuple[Indicator | None, bool]:
    """Return the first figure of a code and time; None and False where others of them say otherwise."""
    found = [each for each in indicators if each.code == code and each.time == time]
    if len({(each.value, each.high, book.counted_in(code, each.unit)) for each in found}) > 1:
        return None, False
    return (found[0] if found else None), True


def _change(
    code: str, unit: str | None, earlier: Indicator | None, target: Indicator | None, later: Indicator | None
) -> IndicatorChange:
    difference, sure = _difference(later, earlier, _LESS)
    percent = None
    if difference is not None and earlier is not None and earlier.value > 0 and unit not in _SHARES:
        percent = (100 * difference / earlier.value).quantize(_HUNDREDTH, ROUND_HALF_EVEN)
    against, against_sure = _difference(later, target, _LESS_TARGET)
    return IndicatorChange(
        code, unit, earlier, target, later, difference, percent, against, _met(later, target), sure, against_sure
    )


#: How sure a difference is by the figure that something is taken from.
_FROM: Final[dict[Qualifier, DifferenceQualifier]] = {
    "exact": "exact",
    "about": "about",
    "nearly": "about",
    "over": "over",
    "at_least": "at_least",
    "at_most": "at_most",
}
#: And by the figure that is taken from it: less what is over 40 is under so much.
_LESS: Final[dict[Qualifier, DifferenceQualifier]] = {
    "exact": "exact",
    "about": "about",
    "nearly": "about",
    "over": "under",
    "at_least": "at_most",
    "at_most": "at_least",
}
#: A target that is a limit is that limit.
_LESS_TARGET: Final[dict[Qualifier, DifferenceQualifier]] = {
    "exact": "exact",
    "about": "about",
    "nearly": "about",
    "over": "exact",
    "at_least": "exact",
    "at_most": "exact",
}
_UPWARD: Final = frozenset({"over", "at_least"})
_DOWNWARD: Final = frozenset({"under", "at_most"})


def _difference(
    later: Indicator | None, earlier: Indicator | None, less: Mapping[Qualifier, DifferenceQualifier]
) -> tuple[Decimal | None, DifferenceQualifier | None]:
    """Return what a figure is more than another, and how sure that is; None where there is none, or it is open."""
    if later is None or earlier is None or later.high is not None or earlier.high is not None:
        return None, None
    sure = _together(_FROM[later.qualifier], less[earlier.qualifier])
    return (None, None) if sure is None else (later.value - earlier.value, sure)


def _together(some: DifferenceQualifier, other: DifferenceQualifier) -> DifferenceQualifier | None:
    if "exact" in (some, other):
        return other if some == "exact" else some
    if some == other:
        return some
    if {some, other} <= _UPWARD:
        return "over"
    return "under" if {some, other} <= _DOWNWARD else None


def _met(later: Indicator | None, target: Indicator | None) -> bool | None:
    """Say whether a figure keeps a target that is a limit or a range; None where the words do not decide it.

    A figure that is a limit itself (超过5%) keeps a target or leaves it open, but never says that it was missed.
    """
    if later is None or target is None or later.high is not None:
        return None
    value, limit, exact = later.value, target.value, later.qualifier == "exact"
    more, less = later.qualifier in ("at_least", "over"), later.qualifier == "at_most"
    if target.high is not None:
        return limit <= value <= target.high if exact and target.qualifier == "exact" else None
    if target.qualifier == "at_least" and (exact or more):
        return value >= limit or (False if exact else None)
    if target.qualifier == "over" and (exact or more):
        return value > limit or (value == limit and later.qualifier == "over") or (False if exact else None)
    if target.qualifier == "at_most" and (exact or less):
        return value <= limit or (False if exact else None)
    return None
