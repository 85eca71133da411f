"""What each feature of the evidence weighs, by class of style."""

from __future__ import annotations

from typing import Final, Literal

from lawreport_parser.outline.candidates import Candidate

__all__ = ["BOUNDARY", "WEIGHTS", "StyleClass", "class_of"]

#: 一、 1. · （一） ① 第一章 · 1.1, a bare 1 · 一是, 第一，, 首先
StyleClass = Literal["block", "distinct", "figures", "spoken"]
_CLASSES: Final[tuple[StyleClass, ...]] = ("block", "distinct", "figures", "spoken")

_TABLE: Final = {
    "awaits a bare 是": (0, 0, 0, 27),
    "bare number, its decimals follow": (0, 0, 10, 0),
    "bare 是": (0, 0, 0, 11),
    "bare 是, awaited": (0, 0, 0, 4),
    "behind a turn to plans": (19, 15, 0, 0),
    "behind an annex": (36, 24, 9, 0),
    "behind prose for the whole": (15, 35, 0, 25),
    "borne out: clause": (-3, 7, 8, 8),
    "borne out: line": (13, 16, 11, 5),
    "borne out: sentence": (9, 16, 6, 11),
    "borne out: word": (14, 7, 7, 5),
    "decimal, below its number": (0, 0, 16, 0),
    "decimal, glued: line": (0, 0, 6, 0),
    "decimal, glued: sentence": (0, 0, -2, 0),
    "decimal, glued: word": (0, 0, -5, 0),
    "decimal, its number is open elsewhere": (0, 0, 12, 0),
    "decimal, not below its number": (0, 0, -9, 0),
    "decimal, set apart: clause": (0, 0, 3, 0),
    "decimal, set apart: line": (0, 0, 2, 0),
    "decimal, set apart: sentence": (0, 0, -2, 0),
    "decimal, set apart: word": (0, 0, -1, 0),
    "due behind a word, alone": (3, 4, 5, 0),
    "due behind a word, followed": (3, 3, 0, 5),
    "due behind a word, followed weakly": (-6, 6, 6, 0),
    "due: alone": (9, 14, 14, 12),
    "due: clause": (-5, 7, 8, 8),
    "due: fellow later": (14, 1, 5, 7),
    "due: followed": (18, 16, 9, 12),
    "due: followed weakly": (13, 7, 7, 0),
    "due: laid out otherwise": (-1, 8, 0, 7),
    "due: line": (9, 16, 14, 5),
    "due: sentence": (12, 16, 6, 10),
    "due: word": (1, 7, 7, 5),
    "ends a spoken one": (-3, 0, 0, -2),
    "ends a spoken one, same line": (-7, 2, -3, 1),
    "ends one though led in": (-2, 5, -2, 10),
    "ends several": (-12, 8, -9, 12),
    "first clause, alone": (-6, -9, 5, -14),
    "first clause, fellow later": (-4, 0, 0, 0),
    "first clause, followed": (5, 7, 4, 6),
    "first clause, followed weakly": (2, 0, 0, -6),
    "first line, alone": (8, 14, -7, -7),
    "first line, fellow later": (0, 4, 5, 0),
    "first line, followed": (7, 7, 8, 7),
    "first line, followed weakly": (2, 8, 0, 7),
    "first sentence, alone": (-2, -9, 0, 3),
    "first sentence, fellow later": (-2, 0, 0, 0),
    "first sentence, followed": (6, 8, 0, 5),
    "first sentence, followed weakly": (0, 0, -2, 6),
    "first word, alone": (-15, -8, -5, -13),
    "first word, fellow later": (-1, 0, 0, 0),
    "first word, followed": (5, 7, 0, 11),
    "first word, followed weakly": (-13, -6, 9, 0),
    "first, ends a coarser one": (-17, -19, -16, -22),
    "first, ends a decimal one": (-17, -29, -25, -8),
    "first, ends a finer one": (-18, -9, -3, 5),
    "first, ends an equal one": (0, 0, 0, 3),
    "first, ends its own style": (3, -14, -1, -4),
    "first: alone": (3, -11, -6, -15),
    "first: clause": (4, 0, 8, -4),
    "first: fellow later": (-3, 4, 5, 0),
    "first: followed": (12, 12, 8, 10),
    "first: followed weakly": (-2, 3, 7, 5),
    "first: line": (10, 11, 5, 7),
    "first: sentence": (6, 1, -2, 7),
    "first: three in a row": (5, 5, 1, 8),
    "first: word": (-3, 3, 7, -5),
    "goes back: clause": (-6, 0, 0, 0),
    "goes back: line": (9, -5, -7, -9),
    "goes back: sentence": (-22, -9, 0, -5),
    "goes back: word": (-9, -9, 0, 0),
    "in doubt like the next: clause": (0, 0, 0, -6),
    "in doubt like the next: line": (13, 0, 0, 0),
    "in doubt like the next: word": (-7, 0, 0, 0),
    "in doubt, goes on: clause": (-11, 0, 0, 0),
    "in doubt, goes on: line": (-8, -20, 0, 0),
    "in doubt, goes on: sentence": (-9, 0, 5, 0),
    "in doubt, goes on: word": (-14, -8, -4, 0),
    "in doubt, opens: clause": (0, 0, 0, -8),
    "in doubt, opens: line": (-14, -4, 0, -2),
    "in doubt, opens: sentence": (-21, 0, -4, -15),
    "in doubt, opens: word": (-21, -7, -5, -4),
    "in doubt: alone": (-21, -13, -4, -12),
    "in doubt: fellow later": (-22, -7, 0, 0),
    "in doubt: followed": (-5, 0, 0, 0),
    "in doubt: followed weakly": (-6, 0, 1, -6),
    "late clause, alone": (-10, -12, -11, -4),
    "late clause, followed": (7, 9, 0, 8),
    "late line, alone": (-2, 0, -1, -18),
    "late line, fellow later": (3, 10, -4, 0),
    "late line, followed": (5, -1, 3, 6),
    "late line, followed weakly": (1, 0, 0, 0),
    "late sentence, alone": (-17, -13, -2, -6),
    "late sentence, followed": (0, 4, 0, -8),
    "late sentence, followed weakly": (0, -11, 0, 0),
    "late word, alone": (-4, -1, -9, -9),
    "late word, fellow later": (-9, -9, 0, 0),
    "late word, followed": (6, 6, 0, 0),
    "late word, followed weakly": (2, -3, -5, 0),
    "late, ends a coarser one": (-29, -15, 11, -12),
    "late, ends a decimal one": (17, -15, 2, 0),
    "late, ends a finer one": (11, -18, -14, 0),
    "late, ends its own style": (-27, -25, -15, -5),
    "late: alone": (-14, -8, -8, -15),
    "late: clause": (-1, 2, -11, -2),
    "late: fellow later": (3, 9, -4, 0),
    "late: followed": (9, 4, 3, 6),
    "late: followed weakly": (3, -4, -5, 0),
    "late: line": (3, 3, -1, 4),
    "late: sentence": (-3, -6, -2, -11),
    "late: three in a row": (12, -5, 13, -4),
    "late: word": (5, 5, -12, -9),
    "leaves one that waits": (-14, -18, -9, -37),
    "leaves several that wait": (-9, -11, -16, -14),
    "led in by a colon": (1, 10, 12, 4),
    "linked further in": (-9, 0, 0, 0),
    "linked further out": (0, 0, 0, -8),
    "linked to text": (2, 13, -3, 0),
    "lost: line": (0, 0, 0, 3),
    "lost: sentence": (0, 0, 0, 10),
    "many are missing: line": (14, 14, 0, 0),
    "next to the highest: line": (13, 0, 0, 0),
    "not due behind a word, alone": (-9, -9, -4, 0),
    "not due behind a word, fellow later": (-9, -8, 0, 0),
    "not due behind a word, followed": (-5, -4, 0, 0),
    "not due behind a word, followed weakly": (-1, 0, 0, 0),
    "not due: alone": (8, 12, -7, -9),
    "not due: fellow later": (8, 4, -8, 0),
    "not due: followed": (10, 7, -5, -5),
    "not due: followed weakly": (-2, 9, 0, 0),
    "not due: laid out otherwise": (-11, -9, -4, -9),
    "number before no words": (5, 0, 0, 0),
    "number before words": (3, 0, -5, 0),
    "on a line below one run in": (-20, -18, -4, -18),
    "one is missing: clause": (-4, 0, 0, 0),
    "one is missing: line": (19, 13, 0, 0),
    "one is missing: sentence": (15, 11, 0, 0),
    "opens though linked": (-16, -15, -11, -10),
    "opens, linked to text": (-3, 3, -6, -3),
    "outermost": (2, -4, -3, 3),
    "outermost, behind words that open a document": (19, 0, 0, 0),
    "repeated: clause": (-5, 0, 0, 0),
    "repeated: line": (0, 8, -7, 0),
    "repeated: sentence": (9, 11, 0, 0),
    "repeated: word": (-10, -4, -4, 0),
    "right behind a heading, alone": (-1, 0, 5, -14),
    "right behind a heading, followed": (6, 8, 4, 9),
    "right behind a heading, followed weakly": (11, 7, 4, 0),
    "run in below lines": (-5, -6, -7, 2),
    "runs on from a closed series": (10, 7, -6, -10),
    "some are missing: line": (-17, -6, 0, 0),
    "somewhere within its own style": (-21, -21, -19, -4),
    "somewhere within its own style, led in": (14, -10, 0, -6),
    "spoken, behind another mark": (0, 0, 0, -5),
    "spoken, on another line": (0, 0, 0, 7),
    "suffixed: line": (0, 14, 0, 0),
    "suffixed: sentence": (0, 9, 0, 0),
    "within a coarser one": (8, 9, 5, 3),
    "within a decimal one": (-6, 6, -4, -12),
    "within a finer one": (-4, -3, -6, -9),
    "within a spoken one": (-12, -13, 0, -4),
    "within a spoken one, same line": (-3, -14, -3, 6),
    "within an equal one": (0, 0, 0, -3),
    "within its own style": (1, -16, 14, -10),
}


class _Weights(dict[str, int]):
    """The weights of one class; what the table does not name weighs nothing."""

    def __missing__(self, feature: str) -> int:
        return 0


WEIGHTS: Final[dict[StyleClass, _Weights]] = {
    name: _Weights({feature: row[at] for feature, row in _TABLE.items() if row[at]}) for at, name in enumerate(_CLASSES)
}
#: What stands between two markers weighs no more than this.
BOUNDARY: Final = sum(max(0, *_TABLE.get(feature, (0,))) for feature in ("behind an annex", "behind prose for the whole"))


def class_of(candidate: Candidate) -> StyleClass:
    """Return the class of style whose weights count for a candidate."""
    style = candidate.style
    if style.spoken:
        return "spoken"
    if candidate.type in ("DECIMAL", "ARABIC_BARE"):
        return "figures"
    return "distinct" if style.distinct else "block"
