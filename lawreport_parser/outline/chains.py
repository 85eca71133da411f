"""Links: which candidate follows which, style by style, before anything is decided.

A link is evidence and stands beside the candidates, not on them. A candidate in a weak place whose chain runs 一, 二,
三 with its fellows in good places is a marker; a lone one is a word that looks like one. Each candidate is looked at
once, and against a bounded number of open chains, so the time is linear in their number.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lawreport_parser.blanks import BLANK_CHARACTERS
from lawreport_parser.grammars import Terminals
from lawreport_parser.outline.candidates import CLAUSE, LINE, MISREAD, SENTENCE, SOUND, WEAK, Candidate
from lawreport_parser.outline.styles import STYLES

__all__ = ["Links"]

_OUTLINE: Final = Terminals("outline")

#: What the last member of a chain is worth, to a candidate that it fits in all.
_BEST: Final = 11
#: How many chains of one family may be open inside one another (一是 at two depths needs two).
_OPEN_CHAINS: Final = 8
#: 其中主要包括： and the blanks behind it are looked for in so many characters before a marker.
_LEAD_IN: Final = 16


class Links:
    """The links of the candidates of one text; everything by the index of a candidate.

    `previous` and `following` are its neighbours in its chain, `awaited` a bare 是 that comes where the numeral of the
    next member is missing, `strength` the length of the unbroken run of well placed members from it on; `fellow` says
    that the next of its family at the start of a line has a higher ordinal, whichever it is. `parts` are the numbers of
    the members of series that 其中： leads in: the parts of what the sentence before them counts.
    """

    __slots__ = ("awaited", "fellow", "following", "parts", "previous", "strength")

    def __init__(self, text: str, candidates: Sequence[Candidate]) -> None:
        count = len(candidates)
        self.previous: list[Candidate | None] = [None] * count
        self.following: list[Candidate | None] = [None] * count
        self.awaited: list[Candidate | None] = [None] * count
        self.strength: list[int] = [1] * count
        self.fellow: list[bool] = [False] * count
        self.parts: set[int] = {each.number for each in candidates if _opens_parts(text, each)}
        self._link(candidates)
        on_lines: dict[str, int] = {}
        for candidate in reversed(candidates):
            number, family, ordinal = candidate.number, candidate.family, candidate.ordinal
            self.fellow[number] = on_lines.get(family, 0) > ordinal
            if candidate.place == LINE and not candidate.doubt:
                on_lines[family] = ordinal
            following = self.following[number]
            if following is not None and following.place >= CLAUSE and following.doubt in SOUND:
                self.strength[number] = self.strength[following.number] + 1

    def _link(self, candidates: Sequence[Candidate]) -> None:
        open_chains: dict[str, list[Candidate]] = {}
        rank_of: dict[str, float] = {}
        formal = STYLES["HAN_PAREN"].rank
        # The family of the first marker may be the outermost, whatever its rank: （一）, and 一、 within.
        outer = next(
            (each.family for each in candidates if _may_be_outer(each) and each.number not in self.parts), None
        )
        for candidate in candidates:
            if candidate.suffix is not None:
                continue  # 第二条之一 stands beside the chain of 第二条 and 第三条.
            family, own_rank = candidate.family, candidate.style.rank
            if candidate.ordinal == 0:
                waiting = open_chains.get("han_is")
                if waiting and self.awaited[waiting[-1].number] is None:
                    self.awaited[waiting[-1].number] = candidate
                continue
            stack = open_chains.get(family)
            formally = own_rank <= formal and candidate.place >= SENTENCE and not candidate.doubt
            if formally and not self._is_part(stack, candidate):
                # Articles are numbered through all chapters.
                ended = [name for name, rank in rank_of.items() if rank > own_rank and name != "article"]
                for name in ended:
                    if name == outer:
                        del open_chains[name][1:]
                    else:
                        del open_chains[name], rank_of[name]
            if stack is None:
                stack = open_chains[family] = []
                rank_of[family] = own_rank
            self._put(stack, candidate)

    def _put(self, stack: list[Candidate], candidate: Candidate) -> None:
        """Put a candidate into the chain of its family that it continues, or begin one."""
        if candidate.ordinal == 1:
            _begin(stack, candidate)  # What comes first continues nothing.
            return
        at = _expecting(stack, candidate)
        if at is not None and stack[at].doubt not in SOUND and self._displaced(stack, candidate) is not None:
            at = None
        if at is not None:
            self._join(stack[at], candidate)
        elif (at := self._displaced(stack, candidate)) is not None:
            # 周二、 took the place of 二、; here is the real one.
            before = self.previous[stack[at].number]
            assert before is not None
            self.previous[stack[at].number] = None
            self._join(before, candidate)
        elif (at := self._without_numeral(stack, candidate)) is not None:
            between = self.awaited[stack[at].number]
            assert between is not None
            self._join(stack[at], between)
            self._join(between, candidate)
        else:
            if candidate.doubt in SOUND:
                _begin(stack, candidate)
            return
        del stack[at + 1 :]
        stack[at] = candidate

    def _is_part(self, stack: Sequence[Candidate] | None, candidate: Candidate) -> bool:
        """Say whether a candidate belongs to the parts of what a sentence counts: they end no series around it."""
        if not self.parts or candidate.number in self.parts:
            return bool(self.parts)
        at = _expecting(stack, candidate) if stack else None
        return stack is not None and at is not None and stack[at].number in self.parts

    def _join(self, before: Candidate, candidate: Candidate) -> None:
        if before.number in self.parts:
            self.parts.add(candidate.number)
        self.following[before.number] = candidate
        self.previous[candidate.number] = before

    def _displaced(self, stack: list[Candidate], candidate: Candidate) -> int | None:
        """Return the index of the chain whose last member stands in a weak place that `candidate` fills better."""
        for at in range(len(stack) - 1, -1, -1):
            last = stack[at]
            if last.ordinal == candidate.ordinal and self.previous[last.number] is not None:
                worse = last.place == WEAK or last.doubt
                as_good = candidate.place == last.place and bool(last.doubt)
                better = candidate.place > last.place or as_good or last.doubt == MISREAD
                return at if worse and better and not candidate.doubt else None
        return None

    def _without_numeral(self, stack: list[Candidate], candidate: Candidate) -> int | None:
        """Return the index of the chain whose next member lost its numeral: 一是…。是…。三是…"""
        for at in range(len(stack) - 1, -1, -1):
            last = stack[at]
            awaited = self.awaited[last.number] is not None and self.following[last.number] is None
            if last.ordinal + 2 == candidate.ordinal and awaited:
                return at
        return None


def _begin(stack: list[Candidate], candidate: Candidate) -> None:
    """Begin a chain of a family; where many are open, the outermost gives way."""
    if len(stack) == _OPEN_CHAINS:
        del stack[0]
    stack.append(candidate)


def _opens_parts(text: str, candidate: Candidate) -> bool:
    """Say whether a candidate opens the parts of what the sentence before it counts: …180件，其中：（一）…"""
    if candidate.ordinal != 1 or candidate.doubt or candidate.style.spoken:
        return False
    before = text[max(0, candidate.start - _LEAD_IN) : candidate.start].rstrip(BLANK_CHARACTERS)
    return _OUTLINE.PARTS_FOLLOW.search(before) is not None


def _may_be_outer(candidate: Candidate) -> bool:
    least = CLAUSE if candidate.style.distinct else SENTENCE
    return candidate.ordinal == 1 and candidate.place >= least and not candidate.doubt and not candidate.style.spoken


def _expecting(stack: Sequence[Candidate], candidate: Candidate) -> int | None:
    """Return the index of the open chain that `candidate` continues best: the innermost of its own layout."""
    best, best_merit = None, -1
    due, skipping = candidate.ordinal - 1, candidate.family == "sequence"
    for at in range(len(stack) - 1, -1, -1):
        last = stack[at]
        # 最后 follows whatever member of 首先 … 其次 … came last.
        if last.ordinal != due and not (skipping and last.ordinal < due):
            continue
        good = last.place >= (CLAUSE if last.style.spoken else SENTENCE) and last.doubt in SOUND
        alike = (last.place == LINE) == (candidate.place == LINE)
        # 一是…；二是…。三是…: the member of an outer series follows the mark that its fellows follow.
        other_mark = last.style.spoken and last.ordinal > 1 and alike and last.before != candidate.before
        merit = 8 * alike - 4 * other_mark + 2 * good + (not last.doubt)
        if merit == _BEST:
            return at
        if merit > best_merit:
            best, best_merit = at, merit
    return best
