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
    "bare number, its decimals follow": (0, 0, 12, 0),
    "bare 是": (0, 0, 0, 10),
    "bare 是, awaited": (0, 0, 0, 5),
    "behind a turn to plans": (15, 14, 0, 0),
    "behind an annex": (36, 23, 11, 0),
    "behind prose for the whole": (16, 36, 0, 21),
    "behind words that open a document": (10, 0, 0, 0),
    "borne out: clause": (0, 8, 8, 6),
    "borne out: line": (12, 14, 7, 7),
    "borne out: sentence": (13, 14, 8, 9),
    "borne out: word": (0, 6, 7, 6),
    "decimal, below its number": (0, 0, 23, 0),
    "decimal, glued: line": (0, 0, 3, 0),
    "decimal, glued: sentence": (0, 0, -4, 0),
    "decimal, glued: word": (0, 0, -5, 0),
    "decimal, its number is open elsewhere": (0, 0, 8, 0),
    "decimal, not below its number": (0, 0, -6, 0),
    "decimal, set apart: clause": (0, 0, 2, 0),
    "decimal, set apart: line": (0, 0, -2, 0),
    "decimal, set apart: sentence": (0, 0, -3, 0),
    "decimal, set apart: word": (0, 0, -3, 0),
    "due behind a word, alone": (-6, 3, 5, 0),
    "due behind a word, followed": (15, 3, 0, 6),
    "due behind a word, followed weakly": (-4, 5, 6, 0),
    "due: alone": (7, 19, 13, 16),
    "due: clause": (-4, 8, 8, 6),
    "due: fellow later": (13, 4, 0, 8),
    "due: followed": (20, 18, 16, 11),
    "due: followed weakly": (11, 8, 7, 0),
    "due: laid out otherwise": (-2, 7, 0, 8),
    "due: line": (14, 14, 12, 7),
    "due: sentence": (18, 14, 8, 9),
    "due: word": (-6, 6, 7, 6),
    "ends a spoken one": (-1, 2, 0, -2),
    "ends a spoken one, same line": (-5, 7, 0, -6),
    "ends one though led in": (-3, 4, 0, 10),
    "ends several": (-12, 8, -14, 13),
    "first clause, alone": (-5, -9, 4, -16),
    "first clause, fellow later": (-5, 0, 0, 0),
    "first clause, followed": (8, 8, 4, 6),
    "first clause, followed weakly": (-6, 0, 0, -6),
    "first line, alone": (10, 12, -7, -9),
    "first line, fellow later": (0, 3, 3, 0),
    "first line, followed": (7, 6, 8, 7),
    "first line, followed weakly": (3, 0, 0, 7),
    "first sentence, alone": (-1, -10, 0, 1),
    "first sentence, fellow later": (-2, 0, 0, 0),
    "first sentence, followed": (6, 8, 0, 4),
    "first sentence, followed weakly": (0, 0, -3, 7),
    "first word, alone": (-7, -10, -9, -8),
    "first word, fellow later": (-1, 0, 0, 0),
    "first word, followed": (4, 5, 0, 7),
    "first word, followed weakly": (-12, -4, 6, 0),
    "first, ends a coarser one": (-17, -19, -14, -22),
    "first, ends a decimal one": (-17, -26, -16, -8),
    "first, ends a finer one": (-19, -11, 0, 4),
    "first, ends an equal one": (0, 0, 0, 3),
    "first, ends its own style": (1, -12, 0, -6),
    "first: alone": (0, -10, -7, -14),
    "first: clause": (3, -2, 8, -4),
    "first: fellow later": (-1, 3, 3, 0),
    "first: followed": (12, 11, 8, 12),
    "first: followed weakly": (-6, -4, 6, 5),
    "first: line": (10, 9, 4, 7),
    "first: sentence": (6, 0, -3, 6),
    "first: three in a row": (4, 3, 4, 6),
    "first: word": (-3, 4, 4, 0),
    "goes back: clause": (-9, 0, 0, 0),
    "goes back: line": (8, -5, -10, -8),
    "goes back: sentence": (-22, -4, 0, -3),
    "goes back: word": (-6, -9, 0, 0),
    "in doubt like the next: clause": (0, 0, 0, -6),
    "in doubt like the next: line": (17, 0, 0, 0),
    "in doubt like the next: word": (-12, 0, 0, 0),
    "in doubt, goes on: clause": (-11, 0, 0, 0),
    "in doubt, goes on: line": (-7, -19, 0, 0),
    "in doubt, goes on: sentence": (-8, 0, 5, 0),
    "in doubt, goes on: word": (-8, -8, -4, 0),
    "in doubt, opens: clause": (3, 0, 0, -8),
    "in doubt, opens: line": (-15, -6, 0, -2),
    "in doubt, opens: sentence": (-20, 0, -4, -15),
    "in doubt, opens: word": (-19, -3, -7, -4),
    "in doubt: alone": (-19, -13, -7, -10),
    "in doubt: fellow later": (-26, -10, 0, 0),
    "in doubt: followed": (-10, 0, 0, 0),
    "in doubt: followed weakly": (-5, 0, 1, -6),
    "late clause, alone": (-14, -13, -12, -7),
    "late clause, followed": (6, 6, 0, 8),
    "late line, alone": (-5, -1, -3, -14),
    "late line, fellow later": (2, 11, -5, 0),
    "late line, followed": (6, -3, 6, 8),
    "late sentence, alone": (-11, -11, -6, -4),
    "late sentence, followed": (-9, 4, 0, -9),
    "late sentence, followed weakly": (0, -13, 0, 0),
    "late word, alone": (-6, -2, -6, 0),
    "late word, fellow later": (-10, -7, 0, 0),
    "late word, followed": (4, 6, 0, -1),
    "late word, followed weakly": (2, -3, -3, 0),
    "late, ends a coarser one": (-28, -16, 10, -8),
    "late, ends a decimal one": (23, -15, 2, 0),
    "late, ends a finer one": (11, -18, -12, -2),
    "late, ends its own style": (-24, -28, -21, -5),
    "late: alone": (-13, -8, -5, -18),
    "late: clause": (2, 2, -12, 0),
    "late: fellow later": (2, 8, -5, 0),
    "late: followed": (6, 3, 6, 5),
    "late: followed weakly": (2, -5, -3, 0),
    "late: line": (2, 1, -4, 5),
    "late: sentence": (-17, -7, -6, -9),
    "late: three in a row": (10, -4, 9, -6),
    "late: word": (4, 0, -7, -1),
    "leaves one that waits": (-13, -19, -1, -33),
    "leaves several that wait": (-4, -13, -18, -18),
    "led in by a colon": (1, 13, 11, 2),
    "linked further in": (-9, 0, 0, 0),
    "linked further out": (0, 0, 0, -6),
    "linked to text": (2, 13, -6, 0),
    "lost: line": (0, 0, 0, 4),
    "lost: sentence": (0, 0, 0, 10),
    "many are missing: line": (13, 14, 0, 0),
    "next to the highest: line": (11, 0, 0, 0),
    "not due behind a word, alone": (-5, -8, -4, 0),
    "not due behind a word, fellow later": (-6, -8, 0, 0),
    "not due behind a word, followed": (-5, -1, 0, 0),
    "not due behind a word, followed weakly": (-3, 0, 0, 0),
    "not due: alone": (8, 11, -5, -8),
    "not due: fellow later": (9, 5, -6, 0),
    "not due: followed": (10, 6, -10, -3),
    "not due: followed weakly": (-3, 9, 0, 0),
    "not due: laid out otherwise": (-16, -10, -4, -8),
    "number before no words": (2, 0, 0, 0),
    "number before words": (4, 0, -6, 0),
    "on a line below one run in": (-21, -17, -5, -19),
    "one is missing: clause": (-5, 0, 0, 0),
    "one is missing: line": (16, 15, 0, 0),
    "one is missing: sentence": (11, 10, 0, 0),
    "one is missing: word": (-1, 0, 0, 0),
    "opens though linked": (-15, -17, -11, -10),
    "opens, linked to text": (-4, 4, -8, -5),
    "outermost": (4, -2, -1, 4),
    "repeated: clause": (-5, 0, 0, 0),
    "repeated: line": (-1, 8, -9, 0),
    "repeated: sentence": (11, 12, 0, 0),
    "repeated: word": (-8, -4, -4, 0),
    "right behind a heading, alone": (0, 0, 0, -14),
    "right behind a heading, followed": (7, 7, 4, 7),
    "right behind a heading, followed weakly": (15, 10, 6, 0),
    "run in below lines": (-7, -7, -13, 1),
    "runs on from a closed series": (7, 9, -4, -10),
    "some are missing: line": (-17, -6, 0, 0),
    "somewhere within its own style": (-20, -17, -19, -4),
    "somewhere within its own style, led in": (10, -8, 0, -6),
    "spoken, behind another mark": (0, 0, 0, -9),
    "spoken, on another line": (0, 0, 0, 8),
    "suffixed: line": (0, 13, 0, 0),
    "suffixed: sentence": (0, 9, 0, 0),
    "within a coarser one": (10, 12, 4, 4),
    "within a decimal one": (-4, 10, -5, -12),
    "within a finer one": (-4, -3, -6, -7),
    "within a spoken one": (-8, -14, 0, -7),
    "within a spoken one, same line": (-1, -10, -1, 15),
    "within an equal one": (0, 0, 0, -3),
    "within its own style": (1, -12, 7, -8),
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
