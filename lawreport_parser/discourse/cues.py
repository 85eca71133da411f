"""Cues: the words by which a sentence shows its stance, found in one pass over the text.

The terminals of `grammar/discourse.lark` are the cues, in the order in which they count. To try all of them at each
place of a text would take longer than the parse: only those are tried that may begin with the two characters there,
or with the first of them and any other behind it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from lawreport_parser.discourse.beginnings import beginnings, sieve
from lawreport_parser.grammars import terminal_patterns

__all__ = ["Cue", "cues_in"]

#: A cue: its name (SEES_CLEARLY is "sees clearly"), its words, and where they begin and end in the text.
Cue = tuple[str, str, int, int]
_Tried = tuple[str, Callable[[str, int, int], "re.Match[str] | None"]]
_BOTH: Final = 2
#: Terminals that are no cues to be looked for anywhere.
_APART: Final = frozenset({"AIM_VERB"})


@cache
def _scanner() -> tuple[re.Pattern[str], dict[str, list[_Tried]]]:
    """Return a pattern for the places at which a cue may begin, and the cues to try for the characters there."""
    ranked: dict[str, list[tuple[int, _Tried]]] = {}
    for rank, (terminal, pattern) in enumerate(terminal_patterns("discourse").items()):
        if terminal in _APART:
            continue
        tried = terminal.lower().replace("_", " "), re.compile(pattern).match
        for beginning in beginnings(pattern):
            ranked.setdefault(beginning, []).append((rank, tried))
    singles = {beginning: each for beginning, each in ranked.items() if len(beginning) < _BOTH}
    for beginning, each in ranked.items():
        if len(beginning) == _BOTH:
            each += singles.get(beginning[0], [])
        each.sort(key=lambda one: one[0])
    return (
        re.compile(sieve(ranked)),
        {beginning: [tried for _, tried in each] for beginning, each in ranked.items()},
    )


def cues_in(text: str, start: int, end: int) -> list[Cue]:
    """Return the cues in `start:end`, in the order of the text; none begins within another, or runs over a line end."""
    places, tried = _scanner()
    cues: list[Cue] = []
    past = start
    for place in places.finditer(text, start, end):
        at = place.start()
        if at < past:
            continue
        cues_here = tried.get(text[at : at + 2]) or tried.get(text[at])
        if cues_here is None:
            continue
        for name, match in cues_here:
            hit = match(text, at, end)
            if hit is not None:
                past = hit.end()
                cues.append((name, hit.group(), at, past))
                break
    return cues
