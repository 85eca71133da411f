"""Brackets and quotation marks: which closes which, which are two widths of one kind (GB/T 15834-2011, 4.8, 4.9, 4.15).

The parser pairs them in headings, the linter in the whole text; both look here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from itertools import accumulate
from types import MappingProxyType
from typing import Final

__all__ = ["BRACKETS", "CLOSERS", "KIND_OF", "OPENERS", "OPENER_OF", "QUOTES", "closes", "within_pairs"]

#: Closing mark → the opening mark of its own width.
OPENER_OF: Final[Mapping[str, str]] = MappingProxyType(
    {
        "）": "（",
        ")": "(",
        "］": "［",
        "]": "[",
        "〕": "〔",
        "﹞": "﹝",
        "】": "【",
        "》": "《",
        "〉": "〈",
        "」": "「",
        "』": "『",
        "”": "“",
        "’": "‘",
    }
)
CLOSERS: Final = frozenset(OPENER_OF)
OPENERS: Final = frozenset(OPENER_OF.values())
#: Half-width or small mark → the full-width one of its kind, whose partner may close it on a page that mixes them.
_WIDE: Final = {"(": "（", "[": "［", "﹝": "〔"}
#: Opening or closing mark → the opening mark that stands for its kind: one kind is paired whatever the widths.
KIND_OF: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{opener: _WIDE.get(opener, opener) for opener in OPENER_OF.values()},
        **{closer: _WIDE.get(opener, opener) for closer, opener in OPENER_OF.items()},
    }
)
#: Straight quotation marks: the first opens, the second closes.
_STRAIGHT: Final = frozenset("\"'")
#: The opening and closing marks of quotations; all others are brackets and title marks.
QUOTES: Final = frozenset("“”‘’「」『』")
BRACKETS: Final = (OPENERS | CLOSERS) - QUOTES


def closes(closer: str, opener: str) -> bool:
    """Say whether `closer` ends what `opener` begins, of the same width or not: ) and （, not ） and 《."""
    return closer in CLOSERS and opener in OPENERS and KIND_OF[closer] == KIND_OF[opener]


def within_pairs(text: str, start: int, end: int) -> Collection[int]:
    """Return the places of `start:end` that stand between two marks that close each other, straight quotes too."""
    opened: list[tuple[str, int]] = []
    waiting: Counter[str] = Counter()
    depth = [0] * (end - start + 1)
    for at in range(start, end):
        mark = text[at]
        kind = mark if mark in _STRAIGHT else KIND_OF.get(mark)
        if kind is None:
            continue
        if mark in OPENERS or (mark in _STRAIGHT and not waiting[kind]):
            opened.append((kind, at))
            waiting[kind] += 1
        elif waiting[kind]:
            begun, place = opened.pop()
            waiting[begun] -= 1
            while begun != kind:
                begun, place = opened.pop()
                waiting[begun] -= 1
            depth[place - start] += 1
            depth[at - start] -= 1
    return {start + place for place, pairs in enumerate(accumulate(depth)) if pairs}
