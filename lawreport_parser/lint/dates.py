"""What rules ask of dates and years: days that cannot be, and places that contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from lawreport_parser.lint.subject import Hit, Subject, from_diagnostics
from lawreport_parser.source import Span

__all__ = [
    "contradicted_title_years",
    "impossible_dates",
    "misdated_parts",
    "number_years",
    "publication_before_writing",
    "signature_conflicts",
    "signed_before_year",
    "signed_early",
]

_GAP: Final = r"[ \t\u3000\xa0]{0,3}"
#: 9月31日, no year before it: dates with their year are the parser's.
_DAY: Final = re.compile(rf"(?<![\d年])(?<!年[ \u3000])(\d{{1,2}}){_GAP}月{_GAP}(\d{{1,2}}){_GAP}[日号](?!\d)")
_LONGEST_MONTH: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_OPENING_YEAR: Final = re.compile(r"(?<!\d)(20\d\d)年(?:度|以来)?[，,]")
_REPORTED_YEAR: Final = re.compile(
    r"现将[^。\d]{0,40}(20\d\d)年(?:度)?[^。\d]{0,40}(?:报告|汇报|总结|通报|公布|公告)如下"
)
_PLAIN_YEAR: Final = re.compile(r"(?<![\d\-—–－~～至])(20\d\d)年(?![\-—–－~～至])")
_ANY_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")
_TITLES: Final = re.compile(r"《[^《》]{0,120}》")


def impossible_dates(subject: Subject) -> Iterator[Hit]:
    """Days that no calendar has, with a year (from the parser) or without."""
    yield from from_diagnostics("impossible-date")(subject)
    for match in _DAY.finditer(subject.prose):
        month, day = int(match[1]), int(match[2])
        if not 1 <= month <= 12 or not 1 <= day <= _LONGEST_MONTH[month - 1]:
            words = match[0]
            yield Hit(
                *match.span(), message=f"{words!r} is no day of the calendar / 不存在的日期：{words}", kind="no-year"
            )


def _writing(subject: Subject) -> tuple[date, Span] | None:
    """Return the day the report was signed, else the 成文日期 of its metadata, with its place."""
    signature = subject.report.signature
    if signature is not None and signature.date is not None:
        return signature.date, signature.span
    written = subject.header.written_date
    return (written, subject.header.evidence["written_date"]) if written is not None else None


def signed_before_year(subject: Subject) -> Iterator[Hit]:
    """A report on a year that had not begun when it was signed."""
    writing, year = _writing(subject), subject.header.year
    if writing and year is not None and subject.is_law_report and writing[0].year < year:
        yield Hit(writing[1].start, writing[1].end, (writing[0], year))


def signed_early(subject: Subject) -> Iterator[Hit]:
    """A report on a whole year, signed before the last day of it."""
    writing, year = _writing(subject), subject.header.year
    if (
        writing
        and year is not None
        and subject.covers_a_year
        and date(year, 1, 1) <= writing[0] < date(year, 12, 31)
        and len(subject.title_years) < 2
    ):
        yield Hit(writing[1].start, writing[1].end, (writing[0], year))


def publication_before_writing(subject: Subject) -> Iterator[Hit]:
    """A date of publication that comes before the date of writing."""
    published, writing = subject.header.published_date, _writing(subject)
    if published is not None and writing is not None and published < writing[0]:
        span = subject.header.evidence["published_date"]
        yield Hit(span.start, span.end, (published, writing[0]))


def signature_conflicts(subject: Subject) -> Iterator[Hit]:
    """A signature whose day is not the 成文日期 of the metadata."""
    signature, written = subject.report.signature, subject.header.written_date
    if signature is not None and signature.date is not None and written is not None and signature.date != written:
        yield Hit(signature.span.start, signature.span.end, (signature.date, written))


def number_years(subject: Subject) -> Iterator[Hit]:
    """A document number of another year than the signature."""
    span = subject.header.evidence.get("document_number")
    writing = _writing(subject)
    if span is None or writing is None:
        return
    for number in subject.document_numbers:
        if span.start <= number.span.start < span.end and number.year != writing[0].year:
            yield Hit(number.span.start, number.span.end, (number.text, writing[0]))


def contradicted_title_years(subject: Subject) -> Iterator[Hit]:
    """A preamble that speaks of another year than the title."""
    years = subject.title_years
    if not years or not subject.is_law_report or not subject.report.preamble:
        return
    title = "/".join(map(str, sorted(years)))
    named = {int(year) for year in _ANY_YEAR.findall(subject.preamble)}
    first = subject.report.preamble[0]
    opening = _OPENING_YEAR.match(subject.text, first.span.start, first.span.end)
    if opening and not years & named:
        yield Hit(opening.start(1), opening.end(1), (title, opening[1]))
        return
    for paragraph in subject.report.preamble:
        for reported in _REPORTED_YEAR.finditer(subject.text, paragraph.span.start, paragraph.span.end):
            if int(reported[1]) not in years:
                yield Hit(reported.start(1), reported.end(1), (title, reported[1]))


def misdated_parts(subject: Subject) -> Iterator[Hit]:
    """A part whose heading names the wrong year: plans for the year reported on, achievements of another year."""
    year = subject.header.year
    evidence = subject.header.evidence.get("year")
    if year is None or evidence is None or not subject.covers_a_year:
        return
    headings = [section.heading.span for section in subject.report.sections if section.heading]
    if any(span.start <= evidence.start < span.end for span in headings):
        return
    years = subject.title_years | {year}
    for section in subject.report.sections:
        if section.heading is None or len(section.roles) != 1:
            continue
        heading = _TITLES.sub(lambda match: " " * len(match[0]), section.heading.text)
        named = [match for match in _PLAIN_YEAR.finditer(heading) if match.start() <= 2]
        for match in named:
            given = int(match[1])
            ahead = section.roles == ["plans"]
            if (ahead and section.role_basis == "heading" and given <= min(years)) or (
                not ahead and given not in years
            ):
                at = section.heading.span.start + match.start(1)
                yield Hit(at, at + 4, (given, year))
