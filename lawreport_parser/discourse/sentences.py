"""The sentences of a body, each with its place: in which section, under which headings, where in its paragraph.

A sentence ends at 。！？ or where its line, the heading it stands in, or the text before a marker ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal

from lawreport_parser.grammars import Terminals
from lawreport_parser.outline.tree import Node, Outline
from lawreport_parser.page import Piece
from lawreport_parser.spans import trim

__all__ = ["Place", "Sentence", "sentences_of"]

_PROSE: Final = Terminals("prose")
_DISCOURSE: Final = Terminals("discourse")

#: Where a sentence begins: an outermost section; another section, the first or a later one of its series; a later
#: member of a spoken series (一是…二是); a paragraph; amid one, or amid a long one, as where line breaks are lost.
Place = Literal["part", "first", "later", "spoken", "paragraph", "amid", "long"]
#: A paragraph of more characters is long.
_LONG: Final = 700
#: 各位代表！ is no longer than this.
_LONGEST_ADDRESS: Final = 12


class Sentence:
    """A sentence of the body, or a heading: its place in the text and in the outline.

    Its words begin at `words`, behind its marker if it has one. `path` holds the sections around it, outermost first;
    `heading`: it is the marker and heading of the last of them.
    """

    __slots__ = ("end", "heading", "path", "place", "start", "words")

    def __init__(self, start: int, end: int, place: Place, path: tuple[Node, ...], *, heading: bool = False) -> None:
        self.start = start
        self.end = end
        self.place = place
        self.path = path
        self.heading = heading
        self.words = start


def sentences_of(text: str, outline: Outline) -> list[Sentence]:
    """Return the sentences of preamble, sections and closing, in the order of the text.

    Every character of theirs that is no white space is in one of them.
    """
    found = [*_of_pieces(text, outline.preamble, ()), *_of_pieces(text, outline.closing, ())]
    for node in outline.sections:
        _add_section(text, node, (node,), "part", found)
    found.sort(key=lambda each: each.start)
    return found


def _add_section(text: str, node: Node, path: tuple[Node, ...], place: Place, found: list[Sentence]) -> None:
    start = node.marker.start
    if node.heading is None:
        own = list(_of_pieces(text, node.pieces, path))
        if not own:
            own = [Sentence(start, node.marker.end, place, path, heading=True)]
        own[0].start = start
        own[0].place = place
    else:
        # With its closing mark, which the heading leaves out.
        end = trim(text, node.heading[1], max(node.heading[1], node.body_start))[1]
        own = [Sentence(start, end, place, path, heading=True)]
        for piece in node.pieces:
            if piece.end > node.body_start:
                own += _of_paragraph(text, max(piece.start, node.body_start), piece.end, path)
    own[0].words = node.marker.end
    found += own
    for at, child in enumerate(node.children):
        inner: Place = "first" if not at else "spoken" if child.marker.style.spoken else "later"
        _add_section(text, child, (*path, child), inner, found)


def _of_pieces(text: str, pieces: Iterable[Piece], path: tuple[Node, ...]) -> Iterator[Sentence]:
    for piece in pieces:
        yield from _of_paragraph(text, piece.start, piece.end, path)


def _of_paragraph(text: str, start: int, end: int, path: tuple[Node, ...]) -> Iterator[Sentence]:
    """Yield the sentences of a paragraph; 各位代表！ goes with what follows, a stray mark with its neighbour."""
    place: Place = "paragraph"
    left, right = trim(text, start, end)
    begun = left
    for found in _PROSE.SENTENCE_OF_PARAGRAPH.finditer(text, left, right):
        first, last = trim(text, *found.span())
        if first == last:
            continue
        short = last - first <= _LONGEST_ADDRESS and last < right
        if short and _DISCOURSE.ADDRESS.match(text, first):
            begun = min(begun, first) if begun >= 0 else first
            continue
        yield Sentence(begun if begun >= 0 else first, last, place, path)
        begun = -1
        place = "long" if right - left > _LONG else "amid"
    if 0 <= begun < right:
        yield Sentence(begun, right, place, path)
