"""Chains: which candidate follows which, style by style, before anything is decided.

A chain is evidence. A candidate in a weak place whose chain runs 一, 二, 三 with its fellows in good places
is a marker; a lone one is a word that looks like one. Each candidate is looked at once, and against a
bounded number of open chains, so the time is linear in their number.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lawreport_parser.outline.candidates import CLAUSE, LINE, SENTENCE, WEAK, Candidate

__all__ = ["link_chains"]

#: How many chains of one family may be open inside one another (一是 at two depths needs two).
_OPEN_CHAINS: Final = 8
#: Ranks of the formal outline (第一部分 to （一）): such a marker ends the chains of all finer families.
_FORMAL: Final = 4


def link_chains(candidates: Sequence[Candidate]) -> None:
    """Fill in `previous` and `following` of each candidate, its neighbours in its chain, and `awaited`."""
    open_chains: dict[str, list[Candidate]] = {}
    rank_of: dict[str, float] = {}
    # The family of the first marker may be the outermost, whatever its rank: （一）, and 一、 within.
    outer = next((each.family for each in candidates if _may_be_outer(each)), None)
    for candidate in candidates:
        if candidate.ordinal == 0:
            waiting = open_chains.get("han_is")
            if waiting and waiting[-1].awaited is None:
                waiting[-1].awaited = candidate
            continue
        style = candidate.style
        if style.rank <= _FORMAL and candidate.place >= SENTENCE and not candidate.doubtful:
            # Articles are numbered through all chapters.
            ended = [name for name, rank in rank_of.items() if rank > style.rank and name != "article"]
            for name in ended:
                if name == outer:
                    del open_chains[name][1:]
                else:
                    del open_chains[name], rank_of[name]
        family = candidate.family
        stack = open_chains.get(family)
        if stack is None:
            stack = open_chains[family] = []
            rank_of[family] = style.rank
        at = _expecting(stack, candidate)
        if at is not None and stack[at].doubtful and _displaced(stack, candidate) is not None:
            at = None
        if at is not None:
            previous = stack[at]
            candidate.previous = previous
            previous.following = candidate
            del stack[at + 1 :]
            stack[at] = candidate
        elif (at := _displaced(stack, candidate)) is not None:
            # 周二、 took the place of 二、; here is the real one.
            before = stack[at].previous
            assert before is not None
            stack[at].previous = None
            candidate.previous = before
            before.following = candidate
            del stack[at + 1 :]
            stack[at] = candidate
        elif (at := _without_numeral(stack, candidate)) is not None:
            previous = stack[at]
            between = previous.awaited
            assert between is not None
            previous.following, between.previous = between, previous
            between.following, candidate.previous = candidate, between
            del stack[at + 1 :]
            stack[at] = candidate
        elif candidate.ordinal == 1 or not candidate.doubtful:
            if len(stack) == _OPEN_CHAINS:
                del stack[0]
            stack.append(candidate)
    for candidate in reversed(candidates):
        following = candidate.following
        if following is not None and following.place >= CLAUSE and not following.doubtful:
            candidate.strength = following.strength + 1


def _may_be_outer(candidate: Candidate) -> bool:
    least = CLAUSE if candidate.style.distinct else SENTENCE
    return candidate.ordinal == 1 and candidate.place >= least and not candidate.doubtful and not candidate.style.spoken


def _displaced(stack: list[Candidate], candidate: Candidate) -> int | None:
    """Return the index of the chain whose last member stands in a weak place that `candidate` fills better."""
    for at in range(len(stack) - 1, -1, -1):
        last = stack[at]
        if last.ordinal == candidate.ordinal and last.previous is not None:
            worse = last.place == WEAK or last.doubtful
            return at if worse and candidate.place > last.place and not candidate.doubtful else None
    return None


def _without_numeral(stack: list[Candidate], candidate: Candidate) -> int | None:
    """Return the index of the chain whose next member lost its numeral: 一是…。是…。三是…"""
    for at in range(len(stack) - 1, -1, -1):
        last = stack[at]
        if last.ordinal + 2 == candidate.ordinal and last.awaited is not None and last.following is None:
            return at
    return None


def _expecting(stack: list[Candidate], candidate: Candidate) -> int | None:
    """Return the index of the open chain that `candidate` continues best: the innermost of its own layout."""
    best, best_merit = None, -1
    for at in range(len(stack) - 1, -1, -1):
        last = stack[at]
        # 最后 follows whatever member of 首先 … 其次 … came last.
        if last.ordinal + 1 != candidate.ordinal and not (
            candidate.family == "sequence" and last.ordinal < candidate.ordinal
        ):
            continue
        if len(stack) == 1:
            return at
        good = last.place >= (CLAUSE if last.style.spoken else SENTENCE) and not last.doubtful
        alike = (last.place == LINE) == (candidate.place == LINE)
        # 一是…；二是…。三是…: the member of an outer series follows the mark that its fellows follow.
        other_mark = last.style.spoken and last.ordinal > 1 and alike and last.before != candidate.before
        merit = 8 * alike - 4 * other_mark + 2 * good + (not last.doubtful)
        if merit > best_merit:
            best, best_merit = at, merit
    return best
