"""The two ends of a change: 30% and 41% in 调解率由30%提高到41%."""

from __future__ import annotations

from typing import Final

from lawreport_parser.grammars import Terminals

__all__ = ["goes_on_changing", "start_of_change"]

_SUBJECTS: Final = Terminals("subjects")
#: So much before the earlier figure is looked at, and so much between the two.
_BEFORE: Final = 24
_BETWEEN: Final = 40


def start_of_change(text: str, start: int, end: int, following: int) -> int:
    """Return where the words begin that make the figure at `start` the earlier end of a change; -1 where none do.

    These are 由, 从, 较 or 比 with the time it is of (由去年的). Behind its end, or the noun behind it, a verb leads to
    the next figure, which begins at `following`: 提高到.
    """
    if following - end > _BETWEEN or _SUBJECTS.CHANGED_TO.fullmatch(text, end, following) is None:
        return -1
    begun = _SUBJECTS.CHANGED_FROM.search(text, max(start - _BEFORE, 0), start)
    return -1 if begun is None else begun.start()


def goes_on_changing(text: str, end: int, following: int) -> bool:
    """Say whether the end of a change, which ends at `end`, changes again to the figure at `following`: 再减少为."""
    return following - end <= _BETWEEN and _SUBJECTS.CHANGED_AGAIN.fullmatch(text, end, following) is not None
