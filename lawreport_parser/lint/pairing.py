"""Brackets and quotation marks paired: which have no partner, cross, nest in their own kind, or mix widths."""

from __future__ import annotations

from collections import Counter, defaultdict
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
_RENEWED: Final = frozenset("“‘「『")
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


class _Stack:
    """Marks that wait for their partner, with the number of each kind: no search looks in vain."""

    def __init__(self) -> None:
        self.marks: list[_Open] = []
        self.counts: Counter[str] = Counter()

    def push(self, mark: _Open) -> None:
        self.marks.append(mark)
        self.counts[mark.kind] += 1

    def pop(self) -> _Open:
        mark = self.marks.pop()
        self.counts[mark.kind] -= 1
        return mark


def pair_marks(text: str, lines: Sequence[tuple[int, int]]) -> Pairs:
    """Pair the marks of each line of `text`; a quotation that closes a few lines further on is paired too."""
    pairs = Pairs([], [], [], [])
    waiting: defaultdict[str, list[_Open]] = defaultdict(list)
    for number, (start, end) in enumerate(lines):
        openers, closers = _pair_line(text, number, start, end, pairs)
        for at in closers:
            if not waiting.pop(_OPENER_OF[text[at]], None):
                pairs.alone.append(at)
        for kind, marks in waiting.items():
            pairs.alone.extend(each.at for each in marks if number - each.line >= _FURTHEST)
            waiting[kind] = [each for each in marks if number - each.line < _FURTHEST]
        follower = text[lines[number + 1][0]] if number + 1 < len(lines) else ""
        for each in openers:
            # Each paragraph of a long quotation opens anew; only the last closes.
            if not (each.kind in _RENEWED and text[each.at] == follower):
                waiting[each.kind].append(each)
    pairs.alone.extend(each.at for marks in waiting.values() for each in marks)
    pairs.alone.sort()
    pairs.nested.sort()
    return pairs


def _pair_line(text: str, number: int, start: int, end: int, pairs: Pairs) -> tuple[list[_Open], list[int]]:
    """Pair the marks of one line; return the openers and the closers that found no partner in it."""
    waiting = _Stack()
    passed_over: defaultdict[str, list[_Open]] = defaultdict(list)
    inner: list[_Open] = []
    closers: list[int] = []
    straight: list[int] = []
    for at in range(start, end):
        mark = text[at]
        if mark == '"':
            straight.append(at)
        elif mark in _KIND:
            waiting.push(_Open(_KIND[mark], at, number))
        elif mark in _OPENER_OF and not _is_apostrophe(text, at):
            kind = _OPENER_OF[mark]
            if waiting.counts[kind]:
                while (opener := waiting.pop()).kind != kind:
                    passed_over[opener.kind].append(opener)
                if kind in _NO_NESTING and waiting.counts[kind]:
                    inner.append(opener)
                if kind in _ROUND_OR_SQUARE and (text[opener.at] in _WIDE) != (mark in _WIDE):
                    pairs.mixed.append(opener.at)
            elif passed_over[kind]:
                pairs.crossed.append((passed_over[kind].pop().at, at))
            else:
                closers.append(at)
    pairs.alone.extend(each.at for marks in passed_over.values() for each in marks)
    # An inner “ is one only where the outer “ closes; else the outer lost its partner.
    pairs.nested.extend(each.at for each in inner if not waiting.counts[each.kind] and not passed_over[each.kind])
    if len(straight) % 2:
        pairs.alone.append(straight[-1])
    return waiting.marks, closers


def _is_apostrophe(text: str, at: int) -> bool:
    around = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    return text[at] == "’" and len(around) == 2 and around.isascii() and around.isalpha()
