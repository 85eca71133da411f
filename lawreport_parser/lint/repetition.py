"""What rules ask of repetition: headings and paragraphs that a report holds twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lawreport_parser.blanks import BLANK_CHARACTERS
from lawreport_parser.lint.subject import Hit, Subject, squeezed

__all__ = ["duplicate_headings", "duplicate_paragraphs"]

_LEAST_HEADING: Final = 4
_LEAST_PARAGRAPH: Final = 20


def duplicate_headings(subject: Subject) -> Iterator[Hit]:
    """The same heading twice among sections beside each other; a second document in the file begins anew."""
    for sections in subject.siblings():
        seen: set[str] = set()
        last = 0
        for section in sections:
            if section.marker.style != "unnumbered":
                if section.marker.ordinal <= last and section.marker.ordinal == 1:
                    seen.clear()
                last = section.marker.ordinal
            if section.heading is None:
                continue
            words = squeezed(section.heading.text)
            if len(words) >= _LEAST_HEADING and words in seen:
                yield Hit(section.heading.span.start, section.heading.span.end, (words,))
            seen.add(words)


def duplicate_paragraphs(subject: Subject) -> Iterator[Hit]:
    """A paragraph of some length that the report holds twice."""
    report = subject.report
    paragraphs = [*report.preamble, *(each for section in subject.sections for each in section.body), *report.closing]
    first: dict[str, int] = {}
    for paragraph in paragraphs:
        words = squeezed(paragraph.text)
        if len(words) < _LEAST_PARAGRAPH:
            continue
        if words in first:
            shown = paragraph.text.strip(BLANK_CHARACTERS)[:12]
            yield Hit(paragraph.span.start, paragraph.span.end, (f"{shown}…",))
        else:
            first[words] = paragraph.span.start
