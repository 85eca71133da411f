"""The documents of one file: where each begins, and which of them is the report.

A signature ends a document: what stands behind it is an annex, or another report. Lists of items, indicators and the
parts that are asked for are those of the report; the sections of the others stay in the outline. An annex that follows
without a signature before it (附件：2025年民生实事) belongs to the report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple, Protocol

from lawreport_parser.grammars import Terminals
from lawreport_parser.lexicon import Role
from lawreport_parser.model import Paragraph, Section, Segment, Signature
from lawreport_parser.spans import Span

__all__ = ["Documents", "documents_of", "documents_within", "names_a_part"]

_PROSE: Final = Terminals("prose")
_YEARS: Final = Terminals("years")
#: Without sections, a document of no more characters is hardly a report.
_LEAST: Final = 400
#: So many characters show which document begins.
_TITLE: Final = 40
_Range = tuple[int, int]


class Documents(NamedTuple):
    """The documents of a file: the range of the report, and the first words of those before it and behind it.

    Where it is not `sure` which of them is the report, its range is the whole file.
    """

    report: Span
    before: tuple[Span, ...] = ()
    behind: tuple[Span, ...] = ()
    sure: bool = True


class _Document:
    """One document: where it begins, where its first piece and its last one end, its sections by number."""

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.first = self.end = end
        self.sections: list[int] = []
        self.signed = False
        self.begins_with_section = False


class _Report(Protocol):
    """What is asked of a `Report`."""

    @property
    def text(self) -> str: ...
    @property
    def preamble(self) -> list[Paragraph]: ...
    @property
    def sections(self) -> list[Section]: ...
    @property
    def page(self) -> list[Segment]: ...
    @property
    def signature(self) -> Signature | None: ...


def names_a_part(roles: Iterable[Role]) -> bool:
    """Say whether roles that a heading names are those of a part of a report."""
    return any(role != "other" for role in roles)


def documents_within(report: _Report) -> Documents:
    """Return the documents of the file that a report was read from."""
    sections = report.sections
    signatures = [_range(each.span) for each in report.page if each.kind == "signature"]
    if report.signature is not None:
        signatures.append(_range(report.signature.span))
    return documents_of(
        report.text,
        [_range(each.span) for each in report.page if each.kind == "title"],
        [_range(each.span) for each in report.preamble],
        [_range(each.span) for each in sections],
        signatures,
        lambda at: sections[at].role_basis == "heading" and names_a_part(sections[at].roles),
    )


def documents_of(
    text: str,
    titles: Sequence[_Range],
    paragraphs: Sequence[_Range],
    sections: Sequence[_Range],
    signatures: Sequence[_Range],
    names: Callable[[int], bool],
) -> Documents:
    """Return the documents of a file, from the ranges of its pieces; `paragraphs` are those outside all sections.

    `names` says of a section, by its number, whether its heading names a part of a report. The report is the first
    document, unless it has no such section and a later one has one: then a notice or a letter hands the report on, and
    so does a short text that neither calls itself a report nor names problems.
    """
    found = _parted(paragraphs, sections, signatures)
    whole = Span(0, len(text))
    if len(found) < 2:
        return Documents(whole)
    title = titles[-1] if titles else None
    own = _own(text, "" if title is None else text[slice(*title)], found, names)
    starts = [Span(each.start, min(each.first, each.start + _TITLE)) for each in found]
    if title is not None:
        starts[0] = Span(*title)
    if own is None:
        # A notice and the rule it hands on: no part of a report stands in either.
        doubtful = any(map(names, range(len(sections))))
        return Documents(whole, (), tuple(starts[1:]) if doubtful else (), sure=False)
    behind = found[own + 1 :]
    report = Span(found[own].start if own else 0, behind[0].start if behind else len(text))
    return Documents(report, tuple(starts[:own]), tuple(starts[own + 1 :]))


def _parted(paragraphs: Sequence[_Range], sections: Sequence[_Range], signatures: Sequence[_Range]) -> list[_Document]:
    """Return the documents; behind each signature one begins."""
    pieces = [(start, end, -2) for start, end in signatures]
    pieces += [(start, end, -1) for start, end in paragraphs]
    pieces += [(start, end, number) for number, (start, end) in enumerate(sections)]
    found: list[_Document] = []
    for start, end, number in sorted(pieces):
        if number == -2:
            if found:
                found[-1].signed = True
            continue
        if not found or found[-1].signed:
            found.append(_Document(start, end))
            found[-1].begins_with_section = number >= 0
        found[-1].end = end
        if number >= 0:
            found[-1].sections.append(number)
    return found


def _own(text: str, title: str, found: Sequence[_Document], names: Callable[[int], bool]) -> int | None:
    """Return which document is the report; None where that is not sure."""
    first = found[0]
    later = next((at for at, each in enumerate(found) if any(map(names, each.sections))), len(found))
    hands_on = _hands_on(title, first)
    if not later or (first.sections and not hands_on):
        return 0
    called = _PROSE.CALLED_REPORT.search
    if any(called(text, each.start, each.start + _TITLE) for each in found[1:later]) and (
        hands_on or not called(title)
    ):
        return None
    if not hands_on and called(title):
        return None if later < len(found) and _goes_on(text, title, found[later]) else 0
    little = not first.sections and first.end - first.start <= _LEAST
    names_problems = _PROSE.NAMES_PROBLEMS.search(text, first.start, first.end) is not None
    if later == len(found):
        return None if little and (hands_on or not names_problems) else 0
    return later if hands_on or (little and not names_problems) else None


def _hands_on(title: str, first: _Document) -> bool:
    """Say whether the first document only hands another on."""
    words = "".join(title.split())
    if _PROSE.HANDS_ON.search(words):
        return True
    return (
        _PROSE.REPORTS_A_REPORT.search(words) is not None and not first.sections and first.end - first.start <= _LEAST
    )


def _goes_on(text: str, title: str, later: _Document) -> bool:
    """Say whether a later document may be the one that the first, of this title, sums up.

    It begins with the same words, up to the year, or with a section: it has no title of its own.
    """
    year = _YEARS.YEAR_ALONE.search(title)
    subject = "".join((title[: year.end()] if year else title).split())
    beginning = "".join(text[later.start : later.start + 2 * _TITLE].split())
    return later.begins_with_section or beginning.startswith(subject)


def _range(span: Span) -> _Range:
    return span.start, span.end
