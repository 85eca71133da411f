"""The LALR parse of a report: a page in, a tree of plain nodes out.

The grammar is `grammar/report.lark`. `reading_of` finds the markers of a page and decides on them, `SeriesTracker`
makes the tokens of the grammar, and lark's LALR table for it does the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, Final

from lawreport_parser.grammars import lalr_table
from lawreport_parser.lalr import LalrParser
from lawreport_parser.lexicon import Lexicon
from lawreport_parser.outline.heading_blanks import holds_in_series, parted_by_blank
from lawreport_parser.outline.headings import heading_end
from lawreport_parser.outline.reading import reading_of
from lawreport_parser.outline.styles import UNNUMBERED
from lawreport_parser.outline.tokens import Node, tokens_of
from lawreport_parser.page import Page, Piece, Stretch

__all__ = ["Node", "Outline", "read_outline"]


class Outline:
    """What the grammar finds in a report; every list is in the order of the text.

    `unread` is the text whose headings are still to be found, with the names of parts, None when they are.
    """

    __slots__ = ("back", "closing", "front", "preamble", "sections", "signatures", "unread")

    def __init__(self) -> None:
        self.unread: tuple[str, Lexicon] | None = None
        self.front: list[Piece] = []
        self.preamble: list[Piece] = []
        self.sections: list[Node] = []
        self.closing: list[Piece] = []
        self.signatures: list[Piece] = []
        self.back: list[Piece] = []

    def find_headings(self) -> None:
        """Find the headings of the sections, if they are still to be found; two threads may do it at once."""
        unread = self.unread
        if unread is not None:
            _find_headings(*unread, self.sections)
            self.unread = None


# What is made of the parts of each rule; no lark tree is ever built.


def _section(parts: list[Any]) -> Node:
    node: Node = parts[0]
    for part in parts[1:]:
        if type(part) is Stretch:
            node.pieces = part.pieces
            node.end = part.pieces[-1].end
        else:
            node.children = part[0] if len(part) == 1 else [child for series in part for child in series]
            node.end = node.children[-1].end
    return node


def _series(parts: list[Any]) -> list[Node]:
    members: list[Node] = parts[1]
    return members


def _repetition(parts: list[Any]) -> list[Any]:
    """Return the members of a rule that is one repetition."""
    return parts[0] if parts else []


def _text(parts: list[Any]) -> list[Piece]:
    """Return the pieces of a rule that is one stretch."""
    pieces: list[Piece] = parts[0].pieces if parts else []
    return pieces


def _signed(parts: list[Any]) -> list[Piece]:
    return [*parts[0], *_text(parts[1:])]


def _report(parts: list[Any]) -> Outline:
    outline = Outline()
    outline.front, outline.preamble, body, outline.back = parts
    prose: list[Piece] | None = None
    afresh = False
    for part in body:
        if type(part[0]) is Node:
            part[0].led_by = prose
            part[0].afresh = afresh
            outline.sections.extend(part)
            prose, afresh = None, False
        elif part[0].type == "PROSE":
            outline.closing.extend(part)
            prose = part
        elif part[0].type == "ANNEX":
            outline.preamble.extend(part)
            prose, afresh = None, True
        else:
            prose, afresh = None, True
            outline.signatures.extend(piece for piece in part if piece.type == "SIGNATURE")
            outline.preamble.extend(piece for piece in part if piece.type == "TEXT")
    return outline


_ACTIONS: Final[dict[str, Callable[[list[Any]], Any]]] = {
    "report": _report,
    "front": _repetition,
    "preamble": _text,
    "body": _repetition,
    "series": _series,
    "section": _section,
    "closing": _text,
    "annex": _text,
    "signed": _signed,
    "back": _repetition,
}


@cache
def _parser() -> LalrParser:
    return LalrParser(lalr_table("report"), _ACTIONS)


def read_outline(page: Page, lexicon: Lexicon, *, headings: bool = True) -> Outline:
    """Return the outline of a page; without `headings`, these may be left to find for later.

    Total: the tracker makes only token sequences that the grammar accepts.
    """
    reading = reading_of(page, lexicon)
    outline: Outline = _parser().parse(tokens_of(reading))
    outline.unread = reading.page.text, lexicon
    if headings or reading.rows is not None:
        outline.find_headings()
    if reading.rows is not None:
        reading.rows.restore(outline)
    return outline


def _find_headings(text: str, lexicon: Lexicon, nodes: list[Node]) -> None:
    for node in nodes:
        pieces = node.pieces
        if node.marker.type == UNNUMBERED:
            _take_line(text, node)
        elif pieces:
            first = pieces[0]
            more = len(pieces) > 1 or bool(node.children)
            found = heading_end(text, first.start, first.end, more=more, spoken=node.marker.style.spoken)
            if found is not None:
                node.heading = (first.start, found[0])
                node.body_start = found[1]
        if node.children:
            _find_headings(text, lexicon, node.children)
    _end_at_blanks(
        text,
        lexicon,
        [node for node in nodes if node.pieces and node.marker.type != UNNUMBERED and not node.marker.style.spoken],
    )


def _end_at_blanks(text: str, lexicon: Lexicon, nodes: list[Node]) -> None:
    """End headings at the blank that parts them from their text, where it surely does."""
    parted = [parted_by_blank(text, node.pieces[0].start, node.pieces[0].end, lexicon) for node in nodes]
    if not any(parted):
        return
    all_have = holds_in_series(parted, [node.heading is not None for node in nodes])
    for node, each in zip(nodes, parted, strict=True):
        begun = node.heading is not None and each is not None and node.heading[1] < each.stop
        if each is not None and not begun and (each.names or (all_have and each.plain)):
            node.heading = (node.pieces[0].start, each.stop)
            node.body_start = each.begins


def _take_line(text: str, node: Node) -> None:
    """Make the line behind an unnumbered marker the heading, without the mark that closes it: 下一步打算："""
    if node.pieces:
        line = node.pieces[0]
        found = heading_end(text, line.start, line.end, more=True)
        whole = found is not None and found[1] == line.end
        node.heading = (line.start, found[0] if found is not None and whole else line.end)
        node.body_start = line.end
