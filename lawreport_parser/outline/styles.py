"""The styles of markers as the outline needs them: by terminal, and in the order in which they are tried.

The styles themselves are rows of `lawreport_parser.marker_styles`.
"""

from __future__ import annotations

from typing import Final

from lawreport_parser.marker_styles import ROWS, Style

__all__ = ["ALTERNATION", "HIDING", "STYLES", "UNNUMBERED", "WORD_ORDINALS", "Style"]

#: By the name of the terminal in `grammar/markers.lark`.
STYLES: Final[dict[str, Style]] = {terminal: style for style in ROWS.values() for terminal in style.terminals}

#: Terminals of `grammar/markers.lark` for what may hide a marker: names, quotations, remarks.
HIDING: Final = ("TITLE_MARKS", "QUOTATION", "REMARK")

_TRIED: Final = [style for style in ROWS.values() if style.tried]
#: The terminals in the order in which the scanner tries them. （一） and （1） come before the remark in brackets that
#: they look like, the weaker reading of a style (1.2022年, a bare 是) behind all others.
ALTERNATION: Final[tuple[str, ...]] = (
    *HIDING[:-1],
    *(style.terminals[0] for style in _TRIED),
    HIDING[-1],
    *(terminal for style in _TRIED for terminal in style.terminals[1:]),
)

#: What the words of 首先…最后 and 一方面…另一方面 stand for.
WORD_ORDINALS: Final[dict[str, int]] = {
    word: ordinal
    for style in ROWS.values()
    if style.ordinal == "word"
    for ordinal, word in enumerate((*style.words, style.written), start=1)
}

#: The token that stands for the marker that an unnumbered heading lacks.
UNNUMBERED: Final = "UNNUMBERED"
