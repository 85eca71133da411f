"""A line of a web page: its text, how much of it is links, and where it stood."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lawreport_parser.grammars import Terminals

__all__ = ["EDGES", "KEPT_BLANKS", "WHITE_SPACE", "Line", "is_linked", "is_prose", "speaks_to_visitors", "tidy"]

_READERS: Final = Terminals("readers")

#: White space that a browser joins and drops.
EDGES: Final = " \t\r\n\f"
WHITE_SPACE = re.compile(f"[{EDGES}]+")
#: Blanks that it keeps: they may indent a line.
KEPT_BLANKS: Final = "\u3000\xa0 "
# Between two of these a line break of the source is no space (CSS Text 3, 4.1.3: the segment break is removed).
_WIDE = re.compile("[\u2014-\u2026\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff]")


@dataclass(slots=True)
class Line:
    """A line of the page: its text, how much of it is links, and where it stood."""

    text: str
    linked: int
    #: What was joined to make the line, as its tags alone give it: cells, and marks of notes in plain digits.
    pieces: tuple[str, ...]
    #: Numbers of the innermost group and of the outermost navigation region around it (0: none).
    group: int
    region: int
    #: Number of the outermost hidden element around it (0: none).
    hidden: int
    heading: bool
    #: A paragraph is not dropped for being a link: it may be an annex.
    paragraph: bool
    #: Length of the number before it that its list gives it.
    numbered: int = 0


#: What a site says to its visitors is no longer than this.
_LONGEST_OF_SITE: Final = 120


def is_prose(text: str) -> bool:
    """Tell whether a line is a sentence or more, and not one that the site says to its visitors."""
    return len(text) >= 15 and _READERS.PROSE.search(text) is not None and not speaks_to_visitors(text)


def speaks_to_visitors(text: str) -> bool:
    """Tell whether a line is what a site says to its visitors (您访问的链接即将离开…, 建议使用…浏览器)."""
    return len(text) <= _LONGEST_OF_SITE and _READERS.TO_VISITORS.search(text) is not None


def is_linked(line: Line) -> bool:
    """Tell whether a line is a link, all of it but a bracket or so."""
    return line.linked * 10 >= (len(line.text) - line.numbered) * 9


def tidy(text: str) -> str:
    """Join white space as a browser does, and drop it at the ends; U+00A0 and U+3000 are no white space here."""
    text = text.strip(EDGES)
    if "\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text:

        def joined(found: re.Match[str]) -> str:
            start, end = found.span()
            return "" if "\n" in found[0] and _WIDE.match(text[start - 1]) and _WIDE.match(text[end]) else " "

        text = WHITE_SPACE.sub(joined, text)
    return text.replace("\x00", " ")
