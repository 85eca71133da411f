"""The sentences of a body, each with its place: in which section, under which headings, where in its paragraph.

A sentence ends at 。！？ or where its line, the heading it stands in, or the text before a marker ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal

from lawreport_parser.grammars import Terminals
from lawreport_parser.outline.tree import Node, Outline
from lawreport_parser.page import Piece
from lawreport_parser.spans import trim

__all__ = ["Place", "Sentence", "sentences_of"]

_PROSE: Final = Terminals("prose")
_DISCOURSE: Final = Terminals("discourse")

#: Where a sentence begins: a top-level section; another section, the first or a later one of its series; a member of a
#: spoken series (一是); a paragraph; amid a paragraph.
Place = Literal["part", "first", "later", "spoken", "paragraph", "amid", "long"]


class Sentence:
    """A sentence of the body, or a heading: its place in the text and in the outline.

    `path` holds the sections around it, outermost first; `heading` says that it is (or holds) the heading of the last.
    """

    __slots__ = ("end", "heading", "path", "place", "start")

    def __init__(self, start: int, end: int, place: Place, path: tuple[Node, ...], *, heading: bool = False) -> None:
        self.start = start
        self.end = end
        self.place = place
        self.path = path
        self.heading = heading


def sentences_of(text: str, outline: Outline) -> list[Sentence]:
    """Return the sentences of preamble, sections and closing, in the order of the text."""
    found: list[Sentence] = []
    for pieces in (outline.preamble, outline.closing):
        found += _of_pieces(text, pieces, ())
    for node in outline.sections:
        _of_section(text, node, (), "part", found)
    found.sort(key=lambda each: each.start)
    return found


def _of_section(text: str, node: Node, above: tuple[Node, ...], place: Place, found: list[Sentence]) -> None:
    path = (*above, node)
    start = node.marker.start
    pieces: Sequence[Piece] = node.pieces
    if node.heading is not None:
        # With its closing mark, which the heading leaves out.
        end = trim(text, node.heading[1], max(node.heading[1], node.body_start))[1]
        found.append(Sentence(start, end, place, path, heading=True))
        rest = [(max(piece.start, node.body_start), piece.end) for piece in pieces if piece.end > node.body_start]
        found += _within(text, rest, path, "paragraph")
    elif pieces:
        ranges = [(piece.start, piece.end) for piece in pieces]
        own = _within(text, ranges, path, "paragraph")
        if own:
            own[0].start = start
            own[0].place = place
        found += own
    else:
        found.append(Sentence(start, node.marker.end, place, path, heading=True))
    for at, child in enumerate(node.children):
        spoken = child.marker.style.spoken
        inner: Place = ("spoken" if at else "first") if spoken else "later" if at else "first"
        _of_section(text, child, path, inner, found)


def _of_pieces(text: str, pieces: Sequence[Piece], path: tuple[Node, ...]) -> list[Sentence]:
    return _within(text, [(piece.start, piece.end) for piece in pieces], path, "paragraph")


def _within(text: str, ranges: Sequence[tuple[int, int]], path: tuple[Node, ...], place: Place) -> list[Sentence]:
    found: list[Sentence] = []
    for left, right in ranges:
        place = "paragraph"
        held: int | None = None
        for start, end in _cut(text, left, right):
            if held is not None:
                start, held = held, None
            if end - start <= _LONGEST_ADDRESS and end < right and _DISCOURSE.ADDRESS.match(text, start):
                # 各位代表！ goes with what follows it.
                held = start
                continue
            found.append(Sentence(start, end, place, path))
            place = "long" if right - left > 700 else "amid"
        if held is not None:
            found.append(Sentence(held, right, place, path))
    return found


_LONGEST_ADDRESS: Final = 12


def _cut(text: str, left: int, right: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a stretch of one line, without the white space around them.

    A stray mark before the first belongs to it; a stretch of marks alone is a sentence.
    """
    left, right = trim(text, left, right)
    first = left
    for sentence in _PROSE.SENTENCE_OF_PARAGRAPH.finditer(text, left, right):
        start, end = trim(text, *sentence.span())
        if start < end:
            yield min(first, start), end
            first = right
    if first == left < right:
        yield left, right
