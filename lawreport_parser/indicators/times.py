"""For which time a figure of a report speaks: the year reviewed, the one planned for, or neither."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from lawreport_parser.grammars import Terminals
from lawreport_parser.indicators.model import IndicatorTime
from lawreport_parser.model import Header, Passage, year_planned_for

__all__ = ["CELL", "TAB", "WIDE_CELL", "Times"]

_INDICATORS: Final = Terminals("indicators")
#: What parts the cells of a row.
CELL: Final = "|"
WIDE_CELL: Final = "｜"
TAB: Final = "\t"
#: So much of a row before a place is looked at.
_ROW_BEFORE: Final = 120
#: In the title, of a report on one year; other reports may review a term of office.
_ONE_YEAR: Final = "法治"
_HALF_WIDTH: Final = str.maketrans("０１２３４５６７８９", "0123456789")
_FULL_STOPS: Final = ("。", "！", "？")
_PLANNED: Final = ("目标是", "目标为", "目标：", "力争", "确保")
#: What of a part of the place only is said in the problems.
_SOME: Final = ("部分", "个别", "有的", "少数", "一些", "有些")


class Times:
    """The times that the figures of a report speak for. What a text says of them is looked for when it is asked for."""

    def __init__(self, text: str, header: Header, passages: Sequence[Passage]) -> None:
        self._text: Final = text
        self._year: Final = header.year
        self._plan_year: Final = year_planned_for(header)
        self._of_one_year: Final = _ONE_YEAR in (header.title or "")
        self._passages: Final = passages
        self._starts: Final = [passage.span.start for passage in passages]
        self._periods: tuple[list[tuple[int, bool]], ...] | None = None
        self._annex: int | None = None
        self._columns: tuple[list[int], list[list[str]], list[int]] | None = None

    def of(self, start: int, low: int, own: str, planned: bool) -> IndicatorTime | None:
        """Return whether a figure is of the year reviewed or a target; None where it is neither.

        It stands at `start`, behind `own` in its clause; what stands before it counts from `low`. `planned`: the words
        beside it say that it is not yet done.
        """
        if self._periods is None:
            years = {str(each) for each in (self._year, self._plan_year) if each}
            self._periods = _periods(self._text, self._of_one_year, years)
        if any(_is_within(turns, start) for turns in self._periods if turns) and not own.endswith(
            (f"到{self._year}年", f"到{self._year}年的")
        ):
            return None
        if self._is_of_column_of_another_year(start):
            return None
        at = bisect_right(self._starts, start) - 1
        role = self._passages[at].role if at >= 0 else "other"
        said = self._text[low:start]
        by = _INDICATORS.BY_A_YEAR.search(said) if "到20" in said else None
        if "０" in said or "９" in said or "２" in said:
            said = said.translate(_HALF_WIDTH)
        if by and self._plan_year and int(by[1]) > self._plan_year:
            return None
        year = self._year
        # 2021至2023年累计办理860件, but not where one of them is named after
        several = _INDICATORS.OF_SEVERAL_YEARS.match(own) or _INDICATORS.OF_SEVERAL_YEARS.match(said)
        if several is not None and several[1] != str(year) and f"{year}年" not in several.string[several.end() :]:
            return None
        is_said = "今年" in said or "本年" in said or (year is not None and f"{year}年" in said)
        if self._of_one_year and (
            _INDICATORS.OF_LAST_YEAR.match(own) or (not is_said and _INDICATORS.OF_LAST_YEAR.match(said.lstrip()))
        ):
            return None  # 去年受理63件，今年受理81件
        if year is not None and not is_said:
            # 2022年新登记经营主体4.8万户, in the report on 2023
            earlier = _INDICATORS.OF_A_YEAR.match(own) or _INDICATORS.OF_A_YEAR.match(said)
            if earlier is not None and int(earlier[1]) < year:
                return None
        if role == "plans":
            if self._annex is None:
                self._annex = _annex(self._text, year)
            if start > self._annex:
                return "actual"
            past = _INDICATORS.LAST_YEAR.search(said) is not None or (year is not None and f"{year}年" in said)
            return "actual" if past else "target"
        if self._plan_year is not None and f"{self._plan_year}年" in said:
            return "target" if any(word in said for word in _PLANNED) else None
        if role == "problems" and any(word in said for word in _SOME):
            return None
        return None if planned else "actual"

    def is_of_earlier_column(self, start: int) -> bool | None:
        """Say whether a figure stands in a table below an earlier year than the one reviewed; None where none tells."""
        year = self._year_of_column(start) if self._year is not None else ""
        return None if not year or self._year is None else int(year) < self._year

    def _is_of_column_of_another_year(self, start: int) -> bool:
        """Say whether a figure stands in a table below another year than the one reviewed."""
        return self._year_of_column(start) not in ("", str(self._year))

    def _year_of_column(self, start: int) -> str:
        """Return the year that heads the column of a table that a figure stands in, "" for none."""
        words = _row_before(self._text, start)
        cell = words.count(CELL) + words.count(WIDE_CELL) + words.count(TAB)
        if not cell:
            return ""
        if self._columns is None:
            self._columns = _columns(self._text)
        places, heads, ends = self._columns
        at = bisect_right(places, start) - 1
        return heads[at][cell] if at >= 0 and start < ends[at] and cell < len(heads[at]) else ""


def _columns(text: str) -> tuple[list[int], list[list[str]], list[int]]:
    """Return where rows stand that head columns with years, for each the years of its cells, "" for none, and its end.

    A table of tabs ends where a row has none; other tables hold until the next.
    """
    places: list[int] = []
    heads: list[list[str]] = []
    ends: list[int] = []
    for hit in _INDICATORS.COLUMNS_OF_YEARS.finditer(text):
        before = _row_before(text, hit.start())
        words = (before + hit[0]).replace(WIDE_CELL, CELL).replace(TAB, CELL)
        years = [_INDICATORS.YEAR_OF_CELL.search(cell) for cell in words.split(CELL)]
        places.append(hit.start() - len(before))
        heads.append(["" if year is None else year[1] for year in years])
        end = len(text)
        if TAB in hit[0]:
            rows = None if ends and hit.start() < ends[-1] else _INDICATORS.ROWS_OF_TABS.match(text, places[-1])
            end = ends[-1] if rows is None and ends else rows.end() if rows is not None else hit.end()
        ends.append(end)
    return places, heads, ends


def _row_before(text: str, start: int) -> str:
    """Return what stands before a place in its row."""
    row = _INDICATORS.ROW.match(text[max(start - _ROW_BEFORE, 0) : start][::-1])
    return "" if row is None else row[0][::-1]


def _annex(text: str, year: int | None) -> int:
    """Return where an annex on the year reviewed, or on none, begins; the end of the text where there is none."""
    for hit in _INDICATORS.ANNEX.finditer(text):
        if hit[1] in (None, str(year)):
            return hit.start()
    return len(text)


def _periods(text: str, of_one_year: bool, years: set[str]) -> tuple[list[tuple[int, bool]], list[tuple[int, bool]]]:
    """Return where a text turns to speak of several years (True), and where of one again; none for most texts.

    The first list is of years that a whole part of the text is about, the second of those named amid a sentence
    (；“十四五”以来累计…) or in a report `of_one_year`, which are those of that sentence. Of `years`, the one reviewed
    and the one planned for, the text speaks again where one is named; amid a sentence (，2025年产量达到…), to its end.
    """
    lasting: list[tuple[int, bool]] = []
    passing: list[tuple[int, bool]] = []
    end = one = -1  # of the sentence; where one year is named in it
    for hit in _INDICATORS.SEVERAL_YEARS_SIEVE.finditer(text):
        several = _INDICATORS.SEVERAL_YEARS.search(text, max(hit.start() - 4, 0), hit.end() + 10)
        if several is None:
            continue
        start = several.start()
        if not of_one_year and _INDICATORS.OPENS_SENTENCE.search(text, max(start - 8, 0), start):
            lasting.append((start, True))
            continue
        if start >= end:
            sentence = _INDICATORS.SENTENCE.match(text, start)
            end = start if sentence is None else sentence.end()
        if one < several.end():
            year = _INDICATORS.ONE_YEAR.search(text, several.end(), end)
            one = end if year is None else year.start()
        passing += [(start, True), (one, False)]
    if lasting:
        lasting = _with_single_years(text, lasting, years)
    passing.sort()
    return lasting, passing


def _with_single_years(text: str, lasting: list[tuple[int, bool]], years: set[str]) -> list[tuple[int, bool]]:
    """Return the turns to several years, with those to one year of `years` (to any where none is known) among them."""
    turns: list[tuple[int, bool]] = []
    several = iter([*lasting, (len(text), True)])
    opening, _ = next(several)
    again = len(text)  # where a sentence ends that names one year amid several
    within = False
    for hit in _INDICATORS.ONE_YEAR.finditer(text, opening):
        start = hit.start()
        if hit[1] is not None and years and str(int(hit[1])) not in years:
            continue  # 由2020年的7.2%
        while min(opening, again) <= start:
            turns.append((min(opening, again), True))
            within = True
            if again <= opening:
                again = len(text)
            else:
                opening, _ = next(several)
        if not within:
            continue
        turns.append((start, False))
        within = False
        again = len(text)
        if text[start - 1] in "，；,;" and text[hit.end() : hit.end() + 1] not in ("，", ","):
            # ；2025年人均生产总值7.6万元。 amid five years
            sentence = _INDICATORS.SENTENCE.match(text, start)
            end = len(text) if sentence is None else sentence.end()
            if text[end : end + 1] in _FULL_STOPS:
                again = end
    turns += [(each, True) for each in (again, opening) if each < len(text)]
    turns += [each for each in several if each[0] < len(text)]
    turns.sort()
    return turns


def _is_within(turns: list[tuple[int, bool]], start: int) -> bool:
    """Say whether the last turn before a place is one to several years."""
    at = bisect_right(turns, (start, True)) - 1
    return at >= 0 and turns[at][1]
