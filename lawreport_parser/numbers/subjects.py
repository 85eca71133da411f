"""What an elided measure speaks of: 地区生产总值 for 增长5.4% in 地区生产总值5.2万亿元、增长5.4%.

A measure is elided where it only says what was done or how something changed (受理, 同比增长), how large the rest is
(其余) or which share was dealt with (办结率). Its subject is what the figure before it measures; where there is none,
what a label or a clause without figures names just before. It is looked for within one sentence and one passage, and
left open where the units do not go together.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from lawreport_parser.grammars import Terminals
from lawreport_parser.numbers.wordlists import longest_match

__all__ = ["SubjectFinder"]

_SUBJECTS: Final = Terminals("subjects")
#: What is done with cases, documents, requests and the like.
_ACTS: Final = (
    "收到 接到 接收 新收 受理 立案 登记 审理 审结 审核 审查 办理 办结 办复 结案 处理 处置 查处 查办 侦破 破获 调处 "
    "调解 和解 化解 解决 答复 回复 反馈 维持 撤销 变更 驳回 终止 撤回 撤诉 中止 确认违法 责令履行 责令改正 不予受理 "
    "不予处罚 不予公开 部分公开 予以公开 公开 告知 转送 移送 转办 交办 起诉 上诉 开庭 出庭 败诉 胜诉 纠错 纠正 "
    "废止 修改 修订 失效 宣布失效 保留 继续有效 清理 评查 抽查 检查 排查 整改 整治 完成 采纳 采用 备案 报备 制定 "
    "制发 出台 印发 发布 通过 退回 关闭 关停 取缔 签订 签约 新开工 开工 续建 竣工 投产 建成 发放 兑现 销号 执行 新增 "
    "发生 取消 抽取 抽检 评出 合格 不合格 优秀 良好 满意 不满意 免予处罚 免罚 免于处罚 从轻处罚 减轻处罚 解除矫正 "
    "停产整顿 责令停产整顿 清退 改造 改建 扩建 新建 查封 扣押 没收 督办 "
    "下放 承接 承办 梳理 聘请 淘汰 达标 通报 追责 处罚 罚款 批捕 抓获 刑拘 判决 裁定 支持 履行 到位"
)
#: What behind an act shows that it is part of another word: 已结案件.
_NO_ACTS: Final = {"结案": "件", "立案": "件", "备案": "审", "出庭": "应", "审查": "意", "审核": "意"}
#: What else stands before the thing that is counted, and is no part of it.
_VERBS: Final = (
    "作出 实现 达到 举办 接待 开展 组织 实施 培训 走访 累计 安排 提供 成功 推动 落实 吸引 争取 "
    "查获 缴获 建立 创建 打造 推广 新建 改造 提出 发现 带动"
)
#: How a figure changes.
_CHANGES: Final = (
    "增长 增加 提高 上升 提升 上涨 扩大 攀升 回升 下降 减少 降低 下跌 回落 收窄 压缩 压减 缩短 增幅 降幅 增速 涨幅 "
    "跌幅 升幅 增长率 净增 增收 减收 上扬 上浮 下浮 下滑 低出 高于 低于 快于 好于 优于 高出 超出"
)
#: What stands before an act or a change and adds nothing to what it speaks of.
_ADVERBS: Final = (
    "已 共 均 仍 现 新 再 分别 全部 累计 依法 成功 直接 按期 按时 及时 当场 当年 全年 今年 同比 环比 比 较 上年 去年 "
    "前年 上年同期 去年同期 同期 上年末 年均 平均 名义 实际 逆势 其中 首次 共计 总计 合计 经 予以 拟 建议 力争 并 也 "
    "又 同时 "
    "按可比价格 可比价 按可比价格计算 按可比价计算 扣除价格因素 扣除物价因素 继续 督促 责令 被"
)
#: What a change is held against.
_AGAINST: Final = (
    "全国 全省 全市 全县 全区 全州 平均 水平 平均水平 预期 目标 预期目标 年度目标 计划 上年 去年 上年同期 去年同期 "
    "同期 年初 以上"
)
_RESTS: Final = "其余 剩余 余下 余者 另外 另 总数 总量 总数量 数量 总额 总规模 规模 总人数 人数"
_RATES: Final = "满意 完成 成功 合格 优良 达标 办结 结案 整改 见面 执行 到位 采纳 覆盖"
#: Words at which a clause that names a subject without a figure ends.
_THINGS: Final = (
    "案件 文件 纠纷 申请 事项 建议 提案 合同 协议 投诉 诉求 举报 线索 信访件 复议 应诉 诉讼 案卷 规章 法规 决策 证明 "
    "许可 咨询 隐患 工单 项目 措施"
)
_LEADS: Final = "组织 开展 做好 加强 推进 全面 深入 依法 认真 扎实 集中 持续 稳步 有序 及时 积极 高效 妥善 规范 强化"
#: Units in which the same things are counted.
_CASES: Final = frozenset("件起宗例个项份")
_SHARES: Final = frozenset(["percent", "percentage_point", "permille", "multiple", "fraction"])
#: How elided measures end, and how long they are at most.
_ENDINGS: Final = frozenset(
    [
        *(word[-1] for words in (_ACTS, _CHANGES, _AGAINST, _RESTS) for word in words.split()),
        *"率的功高低多少快由从均初成来去额",
    ]
)
_LONGEST_ELIDED: Final = 16
_MARKS: Final = frozenset("，,、；;：:（(）)。！？”》\n\r")
#: How far behind what names it a subject is taken up.
_REACH: Final = 120
_FIGURES_BACK: Final = 12
#: What ends before a figure without words that speaks of the thing of the one before: 37起、12万元, 占4%, 增加到8件.
_BEFORE_NOTHING: Final = frozenset("、到至为占的约比达均")
_LONGEST_CLAUSE: Final = 40


#: What a figure is: start, end, unit, kind, and where the words are that it measures.
_Figure = tuple[int, int, str | None, str, tuple[int, int] | None]


class _Named(NamedTuple):
    """Words that say what a figure measures, and its unit."""

    start: int
    end: int
    unit: str | None


class _Patterns(NamedTuple):
    act: re.Pattern[str]
    change: re.Pattern[str]
    rest: re.Pattern[str]
    rate: re.Pattern[str]
    #: What a named measure begins and ends with, beside the thing it names.
    opening: re.Pattern[str]
    opening_of_change: re.Pattern[str]
    tail: re.Pattern[str]
    #: A clause without figures that names what is dealt with.
    clause: re.Pattern[str]
    #: What may stand between a mark and an elided measure.
    lead: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    def any_of(words: str) -> str:
        return longest_match(words.split())

    acts, changes, adverbs = longest_match(_ACTS.split(), _NO_ACTS), any_of(_CHANGES), any_of(_ADVERBS)
    verbs = longest_match((set(_ACTS.split()) - {"新增"}) | set(_VERBS.split()), _NO_ACTS)
    done = f"(?:(?:{adverbs}){{0,4}}(?:{acts}))(?:[并及和或后]?(?:{acts})){{0,3}}(?:成功)?"
    against = _SUBJECTS.AGAINST.pattern
    changed = (
        f"(?:{adverbs}){{0,5}}(?:{against}(?:{changes}|[高低多少快])|(?:{changes})(?:{against}(?:{changes}))?)"
        f"(?:{any_of(_AGAINST)}){{0,3}}"
    )
    who = _SUBJECTS.WHO_ACTS.pattern
    # What is stripped behind a thing: 行政复议案件受理, but 行政处罚 is one word.
    things = _SUBJECTS.THING_ENDS.pattern
    rate = f"(?:{adverbs}){{0,2}}(?:{any_of(_RATES)}|{acts})率"
    return _Patterns(
        act=re.compile(f"{done}的?"),
        change=re.compile(changed),
        rest=re.compile(f"(?:{adverbs}){{0,2}}(?:{any_of(_RESTS)})"),
        rate=re.compile(rate),
        opening=re.compile(
            f"(?:{_SUBJECTS.CONCERNS.pattern}|(?:{who})?(?:{adverbs}){{0,4}}(?:新增|{verbs})(?:[并及和]?(?:{verbs})){{0,2}}了?)"
        ),
        opening_of_change=re.compile(f"(?:{who})?(?:{adverbs}){{0,4}}(?:{verbs})(?:[并及和]?(?:{verbs})){{0,2}}了?"),
        tail=re.compile(f"(?:{changed}|(?<={things})(?:{done}|{rate})|{_SUBJECTS.NO_THING_BEHIND.pattern})$"),
        clause=re.compile(
            f"(?:{_SUBJECTS.BEFORE_LEAD.pattern})?(?:{any_of(_LEADS)}|{acts}){{1,4}}{_SUBJECTS.ROUND.pattern}?"
            f"({_SUBJECTS.THING_WORDS.pattern}(?:{any_of(_THINGS)}))(?:{acts})?(?:工作|活动|行动)?"
        ),
        lead=re.compile(f"(?:{adverbs}|{_SUBJECTS.TIME_OR_AGAINST.pattern})*"),
    )


@lru_cache(maxsize=4096)
def _elision(words: str) -> str:
    """Say how words leave out what they speak of: `share`, `change`, `act`, `rest`, `rate`, or not (empty)."""
    patterns = _patterns()
    if words[0] == "占" and _SUBJECTS.SHARE_OF_WHAT.fullmatch(words):
        return "share"
    for name, pattern in (
        ("change", patterns.change), ("act", patterns.act), ("rest", patterns.rest), ("rate", patterns.rate)
    ):  # fmt: skip
        if pattern.fullmatch(words):
            return name
    return ""


@lru_cache(maxsize=4096)
def _thing_of(words: str, of_change: bool, listed: bool) -> tuple[int, int] | None:
    """Return where the thing stands in words that name it, without what was done with it and how it changed."""
    patterns = _patterns()
    begin, end = 0, len(words)
    tail = patterns.tail.search(words) if words[-1] in _ENDINGS else None
    if tail is not None and tail.start() > 1 and words[tail.start() - 1] not in "的不未":
        end = tail.start()
    if end > 2 and words[end - 1] == "的":
        end -= 1
    opening = (patterns.opening_of_change if of_change else patterns.opening).match(words, 0, end)
    if (
        opening is not None
        and end - opening.end() >= 2
        and _SUBJECTS.OF_WHAT_IS_DONE.match(words, opening.end()) is None
    ):
        begin = opening.end()
    for pattern in (_SUBJECTS.LISTED, _SUBJECTS.WHOLE) if listed and not begin else (_SUBJECTS.WHOLE,):
        before = pattern.match(words, begin, end)
        if before is not None and end - before.end() >= 2:
            begin = before.end()
    return None if end - begin < 2 or _SUBJECTS.NO_SUBJECT.fullmatch(words, begin, end) else (begin, end)


class SubjectFinder:
    """Finds the subjects of one text; the figures are handed over in their order.

    `boundaries` are the places (in order) over which no subject is taken up: where passages begin.
    """

    def __init__(self, text: str, boundaries: Sequence[int]) -> None:
        self._text = text
        self._boundaries = boundaries
        self._patterns = _patterns()
        self._figures: list[_Figure] = []
        #: By the place in `_figures`: what the figures speak of whose words are elided.
        self._elided: dict[int, tuple[int, int] | None] = {}
        #: Places in `_figures` of rates, which a rise behind them speaks of: 纠错率11.9%，同比下降3.5个百分点.
        self._rates: set[int] = set()
        #: Things that the next figures of a list speak of.
        self._listed: list[tuple[int, int] | None] = []

    def subject(
        self, start: int, end: int, unit: str | None, kind: str, measure: tuple[int, int] | None
    ) -> tuple[int, int] | None:
        """Return the span of what the figure at `start:end` speaks of, where its measure leaves it out."""
        text, figures = self._text, self._figures
        figure = (start, end, unit, kind, measure)
        found: tuple[int, int] | None = None
        if measure is None:
            found = self._of_nothing(start, unit, kind)
        else:
            begin, stop = measure
            if (text[stop - 1] not in _ENDINGS or stop - begin > _LONGEST_ELIDED) and text[begin] != "占":
                figures.append(figure)
                return None
            elision = _elision(text[begin:stop])
            if elision == "share":
                last = None if len(figures) - 1 in self._elided else self._last(start)
                found = self._thing(last, of_change=True) if last is not None else None
            elif elision == "change":
                found = self._of_change(begin, start, end, unit, kind)
            elif (
                not elision
                or begin > start
                or (elision == "rate" and kind not in _SHARES)
                or (elision == "act" and _SUBJECTS.NOUN_FOLLOWS.match(text, end))
            ):
                figures.append(figure)
                return None
            else:
                if elision == "rate":
                    self._rates.add(len(figures))
                if self._stands_alone(begin):
                    found = self._of_act(begin, stop, unit, kind)
        self._elided[len(figures)] = found
        figures.append(figure)
        return found

    def subject_again(self, start: int, end: int, unit: str | None, kind: str) -> tuple[int, int] | None:
        """Return what the end of a change speaks of: the same as its beginning, which is the figure before."""
        last = len(self._figures) - 1
        self._figures.append((start, end, unit, kind, self._figures[last][4]))
        if last in self._rates:
            self._rates.add(last + 1)
        if last not in self._elided:
            return None
        self._elided[last + 1] = self._elided[last]
        return self._elided[last]

    @property
    def _reached(self) -> int:
        """Where the last figure ends, with what it measures."""
        if not self._figures:
            return 0
        _, end, _, _, measure = self._figures[-1]
        return end if measure is None or measure[1] < end else measure[1]

    def _looked_back_at(self) -> range:
        last = len(self._figures) - 1
        return range(last, max(-1, last - _FIGURES_BACK), -1)

    def _last(self, start: int) -> _Named | None:
        """Return what the figures before `start` speak of, the last that says it."""
        figures, text = self._figures, self._text
        for index in self._looked_back_at():
            _, _, unit, _, measure = figures[index]
            if index not in self._elided:
                assert measure is not None
                return self._within(_Named(measure[0], measure[1], unit), start)
            found = self._elided[index]
            if found is not None:
                return self._within(_Named(found[0], found[1], unit), start)
            if measure is None and (not index or text[figures[index - 1][1] : figures[index][0]] != "、"):
                return None
        return None

    def _last_rate(self, start: int) -> _Named | None:
        """Return the rate that the figure before `start` gives, if it gives one."""
        index = len(self._figures) - 1
        measure = self._figures[index][4] if index in self._rates else None
        return self._within(_Named(*measure, None), start) if measure is not None else None

    def _wholes(self, start: int) -> Iterator[_Named]:
        """Yield what was counted before `start`, and not only a part of it, from the last on."""
        figures, text = self._figures, self._text
        for index in self._looked_back_at():
            _, _, unit, kind, measure = figures[index]
            found = self._elided.get(index, measure)
            if found is None or kind in _SHARES:
                continue
            named = self._within(_Named(found[0], found[1], unit), start)
            if named is None:
                return
            part = text.startswith("其中", max(named.start - 2, 0)) or _SUBJECTS.PART_OF.search(
                text, named.start, named.end
            )
            if not part:
                yield named

    def _of_change(self, begin: int, start: int, end: int, unit: str | None, kind: str) -> tuple[int, int] | None:
        if self._text.endswith("分别", 0, begin):
            self._listed = self._things_listed(begin - 2, end)
            return self._listed.pop(0) if self._listed else None
        if not self._stands_alone(begin):
            return None
        last = self._last_rate(start) if kind in _SHARES else None
        last = last or self._last(start)
        if last is None:
            return self._before(begin)
        if kind not in _SHARES and not self._alike(unit, last):
            return None
        if _SUBJECTS.STILL_OF_IT.fullmatch(self._text, self._reached, begin) is None:
            return None
        return self._thing(last, of_change=True)

    def _things_listed(self, end: int, figure_end: int) -> list[tuple[int, int] | None]:
        """Return the things of a list that as many figures follow: 甲、乙分别增长5%、6%; none where they differ.

        Null stands for a thing that shares words with the last.
        """
        text = self._text
        clause = _SUBJECTS.THINGS.search(text, max(self._reached, end - 2 * _LONGEST_CLAUSE), end)
        if clause is None:
            return []
        spans = [each.span() for each in _SUBJECTS.THING_OF_LIST.finditer(text, clause.start(), end)]
        figures = _SUBJECTS.FURTHER_FIGURES.match(text, figure_end)
        count = 1 + (len(_SUBJECTS.LINK.findall(figures[0])) if figures is not None else 0)
        sizes = [stop - start for start, stop in spans]
        # 城镇、农村居民收入 share the words of the last.
        if len(spans) != count or count < 2 or sizes[-1] > 2 * min(sizes) + 1:
            return []
        things = [self._thing(_Named(start, stop, None), of_change=True) for start, stop in spans]
        if _SUBJECTS.MEASURABLE.search(text, *spans[-1]):
            # 能源、旅游投资: only the last is named in full.
            full = _SUBJECTS.MEASURABLE_OR_COUNTABLE.search
            things[:-1] = [
                thing if full(text, *span) else None for thing, span in zip(things[:-1], spans[:-1], strict=True)
            ]
        return things

    def _of_nothing(self, start: int, unit: str | None, kind: str) -> tuple[int, int] | None:
        """Return what a figure without words of its own speaks of: the end of a rise, the next of a list, a share."""
        reached = self._reached
        between = self._text[reached:start] if start - reached <= 40 else ""
        if self._listed and _SUBJECTS.LINK.fullmatch(between):
            return self._listed.pop(0)
        self._listed = []
        share = kind == "percent" and len(self._figures) - 1 not in self._elided
        if between and between[-1] in _BEFORE_NOTHING:
            last = self._last(start)
            if last is not None and (
                self._joined(between, start, unit, kind, last) or (share and _SUBJECTS.SHARE_OF_IT.fullmatch(between))
            ):
                return self._thing(last, of_change=True)
        if kind in _SHARES and (only := _SUBJECTS.NO_MORE_THAN.search(self._text, max(0, start - 6), start)):
            return self._before(only.start() + 1, (_SUBJECTS.IS_LOW,))
        reached_to = _SUBJECTS.REACHED.search(self._text, max(0, start - 6), start)
        return self._before(reached_to.start() + 1) if reached_to is not None else None

    def _of_act(self, begin: int, stop: int, unit: str | None, kind: str) -> tuple[int, int] | None:
        wholes = self._wholes(begin)
        whole = next(wholes, None)
        if whole is None:
            return self._before(begin)
        if kind not in _SHARES and not self._alike(unit, whole):
            return None
        if kind == "money" and _SUBJECTS.TAKES_MONEY.search(self._text, begin, stop):
            # 没收违法所得12万元，罚款23万元.
            return None
        if _SUBJECTS.CASE_OF_A_DANGER.match(self._text[whole.end - 2 : whole.end] + self._text[begin:stop]):
            # 整改隐患78项，立案查处7起.
            return None
        found = self._thing(whole, of_change=False)
        if found is None and (before := next(wholes, None)) is not None:
            # 保留文件 speaks of the documents that were named before, if of any.
            earlier = self._thing(before, of_change=False)
            if earlier is not None and self._text[earlier[1] - 2 : earlier[1]] == self._text[whole.end - 2 : whole.end]:
                found = earlier
        return found

    def _stands_alone(self, begin: int) -> bool:
        """Say whether nothing but times and the like stands between the last mark and an elided measure."""
        text = self._text
        start, low = begin, max(self._reached, begin - _LONGEST_CLAUSE)
        while start > low and text[start - 1] not in _MARKS:
            start -= 1
        return start == begin or self._patterns.lead.fullmatch(text, start, begin) is not None

    def _within(self, named: _Named, start: int) -> _Named | None:
        """Return what was named where it lies within the reach of a figure: in its sentence and its passage."""
        if start - named.end > _REACH:
            return None
        if _SUBJECTS.SENTENCE_ENDS.search(self._text, named.end, start):
            return None
        boundaries = self._boundaries
        at = bisect_right(boundaries, named.start)
        return None if at < len(boundaries) and boundaries[at] <= start else named

    @staticmethod
    def _alike(unit: str | None, named: _Named) -> bool:
        return unit == named.unit or (unit in _CASES and named.unit in _CASES)

    def _joined(self, between: str, start: int, unit: str | None, kind: str, last: _Named) -> bool:
        """Say whether a figure without words goes on from the one before: 由5件增加到8件, 37起、212万元."""
        if len(between) > 12:
            return False
        if between == "、":
            other = unit is not None and last.unit is not None and unit != last.unit and kind != "duration"
            return other and _SUBJECTS.EACH_ITS_OWN.search(self._text, last.start, start) is None
        return unit == last.unit and _SUBJECTS.RISEN.fullmatch(between) is not None

    def _thing(self, named: _Named, *, of_change: bool) -> tuple[int, int] | None:
        text, begin = self._text, named.start
        before = text[begin - 1 : begin]
        if before == "）" or before == ")":
            return None
        thing = _thing_of(text[begin : named.end], of_change, before == "、")
        return (begin + thing[0], begin + thing[1]) if thing is not None else None

    def _before(self, begin: int, clauses: Sequence[re.Pattern[str]] = ()) -> tuple[int, int] | None:
        """Return what a label (行政复议案件：受理5件) or a clause without figures names right before an act.

        `clauses` are the forms that such a clause may have, where not those of what is dealt with.
        """
        text = self._text
        mark = text[begin - 1 : begin]
        if not mark or mark not in "：:，,":
            return None
        low = max(0, begin - 1 - _LONGEST_CLAUSE)
        at = bisect_right(self._boundaries, begin) - 1
        if at >= 0:
            low = max(low, self._boundaries[at])
        at = begin - 1
        while at > low and text[at - 1].isalpha():
            at -= 1
        clause = (at, begin - 1)
        if at == begin - 1 or at < self._reached:
            return None
        if mark in "：:":
            return clause if 2 <= begin - 1 - at <= 14 and not _SUBJECTS.NO_LABEL.search(text, *clause) else None
        dealt_with = (_SUBJECTS.IN_THE_MATTER_OF, _SUBJECTS.DONE_WITH, _SUBJECTS.FARED_WELL, self._patterns.clause)
        for pattern in clauses or dealt_with:
            if named := pattern.fullmatch(text, *clause):
                return named.span(1)
        return None
