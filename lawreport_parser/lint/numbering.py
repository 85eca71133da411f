"""What rules ask of the numbering: levels, restarts, and how markers are written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from lawreport_parser.blanks import BLANK_CHARACTERS
from lawreport_parser.grammars import Terminals
from lawreport_parser.lint.subject import Hit, Subject, squeezed
from lawreport_parser.marker_styles import ROWS
from lawreport_parser.model import MarkerStyle, Section

__all__ = [
    "arabic_with_dun",
    "differing_widths",
    "marker_punctuation",
    "mixed_styles",
    "restarts",
    "reversed_levels",
    "skipped_levels",
    "unpunctuated_markers",
]

_BRACKETED: Final[frozenset[MarkerStyle]] = frozenset(name for name, row in ROWS.items() if "）" in row.written)
#: The styles inside sentences that no mark of their own sets off.
_SPOKEN: Final[frozenset[MarkerStyle]] = frozenset(name for name, row in ROWS.items() if row.spoken) - {"han_ordinal"}
_LINT: Final = Terminals("lint")
_SPACES: Final = " \u3000\xa0"
#: What is looked at, and shown, before a marker in the middle of a line.
_GAP: Final = 12
_SHOWN: Final = 6
_DOTS: Final = ".．﹒"
_AFTER_BRACKET: Final = "、，,.．:：;；"
#: So many lines before a restart are looked at for a title or signature.
_LINES_BEFORE: Final = 5
#: Pairs of half-width and full-width characters of markers, by what they are.
_WIDTHS: Final = {
    "bracket": ("()", "（）"),
    "dot": (".", "．"),
    "digit": ("0123456789", "０１２３４５６７８９"),
}


def _level(section: Section) -> int | None:
    """Return the level that GB/T 9704-2012, 7.3.3, gives a marker; None where it names no such style."""
    return ROWS[section.marker.style].level


def skipped_levels(subject: Subject) -> Iterator[Hit]:
    """Levels left out, as the parser saw them, where the level is in use elsewhere or more than one is missing.

    A report of two levels may set 1. under 一、.
    """
    used = {_level(section) for section in subject.sections}
    by_id = {section.id: section for section in subject.sections}
    for diagnostic in subject.report.diagnostics:
        if diagnostic.code != "skipped-level" or diagnostic.section_id not in by_id:
            continue
        inner = by_id[diagnostic.section_id]
        outer = by_id[inner.id.rpartition(".")[0]]
        above, level = _level(outer), _level(inner)
        if above is None or level is None:
            continue
        missing = range(above + 1, level)
        if len(missing) > 1 or any(each in used for each in missing):
            span = inner.marker.span
            yield Hit(span.start, span.end, (squeezed(outer.marker.text), squeezed(inner.marker.text)))


def reversed_levels(subject: Subject) -> Iterator[Hit]:
    """A level inside one that the standard sets below it: the first place of each pair of levels.

    It stands under its parent in the tree, or begins at 1 straight behind a heading without text.
    """
    by_id = {section.id: section for section in subject.sections}
    told: set[tuple[int | None, int | None]] = set()
    for before, section in pairwise([None, *subject.sections]):
        if section is None or _level(section) is None:
            continue
        outer = by_id.get(section.id.rpartition(".")[0])
        while outer is not None and _level(outer) is None:
            outer = by_id.get(outer.id.rpartition(".")[0])
        if outer is None or not _ranks_above(section, outer):
            outer = before if before is not None and _follows_at_once(subject, before, section) else None
        if outer is None or not _ranks_above(section, outer) or (_level(outer), _level(section)) in told:
            continue
        told.add((_level(outer), _level(section)))
        span = section.marker.span
        yield Hit(span.start, span.end, (squeezed(outer.marker.text), squeezed(section.marker.text)))


def _ranks_above(inner: Section, outer: Section) -> bool:
    level, other = _level(inner), _level(outer)
    return level is not None and other is not None and level < other


def _follows_at_once(subject: Subject, before: Section, section: Section) -> bool:
    """Say whether `section` opens a series behind the heading of `before`, with no text between."""
    if section.marker.ordinal != 1 or before.heading is None or before.body or before.children:
        return False
    between = subject.prose[before.heading.span.end : section.marker.span.start]
    return not between.strip(f"。：:{BLANK_CHARACTERS}")


def restarts(subject: Subject) -> Iterator[Hit]:
    """Numbering that begins again in running text: not where a title, a signature or 如下： stands before it."""
    told = {each.span.start for each in subject.report.diagnostics if each.code == "restarted-ordinal"}
    for sections in subject.siblings():
        for before, section in pairwise(sections):
            start = section.marker.span.start
            if start not in told or before.marker.style != section.marker.style:
                continue
            lines = subject.text[before.span.start : start].splitlines()[1:]
            lines = [line for line in (each.strip(BLANK_CHARACTERS) for each in lines) if line][-_LINES_BEFORE:]
            if lines and all(_LINT.ANY_STOP.search(line) for line in lines) and lines[-1][-1] not in "：:":
                span = section.marker.span
                yield Hit(span.start, span.end, (squeezed(before.marker.text), squeezed(section.marker.text)))


def mixed_styles(subject: Subject) -> Iterator[Hit]:
    """1. and 1、 in one series; else 1. in one part of the report and 1、 in another."""
    told = {each.span.start for each in subject.report.diagnostics if each.code == "mixed-style"}
    for sections in subject.siblings():
        for before, section in pairwise(sections):
            span = section.marker.span
            if span.start in told:
                yield Hit(span.start, span.end, (squeezed(section.marker.text), squeezed(before.marker.text)))
    if told:
        return
    dotted = [section for section in subject.sections if section.marker.style == "arabic_dot"]
    with_dun = [section for section in subject.sections if section.marker.style == "arabic_dun"]
    if dotted and with_dun:
        few, many = sorted((with_dun, dotted), key=len)
        span = few[0].marker.span
        yield Hit(span.start, span.end, (squeezed(few[0].marker.text), squeezed(many[0].marker.text)))


def differing_widths(subject: Subject) -> Iterator[Hit]:
    """Half-width and full-width forms side by side in the markers of one style."""
    forms: defaultdict[tuple[str, str], tuple[list[Section], list[Section]]] = defaultdict(lambda: ([], []))
    for section in subject.sections:
        marker = section.marker
        for name, (half, full) in _WIDTHS.items():
            has_half = any(each in half for each in marker.text)
            has_full = any(each in full for each in marker.text)
            if has_half and has_full:
                yield Hit(marker.span.start, marker.span.end, (marker.text, _widened(marker.text)), kind=name)
            elif has_half or has_full:
                forms[ROWS[marker.style].family, name][has_full].append(section)
    for (_, name), (halves, fulls) in forms.items():
        if halves and fulls:
            few, many = sorted((halves, fulls), key=len)
            for section in few:
                marker = section.marker
                yield Hit(marker.span.start, marker.span.end, (marker.text, many[0].marker.text), kind=name)


def _widened(marker: str) -> str:
    return marker.translate(str.maketrans("()", "（）"))


def marker_punctuation(subject: Subject) -> Iterator[Hit]:
    """A mark behind a numeral that the standard does not put there: 一. （一）、 第一、"""
    for section in subject.sections:
        marker = section.marker
        words = squeezed(marker.text)
        start, end = marker.span.start, marker.span.end
        if marker.style == "han_dun" and words.endswith(tuple(_DOTS)):
            yield Hit(start, end, (words, f"{words[:-1]}、"), kind="han_dun")
        elif marker.style == "han_ordinal" and words.endswith("、"):
            yield Hit(start, end, (words, f"{words[:-1]}，"), kind="han_ordinal")
        elif marker.style in _BRACKETED:
            # The mark is part of the marker, or stands behind it.
            following = "" if words.endswith(tuple(_AFTER_BRACKET)) else subject.text[end : end + 1]
            if not following or following in _AFTER_BRACKET:
                whole = words + following
                yield Hit(start, end + len(following), (whole, whole.rstrip(_AFTER_BRACKET)), kind="bracketed")
        elif marker.style == "sequence" and subject.text[end : end + 1] == "、":
            yield Hit(start, end + 1, (f"{words}、", f"{words}，"), kind="sequence")


def unpunctuated_markers(subject: Subject) -> Iterator[Hit]:
    """一是, 二是 in the middle of a line, straight behind a word: the mark that ends the clause before it was lost."""
    headings = {section.heading.span.end for section in subject.sections if section.heading}
    starts = {section.marker.span.start: section for section in subject.sections}
    ends = {section.marker.span.end for section in subject.sections}
    for start, section in starts.items():
        lead = subject.prose[max(0, start - _GAP) : start].rstrip(_SPACES)
        end = start - _GAP + len(lead) if start >= _GAP else len(lead)
        if section.marker.style not in _SPOKEN or not _LINT.WORD_END.search(lead) or end in headings or end in ends:
            continue
        span = section.marker.span
        yield Hit(span.start, span.end, (f"{lead[-_SHOWN:]}", squeezed(section.marker.text)))


def arabic_with_dun(subject: Subject) -> Iterator[Hit]:
    """1、 where the standard has 1."""
    for section in subject.sections:
        marker = section.marker
        if marker.style == "arabic_dun":
            words = squeezed(marker.text)
            yield Hit(marker.span.start, marker.span.end, (words, f"{words[:-1]}."), kind="arabic_dun")
