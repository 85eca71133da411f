"""The styles of markers (序号): one row for each, beside the names that the model knows.

GB/T 9704-2012, 7.3.3, gives 一、 → （一） → 1. → （1）. Regulations number 编, 章, 节 and 条, standards write 1 and
1.1, and writers count 一是…, 第一，… or 首先… inside paragraphs.

To add a style: its name in `MarkerStyle`, its row at the same place in `_STYLES`, and its terminal in
`grammar/markers.lark`, which `grammar/report.lark` names. The order in which the scanner tries the terminals, the
levels of the linter, `format_ordinal` and the tests follow from the row. A marker that begins with a letter which no
other begins with also needs it in the sieve `MARKER_SIEVE` (`grammar/outline.lark`), and one that may begin a body in
`OUTLINE_START` (`grammar/page.lark`): tests say so.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

__all__ = ["ROWS", "MarkerStyle", "OrdinalForm", "Style"]

MarkerStyle = Literal[
    "book",
    "part",
    "chapter",
    "section",
    "article",
    "han_dun",
    "han_paren",
    "arabic_dot",
    "arabic_dun",
    "arabic_paren",
    "arabic_half_paren",
    "arabic_bare",
    "circled",
    "decimal",
    "han_is",
    "han_must",
    "han_ordinal",
    "sequence",
    "aspect",
    "unnumbered",
]

#: How a marker gives its ordinal: a Chinese numeral, an Arabic one, either of them, a sign that holds its number, a
#: word, the last of several Arabic numbers; or not at all, and the place among its fellows counts.
OrdinalForm = Literal["han", "arabic", "either", "sign", "word", "decimal", "none"]


class Style(NamedTuple):
    """What is known of a style.

    `terminals` are those of `grammar/markers.lark`: the first is the plain form, the others are weaker readings,
    tried where no other style matches. `written` is the form of a marker, with {han} or {arabic} for its ordinal;
    `words` are the signs or words of the first ordinals, where it has such. `rank` is its customary place from outer
    to inner: ranks are only compared, so that there is room between two. Styles of one `family` continue each other.
    `spoken`: it stands inside sentences. `distinct`: ordinary words hardly look like it. `part`: its members may be
    the parts of a document. `suffixed`: 之一 may follow (第二条之一). `level` is that of GB/T 9704-2012, 7.3.3.
    `tried`: the scanner looks for it.
    """

    name: MarkerStyle
    terminals: tuple[str, ...]
    written: str
    ordinal: OrdinalForm
    rank: float
    family: str
    words: tuple[str, ...] = ()
    spoken: bool = False
    distinct: bool = False
    part: bool = False
    suffixed: bool = False
    level: int | None = None
    tried: bool = True


_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"

_STYLES: Final = (
    Style("book", ("BOOK",), "第{han}编", "either", -1, "book", distinct=True, part=True, suffixed=True),
    Style("part", ("PART",), "第{han}部分", "either", 0, "part", distinct=True, part=True),
    Style("chapter", ("CHAPTER",), "第{han}章", "either", 1, "chapter", distinct=True, part=True, suffixed=True),
    Style("section", ("SECTION",), "第{han}节", "either", 1.5, "section", distinct=True, suffixed=True),
    Style("article", ("ARTICLE",), "第{han}条", "either", 2, "article", distinct=True, suffixed=True),
    Style("han_dun", ("HAN_DUN",), "{han}、", "han", 3, "han_dun", part=True, level=1),
    Style("han_paren", ("HAN_PAREN",), "（{han}）", "han", 4, "han_paren", distinct=True, level=2),
    Style("arabic_dot", ("ARABIC_DOT", "ARABIC_DOT_TIGHT"), "{arabic}.", "arabic", 5, "arabic", level=3),
    Style("arabic_dun", ("ARABIC_DUN",), "{arabic}、", "arabic", 5, "arabic", level=3),
    Style("arabic_paren", ("ARABIC_PAREN",), "（{arabic}）", "arabic", 7, "arabic_paren", distinct=True, level=4),
    Style("arabic_half_paren", ("ARABIC_HALF_PAREN",), "{arabic}）", "arabic", 8, "arabic_half_paren"),
    Style("arabic_bare", ("ARABIC_BARE",), "{arabic}", "arabic", 5, "arabic"),
    Style("circled", ("CIRCLED",), "（{arabic}）", "sign", 9, "circled", tuple(_CIRCLED), distinct=True),
    Style("decimal", ("DECIMAL",), "1.{arabic}", "decimal", 6, "decimal"),
    Style("han_is", ("HAN_IS", "BARE_IS"), "{han}是", "han", 11, "han_is", spoken=True),
    Style("han_must", ("HAN_MUST",), "{han}要", "han", 11, "han_must", spoken=True),
    Style("han_ordinal", ("HAN_ORDINAL",), "第{han}，", "han", 10, "han_ordinal", spoken=True),
    Style("sequence", ("SEQUENCE",), "最后", "word", 11, "sequence", ("首先", "其次", "再次"), spoken=True),
    Style("aspect", ("ASPECT",), "另一方面", "word", 11, "aspect", ("一方面",), spoken=True),
    # A heading on a line of its own. Its token is made between lexer and parser.
    Style("unnumbered", ("UNNUMBERED",), "", "none", 2.5, "unnumbered", part=True, tried=False),
)
#: The rows by the name of the style, in the order of `MarkerStyle`.
ROWS: Final[dict[MarkerStyle, Style]] = {style.name: style for style in _STYLES}
