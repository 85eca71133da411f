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
#: Without sections, a document of no more characters is hardly a report.
_LEAST: Final = 400
#: So many characters show which document begins.
_TITLE: Final = 40
_Range = tuple[int, int]


class Documents(NamedTuple):
    """The documents of a file: the range of the report, and the first words of those that follow it."""

    report: Span
    further: tuple[Span, ...]


class _Document:
    """One document: where it begins, where its first piece and its last one end, its sections by number."""

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.first = self.end = end
        self.sections: list[int] = []
        self.signed = False


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
    document. One without such a section only hands the report on, where a later one has one, and it calls itself a
    notice, or has no sections at all and names no problems.
    """
    found = _parted(paragraphs, sections, signatures)
    if len(found) < 2:
        return Documents(Span(0, len(text)), ())
    own = _own(text, titles, found, names)
    if own is None:
        return Documents(Span(0, len(text)), ())
    behind = found[own + 1 :]
    report = Span(found[own].start if own else 0, behind[0].start if behind else len(text))
    return Documents(report, tuple(Span(each.start, min(each.first, each.start + _TITLE)) for each in behind))


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
        found[-1].end = end
        if number >= 0:
            found[-1].sections.append(number)
    return found


def _own(text: str, titles: Sequence[_Range], found: Sequence[_Document], names: Callable[[int], bool]) -> int | None:
    """Return which document is the report; None where the first says too little, and no other is one."""
    first = found[0]
    if any(map(names, first.sections)):
        return 0
    title = text[slice(*titles[-1])] if titles else ""
    if _PROSE.HANDS_ON.search("".join(title.split())) is None and (
        first.sections or _PROSE.NAMES_PROBLEMS.search(text, first.start, first.end) is not None
    ):
        return 0
    later = (at for at, each in enumerate(found) if any(map(names, each.sections)))
    says_little = not first.sections and first.end - first.start <= _LEAST
    return next(later, None if says_little else 0)


def _range(span: Span) -> _Range:
    return span.start, span.end
