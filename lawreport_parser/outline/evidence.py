"""What speaks for and against each move of a candidate: the features of `weights.py`, found in the text.

A feature is a name; its weight by class of style, and its reason in words, stand in the table of `weights.py`.
Nothing is decided here: `series.py` takes the move whose features weigh most.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from lawreport_parser.blanks import BLANK_CHARACTERS
from lawreport_parser.grammars import Terminals
from lawreport_parser.outline.boundaries import Boundaries
from lawreport_parser.outline.candidates import CLAUSE, LINE, MISREAD, SENTENCE, SOUND, WEAK, Candidate
from lawreport_parser.outline.chains import Links
from lawreport_parser.outline.moves import TEXT, Level, Move, legal_moves
from lawreport_parser.outline.weights import BOUNDARY, WEIGHTS, class_of
from lawreport_parser.page import SENTENCE_ENDS

__all__ = ["ARTICLE", "Evidence"]

_OUTLINE: Final = Terminals("outline")
_PLACES: Final = {LINE: "line", SENTENCE: "sentence", CLAUSE: "clause", WEAK: "word"}
#: Bare headings and the blanks around them are shorter than this.
_NEARBY: Final = 60
#: So many characters before a marker are looked at for a colon that leads in its series.
_LEAD_IN: Final = 120
#: Rank of 第一条; 编, 章 and 节 are coarser.
ARTICLE: Final = 2
_FIGURES: Final = ("DECIMAL", "ARABIC_BARE")
#: The styles whose ordinal a decimal marker below them repeats.
_NUMBERED: Final = ("arabic", "han_dun", "chapter", "part")


class _Own:
    """What is found for a candidate whatever is open: looked up once. `opening` are its features as a first member."""

    __slots__ = ("followed", "led_in", "opening", "opens_document", "place", "set_apart", "torn", "weight")

    def __init__(self, place: str, followed: str) -> None:
        self.place = place
        self.followed = followed
        self.led_in = False
        self.opens_document = False
        self.set_apart = False
        self.torn = False
        self.opening: list[str] = []
        self.weight = 0


class Evidence:
    """The features of the moves in one text.

    `latest`, where a method asks for it, holds the last ordinal of each family: series may run on across their parents.
    """

    def __init__(self, text: str, candidates: Sequence[Candidate], links: Links, boundaries: Boundaries) -> None:
        self.text = text
        self.candidates = candidates
        self.links = links
        self.boundaries = boundaries
        self._own: dict[int, _Own] = {}

    def waits(self, level: Level, candidate: Candidate) -> bool:
        """Say whether a later, believable candidate continues a series."""
        due = self.links.following[level.last.number]
        return due is not None and due.start > candidate.start and (due.place >= CLAUSE or due.style.distinct)

    def of(self, candidate: Candidate, move: Move, levels: Sequence[Level], latest: Mapping[str, int]) -> list[str]:
        """Return the features of a move of a candidate, given the series that are open; none for text."""
        if move.kind == "text":
            return []
        own = self._own.get(candidate.number) or self._of_itself(candidate)
        opens = move.kind == "open"
        found = self._among(candidate, own, move, levels, latest, own.opening if opens else [])
        if opens and levels and move.keep == 0:
            found += self.boundaries.before(candidate, levels)
        return found

    def best(self, candidate: Candidate, levels: Sequence[Level], latest: Mapping[str, int]) -> Move:
        """Return the move that weighs most; text, which weighs nothing, where none weighs more."""
        own = self._own.get(candidate.number) or self._of_itself(candidate)
        style_class = class_of(candidate)
        table, boundary = WEIGHTS[style_class], BOUNDARY[style_class]
        best, most = TEXT, 0
        for move in legal_moves(levels, candidate):
            kind, keep = move
            if kind == "text":
                continue
            weight = sum([table[feature] for feature in self._among(candidate, own, move, levels, latest, [])])
            if kind == "open":
                weight += own.weight
                # What stands before a candidate is looked at only where it can decide.
                if levels and keep == 0 and weight + boundary > most:
                    weight += sum([table[feature] for feature in self.boundaries.before(candidate, levels)])
            if weight > most:
                best, most = move, weight
        return best

    def _among(
        self,
        candidate: Candidate,
        own: _Own,
        move: Move,
        levels: Sequence[Level],
        latest: Mapping[str, int],
        opening: list[str],
    ) -> list[str]:
        """Return the features that a move has by the series that are open; those that it has anyway are `opening`."""
        kind, keep = move
        found = self._waiting(candidate, levels, keep) if keep < len(levels) else []
        if kind == "continue":
            return found + self._continuing(candidate, own, levels, keep)
        return found + opening + self._opening(candidate, own, levels, keep, latest)

    def _waiting(self, candidate: Candidate, levels: Sequence[Level], keep: int) -> list[str]:
        """Return the features of the series that a move would leave although they wait for a member."""
        waiting = [level for level in levels[keep:] if self.waits(level, candidate)]
        return ["leaves one that waits", "leaves several that wait"][: len(waiting)]

    def _of_itself(self, candidate: Candidate) -> _Own:
        links, text, style = self.links, self.text, candidate.style
        follower = links.following[candidate.number]
        good = CLAUSE if style.spoken or style.distinct else SENTENCE
        if follower is None:
            followed = "fellow later" if links.fellow[candidate.number] else "alone"
        else:
            plain = follower.doubt in SOUND and follower.place >= good
            followed = "followed" if plain else "followed weakly"
        place = _PLACES[candidate.place]
        own = self._own[candidate.number] = _Own(place, followed)
        before = text[max(0, candidate.start - _LEAD_IN) : candidate.start].rstrip(BLANK_CHARACTERS)
        own.led_in = before.endswith(("：", ":"))
        own.torn = bool(candidate.doubt and before) and candidate.place == LINE and before[-1] not in SENTENCE_ENDS
        own.set_apart = text[candidate.end : candidate.end + 1] in BLANK_CHARACTERS
        first = "first" if candidate.ordinal == 1 else "late"
        found = [f"{first}: {place}", f"{first}: {followed}", f"{first} {place}, {followed}"]
        if links.strength[candidate.number] >= 3:
            found.append(f"{first}: three in a row")
        if style.ordinal == "word" and follower is None:
            found.append("a word alone")
        if style.family == "arabic" and follower is None and candidate.ordinal > 1:
            found.append("a number alone")
        if style.rank < ARTICLE:
            found.append(f"{first}: a chapter or its like, {place}")
        if candidate.doubt == MISREAD and candidate.ordinal == 1:
            found.append("misread, first")
        elif candidate.doubt and candidate.doubt != MISREAD:
            found += [f"in doubt, opens: {place}", f"in doubt: {followed}"]
            if own.torn:
                found.append("in doubt, behind a line that ends no sentence")
            if follower is not None and follower.doubt == candidate.doubt and follower.place == candidate.place:
                found.append(f"in doubt like the next: {place}")
        if links.awaited[candidate.number] is not None:
            found.append("awaits a bare 是")
        if own.led_in:
            if _OUTLINE.OPENS_DOCUMENT.search(before.rpartition("。")[2]):
                own.led_in, own.opens_document = False, True
            else:
                found.append("led in by a colon")
        if style.family == "arabic" and candidate.place == LINE:
            # 1、3名干部 has words where 2、 follows, the 2. of PM⏎2.5 has none.
            counts = candidate.doubt == "figure" and style.name == "arabic_dun" and follower is not None
            has_text = counts or _OUTLINE.HAS_TEXT.match(text, candidate.end)
            found.append("number before words" if has_text else "number before no words")
        if candidate.type == "ARABIC_BARE" and self._heads_decimals(candidate):
            found.append("bare number, its decimals follow")
        elif candidate.type == "DECIMAL":
            if follower is None and links.previous[candidate.number] is None and not own.set_apart:
                found.append("a decimal alone")
            found.append(f"decimal, set apart: {place}" if own.set_apart else f"decimal, glued: {place}")
        own.opening = found
        table = WEIGHTS[class_of(candidate)]
        own.weight = sum([table[feature] for feature in found])
        return own

    # --- a member of an open series

    def _continuing(self, candidate: Candidate, own: _Own, levels: Sequence[Level], keep: int) -> list[str]:
        level = levels[keep - 1]
        place, last = own.place, level.last
        relation = _relation(candidate, level)
        due = "due" if relation in ("due", "lost") else "not due"
        found = [f"{relation}: {place}", f"{due}: {own.followed}"]
        if candidate.place == WEAK:
            found.append(f"{due} behind a word, {own.followed}")
        if level.on_lines != (candidate.place == LINE):
            found.append(f"{due}: laid out otherwise")
        if candidate.doubt == MISREAD:
            found.append(f"misread, {due}")
        elif candidate.doubt:
            found += [f"in doubt, goes on: {place}", f"in doubt: {own.followed}"]
            if own.torn:
                found.append("in doubt, behind a line that ends no sentence")
        previous = self.links.previous[candidate.number]
        if previous is last:
            found.append(f"borne out: {place}")
        elif previous is not None:
            where = next((at for at, other in enumerate(levels) if other.last is previous), None)
            found.append(
                "linked to text" if where is None else "linked further in" if where >= keep else "linked further out"
            )
        if last.style.spoken:
            if candidate.line != last.line:
                found.append("spoken, on another line")
            if level.ordinal > 1 and candidate.before != last.before:
                found.append("spoken, behind another mark")
            if relation == "one is missing" and candidate.place == CLAUSE and candidate.before == last.before:
                found.append("spoken, a gap behind like commas")
        if candidate.ordinal == 0:
            found.append("bare 是")
            follower = self.links.following[last.number]
            if follower is not None and follower is not candidate and follower.start > candidate.start:
                found.append("bare 是, numeral follows")
            if self.links.awaited[last.number] is candidate:
                found.append("bare 是, awaited")
            if keep < len(levels):
                found.append(f"bare 是 ends an inner series: {place}")
        return found

    # --- the first of a new series

    def _opening(
        self, candidate: Candidate, own: _Own, levels: Sequence[Level], keep: int, latest: Mapping[str, int]
    ) -> list[str]:
        first = "first" if candidate.ordinal == 1 else "late"
        found: list[str] = []
        previous = self.links.previous[candidate.number]
        if previous is not None:
            linked = any(level.last is previous for level in levels)
            found.append("opens though linked" if linked else "opens, linked to text")
        if candidate.ordinal > 1 and latest.get(candidate.family) == candidate.ordinal - 1:
            found.append("runs on from a closed series")
        self._parent(candidate, own, levels, keep, found)
        if candidate.number in self.links.parts and keep and keep == self._parted(candidate, levels):
            found.append("within what it parts")
        if keep < len(levels):
            self._replaced(candidate, own, levels, keep, first, found)
        if levels and candidate.ordinal == 1 and self._right_behind_heading(candidate, levels[-1]):
            found.append(f"right behind a heading, {own.followed}")
        if candidate.type == "DECIMAL":
            self._decimal(candidate, levels, keep, found)
        return found

    def _parted(self, candidate: Candidate, levels: Sequence[Level]) -> int:
        """Return how many series are open around the sentence that 其中： parts; 0: it cannot be told.

        A member amid a line, or of a spoken style, ends with its line. A section holds parts of its own style only
        where its series waits for its next member, or is laid out otherwise.
        """
        on_lines = candidate.place == LINE
        line = candidate.line - on_lines
        keep = len(levels)
        while keep and levels[keep - 1].last.line < line:
            last = levels[keep - 1].last
            if last.place == LINE and not last.style.spoken:
                break
            keep -= 1
        alike = [level for level in levels[:keep] if level.last.family == candidate.family]
        return keep if all(level.on_lines != on_lines or self.waits(level, candidate) for level in alike) else 0

    def _parent(self, candidate: Candidate, own: _Own, levels: Sequence[Level], keep: int, found: list[str]) -> None:
        """Add what speaks for and against the series around the new one."""
        if not keep:
            found.append("outermost, behind words that open a document" if own.opens_document else "outermost")
            return
        parent = levels[keep - 1]
        last = parent.last
        rank = candidate.style.rank - last.style.rank
        if last.family == candidate.family:
            found.append("within its own style")
        elif last.type in _FIGURES:
            found.append("within a decimal one")
        elif candidate.type == "DECIMAL":
            found.append("decimal, within another style")
        else:
            found.append(
                "within a finer one" if rank < 0 else "within an equal one" if rank == 0 else "within a coarser one"
            )
        if last.style.spoken:
            found.append("within a spoken one, same line" if last.line == candidate.line else "within a spoken one")
        if parent.on_lines != (candidate.place == LINE):
            found.append("run in below lines" if parent.on_lines else "on a line below one run in")
        if any(level.last.family == candidate.family for level in levels[:keep]):
            found.append("somewhere within its own style, led in" if own.led_in else "somewhere within its own style")

    def _replaced(
        self, candidate: Candidate, own: _Own, levels: Sequence[Level], keep: int, first: str, found: list[str]
    ) -> None:
        """Add what speaks for and against the end of the series that the new one replaces."""
        ended = levels[keep].last
        rank = candidate.style.rank - ended.style.rank
        if ended.family == candidate.family:
            found.append(f"{first}, ends its own style")
        elif ended.type in _FIGURES:
            found.append(f"{first}, ends a decimal one")
        elif candidate.type == "DECIMAL":
            found.append("decimal, ends another style")
        else:
            kind = "a finer one" if rank < 0 else "an equal one" if rank == 0 else "a coarser one"
            found.append(f"{first}, ends {kind}")
            if rank < 0 and ended.number in self.links.parts:
                found.append("ends the parts of a sentence")
        if any(level.last.family == candidate.family and level.ordinal < candidate.ordinal for level in levels[keep:]):
            found.append("late, ends a lower number")
        if ended.style.spoken:
            found.append("ends a spoken one, same line" if ended.line == candidate.line else "ends a spoken one")
        if own.led_in:
            found.append("ends one though led in")
        if len(levels) - keep > 1:
            found.append("ends several")
        if keep == 1 and self.boundaries.turns_to_plans(candidate, levels):
            found.append("behind a turn to plans")

    def _right_behind_heading(self, candidate: Candidate, level: Level) -> bool:
        """Say whether hardly anything but a bare heading stands before a marker: 三、打算（一）深学（二）真干."""
        start = level.last.end
        if candidate.start - start > _NEARBY:
            return False
        return _OUTLINE.BARE_HEADING.fullmatch(self.text, start, candidate.start) is not None

    def _heads_decimals(self, candidate: Candidate) -> bool:
        """Say whether 1.1 comes soon behind 1."""
        following = self.candidates[candidate.number + 1 : candidate.number + 3]
        return any(one.family == f"decimal {candidate.ordinal}" and one.ordinal == 1 for one in following)

    def _decimal(self, candidate: Candidate, levels: Sequence[Level], keep: int, found: list[str]) -> None:
        """Add how the numbers before the last dot agree with the open series."""
        number = candidate.family.removeprefix("decimal ")
        prefix, _, last = number.rpartition(".")
        families = (f"decimal {prefix}",) if prefix else _NUMBERED
        agrees = [str(level.ordinal) == last and level.last.family in families for level in levels]
        if keep and agrees[keep - 1]:
            found.append("decimal, below its number")
        else:
            found.append("decimal, not below its number")
            if any(agrees):
                found.append("decimal, its number is open elsewhere")
            before = f"decimal {prefix}{'.' if prefix else ''}{int(last) - 1}"
            if keep < len(levels) and levels[keep].last.family == before:
                found.append("decimal, beside the number before")


def _relation(candidate: Candidate, level: Level) -> str:
    """Return how the ordinal of a candidate follows the last of a series."""
    if candidate.ordinal == 0:
        return "lost"
    step = candidate.ordinal - level.ordinal
    if step == 1 or (step > 0 and candidate.family == "sequence"):
        return "due"
    if candidate.ordinal == level.highest + 1:
        return "next to the highest"
    if step > 1:
        return "one is missing" if step == 2 else "some are missing" if step <= 6 else "many are missing"
    if step == 0:
        return "suffixed" if candidate.suffix is not None else "repeated"
    return "goes back"
