"""The year that digits, or Han digits, write: 2024, ２０２４, 二〇二四, 二O二四."""

from __future__ import annotations

from functools import cache
from typing import Final

from lawreport_parser.grammars import Terminals

__all__ = ["year_of"]

_SHAPES: Final = Terminals("lexical")


def year_of(written: str) -> int:
    """Return the year that `written`, which the terminal `YEAR` of `grammar/lexical.lark` matches, stands for."""
    return int(written if written.isdecimal() else written.translate(_digits()))


@cache
def _digits() -> dict[int, str]:
    zeros = dict.fromkeys(_SHAPES.YEAR_ZERO.pattern.strip("[]"), "0")
    return str.maketrans(zeros | {sign: str(value) for value, sign in enumerate("一二三四五六七八九", 1)})
