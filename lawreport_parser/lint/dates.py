"""What rules ask of dates and years: days that cannot be, and years that contradict the title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Final

from lawreport_parser.lint.subject import SHORT_YEAR, Hit, Subject, from_diagnostics
from lawreport_parser.model import Section
from lawreport_parser.numbers.dates import DateMention, figure_patterns, find_dates
from lawreport_parser.numbers.numerals import parse_ordinal

__all__ = [
    "contradicted_title_years",
    "distant_plans",
    "impossible_dates",
    "misdated_parts",
    "number_years",
    "short_years",
]

#: 9月31日, 九月三十一日, no year before it: dates with their year are the parser's. The lunar calendar is another one.
_DAY: Final = (
    r"(?<![0-9０-９〇一二三四五六七八九十廿卅年历])(?<!年[ \u3000])"
    r"(?P<month>{MONTH}){B}月{B}(?P<day>{DAY}){B}[日号](?![0-9０-９])"
)
#: 13月， and 十三月份 alone. 第13月, 近18月 count months.
_MONTH: Final = (
    r"(?<![0-9０-９〇一二三四五六七八九十年第近达满历时期])(?<!年[ \u3000])"
    r"(?P<month>[0-9０-９]{{2}}|十[三四五六七八九]){B}月(?=份|[上中下]旬|[初底末，,、。；;至])"
)
#: A time of day: words before or behind it say so, or another one before it. 25:61 alone, and 升至1:80, are ratios.
_TIME: Final = re.compile(
    r"(?P<lead>(?:(?<=[日号天午晚晨早间])|(?<=\d[:：][0-5]\d[—–~～-])|(?<=\d[:：][0-5]\d[—–-]{2}))[ \u3000]?)?"
    r"(?<![\d:：.．])(?P<hour>\d{1,2})[:：](?P<minute>\d{2})(?![\d:：])"
    r"(?P<tail>前|准时|开[会课始庭馆门]|召开|报到|集合|结束)?"
)
_LONGEST_MONTH: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_REPORTED: Final = re.compile(r"现将[^。]{0,90}?(?:报告|汇报|总结|通报|公布|公告)如下")
_YEAR_DIGITS: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")
#: What says of itself which year it means.
_THIS_YEAR: Final = re.compile(r"今年|一年来|一年中|本年|过去的?一年|这一年|去年|上年")
#: 2022年以来, 2022年底: no year that a report is on.
_NOT_WHOLE: Final = re.compile(r"[ \u3000]?(?:以来|起|初|[年]?底|末|[以之]?[前后间]|期间|至今|的)")
_COMPARED: Final = frozenset("比较自从于至到对与和从同")
#: What a heading may say of another year than its own.
_LOOKS_BACK: Final = re.compile(r"反馈|督[察查导]|整改|指出|考核|评[估议价]|巡[视察]|检查|遗留|以来|起")
_PLANNED: Final = re.compile(r"将|拟|计划|打算|继续|着力|重点")
_DONE: Final = re.compile(r"取得|虽然|已经|完成了")
_SENTENCE_END: Final = re.compile(r"[。！？\n]")
#: A year that the body names so often, and the title's never, is the one it is on.
_OFTEN: Final = 3
#: So far into a heading its year stands.
_HEADING_LEAD: Final = 2


@cache
def _terminals() -> dict[str, str]:
    parts = {name: f"(?:{pattern})" for name, pattern in figure_patterns().items()}
    return {**parts, "B": parts["BLANK"] + "?"}


@cache
def _day() -> re.Pattern[str]:
    return re.compile(_DAY.format_map(_terminals()))


@cache
def _month() -> re.Pattern[str]:
    return re.compile(_MONTH.format_map(_terminals()))


def impossible_dates(subject: Subject) -> Iterator[Hit]:
    """Days that no calendar has, with a year (from the parser) or without; months and times of day too."""
    yield from from_diagnostics("impossible-date")(subject)
    for match in _day().finditer(subject.prose):
        month, day = parse_ordinal(match["month"]) or 0, parse_ordinal(match["day"]) or 0
        if not 1 <= month <= 12 or not 1 <= day <= _LONGEST_MONTH[month - 1]:
            yield _impossible(match, "is no day of the calendar / 不存在的日期")
    for match in _month().finditer(subject.prose):
        if not 1 <= (parse_ordinal(match["month"]) or 0) <= 12:
            yield _impossible(match, "is no month / 不存在的月份")
    for match in _TIME.finditer(subject.prose):
        hour, minute = int(match["hour"]), int(match["minute"])
        told = match["lead"] is not None or match["tail"]
        if told and (minute > 59 or hour > 24 or (hour == 24 and minute)):
            yield _impossible(match, "is no time of day / 不存在的时刻", "hour", "minute")


def _impossible(match: re.Match[str], said: str, first: str | int = 0, last: str | int = 0) -> Hit:
    start, end = match.start(first), match.end(last)
    words = match.string[start:end]
    return Hit(start, end, message=f"{words!r} {said}：{words}", kind="no-year")


def short_years(subject: Subject) -> Iterator[Hit]:
    """A year of two digits in the title, or in a line that is nothing but a date."""
    title = subject.header.evidence.get("title")
    if title is not None:
        for match in SHORT_YEAR.finditer(subject.text, title.start, title.end):
            yield Hit(*match.span(1), (match[1], f"20{match[1]}"))
    for start, end in subject.short_dates:
        digits = re.search(r"\d{2}", subject.text[start:end])
        assert digits is not None
        yield Hit(start, end, (digits[0], f"20{digits[0]}"))


def number_years(subject: Subject) -> Iterator[Hit]:
    """A document number of another year than the signature."""
    span = subject.header.evidence.get("document_number")
    writing = subject.writing
    if span is None or writing is None:
        return
    for number in subject.document_numbers:
        if span.start <= number.span.start < span.end and number.year != writing[0].year:
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
    if not subject.report.preamble or _THIS_YEAR.search(subject.preamble):
        return None
    first = subject.report.preamble[0].span.start
    opening = next(iter(subject.dates_in(first, first + 1)), None)
    if opening is None or opening.precision != "year" or _NOT_WHOLE.match(subject.text, opening.span.end):
        return None
    last = subject.report.preamble[-1].span.end
    named = {year for each in subject.dates_in(first, last) for year in _years(each)}
    named.update(int(year) for year in _YEAR_DIGITS.findall(subject.preamble))
    return None if named & subject.title_years else opening


def _reported(subject: Subject) -> DateMention | None:
    """Return the year of 现将…年…报告如下, where it is another than the title's."""
    for paragraph in subject.report.preamble:
        clause = _REPORTED.search(subject.text, paragraph.span.start, paragraph.span.end)
        if clause is None:
            continue
        named = subject.dates_in(*clause.span())
        years = {year for each in named for year in _years(each)} | set(map(int, _YEAR_DIGITS.findall(clause[0])))
        if named and not years & subject.title_years:
            return next((each for each in named if each.precision == "year"), None)
    return None


def _spoken_of(subject: Subject) -> DateMention | None:
    """Return the first mention of the year that the text speaks of, where it never speaks of the title's."""
    if _THIS_YEAR.search(subject.prose):
        return None
    named: list[DateMention] = []
    for each in subject.dates_in(subject.beginning, len(subject.text)):
        if subject.title_years & _years(each):
            return None
        role = subject.part_of(each.section_id)
        if each.precision != "range" and (role is None or role.roles != ["plans"]):
            before = subject.text[max(0, each.span.start - 1) : each.span.start]
            after = subject.text[each.span.end : each.span.end + 12]
            if before not in _COMPARED and not _NOT_WHOLE.match(after) and not _LOOKS_BACK.search(after):
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
        and (section.roles == ["plans"] or not _LOOKS_BACK.search(heading, each.span.end, each.span.end + 12))
    ]


def _planned_years(subject: Subject, section: Section) -> Iterator[DateMention]:
    """Yield the years that begin a paragraph of a part on plans, where its first sentence plans."""
    starts = {paragraph.span.start for inner in section.walk() for paragraph in inner.body}
    for mention in subject.dates_in(section.span.start, section.span.end):
        if mention.precision != "year" or mention.span.start not in starts:
            continue
        end = _SENTENCE_END.search(subject.text, mention.span.end, section.span.end)
        sentence = subject.text[mention.span.end : end.start() if end else section.span.end]
        if _PLANNED.search(sentence) and not _DONE.search(sentence) and not _NOT_WHOLE.match(sentence):
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
