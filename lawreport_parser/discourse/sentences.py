"""The sentences of a body, each with its place: in which section, under which headings, where in its paragraph.

A sentence ends at 。！？ or where its line, the heading it stands in, or the text before a marker ends.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Final, Literal

from lawreport_parser.blanks import trim
from lawreport_parser.grammars import Terminals
from lawreport_parser.lexicon import Role
from lawreport_parser.outline.tree import Node, Outline

__all__ = ["Named", "Place", "Sentence", "sentences_of"]

_PROSE: Final = Terminals("prose")
_DISCOURSE: Final = Terminals("discourse")

#: The roles that the heading of each section names; none for most.
Named = Mapping[Node, Sequence[Role]]
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
    `heading`: it is the marker and heading of the last of them; `under` is the innermost whose heading names a role.
    """

    __slots__ = ("end", "heading", "path", "place", "start", "under", "words")

    def __init__(
        self, start: int, end: int, place: Place, path: tuple[Node, ...], under: Node | None, *, heading: bool = False
    ) -> None:
        self.start = start
        self.end = end
        self.place = place
        self.path = path
        self.under = under
        self.heading = heading
        self.words = start


def sentences_of(text: str, outline: Outline, named: Named) -> list[Sentence]:
    """Return the sentences of preamble, sections and closing, in the order of the text.

    Every character of theirs that is no white space is in one of them. `named` holds the roles that headings name.
    """
    found: list[Sentence] = []
    for piece in (*outline.preamble, *outline.closing):
        _add_paragraph(text, piece.start, piece.end, (), None, found)
    for node in outline.sections:
        _add_section(text, node, (node,), None, "part", named, found)
    found.sort(key=attrgetter("start"))
    return found


def _add_section(
    text: str,
    node: Node,
    path: tuple[Node, ...],
    under: Node | None,
    place: Place,
    named: Named,
    found: list[Sentence],
) -> None:
    start = node.marker.start
    own = len(found)
    under = node if named[node] else under
    if node.heading is not None:
        # With its closing mark, which the heading leaves out.
        end = trim(text, node.heading[1], max(node.heading[1], node.body_start))[1]
        found.append(Sentence(start, end, place, path, under, heading=True))
        for piece in node.pieces:
            if piece.end > node.body_start:
                _add_paragraph(text, max(piece.start, node.body_start), piece.end, path, under, found)
    else:
        for piece in node.pieces:
            _add_paragraph(text, piece.start, piece.end, path, under, found)
        if len(found) == own:
            found.append(Sentence(start, node.marker.end, place, path, under, heading=True))
    first = found[own]
    first.start = start
    first.place = place
    first.words = node.marker.end
    for at, child in enumerate(node.children):
        inner: Place = "first" if not at else "spoken" if child.marker.style.spoken else "later"
        _add_section(text, child, (*path, child), under, inner, named, found)


def _add_paragraph(
    text: str, start: int, end: int, path: tuple[Node, ...], under: Node | None, found: list[Sentence]
) -> None:
    """Add the sentences of a paragraph; 各位代表！ goes with what follows, a stray mark with its neighbour."""
    place: Place = "paragraph"
    left, right = trim(text, start, end)
    begun = left
    for hit in _PROSE.SENTENCE_OF_PARAGRAPH.finditer(text, left, right):
        first, last = trim(text, hit.start(), hit.end())
        if last - first <= _LONGEST_ADDRESS and last < right and _DISCOURSE.ADDRESS.match(text, first):
            begun = min(begun, first) if begun >= 0 else first
            continue
        found.append(Sentence(begun if begun >= 0 else first, last, place, path, under))
        begun = -1
        place = "long" if right - left > _LONG else "amid"
    if 0 <= begun < right:
        found.append(Sentence(begun, right, place, path, under))
