"""Figures in a text: value, unit, qualifier and what they measure, as 办理行政复议案件223件 or 占94.1%.

A figure is a numeral with a unit of `numbers/units.py`, a percentage, a fraction, or a number that a qualifier or a
word such as 达 or 共计 announces. One search finds every numeral; each is then read once, from left to right.
Ordinals (第14次), days and months without a year, clock times, fixed phrases and what a caller excludes are no
quantities, nor what `numbers/refusals.py` refuses.

A figure that the page has torn, over two rows or by the blanks of justified text, is read again with its pieces put
together. Where it is not sure that they belong together, it is none, and a problem says so.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from decimal import Context, Decimal
from functools import lru_cache
from typing import Final

from lawreport_parser.errors import NumeralError
from lawreport_parser.grammars import Terminals
from lawreport_parser.numbers.changes import goes_on_changing, start_of_change
from lawreport_parser.numbers.defects import NumberProblem
from lawreport_parser.numbers.limits import (
    CONTRARY,
    LIMIT_LENGTHS,
    LIMITS_AFTER,
    LIMITS_BEFORE,
    NEGATABLE,
    Qualifier,
)
from lawreport_parser.numbers.measures import HALF_WORDS, ClauseMap
from lawreport_parser.numbers.model import Quantity, Subject
from lawreport_parser.numbers.money import amount, end_of_odd_parts
from lawreport_parser.numbers.numerals import MAX_NUMERAL_LENGTH, parse_numeral, scaled
from lawreport_parser.numbers.phrases import FIXED_PHRASES, FOLLOWERS_OF_NO_PHRASE, GENERATED_PHRASES
from lawreport_parser.numbers.places import ARABIC_DIGITS, HAN_NUMERALS, NUMERAL_CHARACTERS
from lawreport_parser.numbers.quantity_patterns import (
    ARABIC_GLUE,
    BEFORE_FIGURES,
    BLANKS,
    DASH_STARTS,
    HAN_GLUE,
    LIMIT_STARTS,
    SIGNS,
    quantity_patterns,
)
from lawreport_parser.numbers.refusals import CLAUSE_MARKS, MASK, REFUSALS, Candidate, Figure, Refusal, is_refused
from lawreport_parser.numbers.subjects import SubjectFinder
from lawreport_parser.numbers.table_rows import with_cells
from lawreport_parser.numbers.torn_figures import (
    BEFORE_REST,
    LABELS,
    TORN_BY,
    belong_together,
    is_part_of_code,
    joined,
    start_of_torn,
    tear_behind,
)
from lawreport_parser.numbers.units import COINS, FOLLOWERS_THAT_REFUSE, UNITS, QuantityKind
from lawreport_parser.numbers.wordlists import longest_match
from lawreport_parser.spans import Span

__all__ = ["read_quantities"]


_QUANTITIES: Final = Terminals("quantities")

#: Units of time after which 内 limits, and 半, 多 and 余 may follow.
_TIME_UNITS: Final = frozenset(unit for unit, kind in UNITS.items() if kind == "duration")
_NOUN_FIRST: Final = frozenset(["count", "duration", "other", "money"])
_MEASURED_UNITS: Final = frozenset(unit for unit, kind in UNITS.items() if kind not in ("count", "other"))
_SHARES: Final[dict[str, tuple[QuantityKind, str | None]]] = {"百分之": ("percent", "%"), "千分之": ("permille", "‰")}
_UNIT_AS: Final = {"％": "%", "个百分点": "百分点", "个千分点": "千分点"}
_HAN_DIGITS: Final = "一二两三四五六七八九"
#: 两个月零五天: what stands between two lengths of time.
_AND_OF_TIME: Final = frozenset(f"{last}零" for last in "年月周天时")
_DIGITS: Final = frozenset(ARABIC_DIGITS)
#: Kinds of figures that are plainly figures, also where they are not read.
_PLAIN_KINDS: Final = ("count", "money", "percent", "percentage_point", "permille", "area")
#: How that begins which, standing behind a unit, may make another word of it; behind 个 a list may go on in 个百分点.
_DOUBTFUL_FOLLOWERS: Final = {
    unit: frozenset([*(word[0] for word in words), *("、和及" if unit == "个" else "")])
    for unit, words in FOLLOWERS_THAT_REFUSE.items()
}
#: 内 before these is the start of another word: 内部, 内容.
_AFTER_INNER: Final = ("部", "容", "设", "外", "控")
#: What kind of number begins with a character; with every other it is a Chinese one, exact or approximate.
_CORE_OF: Final = dict.fromkeys(ARABIC_DIGITS, "arabic") | dict.fromkeys("百千万亿", "round") | {"半": "half"}
_BEHIND_NUMBERS: Final = ("more", "scale", "more_after", "split", "tenths", "unit")
_OVER_OR_EXACT: Final[dict[str | None, Qualifier]] = {None: "exact", "余": "over", "多": "over"}
_OTHER_QUOTES: Final = '「‘"'
#: A share with its sign: 同比+5.2%.
_PLUS: Final = "+＋"
#: What stands behind the low end of a range: a dash, blanks before it, or a remark: 5万元（含）至10万元.
_RANGE_STARTS: Final = DASH_STARTS | frozenset("（(")
#: What says that a number is not exact, and the blanks in it.
_NO_MORE: Final = str.maketrans("", "", "余多来+＋个 \u3000\xa0")
_QUOTIENT: Final = Context(prec=28)
_EXACT: Final = Context(prec=2 * MAX_NUMERAL_LENGTH)


#: Where words begin and end.
_Place = tuple[int, int]
#: What a quantity says, but for its measure: start, end, value, high, unit, qualifier.
_Reading = tuple[int, int, Decimal, Decimal | None, str | None, Qualifier]
#: Quantities that share a unit (12、34件): start, end, where the words they may measure begin, kind, and each.
_Found = tuple[int, int, int, QuantityKind, tuple[_Reading, ...]]


def _masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return `text` with every character of `spans` (in order, they may overlap) replaced by `MASK`."""
    pieces: list[str] = []
    position = 0
    for start, end in spans:
        if end > position:
            if start < position:
                start = position
            pieces += text[position:start], MASK * (end - start)
            position = end
    pieces.append(text[position:])
    return "".join(pieces)


@lru_cache(maxsize=16)
def _phrase_pattern(phrases: frozenset[str]) -> re.Pattern[str]:
    return re.compile(longest_match(FIXED_PHRASES | GENERATED_PHRASES | phrases, FOLLOWERS_OF_NO_PHRASE))


def _phrase_spans(text: str, phrases: Iterable[str]) -> list[tuple[int, int]]:
    spans = []
    for match in _phrase_pattern(frozenset(filter(None, phrases))).finditer(text):
        span = match.span()
        start = span[0]
        if not (start and text[start - 1] in NUMERAL_CHARACTERS and text[start] in HAN_NUMERALS):
            spans.append(span)
    return spans


def read_quantities(
    text: str,
    numerals: Iterable[int],
    opaque: Iterable[tuple[int, int]],
    phrases: Iterable[str],
    section_of: Callable[[int], str | None],
    boundaries: Sequence[int],
) -> tuple[list[Quantity], list[NumberProblem]]:
    """Return the quantities of `text` in order, and the figures left out because they are not read for sure.

    No quantity touches a span of `opaque` or a fixed phrase. `numerals` are the places where one may begin
    (`numeral_places`), `boundaries` those over which none has a subject.
    """
    plain = _masked(text, sorted(opaque))
    scan = _Scan(plain, _masked(plain, _phrase_spans(text, phrases)))
    scan.read(numerals)
    unread = [NumberProblem("unread-figure", text[start:end], Span(start, end)) for start, end in sorted(scan.unread)]
    quantities = scan.quantities(text, section_of, SubjectFinder(plain, boundaries))
    quantities, of_tables = with_cells(text, plain, quantities, section_of)
    return quantities, [*unread, *of_tables]


class _Scan:
    """One pass over the numerals of one text. `plain` hides what is opaque, `view` fixed phrases as well.

    `puts_together` says that torn figures are read whole. `unread` are the spans of figures that are not read for sure.
    """

    def __init__(
        self, plain: str, view: str, refusals: tuple[Refusal, ...] = REFUSALS, puts_together: bool = True
    ) -> None:
        self.view = view
        self.puts_together = puts_together
        self.unread: set[tuple[int, int]] = set()
        self.refusals = refusals
        self.patterns = quantity_patterns()
        self.clauses = ClauseMap(plain)
        self.quotes: tuple[list[int], list[int]] | None = None
        self.found: list[_Found] = []
        self.waiting: list[Figure] = []
        self.last_end = 0
        self.floor = 0

    def read(self, numerals: Iterable[int]) -> None:
        """Find the figures that begin at `numerals`; one that is masked there is half a numeral, and none."""
        position = 0
        core_at, plain_at, view = self.patterns.core.match, self.patterns.plain.match, self.view
        for start in numerals:
            if start < position:
                continue
            first = view[start]
            if first == MASK:
                continue
            if first in _DIGITS and not self.waiting and (match := plain_at(view, start)):
                number, more, unit = match.groups()
                end = match.end()
                doubtful = _DOUBTFUL_FOLLOWERS.get(unit)
                if doubtful is None or end == len(view) or view[end] not in doubtful:
                    # Nothing but number and unit: this is what `_take` would say of it, in less time.
                    value, qualifier = parse_numeral(number), _OVER_OR_EXACT[more]
                    reading: _Reading = (start, end, value, None, _UNIT_AS.get(unit, unit), qualifier)
                    self.found.append((start, end, self.floor, UNITS[unit], (reading,)))
                    position = self.last_end = self.floor = end
                    continue
            if match := core_at(view, start):
                position = max(self._take(match), start + 1)

    def _take(self, match: re.Match[str]) -> int:
        """Read the figure at a numeral; return where the search goes on."""
        view = self.view
        start, end = match.span()
        core = match.lastgroup or ""
        number = after = None
        if core == "order" or core == "skip":
            self.last_end = end
            if core == "order" and (after := self.patterns.after.match(view, end)) and after["unit"]:
                self.last_end = self.floor = after.end()
            elif core == "skip" or view[end - 1] in _DIGITS:
                self.floor = end
            return max(end, self._end_in_next_row(end))
        if core == "figure":
            number = self.patterns.number.match(view, start)
            if number is None:
                return start
            core = _CORE_OF.get(view[start]) or ("approximate" if number["approximate"] else "han")
            end = number.end()
        before = view[start - 1] if start else ""
        if (
            before in BEFORE_REST
            and (core == "arabic" or core == "ratio")
            and (torn := start_of_torn(view, start)) >= 0
        ):
            figure = self._figure(number) if number else None
            stop = figure.end if figure and figure.kind is not None else self._end_in_next_row(end)
            if stop >= 0 and not is_part_of_code(view, torn):
                while self.found and self.found[-1][1] > torn:
                    self.found.pop()  # 共计12 3件: 12 alone was read as a figure
                self.unread.add((torn, stop))
            return max(end, stop)
        if before and self._glued(before, start, core):
            return end
        if core == "arabic" and view[end : end + 1] == "点" and (mixed := _QUANTITIES.MIXED_DECIMAL.match(view, start)):
            after = self.patterns.after.match(view, mixed.end())
            if after and after["unit"]:
                self.unread.add((start, after.end()))
            return mixed.end()
        figure = self._figure(number) if number else self._share_or_ratio(match)
        if figure and (stop := end_of_odd_parts(view, figure)) >= 0:
            self.unread.add((start, stop))
            self.last_end = self.floor = stop
            return stop
        if figure:
            end = figure.end
        elif core == "share" and (part := self.patterns.part.match(view, end)):
            end = part.end()
        if (
            view[end : end + 1] in TORN_BY
            and self.puts_together
            and (stop := self._put_together(start, end, figure)) >= 0
        ):
            return stop
        if figure is None:
            return end
        if core == "share" and figure.high is not None:
            core = "approximate"
        if view[end : end + 1] in _RANGE_STARTS:
            figure = self._range(figure) or figure
        if core == "arabic" and figure.unit == "个" and _QUANTITIES.SHARED_POINTS.match(view, figure.end):
            figure = figure._replace(unit=None, kind=None)
        if figure.kind is None and core == "arabic" and not figure.scale and self._waits(figure):
            return figure.end
        waiting, self.waiting = self.waiting, []
        return self._emit(figure, core, waiting)

    def _glued(self, before: str, start: int, core: str) -> bool:
        """Say whether the numeral is the end of a code, a decimal or an expression such as 1+4."""
        if core == "arabic" or core == "ratio":
            view = self.view
            if before in _PLUS and _QUANTITIES.SIGNED_SHARE.match(view, start):
                sign_before = view[start - 2 : start - 1] if start > 1 else ""
                return sign_before in HAN_GLUE or (sign_before.isascii() and sign_before.isalnum())
            return before in ARABIC_GLUE or (before.isascii() and before.isalpha())
        if core == "round" and before in BLANKS:
            return self.view[max(0, start - 3) : start].rstrip(" \t\u3000\xa0")[-1:].isdecimal()
        words = self.view[max(0, start - 2) : start]
        return words in ("星期", "礼拜") or (before in HAN_GLUE and words not in _AND_OF_TIME)

    def _end_in_next_row(self, end: int) -> int:
        """Return where a numeral that is no figure ends in the next row (第1⏎2次会议); -1 where it does not go on."""
        if self.view[end : end + 1] not in ("\r", "\n"):
            return -1
        parting = _QUANTITIES.PARTING.match(self.view, end)
        number = self.patterns.number.match(self.view, parting.end()) if parting else None
        return number.end() if number else -1

    def _put_together(self, start: int, end: int, figure: Figure | None) -> int:
        """Read a figure again with the pieces that the page set apart; return where the search goes on, else -1."""
        view = self.view
        tear = tear_behind(view, end, figure)
        if tear is None:
            return -1
        window = max(self.last_end, start - 12)
        text, places = joined(view, window, start, tear)
        again = _Scan(text, text, self.refusals, puts_together=False)
        again.read([start - window])
        if not again.found:
            return -1
        _, _, _, kind, readings = again.found[0]
        moved: list[_Reading] = [
            (places[first], places[last - 1] + 1, value, high, unit, qualifier)
            for first, last, value, high, unit, qualifier in readings
        ]
        begin, stop, unit = moved[0][0], moved[-1][1], moved[-1][4]
        if stop <= tear.end or (unit is None and kind != "fraction"):
            return -1
        after = self.patterns.after.match(view, stop)
        unit_behind = after is not None and after["unit"] is not None
        sure = belong_together(view, start, end, tear, figure, (kind, stop), unit_behind)
        if sure is None:
            return -1
        if sure:
            self.found.append((begin, stop, self.floor, kind, tuple(moved)))
        else:
            self.unread.add((start, stop))
        self.waiting = []
        self.last_end = self.floor = stop
        return stop

    def _figure(self, number: re.Match[str]) -> Figure | None:
        """Read a figure from its number, and from what stands behind it."""
        written, approximate = number[0], number["approximate"]
        if len(written) > MAX_NUMERAL_LENGTH:
            return None
        after = self.patterns.after.match(self.view, number.end())
        assert after is not None
        more, scale, more_after, split, tenths, unit = after.group(*_BEHIND_NUMBERS)
        scale = scale.removeprefix("个") if scale else ""
        high: Decimal | None = None
        if not written.isalnum() and len(groups := written.split()) > 1:
            if written[0] in "0０" or self.view[max(0, number.start() - 2) : number.start()].endswith(LABELS):
                return None
            written = "".join(groups)
        try:
            if approximate:
                low_text, high_text = _two_readings(written)
                value, high = parse_numeral(low_text + scale), parse_numeral(high_text + scale)
                if high <= value:
                    return None
            elif written[0] in "百千万亿":
                value = parse_numeral(f"1{written}{scale}")
            else:
                value = parse_numeral(written + scale)
                if more == "几":
                    if _QUANTITIES.TENS.fullmatch(written) is None:
                        return None
                    high = value + scaled(Decimal(9), scale)
        except NumeralError:
            if (
                unit
                and UNITS.get(unit) in _PLAIN_KINDS
                and self._is_numeral(written)
                and not self._quote_around(number.start())
            ):
                self.unread.add((number.start(), after.end()))
            return None
        end = after.end()
        kind: QuantityKind | None = None
        over = (more or more_after or "几") not in "几来"
        if unit:
            kind = UNITS.get(unit, "other")
        elif split:
            unit, kind = f"个{split[2:]}", "duration"
            if split[1] == "半":
                value = _EXACT.add(value, Decimal("0.5"))
            else:
                over = split[1] != "来"
        elif tenths and (high or value) <= 10 and not (high and tenths[1:]):
            tail = tenths[1:].strip()
            tenth = Decimal(5) if tail == "半" else parse_numeral(tail) if tail else Decimal(0)
            value = _EXACT.add(scaled(value, "十"), tenth)
            high = high and scaled(high, "十")
            unit, kind = "%", "percent"
        if kind is None:
            end = number.end()
            if "来" in (more, more_after) or (scale and self.view[end] in BLANKS):
                # 30 来信, 2023 万达广场: without a unit these are words.
                if approximate:
                    return None
                value = parse_numeral(f"1{written}" if written[0] in "百千万亿" else written)
                high, over, scale = None, False, ""
            else:
                end = max(end, after.end("more"), after.end("scale"), after.end("more_after"))
        scale = scale or ("万" if written[-1] in "万亿" else "")
        figure = Figure(number.start(), end, value, high, unit, kind, over, scale, Decimal(-1) if scale else value)
        return amount(self.view, figure) if unit in COINS or unit == "元" else figure

    @staticmethod
    def _is_numeral(written: str) -> bool:
        """Say whether what is no numeral was plainly meant as one: 1.2万3千, 三百五千."""
        scales = sum(character in "十百千万亿" for character in written)
        return 0 < scales < len(written) - 1 and (written[0] in _HAN_DIGITS or written[0] in _DIGITS)

    def _share_or_ratio(self, match: re.Match[str]) -> Figure | None:
        return self._share(match) if match.lastgroup == "share" else self._ratio(match)

    def _share(self, match: re.Match[str]) -> Figure | None:
        """Read 百分之十二点五, 百分之七八十, 三分之一, 一又三分之一."""
        start = match.start()
        lead = "".join(match["share"].split())
        number = self.patterns.part.match(self.view, match.end())
        if number is None:
            return None
        written, high = number[0], None
        try:
            if number["approximate"]:
                low_text, high_text = _two_readings(written)
                part, high = parse_numeral(low_text), parse_numeral(high_text)
            else:
                part = Decimal(100) if written == "百" and lead[0] == "百" else parse_numeral(written)
            end = number.end()
            if self.view[end : end + 1] == "几":
                if high is not None or _QUANTITIES.TENS.fullmatch(written) is None:
                    return None
                end, high = end + 1, part + 9  # 百分之三十几
            if lead in _SHARES:
                kind, unit = _SHARES[lead]
                return Figure(start, end, part, high, unit, kind, False, "", part)
            divisor = lead.removesuffix("分之")
            whole = parse_numeral(f"1{divisor}" if divisor[0] in "百千万亿" else divisor)
            if not whole:
                return None
            value = _QUOTIENT.divide(part, whole)
            window = self.view[max(self.last_end, start - 12) : start]
            if _QUANTITIES.AND_BEFORE_SHARE.search(window):
                before = _QUANTITIES.WHOLE_BEFORE_SHARE.search(window)
                if before is None:
                    self.unread.add((start, number.end()))
                    return None
                value, start = _QUOTIENT.add(value, parse_numeral(before[0][:-1])), start - len(before[0])
        except NumeralError:
            return None
        if high is not None:
            high = _QUOTIENT.divide(high, whole)
        return Figure(start, number.end(), value, high, None, "fraction", False, "", value)

    def _ratio(self, match: re.Match[str]) -> Figure | None:
        """Read 1/3, where no unit or further sign makes it something else."""
        part, _, whole = match["ratio"].replace("／", "/").partition("/")
        if int(part) >= int(whole):
            return None
        value = _QUOTIENT.divide(Decimal(part), Decimal(whole))
        return Figure(match.start(), match.end(), value, None, None, "fraction", False, "", value)

    def _range(self, low: Figure) -> Figure | None:
        """Return the range that begins with `low`: 5至8件, 5%-8%, 百分之五至百分之八."""
        dash = self.patterns.dash.match(self.view, low.end)
        if dash is None or low.high is not None or low.kind == "fraction":
            return None
        shared = low.kind in ("percent", "permille") and self.view[low.start] in "百千"
        core = self.patterns.core.match(self.view, dash.end())
        if core is None:
            return self._shared_range(low, dash.end()) if shared else None
        if core.lastgroup in ("order", "skip", "ratio"):
            return None
        if core.lastgroup == "figure" and _CORE_OF.get(self.view[dash.end()]) == "round":
            return None  # 3至千万元
        if core.lastgroup == "share":
            high = self._share(core)
        else:
            number = self.patterns.number.match(self.view, dash.end())
            high = self._figure(number) if number else None
        if high is None or high.high is not None:
            return None
        unit, kind = high.unit, high.kind
        if shared and kind is None:
            unit, kind = low.unit, low.kind
        if kind is None or (low.kind is not None and low.unit != unit):
            return None
        value = low.value
        if low.kind is None and kind == "percent" and "成" in self.view[dash.end() : high.end] and value < 10:
            value = _EXACT.multiply(value, Decimal(10))  # 三至五成
        if low.kind is None and not low.scale and kind != "percent":
            value = self._with_scale_of(high, value, dash.end())
        if high.value <= value:
            return None
        return Figure(low.start, high.end, value, high.value, unit, kind, high.over, high.scale, value)

    def _shared_range(self, low: Figure, start: int) -> Figure | None:
        """Return the range 百分之三至五, whose second number has no sign of its own."""
        number = self.patterns.number.match(self.view, start)
        if number is None:
            return None
        try:
            high = parse_numeral(number[0])
        except NumeralError:
            return None
        return low._replace(end=number.end(), high=high) if high > low.value else None

    def _with_scale_of(self, high: Figure, low: Decimal, start: int) -> Decimal:
        """Return the low end of a range times the scale that it shares with the high end, whose number is at `start`.

        3至5千万 and 两到三千 share all that stands behind the digit; 十八至三十万 shares 万. 五千至一万 shares nothing.
        """
        written = self.view[start : high.end].removesuffix(high.unit or "").translate(_NO_MORE)
        for shape in (_QUANTITIES.SCALED_DIGIT, _QUANTITIES.SCALED_NUMBER):
            if (parts := shape.fullmatch(written)) and low < parse_numeral(parts["number"]):
                return scaled(low, parts["scale"])
        return low

    def _waits(self, figure: Figure) -> bool:
        """Keep a number that a list goes on after (606、618、590项): its unit may follow."""
        link, following = self.view[figure.end : figure.end + 1], self.view[figure.end + 1 : figure.end + 2]
        if link not in ("、", "和", "及") or not following.isdecimal():
            return False
        goes_on = bool(self.waiting) and self.waiting[-1].end + 1 >= figure.start - 1
        before = self.view[figure.start - 1 : figure.start]
        if goes_on or (before and before not in CLAUSE_MARKS and not before.isspace()):
            self.waiting.append(figure)
            return True
        return False

    def _emit(self, figure: Figure, core: str, waiting: list[Figure]) -> int:
        start, end = figure.start, figure.end
        view = self.view
        before = view[start - 1] if start else ""
        limit, limit_start = self._limit_before(start) if before in BEFORE_FIGURES else (None, start)
        upward = core == "round" and start > self.last_end and before == "上"
        if core == "round" and not (figure.over or limit or upward):
            return end
        value, high = figure.value, figure.high
        if upward:
            limit, limit_start = "over", start - 1
        tail_end, tail, half = self._after(figure) if view[end : end + 1] in LIMIT_STARTS else (end, None, False)
        if half:
            value = _EXACT.add(value, Decimal("0.5"))
        vague = core == "approximate" or "几" in view[start:end] or "来" in view[start:end]
        written: Qualifier = tail or ("over" if figure.over else "about" if vague else "exact")
        if figure.unit == "年" and limit == "nearly":  # 近三年 are the last three years
            limit, limit_start = None, start
        qualifier = limit or written
        start = limit_start
        if start > self.last_end and view[start - 1] in SIGNS and self._negative(start, core):
            value, start = value.copy_negate(), start - 1
            high = None
        elif start > self.last_end and view[start - 1] in _PLUS and core == "arabic":
            start -= 1
        candidate = Candidate(view, figure, core, start, tail_end, qualifier, half, self._quote_around)
        if is_refused(candidate, self.refusals):
            return end
        if core in ("han", "approximate") and view[figure.start - 1 : figure.start] == "、":
            low = max(self.last_end, figure.start - 4)
            if _QUANTITIES.NUMERAL_BEFORE.search(view, low, figure.start):
                if figure.kind is not None:
                    self.unread.add((figure.start - 2, figure.end))
                return end
        kind: QuantityKind = figure.kind or "other"
        unit = _UNIT_AS.get(figure.unit or "", figure.unit)
        own = waiting if waiting and waiting[-1].end + 2 >= figure.start and figure.kind is not None else []
        first = own[0].start if own else start
        readings: tuple[_Reading, ...] = ((start, tail_end, value, high, unit, qualifier),)
        if own:
            readings = (*((one.start, one.end, one.value, None, unit, "exact") for one in own), *readings)
        self.found.append((first, tail_end, self.floor, kind, readings))
        self.last_end = self.floor = tail_end
        return tail_end

    def quantities(self, text: str, section_of: Callable[[int], str | None], subjects: SubjectFinder) -> list[Quantity]:
        """Return what was found, each with what it measures, which the figures beside it bound.

        A count takes the noun right after its unit (5家单位), else the words before it (案件223件); every other figure
        takes the words before it, else the noun after it.
        """
        clauses, found, view = self.clauses, self.found, self.view
        behind: list[tuple[int, int] | None] = []
        ceiling, noun = len(view) + 1, None
        for start, end, _, kind, _ in reversed(found):
            noun = clauses.after(end, ceiling, noun is not None) if kind in _NOUN_FIRST else None
            ceiling = start
            behind.append(noun)
        quantities: list[Quantity] = []
        taken = 0
        changed: _Place | None = None  # what the end of a change measures
        earlier = False
        for index, (start, end, floor, kind, readings) in enumerate(found, 1):
            noun = behind[-index]
            is_end = earlier and noun is None
            begin, noun = self._start_of_change(index, noun)
            earlier = begin >= 0 or (is_end and self._goes_on_changing(index))
            if is_end:
                noun = changed
            elif noun is None:
                noun = clauses.before(begin if begin >= 0 else start, floor if floor > taken else taken)
                if noun and view[noun[0]] in HAN_NUMERALS and self._is_figure(*noun):
                    noun = None
                if noun is None and kind not in _NOUN_FIRST:
                    noun = clauses.after(end, found[index][0] if index < len(found) else len(view) + 1, False)
            changed = noun
            measure, measure_span = None, None
            if noun:
                taken = max(taken, noun[1])
                measure, measure_span = text[slice(*noun)], Span(*noun)
            if is_end:
                named = subjects.subject_again(start, end, readings[0][4], kind)
            else:
                named = subjects.subject(start, end, readings[0][4], kind, noun)
            subject = Subject(text[named[0] : named[1]], Span(named[0], named[1])) if named else None
            for begins, stop, value, high, unit, qualifier in readings:
                quantities.append(
                    Quantity(
                        text[begins:stop],
                        Span(begins, stop),
                        value,
                        high,
                        unit,
                        kind,
                        qualifier,
                        measure,
                        measure_span,
                        subject,
                        section_of(begins),
                        earlier,
                    )
                )
        return quantities

    def _start_of_change(self, index: int, noun: _Place | None) -> tuple[int, _Place | None]:
        """Return where the words of a change begin (由) whose earlier end is the figure before `index`, else -1.

        `noun` is what stands behind that figure; it is returned too, unless it is the verb of the change. Both ends are
        of the same unit.
        """
        if index == len(self.found):
            return -1, noun
        start, end, _, _, readings = self.found[index - 1]
        following, _, _, _, next_readings = self.found[index]
        if len(readings) > 1 or len(next_readings) > 1 or readings[0][4] != next_readings[0][4]:
            return -1, noun
        begin = start_of_change(self.view, start, end, following)
        if begin >= 0 or noun is None or noun[0] != end:
            return begin, None if begin >= 0 else noun
        return start_of_change(self.view, start, noun[1], following), noun

    def _goes_on_changing(self, index: int) -> bool:
        """Say whether the figure before `index`, the end of a change, is changed again to the next one."""
        if index == len(self.found):
            return False
        _, end, _, _, readings = self.found[index - 1]
        following, _, _, _, next_readings = self.found[index]
        return readings[-1][4] == next_readings[0][4] and goes_on_changing(self.view, end, following)

    def _is_figure(self, start: int, end: int) -> bool:
        """Say whether words are a figure that does not count here: 一年两次."""
        core = self.patterns.core.match(self.view, start)
        number = self.patterns.number.match(self.view, start) if core and core.lastgroup == "figure" else None
        after = self.patterns.after.match(self.view, number.end()) if number else None
        return after is not None and after.end() == end

    def _limit_before(self, start: int) -> tuple[Qualifier | None, int]:
        view, position = self.view, start
        if position and view[position - 1] in " \u3000\xa0":
            position -= 1
        for length in (3, 2, 1):
            word = view[max(position - length, self.last_end) : position]
            if len(word) == length and word in LIMITS_BEFORE:
                before = view[position - length - 1 : position - length] if position > length else ""
                if before and before in HALF_WORDS.get(word, ""):
                    continue
                limit, begins = LIMITS_BEFORE[word], position - length
                if word in NEGATABLE:
                    negation = _QUANTITIES.NEGATION.search(view[max(begins - 2, self.last_end) : begins])
                    if negation:
                        return CONTRARY[limit], begins - len(negation[0])
                return limit, begins
        return None, start

    def _after(self, figure: Figure) -> tuple[int, Qualifier | None, bool]:
        """Return where the quantity ends, the limit after it, and whether 半 adds a half."""
        view, end = self.view, figure.end
        half = figure.unit in _MEASURED_UNITS and view[end : end + 1] == "半" and figure.high is None
        if half and view[end + 1 : end + 2] not in ("年", "个", "数", "载"):
            end += 1
        else:
            half = False
        gap = view[end : end + 1] in BLANKS
        for length in LIMIT_LENGTHS:
            word = view[end + gap : end + gap + length]
            if len(word) == length and word in LIMITS_AFTER:
                return end + gap + length, LIMITS_AFTER[word], half
        if figure.kind == "fraction" and (beside := _QUANTITIES.BESIDE_SHARE.match(view, end)):
            return beside.end(), "over" if beside["more"] else "nearly", half
        word = view[end : end + 1]
        if figure.unit in _TIME_UNITS and word == "内" and view[end + 1 : end + 2] not in _AFTER_INNER:
            return end + 1, "at_most", half
        if word and word in "多余" and (figure.unit in _MEASURED_UNITS or figure.kind is None):
            return end + 1, "over", half
        return end, None, half

    def _negative(self, start: int, core: str) -> bool:
        sign = self.view[start - 1]
        if sign == "负" or core != "arabic":
            return sign == "负"
        before = self.view[start - 2 : start - 1] if start > 1 else ""
        return not before or not (before in HAN_NUMERALS + "-－—)）%％个" or (before.isascii() and before.isalnum()))

    def _quote_around(self, position: int) -> int:
        """Return how long the quotation around a place is, its marks included; 0 where there is none."""
        if self.quotes is None:
            # Most texts quote in “” alone, which are found by their first letter.
            others = any(mark in self.view for mark in _OTHER_QUOTES)
            pattern = _QUANTITIES.QUOTES if others else _QUANTITIES.DOUBLE_QUOTES
            spans = [match.span() for match in pattern.finditer(self.view)]
            self.quotes = [start for start, _ in spans], [end for _, end in spans]
        starts, ends = self.quotes
        index = bisect_right(starts, position) - 1
        return ends[index] - starts[index] if index >= 0 and position < ends[index] else 0


def _two_readings(written: str) -> tuple[str, str]:
    """Return the two numerals of an approximate one: 三四十 is 三十 and 四十."""
    written = written.replace("、", "")
    for index in range(len(written) - 1):
        if written[index] in _HAN_DIGITS and written[index + 1] in _HAN_DIGITS:
            return written[: index + 1] + written[index + 2 :], written[:index] + written[index + 1 :]
    return written, written
