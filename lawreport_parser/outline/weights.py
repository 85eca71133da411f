"""What each feature of the evidence weighs, by class of style."""

from __future__ import annotations

from typing import Final, Literal

from lawreport_parser.outline.candidates import Candidate

__all__ = ["BOUNDARY", "WEIGHTS", "StyleClass", "class_of"]

#: 一、 1. · （一） ① 第一章 · 1.1, a bare 1 · 一是, 第一，, 首先
StyleClass = Literal["block", "distinct", "figures", "spoken"]
_CLASSES: Final[tuple[StyleClass, ...]] = ("block", "distinct", "figures", "spoken")

_TABLE: Final = {
    "awaits a bare 是": (0, 0, 0, 5),
    "bare 是": (0, 0, 0, 1),
    "bare 是, awaited": (0, 0, 0, 1),
    "behind a turn to plans": (7, 1, 0, 0),
    "behind an annex": (15, 9, 8, 0),
    "behind prose for the whole": (5, 18, 0, 11),
    "behind words that open a document": (4, 0, 0, 0),
    "borne out: clause": (1, 1, 0, 1),
    "borne out: line": (4, 3, 4, 1),
    "borne out: sentence": (2, 2, 0, 2),
    "borne out: word": (1, 1, 1, 0),
    "decimal, below its number": (0, 0, 7, 0),
    "decimal, beside the number before": (0, 0, 10, 0),
    "decimal, glued: line": (0, 0, -2, 0),
    "decimal, glued: word": (0, 0, -2, 0),
    "decimal, its number is open elsewhere": (0, 0, 9, 0),
    "decimal, not below its number": (0, 0, -5, 0),
    "decimal, set apart: clause": (0, 0, 1, 0),
    "decimal, set apart: line": (0, 0, 5, 0),
    "due": (6, 7, 7, 3),
    "due: alone": (-1, 2, 2, 1),
    "due: clause": (0, 1, 0, 1),
    "due: fellow later": (0, 0, 1, 1),
    "due: followed": (9, 5, 4, 2),
    "due: followed weakly": (-2, 0, 0, 0),
    "due: laid out otherwise": (-1, 0, 0, 0),
    "due: line": (6, 3, 6, 1),
    "due: sentence": (2, 2, 0, 2),
    "due: word": (-2, 1, 1, 0),
    "ends a spoken one": (2, 0, 0, -5),
    "ends a spoken one, same line": (0, 1, 0, 0),
    "ends one though led in": (-12, -1, 0, 3),
    "ends several": (-11, 4, -4, 2),
    "first clause, alone": (0, 0, 0, -5),
    "first clause, fellow later": (-1, 0, 0, 0),
    "first clause, followed": (5, 1, 1, 4),
    "first clause, followed weakly": (-3, 0, 0, -3),
    "first line, alone": (1, 2, -3, 2),
    "first line, fellow later": (-1, 0, 0, 0),
    "first line, followed": (0, -1, 2, 0),
    "first line, followed weakly": (5, 2, 0, 0),
    "first sentence, alone": (0, -4, 0, 0),
    "first sentence, fellow later": (-1, 0, 0, 0),
    "first sentence, followed": (1, 3, 0, 1),
    "first sentence, followed weakly": (0, 0, 0, 2),
    "first word, alone": (-2, 0, 0, -3),
    "first word, followed": (2, 1, 0, 1),
    "first word, followed weakly": (-3, -2, 2, 0),
    "first, ends a coarser one": (-2, -8, -5, -5),
    "first, ends a decimal one": (0, -7, -4, -3),
    "first, ends a finer one": (-5, -5, 0, 1),
    "first, ends an equal one": (0, 0, 0, 1),
    "first, ends its own style": (3, -3, -3, -3),
    "first: alone": (-1, -2, -3, -6),
    "first: clause": (2, 1, 1, -3),
    "first: fellow later": (-3, 0, 0, 0),
    "first: followed": (7, 5, 3, 6),
    "first: followed weakly": (-1, 0, 2, -1),
    "first: line": (4, 3, 0, 2),
    "first: sentence": (0, -1, 0, 3),
    "first: three in a row": (-3, 0, 4, 2),
    "first: word": (-4, -1, 2, -2),
    "goes back": (-5, -5, -2, -1),
    "in doubt, goes on: clause": (-2, 0, 0, 0),
    "in doubt, goes on: line": (-6, -5, 0, 0),
    "in doubt, goes on: word": (-4, 0, -1, 0),
    "in doubt, opens: clause": (2, 0, 0, -3),
    "in doubt, opens: line": (0, 0, 0, -1),
    "in doubt, opens: sentence": (-7, 0, 0, -3),
    "in doubt, opens: word": (-5, -1, -2, -1),
    "in doubt: alone": (-9, -4, -3, -5),
    "in doubt: fellow later": (-8, -2, 0, 0),
    "in doubt: followed": (-5, 0, 0, 0),
    "in doubt: followed weakly": (0, 0, 0, -3),
    "late clause, alone": (-1, -3, 0, -3),
    "late clause, followed": (0, 1, 0, 2),
    "late line, alone": (-1, 0, -1, -1),
    "late line, fellow later": (-3, 3, -2, 0),
    "late line, followed": (6, -3, 1, 0),
    "late sentence, alone": (-1, -1, 0, -1),
    "late sentence, followed": (-3, -1, 0, -2),
    "late word, alone": (-1, -1, -2, 0),
    "late word, fellow later": (0, -2, 0, 0),
    "late word, followed": (-1, 4, 0, 0),
    "late word, followed weakly": (0, -1, 0, 0),
    "late, ends a coarser one": (-2, -5, 2, 0),
    "late, ends a decimal one": (13, -2, 3, 0),
    "late, ends a finer one": (0, -4, -1, 0),
    "late, ends its own style": (-8, -10, -3, -2),
    "late: alone": (-4, -4, -3, -5),
    "late: clause": (-1, -2, 0, -2),
    "late: fellow later": (-3, 1, -2, 0),
    "late: followed": (2, 0, 1, 0),
    "late: followed weakly": (0, -1, 0, 0),
    "late: line": (2, 1, -2, -1),
    "late: sentence": (-4, -2, 0, -3),
    "late: three in a row": (4, 1, 11, -1),
    "late: word": (-2, 0, -2, 0),
    "leaves one that waits": (-7, -8, -1, -11),
    "leaves several that wait": (-1, -1, -2, -2),
    "led in by a colon": (2, 6, 1, -3),
    "linked further out": (0, 0, 0, -1),
    "linked to text": (2, 5, 0, 0),
    "lost": (0, 0, 0, 1),
    "many are missing": (2, 2, 0, 0),
    "next to the highest": (5, 0, 0, 0),
    "not due: alone": (0, -1, -1, -1),
    "not due: clause": (-1, 0, 0, -1),
    "not due: fellow later": (3, -1, -1, 0),
    "not due: followed": (-4, 3, -1, -1),
    "not due: laid out otherwise": (-4, -5, -1, -1),
    "not due: line": (3, 2, -2, 0),
    "not due: sentence": (1, 2, 0, -1),
    "not due: word": (-4, -3, -1, 0),
    "number before no words": (-13, 0, 0, 0),
    "number before words": (-4, 0, -5, 0),
    "on a line below one run in": (-4, -3, -1, -6),
    "one is missing": (3, 4, 0, 0),
    "opens though linked": (-6, -5, -4, -2),
    "opens, linked to text": (-2, -3, -4, 0),
    "outermost": (2, -1, 0, -1),
    "repeated": (-1, -2, -1, -1),
    "right behind a heading, alone": (0, 0, 0, -3),
    "right behind a heading, followed": (3, 0, 1, 3),
    "right behind a heading, followed weakly": (2, 0, 0, 0),
    "run in below lines": (-5, -1, -1, 1),
    "runs on from a closed series": (7, 8, -1, -2),
    "some are missing": (-6, 0, 0, 0),
    "somewhere within its own style": (-7, -5, -3, -5),
    "somewhere within its own style, led in": (-1, -1, 0, 0),
    "spoken, behind another mark": (0, 0, 0, -1),
    "spoken, on another line": (0, 0, 0, 1),
    "suffixed": (0, 3, 0, 0),
    "within a coarser one": (4, 5, -4, 4),
    "within a decimal one": (-6, 5, -1, -3),
    "within a finer one": (-4, -6, -1, 0),
    "within a spoken one": (-3, -1, 0, -1),
    "within a spoken one, same line": (0, -2, 0, 1),
    "within an equal one": (0, 0, 0, -1),
    "within its own style": (3, -4, 5, -5),
}


class _Weights(dict[str, int]):
    """The weights of one class; what the table does not name weighs nothing."""

    def __missing__(self, feature: str) -> int:
        return 0


WEIGHTS: Final[dict[StyleClass, _Weights]] = {
    name: _Weights({feature: row[at] for feature, row in _TABLE.items() if row[at]}) for at, name in enumerate(_CLASSES)
}
#: What stands between two markers weighs no more than this.
BOUNDARY: Final = sum(
    max(0, *_TABLE.get(feature, (0,))) for feature in ("behind an annex", "behind prose for the whole")
)


def class_of(candidate: Candidate) -> StyleClass:
    """Return the class of style whose weights count for a candidate."""
    style = candidate.style
    if style.spoken:
        return "spoken"
    if candidate.type in ("DECIMAL", "ARABIC_BARE"):
        return "figures"
    return "distinct" if style.distinct else "block"
