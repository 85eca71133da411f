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
_SENTENCE_ENDS: Final = frozenset("。！？!?\n\r\x0b\x0c\x85\u2028\u2029")
#: Words before a figure, and behind it, that are looked at.
_BEFORE: Final = 120
_AFTER: Final = 30
#: What stands farther before a figure says nothing of it.
_REACH: Final = 400
_PART: Final = "其中"
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


class _Reading:
    """One reading of the figures of a report, in their order.

    What is remembered from figure to figure: the words of the clause so far, the matters that the sentence has named,
    and the words that stood beside the figure before.
    """

    def __init__(self, report: ReadReport, matcher: Matcher) -> None:
        self._text = report.text
        self._quantities = report.quantities
        self._matcher = matcher
        header = report.header
        issuer = header.issuer
        self._of_organ = issuer is not None and not issuer.endswith(_GOVERNMENTS)
        self._year = header.year
        self._plan_year = header.plan_year
        passages = report.passages
        self._passages = passages
        self._starts = [passage.span.start for passage in passages]
        self._sections = report.sections
        self._headings: dict[str, list[str]] = {}
        self._periods = _periods(report.text)

    def found(self) -> list[_Found]:
        """Return the figures that have a code."""
        text = self._text
        quantities = self._quantities
        matcher = self._matcher
        scan = matcher.scan
        units = matcher.units
        other = matcher.other
        says_nothing = matcher.says_nothing
        found: list[_Found] = []
        scanned = 0  # what has been read
        clause = 0  # where the clause began
        floor = 0  # where the words of the figure before end
        before_clause = 0  # where the clause before began
        sentence = 0
        words: list[str] = []  # matters named in the clause
        words_before: list[str] = []  # those of the clause before
        matters: list[list[str]] = []  # those of the sentence, the latest last
        barred: set[str] = set()  # units in which something unknown was counted since
        given: set[int] = set()  # codes given in the sentence
        refused: set[int] = set()  # codes refused in the clause
        lead = ""
        section: str | None = ""
        last_end = 0
        for number, quantity in enumerate(quantities):
            unit = quantity.unit
            start, end = quantity.span.start, quantity.span.end
            if unit is None or unit not in units:
                last_end = end
                continue
            if quantity.section_id != section or start - scanned > _REACH:
                section = quantity.section_id
                scanned = max(scanned, start - _REACH)
                clause = before_clause = sentence = scanned
                words, words_before, matters, lead = [], [], [], ""
                barred.clear()
                given.clear()
                refused.clear()
                last_matter: list[str] = []
            for hit in scan(text, scanned, start):
                word = hit.group()
                if len(word) > 1:
                    if word in other:
                        words, matters = [], []
                    else:
                        words.append(word)
                    continue
                before_clause, clause = clause, hit.end()
                words_before = words
                if words:
                    matters.append(words)
                    barred.clear()
                    words = []
                refused.clear()
                if word in _SENTENCE_ENDS:
                    sentence = clause
                    matters = [last_matter] if given else []
                    given.clear()
                    barred.clear()
                    lead = ""
            scanned = start
            # --- the words before the figure, and behind it
            begin = max(clause, last_end, floor, start - _BEFORE)
            before = text[begin:start]
            part = False
            opened = max(before.rfind("（"), before.rfind("("))
            if opened >= 0 and "）" not in before[opened:] and ")" not in before[opened:]:
                before = before[opened + 1 :]
                part = True
            following = quantities[number + 1].span.start if number + 1 < len(quantities) else len(text)
            stop = min(end + _AFTER, following)
            behind: list[str] = []
            touches = stop == following
            for hit in scan(text, end, stop):
                word = hit.group()
                if len(word) == 1:
                    stop = hit.start()
                    touches = False
                    break
                behind.append(word)
            after = text[end:stop]
            if touches and after:
                joint = _INDICATORS.JOINS_NEXT.search(after)
                after = after[: joint.start()] if joint else ""
                if not joint:
                    behind = []
                stop = end + len(after)
            opened = max(after.rfind("（"), after.rfind("("))
            if opened >= 0 and "）" not in after[opened:] and ")" not in after[opened:]:
                after = after[:opened]
            floor = last_end = stop if after else end
            scanned = max(scanned, floor)
            before, after = _plain(before), _plain(after)
            joined = _INDICATORS.JOINED.match(before)
            own = before[joined.end() :] if joined else before
            part = part or own.startswith(_PART)
            view = f"{own}{FIGURE}{after}"
            named = [*words, *behind]
            code = -1
            rank = 0
            turned = False  # a code was refused
            noun_only = False
            if named:
                tried = matcher.codes(named, unit)
                code, rank, turned = self._decide(tried, view, refused)
                if code < 0 and not turned and lead and own:
                    bare = own
                    for word in words:
                        bare = bare.replace(word, "")
                    noun_only = says_nothing(bare)
                    if noun_only or part:
                        code, rank, turned = self._decide(tried, f"{lead}{own}{FIGURE}{after}", refused)
            if code < 0 and not turned and unit not in barred:
                if not named and not joined and says_nothing(own) and says_nothing(after):
                    if words_before and before_clause >= last_end - (end - start) - len(after) - 60:
                        pass
                    clause_before = text[max(before_clause, clause - _BEFORE) : clause]
                    if words_before and not self._has_figure(number, before_clause):
                        wide = f"{_plain(clause_before).rstrip('，,：:；;')}{view}"
                        code, rank, turned = self._decide(matcher.codes(words_before, unit), wide, refused)
                if code < 0 and not turned:
                    code, rank, turned = self._inherited(matters, quantity, view, unit, refused)
            if named:
                matters.append(named)
                barred.discard(unit)
                words = []
            if turned:
                barred.add(unit)
            elif code < 0 and not part and not named and not says_nothing(own):
                barred.add(unit)
            if own and not noun_only and not part and not says_nothing(own):
                lead = own
            if code < 0:
                continue
            time = self._time(start, sentence, view)
            if time is None:
                continue
            if part and code in given and any(each.code == code and each.rank <= rank for each in found[-8:]):
                continue
            given.add(code)
            last_matter = list(matcher.entries[code].of)
            falls = matcher.entries[code].change and any(fall in own for fall in _FALLS)
            found.append(_Found(quantity, code, rank, time, falls))
        return found

    def _has_figure(self, number: int, begin: int) -> bool:
        return number > 0 and self._quantities[number - 1].span.end > begin

    def _decide(self, tried: Iterable[int], view: str, refused: set[int]) -> tuple[int, int, bool]:
        """Return the first code that fits with its rank, else -1; and whether one was refused."""
        matcher = self._matcher
        turned = False
        for code in tried:
            said = matcher.says(view, code, self._of_organ)
            if said is None:
                continue
            if code in refused or matcher.is_refused(view, code):
                refused.add(code)
                turned = True
                continue
            return code, said[0], False
        return -1, 0, turned

    def _inherited(
        self, matters: list[list[str]], quantity: Quantity, view: str, unit: str, refused: set[int]
    ) -> tuple[int, int, bool]:
        """Return the code of a figure whose clause leaves its matter out: the words beside it say only what was done."""
        matcher = self._matcher
        if FIGURE == view:
            return -1, 0, False
        groups = matters[:-4:-1]
        heading = self._heading(quantity.section_id)
        for words in [*groups, heading] if heading else groups:
            for code in matcher.codes(words, unit):
                said = matcher.says(view, code, self._of_organ)
                if said is None or said[1] is None:
                    continue
                first, last = said[1].span()
                if not matcher.says_nothing((view[:first] + view[last:]).replace(FIGURE, "")):
                    continue
                if code in refused or matcher.is_refused(view, code):
                    return -1, 0, True
                return code, said[0], False
        return -1, 0, False

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

    def _time(self, start: int, sentence: int, view: str) -> IndicatorTime | None:
        """Return whether a figure is of the year reviewed or a target; None where it is neither."""
        if self._periods:
            at = bisect_right(self._periods, (start, True)) - 1
            if at >= 0 and self._periods[at][1]:
                year = _INDICATORS.TO_A_YEAR.search(view.partition(FIGURE)[0])
                if year is None or int(year[1]) != self._year:
                    return None
        at = bisect_right(self._starts, start) - 1
        role = self._passages[at].role if at >= 0 else "other"
        said = self._text[max(sentence, start - _REACH) : start]
        if role == "plans":
            past = any(word in said for word in _LAST_YEAR) or (self._year is not None and f"{self._year}年" in said)
            return "actual" if past else "target"
        if self._plan_year is not None and f"{self._plan_year}年" in said:
            return "target" if any(word in said for word in _PLANNED) else None
        planned = self._matcher.general.planned
        return None if planned is not None and planned.search(view) else "actual"


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
