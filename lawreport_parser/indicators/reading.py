"""Finds the indicators of a report: which figures a codebook names. For which year they speak, `times.py` tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final, NamedTuple, Protocol

from lawreport_parser.diagnostics import diagnose
from lawreport_parser.documents import documents_within
from lawreport_parser.grammars import Terminals
from lawreport_parser.indicators.codebook import Codebook, CodebookEntry
from lawreport_parser.indicators.matching import CLAUSE_ENDS, Matcher, matcher_of
from lawreport_parser.indicators.model import Indicator, IndicatorTime
from lawreport_parser.indicators.times import CELL, TAB, WIDE_CELL, Times
from lawreport_parser.indicators.wording import FIGURE
from lawreport_parser.model import Diagnostic, Header, Paragraph, Passage, Section, Segment, Signature
from lawreport_parser.numbers.model import Quantity

__all__ = ["ReadReport", "conflicts", "find_indicators"]

_INDICATORS: Final = Terminals("indicators")
#: Words before a figure, and behind it, that are looked at.
_BEFORE: Final = 120
_AFTER: Final = 30
#: Where figures go on in a list, all up to the end of the clause is.
_LIST_AFTER: Final = 60
_EACH: Final = "分别"
#: The unit in which places and bodies are counted, beside much else: 受理点11个.
_OF_PLACES: Final = "个"
#: What stands farther before a figure says nothing of it.
_REACH: Final = 400
#: Letters that words begin with which join a figure to the one before.
_JOINING: Final = frozenset("、和与及并以")
_COLONS: Final = ("：", ":")
#: What stands before a colon is no longer, where it is taken for words beside the figure.
_LONGEST_LABEL: Final = 16
#: What parts are told by: figures of these kinds that add up to one before, so many at most.
_SUMMED: Final = ("count", "money")
_MOST_PARTS: Final = 12
_PARTS: Final = ("其中", "包括", "含", "包含")
#: Blanks, quotation marks and the lines of tables, which may stand anywhere among words.
_LEFT_OUT: Final = dict.fromkeys(map(ord, " \t\u00a0\u3000“”‘’\"'《》〈〉·|｜│"))
#: What may stand between the cells of a row.
_BETWEEN_CELLS: Final = f"{CELL}{WIDE_CELL}{TAB} \u3000"
#: How the names of governments end that are over organs of their own, zones among them; those of towns are such organs.
_ZONES: Final = ("管理委员会", "管委会")
_GOVERNMENTS: Final = ("政府", "行政公署", "国务院", *_ZONES)
_TOWNS: Final = ("镇人民政府", "乡人民政府", "镇政府", "乡政府")
#: What is wider than the place of an issuer, by the kind of that place.
_WIDER: Final = (
    ("省自", "国"),
    ("市州盟", "国省"),
    ("县区旗", "国省市州盟"),
    ("镇乡道", "国省市州盟县区旗"),
)
#: Words before a change downwards.
_FALLS: Final = ("降", "减少", "负增长", "回落", "下跌", "萎缩", "下滑")
#: By so much is a figure of one level or organ of many worse than one of all.
_LOWER: Final = 10


class ReadReport(Protocol):
    """What is asked of a `Report`."""

    @property
    def text(self) -> str:
        """The text as given."""

    @property
    def header(self) -> Header:
        """Whose report it is, and of which year."""

    @property
    def preamble(self) -> list[Paragraph]:
        """The paragraphs before the sections of each document of the file."""

    @property
    def page(self) -> list[Segment]:
        """Titles and signatures, among other pieces of the page."""

    @property
    def signature(self) -> Signature | None:
        """That of the report."""

    @property
    def sections(self) -> list[Section]:
        """The outermost sections."""

    @property
    def passages(self) -> list[Passage]:
        """The body by role."""

    @property
    def quantities(self) -> list[Quantity]:
        """The figures, each with its section."""


class _Found(NamedTuple):
    """A figure with its code, how good the wording is that gave it (0 is best), and whether it is a part of another."""

    quantity: Quantity
    code: int
    rank: int
    time: IndicatorTime
    falls: bool


def find_indicators(report: ReadReport, codebook: Codebook | None = None) -> list[Indicator]:
    """Return the indicators of a report, in the order of the text; by the codebook of the package where none is given.

    A figure has at most one code. `docs/explanation/indicators.md` says how it is decided. Time is linear in the text.
    """
    matcher = matcher_of(Codebook.default() if codebook is None else codebook)
    found = _Reading(report, matcher).found()
    best: dict[tuple[int, IndicatorTime], int] = {}
    for each in found:
        key = each.code, each.time
        best[key] = min(each.rank, best.get(key, each.rank))
    # The same value, said in other words, is the same figure again.
    kept = {
        (each.code, each.time, each.quantity.value, each.quantity.high)
        for each in found
        if each.rank == best[each.code, each.time]
    }
    return [
        _indicator(each, matcher)
        for each in found
        if (each.code, each.time, each.quantity.value, each.quantity.high) in kept
    ]


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
                    "indicator-conflict",
                    other.span.start,
                    other.span.end,
                    code,
                    shown,
                    code if entry is None else entry.name_zh,
                    section_id=other.section_id,
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


class _Matter(NamedTuple):
    """The matters that a clause names, and where: from the beginning of the clause to the end of the last of them."""

    words: tuple[str, ...]
    start: int
    end: int


class _Reading:
    """One reading of the figures of a report, in their order.

    What is remembered from figure to figure: where clause and sentence began, what stood beside the figures before,
    and which codes the sentence has given. The matters that a sentence names are looked for where a figure leaves its
    own out.
    """

    def __init__(self, report: ReadReport, matcher: Matcher) -> None:
        text = report.text
        self._text: Final = text
        self._backwards: Final = text[::-1]
        own = documents_within(report).report
        self._quantities: Final = [each for each in report.quantities if own.start <= each.span.start < own.end]
        self._matcher: Final = matcher
        issuer = report.header.issuer
        self._of_organ: Final = issuer is not None and (not issuer.endswith(_GOVERNMENTS) or issuer.endswith(_TOWNS))
        self._elsewhere: Final = _elsewhere(issuer, report.header.title or "")
        self._issuer: Final = issuer or report.header.title or ""
        self._of_zone: Final = self._issuer.endswith(_ZONES)
        self._year: Final = report.header.year
        self._times: Final = Times(text, report.header, report.passages)
        self._sections: Final = report.sections
        self._headings: Final[dict[str, tuple[str, ...]]] = {}
        self._sentence = 0
        self._clause = 0
        self._last_end = 0  # where the last figure ends,
        self._floor = 0  # and its noun
        self._last_unit: str | None = None
        self._last_floor = 0  # where that of the figure before it ended
        self._goes_on = False  # a figure joined to the next by 、 or 及
        self._sought = 0  # up to where matters have been looked for
        self._each: list[str] = []  # what stands before the next figures of a list (分别), the last first
        self._begun = _NOTHING  # what the figure before is of, where it is the lower end of a change
        self._matters: list[_Matter] = []
        self._given: set[int] = set()  # codes that the sentence has given,
        self._given_whole: set[int] = set()  # of these, those that are no parts,
        self._given_before: set[int] = set()  # and the sentence before
        self._last_matter: tuple[str, ...] = ()  # that of the last figure with a code
        self._ranks: dict[int, int] = {}  # how good the last figure of each code is
        self._leads: list[str] = []  # what stood before the figures that did not go on a list
        self._parts = -1  # where 其中 stands: what follows in the list are parts
        self._listed: re.Pattern[str] = _INDICATORS.LIST  # how far that list goes
        self._last_part = -1  # up to here it is known to go on
        #: Figures without code: where, unit, and what stands before them, or where the figure before ended.
        self._unknown: list[tuple[int, str, str | int]] = []
        self._barred: dict[str, int] = {}  # units in which something unknown was counted, and where
        self._barred_change = -1  # matters that end before are none that a change is of, for something else was counted
        self._refused: set[int] = set()  # codes refused in this clause

    def found(self) -> list[_Found]:
        """Return the figures that have a code."""
        quantities = self._quantities
        units = self._matcher.units
        text = self._text
        size = len(text)
        sentence, clause = _INDICATORS.SENTENCE.match, _INDICATORS.CLAUSE
        sentence_end = -1
        found: list[_Found] = []
        places: list[int] = []
        section: str | None = ""
        label = ""
        last = len(quantities) - 1
        for number, quantity in enumerate(quantities):
            unit = quantity.unit
            start, end = quantity.span.start, quantity.span.end
            if unit is None or unit not in units:
                self._each = []
                if quantity.kind != "duration":  # 连续三年保持100%
                    if unit is not None:
                        self._unknown.append((start, unit, self._floor))
                    self._floor = self._last_end = end
                    self._last_unit = unit
                continue
            begin = self._begin_of(clause, start, max(self._floor, start - _BEFORE))
            if begin > self._floor:
                self._clause = begin
                if self._refused:
                    self._refused.clear()
            if quantity.section_id != section:
                section = quantity.section_id
                self._given.clear()
                self._given_whole.clear()
                if start <= sentence_end:
                    self._begin_sentence(self._last_end)
            if start > sentence_end:
                while start > sentence_end:
                    place = sentence_end + 1
                    forward = sentence(text, place)
                    sentence_end = size if forward is None else forward.end()
                self._begin_sentence(place)
            self._last_floor = self._floor
            following = quantities[number + 1].span.start if number < last else size
            own = text[begin:start] or self._label_before(begin)
            if CELL in own or WIDE_CELL in own or TAB in own:
                # What stands first in a row is what each figure of the row is of.
                if own.strip(_BETWEEN_CELLS):
                    label = own
                else:
                    own = label
            if self._each:
                own = self._each.pop()
            elif _EACH in own:
                self._each = self._one_by_one(own, number, unit)
                own = self._each.pop()
            one = self._one(quantity, unit, own, begin, following)
            self._last_end = end
            self._last_unit = unit
            if one is not None:
                found.append(one)
                places.append(number)
                self._given.add(one.code)
                if self._parts < 0:
                    self._given_whole.add(one.code)
                self._ranks[one.code] = one.rank
        return self._without_parts(found, places)

    def _without_parts(self, found: list[_Found], places: list[int]) -> list[_Found]:
        """Return the figures without those that add up to one of the same code before: 受理70件，县政府66件、部门4件.

        `places` are those of the figures among all quantities.
        """
        kept: list[_Found] = []
        wholes: dict[tuple[int, IndicatorTime], Quantity] = {}
        last_parts: dict[tuple[int, IndicatorTime], int] = {}
        for each, place in zip(found, places, strict=True):
            key = each.code, each.time
            whole = wholes.get(key)
            if place <= last_parts.get(key, -1):
                continue
            if whole is not None and not self._matcher.entries[each.code].several:
                last = self._last_of_parts(place, whole)
                if last >= 0:
                    last_parts[key] = last
                    continue
            wholes[key] = each.quantity
            kept.append(each)
        return kept

    def _last_of_parts(self, place: int, whole: Quantity) -> int:
        """Return the last of the figures of one sentence, from `place` on, that add up to a whole; -1 if none do."""
        text, rest, end = self._text, whole.value, whole.span.end
        first = self._quantities[place].span.start
        if (
            whole.kind not in _SUMMED
            or first - end > _REACH
            or len(_INDICATORS.FULL_STOP.findall(text, end, first)) > 1
        ):
            return -1
        end = first
        for number, part in enumerate(self._quantities[place : place + _MOST_PARTS], place):
            if _INDICATORS.FULL_STOP.search(text, end, part.span.start) or part.high is not None:
                break
            end = part.span.end
            if part.unit == whole.unit:
                rest -= part.value
                if rest <= 0:
                    return number if not rest and number > place else -1
        return -1

    def _label_before(self, end: int) -> str:
        """Return what a colon stands behind that ends at a place, where no figure stands in it: 审结数："""
        if self._text[max(end - 1, 0) : end] not in _COLONS:
            return ""
        return self._text[
            self._begin_of(_INDICATORS.CLAUSE, end - 1, max(self._floor, end - _LONGEST_LABEL, 0)) : end - 1
        ]

    def _begin_of(self, words: re.Pattern[str], end: int, low: int) -> int:
        """Return where the words begin, read backwards, that end at a place; not before `low`."""
        size = len(self._backwards)
        back = words.match(self._backwards, size - end, size - low)
        return end if back is None else size - back.end()

    def _begin_sentence(self, place: int) -> None:
        self._sentence = self._sought = place
        self._matters = [_Matter(self._last_matter, place, place)] if self._given else []
        self._given_before, self._given, self._given_whole = self._given, set(), set()
        self._unknown = [each for each in self._unknown if each[0] >= place]
        self._barred.clear()
        self._barred_change = -1
        self._leads.clear()

    def _one_by_one(self, own: str, number: int, unit: str) -> list[str]:
        """工业、投资分别增长5%、4%: return what stands before each of the figures from `number` on, the last first.

        Those that no figure can be told of, for there are more or fewer, have nothing before them that names a matter.
        """
        text, quantities = self._text, self._quantities
        last = number
        while last + 1 < len(quantities) and _INDICATORS.NEXT_OF_EACH.fullmatch(
            text, quantities[last].span.end, quantities[last + 1].span.start
        ):
            last += 1
        named, _, act = own.partition(_EACH)
        of = _INDICATORS.ONE_OF_EACH.split(named)
        if len(of) != last + 1 - number:
            return [_EACH] * (last + 1 - number)
        # 收到、受理、审结复议案件: the matter that stands with the last of them is that of all.
        shared = "".join(self._matcher.names(of[-1]))
        return [each + ("" if self._names_code(each + act, unit) else shared) + act for each in reversed(of)]

    def _names_code(self, words: str, unit: str) -> bool:
        """Say whether words before a figure give it a code."""
        matcher = self._matcher
        codes = matcher.codes(matcher.names(words), unit)
        return any(self._says(words + FIGURE, code) is not None for code in codes)

    def _one(self, quantity: Quantity, unit: str, own: str, begin: int, following: int) -> _Found | None:
        """Return a figure with its code, None where it has none; and remember what stands beside it."""
        matcher = self._matcher
        general = matcher.general
        text = self._text
        start = quantity.span.start
        after = self._after(quantity.span.end, following)
        opened = -1
        if not own.isalnum() and _INDICATORS.LEFT_OUT.search(own):
            opened = _opened(own)
            inner = _plain(own if opened < 0 else own[opened + 1 :])
            if opened > 0 and matcher.says_nothing(inner):
                own, opened = _plain(own[:opened]) + inner, -1  # 法制审核（共132件）
            else:
                own = inner
        if own and own[0] in _JOINING:
            own = own[2:] if own.startswith("以及") else own[1:] if own[0] != "以" else own
            joined = True
            while "、" in own and general.comments.match(own):
                own = own[own.index("、") + 1 :]  # 5.2万亿元、居全国第十位、增长5.4%
        else:
            joined = False
        if own.startswith(_PARTS):
            self._parts, self._listed = begin, _INDICATORS.LIST
        elif begin and (mark := _INDICATORS.PARTS_OPENED.search(text, max(begin - 5, 0), begin)):
            # 其中：甲受理8件；乙受理6件
            self._parts, self._listed = begin, _INDICATORS.SENTENCE if mark[1] else _INDICATORS.LIST
        part = opened >= 0 or (self._parts >= 0 and self._is_part(start))
        earlier = quantity.earlier and self._times.is_of_earlier_column(start) is not False
        said = own
        if earlier:
            own = _INDICATORS.CHANGED_FROM.sub("", own)
        view = f"{own}{FIGURE}{after}"
        named = matcher.names(view)
        verdict = self._decided(quantity.section_id, unit, own, after, view, named, begin, joined, part)
        code = verdict.code
        if earlier or ((code >= 0 or named) and general.origins.search(view)):
            if code >= 0 or self._begun.code < 0 or not earlier or _INDICATORS.CHANGED_FROM.search(said):
                self._begun = verdict  # but not the middle of 由82%升到90%，再升到93%
            if code < 0 and own:
                self._unknown.append((start, unit, "" if named else own))
            return None
        if code < 0 and self._begun.code >= 0 and general.levels.search(view):
            year = _INDICATORS.CHANGED_TO_YEAR.search(own)
            if year is None or self._year is None or int(year[1]) >= self._year:
                verdict = self._begun  # 由82%提高到93%
                code = verdict.code
        self._begun = _NOTHING
        if not part and not verdict.goes_on:
            self._leads.append(own)
        if code < 0:
            aside = verdict.refused and (matcher.is_of_others(view) or self._is_elsewhere(view))
            if not part and not aside and (named or not verdict.refused):
                self._unknown.append((start, unit, "" if named else own))
            if part and opened < 0 and not matcher.is_aside(own):
                self._barred_change = begin + 1  # 其中出口30亿元，增长12%
            return None
        if named:
            self._last_matter = named
            if not matcher.entries[code].change:
                self._barred_change = begin + 1  # what goes up or down after it is of its own matter
        planned = general.planned.search(view) is not None
        time = self._times.of(start, max(self._sentence, start - _REACH), own, planned)
        if time is None:
            if planned:
                self._barred[unit] = start
            return None
        if self._is_of_less(code, start) or self._is_under_another(code, quantity.section_id, view):
            return None
        given = self._given if opened >= 0 else self._given_whole
        if self._parts >= 0:
            given = given | self._given_before
        if part and code in given and verdict.rank >= self._ranks[code]:
            return None
        falls = matcher.entries[code].change and any(fall in own for fall in _FALLS)
        return _Found(quantity, code, verdict.rank, time, falls)

    def _is_of_less(self, code: int, start: int) -> bool:
        """Say whether what stands before a figure shows that it tells of less than the whole: a campaign, one organ."""
        entry = self._matcher.entries[code]
        one_organ = entry.one_organ and not self._of_organ
        if entry.not_before is None and not one_organ and not entry.change:
            return False
        place = max(self._sentence, start - _REACH)
        for whole in _INDICATORS.WHOLE.finditer(self._text, place, start):
            place = whole.start()
        said = self._text[place:start]
        if entry.not_before is not None and entry.not_before.search(said + FIGURE):
            return True
        said = _behind_semicolon(said)
        if entry.change and self._year is not None:
            reckoned = _INDICATORS.RECKONED_FROM.search(said)
            if reckoned is not None and int(reckoned[1]) < self._year - 1:
                return True
        if entry.change and self._is_one_place(said):
            return True  # 支持曲阳市建设副中心，进出口增长15%
        return one_organ and self._matcher.general.organs.search(said) is not None

    def _is_under_another(self, code: int, section_id: str | None, view: str) -> bool:
        """Say whether the heading of its section shows that a figure is none of this code."""
        pattern = self._matcher.entries[code].not_under
        if pattern is None or section_id is None:
            return False
        section = self._section(section_id)
        return section.heading is not None and pattern.search(f"{_plain(section.heading.text)}：{view}") is not None

    def _is_part(self, start: int) -> bool:
        """Say whether a figure stands in the list that 其中 opened."""
        low = max(self._parts, self._last_part)
        if self._begin_of(self._listed, start, low) > low:
            self._parts = -1
        self._last_part = start
        return self._parts >= 0

    def _after(self, end: int, following: int) -> str:
        """Return the noun behind a figure, which is read then.

        A noun that touches the next figure belongs to that one, unless a word between joins the two.
        """
        text = self._text
        self._goes_on = False
        words = _INDICATORS.CLAUSE.match(text, end, min(end + _AFTER, following))
        after = "" if words is None else words[0]
        if after and after[0] != "、":
            if end + len(after) == following < len(text):
                joint = _INDICATORS.JOINS_NEXT.search(after)
                self._goes_on = joint is not None
                own = after[: joint.start()] if joint else ""
                self._floor = end + len(own)
                if after[0] != "的":  # 超500亿元的县域增至12个
                    after = own
            else:
                self._floor = end + len(after)
            if after.isalnum() or _INDICATORS.LEFT_OUT.search(after) is None:
                return after
            opened = _opened(after)
            return _plain(after if opened < 0 else after[:opened])
        self._floor = end
        return ""

    def _decided(
        self,
        section_id: str | None,
        unit: str,
        own: str,
        after: str,
        view: str,
        named: tuple[str, ...],
        begin: int,
        joined: bool,
        part: bool,
    ) -> _Verdict:
        matcher = self._matcher
        if unit == _OF_PLACES and matcher.general.places.search(view):
            return _NOTHING
        codes = matcher.codes(named, unit) if named else ()
        if codes:
            verdict = self._told(codes, view)
            if verdict.code >= 0:
                return verdict
            if self._goes_on:
                # 对12份合同、3件文件进行审查: what is done with them stands at the end of the list.
                words = _INDICATORS.CLAUSE.match(self._text, self._floor, self._floor + _LIST_AFTER)
                told = self._told(codes, view + _plain(words[0])) if words else _NOTHING
                if told.code >= 0:
                    return told
            if own and (begin == self._last_floor or part or matcher.says_nothing(matcher.without_names(own))):
                lead = self._lead()
                told = self._told(codes, lead + view) if lead else _NOTHING
                if told.code >= 0:
                    return told._replace(goes_on=True)
            is_act = matcher.are_acts(named)
            if (verdict.refused and not is_act) or not matcher.may_go_on(own, after, unit):
                return verdict
            if is_act:
                view = matcher.without_names(view)  # 清理废止7件: 清理 is a matter, and what is done in another
        if joined and not own and view.endswith(FIGURE) and unit != self._last_unit:
            # 培训执法人员8期、620人次: the same, counted in another way.
            lead = self._lead()
            return self._told(matcher.codes(matcher.names(lead), unit), lead + view)._replace(goes_on=True)
        if not joined and begin == self._clause and view.endswith(FIGURE) and matcher.says_nothing(own):
            told = self._from_clause_before(view, unit)
            if told.code >= 0:
                return told
        if not matcher.may_go_on(own, after, unit):
            return _NOTHING
        verdict = self._inherited(section_id, view, unit, begin)
        if verdict.code < 0 and not verdict.refused and not joined and begin == self._clause and view.endswith(FIGURE):
            return self._from_clause_before(view, unit)
        return verdict

    def _is_another(self, entry: CodebookEntry, matter: str) -> bool:
        """Say whether the matter that an elided change is of is another one than that of a code."""
        return (entry.refused is not None and entry.refused.search(matter) is not None) or self._is_elsewhere(matter)

    def _is_elsewhere(self, view: str) -> bool:
        """Say whether the words beside a figure name another place than the issuer's: 全省 in a county's, 东湖区."""
        wider = _INDICATORS.WIDER_PLACE.match(view)
        return (wider is not None and wider[1] in self._elsewhere) or self._is_one_place(view)

    def _is_one_place(self, view: str) -> bool:
        """Say whether words name a place of many within that of the issuer."""
        place = _INDICATORS.OTHER_PLACE.search(view)
        if place is not None and place[1] not in self._issuer:
            return True
        return not self._of_zone and self._matcher.general.elsewhere.search(view) is not None

    def _lead(self) -> str:
        """Return what stood before the last figure of the sentence that did more than to go on a list."""
        leads = self._leads
        while leads:
            lead = _plain(leads[-1])
            if not self._matcher.says_nothing(lead):
                return lead
            leads.pop()
        return ""

    def _from_clause_before(self, view: str, unit: str) -> _Verdict:
        """编制决策事项目录，共5项: return the code that the clause before gives, if no figure stands in it."""
        end = self._clause - 1
        start = self._begin_of(_INDICATORS.CLAUSE, end, max(self._last_end, self._sentence, end - _BEFORE))
        if start >= end or start <= self._last_end:
            return _NOTHING
        wide = _plain(self._text[start:end]) + view
        named = self._matcher.names(wide)
        return self._told(self._matcher.codes(named, unit), wide) if named else _NOTHING

    def _told(self, codes: Iterable[int], view: str) -> _Verdict:
        """Return the first code that the words beside a figure give."""
        matcher = self._matcher
        refused = False
        elsewhere: bool | None = None
        for code in codes:
            said = self._says(view, code)
            if said is None:
                continue
            if elsewhere is None:
                elsewhere = self._is_elsewhere(view)
            if elsewhere or code in self._refused or matcher.is_refused(view, code, self._of_organ):
                if not elsewhere and not matcher.is_of_others(view):
                    self._refused.add(code)
                refused = True
                continue
            return _Verdict(code, self._rank(said[0], view, code), False, False)
        return _REFUSED if refused else _NOTHING

    def _says(self, view: str, code: int) -> tuple[int, re.Match[str] | None] | None:
        """Return the rank of what is said beside a figure of a code, and where; None where nothing fits."""
        said = self._matcher.says(view, code, self._of_organ)
        entry = self._matcher.entries[code]
        if said is None or not (self._of_organ and entry.organ_ends) or said[0] < len(entry.says):
            return said
        return said if self._issuer.endswith(entry.organ_ends) else None

    def _rank(self, rank: int, view: str, code: int) -> int:
        general = self._matcher.general
        if general.weaker.search(view):
            return rank + _LOWER
        lower, entry = general.lower, self._matcher.entries[code]
        if self._of_organ and entry.kinds is not None and entry.kinds.search(view):
            return rank + _LOWER // 2  # one kind of cases, beside all that a bureau has
        if entry.several:
            return rank
        if lower.search(view) is None:
            # 市本级立案312件，罚没款870万元; but not 立案500件，其中市本级312件，罚没款…
            said = _behind_semicolon(self._text[max(self._sentence, self._clause - _BEFORE) : self._clause])
            if "其中" in said or lower.search(_plain(said) + FIGURE) is None or _INDICATORS.WHOLE.search(view):
                return rank
        return rank + _LOWER

    def _inherited(self, section_id: str | None, view: str, unit: str, begin: int) -> _Verdict:
        """Return the code of a figure that leaves its matter out: the words beside it say what was done, no more."""
        matcher = self._matcher
        self._seek(begin)
        barred = self._barred_at(unit)
        refused = False
        groups = [matter for matter in self._matters[:-4:-1] if matter.end >= barred]
        if barred < 0 and (heading := self._heading(section_id)):
            groups.append(_Matter(heading, 0, 0))
        for words, start, end in groups:
            for code in matcher.codes(words, unit):
                said = self._says(view, code)
                entry = matcher.entries[code]
                if said is None or said[1] is None or (entry.change and end < self._barred_change):
                    continue
                if (
                    code in self._refused
                    or self._is_elsewhere(view)
                    or matcher.is_refused(view, code, self._of_organ)
                    or (entry.change and self._is_another(entry, _plain(self._text[start:end]) + FIGURE))
                ):
                    refused = True
                    continue
                rank = matcher.says_only(view, code, self._of_organ)
                if rank >= 0:
                    self._last_matter = words
                    return _Verdict(code, self._rank(rank, view, code), False, False)
            if refused:
                return _REFUSED
        return _NOTHING

    def _seek(self, end: int) -> None:
        """Look for the matters that the sentence names up to `end`, clause by clause."""
        other = self._matcher.other
        words: list[str] = []
        clause = self._sought
        last = clause
        for hit in self._matcher.scan(self._text, clause, end):
            word = hit.group()
            if word in CLAUSE_ENDS:
                if words:
                    self._matters.append(_Matter(tuple(words), clause, last))
                    words = []
                clause = hit.end()
            elif word in other:
                words = []
                self._matters.clear()
            else:
                words.append(word)
                last = hit.end()
        if words:
            self._matters.append(_Matter(tuple(words), clause, last))
        self._sought = max(self._sought, end)

    def _barred_at(self, unit: str) -> int:
        """Return where something unknown was last counted in a unit; -1 if nowhere in the sentence."""
        if self._unknown:
            matcher = self._matcher
            for place, counted_in, said in self._unknown:
                before = said
                if isinstance(before, int):
                    begin = self._begin_of(_INDICATORS.CLAUSE, place, max(before, place - _BEFORE))
                    before = self._text[begin:place]
                if _opened(before) >= 0:
                    continue
                own = _plain(before)
                if own and matcher.is_aside(own):
                    continue
                self._barred[counted_in] = place
                if own and not matcher.says_nothing(own):
                    self._barred_change = place  # 技术合同成交额2260亿元、增长19.4%
            self._unknown.clear()
        return self._barred.get(unit, -1)

    def _heading(self, section_id: str | None) -> tuple[str, ...]:
        """Return the matters that the heading of a section names."""
        if section_id is None:
            return ()
        words = self._headings.get(section_id)
        if words is None:
            heading = self._section(section_id).heading
            words = () if heading is None else self._matcher.names(_plain(heading.text))
            self._headings[section_id] = words
        return words

    def _section(self, section_id: str) -> Section:
        """Return the section of an id (2.1.3: of each the position among its siblings)."""
        first, *further = map(int, section_id.split("."))
        section = self._sections[first - 1]
        for position in further:
            section = section.children[position - 1]
        return section


def _elsewhere(issuer: str | None, title: str) -> str:
    """Return the letters of the places that hold that of an issuer, 国省市州盟 for a county; else that of a title."""
    if issuer is None:
        place = _INDICATORS.PLACE_OF_ISSUER.match(title)
        kinds = [] if place is None else [place[1]]
    else:
        kinds = _INDICATORS.PLACE_OF_ISSUER.findall(issuer)
    return next((wider for own, wider in _WIDER if kinds and kinds[-1][0] in own), "国" if kinds else "")


def _behind_semicolon(words: str) -> str:
    """Return what stands behind the last semicolon."""
    return words[max(words.rfind("；"), words.rfind(";")) + 1 :]


def _opened(words: str) -> int:
    """Return where a bracket opens that does not close; -1 where none does."""
    opened = max(words.rfind("（"), words.rfind("("))
    return opened if opened >= 0 and words.find("）", opened) < 0 and words.find(")", opened) < 0 else -1


def _plain(words: str) -> str:
    """Return words without blanks, quotation marks, and what stands in brackets amid them."""
    if _INDICATORS.LEFT_OUT.search(words) is None:
        return words
    return _INDICATORS.BRACKETED.sub("", words).translate(_LEFT_OUT)
