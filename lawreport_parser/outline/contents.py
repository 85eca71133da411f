"""Series that only announce the outline: tables of contents, and preambles that name the parts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from lawreport_parser.blanks import LINE_ENDS
from lawreport_parser.grammars import Terminals
from lawreport_parser.outline.candidates import CLAUSE, LINE, SENTENCE, Candidate
from lawreport_parser.outline.chains import Links

__all__ = ["AnnexSearch", "LineSearch", "strike_announcements"]

_SHAPES: Final = Terminals("lexical")
_OUTLINE: Final = Terminals("outline")
#: Ranks whose series may be the outline, and those that a table of contents lists.
_FORMAL: Final = 3
_LISTED: Final = 5
_GAPS: Final = frozenset(" \t\u00a0\u3000")
_BEFORE_ANNEX: Final = frozenset("。！？" + LINE_ENDS)
#: So many markers may stand before a table of contents.
_BEFORE_CONTENTS: Final = 3
#: Longest name of a part that is compared between a table of contents and the outline; NAME_LINE tells longer ones.
_NAME: Final = 60
#: A heading of a further document is no longer than this.
_HEADLINE: Final = 80
#: What the first marker of a document begins with.
_OPENS_DOCUMENT: Final = ("第", "一、", "1")
#: The line that heads an annex is no longer than this.
_ANNEX_LINE: Final = 125


def strike_announcements(text: str, candidates: Sequence[Candidate], links: Links) -> set[int]:
    """Return the indexes of the candidates that belong to an announcement of the outline or a list of annexes.

    A series announces when a later series of the same family has the same names in the same order, with
    hardly any text between the members of the first; or when the words before it say so
    (报告分六个部分：一、…) and the outline follows.
    """
    starts = [candidate.start for candidate in candidates]
    struck = _annex_lists(text, candidates, starts) | _below_title(text, candidates, starts)
    heads = [
        (index, candidate)
        for index, candidate in enumerate(candidates)
        if candidate.ordinal == 1 and links.previous[candidate.number] is None and candidate.place >= CLAUSE
    ]
    if len(heads) < 2:
        return struck
    first = next((index for index, head in heads if head.style.rank <= _FORMAL), None)
    later_of: dict[str, tuple[int, Candidate]] = {}
    outermost: tuple[int, Candidate] | None = None
    for index, head in reversed(heads):
        if outermost is not None and links.following[head.number] is not None and _announced(text, head):
            members = _members(head, outermost[1].start, links)
            if len(members) >= 2:
                struck.update(bisect_left(starts, one.start) for one in members)
                continue
        later = later_of.get(head.family)
        if later is not None and head.style.rank <= _LISTED and _is_table(text, head, later[1], starts, links):
            struck.update(_within(candidates, index, later[0]))
        elif later is not None and index == first and _foretells(text, head, later[1], starts, links):
            struck.update(bisect_left(starts, one.start) for one in _members(head, later[1].start, links))
        if head.style.rank <= _FORMAL and head.place >= SENTENCE:
            outermost = (index, head)
        later_of[head.family] = (index, head)
    return struck


class LineSearch:
    """Whether a line ends behind a place: asked for one candidate after another, it goes on from where it was."""

    def __init__(self, text: str, start: int, line_ends: Sequence[str]) -> None:
        self.text = text
        self.start = start
        #: The characters that end a line in this text.
        self._line_ends = line_ends
        self._looked = start
        self._found = -1

    def before(self, end: int) -> bool:
        """Say whether a line ends in front of `end`."""
        if self._found < 0 and end > self._looked:
            places = [self.text.find(mark, self._looked, end) for mark in self._line_ends]
            self._found = min([place for place in places if place >= 0], default=-1)
            self._looked = end
        return 0 <= self._found < end


class AnnexSearch:
    """Where the heading of an annex or of a further document begins behind a place; asked and going on as above.

    It stands on a line of its own (附件1 · 附表：重点任务清单), or is the title right above the first article, part or
    chapter at the place that asks, or stands right before that place where line breaks are lost.
    """

    def __init__(self, text: str, start: int, line_ends: Sequence[str]) -> None:
        self.text = text
        self.start = start
        self._lines = LineSearch(text, start, line_ends)
        self._looked = start
        #: The heading of an annex, and where its line ends.
        self._found: tuple[int, int] | None = None

    def before(self, end: int) -> int | None:
        """Return where such a heading begins in front of `end`."""
        text = self.text
        if self._found is None and end > self._looked:
            start = max(self.start, self._looked - _ANNEX_LINE)
            found = _OUTLINE.ANNEX_HEAD.search(text, start, end) if text.find("附", start, end) >= 0 else None
            self._found = found.span() if found else None
            self._looked = end
        if self._found is not None and self._found[1] < end:
            return self._found[0]
        near = max(self.start, end - _HEADLINE)
        title = None
        if not self._lines.before(end):
            title = _OUTLINE.DOCUMENT_HEAD.search(text, near, end)
        elif text.startswith(_OPENS_DOCUMENT, end):
            title = _OUTLINE.TITLE_LINE.search(text, near, end)
        return title.start() if title else None


def _below_title(text: str, candidates: Sequence[Candidate], starts: Sequence[int]) -> set[int]:
    """Return the indexes of the entries below a line 目录, if the name of the first one comes again."""
    before = candidates[min(_BEFORE_CONTENTS, len(candidates) - 1)].start if candidates else 0
    title = _OUTLINE.CONTENTS.search(text, 0, before) if text.find("目", 0, before) >= 0 else None
    first = bisect_left(starts, title.end()) if title else len(starts)
    if title is None or first == len(starts) or starts[first] - title.end() > _NAME:
        return set()
    sentence = _OUTLINE.SENTENCE.search(text, title.end())
    after = bisect_left(starts, sentence.start()) if sentence else len(starts)
    head, name = candidates[first], _name(text, candidates[first], starts)
    for at in range(first + 1, len(candidates)):
        other = candidates[at]
        again = other.family == head.family and other.ordinal == head.ordinal
        if again and len(name) > 1 and _name(text, other, starts).startswith(name):
            return set(range(first, min(at, after)))
    return set()


def _foretells(text: str, head: Candidate, later: Candidate, starts: Sequence[int], links: Links) -> bool:
    """Say whether one sentence names the parts that follow: …由四个部分组成：一、履职情况；二、主要成效；…。"""
    members, successors = _members(head, later.start, links), _members(later, len(text), links)
    if head.place == LINE or later.place < SENTENCE or not 2 <= len(members) <= len(successors):
        return False
    stop = _SHAPES.SENTENCE_BREAK.search(text, head.start, later.start)
    if stop is None or stop.start() < members[-1].end or stop.start() > members[-1].end + _NAME:
        return False
    pairs = zip(members, successors, strict=False)
    alike = sum(_alike(_name(text, one, starts), _name(text, other, starts)) for one, other in pairs)
    return 2 * alike > len(members)


def _alike(one: str, other: str) -> bool:
    """Say whether two names have two characters in a row in common."""
    return any(one[at : at + 2] in other for at in range(len(one) - 1))


def _announced(text: str, head: Candidate) -> bool:
    lead = text[max(0, head.start - 40) : head.start].rstrip("：: \u3000\n")
    return _OUTLINE.ANNOUNCES.search(lead) is not None


def _is_table(text: str, head: Candidate, later: Candidate, starts: Sequence[int], links: Links) -> bool:
    """Say whether the series of `head` is a table of contents for that of `later`."""
    if links.following[head.number] is None or links.following[later.number] is None:
        return False
    members = _members(head, later.start, links)
    # A table of contents holds no sentence; series that repeat their names, section by section, do.
    end = later.start if head.style.rank > _FORMAL else members[-1].end
    if len(members) < 2 or _OUTLINE.SENTENCE.search(text, head.start, end) is not None:
        return False
    pairs = zip(members, _members(later, len(text), links), strict=False)
    same = sum(_name(text, one, starts) == _name(text, other, starts) != "" for one, other in pairs)
    return 2 * same > len(members)


def _within(candidates: Sequence[Candidate], index: int, end: int) -> range:
    """Return the indexes from `index` up to `end` or the next marker of an outer level.

    A table of two levels lists parts with their sections: behind 一、 of the table comes the real 第一部分 before
    the real 一、. The outer series of the table is struck by itself.
    """
    rank = candidates[index].style.rank
    for at in range(index, end):
        other = candidates[at]
        if other.style.rank < rank and other.place >= SENTENCE and not other.doubt:
            return range(index, at)
    return range(index, end)


def _annex_lists(text: str, candidates: Sequence[Candidate], starts: Sequence[int]) -> set[int]:
    """Return the indexes of the numbered annexes named behind 附件： one to a line, without a sentence."""
    struck: set[int] = set()
    reached = 0
    for annex in _OUTLINE.ANNEX.finditer(text) if "附" in text else ():
        before = annex.start() - 1
        while before >= 0 and text[before] in _GAPS:
            before -= 1
        at = bisect_left(starts, annex.end())
        if at < reached or (before >= 0 and text[before] not in _BEFORE_ANNEX):
            continue  # a list that goes on through further annexes is followed once
        end = annex.end()
        while at < len(candidates) and candidates[at].type in ("ARABIC_DOT", "ARABIC_DOT_TIGHT", "ARABIC_DUN"):
            if candidates[at].start - end > _NAME or _OUTLINE.SENTENCE.search(text, end, candidates[at].start):
                break
            end = candidates[at].end
            line = _OUTLINE.NAME_LINE.match(text, end)
            following = candidates[at + 1].start if at + 1 < len(candidates) else len(text)
            on_line = line is not None and end <= following < line.end()
            entry = text[end:following] if on_line else line.group() if line is not None else ""
            if line is None or _OUTLINE.SENTENCE.search(entry) or len(entry) > _NAME:
                break
            struck.add(at)
            at += 1
            reached = at
    return struck


def _members(head: Candidate, end: int, links: Links) -> list[Candidate]:
    members = [head]
    while (following := links.following[members[-1].number]) is not None and following.start < end:
        members.append(following)
    return members


def _name(text: str, candidate: Candidate, starts: Sequence[int]) -> str:
    """Return the words behind a marker up to the end of the sentence or what may be the next marker."""
    following = bisect_right(starts, candidate.start)
    stop = min([candidate.end + _NAME, *starts[following : following + 1]])
    found = _OUTLINE.NAME_END.search(text, candidate.end, stop)
    return _OUTLINE.NOT_OF_NAME.sub("", text[candidate.end : found.start() if found else stop])
