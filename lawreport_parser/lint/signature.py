"""What rules ask of the signature (落款): who signs and when, held against title, metadata and text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from lawreport_parser.grammars import Terminals
from lawreport_parser.lint.organisations import (
    agree,
    government,
    is_government,
    is_organisation,
    organisation_in_title,
    same_kind,
)
from lawreport_parser.lint.subject import Hit, Subject
from lawreport_parser.numbers.dates import find_dates

__all__ = [
    "differing_publishers",
    "differing_signatories",
    "events_after_signature",
    "missing_signature",
    "publication_before_writing",
    "signature_conflicts",
    "signature_without_date",
    "signature_without_issuer",
    "signed_before_year",
    "signed_early",
    "signed_late",
]

#: A report is signed up to this day, of the year after next.
_LATEST: Final = (6, 30)
#: What tells that a date is written, and names no day.
_NO_DAYS: Final = ("impossible-date", "invalid-date")
_SHAPES: Final = Terminals("lexical")
_LINT: Final = Terminals("lint")
#: So much before a day is looked at for the beginning of its sentence.
_SENTENCE: Final = 120


def signed_before_year(subject: Subject) -> Iterator[Hit]:
    """A report on a year that had not begun when it was signed."""
    writing, year = subject.writing, subject.stated_year
    if writing and year is not None and subject.is_law_report and writing[0].year < year:
        yield Hit(writing[1].start, writing[1].end, (writing[0], year))


def signed_early(subject: Subject) -> Iterator[Hit]:
    """A report on a whole year, signed before the last day of it."""
    writing, year = subject.writing, subject.stated_year
    if (
        writing
        and year is not None
        and subject.covers_a_year
        and date(year, 1, 1) <= writing[0] < date(year, 12, 31)
        and len(subject.title_years) < 2
    ):
        yield Hit(writing[1].start, writing[1].end, (writing[0], year))


def signed_late(subject: Subject) -> Iterator[Hit]:
    """A report signed more than a year and a half after the year that it is on."""
    writing, year = subject.writing, subject.stated_year
    if writing and year is not None and subject.is_law_report:
        last = max(subject.title_years | {year})
        if writing[0] > date(last + 2, *_LATEST):
            yield Hit(writing[1].start, writing[1].end, (writing[0], year))


def publication_before_writing(subject: Subject) -> Iterator[Hit]:
    """A date of publication that comes before the date of writing."""
    published, writing = subject.header.published_date, subject.writing
    span = subject.header.evidence.get("published_date")
    if published is not None and writing is not None and span is not None and published < writing[0]:
        yield Hit(span.start, span.end, (published, writing[0]))


def signature_conflicts(subject: Subject) -> Iterator[Hit]:
    """A signature whose day is not the 成文日期 of the metadata."""
    signature, written = subject.report.signature, subject.header.written_date
    if signature is not None and signature.date is not None and written is not None and signature.date != written:
        yield Hit(signature.span.start, signature.span.end, (signature.date, written))


def missing_signature(subject: Subject) -> Iterator[Hit]:
    """A report that nobody signs, on a page that does not say when it was written."""
    unsigned = subject.report.signature is None and subject.header.written_date is None and not subject.short_dates
    if subject.is_law_report and subject.report.sections and unsigned and not _is_dated_below_title(subject):
        yield Hit(subject.first, subject.first)


def _is_dated_below_title(subject: Subject) -> bool:
    """Say whether a day stands between title and body, as in a report that is read to a meeting."""
    title = subject.header.evidence.get("title")
    return title is not None and any(
        mention.precision == "day"
        for piece in subject.report.furniture
        if title.end <= piece.span.start < subject.beginning
        for mention in find_dates(piece.text)[0]
    )


def signature_without_issuer(subject: Subject) -> Iterator[Hit]:
    """A day without the name of an organisation."""
    signature = subject.report.signature
    if subject.is_law_report and signature is not None and signature.issuer is None:
        yield Hit(signature.span.start, signature.span.end)


def signature_without_date(subject: Subject) -> Iterator[Hit]:
    """The name of an organisation without a day; a day that is none (2024年2月30日) is told as such."""
    signature = subject.report.signature
    if not subject.is_law_report or signature is None or signature.date is not None or subject.short_dates:
        return
    span = signature.span
    if not any(
        each.code in _NO_DAYS and span.start <= each.span.start < span.end for each in subject.report.diagnostics
    ):
        yield Hit(span.start, span.end, (signature.issuer,))


def differing_signatories(subject: Subject) -> Iterator[Hit]:
    """A signature by another organisation than the title names."""
    signature = subject.report.signature
    span = subject.header.evidence.get("issuer")
    if signature is None or signature.issuer is None or span is None or not subject.is_law_report:
        return
    titled = organisation_in_title(subject)
    if titled is None:
        return
    # A place alone stands for its government: what a department of it signs is no contradiction.
    if not is_organisation(titled):
        if not is_government(signature.issuer):
            return
        titled = government(titled)
    if not agree(titled, signature.issuer):
        yield Hit(span.start, span.end, (signature.issuer, titled))


def differing_publishers(subject: Subject) -> Iterator[Hit]:
    """A 发布机构 of the same kind as the organisation whose report it is, and another."""
    if subject.publisher is None or not subject.is_law_report:
        return
    name, start = subject.publisher
    signature = subject.report.signature
    own = signature.issuer if signature is not None and signature.issuer else organisation_in_title(subject)
    if own is None or not is_organisation(own) or not is_organisation(name):
        return
    # Offices publish for their governments, and one department for the others.
    if same_kind(own, name) and not agree(own, name):
        yield Hit(start, start + len(name), (name, own))


def events_after_signature(subject: Subject) -> Iterator[Hit]:
    """A day in the account of the year that comes after the day of the signature."""
    signature, year = subject.report.signature, subject.stated_year
    if signature is None or signature.date is None or not subject.is_law_report:
        return
    # A signature before the year it reports on is a defect of its own.
    if year is not None and signature.date.year < year:
        return
    for mention in subject.dates:
        part = subject.part_of(mention.section_id)
        if mention.precision != "day" or mention.start <= signature.date or part is None or "plans" in part.roles:
            continue
        start, end = mention.span.start, mention.span.end
        lead = _SHAPES.SENTENCE_BREAK.split(subject.text[max(0, start - _SENTENCE) : start])[-1]
        tail = _SHAPES.SENTENCE_BREAK.split(subject.text[end : end + _SENTENCE])[0]
        if not _LINT.TO_COME.match(subject.text, end) and not _LINT.PLANNED_EVENT.search(lead + tail):
            yield Hit(start, end, (mention.start, signature.date), kind="event")
