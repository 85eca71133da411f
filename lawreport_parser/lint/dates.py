"""What rules ask of dates and years: days that cannot be, and years that contradict the title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from lawreport_parser.grammars import Terminals
from lawreport_parser.lint.subject import Hit, Subject, from_diagnostics
from lawreport_parser.model import Section
from lawreport_parser.numbers.dates import find_dates
from lawreport_parser.numbers.model import DateMention
from lawreport_parser.numbers.numerals import parse_ordinal

__all__ = [
    "contradicted_title_years",
    "distant_plans",
    "impossible_dates",
    "misdated_parts",
    "number_years",
    "short_years",
]

_SHAPES: Final = Terminals("lexical")
_LINT: Final = Terminals("lint")
_LONGEST_MONTH: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_COMPARED: Final = frozenset("比较自从于至到对与和从同")
#: A year that the body names so often, and the title's never, is the one it is on.
_OFTEN: Final = 3
#: So far into a heading its year stands.
_HEADING_LEAD: Final = 2


def impossible_dates(subject: Subject) -> Iterator[Hit]:
    """Days that no calendar has, with a year (from the parser) or without; months and times of day too."""
    told: set[int] = set()
    for hit in from_diagnostics("impossible-date")(subject):
        told.update(range(hit.start, hit.end))
        yield hit
    for match in _LINT.DAY_ALONE.finditer(subject.prose):
        month, day = parse_ordinal(match["month"]) or 0, parse_ordinal(match["day"]) or 0
        if match.start() not in told and (not 1 <= month <= 12 or not 1 <= day <= _LONGEST_MONTH[month - 1]):
            told.update(range(*match.span()))
            yield _impossible(match, "is no day of the calendar / 不存在的日期")
    for match in _LINT.MONTH_ALONE.finditer(subject.prose):
        if match.start() not in told and not 1 <= (parse_ordinal(match["month"]) or 0) <= 12:
            yield _impossible(match, "is no month / 不存在的月份")
    for match in _LINT.TIME_OF_DAY.finditer(subject.prose):
        hour, minute = int(match["hour"]), int(match["minute"])
        timed = match["lead"] is not None or match["tail"]
        if timed and (minute > 59 or hour > 24 or (hour == 24 and minute)):
            yield _impossible(match, "is no time of day / 不存在的时刻", "hour", "minute")


def _impossible(match: re.Match[str], said: str, first: str | int = 0, last: str | int = 0) -> Hit:
    start, end = match.start(first), match.end(last)
    words = match.string[start:end]
    return Hit(start, end, message=f"{words!r} {said}：{words}", kind="no-year")


def short_years(subject: Subject) -> Iterator[Hit]:
    """A year of two digits in the title, or in a line that is nothing but a date."""
    title = subject.header.evidence.get("title")
    if title is not None:
        for match in _LINT.SHORT_YEAR.finditer(subject.text, title.start, title.end):
            yield Hit(*match.span(1), (match[1], f"20{match[1]}"))
    for start, end in subject.short_dates:
        digits = _LINT.TWO_DIGITS.search(subject.text, start, end)
        assert digits is not None
        yield Hit(start, end, (digits[0], f"20{digits[0]}"))


def number_years(subject: Subject) -> Iterator[Hit]:
    """A document number of another year than the signature."""
    span = subject.header.evidence.get("document_number")
    writing = subject.writing
    if span is None or writing is None:
        return
    for number in subject.document_numbers:
        if span.start <= number.span.start < span.end and number.year not in (None, writing[0].year):
            yield Hit(number.span.start, number.span.end, (number.text, writing[0]))


def contradicted_title_years(subject: Subject) -> Iterator[Hit]:
    """A preamble, or a body, that speaks of another year than the title."""
    years = subject.title_years
    if not years or not subject.is_law_report:
        return
    title = "/".join(map(str, sorted(years)))
    found = _opening(subject) or _reported(subject) or _spoken_of(subject)
    if found is not None:
        yield Hit(found.span.start, found.span.end, (title, found.start.year))


def _opening(subject: Subject) -> DateMention | None:
    """Return the year with which the preamble opens, where that is another than the title's, and no other is meant."""
    if not subject.report.preamble or _LINT.THIS_YEAR.search(subject.preamble):
        return None
    first = subject.report.preamble[0].span.start
    opening = next(iter(subject.dates_in(first, first + 1)), None)
    if opening is None or opening.precision != "year" or _LINT.NOT_WHOLE.match(subject.text, opening.span.end):
        return None
    last = subject.report.preamble[-1].span.end
    named = {year for each in subject.dates_in(first, last) for year in _years(each)}
    named.update(int(year) for year in _LINT.FULL_YEAR.findall(subject.preamble))
    return None if named & subject.title_years else opening


def _reported(subject: Subject) -> DateMention | None:
    """Return the year of 现将…年…报告如下, where it is another than the title's."""
    for paragraph in subject.report.preamble:
        clause = _LINT.REPORTED.search(subject.text, paragraph.span.start, paragraph.span.end)
        if clause is None:
            continue
        named = subject.dates_in(*clause.span())
        years = {year for each in named for year in _years(each)} | set(map(int, _LINT.FULL_YEAR.findall(clause[0])))
        if named and not years & subject.title_years:
            return next((each for each in named if each.precision == "year"), None)
    return None


def _spoken_of(subject: Subject) -> DateMention | None:
    """Return the first mention of the year that the text speaks of, where it never speaks of the title's."""
    if _LINT.THIS_YEAR.search(subject.prose):
        return None
    named: list[DateMention] = []
    for each in subject.dates_in(subject.beginning, len(subject.text)):
        if subject.title_years & _years(each):
            return None
        role = subject.part_of(each.section_id)
        if each.precision != "range" and (role is None or role.roles != ["plans"]):
            before = subject.text[max(0, each.span.start - 1) : each.span.start]
            after = subject.text[each.span.end : each.span.end + 12]
            if before not in _COMPARED and not _LINT.NOT_WHOLE.match(after) and not _LINT.OTHER_YEAR.search(after):
                named.append(each)
    counts = Counter(each.start.year for each in named)
    if len(counts) != 1 or counts.total() < _OFTEN:
        return None
    return named[0]


def _years(mention: DateMention) -> set[int]:
    return set(range(mention.start.year, mention.end.year + 1))


def misdated_parts(subject: Subject) -> Iterator[Hit]:
    """A part that names the wrong year: plans for the year reported on, or achievements of another year."""
    year = subject.stated_year
    if year is None or not subject.covers_a_year:
        return
    years = subject.title_years | {year}
    for section in subject.report.sections:
        ahead = section.roles == ["plans"]
        for mention in _heading_years(section):
            given = mention.start.year
            wrong = given <= min(years) if ahead else given not in years
            if wrong and (not ahead or section.role_basis == "heading"):
                yield _of_heading(section, mention, year, ahead=ahead)
        if ahead and section.role_basis == "heading":
            for mention in _planned_years(subject, section):
                if mention.start.year <= min(years):
                    yield _misdated(mention.span.start, mention.span.end, mention.start.year, year, ahead=True)


def distant_plans(subject: Subject) -> Iterator[Hit]:
    """Plans for a later year than the next."""
    year = subject.stated_year
    if year is None or not subject.covers_a_year:
        return
    latest = max(subject.title_years | {year}) + 1
    for section in subject.report.sections:
        if section.roles != ["plans"] or section.role_basis != "heading" or section.heading is None:
            continue
        for mention in _heading_years(section):
            if mention.start.year > latest:
                at = section.heading.span.start + mention.span.start
                yield Hit(at, at + len(mention.span), (mention.start.year, year))
        for mention in _planned_years(subject, section):
            if mention.start.year > latest:
                yield Hit(mention.span.start, mention.span.end, (mention.start.year, year))


def _heading_years(section: Section) -> list[DateMention]:
    """Return the year that a heading of one role begins with, its place counted from the heading's beginning."""
    if section.heading is None or len(section.roles) != 1:
        return []
    heading = Subject.without_titles(section.heading.text)
    first = [each for each in find_dates(heading)[0] if each.span.start <= _HEADING_LEAD][:1]
    return [
        each
        for each in first
        if each.precision == "year"
        and (section.roles == ["plans"] or not _LINT.OTHER_YEAR.search(heading, each.span.end, each.span.end + 12))
    ]


def _planned_years(subject: Subject, section: Section) -> Iterator[DateMention]:
    """Yield the years that begin a paragraph of a part on plans, where its first sentence plans."""
    starts = {paragraph.span.start for inner in section.walk() for paragraph in inner.body}
    for mention in subject.dates_in(section.span.start, section.span.end):
        if mention.precision != "year" or mention.span.start not in starts:
            continue
        end = _SHAPES.SENTENCE_BREAK.search(subject.text, mention.span.end, section.span.end)
        sentence = subject.text[mention.span.end : end.start() if end else section.span.end]
        if _LINT.PLANNED.search(sentence) and not _LINT.DONE.search(sentence) and not _LINT.NOT_WHOLE.match(sentence):
            yield mention


def _of_heading(section: Section, mention: DateMention, year: int, *, ahead: bool) -> Hit:
    assert section.heading is not None
    at = section.heading.span.start + mention.span.start
    return _misdated(at, at + len(mention.span), mention.start.year, year, ahead=ahead)


def _misdated(start: int, end: int, given: int, year: int, *, ahead: bool) -> Hit:
    if not ahead:
        return Hit(start, end, (given, year))
    english = f"plans are for a later year: this says {given}, the report is on {year}"
    return Hit(start, end, message=f"{english} / 工作安排应为{year}年之后：此处为{given}年，报告年度为{year}年")
