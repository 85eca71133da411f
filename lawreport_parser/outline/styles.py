"""The styles of markers: which of them count as one series, and their customary order from outer to inner.

GB/T 9704-2012, 7.3.3, gives 一、 → （一） → 1. → （1）; regulations put 第一章 and 第一条 above, and writers
count 一是…, 第一，… or 首先… inside paragraphs.
"""

from __future__ import annotations

from typing import Final, NamedTuple

__all__ = ["STYLES", "Style"]


class Style(NamedTuple):
    """What is known of a style: its name in the model, its family (styles that continue each other), its
    customary rank (0 is outermost), whether it is spoken (it stands inside sentences), and whether its
    form is so distinct that ordinary words hardly look like it."""

    name: str
    family: str
    rank: int
    spoken: bool = False
    distinct: bool = False


#: By the name of the terminal in `grammar/markers.lark`.
STYLES: Final[dict[str, Style]] = {
    "PART": Style("part", "part", 0, distinct=True),
    "CHAPTER": Style("chapter", "chapter", 1, distinct=True),
    "ARTICLE": Style("article", "article", 2, distinct=True),
    "HAN_DUN": Style("han_dun", "han_dun", 3),
    "HAN_PAREN": Style("han_paren", "han_paren", 4, distinct=True),
    "ARABIC_DOT": Style("arabic_dot", "arabic", 5),
    "ARABIC_DOT_TIGHT": Style("arabic_dot", "arabic", 5),
    "ARABIC_DUN": Style("arabic_dun", "arabic", 5),
    "DECIMAL": Style("decimal", "decimal", 6),
    "ARABIC_PAREN": Style("arabic_paren", "arabic_paren", 7, distinct=True),
    "ARABIC_HALF_PAREN": Style("arabic_half_paren", "arabic_half_paren", 8),
    "CIRCLED": Style("circled", "circled", 9, distinct=True),
    "HAN_ORDINAL": Style("han_ordinal", "han_ordinal", 10, spoken=True),
    "HAN_IS": Style("han_is", "han_is", 11, spoken=True),
    "BARE_IS": Style("han_is", "han_is", 11, spoken=True),
    "HAN_MUST": Style("han_must", "han_must", 11, spoken=True),
    "SEQUENCE": Style("sequence", "sequence", 11, spoken=True),
    "ASPECT": Style("aspect", "aspect", 11, spoken=True),
}
