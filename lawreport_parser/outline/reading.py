"""What is read of a page before the grammar: rows joined, markers found, linked, weighed and decided on.

`reading_of` runs these steps once. The tokens of the grammar are made of what it returns, and explanations tell of it.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from lawreport_parser.blanks import trim
from lawreport_parser.grammars import terminal_patterns
from lawreport_parser.lexicon import Lexicon
from lawreport_parser.outline.boundaries import Boundaries
from lawreport_parser.outline.candidates import Candidate, CandidateScanner
from lawreport_parser.outline.chains import Links
from lawreport_parser.outline.contents import strike_announcements
from lawreport_parser.outline.evidence import Evidence
from lawreport_parser.outline.misread import MisreadScanner
from lawreport_parser.outline.rows import Rows, join_rows
from lawreport_parser.outline.series import Decision, decide, heaviest, left_as_text
from lawreport_parser.outline.unnumbered import Unnumbered, find_unnumbered
from lawreport_parser.page import Page, Piece

__all__ = ["Reading", "candidates_of", "reading_of", "starts_with_marker"]


class Reading(NamedTuple):
    """What the steps before the grammar make of a page.

    `page` is the page that was read: that of `rows`, where the rows of the page given were joined. All places are
    those of its text. `struck` are the numbers of the candidates that only announce; at `ends` a document ends.
    `left` are those left as text that may be members of a series.
    """

    page: Page
    rows: Rows | None
    candidates: list[Candidate]
    links: Links
    struck: set[int]
    boundaries: Boundaries
    evidence: Evidence
    ends: list[int]
    decisions: list[Decision]
    left: list[Candidate]
    unnumbered: list[Unnumbered]


def reading_of(page: Page, lexicon: Lexicon) -> Reading:
    """Read a page up to the decisions; `lexicon` tells the names of parts, numbered or not."""
    rows = join_rows(page)
    if rows is not None:
        page = rows.page
    text = page.text
    candidates = candidates_of(page)
    links = Links(text, candidates)
    struck = strike_announcements(text, candidates, links)
    boundaries = Boundaries(text, page.line_ends, lexicon)
    evidence = Evidence(text, candidates, links, boundaries)
    ends = [line.end for line in page.lines if line.type == "SIGNED"]
    decisions = decide(candidates, struck, ends, heaviest(links, evidence))
    left = left_as_text(candidates, struck, decisions)
    unnumbered = find_unnumbered(page, decisions, lexicon)
    return Reading(page, rows, candidates, links, struck, boundaries, evidence, ends, decisions, left, unnumbered)


#: Whether a line begins with a marker shows in so many characters of it.
_BEGINNING: Final = 160


@cache
def _scanner() -> CandidateScanner:
    return CandidateScanner(terminal_patterns("report"))


@cache
def _misread_scanner() -> MisreadScanner:
    return MisreadScanner(_scanner())


def candidates_of(page: Page) -> list[Candidate]:
    """Return everything in the body of a page that looks like a marker."""
    candidates = _scanner().scan(page.text, page.lines)
    return _misread_scanner().added(page.text, page.lines, candidates)


def starts_with_marker(line: str) -> bool:
    """Say whether a line begins with what looks like a marker of the block styles (一、 （一） 1. ①, not 一是)."""
    start, end = trim(line, 0, len(line))
    if not _scanner().may_stand_at(line, start):
        return False
    candidates = _scanner().scan(line, [Piece("LINE", start, min(end, start + _BEGINNING))])
    first = candidates[0] if candidates else None
    return first is not None and first.start == start and not first.style.spoken and not first.doubt
