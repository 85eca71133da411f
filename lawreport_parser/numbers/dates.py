"""Dates in a text: days, months, quarters, half-years, years and ranges, as first and last day.

Read are dates that name their year (1900 to 2099): 2021年12月31日, 2021-12-31, 2021/12/31, 2021.12.31,
2020年11月, 2021年第二季度, 2021年上半年, 二〇二一年, 2016—2020年, 2021年1月至6月; full-width digits and blanks inside
do not matter. 6月17日 without a year is no date here: nothing says which year is meant.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from typing import Final, Literal, NamedTuple

from lawreport_parser.grammars import terminal_patterns
from lawreport_parser.numbers.defects import NumberProblem
from lawreport_parser.numbers.numerals import parse_ordinal
from lawreport_parser.spans import BLANK_CHARACTERS, FrozenModel, Span, make_span

__all__ = ["DateMention", "DatePrecision", "figure_patterns", "find_dates", "parse_date"]

DatePrecision = Literal["day", "month", "quarter", "half", "year", "range"]

#: One date, after its year; {MONTH} and the like are terminals of `grammar/figures.lark`, {B} optional blanks.
_ELEMENT: Final = (
    r"(?P<year>{YEAR})(?:"
    r"{B}年度?(?:"
    r"{B}(?P<month>{MONTH}){B}月份?(?:{B}(?P<day>{DAY}){B}(?:[日号]|{MORE_DAYS}))?"
    r"|{B}(?P<listed_month>{MONTH}){MORE_MONTHS}"
    r"|{B}第?{B}(?P<listed_quarter>{QUARTER}){MORE_QUARTERS}"
    r"|{B}(?P<first_month>{MONTH}){B}月?{B}{DASH}{B}(?P<last_month>{MONTH}){B}月份?"
    r"|{B}第?{B}(?P<quarter>{QUARTER}){B}季度"
    r"|{B}第?{B}(?P<first_quarter>{QUARTER}){B}(?:季度)?{B}{DASH}{B}第?(?P<last_quarter>{QUARTER}){B}季度"
    r"|{B}前{B}(?P<quarters>[二两三23２３]){B}个?季度"
    r"|{B}(?P<half>[上下])半年"
    r"|{B}(?P<listed_half>上)(?={LIST}{B}下半年))?"
    r"|{B}(?P<mark>{DATE_SEPARATOR}){B}(?P<mark_month>[0-9０-９]{{1,2}}){B}(?P=mark){B}"
    r"(?P<mark_day>[0-9０-９]{{1,2}})(?![0-9０-９])"
    r"|{B}{DASH}{B}(?P<last_year>{YEAR})(?:{B}年度?|(?=[)）]))"
    r"|(?={LIST}{B}{YEAR}(?:{LIST}{B}{YEAR}){{0,3}}{B}年))"
)
#: A day alone, which headers need at every parse: a pattern that is compiled in a tenth of the time.
_DAY: Final = (
    r"(?P<year>{YEAR}){B}(?:年{B}(?P<month>{MONTH}){B}月{B}(?P<day>{DAY}){B}[日号]"
    r"|(?P<mark>{DATE_SEPARATOR}){B}(?P<mark_month>[0-9０-９]{{1,2}}){B}(?P=mark){B}(?P<mark_day>[0-9０-９]{{1,2}})"
    r"(?![0-9０-９]))"
)
#: The far end of a range that leaves out the year: 至3月31日, 至7日.
_REST: Final = r"(?:(?P<month>{MONTH}){B}月份?(?:{B}(?P<day>{DAY}){B}[日号])?|(?P<only_day>{DAY}){B}[日号])"
#: Further days, months, quarters or halves of the year and month just named: 10月12、13日, 第三、四季度, 上、下半年.
_LISTED: Final = (
    r"{LIST}{B}(?:(?P<day>{DAY}){B}(?:[日号]|{MORE_DAYS})"
    r"|(?P<month>{MONTH}){B}(?:月(?!{B}{DAY}{B}[日号])|{MORE_MONTHS})"
    r"|第?{B}(?P<quarter>{QUARTER}){B}(?:季度|{MORE_QUARTERS})"
    r"|(?P<half>下)半年)"
)
_HAN_DIGITS: Final = str.maketrans("〇○◯OoＯｏОо零一二三四五六七八九", "0000000000123456789")
_TIME: Final = r"(?:[T ]?{B}[0-9]{{1,2}}\s?[:：时][0-9:：.分秒+Z ]{{0,20}})?"


class DateMention(FrozenModel):
    """A date named in the text: its first and last day, and how exactly it is named."""

    text: str
    span: Span
    start: date
    end: date
    precision: DatePrecision
    section_id: str | None = None


class _Reading(NamedTuple):
    """What one date says; `start` is None where no calendar has it."""

    stop: int
    start: date | None
    end: date | None
    precision: DatePrecision


class _Patterns(NamedTuple):
    search: re.Pattern[str]
    element: re.Pattern[str]
    join: re.Pattern[str]
    rest: re.Pattern[str]
    listed: re.Pattern[str]


@cache
def figure_patterns() -> dict[str, str]:
    """Return the regular expression of each terminal of `grammar/figures.lark`, by its name."""
    return terminal_patterns("figures")


@cache
def _parts() -> dict[str, str]:
    parts = {name: f"(?:{pattern})" for name, pattern in figure_patterns().items()}
    parts["B"] = parts["BLANK"] + "?"
    parts["LIST"] = parts["B"] + "[、和及与]"
    # What says of a number without a unit that the unit comes at the end of its list, or range.
    parts["MORE_DAYS"] = "(?=(?:(?:{LIST}{B}{DAY}){{1,5}}|{B}{DASH}{B}{DAY}){B}[日号])".format_map(parts)
    parts["MORE_MONTHS"] = "(?=(?:{LIST}{B}{MONTH}){{1,5}}{B}月(?!{B}{DAY}{B}[日号]))".format_map(parts)
    parts["MORE_QUARTERS"] = "(?=(?:{LIST}{B}第?{QUARTER}){{1,5}}{B}季度)".format_map(parts)
    return parts


@cache
def _day() -> re.Pattern[str]:
    return re.compile((_DAY + _TIME).format_map(_parts()))


@cache
def _patterns() -> _Patterns:
    parts = _parts()
    return _Patterns(
        search=re.compile("[12１２一二][09０９〇○◯零九OoＯｏОо][0-9０-９〇○◯零一二三四五六七八九OoＯｏОо]{2}"),
        element=re.compile(_ELEMENT.format_map(parts)),
        join=re.compile("{B}{DASH}{B}".format_map(parts)),
        rest=re.compile(_REST.format_map(parts)),
        listed=re.compile(_LISTED.format_map(parts)),
    )


def find_dates(text: str) -> tuple[list[DateMention], list[NumberProblem]]:
    """Return the dates of `text` in order, and the impossible ones (2021年13月) as problems."""
    dates: list[DateMention] = []
    problems: list[NumberProblem] = []
    for start, reading in _readings(text):
        piece = text[start : reading.stop]
        span = make_span(start, reading.stop)
        if reading.start is None or reading.end is None:
            problems.append(NumberProblem("impossible-date", piece, span))
        else:
            dates.append(
                DateMention.build(
                    text=piece,
                    span=span,
                    start=reading.start,
                    end=reading.end,
                    precision=reading.precision,
                    section_id=None,
                )
            )
    return dates, problems


def parse_date(text: str) -> date | None:
    """Return the day that `text` names, and nothing else but perhaps a time of day after it; else None."""
    match = _day().fullmatch(text.strip(BLANK_CHARACTERS)) if len(text) <= 100 else None
    if match is None:
        return None
    reading = _read(match)
    return reading.start if reading.precision == "day" else None


def _readings(text: str) -> Iterator[tuple[int, _Reading]]:
    patterns = _patterns()
    position = 0
    while candidate := patterns.search.search(text, position):
        start = candidate.start()
        match = patterns.element.match(text, start)
        if match is None or (start and text[start - 1].isdecimal()):
            position = start + 1
            continue
        reading = _read(match)
        if reading.start and (join := patterns.join.match(text, reading.stop)):
            reading = _joined(text, reading, join.end()) or reading
        yield start, reading
        position = reading.stop
        while reading.start and (listed := _next_listed(text, reading)):
            start, reading = listed
            yield start, reading
            position = reading.stop


def _joined(text: str, first: _Reading, position: int) -> _Reading | None:
    """Return the range that `first` opens when a date follows at `position`; None where none does."""
    patterns = _patterns()
    if match := patterns.element.match(text, position):
        last = _read(match)
    elif (match := patterns.rest.match(text, position)) and first.precision in ("day", "month"):
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
    match = _patterns().listed.match(text, before.stop)
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
    year = _number(match["year"])

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
            last_year = value("last_year")
            if last_year < year:
                return _Reading(stop, None, None, "range")
            return _Reading(stop, date(year, 1, 1), date(last_year, 12, 31), "range")
    return _months(stop, year, 1, 12, "year")


def _number(text: str) -> int:
    """Return the value of a year, month, day or quarter, which the grammar has accepted."""
    if text.isdecimal():
        return int(text)
    digits = text.translate(_HAN_DIGITS)
    return int(digits) if digits.isdecimal() else parse_ordinal(text) or 0


def _day_or_month(stop: int, year: int, month: int, day: int | None) -> _Reading:
    if day is None:
        return _months(stop, year, month, month, "month")
    try:
        only = date(year, month, day)
    except ValueError:
        return _Reading(stop, None, None, "day")
    return _Reading(stop, only, only, "day")


def _months(stop: int, year: int, first: int, last: int, precision: DatePrecision) -> _Reading:
    if not 1 <= first <= last <= 12:
        return _Reading(stop, None, None, precision)
    return _Reading(stop, date(year, first, 1), date(year, last, _month_length(year, last)), precision)


@lru_cache(maxsize=512)
def _month_length(year: int, month: int) -> int:
    return monthrange(year, month)[1]
