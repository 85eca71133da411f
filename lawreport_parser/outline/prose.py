"""Prose that speaks for the whole report: 一年来…，但也存在…；2024年，我们将…

It stands after the last numbered part, often on the same line, and may lead in a fresh series.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from lawreport_parser.blanks import BLANK_CHARACTERS, LINE_ENDS, trim
from lawreport_parser.grammars import Terminals
from lawreport_parser.lexicon import Lexicon, Role

__all__ = ["TurnToPlans", "WholeReportProse", "roles_at", "unnumbered_heading"]

_PROSE: Final = Terminals("prose")
_SHAPES: Final = Terminals("lexical")
_BLANKS: Final = frozenset(BLANK_CHARACTERS)
#: An unnumbered heading is no longer than this.
_LONGEST_HEADING: Final = 25
#: How much of a part's first line is read for its role.
_HEAD: Final = 40
#: How far above a marker the line before its own is looked for.
_ABOVE: Final = 500
_FULL_STOPS: Final = "。！？!?"
#: An unnumbered heading and the blanks around it are looked for in so many characters before a marker.
_NEAR: Final = 200
#: No pattern for a sentence looks farther than this, and what names problems is no longer.
_REACH: Final = 512
#: An annex before a candidate may begin by so much before the annex found for the candidate before it.
_LAG: Final = 100


def _names_part(text: str, start: int, end: int, lexicon: Lexicon, *, plans: bool = False) -> bool:
    """Say whether a line is nothing but the name of a part (of plans): 存在的主要问题, 下一步工作打算："""
    while start < end and text[start] in _BLANKS:
        start += 1
    end = _without_blanks(text, start, end)
    while end > start and text[end - 1] in "：:":
        end -= 1
    if not 2 <= end - start <= _LONGEST_HEADING:
        return False
    words = text[start:end]
    if _PROSE.NO_NAME.search(words):
        return False
    roles = lexicon.roles_of(words)
    return any(lexicon.covers(words, role) for role in roles) and (not plans or roles == ["plans"])


def _last_line(text: str, start: int, end: int, line_ends: Sequence[str]) -> int:
    """Return where the last line of `start:end` begins, or 0 if it begins before."""
    last = -1
    for mark in line_ends:
        last = max(last, text.rfind(mark, max(last, start), end))
    return last + 1


def unnumbered_heading(
    text: str, start: int, end: int, lexicon: Lexicon, line_ends: Sequence[str], *, broken: bool
) -> tuple[int, int] | None:
    """Return the place of the line right in front of `end`, if it is an unnumbered name of a part.

    `line_ends` are the characters that end a line in this text; `broken` says that one stands in `start:end`.
    """
    # A text without line breaks: …。存在的主要问题（一）…
    line_start = _last_line(text, max(start, end - _NEAR), end, line_ends if broken else _FULL_STOPS)
    if line_start > start and not text[line_start:end].strip(BLANK_CHARACTERS):
        if not broken:
            return None
        # The marker begins a line of its own: the heading is the line above.
        end = _without_blanks(text, start, line_start)
        line_start = _last_line(text, max(start, end - _NEAR), end, line_ends)
    if line_start <= start or not _names_part(text, line_start, end, lexicon):
        return None
    return trim(text, line_start, end)


class _Sentences:
    """The sentences behind a place, read once: those that end before a place, then what is left in front of it."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self._position = start
        #: Where the sentence begins that is not read to its end, and a place in it up to which nothing ends it.
        self._begun = -1
        self._inner = start
        #: Where a sentence begins, and its first word.
        self._first_word = -1, start

    def whole(self, end: int) -> tuple[int, int] | None:
        """Return the next sentence that ends before `end`, or None."""
        if self._begun < 0:
            found = _PROSE.SENTENCE.search(self.text, self._position, end)
            if found is None:
                self._position = max(self._position, end)
                return None
            self._begun = self._inner = found.start()
        else:
            found = _PROSE.SENTENCE.match(self.text, self._inner, end)
            if found is None:
                return None
        if found.end() < end:
            start, self._begun, self._position = self._begun, -1, found.end()
            return start, found.end()
        stop = _SHAPES.SENTENCE_BREAK.search(self.text, self._inner, end)
        self._inner = (end if stop is None else stop.start()) - 1
        return None

    def rest(self, end: int) -> Iterator[tuple[int, int]]:
        """Yield the sentences behind the whole ones up to `end`; they may go on behind it."""
        position = self._position
        found = _PROSE.SENTENCE.match(self.text, self._inner, end) if self._begun >= 0 else None
        if found is not None:
            position = found.end()
            yield self._begun, position
        for found in _PROSE.SENTENCE.finditer(self.text, position, end):
            yield found.span()

    def words(self, start: int, stop: int) -> int:
        """Return where the words of a sentence begin, `stop` if it has none."""
        known, at = self._first_word
        if known != start or at >= stop:
            at = start
            while at < stop and self.text[at] in _BLANKS:
                at += 1
            self._first_word = start, at
        return at


class TurnToPlans:
    """The first sentence behind a place that looks ahead; it is asked for each candidate, and goes on as above."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.start = start
        self._restart()

    def _restart(self) -> None:
        self._settled = self.start
        self._sentences = _Sentences(self.text, self.start)
        self._found: tuple[int, int] | None = None

    def before(self, end: int) -> tuple[int, int] | None:
        """Return the place of the first such sentence in front of `end`."""
        if end < self._settled:
            self._restart()
        self._settled = end
        while self._found is None and (sentence := self._sentences.whole(end)) is not None:
            if self._looks_ahead(*sentence):
                self._found = trim(self.text, *sentence)
        if self._found is not None:
            return self._found
        return next((trim(self.text, *each) for each in self._sentences.rest(end) if self._looks_ahead(*each)), None)

    def _looks_ahead(self, start: int, stop: int) -> bool:
        at = self._sentences.words(start, stop)
        before = self.text[start:at]
        spaced = before == "" or before.isspace()
        return spaced and _PROSE.LOOKS_AHEAD.match(self.text[at : min(stop, at + _REACH)]) is not None


def _without_blanks(text: str, start: int, end: int) -> int:
    """Return where the words in `start:end` end."""
    while end > start and text[end - 1] in _BLANKS:
        end -= 1
    return end


def roles_at(text: str, part: int, lexicon: Lexicon) -> list[Role]:
    """Return the roles that the first words behind the marker ending at `part` name."""
    return lexicon.roles_of(_name_at(text, part))


def _name_at(text: str, part: int) -> str:
    """Return the first words behind the marker that ends at `part`."""
    head = text[part : part + _HEAD].lstrip(BLANK_CHARACTERS).splitlines()
    return _PROSE.NAME_END.split(head[0])[0] if head else ""


def _plans_within(text: str, parts: Sequence[int], lexicon: Lexicon) -> bool:
    """Say whether one of the sections that begin behind `parts` is called plans outright."""
    names = (_name_at(text, part) for part in parts)
    return any(lexicon.covers(name, "plans") and "plans" in lexicon.roles_of(name) for name in names)


def _remedied(text: str, part: int) -> bool:
    """Say whether the line above that of the marker ending at `part` looks ahead: each problem has its remedy."""
    above = [line for line in text[max(0, part - _ABOVE) : part].splitlines()[:-1] if line.strip(BLANK_CHARACTERS)]
    return bool(above) and _PROSE.LOOKS_AHEAD.match(above[-1]) is not None


class _Told(NamedTuple):
    """What the sentences up to a place have told."""

    #: None had words yet.
    first: bool
    #: The text has nothing for the whole report: it is about plans.
    in_plans: bool
    #: Whether `in_plans` was asked of the inner sections too.
    checked: bool = False
    #: One of them ended with a full stop.
    told: bool = False
    #: Where the marker has a line of heading to itself, the first paragraph below it is its own: this is it.
    begins: bool = False
    #: Where a sentence that looks back begins, and whether it stands on a line of its own.
    back: tuple[int, bool] | None = None


class WholeReportProse:
    """Where, in the text behind the last marker, prose for the whole report begins.

    It is asked for each candidate in its turn, and goes on from where it was: a sentence that ends before a candidate
    is read once, however many candidates that are none follow it.

    `parts` are the ends of the markers of the sections this text stands in, from the outermost,
    and `roles` are those of the outermost. A part about plans keeps its text; one about problems gives up only
    what looks ahead on a line of its own (anywhere, where the text is not `broken` into lines). With `closing`, no
    fresh series follows: then a sentence that looks ahead counts only at the start of a line, or behind one that
    looks back there; and one that looks back only with problems or plans behind it. The first paragraph below a
    marker whose line is nothing but a heading is that part's own.
    """

    def __init__(
        self,
        text: str,
        parts: Sequence[int],
        roles: Sequence[Role],
        lexicon: Lexicon,
        *,
        broken: bool,
        closing: bool = False,
    ) -> None:
        self.text = text
        self.parts = parts
        self.lexicon = lexicon
        self.broken = broken
        self.closing = closing
        self._outer_in_plans = "plans" in roles
        self._in_problems = "problems" in roles
        self._inner_in_plans: bool | None = None
        self._restart()

    def _restart(self) -> None:
        self._sentences = _Sentences(self.text, self.parts[-1])
        self._settled = self.parts[-1]
        self._told = _Told(first=True, in_plans=self._outer_in_plans)
        self._found: int | None = None
        #: Where the last sentence begins and ends, if it closes a report where no other follows.
        self._formula: tuple[int, int] | None = None
        #: How far the sentence at a place was searched for problems, and where the words for them end.
        self._searched: tuple[int, int, int | None] = (-1, 0, None)

    def before(self, end: int) -> int | None:
        """Return where such prose begins in front of `end`; `None`: there is none."""
        settled = end - _LAG if self.closing else end
        if settled < self._settled:
            self._restart()
        self._settled = max(self._settled, settled)
        last = _without_blanks(self.text, self.parts[-1], end) if self.closing else end
        while self._found is None and (sentence := self._sentences.whole(settled)) is not None:
            self._formula = None
            self._found, self._told = self._judge(self._told, *sentence, end, None)
        if self._formula is not None and self._formula[1] >= last:
            return self._formula[0]
        found, told = self._found, self._told
        if found is None:
            for sentence in self._sentences.rest(end):
                found, told = self._judge(told, *sentence, end, last)
                if found is not None:
                    break
        return found

    def _judge(self, before: _Told, start: int, stop: int, end: int, last: int | None) -> tuple[int | None, _Told]:
        """Return where the prose begins, if the sentence `start:stop` shows it, and what is told with the sentence.

        `last` is where the words in front of `end` end, `None` for a sentence that others may follow.
        """
        text, closing, broken = self.text, self.closing, self.broken
        at = self._sentences.words(start, stop)
        if at >= stop:
            return None, before
        words = text[at : min(stop, at + _REACH)]
        first, in_plans, checked, told, begins, back = before
        own_line = not first and text[start - 1] in LINE_ENDS
        if own_line:
            begins = not told
            back = None
            if closing and (_PROSE.CLOSING_FORMULA.match(words) or (told and _PROSE.ADDRESSES.match(words))):
                return at, before
        elif closing and not first:
            if not broken and told and _PROSE.ADDRESSES.match(words):
                return at, before
            if (last is None or stop >= last) and _PROSE.CLOSING_FORMULA.match(words):
                if last is not None:
                    return at, before
                self._formula = at, stop
        after = _Told(False, in_plans, checked, told or text[stop - 1] in _FULL_STOPS, begins, back)
        if first or in_plans:
            return None, after
        if begins and (len(self.parts) == 1 or not _names_part(text, at, stop, self.lexicon)):
            return None, after
        ahead = _PROSE.LOOKS_AHEAD.match(words) is not None
        if ahead and not checked:
            after = after._replace(checked=True, in_plans=self._are_plans())
            if after.in_plans:
                return None, after
        if ahead and (own_line or not (closing or (self._in_problems and broken))):
            return at, after
        # Without line breaks, a heading stands between the end of a sentence and the marker.
        alone = own_line or (not broken and stop == end)
        if alone and not closing and _names_part(text, at, stop, self.lexicon, plans=self._in_problems):
            return at, after
        if self._in_problems:
            return None, after
        if _PROSE.LOOKS_BACK.match(words):
            if not closing or self._names_problems(at, stop):
                return at, after
            return None, after._replace(back=(at, own_line))
        if own_line and _PROSE.TURNS.match(words) and self._names_problems(at, stop):
            return at, after
        if back is not None:
            if (back[1] and ahead) or ((back[1] or _PROSE.TURNS.match(words)) and self._names_problems(at, stop)):
                return back[0], after
            if not back[1]:
                after = after._replace(back=None)
        return None, after

    def _are_plans(self) -> bool:
        """Say whether an inner section is called plans outright, or each problem has its remedy."""
        if self._inner_in_plans is None:
            self._inner_in_plans = _plans_within(self.text, self.parts[1:], self.lexicon) or (
                self._in_problems and _remedied(self.text, self.parts[-1])
            )
        return self._inner_in_plans

    def _names_problems(self, at: int, stop: int) -> bool:
        """Say whether the sentence with its first word at `at` names problems before `stop`."""
        known, clear, found = self._searched if self._searched[0] == at else (at, at, None)
        if found is not None and found <= stop:
            return True
        problems = _PROSE.NAMES_PROBLEMS.search(self.text, max(at, clear - _REACH), stop)
        if problems is not None:
            self._searched = known, clear, problems.end()
        elif found is None:
            self._searched = known, max(clear, stop - _LAG), None
        return problems is not None
