"""Cues: the words by which a sentence shows its stance, found in one pass over it.

The terminals of `grammar/discourse.lark` are the cues, in the order in which they count. To try all of them at each
place of a text would take longer than the parse: only those are tried that may begin with the two characters there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final, NamedTuple

from lawreport_parser.discourse.beginnings import beginnings
from lawreport_parser.grammars import terminal_patterns

__all__ = ["Cue", "cues_in"]


class Cue(NamedTuple):
    """A cue found in a text: its name (SEES_CLEARLY is "sees clearly"), its words and its place."""

    name: str
    words: str
    start: int
    end: int


_Tried = tuple[str, Callable[[str, int, int], "re.Match[str] | None"]]


@cache
def _scanner() -> tuple[re.Pattern[str], dict[str, list[_Tried]]]:
    """Return the pattern of the characters that a cue may begin with, and the cues to try for each two characters.

    A cue that may be one character long, or begin with any second one, is tried for the first alone, too.
    """
    order: dict[str, list[tuple[int, _Tried]]] = {}
    for rank, (terminal, pattern) in enumerate(terminal_patterns("discourse").items()):
        tried = terminal.lower().replace("_", " "), re.compile(pattern).match
        for beginning in beginnings(pattern):
            order.setdefault(beginning, []).append((rank, tried))
    for beginning, ranked in order.items():
        if len(beginning) == 2:
            ranked += order.get(beginning[0], [])
        ranked.sort(key=lambda each: each[0])
    characters = "".join(sorted({beginning[0] for beginning in order}))
    return (
        re.compile(f"[{re.escape(characters)}]"),
        {beginning: [tried for _, tried in ranked] for beginning, ranked in order.items()},
    )


def cues_in(text: str, start: int, end: int) -> list[Cue]:
    """Return the cues in `start:end`, in the order of the text; none begins within another."""
    first, tried = _scanner()
    found: list[Cue] = []
    past = start
    for place in first.finditer(text, start, end):
        at = place.start()
        if at < past:
            continue
        candidates = tried.get(text[at : at + 2]) or tried.get(place.group())
        if candidates is None:
            continue
        for name, match in candidates:
            hit = match(text, at, end)
            if hit is not None:
                past = hit.end()
                found.append(Cue(name, hit.group(), at, past))
                break
    return found
