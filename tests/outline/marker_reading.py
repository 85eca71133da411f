"""What is told of the markers of a text, as rows of the tables of this folder say it: ⏎ is the end of a line."""

from __future__ import annotations

from lawreport_parser import parse
from lawreport_parser.explain.stages import replay
from lawreport_parser.lexicon import DEFAULT_LEXICON
from lawreport_parser.outline.candidates import CLAUSE, LINE, SENTENCE, WEAK
from lawreport_parser.outline.moves import legal_moves
from lawreport_parser.outline.reading import Reading, reading_of
from lawreport_parser.page.model import Page, Piece

_TITLE = "云岭县2023年工作总结\n"
_PLACES = {LINE: "line", SENTENCE: "sentence", CLAUSE: "clause", WEAK: "word"}


def body(row: str) -> Page:
    """Return a page that is all body."""
    page = Page(row.replace("⏎", "\n"))
    at = 0
    for line in page.text.split("\n"):
        if line.strip():
            page.lines.append(Piece("LINE", at, at + len(line)))
        at += len(line) + 1
    page.body_end = at - 1
    return page


def reading(row: str) -> Reading:
    return reading_of(body(row), DEFAULT_LEXICON)


def candidates(row: str) -> str:
    """Return what looks like a marker: family, ordinal, place, doubt, and the links by which it bears others out.

    →2 is linked to the candidate 2 (the first is 0), ?2 waits for the bare 是 there; ×3 begins a run of three;
    `fellow` has a higher one of its family behind it, where a line begins; `announces` only foretells the outline.
    """
    read = reading(row)
    links, told = read.links, []
    for each in read.candidates:
        at = each.number
        following, awaited = links.following[at], links.awaited[at]
        parts = [
            read.page.text[each.start : each.end].replace("\n", "⏎"),
            each.family,
            f"{each.ordinal}" + ("" if each.suffix is None else f"+{each.suffix}"),
            _PLACES[each.place],
            each.doubt,
            f"→{following.number}" if following else "",
            f"?{awaited.number}" if awaited else "",
            f"×{links.strength[at]}" if links.strength[at] > 1 else "",
            "fellow" if links.fellow[at] else "",
            "announces" if at in read.struck else "",
        ]
        told.append(" ".join(part for part in parts if part))
    return " / ".join(told) or "-"


def moves(row: str) -> list[str]:
    """Return for each candidate of a text the moves that it might make, with what speaks for and against each.

    A move keeps the outermost series that are open, so many as its number says: `open 0` begins a new one that ends
    all, `continue 1` goes on with the outermost. The one that was taken has a star.
    """
    read, told = reading(row), []
    for step in replay(read):
        candidate = step.candidate
        if step.move is None:
            continue
        for move in legal_moves(step.levels, candidate):
            if move.kind != "text":
                features = read.evidence.of(candidate, move, step.levels, step.latest)
                taken = "*" if move == step.move else ""
                marker = read.page.text[candidate.start : candidate.end]
                told.append(f"{marker} {move.kind} {move.keep}{taken}\t{'; '.join(features)}")
    return told


def unnumbered(row: str) -> str:
    """Return the lines that have the shape of a heading without marker: what becomes of each, and why."""
    rows = parse(_TITLE + row.replace("⏎", "\n")).explain().stage("headings").rows
    told = [
        f"{each.text} {each.outcome}: {', '.join(sorted(reason.feature for reason in each.reasons))}" for each in rows
    ]
    return " / ".join(told) or "-"
