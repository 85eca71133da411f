"""Headings without a marker: which lines are such headings, and at what depth they stand.

A line of its own that heads text below it, where the parts of a report have no number or lost it (存在的问题和不足),
or where summaries and work reports head their paragraphs (兜牢民生底线). What speaks for and against a line is
weighed like the moves of a marker, by `heading_weights.py`; a line that is no name of a part needs fellows of the same
look. `Nesting` keeps what is open, headings and numbered sections alike, and tells where the next stands.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from lawreport_parser.grammars import Terminals
from lawreport_parser.lexicon import Lexicon, Role, looks_back
from lawreport_parser.organs import is_organ, names_person
from lawreport_parser.outline.boundaries import Boundaries
from lawreport_parser.outline.candidates import LINE, Candidate
from lawreport_parser.outline.heading_weights import ENOUGH, HEADING_WEIGHTS
from lawreport_parser.outline.moves import MAX_DEPTH
from lawreport_parser.outline.prose import roles_at
from lawreport_parser.outline.series import Decision
from lawreport_parser.page import Page

__all__ = ["Fate", "Look", "Nesting", "Unnumbered", "find_unnumbered", "looks_of", "without_period"]

_OUTLINE: Final = Terminals("outline")
_PROSE: Final = Terminals("prose")

#: No fellow of a heading has one of these.
_UNLIKE: Final = frozenset(
    feature for feature, weight in HEADING_WEIGHTS.items() if weight <= -4 and feature != "first of its document"
)
_LONGEST: Final = 30
#: Names of parts as the regulation has them (…第一责任人职责，加强法治政府建设的有关情况) are longer.
_LONGEST_NAME: Final = 45
_LONG: Final = 18
_SHORT: Final = 3
#: Where no line is longer and a quarter of them are nearly as long as the longest, the text is broken into rows.
_LONGEST_ROW: Final = 60
_FEWEST_FULL: Final = 4
_SENTENCE_MARKS: Final = frozenset("。！？!?；;…")
_CLOSERS: Final = "”’」』）)》"
#: What becomes of a line that may be a heading: one; or it is too long, comes again below a table of contents, heads
#: nothing, weighs too little, or stands beside a line that is none.
Fate = Literal["heading", "long", "contents", "heads_nothing", "light", "neighbour"]
#: So many decisions behind a heading are asked whether a number is missing in its place.
_AHEAD: Final = 60
#: What no series holds that stands below the name of another part.
_OTHER_PARTS: Final[frozenset[Role]] = frozenset({"problems", "responsibility", "plans"})
_OUTERMOST: Final = (("open", 0), ("continue", 1))
#: A name of a part makes up this much of its line.
_SHARE: Final = 0.5


class Unnumbered(NamedTuple):
    """A heading without a marker: its line, the roles that it names, and the features that speak for and against it.

    `part`: it names a part of a report. `bare`: nothing stands between it and the heading above. `missing` is which of
    the open series lacks a number here. `repeated`: the outermost series goes on between it and another of the same
    words. `run` counts it and those behind it up to the next name of a part. `beside`: the numbered series below it
    holds parts of the report, which are none of its own (基本情况 above 一、主要成效 二、存在的问题).
    """

    start: int
    end: int
    line: int
    roles: list[Role]
    part: bool
    bare: bool
    missing: int | None
    repeated: bool
    run: int
    beside: bool
    features: list[str]
    weight: int


def find_unnumbered(page: Page, decisions: Sequence[Decision], lexicon: Lexicon) -> list[Unnumbered]:
    """Return the headings without marker among the lines of the body of a page, in the order of the text."""
    if len(page.lines) < 3:
        return []
    return _Lines(page, decisions, lexicon).headings()


def looks_of(page: Page, decisions: Sequence[Decision], lexicon: Lexicon) -> list[Look]:
    """Return all lines of a body that have the shape of a heading without marker, also those that are none.

    What is found of a line ends where its fate is settled: one that is too long is looked at no further.
    """
    if len(page.lines) < 3:
        return []
    found = _Lines(page, decisions, lexicon)
    found.headings()
    return found.looks


class Look:
    """A line that may be a heading, what was found of it, and its fate."""

    __slots__ = ("bare", "fate", "features", "line", "missing", "outright", "roles", "words")

    def __init__(self, line: int, words: str) -> None:
        self.line = line
        #: Without blanks and the mark that closes it.
        self.words = words
        self.features: list[str] = []
        self.roles: list[Role] = []
        self.outright = False
        self.bare = False
        self.missing: int | None = None
        self.fate: Fate = "heading"

    @property
    def weight(self) -> int:
        """Return what its features weigh together."""
        return sum([HEADING_WEIGHTS[feature] for feature in self.features])


class _Lines:
    """The lines of one body, looked at one by one and then beside one another."""

    def __init__(self, page: Page, decisions: Sequence[Decision], lexicon: Lexicon) -> None:
        self.text = text = page.text
        self.lines = lines = page.lines
        #: The title of the report, without blanks.
        self.title = "".join(
            "".join(text[each.start : each.end].split()) for each in page.front if each.type == "TITLE"
        )
        self.decisions = decisions
        self.lexicon = lexicon
        #: The first and the last decision of each line that holds a marker, by their indexes.
        self.marked: dict[int, tuple[int, int]] = {}
        lengths = [line.end - line.start for line in lines]
        longest = max(lengths)
        #: The lines of the right shape, whatever becomes of them.
        self.looks: list[Look] = []
        #: The lines that are entries of a table of contents.
        self.entries: set[int] = set()
        self.signed = [at for at, line in enumerate(lines) if line.type == "SIGNED"]
        full = sum(length >= 0.9 * longest for length in lengths)
        self.wrapped = longest <= _LONGEST_ROW and full >= max(_FEWEST_FULL, len(lines) // 4)
        self.widest = 0.9 * longest if self.wrapped else _LONGEST_NAME + 1

    def headings(self) -> list[Unnumbered]:
        self.looks = [*self._looks()]
        if not self.looks:
            return []
        for at, decision in enumerate(self.decisions):
            line = decision.candidate.line
            self.marked[line] = (self.marked.get(line, (at, at))[0], at)
        looks: dict[int, Look] = {}
        for look in self.looks:
            self._what_it_says(look)
            if look.outright or len(look.words) <= _LONGEST:
                looks[look.line] = look
            else:
                look.fate = "long"
        self._strike_entries(looks)
        for look in [*looks.values()][::-1]:
            if not self._below(look, looks):
                look.fate = "heads_nothing"
                del looks[look.line]
        self._missing_numbers(looks)
        for look in looks.values():
            self._above(look, looks)
        self._fellows([*looks.values()])
        found = {}
        for line, look in looks.items():
            if look.weight >= ENOUGH:
                found[line] = look
            else:
                look.fate = "light"
        # What stood above or behind a line that is none after all is none either.
        for line, look in [*found.items()]:
            lost = ("above a heading" in look.features and line + 1 not in found) or (
                "behind a heading without number" in look.features and line - 1 not in found
            )
            if lost:
                look.fate = "neighbour"
                del found[line]
        return [*self._made([*found.values()])]

    def _made(self, looks: list[Look]) -> Iterator[Unnumbered]:
        runs: list[int] = []
        run = 0
        for look in reversed(looks):
            run = 0 if look.outright else run + 1
            runs.append(run)
        repeated = self._repeated(looks)
        # One such heading with text of its own stands beside the numbered parts.
        names = [look for look in looks if look.outright and look.missing is None]
        beside = names[0] if len(names) == 1 and names[0].line + 1 not in self.marked else None
        if beside is not None and not self._above_parts(beside):
            beside = None
        for look, run in zip(looks, reversed(runs), strict=True):
            line = self.lines[look.line]
            yield Unnumbered(
                line.start,
                line.end,
                look.line,
                look.roles,
                look.outright,
                look.bare,
                look.missing,
                look.line in repeated,
                run,
                look is beside,
                look.features,
                look.weight,
            )

    def _repeated(self, looks: list[Look]) -> set[int]:
        """Return the lines of headings that come again in another member of the outermost series."""
        outer = [each.candidate.line for each in self.decisions if each.move.kind == "continue" and each.move.keep == 1]
        last: dict[str, int] = {}
        repeated: set[int] = set()
        for look in looks:
            before = last.get(look.words)
            if before is not None:
                passed = bisect_left(outer, look.line) - bisect_left(outer, before)
                if passed and not self._signed_between(before, look.line):
                    repeated |= {before, look.line}
            last[look.words] = look.line
        return repeated

    def _above_parts(self, look: Look) -> bool:
        """Say whether the first numbered series of the document, behind a heading, holds other parts than it names."""
        at = bisect_left(self.signed, look.line)
        start = self.signed[at - 1] if at else -1
        end = self.signed[at] if at < len(self.signed) else len(self.lines)
        own = [each for each in self.decisions if start < each.candidate.line < end]
        if not own or own[0].candidate.line < look.line:
            return False
        others = _OTHER_PARTS.difference(look.roles)
        outermost = [each.candidate for each in own if (each.move.kind, each.move.keep) in _OUTERMOST]
        return any(not others.isdisjoint(roles_at(self.text, each.end, self.lexicon)) for each in outermost)

    def _signed_between(self, start: int, end: int) -> bool:
        return bisect_left(self.signed, start) < bisect_left(self.signed, end)

    def _looks(self) -> Iterator[Look]:
        """Yield the lines of the right shape: short, without a mark of sentences, with words of Han."""
        text = self.text
        marked = {decision.candidate.line for decision in self.decisions}
        for at, line in enumerate(self.lines):
            if at in marked or line.type != "LINE":
                continue
            length = line.end - line.start
            if not 2 <= length <= _LONGEST_NAME or length >= self.widest:
                continue
            if _OUTLINE.UNNUMBERED.fullmatch(text, line.start, line.end) is None:
                continue
            words = "".join(text[line.start : line.end].split())
            if len(words) > 1 and all(words.count(one) == words.count(other) for one, other in ("“”", "《》", "（）")):
                yield Look(at, _OUTLINE.DECORATION.sub("", words))

    def _strike_entries(self, looks: dict[int, Look]) -> None:
        """Strike the lines that stand one upon another and come again below: a table of contents."""
        last = {look.words: line for line, look in looks.items()}
        for line, look in [*looks.items()]:
            if last[look.words] > line and (line + 1 in looks or line - 1 in self.entries):
                self.entries.add(line)
                look.fate = "contents"
                del looks[line]

    def _what_it_says(self, look: Look) -> None:
        words, found, lexicon = look.words, look.features, self.lexicon
        line = self.lines[look.line]
        written = self.text[line.start : line.end]
        look.roles = lexicon.roles_of(words)
        name = without_period(words)
        theme = _PROSE.THEME.match(name)
        name = name[theme.end() :] if theme else name
        # …主要负责人履行第一责任人职责…情况 names its part by far fewer words than it has.
        duty = "responsibility" in look.roles and words.endswith("情况")
        named = [look.roles, *([role] for role in look.roles)]
        look.outright = duty or any(
            lexicon.covers_together(each, roles, _SHARE) for roles in named for each in (words, name)
        )
        if _OUTLINE.DOCUMENT_PART.fullmatch(words):
            found.append("names a part of a document")
        elif look.outright:
            found.append("names a part of a report")
        if _OUTLINE.BESIDE_THE_TEXT.search(words) or _PROSE.ADDRESSES.match(words + "："):
            found.append("has the mark of a caption, an address or a control")
        if not look.outright:
            if _OUTLINE.CALLED_DOCUMENT.search(words):
                found.append("is called like a document")
            if is_organ(words) or names_person(words):
                found.append("is an organ or a person")
        if _OUTLINE.SPEAKS.search(words):
            found.append("speaks like a sentence")
        if _OUTLINE.TORN_WORDS.search(words):
            found.append("is torn at its ends")
        if written[-1] in "：:":
            found.append("closes with a colon")
        if _OUTLINE.GAP_IN_WORDS.search(_OUTLINE.DECORATION.sub("", written).strip()):
            found.append("holds a gap")
        if words[0] == "“" and words.find("”") == len(words) - 1:
            found.append("is a quotation")
        if not look.outright and ("，" in words or "," in words):
            found.append("holds a comma")
        if len(words) > _LONG:
            found.append("is long")
        if len(words) < _SHORT and not look.outright:
            found.append("is one word")

    def _above(self, look: Look, looks: dict[int, Look]) -> None:
        """Add what the line above tells."""
        at = look.line - 1
        found = look.features
        above = self.lines[at] if at >= 0 else None
        if above is None or above.type == "SIGNED":
            heads = above is None and self._heads_document(look)
            found.append("right below the title" if heads else "first of its document")
            return
        words = self.text[above.start : above.end]
        if at in looks and "above a heading" in looks[at].features:
            look.bare = True
            found.append("behind a heading without number")
        elif _ends(words) or _PROSE.ADDRESSES.match(words):
            found.append("behind the end of a sentence")
        elif at in self.entries:
            found.append("behind a table of contents")
        elif words[-1] in "：:":
            # 现将有关情况报告如下： leads in all parts, and is no part of any.
            opens = _OUTLINE.OPENS_DOCUMENT.search(words.rpartition("。")[2])
            found.append("behind the end of a sentence" if opens else "behind a colon")
        elif self._is_bare(at):
            listed = self._is_listed(at)
            look.bare = not listed
            found.append("behind a list of bare members" if listed else "behind a numbered heading")
        elif _OUTLINE.GAP_IN_WORDS.search(words):
            found.append("behind a row of a table or names")
        elif not self.wrapped and len(words) > _LONGEST:
            found.append("behind a paragraph without its mark")
        else:
            found.append("behind a line that goes on")

    def _heads_document(self, look: Look) -> bool:
        """Say whether the first line names a part below the title, and does not say it again: 基本情况, 主要工作."""
        if not look.outright or not self.title or look.words.rstrip("：:") in self.title:
            return False
        return look.line + 1 not in self.marked or not self._above_parts(look)

    def _is_bare(self, at: int) -> bool:
        """Say whether a line is a marker with its heading and no more."""
        if at not in self.marked:
            return False
        line, (first, last) = self.lines[at], self.marked[at]
        start = self.decisions[first].candidate.start
        return first == last and start == line.start and line.end - start <= _LONGEST_NAME

    def _is_listed(self, at: int) -> bool:
        """Say whether a bare line goes on a series whose member before it is the bare line above."""
        decision = self.decisions[self.marked[at][0]]
        return decision.move.kind == "continue" and decision.levels[-1].last.line == at - 1 and self._is_bare(at - 1)

    def _below(self, look: Look, looks: dict[int, Look]) -> bool:
        """Add what the line below tells; return whether the line heads anything."""
        at = look.line + 1
        below = self.lines[at] if at < len(self.lines) else None
        if below is None or below.type == "SIGNED":
            return False
        first = self.marked.get(at, (None, None))[0]
        if first is not None and self.decisions[first].candidate.start == below.start:
            decision = self.decisions[first]
            spoken = decision.candidate.style.spoken
            kind = "text" if spoken else "a fresh series" if decision.move.kind == "open" else "a member of a series"
            look.features.append(f"above {kind}")
            return not spoken or decision.move.kind == "open"
        words = self.text[below.start : below.end]
        if _OUTLINE.TORN_BEGINNING.match(words):
            return False
        if at in looks and looks[at].features.count("above a heading") < 1 and not looks[at].weight < 0:
            look.features.append("above a heading")
            return look.outright
        if len(words) > _LONGEST or _ends(words) or "。" in words or words[-1] in "：:":
            look.features.append("above text")
            return True
        look.features.append("above a row")
        return look.outright

    def _missing_numbers(self, looks: dict[int, Look]) -> None:
        """Find the lines that stand where exactly one number of a series is missing: 一、 … 存在的不足 … 三、"""
        at, decisions = 0, self.decisions
        for line, look in sorted(looks.items()):
            start = self.lines[line].start
            while at < len(decisions) and decisions[at].candidate.start < start:
                at += 1
            levels = decisions[at - 1].after if at else ()
            if at and self._signed_between(decisions[at - 1].candidate.line, line):
                levels = ()
            for decision in decisions[at : at + _AHEAD]:
                candidate, move = decision.candidate, decision.move
                if candidate.line > line + 1 and looks.get(candidate.line - 1) and looks[candidate.line - 1].outright:
                    break
                if candidate.style.spoken:
                    continue
                family = next((k for k, level in enumerate(levels) if level.last.family == candidate.family), None)
                outer = move.keep - 1 if move.kind == "continue" else move.keep
                if family is not None and outer <= family + (move.kind == "open"):
                    if decision.ordinal == levels[family].ordinal + 2:
                        look.missing = family
                        look.features.append("where a number is missing")
                    if decision.ordinal > 1:
                        break
                elif outer < len(levels) and move.kind == "continue":
                    break
                elif not levels and move.kind == "open" and move.keep == 0 and candidate.ordinal == 2:
                    if candidate.place == LINE:
                        look.features.append("where a number is missing")
                    break

    def _fellows(self, looks: list[Look]) -> None:
        fellows = [look for look in looks if not _UNLIKE.intersection(look.features)]
        forms: Counter[object] = Counter()
        for look in fellows:
            forms.update(_forms(look.words))
        number = len(fellows) - 1
        told = "one fellow" if number == 1 else "two fellows" if number == 2 else "more fellows"
        if number > 0:
            for look in fellows:
                look.features.append(told)
                if any(forms[form] > 1 for form in _forms(look.words)):
                    look.features.append("alike in form")


def without_period(words: str) -> str:
    """Return a name without the time that it begins with: 2023年工作回顾."""
    period = _OUTLINE.PERIOD.match(words)
    return words[period.end() :] if period else words


def _forms(words: str) -> tuple[object, ...]:
    return len(words), words[:2], (words[-2:], "end")


def _ends(words: str) -> bool:
    """Say whether a line ends a sentence or a clause."""
    stripped = words.rstrip(_CLOSERS)
    return words[-1] in _SENTENCE_MARKS or (len(stripped) < len(words) and stripped[-1:] in _SENTENCE_MARKS)


class _Open:
    """A section that is open: its marker or its heading without one, and the series of its marker.

    `end` is where the marker ends or the heading begins; `level` is the index of its series among those of the
    decisions, None for a heading without marker.
    """

    __slots__ = ("end", "heading", "level", "marker")

    def __init__(self, end: int, level: int | None, marker: Candidate | None, heading: Unnumbered | None) -> None:
        self.end = end
        self.level = level
        self.marker = marker
        self.heading = heading

    @property
    def on_lines(self) -> bool:
        """Say whether it begins a line."""
        return self.marker is None or self.marker.place == LINE


class Nesting:
    """The sections that are open, from the outermost: numbered ones, and those whose heading has no marker.

    The decisions know of numbered series only; `places` tells at which depth each of theirs stands, or stood when a
    heading ended it and it may go on.
    """

    def __init__(self, text: str, boundaries: Boundaries) -> None:
        self.text = text
        self.boundaries = boundaries
        self.open: list[_Open] = []
        self.places: list[int] = []
        #: The last heading that is no name of a part: its depth, and the section that holds it.
        self.theme: tuple[int, _Open | None] | None = None
        #: The level whose last member was a heading that lost its number.
        self.lost: int | None = None
        #: Whether the last marker would stand deeper than sections may.
        self.capped = False

    def end_all(self) -> None:
        """End all sections: a document ends, or what follows speaks for all of it."""
        self.open, self.places, self.theme, self.lost = [], [], None, None

    def roles(self, section: _Open) -> Sequence[Role]:
        """Return the roles that an open section names. Of most sections nobody asks them."""
        if section.marker is not None:
            return self.boundaries.roles(section.marker)
        return section.heading.roles if section.heading is not None else []

    def marker(self, decision: Decision) -> int:
        """Return the depth of a numbered section, 0 for the outermost, and open it there."""
        candidate, (kind, keep), opened, places = decision.candidate, decision.move, self.open, self.places
        if kind == "continue":
            level = keep - 1
            depth = places[level] if level < len(places) else len(opened)
        else:
            level = keep
            depth = self._depth_of_first(candidate, level)
            if level and level - 1 == self.lost and decision.levels[level - 1].last.family == candidate.family:
                # 一、 … 三、 as if within 一、: a heading that lost 二、 ended it.
                depth = places[self.lost]
        # With headings in between, a series may stand deeper than the decisions know: at the bound it nests no further.
        self.capped = depth >= MAX_DEPTH
        if self.capped:
            depth = MAX_DEPTH - 1
        if depth < len(opened):
            del opened[depth:]
        else:
            depth = len(opened)
        del places[level:]
        while len(places) <= level:
            # A series whose parents a heading ended stands where they stood.
            places.append(depth)
        opened.append(_Open(candidate.end, level, candidate, None))
        return depth

    def _depth_of_first(self, candidate: Candidate, level: int) -> int:
        """Return at which depth the first member of a new series stands, around which `level` series stay open."""
        for other in range(level, len(self.places)):
            depth = self.places[other]
            if depth < len(self.open) and self.open[depth].level == other:
                ended = self.open[depth].marker
                coarser = ended is not None and candidate.style.rank < ended.style.rank
                # A part that lost 一、, then （一）（二）, then 二、: the coarser series does not belong to it.
                while depth and coarser and self.open[depth - 1].level is None:
                    depth -= 1
                return depth
        return len(self.open) - (level == 0 and self._beside_parts())

    def _beside_parts(self) -> bool:
        """Say whether what is open alone is no part that holds the numbered ones behind it: 前言, 基本情况."""
        heading = self.open[0].heading if len(self.open) == 1 else None
        return heading is not None and (heading.beside or "names a part of a document" in heading.features)

    def heading(self, heading: Unnumbered, following: Decision | None) -> int | None:
        """Return the depth of a heading without marker and open it there; None: it is too deep.

        `following` is the next marker of its document, if there is one.
        """
        depth = self._depth_of(heading)
        runs_on = False
        if heading.missing is not None and heading.missing < len(self.places):
            depth = min(self.places[heading.missing], len(self.open))
            self.lost = heading.missing
        elif following is not None:
            depth, runs_on = self._before(heading, following, depth)
        if depth >= MAX_DEPTH:
            return None
        del self.open[depth:]
        self.places = [place if place < depth else depth + runs_on for place in self.places]
        container = self.open[depth - 1] if depth else None
        if not heading.part:
            self.theme = depth, container
        self.open.append(_Open(heading.start, None, None, heading))
        return depth

    def _depth_of(self, heading: Unnumbered) -> int:
        """Return where a heading stands by what it says and by the headings before it."""
        if heading.bare and not self._ends_its_part(heading):
            return len(self.open)
        if not heading.part:
            return self._depth_of_theme(heading)
        # 重点工作 in a part on plans is a theme of it.
        planned = bool(self.open) and "plans" in self.roles(self.open[0]) and heading.roles == ["achievements"]
        if planned and not looks_back(self.text[heading.start : heading.end]):
            return max(1, self._depth_of_theme(heading))
        return self._depth_of_part(heading)

    def _depth_of_theme(self, heading: Unnumbered) -> int:
        """Return the depth of a heading that names no part: that of its fellow, if one section holds both."""
        if self.theme is not None:
            depth, container = self.theme
            if depth <= len(self.open) and (self.open[depth - 1] is container if depth else True):
                return depth
        for depth in range(len(self.open) - 1, -1, -1):
            before = self.open[depth].heading
            if before is not None:
                # Several themes behind the name of a part are its own; one is its fellow.
                return depth + (heading.run > 1 and before.part)
        return len(self.open)

    def _ends_its_part(self, heading: Unnumbered) -> bool:
        """Say whether a heading names another part than the outermost section, which holds more than its heading."""
        if not heading.part or len(self.open) < 2:
            return False
        outer = self.roles(self.open[0])
        return bool(outer) and not set(heading.roles) <= set(outer)

    def _depth_of_part(self, heading: Unnumbered) -> int:
        """Return the depth of a name of a part: within a part that names it too, else beside the part it ends."""
        roles = set(heading.roles)
        if roles and "other" not in roles:
            for depth, section in enumerate(self.open):
                own = self.roles(section)
                named = roles.issubset(own) and (len(own) > 1 or section.level is not None)
                if not named and not (heading.repeated and depth == 0 and section.level is not None):
                    return depth
            return len(self.open)
        return 0

    def _before(self, heading: Unnumbered, following: Decision, depth: int) -> tuple[int, bool]:
        """Return the depth of a heading in front of a marker, and whether the series of the marker goes on below it."""
        candidate, move = following.candidate, following.move
        direct = _OUTLINE.NOTHING_OR_LEAD_IN.fullmatch(self.text, heading.end, candidate.start) is not None
        if move.kind == "open":
            if direct and not candidate.style.spoken:
                depth = min(depth, self._depth_of_first(candidate, move.keep))
            return depth, False
        place = self.places[move.keep - 1] if move.keep <= len(self.places) else len(self.open)
        if place >= len(self.open) or self.open[place].level != move.keep - 1 or depth > place:
            return depth, False
        if direct and not candidate.style.spoken and not self.boundaries.roles(candidate):
            return depth, True
        if depth == place and heading.part:
            return depth, False
        return place + 1, False
