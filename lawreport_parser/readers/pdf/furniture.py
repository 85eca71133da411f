"""Furniture of the pages of a PDF: running heads and feet, and page numbers."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from lawreport_parser.grammars import Terminals
from lawreport_parser.page.patterns import PAGE
from lawreport_parser.readers.pdf.rows import Row, joined, on_one_height
from lawreport_parser.readers.pdf.rules import Rules

__all__ = ["Page", "take_furniture"]

_READERS: Final = Terminals("readers")

#: Share of the height of a page at its top and at its bottom where running heads, feet and page numbers stand.
_EDGE: Final = 0.15
#: A line belongs to an edge if it is among this many lines from it.
_EDGE_LINES: Final = 2
#: A running head or foot stands on at least this share of the pages, and on two (heads of odd and even pages differ).
_REPEATED: Final = 0.4


@dataclass(slots=True)
class Page:
    """A page: its number, size in points, rows in the order of its content, rules, and whether it is a picture."""

    number: int
    width: float
    height: float
    rows: list[Row]
    rules: Rules
    is_picture: bool


def take_furniture(pages: Sequence[Page]) -> list[str]:
    """Take running heads, feet and page numbers out of the pages; return them in order, each once."""
    taken: set[int] = set()
    lines: list[tuple[Row, list[Row]]] = []
    heads: defaultdict[str, list[tuple[float, int]]] = defaultdict(list)
    numbers: defaultdict[int, list[int]] = defaultdict(list)
    for index, page in enumerate(pages):
        for pieces in _edge_lines(page):
            row, place = joined(pieces), len(lines)
            lines.append((row, pieces))
            text = unicodedata.normalize("NFKC", row.text).strip()
            if PAGE.PAGE_NUMBER.fullmatch(text) or _READERS.PAGE_NUMBER.fullmatch(text):
                taken.add(place)
            elif _READERS.BARE_NUMBER.fullmatch(text):
                numbers[int(text) - index].append(place)
            else:
                heads[_READERS.NUMBER.sub("#", text)].append((row.bottom / page.height, place))
    for places in numbers.values():
        if len(places) > 1 or (len(pages) == 1 and lines[places[0]][0].text.strip() == "1"):
            taken.update(places)
    for found in heads.values():
        usual = median(height for height, _ in found)
        places = [place for height, place in found if abs(height - usual) < 0.01]
        if len(places) >= 2 and len({lines[place][0].page for place in places}) >= max(2, _REPEATED * len(pages)):
            taken.update(places)
    gone = {id(piece) for place in taken for piece in lines[place][1]}
    for page in pages:
        page.rows = [row for row in page.rows if id(row) not in gone]
    return list(dict.fromkeys(lines[place][0].text.strip() for place in sorted(taken)))


def _edge_lines(page: Page) -> list[list[Row]]:
    lines = on_one_height(page.rows)
    edges = range(len(lines))
    top = [place for place in edges[:_EDGE_LINES] if lines[place][0].bottom > (1 - _EDGE) * page.height]
    bottom = [place for place in edges[-_EDGE_LINES:] if lines[place][0].bottom < _EDGE * page.height]
    return [lines[place] for place in dict.fromkeys((*top, *bottom))]
