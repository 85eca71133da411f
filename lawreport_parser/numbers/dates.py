"""Dates in a text: days, months, quarters, half-years, years and ranges, as first and last day.

Read are dates that name their year (1900 to 2099): 2021年12月31日, 2021-12-31, 2021/12/31, 2021.12.31,
2020年11月, 2021年5月上旬, 2021年第二季度, 2021年上半年, 二〇二一年, 20世纪90年代; full-width digits and blanks
inside do not matter. What goes on from such a date has its year: the far end of a range (2021年1月至6月,
2021年9月21日17:00至10月8日, 2021-09-01至12-01, 2021年11月至次年2月) and the further members of a list
(2021年3月1日、4月2日). 6月17日 alone is no date here: nothing says which year is meant.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Final, Literal, NamedTuple

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


#: What the ends of a date are: days (written with marks or without), months, quarters, half-years or years.
_Unit = Literal["day", "mark", "month", "quarter", "half", "year"]
_DAYS: Final = frozenset({"day", "mark"})
_DAYS_OR_MONTHS: Final = frozenset({"day", "mark", "month"})


class _Reading(NamedTuple):
    """What one date says; `start` and `end` are None where no calendar has it."""

    stop: int
    start: date | None
    end: date | None
    precision: DatePrecision
    unit: _Unit


#: A date of a text: where it stands, its first and last day, and how exactly it is named.
FoundDate = tuple[int, int, date, date, DatePrecision]

#: The first characters of a year, and those with which what goes on from a date begins.
_YEAR_STARTS: Final = frozenset("12１２一二")
_GOES_ON: Final = frozenset(
    " \t\u00a0\u3000-—–－―~～至到、和及与（(星周礼含起开年初中底末前上下早晚凌夜傍零两"
    "0123456789０１２３４５６７８９一二三四五六七八九十"
)
#: What stands before a date of the moon's calendar.
_LUNAR: Final = frozenset({"农历", "阴历", "旧历", "夏历"})


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
        if start < position:
            continue
        if start and text[start - 1] == "纪" and (decade := _decade(text, position, start)) is not None:
            dates.append(decade)
            position = decade[1]
            continue
        if text[start] not in _YEAR_STARTS:
            continue
        match = dated(text, start)
        if match is None or (start and text[start - 1].isdecimal()):
            continue
        if start >= 2 and text[start - 2 : start] in _LUNAR:
            position = match.end()
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


def _decade(text: str, floor: int, start: int) -> FoundDate | None:
    """Return the ten years from `start` on, behind their century: 20世纪90年代."""
    century = _FIGURES.CENTURY.search(text, max(floor, start - 5), start)
    match = _FIGURES.TEN_YEARS.match(text, start) if century else None
    if century is None or match is None:
        return None
    first = (2000 if century["of_2000"] else 1900) + 10 * _number(match["tens"])
    return century.start(), match.end(), date(first, 1, 1), date(first + 9, 12, 31), "range"


def _going_on(text: str, start: int, reading: _Reading) -> Iterator[tuple[int, _Reading]]:
    """Yield a date, as the range that it opens where it opens one, and those of the list that goes on from it."""
    listed: tuple[int, _Reading] | None = (start, reading)
    while listed:
        start, reading = listed
        if reading.start is not None:
            reading = _joined(text, reading) or reading
        yield start, reading
        listed = _next_listed(text, reading) if reading.start is not None else None


def _joined(text: str, first: _Reading) -> _Reading | None:
    """Return the range that `first` opens, which no calendar has where it runs backwards; None where it opens none.

    3月初至5月底 is from March to May. 3月底至5月初 says of neither end where it is: those are two dates.
    """
    join = _FIGURES.JOIN.match(text, first.stop)
    if join is None or join["soft"] in ("中", "底", "末"):
        return None
    last = _far_end(text, first, join.end(), from_start=join["soft"] == "初")
    if last is None or _FIGURES.NOT_AT_END.match(text, last.stop):
        return None
    closing = _FIGURES.RANGE_END.match(text, last.stop)
    assert closing is not None
    if first.start is None or last.end is None or last.end < first.start:
        return _Reading(closing.end(), None, None, "range", last.unit)
    return _Reading(closing.end(), first.start, last.end, "range", last.unit)


def _far_end(text: str, first: _Reading, position: int, *, from_start: bool) -> _Reading | None:
    """Return the date at `position`, where the range that `first` opens may end; its year may be that of `first`."""
    if match := _FIGURES.DATED.match(text, position):
        return _read(match)
    assert first.end is not None
    if first.unit == "mark" and (match := _FIGURES.REST_WITH_MARKS.match(text, position)):
        month = _number(match["month"]) if match["month"] else first.end.month
        return _day(match.end(), first.end.year, month, _number(match["day"] or match["only_day"]), "mark")
    match = _FIGURES.REST.match(text, position)
    if match is None:
        return None
    if match["month"]:
        if first.unit not in _DAYS_OR_MONTHS and not (first.unit == "year" and from_start):
            return None
        return _month_and_day(match, first.end.year)
    if match["year_end"]:
        return _months(match.end(), first.end.year + bool(match["next"]), 12, 12, "month")
    if first.unit not in _DAYS or match["next"]:
        return None
    return _day(match.end(), first.end.year, first.end.month, _number(match["only_day"]))


def _next_listed(text: str, before: _Reading) -> tuple[int, _Reading] | None:
    """Return the date that goes on a list, with its start: 13日 in 10月12、13日, 9月 in 3月至5月、9月至11月.

    A list that does not run forwards may be of another year, and is not gone on with.
    """
    match = _FIGURES.LISTED.match(text, before.stop)
    if match is None:
        return None
    assert before.end is not None
    year, stop = before.end.year, match.end()
    if match["month"]:
        if before.unit not in _DAYS_OR_MONTHS:
            return None
        name, reading = "month", _month_and_day(match, year)
    elif match["only_day"]:
        if before.unit not in _DAYS:
            return None
        name, reading = "only_day", _day(stop, year, before.end.month, _number(match["only_day"]))
    elif match["quarter"]:
        if before.unit != "quarter":
            return None
        number = _number(match["quarter"])
        name, reading = "quarter", _months(stop, year, number * 3 - 2, number * 3, "quarter", "quarter")
    else:
        if before.unit != "half":
            return None
        name, reading = "half", _months(stop, year, 7, 12, "half", "half")
    if reading.start is not None and reading.start <= before.end:
        return None
    start = match.start(name)
    return (start - 1 if text[start - 1] == "第" else start), reading


def _read(match: re.Match[str]) -> _Reading:
    """Return what a match of `DATED` or `ONE_DAY` says: the last group tells which form it is."""
    stop = match.end()
    form = match.lastgroup
    year = year_of(match["year"])
    if form == "year":
        return _months(stop, year, 1, 12, "year", "year")
    if form in ("month", "day", "third"):
        return _month_and_day(match, year)
    if form == "mark_day":
        return _day(stop, year, _number(match["mark_month"]), _number(match["mark_day"]), "mark")
    if form == "listed_month":
        month = _number(match["listed_month"])
        return _months(stop, year, month, month, "month")
    if form == "last_month":
        return _months(stop, year, _number(match["first_month"]), _number(match["last_month"]), "range")
    if form == "months":
        return _months(stop, year, 1, _number(match["months"]), "range")
    if form in ("quarter", "listed_quarter"):
        quarter = _number(match[form])
        return _months(stop, year, quarter * 3 - 2, quarter * 3, "quarter", "quarter")
    if form == "last_quarter":
        first, last = _number(match["first_quarter"]), _number(match["last_quarter"])
        return _months(stop, year, first * 3 - 2, last * 3, "range", "quarter")
    if form == "quarters":
        return _months(stop, year, 1, _number(match["quarters"]) * 3, "range", "quarter")
    if form in ("half", "listed_half"):
        return _months(stop, year, *((1, 6) if match[form] == "上" else (7, 12)), "half", "half")
    if form == "decade":
        return _Reading(stop, date(year, 1, 1), date(year + 9, 12, 31), "range", "year")
    if form == "last_year":
        return _years(stop, (year, 1), (year_of(match["last_year"]), 12), "year")
    assert form in ("to_year", "to_month")
    first_month = _number(match["from_month"] or match["from_mark_month"])
    last_month = _number(match["to_month"]) if match["to_month"] else 12
    return _years(stop, (year, first_month), (year_of(match["to_year"]), last_month), "month")


def _number(text: str) -> int:
    """Return the value of a month, day or quarter, which the grammar has accepted."""
    if text.isdecimal():
        return int(text)
    return 1 if text in ("元", "首") else 2 if text == "两" else parse_ordinal(text) or 0


def _month_and_day(match: re.Match[str], year: int) -> _Reading:
    """Return the month of `year` that a match names, or its day or third where it has one."""
    stop, month = match.end(), _number(match["month"])
    year += bool(match.groupdict().get("next"))
    if match["day"]:
        return _day(stop, year, month, _number(match["day"]))
    if match.groupdict().get("third") is None:
        return _months(stop, year, month, month, "month")
    first, last = _days_of(year, month, month)
    if first is None or last is None:
        return _Reading(stop, None, None, "range", "day")
    third = "上中下".index(match["third"])
    end = last if third == 2 else first.replace(day=10 * third + 10)
    return _Reading(stop, first.replace(day=10 * third + 1), end, "range", "day")


def _day(stop: int, year: int, month: int, day: int, unit: _Unit = "day") -> _Reading:
    try:
        only = date(year, month, day)
    except ValueError:
        return _Reading(stop, None, None, "day", unit)
    return _Reading(stop, only, only, "day", unit)


def _months(stop: int, year: int, first: int, last: int, precision: DatePrecision, unit: _Unit = "month") -> _Reading:
    start, end = _days_of(year, first, last)
    return _Reading(stop, start, end, precision, unit)


def _years(stop: int, first: tuple[int, int], last: tuple[int, int], unit: _Unit) -> _Reading:
    """Return the range from the first of two months, each with its year, to the last; none where it runs backwards."""
    if last < first:
        return _Reading(stop, None, None, "range", unit)
    return _Reading(stop, _days_of(*first, first[1])[0], _days_of(*last, last[1])[1], "range", unit)


@lru_cache(maxsize=512)
def _days_of(year: int, first: int, last: int) -> tuple[date | None, date | None]:
    """Return the first and last day of a range of months, both None where no year has them."""
    if not 1 <= first <= last <= 12:
        return None, None
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
