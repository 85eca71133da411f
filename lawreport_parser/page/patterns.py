"""The patterns of `grammar/page.lark`, and how long the lines are that they are held against."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from lawreport_parser.grammars import Terminals, terminal_patterns

__all__ = ["LONGEST", "PAGE", "SENTENCE_ENDS", "SENTENCE_MARKS", "begins_outline", "outline_start", "page_patterns"]

#: A line of the page's head or foot is no longer than this (metadata tables run together).
LONGEST: Final = 400
SENTENCE_ENDS: Final = frozenset("。！？；：.!?;:")
#: What ends no line of names and dates.
SENTENCE_MARKS: Final = frozenset("。；！？，")

#: The patterns of `grammar/page.lark`, each compiled when it is first asked for.
PAGE: Final = Terminals("page")


@cache
def page_patterns() -> dict[str, str]:
    """Return the regular expressions of the terminals of `page.lark`, to put others together."""
    return terminal_patterns("page")


def outline_start(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the marker that `start:end` begins with, as the body of a report does."""
    return PAGE.OUTLINE_START.match(text, start, end) if PAGE.OUTLINE_SIEVE.match(text, start, end) else None


def begins_outline(text: str, start: int, end: int) -> bool:
    """Say whether `start:end` begins with a marker."""
    if PAGE.OUTLINE_SIEVE.match(text, start, end) is None:
        return False
    plain = PAGE.OUTLINE_PLAIN.match(text, start, end) is not None
    return plain or PAGE.OUTLINE_START.match(text, start, end) is not None
