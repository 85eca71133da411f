"""How the indicators changed from one report to the next: actual against actual, and target against actual."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Final

from lawreport_parser.comparison.checks import EARLIER, LATER, note
from lawreport_parser.comparison.model import IndicatorChange, Note
from lawreport_parser.indicators.codebook import Codebook
from lawreport_parser.indicators.model import Indicator, IndicatorTime

__all__ = ["indicator_changes"]

#: Units that are shares: they change by points, not by percent.
_SHARES: Final = frozenset({"%", "‰", "百分点"})
_HUNDREDTH: Final = Decimal("0.01")


def indicator_changes(
    earlier: Sequence[Indicator], later: Sequence[Indicator], *, targets: bool = True
) -> tuple[list[IndicatorChange], list[Note]]:
    """Return the indicators of both reports, by code, and notes on those that one of them leaves unclear.

    A figure counts where a report gives one value for the code and time, in the unit that the other figures of the code
    have. Without `targets` those of the earlier report are left out: they were set for another year.
    """
    if not targets:
        earlier = [each for each in earlier if each.time == "actual"]
    changes: list[IndicatorChange] = []
    notes: list[Note] = []
    book = Codebook.default()
    for code in sorted({each.code for each in (*earlier, *later)}):
        actual, told = _one(earlier, code, "actual")
        target, set_ = _one(earlier, code, "target")
        now, known = _one(later, code, "actual")
        given = [each for each in (actual, target, now) if each is not None]
        if not (told and set_ and known) or len({each.unit for each in given}) > 1:
            entry = book.get(code)
            which = EARLIER if not (told and set_) else LATER
            notes.append(note("unclear-indicator", code, *which, code if entry is None else entry.name_zh))
        if given and len({each.unit for each in given}) == 1:
            changes.append(_change(code, actual, target, now))
    return changes, notes


def _one(indicators: Sequence[Indicator], code: str, time: IndicatorTime) -> tuple[Indicator | None, bool]:
    """Return the first figure of a code and time; None and False where others of them say otherwise."""
    found = [each for each in indicators if each.code == code and each.time == time]
    if len({(each.value, each.high, each.unit) for each in found}) > 1:
        return None, False
    return (found[0] if found else None), True


def _change(code: str, earlier: Indicator | None, target: Indicator | None, later: Indicator | None) -> IndicatorChange:
    unit = next(each.unit for each in (earlier, target, later) if each is not None)
    difference = _difference(later, earlier)
    percent = None
    if difference is not None and earlier is not None and earlier.value > 0 and unit not in _SHARES:
        percent = (100 * difference / earlier.value).quantize(_HUNDREDTH, ROUND_HALF_EVEN)
    return IndicatorChange(
        code, unit, earlier, target, later, difference, percent, _difference(later, target), _met(later, target)
    )


def _difference(later: Indicator | None, earlier: Indicator | None) -> Decimal | None:
    if later is None or earlier is None or later.high is not None or earlier.high is not None:
        return None
    return later.value - earlier.value


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
