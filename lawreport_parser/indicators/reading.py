"""Finds the indicators of a report: which figures a codebook names, and for which year they speak."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final, NamedTuple, Protocol

from lawreport_parser.diagnostics import diagnose
from lawreport_parser.grammars import Terminals
from lawreport_parser.indicators.codebook import Codebook
from lawreport_parser.indicators.matching import Matcher, matcher_of
from lawreport_parser.indicators.model import Indicator, IndicatorTime
from lawreport_parser.indicators.wording import FIGURE
from lawreport_parser.model import Diagnostic, Header, Passage, Section
from lawreport_parser.numbers.model import Quantity

__all__ = ["ReadReport", "conflicts", "find_indicators"]

_INDICATORS: Final = Terminals("indicators")
#: What ends a list of parts.
_LIST_ENDS: Final = frozenset("。；！？;!?\n\r\x0b\x0c\x85\u2028\u2029")
_SENTENCE_ENDS: Final = frozenset("。！？!?\n\r\x0b\x0c\x85\u2028\u2029")
#: Words before a figure, and behind it, that are looked at.
_BEFORE: Final = 120
_AFTER: Final = 30
#: What stands farther before a figure says nothing of it.
_REACH: Final = 400
_PARTS: Final = ("其中", "包括", "含", "包含")
#: Blanks and quotation marks, which may stand anywhere among words.
_LEFT_OUT: Final = dict.fromkeys(map(ord, " \t\u00a0\u3000“”‘’\"'《》〈〉·"))
#: A government, as against a single organ of one (a town and a street are such).
_GOVERNMENTS: Final = (
    "县人民政府",
    "市人民政府",
    "区人民政府",
    "州人民政府",
    "省人民政府",
    "旗人民政府",
    "盟行政公署",
    "管理委员会",
    "管委会",
)
_FALLS: Final = ("下降", "减少", "负增长", "降低", "回落", "下跌", "萎缩", "降", "下滑")
_PLANNED: Final = ("目标是", "目标为", "目标：", "力争", "确保")
#: What of a part of the place only is said in the problems.
_SOME: Final = ("部分", "个别", "有的", "少数", "一些", "有些")
#: By so much is a figure of one level or organ of many worse than one of all.
_LOWER: Final = 10
_WORST: Final = 1000
_LAST_YEAR: Final = ("去年", "上年", "过去一年", "一年来")


class ReadReport(Protocol):
    """What is asked of a `Report`."""

    @property
    def text(self) -> str: ...
    @property
    def header(self) -> Header: ...
    @property
    def sections(self) -> list[Section]: ...
    @property
    def passages(self) -> list[Passage]: ...
    @property
    def quantities(self) -> list[Quantity]: ...


class _Found(NamedTuple):
    """A figure with its code, how good the wording is that gave it (0 is best), and whether it is a part of another."""

    quantity: Quantity
    code: int
    rank: int
    time: IndicatorTime
    falls: bool


def find_indicators(report: ReadReport, codebook: Codebook | None = None) -> list[Indicator]:
    """Return the indicators of a report, in the order of the text; by the codebook of the package where none is given.

    A figure has at most one code. `docs/indicators.md` says how it is decided. Time is linear in the text.
    """
    matcher = matcher_of(Codebook.default() if codebook is None else codebook)
    found = _Reading(report, matcher).found()
    best: dict[tuple[int, IndicatorTime], int] = {}
    for each in found:
        key = each.code, each.time
        best[key] = min(each.rank, best.get(key, each.rank))
    return [_indicator(each, matcher) for each in found if each.rank == best[each.code, each.time]]


def _indicator(found: _Found, matcher: Matcher) -> Indicator:
    quantity = found.quantity
    value, high = quantity.value, quantity.high
    if found.falls:
        value, high = (-value, None) if high is None else (-high, -value)
    return Indicator(
        code=matcher.entries[found.code].code,
        value=value,
        high=high,
        unit=quantity.unit,
        qualifier=quantity.qualifier,
        time=found.time,
        span=quantity.span,
        section_id=quantity.section_id,
    )


def conflicts(indicators: Sequence[Indicator], codebook: Codebook | None = None) -> list[Diagnostic]:
    """Return a diagnostic for each code that has several values for the same time, at the second of them.

    Codes of which several figures are usual (`several` in the codebook) have none.
    """
    if not indicators:
        return []
    book = Codebook.default() if codebook is None else codebook
    groups: dict[tuple[str, IndicatorTime], list[Indicator]] = {}
    for each in indicators:
        groups.setdefault((each.code, each.time), []).append(each)
    found = []
    for (code, _), group in groups.items():
        values = list(dict.fromkeys((each.value, each.high) for each in group))
        entry = book.get(code)
        if len(values) > 1 and not (entry is not None and entry.several):
            other = next(each for each in group if (each.value, each.high) != values[0])
            shown = ", ".join(_shown(*each) for each in values)
            found.append(
                diagnose(
                    "indicator-conflict", other.span.start, other.span.end, code, shown, section_id=other.section_id
                )
            )
    return found


def _shown(value: Decimal, high: Decimal | None) -> str:
    return f"{value:f}" if high is None else f"{value:f}–{high:f}"


class _Verdict(NamedTuple):
    """The code of a figure (-1 where it has none), and how good the wording is that gave it.

    `refused`: the words beside it gave a code, and others showed that it is none of it. `goes_on`: it goes on a list.
    """

    code: int
    rank: int
    refused: bool
    goes_on: bool


_NOTHING: Final = _Verdict(-1, 0, False, False)
_REFUSED: Final = _Verdict(-1, 0, True, False)


class _Reading:
    """One reading of the figures of a report, in their order.

    What is remembered from figure to figure: the matters that the clause and the sentence have named, what stood beside
    the figure before, and which codes the sentence has given.
    """

    def __init__(self, report: ReadReport, matcher: Matcher) -> None:
        self._text: Final = report.text
        self._quantities: Final = report.quantities
        self._matcher: Final = matcher
        issuer = report.header.issuer
        self._of_organ: Final = issuer is not None and not issuer.endswith(_GOVERNMENTS)
        self._year: Final = report.header.year
        self._plan_year: Final = report.header.plan_year
        self._passages: Final = report.passages
        self._starts: Final = [passage.span.start for passage in report.passages]
        self._sections: Final = report.sections
        self._headings: Final[dict[str, list[str]]] = {}
        self._periods: Final = _periods(report.text)
        self._clause = 0  # where the clause begins,
        self._clause_before = 0  # the clause before it,
        self._sentence = 0  # and the sentence
        self._read = 0  # where reading stopped: behind the figure before, and its noun
        self._words: list[str] = []  # matters named in the clause so far,
        self._words_before: list[str] = []  # in the clause before it,
        self._matters: list[list[str]] = []  # and in the sentence, clause by clause
        self._lead = ""  # what stood before the last figure that did more than to go on a list
        self._parts = False  # 其中: what follows are parts
        self._given: set[int] = set()  # codes that the sentence has given,
        self._given_before: set[int] = set()  # and the sentence before
        self._barred: set[str] = set()  # units in which something unknown was counted since a matter was named
        self._refused: set[int] = set()  # codes refused in this clause
        self._ranks: dict[int, int] = {}  # how good the last figure of each code is
        self._last_end = 0  # where the last figure ends

    def found(self) -> list[_Found]:
        """Return the figures that have a code."""
        quantities = self._quantities
        units = self._matcher.units
        found: list[_Found] = []
        section: str | None = ""
        floor = 0
        for number, quantity in enumerate(quantities):
            unit = quantity.unit
            start = quantity.span.start
            if unit is None or unit not in units:
                floor = self._last_end = quantity.span.end
                continue
            if quantity.section_id != section or start - self._read > _REACH:
                section = quantity.section_id
                self._begin_anew(max(self._read, start - _REACH))
            self._read_to(start)
            following = quantities[number + 1].span.start if number + 1 < len(quantities) else len(self._text)
            one = self._one(quantity, unit, max(floor, self._clause, start - _BEFORE), following)
            floor = self._read
            self._last_end = quantity.span.end
            if one is not None:
                found.append(one)
                self._given.add(one.code)
        return found

    def _begin_anew(self, place: int) -> None:
        self._read = self._clause = self._clause_before = self._sentence = place
        self._words, self._words_before, self._matters, self._lead = [], [], [], ""
        self._parts = False
        for remembered in (self._given, self._given_before, self._refused):
            remembered.clear()
        self._barred.clear()

    def _read_to(self, start: int) -> None:
        """Read the words up to a figure: which matters they name, and where clause and sentence begin."""
        other = self._matcher.other
        for hit in self._matcher.scan(self._text, self._read, start):
            word = hit.group()
            if len(word) > 1:
                if word in other:
                    self._words, self._matters = [], []
                else:
                    self._words.append(word)
                continue
            self._clause_before, self._clause = self._clause, hit.end()
            self._words_before = self._words
            if self._words:
                self._matters.append(self._words)
                self._words = []
                self._barred.clear()
            if self._refused:
                self._refused.clear()
            if word in _LIST_ENDS:
                self._parts = False
                if word in _SENTENCE_ENDS:
                    self._sentence = hit.end()
                    self._matters = self._matters[-1:] if self._given else []
                    self._given_before, self._given = self._given, set()
                    self._barred.clear()
                    self._lead = ""
        self._read = start

    def _one(self, quantity: Quantity, unit: str, begin: int, following: int) -> _Found | None:
        """Return a figure with its code, None where it has none; and remember what stands beside it."""
        matcher = self._matcher
        says_nothing = matcher.says_nothing
        text = self._text
        start = quantity.span.start
        own = text[begin:start]
        behind: list[str] = []
        after = self._after(quantity.span.end, following, behind)
        opened = _opened(own)
        if opened >= 0:
            own = own[opened + 1 :]
        own, after = _plain(own), _plain(after)
        joined = _INDICATORS.JOINED.match(own)
        if joined:
            own = own[joined.end() :]
        if own.startswith(_PARTS):
            self._parts = True
        part = self._parts or opened >= 0
        view = f"{own}{FIGURE}{after}"
        named = self._words + behind if behind else self._words
        nothing = says_nothing(own)
        general = matcher.general
        begins = general.origins is not None and general.origins.search(view) is not None
        planned = general.planned is not None and general.planned.search(view) is not None
        verdict = _NOTHING
        if not begins:
            verdict = self._decided(quantity, unit, own, view, named, joined is not None, nothing, part)
        code = verdict.code
        time = self._time(start, own, planned) if code >= 0 else None
        if named:
            self._matters.append(named)
            self._words = []
            self._barred.clear()
        if planned and time is None:
            self._barred.add(unit)
        if (
            code < 0
            and not begins
            and not part
            and (named or not (nothing or verdict.refused or says_nothing(general.acts.sub("", own))))
        ):
            self._barred.add(unit)
        if not (nothing or part or verdict.goes_on):
            self._lead = own
        if time is None:
            return None
        known = (
            self._ranks.get(code, _WORST)
            if code in self._given or (code in self._given_before and self._parts)
            else _WORST
        )
        if part and verdict.rank >= known:
            return None
        self._ranks[code] = verdict.rank
        falls = matcher.entries[code].change and any(fall in own for fall in _FALLS)
        return _Found(quantity, code, verdict.rank, time, falls)

    def _after(self, end: int, following: int, behind: list[str]) -> str:
        """Return the noun behind a figure, and put the matters that it names into `behind`. It is read then.

        A noun that touches the next figure belongs to that one, unless a word between joins the two.
        """
        text = self._text
        stop = min(end + _AFTER, following)
        touches = stop == following < len(text)
        for hit in self._matcher.scan(text, end, stop):
            word = hit.group()
            if len(word) == 1:
                stop = hit.start()
                touches = False
                break
            if word not in self._matcher.other:
                behind.append(word)
        after = text[end:stop]
        if touches and after:
            joint = _INDICATORS.JOINS_NEXT.search(after)
            after = after[: joint.start()] if joint else ""
            if not joint:
                behind.clear()
        self._read = end + len(after)
        opened = _opened(after)
        return after if opened < 0 else after[:opened]

    def _decided(
        self,
        quantity: Quantity,
        unit: str,
        own: str,
        view: str,
        named: list[str],
        joined: bool,
        nothing: bool,
        part: bool,
    ) -> _Verdict:
        matcher = self._matcher
        verdict = _NOTHING
        if named:
            verdict = self._told(matcher.codes(named, unit), view)
            if verdict.code >= 0:
                return verdict
            if self._lead and own:
                bare = own
                for word in self._words:
                    bare = bare.replace(word, "")
                goes_on = matcher.says_nothing(bare)
                if goes_on or part:
                    told = self._told(matcher.codes(named, unit), self._lead + view)
                    if told.code >= 0:
                        return told._replace(goes_on=True)
        if unit in self._barred:
            return verdict
        if nothing and not named and not joined and self._words_before:
            # 编制决策事项目录，共5项: the clause before says what is counted.
            before = self._clause_before
            if self._last_end <= before:
                wide = _plain(self._text[max(before, self._clause - _BEFORE) : self._clause - 1]) + view
                told = self._told(matcher.codes(self._words_before, unit), wide)
                if told.code >= 0:
                    return told
        if named or not own:
            return verdict
        told = self._inherited(quantity.section_id, view, unit)
        return told if told.code >= 0 or not verdict.refused else verdict

    def _told(self, codes: Iterable[int], view: str) -> _Verdict:
        """Return the first code that the words beside a figure give."""
        matcher = self._matcher
        refused = False
        for code in codes:
            said = matcher.says(view, code, self._of_organ)
            if said is None:
                continue
            if code in self._refused or matcher.is_refused(view, code, self._of_organ):
                self._refused.add(code)
                refused = True
                continue
            return _Verdict(code, self._rank(said[0], view, code), False, False)
        return _REFUSED if refused else _NOTHING

    def _rank(self, rank: int, view: str, code: int) -> int:
        lower = self._matcher.general.lower
        if lower is not None and not self._matcher.entries[code].several and lower.search(view):
            return rank + _LOWER
        return rank

    def _inherited(self, section_id: str | None, view: str, unit: str) -> _Verdict:
        """Return the code of a figure that leaves its matter out: the words beside it say what was done, and no more."""
        matcher = self._matcher
        refused = False
        groups = self._matters[:-4:-1]
        heading = self._heading(section_id)
        for words in [*groups, heading] if heading else groups:
            for code in matcher.codes(words, unit):
                said = matcher.says(view, code, self._of_organ)
                if said is None or said[1] is None:
                    continue
                if code in self._refused or matcher.is_refused(view, code, self._of_organ):
                    refused = True
                    continue
                first, last = said[1].span()
                if not matcher.says_nothing((view[:first] + view[last:]).replace(FIGURE, "")):
                    continue
                return _Verdict(code, self._rank(said[0], view, code), False, False)
        return _REFUSED if refused else _NOTHING

    def _heading(self, section_id: str | None) -> list[str]:
        """Return the matters that the heading of a section names."""
        if section_id is None:
            return []
        words = self._headings.get(section_id)
        if words is None:
            words = []
            sections = self._sections
            for position in section_id.split("."):
                section = sections[int(position) - 1]
                sections = section.children
            if section.heading is not None:
                words = [hit.group() for hit in self._matcher.scan(section.heading.text) if len(hit.group()) > 1]
                words = [word for word in words if word not in self._matcher.other]
            self._headings[section_id] = words
        return words

    def _time(self, start: int, own: str, planned: bool) -> IndicatorTime | None:
        """Return whether a figure is of the year reviewed or a target; None where it is neither."""
        if self._periods:
            at = bisect_right(self._periods, (start, True)) - 1
            if at >= 0 and self._periods[at][1]:
                year = _INDICATORS.TO_A_YEAR.search(own)
                if year is None or int(year[1]) != self._year:
                    return None
        at = bisect_right(self._starts, start) - 1
        role = self._passages[at].role if at >= 0 else "other"
        said = self._text[max(self._sentence, start - _REACH) : start]
        if role == "plans":
            past = any(word in said for word in _LAST_YEAR) or (self._year is not None and f"{self._year}年" in said)
            return "actual" if past else "target"
        if self._plan_year is not None and f"{self._plan_year}年" in said:
            return "target" if any(word in said for word in _PLANNED) else None
        if role == "problems" and any(word in said for word in _SOME):
            return None
        return None if planned else "actual"


def _opened(words: str) -> int:
    """Return where a bracket opens that does not close; -1 where none does."""
    opened = max(words.rfind("（"), words.rfind("("))
    return opened if opened >= 0 and words.find("）", opened) < 0 and words.find(")", opened) < 0 else -1


def _plain(words: str) -> str:
    """Return words without blanks, quotation marks, and what stands in brackets amid them."""
    words = words.translate(_LEFT_OUT)
    return _INDICATORS.BRACKETED.sub("", words) if "（" in words or "(" in words else words


def _periods(text: str) -> list[tuple[int, bool]]:
    """Return where a text turns to speak of several years (True), and where of one again; none for most texts."""
    if "五年" not in text and "年来" not in text and "五”" not in text and "到20" not in text:
        return []
    turns = [(hit.start(), True) for hit in _INDICATORS.SEVERAL_YEARS.finditer(text)]
    if turns:
        turns += [(hit.start(), False) for hit in _INDICATORS.ONE_YEAR.finditer(text)]
        turns.sort()
    return turns
