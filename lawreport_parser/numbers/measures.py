"""The words a figure measures: 办理行政复议案件 for 办理行政复议案件223件, as far as its clause gives them plainly."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

__all__ = ["HALF_WORDS", "ClauseMap"]

#: Where a clause ends, for this purpose.
_BREAKS: Final = '，。；：、！？,;:!?\n\r\t（）()【】[]《》〈〉“”‘’"…—－-～~ \u3000\xa0·/＋+=\\'
_ENDS: Final = frozenset(_BREAKS + "\0")
_WORDS: Final = "[一-鿿A-Za-z]"
_LONGEST: Final = 30
_LONGEST_AFTER: Final = 14

#: Words at the start of the words before a figure that do not belong to what it measures.
_OPENERS: Final = (
    "(?:其中|共计|共|累计|总计|合计|今年|去年|全年|同年|当年|年底前|年底|截至目前|截至|目前|已经|已|现有|年内|期间|近年来|最近|近期|以来|年度|年|等|的|和|及"
    "|并向|并对|并|又|还|也|均|都|先后|分别|是|为|了|内|底|末|份|有关|含|对|在|将|把|向|由|至|上半年|下半年|季度|日前|之前|以前|前|来(?![信访电函自源人宾文件料稿]))+"
)
#: Words at their end.
_CLOSERS: Final = (
    "分别为", "分别达", "分别是", "分别", "共计", "总计", "合计", "累计", "总数为", "达到了", "达到", "高达",
    "共有", "约有", "为期", "将近", "接近", "稳定在", "控制在", "保持在", "维持在",
    *(verb + end for verb in (
        "提升", "提高", "上升", "增长", "增加", "扩大", "下降", "降低", "减少", "压缩", "压减", "缩短",
    ) for end in ("至", "到", "为")),
    "增至", "降至", "升至", "减至", "共", "达", "为", "是", "了", "计", "的", "有", "占",
    "已", "均", "约", "近", "超", "至", "到", "在", "仅", "只", "每", "各", "由", "从", "于", "前",
    "这", "以", "对", "全", "上", "被", "将", "把", "向", "和", "等",
)  # fmt: skip
#: Words around figures, and what before each shows that it is half of another: 预约30次, 最近3次, 统计3次.
HALF_WORDS: Final = {
    "约": "预签节合公条违契特制邀", "近": "最附邻临亲靠远", "超": "赶高", "逾": "不", "达": "到传表发",
    "计": "统设会审预估",
}  # fmt: skip
#: Words that end the noun after a figure, or show that none stands there.
_STOPS: Final = (
    "的|了|并|在|将|被|已|均|为|与|和|及|等|或|是|以|对|向|由|从|于|至|后|中|内|前|起|来|占|共|全部|全面|实施|实现|进行|开展|入选|参加|参训|参与|完成|纳入|得到|获得|获评|获|"
    "实行|推行|办结|受理|公布|发布|办理|处理|通过|列入|进驻|赋权|评为|达|次|涉及|其中|用于|进|出|到|不|可|能|要|应|须|直接|统一|"
    "担任|成为|作为|负责|从事|承担|具有|拥有|接受|取得|报名|覆盖|成功|顺利|依法|严格|先后|累计|有效|及时|提升|提高|下降|增长|增加|减少|压缩|缩短|发现|整改|予以|按|依|因|同比|审|给|让|使|带|带动|提供|颁发|继续|正在|正式|相关|大力"
)
_SHORT_NOUNS: Final = frozenset("区县市省村镇乡国")
_REMARK: Final = r"(?:[)）][^()（）\n\r。]{1,20}[(（])?"
_CLOSING_WORDS: Final = "|".join(
    word[::-1] + (f"(?![{HALF_WORDS[word]}])" if word in HALF_WORDS else "") for word in _CLOSERS
)
#: 办结率、满意率分别为98%、99%: the words right before the first figure are those of the last.
_EACH_ITS_OWN: Final = "别分"


class _Patterns(NamedTuple):
    """`before` reads the clause before a figure backwards: words that do not belong, then those that may."""

    openers: re.Pattern[str]
    stops: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    words: re.Pattern[str]
    digit: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    breaks = f"[{re.escape(_BREAKS)}\0]"
    return _Patterns(
        openers=re.compile(_OPENERS),
        stops=re.compile(_STOPS),
        # A name in quotation marks is a word, unless it holds half a character: such words are not plain.
        before=re.compile(
            f"[ \u3000\xa0]{{0,2}}((?:{_CLOSING_WORDS})*+){_REMARK}(?:{_CLOSING_WORDS})*+"
            f"((?:{_WORDS}|”[^“”\n\r，。；\ud800-\udfff]{{1,16}}“)*+)({breaks}|\\Z)"
        ),
        behind=re.compile(f"[^{breaks[1:]}*"),
        words=re.compile(f"{_WORDS}+"),
        digit=re.compile("[0-9０-９]"),
    )


class ClauseMap:
    """The clauses of one text, for looking up what stands before and after a figure."""

    def __init__(self, view: str) -> None:
        self._clauses = view
        self._patterns = _patterns()

    def measure(self, start: int, end: int, floor: int, kind: str) -> tuple[int, int] | None:
        """Return the span of the words that the figure at `start:end` measures, else None.

        `floor` is the end of the figure before. A count takes the noun right after its unit (5家单位), else the words
        before it (案件223件); every other figure takes the words before it, else the noun after it.
        """
        if kind in ("count", "duration", "other", "money"):
            after = self._after(end)
            if after is not None or (kind == "count" and self._goes_on(end)):
                return after or self._before(start, floor)
            return self._before(start, floor)
        return self._before(start, floor) or self._after(end)

    def _goes_on(self, end: int) -> bool:
        return end < len(self._clauses) and "一" <= self._clauses[end] <= "鿿"

    def _before(self, start: int, floor: int) -> tuple[int, int] | None:
        clause = self._patterns.before.match(self._clauses[max(floor, start - _LONGEST - 10, 0) : start][::-1])
        if clause is None:
            return None
        if clause[3] in ("、", "和", "及", "与") and _EACH_ITS_OWN in clause[1]:
            return None
        words = clause[2][::-1]
        end = start - clause.start(2)
        opener = self._patterns.openers.match(words)
        length = len(words) - (opener.end() if opener else 0)
        return (end - length, end) if 2 <= length <= _LONGEST else None

    def _after(self, end: int) -> tuple[int, int] | None:
        if end >= len(self._clauses) or self._clauses[end] in _ENDS:
            return None
        clause = self._patterns.behind.match(self._clauses, end, end + _LONGEST_AFTER + 1)
        piece = clause[0] if clause else ""
        stop = self._patterns.stops.search(piece)
        if stop:
            piece = piece[: stop.start()]
        elif self._patterns.digit.search(piece):
            # 审查合同12份调解纠纷3件: what stands before the next figure belongs to that one.
            return None
        if not (2 <= len(piece) <= _LONGEST_AFTER or piece in _SHORT_NOUNS) or not self._patterns.words.fullmatch(
            piece
        ):
            return None
        return end, end + len(piece)
