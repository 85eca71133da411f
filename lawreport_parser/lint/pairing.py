"""Brackets and quotation marks paired: which have no partner, cross, nest in their own kind, or mix widths."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from lawreport_parser.brackets import BRACKETS, CLOSERS, KIND_OF, OPENER_OF, OPENERS
from lawreport_parser.brackets import QUOTES as CURVED_QUOTES
from lawreport_parser.grammars import Terminals

__all__ = ["BRACKETS", "QUOTES", "Pairs", "pair_marks"]

_STRAIGHT: Final = '"'
QUOTES: Final = CURVED_QUOTES | {_STRAIGHT}
#: Kinds whose inner pair takes another form (GB/T 15834-2011): “…‘…’…”, 《…〈…〉…》.
_NO_NESTING: Final = frozenset("“《")
_RENEWED: Final = frozenset("“‘「『")
#: An open quotation waits for its end over so many paragraphs that hold such marks themselves, and so many in all.
_FURTHEST: Final = 3
_FURTHEST_AT_ALL: Final = 24
#: How far before a bracket a label of a list is looked for.
_LINT: Final = Terminals("lint")
_LABEL_LENGTH: Final = 3


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
    busy: int = 0


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
    """Pair the marks of each line of `text`; a quotation that closes some lines further on is paired too."""
    pairs = Pairs([], [], [], [])
    waiting: defaultdict[str, list[_Open]] = defaultdict(list)
    for number, (start, end) in enumerate(lines):
        openers, closers, seen = _pair_line(text, number, start, end, pairs)
        for at in closers:
            if not waiting.pop(KIND_OF[text[at]], None):
                pairs.alone.append(at)
        for kind, marks in waiting.items():
            older = [each._replace(busy=each.busy + (kind in seen)) for each in marks]
            waiting[kind] = [each for each in older if _may_wait(each, number)]
            pairs.alone.extend(each.at for each in older if not _may_wait(each, number))
        follower = text[lines[number + 1][0]] if number + 1 < len(lines) else ""
        for each in openers:
            # Each paragraph of a long quotation opens anew; only the last closes.
            if not (each.kind in _RENEWED and text[each.at] == follower):
                waiting[each.kind].append(each)
    pairs.alone.extend(each.at for marks in waiting.values() for each in marks)
    pairs.alone.sort()
    pairs.nested.sort()
    return pairs


def _may_wait(mark: _Open, number: int) -> bool:
    """Say whether a mark may find its partner behind line `number`: a bracket within three, a quotation further on."""
    if mark.kind not in _RENEWED:
        return number - mark.line < _FURTHEST
    return mark.busy < _FURTHEST and number - mark.line < _FURTHEST_AT_ALL


def _pair_line(
    text: str, number: int, start: int, end: int, pairs: Pairs
) -> tuple[list[_Open], list[int], frozenset[str]]:
    """Pair the marks of one line; return the openers and closers without partner in it, and the kinds it holds."""
    waiting = _Stack()
    passed_over: defaultdict[str, list[_Open]] = defaultdict(list)
    inner: list[_Open] = []
    closers: list[int] = []
    straight: list[int] = []
    seen: set[str] = set()
    for at in range(start, end):
        mark = text[at]
        if mark == _STRAIGHT:
            straight.append(at)
        elif mark in OPENERS:
            seen.add(KIND_OF[mark])
            waiting.push(_Open(KIND_OF[mark], at, number))
        elif mark in CLOSERS and not _is_apostrophe(text, at):
            kind = KIND_OF[mark]
            if waiting.counts[kind]:
                while (opener := waiting.pop()).kind != kind:
                    passed_over[opener.kind].append(opener)
                if kind in _NO_NESTING and waiting.counts[kind]:
                    inner.append(opener)
                if text[opener.at] != OPENER_OF[mark]:
                    pairs.mixed.append(opener.at)
            elif passed_over[kind]:
                pairs.crossed.append((passed_over[kind].pop().at, at))
            elif not (mark in "）)" and _LINT.LIST_LABEL.search(text[max(start, at - _LABEL_LENGTH) : at])):
                closers.append(at)
    pairs.alone.extend(each.at for marks in passed_over.values() for each in marks)
    # An inner “ is one only where the outer “ closes; else the outer lost its partner.
    pairs.nested.extend(each.at for each in inner if not waiting.counts[each.kind] and not passed_over[each.kind])
    if len(straight) % 2:
        # 15.6"电脑: behind a figure it stands for inches.
        quotes = [at for at in straight if not text[max(start, at - 1) : at].isdecimal()]
        if len(quotes) % 2:
            pairs.alone.append(quotes[-1])
    return waiting.marks, closers, frozenset(seen)


def _is_apostrophe(text: str, at: int) -> bool:
    around = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    return text[at] == "’" and len(around) == 2 and around.isascii() and around.isalpha()
