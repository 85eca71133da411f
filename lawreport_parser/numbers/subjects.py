"""What an elided measure speaks of: 地区生产总值 for 增长5.4% in 地区生产总值5.2万亿元、增长5.4%.

A measure is elided where it only says what was done or how something changed (受理, 同比增长), how large the rest is
(其余) or which share was dealt with (办结率). Its subject is what the figure before it measures; where there is none,
what a label or a clause without figures names just before. It is looked for within one sentence and one passage, and
left open where the units do not go together.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
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
    "发生 取消 "
    "下放 承接 承办 梳理 聘请 淘汰 达标 通报 追责 处罚 罚款 批捕 抓获 刑拘 判决 裁定 支持 履行 到位"
)
#: What behind an act shows that it is part of another word: 已结案件.
_NO_ACTS: Final = {"结案": "件", "立案": "件", "备案": "审", "出庭": "应", "审查": "意", "审核": "意"}
#: What else stands before the thing that is counted, and is no part of it.
_VERBS: Final = (
    "实现 达到 举办 接待 开展 组织 实施 培训 走访 累计 安排 提供 成功 推动 落实 吸引 争取 "
    "查获 缴获 建立 创建 打造 推广 新建 改造"
)
#: How a figure changes.
_CHANGES: Final = (
    "增长 增加 提高 上升 提升 上涨 扩大 攀升 回升 下降 减少 降低 下跌 回落 收窄 压缩 压减 缩短 增幅 降幅 增速 涨幅 "
    "跌幅 升幅 增长率 净增 增收 减收 高于 低于 快于 好于 优于 高出 超出 多 少"
)
#: What stands before an act or a change and adds nothing to what it speaks of.
_ADVERBS: Final = (
    "已 共 均 仍 现 新 再 分别 全部 累计 依法 成功 直接 按期 按时 及时 当场 当年 全年 今年 同比 环比 比 较 上年 去年 "
    "前年 上年同期 去年同期 同期 上年末 年均 平均 名义 实际 逆势 其中 首次 共计 总计 合计 经 予以 拟 建议 力争 并 也 "
    "又 同时 "
    "按可比价格 可比价 按可比价格计算 按可比价计算 扣除价格因素 扣除物价因素 继续"
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
#: How far behind what names it a subject is taken up.
_REACH: Final = 120
_LONGEST_CLAUSE: Final = 40


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
    #: What stands between the two ends of 由5件增加到8件.
    risen: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    def any_of(words: str) -> str:
        return longest_match(words.split())

    acts, changes, adverbs = longest_match(_ACTS.split(), _NO_ACTS), any_of(_CHANGES), any_of(_ADVERBS)
    verbs = longest_match((set(_ACTS.split()) - {"新增"}) | set(_VERBS.split()), _NO_ACTS)
    done = f"(?:(?:{adverbs}){{0,4}}(?:{acts}))(?:[并及和或后]?(?:{acts})){{0,3}}(?:成功)?"
    changed = f"(?:{adverbs}){{0,5}}(?:{changes})(?:{any_of(_AGAINST)}){{0,3}}"
    who = _SUBJECTS.WHO_ACTS.pattern
    # What is stripped behind a thing: 行政复议案件受理, but 行政处罚 is one word.
    things = _SUBJECTS.THING_ENDS.pattern
    rate = f"(?:{any_of(_ADVERBS)}){{0,2}}(?:{any_of(_RATES)}|{acts})率"
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
        risen=re.compile(_SUBJECTS.RISEN.pattern),
    )


class SubjectFinder:
    """Finds the subjects of one text; the figures are handed over in their order.

    `boundaries` are the places (in order) over which no subject is taken up: where passages begin.
    """

    def __init__(self, text: str, boundaries: Sequence[int]) -> None:
        self._text = text
        self._boundaries = boundaries
        self._patterns = _patterns()
        self._last: _Named | None = None
        self._whole: _Named | None = None
        self._whole_before: _Named | None = None
        self._reached = 0

    def subject(
        self, start: int, end: int, unit: str | None, kind: str, measure: tuple[int, int] | None
    ) -> tuple[int, int] | None:
        """Return the span of what the figure at `start:end` speaks of, where its measure leaves it out."""
        text, patterns = self._text, self._patterns
        found: tuple[int, int] | None = None
        if kind == "duration":
            self._reached = end
            return None
        if measure is None:
            last = self._within(self._last, start)
            if last is None or not self._joined(start, unit, last):
                if self._text[self._reached : start] != "、":
                    self._last = None
            else:
                found = self._thing(last, of_change=True)
            self._reached = end
            return found
        begin, stop = measure
        named = True
        if stop - begin <= 16:
            words = text[begin:stop]
            if patterns.change.fullmatch(words):
                named = False
                last = self._within(self._last, start)
                if (
                    last is not None
                    and (kind in _SHARES or self._alike(unit, last))
                    and self._stands_alone(begin)
                    and _SUBJECTS.STILL_OF_IT.fullmatch(text, self._reached, begin)
                ):
                    found = self._thing(last, of_change=True)
            elif begin < start and (
                (patterns.act.fullmatch(words) and not _SUBJECTS.NOUN_FOLLOWS.match(text, end))
                or patterns.rest.fullmatch(words)
                or (kind in _SHARES and patterns.rate.fullmatch(words))
            ):
                named = False
                found = self._of_act(begin, unit, kind) if self._stands_alone(begin) else None
                if found is not None and kind not in _SHARES:
                    self._last = _Named(found[0], found[1], unit)
                    if self._within(self._whole, begin) is None:
                        self._whole = self._last
        if named:
            self._name(begin, stop, unit, kind)
        self._reached = max(end, stop)
        return found

    def _name(self, begin: int, stop: int, unit: str | None, kind: str) -> None:
        text = self._text
        part = text.endswith("其中", 0, begin) or text.startswith("其中", begin)
        part = part or _SUBJECTS.PART_OF.search(text, begin, stop) is not None
        named = _Named(begin, stop, unit)
        self._last = named
        if not part and kind not in _SHARES:
            self._whole, self._whole_before = named, self._whole

    def _of_act(self, begin: int, unit: str | None, kind: str) -> tuple[int, int] | None:
        whole = self._within(self._whole, begin)
        if whole is None:
            return self._before(begin)
        if kind not in _SHARES and not self._alike(unit, whole):
            return None
        found = self._thing(whole, of_change=False)
        if found is None and (before := self._within(self._whole_before, begin)) is not None:
            found = self._thing(before, of_change=False)
        return found

    def _stands_alone(self, begin: int) -> bool:
        """Say whether nothing but times and the like stands between the last mark and an elided measure."""
        text = self._text
        low = max(self._reached, begin - _LONGEST_CLAUSE)
        mark = _SUBJECTS.LAST_MARK.search(text, low, begin)
        start = mark.start() + 1 if mark is not None else low
        return start == begin or self._patterns.lead.fullmatch(text, start, begin) is not None

    def _within(self, named: _Named | None, start: int) -> _Named | None:
        """Return what was named where it lies within the reach of a figure: in its sentence and its passage."""
        if named is None or start - named.end > _REACH:
            return None
        if _SUBJECTS.SENTENCE_ENDS.search(self._text, named.end, start):
            return None
        boundaries = self._boundaries
        at = bisect_right(boundaries, named.start)
        return None if at < len(boundaries) and boundaries[at] <= start else named

    @staticmethod
    def _alike(unit: str | None, named: _Named) -> bool:
        return unit == named.unit or (unit in _CASES and named.unit in _CASES)

    def _joined(self, start: int, unit: str | None, last: _Named) -> bool:
        """Say whether a figure without words goes on from the one before: 由5件增加到8件, 37起、212万元."""
        between = self._text[self._reached : start]
        if len(between) > 12:
            return False
        if between == "、":
            other = unit is not None and last.unit is not None and unit != last.unit
            return other and _SUBJECTS.EACH_ITS_OWN.search(self._text, last.start, start) is None
        return unit == last.unit and self._patterns.risen.fullmatch(between) is not None

    def _thing(self, named: _Named, *, of_change: bool) -> tuple[int, int] | None:
        """Return the thing that words name, without what was done with it and how it changed."""
        text, patterns = self._text, self._patterns
        begin, end = named.start, named.end
        tail = patterns.tail.search(text, begin, end)
        if tail is not None and tail.start() > begin + 1 and text[tail.start() - 1] not in "的不未":
            end = tail.start()
        if end - begin > 2 and text[end - 1] == "的":
            end -= 1
        opening = (patterns.opening_of_change if of_change else patterns.opening).match(text, begin, end)
        if opening is not None and end - opening.end() >= 2:
            begin = opening.end()
        if text[begin - 1 : begin] == "、" and (listed := _SUBJECTS.LISTED.match(text, begin, end)):
            begin = listed.end()
        whole = _SUBJECTS.WHOLE.match(text, begin, end)
        if whole is not None and end - whole.end() >= 2:
            begin = whole.end()
        if (
            end - begin < 2
            or text[begin - 1 : begin] in ("）", ")")
            or _SUBJECTS.NO_SUBJECT.fullmatch(text, begin, end)
        ):
            return None
        return begin, end

    def _before(self, begin: int) -> tuple[int, int] | None:
        """Return what a label (行政复议案件：受理5件) or a clause without figures names right before an act."""
        text = self._text
        mark = text[begin - 1 : begin]
        if not mark or mark not in "：:，,":
            return None
        low = max(0, begin - 1 - _LONGEST_CLAUSE)
        at = bisect_right(self._boundaries, begin) - 1
        if at >= 0:
            low = max(low, self._boundaries[at])
        clause = _SUBJECTS.LAST_CLAUSE.search(text, low, begin - 1)
        if clause is None or clause.start() < self._reached:
            return None
        if mark in "：:":
            label = clause.span()
            return label if 2 <= label[1] - label[0] <= 14 and not _SUBJECTS.NO_LABEL.search(clause[0]) else None
        named = self._patterns.clause.fullmatch(text, *clause.span())
        return named.span(1) if named is not None else None
