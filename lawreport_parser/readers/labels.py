"""Labels of metadata in the tables over a document, which web pages and Word files have: the words of `page.lark`."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from lawreport_parser.grammars import terminal_patterns

__all__ = ["is_label", "labels"]

_WORD: Final = re.compile(r"[\u4e00-\u9fff]+")
#: Characters of a label that no table knows, colon and all.
_LONGEST_UNKNOWN: Final = 10


@cache
def labels(*without: str) -> frozenset[str]:
    """Return the labels that `page.lark` knows, save those of the terminals `without`."""
    terminals = terminal_patterns("page")
    known = (pattern for name, pattern in terminals.items() if name.startswith("LABEL_") and name != "LABEL_UNKNOWN")
    left_out = (terminals[name] for name in without)
    return frozenset(_WORD.findall("|".join(known))).difference(_WORD.findall("|".join(left_out)))


def is_label(cell: str, known: frozenset[str]) -> bool:
    """Tell whether a cell holds a label: one of `known`, or a few words with a colon. Blanks inside do not count."""
    bare = "".join(cell.split())
    return bare.rstrip("：:") in known or (len(bare) <= _LONGEST_UNKNOWN and bare.endswith(("：", ":")))
