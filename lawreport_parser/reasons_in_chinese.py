"""Reasons in Chinese, for the pages and columns that are in Chinese: the row of the table that an English one is of."""

from __future__ import annotations

from functools import cache, lru_cache
from string import Formatter
from typing import Final

from lawreport_parser.diagnostics import languages
from lawreport_parser.reasons import REASONS

__all__ = ["in_chinese"]

#: Longer texts are no reasons of the table. A file may have put much of itself into the message of a library.
_LONGEST: Final = 2_000
_KEPT: Final = 1_000
_DEEPEST: Final = 4

#: A template in pieces: words, and the value behind them ("" at the end).
_Pieces = tuple[tuple[str, str], ...]


@lru_cache(_KEPT)
def in_chinese(reason: str) -> str:
    """Return a reason in Chinese: by the table, or its Chinese half where it has both; what is of neither, as it is."""
    return _in_chinese(reason, _DEEPEST)


def _in_chinese(reason: str, depth: int) -> str:
    if depth and len(reason) <= _LONGEST:
        for pieces, chinese in _templates():
            values = _values(pieces, reason)
            if values is not None:
                return chinese.format(**{name: _in_chinese(value, depth - 1) for name, value in values.items()})
    return languages(reason)[1]


@cache
def _templates() -> list[tuple[_Pieces, str]]:
    """Return the templates, those with most words of their own first: others may fit the same reason more loosely."""
    templates = []
    for english, chinese in REASONS.values():
        pieces = tuple((words, name or "") for words, name, _, _ in Formatter().parse(english))
        templates.append((pieces, chinese))
    return sorted(templates, key=lambda template: -sum(len(words) for words, _ in template[0]))


def _values(pieces: _Pieces, reason: str) -> dict[str, str] | None:
    """Return the values with which a template makes a reason, each as short as may be; None where none do."""
    values: dict[str, str] = {}
    at, waiting = 0, ""
    for words, name in (*pieces, ("", "")) if pieces[-1][1] else pieces:
        is_last = not name
        if waiting:
            found = len(reason) - len(words) if is_last else reason.find(words, at)
            if found <= at or not reason.startswith(words, found):
                return None
            values[waiting] = reason[at:found]
        else:
            found = at
            if not reason.startswith(words, at):
                return None
        at, waiting = found + len(words), name
    return values if at == len(reason) else None
