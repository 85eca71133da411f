"""Brackets and quotation marks: which closes which, which are two widths of one kind (GB/T 15834-2011, 4.8, 4.9, 4.15).

The parser pairs them in headings, the linter in the whole text; both look here.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

__all__ = ["BRACKETS", "CLOSERS", "KIND_OF", "OPENERS", "OPENER_OF", "QUOTES", "closes"]

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
#: The opening and closing marks of quotations; all others are brackets and title marks.
QUOTES: Final = frozenset("“”‘’「」『』")
BRACKETS: Final = (OPENERS | CLOSERS) - QUOTES


def closes(closer: str, opener: str) -> bool:
    """Say whether `closer` ends what `opener` begins, of the same width or not: ) and （, not ） and 《."""
    return closer in CLOSERS and opener in OPENERS and KIND_OF[closer] == KIND_OF[opener]
