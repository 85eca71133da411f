"""The notation in which a codebook writes wordings: `(受理|立案)…复议案件…#`.

Words stand with blanks between them. `(a|b)` is a or b, `(a)?` may be left out, `…` stands for up to thirty characters
of the clause, and `#` is the figure. A wording without `#` may stand anywhere beside the figure.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["FIGURE", "LONGEST_WORD", "WordingError", "close_pattern", "literal_words", "wording_pattern"]

#: How a figure is written in a wording, and in the words around it that wordings are looked for in.
FIGURE: Final = "#"
_GAP: Final = "…"
_LONGEST_GAP: Final = 30
_SIGNS: Final = {"(": "(?:", ")": ")", "|": "|", "?": "?", _GAP: f"[^{FIGURE}]{{0,{_LONGEST_GAP}}}?"}
#: A word of a wording, without signs.
_WORD: Final = re.compile(r"[^()|?…#\s]+")
_MOST_PASSING: Final = 8
#: A wording may not be longer, nor nest groups deeper.
_LONGEST: Final = 1000
#: Nor may a word of it, or a word of a list: patterns of many words nest as deep as the longest.
LONGEST_WORD: Final = 60
_DEEPEST: Final = 3
#: A wording has no more gaps: each may cost thirty times more where a text is made to that end.
_MOST_GAPS: Final = 4


class WordingError(ValueError):
    """A wording that is not well formed; the message says why."""


def wording_pattern(wordings: str) -> re.Pattern[str] | None:
    """Return a pattern that finds any of these wordings, None for no wordings; `WordingError` names a malformed one."""
    written = [_written(wording) for wording in _parted(wordings)]
    return re.compile("|".join(written)) if written else None


def close_pattern(wordings: str, passing: str) -> re.Pattern[str] | None:
    """Return the same, with no more in the gap that touches the figure than a few times the pattern `passing`."""
    close = f"(?:{passing}){{0,{_MOST_PASSING}}}"
    written = []
    for wording in _parted(wordings):
        before, figure, behind = wording.partition(FIGURE)
        touched = before.removesuffix(_GAP), behind.removeprefix(_GAP)
        written.append(
            _written(touched[0])
            + (close if touched[0] != before else "")
            + figure
            + (close if touched[1] != behind else "")
            + _written(touched[1])
        )
    return re.compile("|".join(written)) if written else None


def literal_words(wordings: str) -> frozenset[str]:
    """Return all words that wordings hold, each for itself."""
    return frozenset(word for wording in _parted(wordings) for word in _WORD.findall(wording))


def _parted(wordings: str) -> list[str]:
    """Return the wordings one by one. Blanks within brackets, where a long group goes over lines, part nothing."""
    parted: list[str] = []
    depth = 0
    for piece in wordings.split():
        if depth > 0:
            parted[-1] += piece
        else:
            parted.append(piece)
        depth += piece.count("(") - piece.count(")")
    return parted


def _written(wording: str) -> str:
    depth = 0
    made: list[str] = []
    before = ""
    for sign in wording:
        depth += (sign == "(") - (sign == ")")
        if depth < 0 or depth > _DEEPEST:
            raise WordingError(f"{wording!r}: " + ("a ) without (" if depth < 0 else "groups nest too deep"))
        if sign == "?" and before != ")":
            raise WordingError(f"{wording!r}: ? stands behind a group only, as in (案件)?")
        if sign == "|" and not depth:
            raise WordingError(f"{wording!r}: | stands within brackets only, as in (受理|立案)")
        if (sign == "…" and before == "…") or (sign in "|)" and before in ("(", "|")):
            raise WordingError(f"{wording!r}: nothing stands between {before} and {sign}")
        made.append(_SIGNS.get(sign) or re.escape(sign))
        before = sign
    if depth:
        raise WordingError(f"{wording!r}: a ( without )")
    if wording.count(_GAP) > _MOST_GAPS:
        raise WordingError(f"{wording!r}: more than {_MOST_GAPS} …")
    if len(wording) > _LONGEST:
        raise WordingError(f"{wording[:20]!r}…: longer than {_LONGEST:,} characters")
    if any(len(word) > LONGEST_WORD for word in _WORD.findall(wording)):
        raise WordingError(f"{wording[:20]!r}…: a word longer than {LONGEST_WORD} characters")
    return "".join(made)
