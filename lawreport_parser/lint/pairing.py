"""Brackets and quotation marks paired: which have no partner, cross, nest in their own kind, or mix widths."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

__all__ = ["BRACKETS", "QUOTES", "Pairs", "pair_marks"]

#: Closing mark → opening mark. Full-width and half-width round and square brackets close each other.
_OPENER_OF: Final = {
    "）": "（",
    ")": "（",
    "］": "［",
    "]": "［",
    "〕": "〔",
    "】": "【",
    "》": "《",
    "〉": "〈",
    "」": "「",
    "』": "『",
    "”": "“",
    "’": "‘",
}
#: Opening mark → the mark that stands for its kind.
_KIND: Final = {**{mark: mark for mark in _OPENER_OF.values()}, "(": "（", "[": "［"}
QUOTES: Final = frozenset('“”‘’「」『』"')
BRACKETS: Final = frozenset("（）()［］[]〔〕【】《》〈〉")
#: Kinds whose inner pair takes another form (GB/T 15834-2011): “…‘…’…”, 《…〈…〉…》.
_NO_NESTING: Final = frozenset("“《")
_WIDE: Final = frozenset("（）［］")
_ROUND_OR_SQUARE: Final = frozenset("（［")
#: A quotation may run over so many paragraphs.
_FURTHEST: Final = 3


class Pairs(NamedTuple):
    """Offsets of marks: without partner, crossed (opener, closer), nested in their kind, of two widths."""

    alone: list[int]
    crossed: list[tuple[int, int]]
    nested: list[int]
    mixed: list[int]


class _Open(NamedTuple):
    kind: str
    at: int
    line: int
    #: Stands inside an open pair of its own kind.
    inner: bool


def pair_marks(text: str, lines: Sequence[tuple[int, int]]) -> Pairs:
    """Pair the marks of each line of `text`; a quotation that closes a few lines further on is paired too."""
    pairs = Pairs([], [], [], [])
    open_before: list[_Open] = []
    for number, (start, end) in enumerate(lines):
        still_open, closers = _pair_line(text, number, start, end, pairs)
        for at in closers:
            kind = _OPENER_OF[text[at]]
            partners = [each for each in open_before if each.kind == kind and number - each.line <= _FURTHEST]
            if partners:
                # Each paragraph of a long quotation may open anew; one mark closes it.
                open_before = [each for each in open_before if each not in partners]
            else:
                pairs.alone.append(at)
        pairs.alone.extend(each.at for each in open_before if number - each.line >= _FURTHEST)
        open_before = [each for each in open_before if number - each.line < _FURTHEST] + still_open
    pairs.alone.extend(each.at for each in open_before)
    pairs.alone.sort()
    return pairs


def _pair_line(text: str, number: int, start: int, end: int, pairs: Pairs) -> tuple[list[_Open], list[int]]:
    """Pair the marks of one line; return the openers and the closers that found no partner in it."""
    waiting: list[_Open] = []
    passed_over: list[_Open] = []
    closers: list[int] = []
    straight: list[int] = []
    for at in range(start, end):
        mark = text[at]
        if mark == '"':
            straight.append(at)
        elif mark in _KIND:
            kind = _KIND[mark]
            waiting.append(_Open(kind, at, number, any(each.kind == kind for each in waiting)))
        elif mark in _OPENER_OF and not _is_apostrophe(text, at):
            kind = _OPENER_OF[mark]
            depth = next((depth for depth in reversed(range(len(waiting))) if waiting[depth].kind == kind), -1)
            if depth >= 0:
                opener = waiting[depth]
                passed_over += waiting[depth + 1 :]
                del waiting[depth:]
                if opener.inner and kind in _NO_NESTING and any(each.kind == kind for each in waiting):
                    passed_over.append(opener._replace(kind=""))
                if kind in _ROUND_OR_SQUARE and (text[opener.at] in _WIDE) != (mark in _WIDE):
                    pairs.mixed.append(opener.at)
                continue
            crossing = next((each for each in reversed(passed_over) if each.kind == kind), None)
            if crossing is not None:
                passed_over.remove(crossing)
                pairs.crossed.append((crossing.at, at))
            else:
                closers.append(at)
    unpaired_kinds = {each.kind for each in waiting}
    for each in passed_over:
        if each.kind:
            pairs.alone.append(each.at)
        elif _KIND[text[each.at]] not in unpaired_kinds:
            # An inner “ is one only where the outer “ closes; else the outer lost its partner.
            pairs.nested.append(each.at)
    if len(straight) % 2:
        pairs.alone.append(straight[-1])
    return waiting, closers


def _is_apostrophe(text: str, at: int) -> bool:
    around = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    return text[at] == "’" and len(around) == 2 and around.isascii() and around.isalpha()
