"""Evidence: what each sentence of a body shows, as names of features.

A feature says nothing of a role by itself: what it weighs for each role stands in `weights.py`. A sentence has features
of its own words: its cues (`sees clearly`; `sees clearly, first` at the beginning of the sentence; `heading: sees
clearly` in a heading), and the years it names as they stand to the year reviewed. It has others of what stands around
it: what the headings above it name, what the sentences before it have set, and its place.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import Final, NamedTuple

from lawreport_parser.discourse.cues import Cue, cues_in
from lawreport_parser.discourse.sentences import Named, Place, Sentence
from lawreport_parser.grammars import Terminals
from lawreport_parser.lexicon import Role
from lawreport_parser.outline.tree import Node
from lawreport_parser.years import year_of

__all__ = ["Features", "Genre", "Headings", "features_of"]

#: A cue that begins so many characters behind the beginning of its sentence stands first in it.
_FIRST: Final = 14
#: One that begins no later opens it: 我局2024年将…
_VERY_FIRST: Final = 4
#: So often one cue counts in a sentence.
_MOST: Final = 3
#: Among so many sentences at the beginning stands the one that announces the report (现将…报告如下).
_OPENING: Final = 12
#: The first five-year plan began in 1953, the 14th in 2021.
_FIVE_YEARS: Final = 5
_FIRST_OF_14: Final = 2021
_SHAPES: Final = Terminals("lexical")
_DISCOURSE: Final = Terminals("discourse")
_ROLES: Final = Terminals("roles")
_PAUSES: Final = frozenset("，,、；;：:。")
#: A sentence that begins amid a paragraph opens nothing.
_WITHIN: Final[frozenset[Place]] = frozenset({"amid", "long"})
#: Where the duty is planned, or something lacks in it.
_NO_ACCOUNT: Final = frozenset({"frame: ahead", "under plans", "under problems"})
_BY_YEAR: Final = frozenset({"year", "month of year", "five year plan", "this year"})
_HAN: Final = "零一二三四五六七八九"

#: The cues in the heading of a part, or in the sentence that leads in its sections, that speak for the whole part.
_OF_PARTS: Final = frozenset(
    {
        "accomplished",
        "achieved",
        "aims",
        "compared with",
        "consist in",
        "first responsible",
        "five years ahead",
        "five years past",
        "goes on",
        "in person",
        "lack named",
        "later year",
        "leader named",
        "next",
        "problem named",
        "sees clearly",
        "sets to",
        "there still is",
        "this past year",
        "will",
        "year ahead",
        "year reviewed",
    }
)


#: The cues that set a time or a subject for the sentences behind theirs, where they open it or stand in a heading.
_FRAMES: Final = {
    "five years ahead": "ahead",
    "later year": "ahead",
    "next": "ahead",
    "this year, of a work report": "ahead",
    "year ahead": "ahead",
    "earlier year": "back",
    "five years past": "back",
    "this past year": "back",
    "year reviewed": "back",
    "compared with": "lack",
    "sees clearly": "lack",
    "with success": "lack",
}
_FRAMES_OF_HEADINGS: Final = {**_FRAMES, "lack named": "lack", "problem named": "lack"}
#: The roles whose headings tell how a report is built.
_NAMED: Final[frozenset[Role]] = frozenset({"achievements", "problems", "responsibility", "plans"})
#: Cues of what will be done.
_PLANS: Final = frozenset({"must", "sets to", "will"})
#: Cues that say more together than each alone: what they say, by one of them and any of the others.
_TOGETHER: Final = {
    "leader named": [("leader and duty", frozenset({"first responsible", "in person", "performs duty"}))],
    "done": [("lack and done", frozenset({"lack named", "problem named"}))],
    "figure": [
        ("lack and figure", frozenset({"not enough", "not yet", "only so much", "still", "weak or late"})),
        ("ahead and figure", frozenset({"ensures", "month end", "must", "no less", "will"})),
    ],
    "but": [("but lacks", frozenset({"lack named", "not enough", "problem named", "there still is"}))],
    "thanks": [("thanks of a speaker", frozenset({"addresses meeting"}))],
}
_IN_PARTS: Final = {f"{before}{cue}": f"in a part: {cue}" for before in ("", "heading: ") for cue in _OF_PARTS}


class Genre(NamedTuple):
    """What is known of a document before its sentences are read.

    `year` is the year reviewed; `work_report`: 今年 is the year planned for, as in a 政府工作报告.
    """

    year: int | None
    work_report: bool


#: What the words of a sentence show, and what stands around it; what counts twice is named twice.
Features = tuple[list[str], list[str]]


def features_of(text: str, sentences: Sequence[Sentence], genre: Genre, headings: Headings) -> Iterator[Features]:
    """Yield the features of each sentence: its own, and those of what stands around it.

    `headings` are those of all the file. Sentences in a row that have the same around them have one list of it.
    """
    cues = [_cues_of(text, sentence) for sentence in sentences]
    announced = _announced(sentences, cues)
    first_section = next((at for at, each in enumerate(sentences) if each.path), len(sentences))
    last = len(sentences) - 1
    parts = _Parts()
    frame = _Frame()
    before: tuple[list[str], ...] = ()
    around: list[str] = []
    paragraphs = 0
    for at, sentence in enumerate(sentences):
        own, frames = _of_cues(text, sentence, cues[at], genre)
        place = ["each"]
        if at <= announced:
            place.append("up to the announcement")
        elif at < first_section:
            paragraphs += sentence.place not in ("amid", "long")
            if announced < 0 and paragraphs == 1:
                place.append("first paragraph")
            elif first_section <= last:
                place.append("before the sections")
        if not sentence.path and at > first_section:
            place.append("behind the sections")
        if at == last:
            place.append("last sentence")
        beside = frame.at(sentence, frames), parts.at(sentence, own), headings.at(sentence), place
        if beside != before:
            before = beside
            around = list(chain.from_iterable(beside))
        if _opens_with_duty(text, sentence) and _NO_ACCOUNT.isdisjoint(around):
            own.append("opens with the duty")
        mark = text[sentence.end - 1]
        if mark in "！!":
            own.append("exclaims")
        elif mark in "：:":
            own.append("leads in")
        yield own, around


def _opens_with_duty(text: str, sentence: Sentence) -> bool:
    """Say whether a sentence begins with a name of the leaders' duty: 落实第一责任人职责，全年研究法治议题9个。"""
    if sentence.heading or sentence.place in _WITHIN or (sentence.path and sentence.path[-1].marker.style.spoken):
        return False
    named = _ROLES.NAMES_DUTY.match(text, sentence.words, sentence.end)
    return named is not None and text[named.end() : named.end() + 1] in _PAUSES


def _cues_of(text: str, sentence: Sentence) -> list[Cue]:
    """Return the cues of a sentence; one that its text has broken into rows is read as if it were on one."""
    if _SHAPES.LINE_END.search(text, sentence.start, sentence.end) is None:
        return cues_in(text, sentence.start, sentence.end)
    words = _SHAPES.ROW_BREAK.sub("", text[sentence.start : sentence.end])
    start = sentence.start
    return [(name, cue, start + at, start + past) for name, cue, at, past in cues_in(words, 0, len(words))]


def _announced(sentences: Sequence[Sentence], cues: Sequence[Sequence[Cue]]) -> int:
    """Return which of the sentences announces the report, -1 if none does."""
    for at, sentence in enumerate(sentences[:_OPENING]):
        if sentence.place == "part" and at > _OPENING // 3:
            break
        if any(cue[0] in ("announces", "addresses meeting") for cue in cues[at]):
            return at
    return -1


def _of_cues(text: str, sentence: Sentence, cues: Sequence[Cue], genre: Genre) -> tuple[list[str], list[str]]:
    """Return what the cues of a sentence show, and the frames that they set."""
    heading = sentence.heading
    begin = sentence.words
    found: list[str] = []
    frames: list[str] = []
    if not heading and _DISCOURSE.AIM_VERB.match(text, begin):
        found.append("aim verb, first")
    counts: dict[str, int] = {}
    for name, words, start, _ in cues:
        if name in _BY_YEAR:
            name = _in_time(name, words, genre)
        count = counts[name] = counts.get(name, 0) + 1
        if heading:
            if count <= _MOST:
                found.append(_in_heading(name))
                if name in _FRAMES_OF_HEADINGS:
                    frames.append(_FRAMES_OF_HEADINGS[name])
            continue
        if count <= _MOST:
            found.append(name)
        if count == 1 and start < begin + _FIRST:
            found.append(_first(name))
            if start <= begin + _VERY_FIRST and name in _FRAMES:
                frames.append(_FRAMES[name])
    if genre.year is None and "some year, first" in found and not _PLANS.isdisjoint(counts):
        # Nothing tells the year reviewed, but 2025年，我们将… looks ahead to its year.
        found = [feature.replace("some year", "year ahead") for feature in found]
        frames.append("ahead")
    if not heading:
        found += [f"opens: {frame}" for frame in frames]
    for name in counts:
        for together, others in _TOGETHER.get(name, ()):
            if not others.isdisjoint(counts):
                found.append(together)
    return found, frames


@cache
def _first(name: str) -> str:
    return f"{name}, first"


@cache
def _in_heading(name: str) -> str:
    return f"heading: {name}"


def _in_time(name: str, words: str, genre: Genre) -> str:
    """Return the feature of a cue that names a time, as it stands to the year reviewed."""
    if name == "month of year":
        return f"month: {_year_as_feature(year_of(words[:4]), genre)}"
    if name == "year":
        return _year_as_feature(year_of(words[:-1]), genre)
    if name == "five year plan":
        return _five_years_as_feature(words, genre)
    return "this year, of a work report" if genre.work_report else name


def _year_as_feature(named: int, genre: Genre) -> str:
    if genre.year is None:
        return "some year"
    later = named - genre.year
    return (
        "year reviewed" if later == 0 else "year ahead" if later == 1 else "later year" if later > 0 else "earlier year"
    )


def _five_years_as_feature(words: str, genre: Genre) -> str:
    if genre.year is None:
        return "some five years"
    numeral = words.strip('“”"')[:-1]
    number = 10 + _HAN.index(numeral[1:] or "零") if numeral[0] == "十" else _HAN.index(numeral)
    first = _FIRST_OF_14 + _FIVE_YEARS * (number - 14)
    if first > genre.year:
        return "five years ahead"
    return "five years past" if first + _FIVE_YEARS - 1 <= genre.year else "five years of now"


class Headings:
    """What the headings of a file name: the innermost one above a sentence; else those before it and behind it.

    It is made once for all documents of a file: there may be thousands, and each may ask for all headings.
    """

    def __init__(self, named: Named) -> None:
        self._named = named
        self._under: dict[Node, list[str]] = {}
        self._course: list[tuple[int, Role]] = sorted(
            (node.marker.start, role) for node, roles in named.items() for role in roles if role in _NAMED
        )
        self._first: dict[Role, int] = {}
        self._last: dict[Role, int] = {}
        for at, (_, role) in enumerate(self._course):
            self._first.setdefault(role, at)
            self._last[role] = at
        self._known: dict[int, list[str]] = {}

    def at(self, sentence: Sentence) -> list[str]:
        """Return the features of a sentence."""
        node = sentence.under
        if node is None:
            course = self._nameless(bisect_right(self._course, (sentence.start, "other")))
            return [*course, "heading without name"] if sentence.heading else course
        under = self._under.get(node)
        if under is None:
            under = self._under[node] = [f"under {role}" for role in self._roles(node)]
        if sentence.heading and node is sentence.path[-1]:
            return under + [f"names {role}" for role in self._roles(node)]
        return under

    def _roles(self, node: Node) -> list[str]:
        roles = self._named[node]
        return [f"{role} among others" for role in roles] if len(roles) > 1 else list(roles)

    def _nameless(self, passed: int) -> list[str]:
        """Return what a sentence shows that stands below no name, behind so many in the course of the report."""
        known = self._known.get(passed)
        if known is None:
            known = self._known[passed] = ["under no name"]
            for role in sorted(_NAMED):
                if self._first.get(role, passed) < passed:
                    known.append(f"{role} named before")
                elif self._last.get(role, -1) >= passed:
                    known.append(f"{role} named behind")
                else:
                    known.append(f"{role} never named")
        return known


class _Frame:
    """The time or subject that sentences have set: it holds for those that follow, until another is set.

    下一步，我局… looks ahead for all of its paragraph and those below it, whatever their own words.
    """

    def __init__(self) -> None:
        self._frame = ""
        self._features: list[str] = []
        self._led: str | None = None

    def at(self, sentence: Sentence, frames: Sequence[str]) -> list[str]:
        """Return the feature that a sentence has from those before it, if any; it may set other `frames` itself."""
        if sentence.place == "part":
            # A series that the prose in front of it leads in: 下一步，我们将…：（一）…（二）…
            part = sentence.path[0]
            self._led = part.marker.family if part.led_by is not None else self._led
            if self._frame and self._led != part.marker.family:
                self._features = [f"frame of the part before: {self._frame}"]
        found = self._features
        # 存在问题及下一步打算 sets none.
        if frames and not (sentence.heading and len(set(frames)) > 1):
            self._frame = frames[-1]
            self._features = [f"frame: {self._frame}"]
        return found


class _Parts:
    """The cues in the headings of parts, and in the sentences that lead in their sections.

    Parts are the outermost sections and those directly below them.
    """

    def __init__(self) -> None:
        self._told: dict[Node, list[str]] = {}
        self._led: set[Node] = set()

    def at(self, sentence: Sentence, own: Sequence[str]) -> list[str]:
        """Return the features that a sentence has from the parts around it; it may tell of one itself."""
        path = sentence.path
        if not path:
            return []
        if len(path) == 1:
            return self._told_of(path[0], sentence, own)
        inner = self._told_of(path[1], sentence, own) if len(path) == 2 else self._told.get(path[1], [])
        return self._told.get(path[0], []) + inner

    def _told_of(self, node: Node, sentence: Sentence, own: Sequence[str]) -> list[str]:
        """Return what is told of the part that a sentence stands in, by the sentence itself too."""
        told = self._told.get(node)
        if told is None:
            told = self._told[node] = self._cues(own) if sentence.heading or node.children else []
        elif node.children and node not in self._led:
            self._led.add(node)
            told = self._told[node] = [*told, *(cue for cue in self._cues(own) if cue not in told)]
        return told

    @staticmethod
    def _cues(own: Sequence[str]) -> list[str]:
        return sorted({_IN_PARTS[feature] for feature in own if feature in _IN_PARTS})
