"""Headings that nothing but a blank parts from their text: 规范行政执法　　全年办案3件，培训8期。

A blank ends a heading where the words before it name a part of a report (存在问题), or where the members of its series
have headings and what follows is plainly text. A blank within a title, justified text and rows of tables end none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from lawreport_parser.grammars import Terminals
from lawreport_parser.lexicon import Lexicon
from lawreport_parser.outline.unnumbered import without_period

__all__ = ["Parted", "holds_in_series", "parted_by_blank"]

_OUTLINE: Final = Terminals("outline")
#: So much of the words must name the part.
_SHARE: Final = 0.6
#: A first sentence of the text that is no longer may be the second half of the heading.
_LONGEST_HALF: Final = 20
#: Fewer letters may be one half of a word, unless the blank is wide.
_SHORTEST: Final = 4
#: So much of it is looked at.
_FIRST_SENTENCE: Final = 200


class Parted(NamedTuple):
    """Words before a blank and where the text behind it begins.

    `names`: they name a part of a report. `plain`: what follows is plainly text. `wide`: the blank sets them apart.
    """

    stop: int
    begins: int
    names: bool
    plain: bool
    wide: bool


def parted_by_blank(text: str, start: int, end: int, lexicon: Lexicon) -> Parted | None:
    """Return how the first blank of `text[start:end]` parts what may be a heading from text; None if it does not."""
    found = _OUTLINE.BEFORE_BLANK.match(text, start, end)
    if found is None:
        return None
    begins = found.end()
    near = min(end, begins + _FIRST_SENTENCE)
    mark = _OUTLINE.TEXT_ENDS.search(text, begins, near)
    if mark is None and near == end:
        return None
    stop, behind = mark.span() if mark is not None else (near, near)
    if _OUTLINE.GOES_ON.match(text, begins) or _OUTLINE.BLANK_IN_WORDS.search(text, begins, stop):
        return None
    if _OUTLINE.ONLY_NAMES.fullmatch(text, begins, stop):
        return None
    words = found["words"]
    wide = _OUTLINE.WIDE_BLANK.search(found["blank"]) is not None
    if len(words) < _SHORTEST and not wide:
        return None
    names = _names_part(words, lexicon)
    if not names and (
        _OUTLINE.SPEAKS.search(words) or _OUTLINE.TORN_WORDS.search(words) or _OUTLINE.SUBJECT.match(words)
    ):
        return None
    plain = (
        behind == end
        or stop - begins > _LONGEST_HALF
        or _OUTLINE.TELLS.search(text, begins, stop) is not None
        or (wide and _OUTLINE.HOLDS_COMMA.search(text, begins, stop) is not None)
    )
    return Parted(found.end("words"), begins, names, plain, wide)


def _names_part(words: str, lexicon: Lexicon) -> bool:
    name = without_period(words)
    return any(
        lexicon.covers(words, role, _SHARE) or lexicon.covers(name, role, _SHARE) for role in lexicon.roles_of(words)
    )


def holds_in_series(parted: Sequence[Parted | None], headed: Sequence[bool]) -> bool:
    """Say whether blanks end headings in a series: all its members have one, with a blank or (`headed`) without.

    One blank alone must be a wide one.
    """
    blanks = [each for each in parted if each is not None and each.plain]
    if not all((one is not None and one.plain) or other for one, other in zip(parted, headed, strict=True)):
        return False
    return len(blanks) > 1 or (len(parted) > 1 and any(each.wide for each in blanks))
