"""Series that only announce the outline: tables of contents, and preambles that name the parts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from lawreport_parser.outline.candidates import CLAUSE, Candidate

__all__ = ["strike_announcements"]

_SENTENCE_END: Final = re.compile(r"[。！？；;!?\n\r\x0b\x0c\x85\u2028\u2029]")
_ANNOUNCES: Final = re.compile(
    r"[分共为括含][^。\n]{0,8}[一二三四五六七八九十两\d]+个?(?:大)?(?:部分|方面|章|篇)[^。\n]{0,6}$"
)
_BLANKS: Final = re.compile(r"[\s\u3000\u200b.…·\d]+")
#: Longest name of a part that is compared between a table of contents and the outline.
_NAME: Final = 60


def strike_announcements(text: str, candidates: Sequence[Candidate]) -> set[int]:
    """Return the indexes of the candidates that belong to an announcement of the outline.

    A series announces when a later series of the same family has the same names in the same order, with
    hardly any text between the members of the first; or when the words before it say so
    (报告分六个部分：一、…) and such a series follows.
    """
    struck: set[int] = set()
    heads = [
        (index, candidate)
        for index, candidate in enumerate(candidates)
        if candidate.ordinal == 1
        and candidate.style.rank <= 3
        and candidate.previous is None
        and candidate.place >= CLAUSE
    ]
    if len(heads) < 2:
        return struck
    starts = [candidate.start for candidate in candidates]
    for (index, head), (later_index, later) in pairwise(heads):
        if head.family != later.family or head.following is None or later.following is None:
            continue
        members, successors = _members(head, later.start), _members(later, len(text))
        announced = _ANNOUNCES.search(text[max(0, head.start - 40) : head.start].rstrip("：: \u3000\n")) is not None
        compact = members[-1].end - head.start <= 80 * len(members) + 40 * (later_index - index)
        pairs = zip(members, successors, strict=False)
        same = sum(_name(text, one, starts) == _name(text, other, starts) != "" for one, other in pairs)
        if compact and len(members) >= 2 and (announced or 2 * same > len(members)):
            struck.update(range(index, later_index))
    return struck


def _members(head: Candidate, end: int) -> list[Candidate]:
    members = [head]
    while (following := members[-1].following) is not None and following.start < end:
        members.append(following)
    return members


def _name(text: str, candidate: Candidate, starts: Sequence[int]) -> str:
    """Return the words behind a marker up to the end of the sentence or what may be the next marker."""
    following = bisect_right(starts, candidate.start)
    stop = min([candidate.end + _NAME, *starts[following : following + 1]])
    found = _SENTENCE_END.search(text, candidate.end, stop)
    return _BLANKS.sub("", text[candidate.end : found.start() if found else stop])
