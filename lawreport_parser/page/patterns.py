"""The patterns of `grammar/page.lark`, and how long the lines are that they are held against."""

from __future__ import annotations

from functools import cache
from typing import Final

from lawreport_parser.grammars import Terminals, terminal_patterns

__all__ = ["LONGEST", "PAGE", "SENTENCE_ENDS", "SENTENCE_MARKS", "page_patterns"]

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
