"""Markers that the recognition of a scan misread: —、 （—） 第—条 l. 1O. 〔三〕 （二加强 二，加强.

What looks misread is mended, and the terminals of `grammar/markers.lark` read what is mended: their false friends
(统—是 for 统一是) are refused as ever. A mended marker is a candidate with the doubt "misread", and one only where a
series that has a plain member goes on with it: it is due, or it comes first and its next follows.

Texts that were not scanned pay little for it: the whole text is looked through only where a line begins with what looks
misread, or where the ordinary candidates leave a hole in a series.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import repeat
from typing import Final

from lawreport_parser.blanks import BLANK_CHARACTERS
from lawreport_parser.grammars import Terminals
from lawreport_parser.outline.candidates import (
    CLAUSE,
    LINE,
    MISREAD,
    NO_DOUBT,
    SENTENCE,
    SOUND,
    WEAK,
    Candidate,
    CandidateScanner,
)
from lawreport_parser.outline.chains import Links
from lawreport_parser.outline.styles import STYLES
from lawreport_parser.page import Piece

__all__ = ["MisreadScanner", "mend", "read_as"]

_OUTLINE: Final = Terminals("outline")
#: So many characters around what is mended are read with it: as far as a terminal looks.
_BEFORE: Final = 32
_BEHIND: Final = 64
#: So many characters behind a bracket are looked at for the one that closes it.
_REMARK: Final = 80
#: So many candidates behind a number without a dot may be the 1.1 below it.
_BELOW: Final = 3
#: So many members before and behind a misread one may be the plain one that bears it out.
_FELLOWS: Final = 4

_ROUND: Final = "（(﹙⦅〈）)﹚⦆〉"
_OPENINGS: Final = "（(﹙⦅〈〔【［[{｛﹝"
_CLOSINGS: Final = "）)﹚⦆〉〕】］]}｝﹞"
_DOTS: Final = ".．﹒"
_MARKS: Final = "、﹑､是要.．﹒"
_SEEN_AS_DUN: Final = "，,丶`'’"
_UNITS: Final = ("部分", *"编篇章节条、，,：:")
_LETTERS: Final = {"入": "八", "士": "十", "土": "十", "工": "二", "ニ": "二", "ハ": "八"}
_AS_HAN: Final = str.maketrans(dict.fromkeys("—–―－ー_丨─-", "一") | dict.fromkeys("OoＯ", "〇") | _LETTERS)
_AS_DIGITS: Final = str.maketrans(dict.fromkeys("lI|", "1") | dict.fromkeys("OoＯ", "0"))
_SPOKEN: Final = frozenset(style.family for style in STYLES.values() if style.spoken)
_NO_BLANKS: Final = str.maketrans(dict.fromkeys(BLANK_CHARACTERS, ""))


class MisreadScanner:
    """Finds the misread markers of a text; `scanner` reads what is mended."""

    def __init__(self, scanner: CandidateScanner) -> None:
        self._scanner = scanner

    def added(self, text: str, lines: Sequence[Piece], candidates: list[Candidate]) -> list[Candidate]:
        """Return the candidates of a text and, each in its place, the misread markers that a series bears out."""
        if not _leaves_hole(candidates) and not _begins_amiss(text, lines):
            return candidates
        frail: set[int] = set()
        misread = self._scan(text, lines, frail)
        for _ in range(2):
            if not misread:
                return candidates
            merged = _merged(candidates, misread)
            misread = _borne_out(text, merged, frail)
        return _merged(_apart(candidates, misread), misread)

    def _scan(self, text: str, lines: Sequence[Piece], frail: set[int]) -> list[Candidate]:
        """Return whatever looks like a misread marker, in a place that is good enough for what is amiss with it."""
        found: list[Candidate] = []
        starts = [line.start for line in lines]
        position = 0
        for first in _OUTLINE.MISREAD_SIEVE.finditer(text, starts[0], lines[-1].end) if lines else ():
            at = first.start()
            index = bisect_right(starts, at) - 1
            line = lines[index]
            if at < position or line.type != "LINE":
                continue
            candidate = self._candidate(text, at, index, line, frail)
            if candidate is not None:
                found.append(candidate)
                position = candidate.end
        return found

    def _candidate(self, text: str, at: int, index: int, line: Piece, frail: set[int]) -> Candidate | None:
        """Return the candidate that a misread marker at `at` is when mended; `frail` gains what might be words."""
        found = _OUTLINE.MISREAD.match(text, at, line.end)
        mended = mend(found.group()) if found else None
        if found is None or mended is None:
            return None
        seen, end = found.group(), found.end()
        if seen[0] in _OPENINGS and seen[-1] not in _CLOSINGS and _is_closed(text, end, line.end):
            return None
        meant, whole = mended
        begin = max(line.start, at - _BEFORE)
        start = at - begin
        candidate = self._scanner.read(text[begin:at] + meant + text[end : end + _BEHIND], start, index)
        if candidate is None or candidate.end < start + len(meant) or candidate.doubt:
            return None
        if candidate.place < (SENTENCE if not whole else WEAK if candidate.style.distinct else CLAUSE):
            return None
        if not whole and candidate.place < LINE:
            frail.add(at)
        return candidate.moved(at, end + candidate.end - start - len(meant), MISREAD)


def mend(seen: str) -> tuple[str, bool] | None:
    """Return the marker that was meant, and whether it only looks otherwise; None where nothing is amiss.

    A marker that lost a bracket or its mark, or has a letter for a numeral, might be words.
    """
    plain = seen.translate(_NO_BLANKS)
    head = tail = ""
    whole = True
    if plain[0] == "第":
        head, tail = "第", next(unit for unit in _UNITS if plain.endswith(unit))
        number = plain[1 : -len(tail)]
    elif plain[0] in _OPENINGS:
        head = plain[0] if plain[0] in _ROUND else "（"
        tail = plain[-1] if plain[-1] in _ROUND else "）"
        number = plain[1:].rstrip(_CLOSINGS)
        if number == plain[1:]:
            number, whole = number.rstrip("、"), False
    elif plain[-1] in _MARKS:
        number, tail = plain[:-1], plain[-1]
    elif plain[-1] in _CLOSINGS:
        number, tail = plain[:-1], plain[-1] if plain[-1] in _ROUND else "）"
    elif plain[-1] in _SEEN_AS_DUN:
        number, tail, whole = plain[:-1], "、", False
    else:
        number = plain
    whole = whole and not any(letter in number for letter in _LETTERS)
    mended = head + _numeral(number) + tail
    torn = plain != seen and not tail and any(dot in number for dot in _DOTS)
    return None if mended == plain and not torn else (mended, whole)


def read_as(text: str, candidate: Candidate, line_end: int) -> str:
    """Return the marker that a misread one was taken for: 一、 for —、; `line_end` is where its line ends."""
    found = _OUTLINE.MISREAD.match(text, candidate.start, line_end)
    mended = mend(found.group()) if found else None
    written = text[candidate.start : candidate.end]
    return written if found is None or mended is None else mended[0] + text[found.end() : candidate.end]


def _numeral(number: str) -> str:
    """Return the numeral that was meant: digits where all that was seen are digits or look like one, else Chinese."""
    digits = number.translate(_AS_DIGITS)
    if all(one.isdecimal() or one in _DOTS for one in digits):
        return digits
    return number.translate(_AS_HAN)


def _is_closed(text: str, start: int, end: int) -> bool:
    """Say whether the next bracket behind an opening one closes it: a remark, not a marker."""
    bracket = _OUTLINE.ROUND_BRACKET.search(text, start, min(end, start + _REMARK))
    return bracket is not None and bracket.group() in _CLOSINGS


def _begins_amiss(text: str, lines: Sequence[Piece]) -> bool:
    """Say whether a line begins with what looks like a misread marker."""
    return any(map(_OUTLINE.MISREAD_SIEVE.match, repeat(text), [line.start for line in lines]))


def _leaves_hole(candidates: Sequence[Candidate]) -> bool:
    """Say whether a series of ordinary candidates skips a number, or ends with its first. (A lone 一是 is text.)"""
    latest: dict[str, int] = {}
    for candidate in candidates:
        ordinal, style = candidate.ordinal, candidate.style
        if candidate.place < (CLAUSE if style.spoken else SENTENCE) or candidate.doubt or style.ordinal == "word":
            continue
        family = candidate.family
        if ordinal > 1 and latest.get(family) != ordinal - 1:
            return True
        latest[family] = ordinal or latest.get(family, 0) + 1
    return any(ordinal == 1 and family not in _SPOKEN for family, ordinal in latest.items())


def _merged(candidates: Sequence[Candidate], misread: Sequence[Candidate]) -> list[Candidate]:
    """Return both in the order of the text; where two begin together the misread one, which is longer, comes first."""
    together = sorted([*misread, *candidates], key=lambda one: (one.start, one.doubt != MISREAD))
    return [one.numbered(number) for number, one in enumerate(together)]


def _apart(candidates: Sequence[Candidate], misread: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates that no misread marker overlaps: in （二、 the 二、 is no other marker."""
    ends = [one.end for one in misread]
    starts = [one.start for one in misread]
    apart = []
    for candidate in candidates:
        at = bisect_right(starts, candidate.end - 1) - 1
        if at < 0 or ends[at] <= candidate.start:
            apart.append(candidate)
    return apart


def _borne_out(text: str, candidates: Sequence[Candidate], frail: set[int]) -> list[Candidate]:
    """Return the misread markers with which a series goes on that has a plain member.

    Within a line a `frail` one, or one in a weak place, needs a member behind it.
    """
    links = Links(text, candidates)
    latest: dict[str, int] = {}
    found = []
    for candidate in candidates:
        if candidate.doubt == MISREAD:
            good = candidate.place >= (CLAUSE if candidate.style.spoken else SENTENCE) and candidate.start not in frail
            runs_on = latest.get(candidate.family) == candidate.ordinal - 1
            if _is_due(candidate, candidates, links, good=good, runs_on=runs_on) and _has_fellow(candidate, links):
                found.append(candidate)
        if candidate.doubt in SOUND and candidate.place >= SENTENCE:
            latest[candidate.family] = candidate.ordinal
    return found


def _is_due(candidate: Candidate, candidates: Sequence[Candidate], links: Links, *, good: bool, runs_on: bool) -> bool:
    """Say whether a misread marker is the member due, or the first and followed; in a good place it may be the last."""
    following = links.following[candidate.number]
    if candidate.type == "ARABIC_BARE" and following is None:
        below = candidates[candidate.number + 1 : candidate.number + 1 + _BELOW]
        following = next((one for one in below if one.family == f"decimal {candidate.ordinal}"), None)
    if candidate.ordinal == 1:
        return following is not None
    previous = links.previous[candidate.number]
    return (previous is not None or runs_on) and (following is not None or (previous is not None and good))


def _has_fellow(candidate: Candidate, links: Links) -> bool:
    """Say whether a plain marker in a good place is near in the series of a misread one."""
    if candidate.type == "ARABIC_BARE":
        return True
    for side in (links.previous, links.following):
        fellow = side[candidate.number]
        for _ in range(_FELLOWS):
            if fellow is None:
                break
            if fellow.doubt == NO_DOUBT and fellow.place >= (CLAUSE if fellow.style.spoken else SENTENCE):
                return True
            fellow = side[fellow.number]
    return False
