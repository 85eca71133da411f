"""What rules ask of the parts that the 法治政府建设与责任落实督察工作规定 (2019) names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from lawreport_parser.blanks import trim
from lawreport_parser.documents import documents_within
from lawreport_parser.grammars import Terminals
from lawreport_parser.held_roles import absent_parts
from lawreport_parser.lexicon import STATUTORY_PARTS, Role
from lawreport_parser.lint.organisations import agree, organisation_in_title
from lawreport_parser.lint.subject import Hit, Subject, from_diagnostics, squeezed
from lawreport_parser.marker_styles import ROWS
from lawreport_parser.model import MarkerStyle, Section
from lawreport_parser.report import Report

__all__ = [
    "addressees_without_colon",
    "disordered_parts",
    "empty_parts",
    "missing_parts",
    "missing_title",
]

#: The parts in the order of the regulation.
#: What the messages call the parts in English.
_ENGLISH: Final[dict[Role, str]] = {"responsibility": "responsibility of the leaders"}
_ORDER: Final = tuple(STATUTORY_PARTS)
#: The regulation is in force since 15 April 2019: it binds the reports on 2019 and later.
_FIRST_YEAR: Final = 2019
_LINT: Final = Terminals("lint")
_LINES_ABOVE: Final = 2
_LONGEST_LINE: Final = 120
_OUTER: Final[frozenset[MarkerStyle]] = frozenset(name for name, row in ROWS.items() if row.part)
#: The levels of the standard below the first.
_INNER: Final[frozenset[MarkerStyle]] = frozenset(name for name, row in ROWS.items() if row.level and row.level > 1)
_REGULATION: Final[frozenset[MarkerStyle]] = frozenset({"book", "chapter", "section", "article"})


def _bound(subject: Subject) -> bool:
    year = subject.header.year
    return subject.covers_a_year and bool(subject.report.sections) and (year is None or year >= _FIRST_YEAR)


def _own_sections(report: Report) -> list[Section]:
    """Return the outermost sections of the report, without those of further documents of its file."""
    own = documents_within(report).report
    return [section for section in report.sections if own.start <= section.span.start < own.end]


def missing_title(subject: Subject) -> Iterator[Hit]:
    """No title, as the parser saw it; a regulation, whose title stands behind an order, apart."""
    if not any(section.marker.style in _REGULATION for section in subject.report.sections):
        yield from from_diagnostics("no-title")(subject)


def missing_parts(subject: Subject) -> Iterator[Hit]:
    """A statutory part that no section and no closing sentence holds."""
    if not _bound(subject):
        return
    report = subject.report
    own = documents_within(report).report
    passages = [each for each in report.passages if each.span.start < own.end and own.start < each.span.end]
    sections = _own_sections(report)
    walked = (each for section in sections for each in section.walk())
    headings = ((each.roles, each.heading.text) for each in walked if each.heading)
    for role, name in absent_parts(sections, passages, headings):
        yield Hit(subject.first, subject.first, (_ENGLISH.get(role, role), name), kind=role)


def disordered_parts(subject: Subject) -> Iterator[Hit]:
    """A part that stands behind one which the regulation names later."""
    if not _bound(subject):
        return
    furthest: Role = _ORDER[0]
    seen: set[Role] = set()
    for section in _own_sections(subject.report):
        if len(section.roles) != 1 or section.roles[0] not in STATUTORY_PARTS or section.role_basis == "inherited":
            continue
        role = section.roles[0]
        if role not in seen and _ORDER.index(role) < _ORDER.index(furthest):
            span = section.heading.span if section.heading else section.marker.span
            english, other = _ENGLISH.get(role, role), _ENGLISH.get(furthest, furthest)
            chinese, later = STATUTORY_PARTS[role], STATUTORY_PARTS[furthest]
            yield Hit(span.start, span.end, (english, other, chinese, later))
        seen.add(role)
        furthest = max(furthest, role, key=_ORDER.index)


def empty_parts(subject: Subject) -> Iterator[Hit]:
    """A part with a heading and nothing under it, among parts that hold text; further in, where most hold some."""
    follower = dict(pairwise([section.id for section in subject.sections]))
    by_id = {section.id: section for section in subject.sections}

    def opens(section: Section) -> bool:
        """Say whether a series begins behind `section` that is meant to stand under it."""
        inner = by_id.get(follower.get(section.id, ""))
        return inner is not None and inner.marker.ordinal == 1 and inner.marker.style != section.marker.style

    for sections in subject.siblings():
        series: dict[MarkerStyle, list[Section]] = {}
        for section in sections:
            outermost = section.depth == 1 and section.marker.style in _OUTER
            if outermost or section.marker.style in _INNER:
                series.setdefault("han_dun" if outermost else section.marker.style, []).append(section)
        for style, alike in series.items():
            empty = [section for section in alike if not section.body and not section.children]
            filled = len(alike) - len(empty)
            if not filled or (style in _INNER and len(empty) > filled):
                continue
            for section in empty:
                span = section.heading.span if section.heading else section.marker.span
                if style in _INNER and (opens(section) or not _stands_alone(subject, section)):
                    continue
                yield Hit(span.start, span.end, (squeezed(span.of(subject.text)),))


def _stands_alone(subject: Subject, section: Section) -> bool:
    """Say whether a section is a heading that takes its line to the end: what ends with ； is a member of a list."""
    return section.heading is not None and section.heading.span.end in subject.line_ends


def addressees_without_colon(subject: Subject) -> Iterator[Hit]:
    """An addressee without a colon behind it, or with a half-width one."""
    header = subject.header
    place = header.evidence.get("addressee")
    if place is not None:
        if subject.text[place.end - 1] == ":":
            yield Hit(place.start, place.end, (place.of(subject.text), f"{header.addressee}："))
        return
    title = header.evidence.get("title")
    if title is None or not subject.is_law_report:
        return
    signature = subject.report.signature
    own = [organisation_in_title(subject), signature.issuer if signature is not None else None, header.issuer]
    # The organisation whose report it is may stand under the title as its author.
    for start, end in _lines_above_body(subject, title.end):
        name = subject.text[start:end]
        if _LINT.ADDRESSEE.fullmatch(name) and not any(each and agree(each, name) for each in own):
            yield Hit(start, end, (name, f"{name}："))
            return


def _lines_above_body(subject: Subject, title: int) -> Iterator[tuple[int, int]]:
    """Yield the last lines between title and body, without the white space around them, and the body's first."""
    above: list[tuple[int, int]] = []
    end = subject.beginning
    while len(above) < _LINES_ABOVE:
        end = trim(subject.text, max(title, end - _LONGEST_LINE), end)[1]
        line = _LINT.LAST_LINE.search(subject.text, max(title, end - _LONGEST_LINE), end)
        if line is None:
            break
        above.append(trim(subject.text, *line.span()))
        end = line.start()
    yield from reversed(above)
    for paragraph in subject.report.preamble[:1]:
        if len(paragraph.span) < _LONGEST_LINE:
            yield paragraph.span.start, paragraph.span.end
