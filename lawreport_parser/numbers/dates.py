"""Dates in a text: days, months, quarters, half-years, years and ranges, as first and last day.

Read are dates that name their year (1900 to 2099): 2021年12月31日, 2021-12-31, 2021/12/31, 2021.12.31,
2020年11月, 2021年第二季度, 2021年上半年, 二〇二一年, 2016—2020年, 2021年1月至6月; full-width digits and blanks inside
do not matter. 6月17日 without a year is no date here: nothing says which year is meant.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from lawreport_parser.blanks import BLANK_CHARACTERS
from lawreport_parser.grammars import Terminals
from lawreport_parser.numbers.defects import NumberProblem
from lawreport_parser.numbers.model import DateMention, DatePrecision
from lawreport_parser.numbers.numerals import parse_ordinal
from lawreport_parser.numbers.places import numeral_places
from lawreport_parser.spans import Span
from lawreport_parser.years import year_of

__all__ = ["FoundDate", "date_mention", "find_dates", "parse_date", "read_dates"]

_FIGURES: Final = Terminals("figures")


class _Reading(NamedTuple):
    """What one date says; `start` is None where no calendar has it."""

    stop: int
    start: date | None
    end: date | None
    precision: DatePrecision


#: A date of a text: where it stands, its first and last day, and how exactly it is named.
FoundDate = tuple[int, int, date, date, DatePrecision]

#: The first characters of a year, and those with which what goes on from a date begins.
_YEAR_STARTS: Final = frozenset("12１２一二")
_GOES_ON: Final = frozenset(" \t\u00a0\u3000-—–－―~～至到、和及与")


def find_dates(text: str) -> tuple[list[DateMention], list[NumberProblem]]:
    """Return the dates of `text` in order, and the impossible ones (2021年13月) as problems."""
    dates, problems = read_dates(text, numeral_places(text))
    return [date_mention(text, found, None) for found in dates], problems


def date_mention(text: str, found: FoundDate, section_id: str | None) -> DateMention:
    """Return the mention of a date that `read_dates` found."""
    start, stop, first, last, precision = found
    return DateMention(text[start:stop], Span(start, stop), first, last, precision, section_id)


def read_dates(text: str, numerals: Iterable[int]) -> tuple[list[FoundDate], list[NumberProblem]]:
    """Return what `find_dates` does, in plain values; `numerals` are the places of `text` (`numeral_places`)."""
    dates: list[FoundDate] = []
    problems: list[NumberProblem] = []
    position, dated = 0, _FIGURES.DATED.match
    for start in numerals:
        if start < position or text[start] not in _YEAR_STARTS:
            continue
        match = dated(text, start)
        if match is None or (start and text[start - 1].isdecimal()):
            continue
        reading = _read(match)
        goes_on = text[reading.stop : reading.stop + 1] in _GOES_ON
        for begin, each in _going_on(text, start, reading) if goes_on else ((start, reading),):
            position = each.stop
            if each.start is None or each.end is None:
                span = Span(begin, position)
                problems.append(NumberProblem("impossible-date", text[begin:position], span))
            else:
                dates.append((begin, position, each.start, each.end, each.precision))
    return dates, problems


def parse_date(text: str) -> date | None:
    """Return the day that `text` names, and nothing else but perhaps a time of day after it; else None."""
    match = _FIGURES.ONE_DAY.fullmatch(text.strip(BLANK_CHARACTERS)) if len(text) <= 100 else None
    if match is None:
        return None
    reading = _read(match)
    return reading.start if reading.precision == "day" else None


def _going_on(text: str, start: int, reading: _Reading) -> Iterator[tuple[int, _Reading]]:
    """Yield a date, as the range that it opens where it opens one, and those of the list that goes on from it."""
    if reading.start and (join := _FIGURES.JOIN.match(text, reading.stop)):
        reading = _joined(text, reading, join.end()) or reading
    yield start, reading
    while reading.start and (listed := _next_listed(text, reading)):
        yield listed
        reading = listed[1]


def _joined(text: str, first: _Reading, position: int) -> _Reading | None:
    """Return the range that `first` opens when a date follows at `position`; None where none does."""
    if match := _FIGURES.DATED.match(text, position):
        last = _read(match)
    elif (match := _FIGURES.REST.match(text, position)) and first.precision in ("day", "month"):
        assert first.end is not None
        month = _number(match["month"]) if match["month"] else first.end.month
        written = match["day"] or match["only_day"]
        day = _number(written) if written else None
        last = _day_or_month(match.end(), first.end.year, month, day)
    else:
        return None
    if first.start is None or last.end is None or last.end < first.start:
        return None
    return _Reading(last.stop, first.start, last.end, "range")


def _next_listed(text: str, before: _Reading) -> tuple[int, _Reading] | None:
    """Return the day, month or quarter that goes on a list: 13日 in 10月12、13日, with its start."""
    match = _FIGURES.LISTED.match(text, before.stop)
    precision = match.lastgroup if match else None
    if match is None or precision is None or before.precision != precision or before.start is None:
        return None
    year, stop = before.start.year, match.end()
    if precision == "half":
        return match.start(precision), _months(stop, year, 7, 12, "half")
    number = _number(match[precision])
    if precision == "day":
        reading = _day_or_month(stop, year, before.start.month, number)
    elif precision == "month":
        reading = _months(stop, year, number, number, "month")
    else:
        reading = _months(stop, year, number * 3 - 2, number * 3, "quarter")
    start = match.start(precision)
    return (start - 1 if text[start - 1] == "第" else start), reading


def _read(match: re.Match[str]) -> _Reading:
    stop = match.end()
    year = year_of(match["year"])
    if match.lastgroup == "year":
        return _months(stop, year, 1, 12, "year")

    def value(name: str) -> int:
        return _number(match[name])

    match match.lastgroup:
        case "day":
            return _day_or_month(stop, year, value("month"), value("day"))
        case "month" | "listed_month" as name:
            return _day_or_month(stop, year, value(name), None)
        case "mark_day":
            return _day_or_month(stop, year, value("mark_month"), value("mark_day"))
        case "last_month":
            return _months(stop, year, value("first_month"), value("last_month"), "range")
        case "quarter" | "listed_quarter" as name:
            return _months(stop, year, value(name) * 3 - 2, value(name) * 3, "quarter")
        case "last_quarter":
            return _months(stop, year, value("first_quarter") * 3 - 2, value("last_quarter") * 3, "range")
        case "quarters":
            return _months(stop, year, 1, value("quarters") * 3, "range")
        case "half" | "listed_half" as name:
            return _months(stop, year, *((1, 6) if match[name] == "上" else (7, 12)), "half")
        case "last_year":
            last_year = year_of(match["last_year"])
            if last_year < year:
                return _Reading(stop, None, None, "range")
            return _Reading(stop, date(year, 1, 1), date(last_year, 12, 31), "range")
    raise AssertionError(match.lastgroup)


def _number(text: str) -> int:
    """Return the value of a month, day or quarter, which the grammar has accepted."""
    return int(text) if text.isdecimal() else parse_ordinal(text) or 0


def _day_or_month(stop: int, year: int, month: int, day: int | None) -> _Reading:
    if day is None:
        return _months(stop, year, month, month, "month")
    try:
        only = date(year, month, day)
    except ValueError:
        return _Reading(stop, None, None, "day")
    return _Reading(stop, only, only, "day")


def _months(stop: int, year: int, first: int, last: int, precision: DatePrecision) -> _Reading:
    return _Reading(stop, *_days_of(year, first, last), precision)


@lru_cache(maxsize=512)
def _days_of(year: int, first: int, last: int) -> tuple[date | None, date | None]:
    """Return the first and last day of a range of months, both None where no year has them."""
    if not 1 <= first <= last <= 12:
        return None, None
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
