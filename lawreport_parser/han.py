"""What is a letter of Han script, wherever a single character of a text is asked about."""

from __future__ import annotations

from typing import Final

from lawreport_parser.grammars import Terminals

__all__ = ["is_han"]

_SHAPES: Final = Terminals("lexical")


def is_han(sign: str) -> bool:
    """Say whether a character is `HAN` of `grammar/lexical.lark`: 水, 𠮷. 〇 is none, nor an empty string."""
    return _SHAPES.HAN.match(sign) is not None
