"""The refusals of figures: why one that has been read counts nothing, in the order asked.

A lone 一 before a unit is an article (一项改革), unless a qualifier or a word such as 仅 shows that it counts; 二
before a unit orders (二期工程): Chinese counts with 两.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Final, NamedTuple

from lawreport_parser.grammars import Terminals
from lawreport_parser.han import is_han
from lawreport_parser.numbers.limits import Qualifier
from lawreport_parser.numbers.places import ARABIC_DIGITS, HAN_NUMERALS, NUMERAL_CHARACTERS
from lawreport_parser.numbers.quantity_patterns import YEAR_UNITS
from lawreport_parser.numbers.units import ARABIC_UNITS, QuantityKind

__all__ = ["CLAUSE_MARKS", "MASK", "REFUSALS", "Candidate", "Figure", "Refusal", "is_refused"]

#: Stands for each character that is no part of any quantity.
MASK: Final = "\0"
CLAUSE_MARKS: Final = frozenset('，。；：、！？,;:!?\n\r（）()【】“”"…' + MASK)
_QUANTITIES: Final = Terminals("quantities")

#: Words that show that 一 counts, and that a number without a unit is a figure.
COUNTING_WORDS: Final = ("共", "仅", "只", "只有", "仅有", "计", "达", "为期", "满", "每", "各", "另", "合计")
#: Words that show that a lone 一年, 二年 or 半年 is a length of time: 有效期一年, 期限为半年.
SPAN_WORDS: Final = (
    "为期", "历时", "用时", "耗时", "时长", "满", "仅", "达", "近", "限", "停职", "停业", "拘役", "管制", "徒刑",
    "缓刑", "有效期", "试用期", "见习期", "服务期", "任期", "刑期", "缓期", "工期", "学期", "保质期", "保修期",
    "公示期", "合同期", "过渡期", "考验期", "考察期", "建设期", "周期", "延期", "假期", "质保期", "培训期", "整改期",
)  # fmt: skip
_BEFORE_HALVES: Final = (*COUNTING_WORDS, "时", "用", "了")
_BEFORE_SHARES: Final = ("占", "的", "为", "达")
#: What stands before these is one of an order: 上一个月.
_IN_AN_ORDER: Final = frozenset("上下前这那")
#: Units with which 一 is never an article.
_NO_ARTICLE: Final = frozenset(["个月", "个小时", "个工作日", "个自然日", "个星期", "个礼拜", "个季度"])
#: Words before 届 that show that it counts: 连续5届, but 14届.
_HELD: Final = ("连续", "举办", "举办了", "承办", "召开", "历经", "共", "近")
_LAST: Final = ("最后", "最先", "最初", "最前")
ANNOUNCING_WORDS: Final = ("达", "达到", "达到了", "共", "共计", "总计", "合计", "累计", "为", "至", "到")
_SHORT_QUOTE: Final = 14
#: Units of places: 前三名.
_RANKED: Final = frozenset("名位强")
#: Units that behind + are words of their own: 110+社区.
_JOINED: Final = ARABIC_UNITS | {"项目", "部门", "部委", "部分", "学分"}
#: A lone formal numeral before a unit is a part of a name: 伍家岗, 陆台.
_FORMAL: Final = frozenset("壹贰叁肆伍陆柒捌玖")


class Figure(NamedTuple):
    """A number with what follows it, before qualifiers. `kind` is null where no unit stands."""

    start: int
    end: int
    value: Decimal
    high: Decimal | None
    unit: str | None
    kind: QuantityKind | None
    over: bool
    scale: str
    bare: Decimal


class Candidate:
    """A figure with the words that qualify it, which stand in `view` from `start` to `end`.

    `core` is the form of its number (arabic, han, approximate, round, half, share, ratio), `half` says that a 半 behind
    the unit belongs to it. `before` and `behind` are the few characters around it, `written` its number and unit.
    `quote` gives the length of the quotation around a place, 0 where there is none.
    """

    __slots__ = (
        "before", "behind", "core", "end", "exact", "figure", "half", "kind", "quote", "start", "unit", "view",
        "written",
    )  # fmt: skip

    def __init__(
        self,
        view: str,
        figure: Figure,
        core: str,
        start: int,
        end: int,
        qualifier: Qualifier,
        half: bool,
        quote: Callable[[int], int],
    ) -> None:
        self.view = view
        self.figure = figure
        self.unit = figure.unit
        self.kind = figure.kind
        self.core = core
        self.start = start
        self.end = end
        self.exact = qualifier == "exact"
        self.half = half
        self.quote = quote
        self.written = view[figure.start : figure.end]
        self.before = view[start - 4 if start > 4 else 0 : start]
        self.behind = view[end : end + 2]

    def is_lone_digit(self) -> bool:
        """Say whether this is a plain 一 or 二 right before its unit, which nothing qualifies."""
        written = self.written
        return (
            self.core == "han"
            and self.exact
            and written[0] in "一二"
            and not self.half
            and self.kind in ("count", "other", "duration")
            and written[1:].strip() == self.unit
        )

    def lasts(self) -> bool:
        """Say whether the words before a lone 一年 or 半年 make it a length of time: 有效期为一年."""
        return self.before.removesuffix("为").endswith(SPAN_WORDS)


class Refusal(NamedTuple):
    """A reason for which a figure counts nothing: its name, when it holds, and a text whose figure it refuses."""

    name: str
    holds: Callable[[Candidate], bool]
    example: str


def _unannounced(one: Candidate) -> bool:
    if one.kind is not None:
        return False
    figure, whole, behind = one.figure, one.written, one.behind
    ends = not behind or behind[0] in CLAUSE_MARKS or behind[0].isspace()
    if figure.scale:
        return not ends and one.exact and whole[0] not in ARABIC_DIGITS
    if not ends or whole[0] not in ARABIC_DIGITS or len(whole) > 12 or figure.high is not None:
        return True
    if behind[:1] in ("（", "(", ":", "：", "、") or (behind[:1] in (",", "，") and behind[1:].isdecimal()):
        return True
    return one.exact and not one.before[-3:].endswith(ANNOUNCING_WORDS)


def _quoted_number(one: Candidate) -> bool:
    return one.kind is None and one.quote(one.figure.start) > 0


def _number_of_a_part(one: Candidate) -> bool:
    if one.core != "arabic" or one.kind != "count" or one.figure.scale or not one.exact or "千" in one.written:
        return False
    return _QUANTITIES.PART_NUMBER.match(one.view, one.start) is not None


def _short_quote(one: Candidate) -> bool:
    counted = one.core == "arabic" or one.core == "share" or one.kind is None
    return not counted and 0 < one.quote(one.figure.start) <= _SHORT_QUOTE


def _no_share(one: Candidate) -> bool:
    return one.core == "ratio" and one.exact and one.before[-1:] not in _BEFORE_SHARES


def _half_moment(one: Candidate) -> bool:
    return (
        one.core == "half"
        and one.kind == "duration"
        and one.exact
        and not one.lasts()
        and not one.before[-2:].endswith(_BEFORE_HALVES)
    )


def _place(one: Candidate) -> bool:
    return one.unit in ARABIC_UNITS and one.core != "arabic"


def _joined_by_plus(one: Candidate) -> bool:
    return one.unit in _JOINED and ("+" in one.written or "＋" in one.written)


def _ranking(one: Candidate) -> bool:
    return one.unit in _RANKED and one.exact and one.before.endswith("前")


def _named_year(one: Candidate) -> bool:
    return one.unit in YEAR_UNITS and _QUANTITIES.YEARS.match(one.written) is not None


def _formal_name(one: Candidate) -> bool:
    begins, following = one.written[0], one.written[1:2]
    return begins in _FORMAL and following != "" and following not in HAN_NUMERALS and one.kind != "money"


def _day_of_month(one: Candidate) -> bool:
    return one.unit == "日" and one.exact and one.core != "half"


def _nothing_big(one: Candidate) -> bool:
    return one.unit == "大" and one.core == "arabic" and one.behind != "" and not is_han(one.behind[0])


def _point(one: Candidate) -> bool:
    return one.unit == "分" and one.core != "arabic"


def _numbered_term(one: Candidate) -> bool:
    return one.unit == "届" and not one.before[-3:].endswith(_HELD)


def _last_part(one: Candidate) -> bool:
    found = one.before[-2:] in _LAST and one.core == "han" and one.exact
    return found and (one.kind == "length" or one.written[0] == "一")


def _town(one: Candidate) -> bool:
    return one.core == "han" and one.exact and _QUANTITIES.TOWN.match(one.view, one.start) is not None


def _moment(one: Candidate) -> bool:
    if one.kind != "duration" or not one.is_lone_digit():
        return False
    if one.written[0] == "一" and one.unit in _NO_ARTICLE and one.before[-1:] not in _IN_AN_ORDER:
        return False
    further = one.behind[:1] == "零" and one.behind[1:] in NUMERAL_CHARACTERS  # 一年零三个月
    return not one.lasts() and not further and not one.view.startswith("有期徒刑", one.end)


def _article(one: Candidate) -> bool:
    if one.kind == "duration" or not one.is_lone_digit():
        return False
    return one.written[0] != "一" or not one.before[-2:].endswith(COUNTING_WORDS)


#: The first that holds refuses. Without its row, the example would be a quantity.
REFUSALS: Final[tuple[Refusal, ...]] = (
    Refusal("a number without a unit that no word announces", _unannounced, "办理223。"),
    Refusal("a number without a unit in quotation marks", _quoted_number, "推行“共10”制度"),
    Refusal("the number of a part or of a picture", _number_of_a_part, "见图2.1件事"),
    Refusal("a short quotation, which is a name", _short_quote, "深化“三项措施”"),
    Refusal("two numbers and a stroke that are no share", _no_share, "门牌1/3"),
    Refusal("half a day or year as a moment", _half_moment, "半天办结"),
    Refusal("a place named by a Chinese numeral", _place, "三区联动"),
    Refusal("a number joined by + to a place or a project", _joined_by_plus, "推行110+社区模式"),
    Refusal("the first of a ranking", _ranking, "全市前三名"),
    Refusal("a year by its name", _named_year, "面向3023年"),
    Refusal("a name that begins with a formal numeral", _formal_name, "伍家办事"),
    Refusal("a day of the month", _day_of_month, "于15日办结"),
    Refusal("大 with nothing that is big", _nothing_big, "建成5大。"),
    Refusal("分 behind a Chinese numeral", _point, "三分钻研"),
    Refusal("届 that is not held a number of times", _numbered_term, "14届大会"),
    Refusal("the last part of a way", _last_part, "打通最后一米"),
    Refusal("a town named by a numeral and a unit", _town, "四台子市"),
    Refusal("a lone 一 or 二 that is no length of time", _moment, "一年开始"),
    Refusal("一 as an article, 二 as an ordinal", _article, "推进一项改革"),
)


def is_refused(one: Candidate, refusals: Iterable[Refusal]) -> bool:
    """Say whether a figure counts nothing for one of these reasons."""
    for each in refusals:  # noqa: SIM110 - in half the time of `any`
        if each.holds(one):
            return True
    return False
