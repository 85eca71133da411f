"""The words a figure measures: 办理行政复议案件 for 办理行政复议案件223件, as far as its clause gives them plainly."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from lawreport_parser.grammars import Terminals
from lawreport_parser.numbers.wordlists import longest_match

__all__ = ["CLOSERS", "HALF_WORDS", "OPENER_STARTS", "ClauseMap"]

#: A cell with a figure is no longer than this.
_LONGEST_CELL: Final = 40
#: Where a clause ends, for this purpose.
_BREAKS: Final = '，。；：、！？,;:!?\n\r\t（）()【】[]《》〈〉“”‘’"…—－-～~ \u3000\xa0·/＋+=\\'
_QUANTITIES: Final = Terminals("quantities")
_ENDS: Final = frozenset(_BREAKS + "\0")
_LONGEST: Final = 30
_LONGEST_AFTER: Final = 14
_LONGEST_LABEL: Final = 16

#: What before a word of one of the lists below shows that it is the end of another: 预约30次, 违法行为12起.
HALF_WORDS: Final[dict[str, str]] = {
    "约": "预签节合公条违契特制邀履缔租守", "近": "最附邻临亲靠远就相贴逼", "超": "赶高", "逾": "不",
    "达": "到传表发下送直抵转通雷", "计": "统设会审预估生大伙", "共": "公中国反", "为": "行作成认视因何有",
    "是": "求", "了": "未明终罢", "的": "目标有别", "有": "所国具自享公私特持拥固占没含专", "占": "侵霸挤抢强独",
    "已": "不而早", "均": "平人户日年月周季地亩", "至": "甚直乃冬夏", "到": "签报迟收得受遇接做看找感周直",
    "在": "存现内潜实外所正自", "仅": "不", "只": "不", "每": "", "各": "", "由": "理案事自原缘因",
    "从": "服听盲顺遵主", "于": "关对由至属等基鉴善便敢勇乐", "前": "提目以超空之日当从事会庭诉岗产婚", "这": "",
    "以": "可所加予得足难用", "对": "比核应相结面针反绝查校配派", "全": "安健齐完周保成顾",
    "上": "线网以马迈之向晚早地天路海水会赶加跟如岸陆", "被": "植棉", "将": "即", "把": "一个火",
    "向": "方定倾面意走导去投动志转横纵双单指趋流取", "和": "总调共缓温饱柔祥附", "等": "高平同初中均优特劣甲乙丙",
    "中": "集高初", "内": "国境室省市区县域院校海", "后": "售落产灾背", "来": "未外往", "进": "先推促改引跟演",
    "出": "突支输杰演派进退产", "可": "许认", "能": "功性职智技效潜才产节核赋储动机可",
    "要": "重主必需纪摘概首次提", "应": "供响相反对适效感", "须": "必", "次": "层档梯名", "获": "抓查缴收捕",
    "起": "发", "因": "原基病起", "与": "参", "审": "庭初再二一终评陪送会预内编联", "给": "供补配", "让": "转出礼",
    "使": "行大天", "带": "地纽济皮宽热携连全化离业游市附", "作为": "不",
}  # fmt: skip
#: What behind a word of one of the lists below shows that it is the beginning of another: 和解案件23件, 数据中心.
BEGINNINGS: Final[dict[str, str]] = {
    "共同": "富裕 体", "共": "享 建 产 青 有产权 同 和 治 通 性 识 富 赢 振 商 存 管 担 用", "共有": "产权",
    "累计": "折旧", "已": "婚 知 故", "等": "级 次 额 候 效 同 待 离 位 价", "的": "士 确",
    "和": "解 谐 平 睦 美 合 顺", "及": "时 早 格 物", "并": "购 联 网 轨 行 案 发 存 列 线 表", "又": "好又快",
    "均": "衡 等 价 值 线 分 匀 质 摊", "还": "款 田 建 贷 林 草 湖 清 原 债 本 地 权 返 绿 湿 房 息 耕",
    "都": "市 江 匀 昌 会 城 安 兰", "是": "否 非", "了": "解 结 然",
    "含": "税 量 氮 硫 水 油 糖 义 金 铅 碳 盐 沙 氟 砷 磷 酸",
    "对": "口 外 照 比 接 象 策 标 账 应 抗 话 联 子 称 手 立 方 虾 讲 公",
    "在": "线 建 岗 职 编 册 校 读 押 逃 途 库 营 园 室 案 办 审 研 产 保 学 籍 矫 管 售 控 网 租 "
    "用 施 修 任 院 栏 教 刑 服刑 访",
    "将": "军 乐 来 士 领", "把": "关 手 握 控 脉 柄 门 守", "向": "导 阳 心 好 善", "由": "此 来 头",
    "至": "少 今 关 亲 善", "年": "均 检 产 轻 龄 级 终 薪 报 金 限 化 代 鉴 会",
    "底": "数 线 板 册 层 薪 盘 稿 商 单 图 座 气 蕴 部", "末": "端 梢 位 级 班",
    "初": "步 期 级 中 审 核 心 次 创 始 筛 装", "份": "额 数",
    "前": "期 置 端 沿 景 科 台 往 后 列",
    "内": "部 容 设 控 外 审 业 贸 河 务 存 涵 地 蒙 需 陆 勤 科 生 资 循环 涝",
    "来": "信 访 电 函 自 源 人 宾 文 件 料 稿", "被": "告 申请 执行 征收 害 监 侵", "为": "民 期", "与": "会",
    "以": "案 旧", "从": "业", "后": "备 勤 期 续 台 端 评估 盾 代",
    "中": "心 小 介 学 央 青 层 国 医 华 型 高 等 职 药 枢 标 转 试", "起": "草 诉 重 点 步 源 降 租", "占": "道",
    "实施": "方案 意见 细则 办法 主体 机关 单位 计划 项目 机构", "获得": "感", "获": "得感", "完成": "率",
    "参与": "者 方 单位 度", "受理": "点 窗口 机构 中心 平台 站 单位 大厅", "发布": "会 平台",
    "办理": "点 窗口 机构 中心 大厅 事项 流程 环节", "处理": "厂 场 站 中心 设施 器 池 点 单位 机构 系统",
    "进": "出口 口 修 度 展", "出": "租 口 版 入境 行",
    "不": "动产 可移动 良 合格 合理 规范 锈钢 达标 文明 作为 法 安全 稳定", "可": "再生 移动 行性 研 视 信 燃 持续",
    "能": "源 力 手 效 耗 人 级", "要": "素 点 求 件 案 闻 道", "应": "用 急 届 对 收",
    "直接": "责任 负责 融资 投资 经济", "统一": "战线", "负责": "人 同志 单位 部门", "覆盖": "率 面",
    "成功": "率 案例 经验", "依法": "治 行政 办", "依": "法治 法行政 法办 靠 托", "及时": "率",
    "提升": "工程 行动 计划 项目 专项", "有效": "期 性 投诉 专利 发明 做法 诉求 载体 举措 措施 途径",
    "增长": "点 极 率", "增加": "值", "压缩": "机 包 天然气",
    "整改": "方案 措施 问题 意见 任务 事项 项目 清单 通知 报告 建议", "按": "揭 摩", "因": "素 子",
    "审": "计 判 批 查员 核员 理员 查机构 核机构 查人员 核人员 核理由 核意见 核报告 "
    "核标准 核流程 查意见 查报告 查标准 限 图", "给": "付 排水", "让": "利",
    "使": "用单位 用者 用人 用权 馆 命", "带": "头 队", "提供": "商 方 者", "一致": "性",
    "正式": "工 员工 编制 职工 党员",
    "相关": "部门 单位 企业 文件 职能 人员 问题 案件 制度 业务 活动 规定 法律 专业 政策 资料 领域 "
    "机构 行业 责任 工作",
}  # fmt: skip
#: Of these, those where the other word is meant only where it stands first: 3家对口帮扶单位, but 3家单位对口帮扶.
_ONLY_FIRST: Final = frozenset("在对将向由为以被起后来")

#: Words at the start of the words before a figure that do not belong to what it measures.
_OPENERS: Final = (
    "其中 共计 共有 共 累计 总计 合计 今年 去年 全年 同年 当年 年底前 年底 截至目前 截至 目前 已经 已 现有",
    "年内 期间 近年来 最近 近期 以来 等 的 和 及 并 又 还 也 均 均为 都 先后 分别 分别为 分别是 是 了 有关 含",
    "对 在 将 把 向 由 至 上半年 下半年 季度 第一季度 第二季度 第三季度 第四季度 日前 之前 以前 一年来 一方面",
    "另一方面",
    "至今 截止目前 截止 一季度 二季度 三季度 四季度 前三季度",
)
#: The first letters of these, of what a share is of, of spoken markers and of whoever counts.
OPENER_STARTS: Final = frozenset(
    [*(word[0] for row in _OPENERS for word in row.split()), *"为一二三四五六七八九十全我本"]
)
_SUMS: Final = ("共", "共有", "共计", "累计", "现有")
#: Words that stand first only where a date or a figure stands right before them: 2021年底, 8月份, 三年来.
_DATE_TAILS: Final = ("年 年度 年底前 年底 年末 年初 年内 底 底前 末 初 份 内 中 前 之前 以前 以来 来 起 后",)
#: 县长先后8次听取汇报: before these stands who does it and how often, not what is counted.
_ONE_BY_ONE: Final = ("先后", "相继", "陆续", "接连")
#: Words at the end of the words before a figure.
CLOSERS: Final = (
    *_ONE_BY_ONE,
    "分别为", "分别达", "分别是", "分别", "依次为", "依次", "首次", "共计", "总计", "合计", "累计", "小计", "总共",
    "一共", "总数为", "一般为", "一般在", "平均", "达到了", "达到", "高达", "共有", "现有", "约有", "为期", "将近",
    "接近", "稳定在", "控制在", "保持在", "维持在",
    *(verb + end for verb in (
        "提升", "提高", "上升", "增长", "增加", "扩大", "下降", "降低", "减少", "压缩", "压减", "缩短",
    ) for end in ("至", "到", "为")),
    "增至", "降至", "升至", "减至", "共", "达", "为", "是", "了", "计", "的", "有", "占",
    "已", "均", "约", "近", "超", "至", "到", "在", "仅", "只", "每", "各", "由", "从", "于", "前",
    "这", "以", "对", "全", "上", "被", "将", "把", "向", "和", "等",
)  # fmt: skip
#: Words that end the noun after a figure, or show that none stands there.
_STOPS: Final = (
    "的 了 并 在 将 被 已 均 为 与 和 及 等 或 是 以 对 向 由 从 于 至 后 中 内 前 起 来 占 共 共同 全部 全面",
    "实施 实现 进行 开展 入选 参加 参训 参与 完成 纳入 得到 获得 获评 获 实行 推行 办结 受理 公布 发布 办理",
    "处理 通过 列入 进驻 赋权 评为 达 次 涉及 其中 用于 进 出 到 不 可 能 要 应 须 直接 统一 担任 成为 作为",
    "负责 从事 承担 具有 拥有 接受 取得 报名 覆盖 成功 顺利 依法 严格 先后 累计 有效 及时 提升 提高 下降 增长",
    "增加 减少 压缩 缩短 发现 整改 予以 按 依 因 同比 审 给 让 使 带 带动 提供 颁发 继续 正在 正式 相关 大力",
    "推进 推动 投入使用 投入运营 享受 荣获 升格 退回 避开",
    "获批 保持 脱颖而出 如期 全覆盖 逐一 一律 一并 一致 设置 设立 听取",
)
_SHORT_NOUNS: Final = frozenset("区县市省村镇乡国")
#: Words right after a unit that nothing is counted by.
_NO_NOUNS: Final = frozenset(["人民币", "之间", "台阶", "大关", "关口", "之多", "之久", "时间", "期间"])
#: Nouns that a figure right behind them goes on from: 9个方面35项任务.
_COUNTED_GROUPS: Final = frozenset(["方面", "领域", "环节", "层面", "部分", "阶段", "类别", "大类"])
#: Units that stand before their nouns: 三名干部五名专家.
_BEFORE_NOUNS: Final = frozenset("个名位家所支")
#: What between a clause and the one before it may say more of the figure: a label's colon, or what joins figures.
_JOINING: Final = frozenset(":：、和及与")
#: What stands before these words is told of several things: 进口、出口分别增长.
_EACH: Final = "分别"
#: 办结率、满意率分别为98%、99%: the words right before the first figure are those of the last.
_EACH_ITS_OWN: Final = "别分"


class _Patterns(NamedTuple):
    """`before` reads the clause before a figure backwards: words that do not belong, then those that may."""

    openers: re.Pattern[str]
    tails: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]


def _words(rows: tuple[str, ...]) -> list[str]:
    return " ".join(rows).split()


@cache
def _patterns() -> _Patterns:
    breaks = f"[{re.escape(_BREAKS)}\0]"
    closing = longest_match([word[::-1] for word in CLOSERS], {word: HALF_WORDS.get(word, "") for word in CLOSERS})
    refusals: Mapping[str, tuple[str, ...]] = {word: tuple(words.split()) for word, words in BEGINNINGS.items()}
    return _Patterns(
        openers=re.compile(
            f"(?:{longest_match(_words(_OPENERS), refusals)}"
            f"|{_QUANTITIES.SHARE_OPENER.pattern}|{_QUANTITIES.SPOKEN_MARKER.pattern}"
            f"|{_QUANTITIES.WHO.pattern}{longest_match(_SUMS, refusals)})+"
        ),
        tails=re.compile(f"(?:{longest_match(_words(_DATE_TAILS), refusals)})+"),
        # A name in quotation marks is a word, unless it holds half a character: such words are not plain.
        before=re.compile(
            f"[ \u3000\xa0]{{0,2}}((?:{closing})*+)(?:{_QUANTITIES.REMARK.pattern}(?:{closing})*+)?+"
            f"({_QUANTITIES.WORDS_AND_NAMES.pattern})({breaks}|\\Z)"
        ),
        behind=re.compile(f"[^{breaks[1:]}*"),
    )


@cache
def _stops() -> dict[str, list[tuple[str, str, tuple[str, ...]]]]:
    """Return the words of `_STOPS` by their first letter, each with what makes it a part of another word."""
    stops: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {}
    for word in _words(_STOPS):
        row = (word, HALF_WORDS.get(word, ""), tuple(BEGINNINGS.get(word, "").split()))
        stops.setdefault(word[0], []).append(row)
    return stops


def _stop(piece: str) -> int:
    """Return where the first word of `_STOPS` stands that is no part of another word; -1 where none does."""
    stops = _stops()
    for at, letter in enumerate(piece):
        for word, half, begun in stops.get(letter, ()):
            if (
                piece.startswith(word, at)
                and not (at and piece[at - 1] in half)
                and not (piece.startswith(begun, at + len(word)) and not (at and word in _ONLY_FIRST))
            ):
                return at
    return -1


class ClauseMap:
    """The clauses of one text, for looking up what stands before and after a figure."""

    def __init__(self, view: str) -> None:
        patterns = _patterns()
        self._clauses = view
        self._backwards = view[::-1]
        self._size = len(view)
        self._read_back = patterns.before.match
        self._openers = patterns.openers.match
        self._tails = patterns.tails.match
        self._behind = patterns.behind.match

    def before(self, start: int, floor: int) -> tuple[int, int] | None:
        """Return the span of the words that the figure at `start` measures, from `floor` on, else None.

        Where a label and a colon stand before the figure (罚款金额：20000元), it measures the label; so it does where
        it stands alone in the last cell of a row (行政检查, a tab, 2350次).
        """
        size = self._size
        window = start - _LONGEST - 10
        clause = self._read_back(self._backwards, size - start, size - (floor if floor > window else max(window, 0)))
        if clause is None:
            return None
        closers, words, mark = clause.groups()
        end = size - clause.start(2)
        if mark == "\t" and not words and not closers:
            return self._cell_before(start, end - 1, floor)
        if closers[::-1].startswith(_ONE_BY_ONE):
            return None
        if mark in _JOINING:
            if mark == ":" or mark == "：":
                if not words and not closers:
                    return self._label(end - 1, floor)
            elif _EACH_ITS_OWN in closers:
                return None
        return self._plain(end - len(words), end, mark, floor)

    def _cell_before(self, start: int, end: int, floor: int) -> tuple[int, int] | None:
        """Return the words of the cell before the last one of a row, which begins at `start`."""
        clauses = self._clauses
        row_end = clauses.find("\n", start, start + _LONGEST_CELL)
        if clauses.find("\t", start, row_end if row_end >= 0 else start + _LONGEST_CELL) >= 0:
            return None
        label = self._label(end, floor)
        return None if label is None or _QUANTITIES.DIGIT.search(clauses[slice(*label)]) else label

    def _label(self, end: int, floor: int) -> tuple[int, int] | None:
        size = self._size
        window = max(floor, end - _LONGEST_LABEL, 0)
        clause = self._read_back(self._backwards, size - end, size - window)
        if clause is None:
            return None
        closers, words, mark = clause.groups()
        if _EACH_ITS_OWN in closers or (not mark and window > floor) or words[:1] == "下":  # 如下：
            return None
        stop = size - clause.start(2)
        return self._plain(stop - len(words), stop, mark, floor)

    def _plain(self, begin: int, end: int, mark: str, floor: int) -> tuple[int, int] | None:
        """Return where the words of a clause stand, without what opens it. Before them stands `mark`."""
        clauses = self._clauses
        if (mark == "\0" or (floor and begin == floor)) and (tail := self._tails(clauses, begin, end)):
            begin = tail.end()
        each = clauses.find(_EACH, begin, end - 2)
        if each >= 0:
            begin = each + 2
        if mark == "、" and (organs := self._organs_before(begin, end, floor)) >= 0:
            return (organs, end) if end - organs <= _LONGEST else None
        if begin < end and clauses[begin] in OPENER_STARTS and (opener := self._openers(clauses, begin, end)):
            begin = opener.end()
        return (begin, end) if 2 <= end - begin <= _LONGEST else None

    def _organs_before(self, begin: int, end: int, floor: int) -> int:
        """Return where the list of organs begins that words go on, 县委、 before 县政府召开; -1 where none does."""
        clauses = self._clauses
        if not _QUANTITIES.ORGAN_BEGINS.match(clauses, begin, end):
            return -1
        organs = _QUANTITIES.ORGANS_BEFORE.search(clauses, max(floor, begin - _LONGEST, 0), begin)
        return organs.start() if organs else -1

    def after(self, end: int, ceiling: int, goes_on: bool) -> tuple[int, int] | None:
        """Return the span of the noun behind a unit that ends at `end`, else None.

        The next figure begins at `ceiling`. A noun that touches it belongs to it (合同12份调解纠纷3件), unless that
        figure has a noun of its own behind it, which `goes_on` says: 三名干部五名专家.
        """
        if end >= self._size or self._clauses[end] in _ENDS:
            return None
        clause = self._behind(self._clauses, end, min(end + _LONGEST_AFTER + 1, ceiling))
        piece = clause[0] if clause else ""
        stop = _stop(piece)
        if stop >= 0:
            piece = piece[:stop]
        elif _QUANTITIES.DIGIT.search(piece) or (
            end + len(piece) == ceiling
            and piece not in _COUNTED_GROUPS
            and not (goes_on and self._clauses[end - 1] in _BEFORE_NOUNS)
        ):
            return None
        if not (2 <= len(piece) <= _LONGEST_AFTER or piece in _SHORT_NOUNS) or piece in _NO_NOUNS:
            return None
        return (end, end + len(piece)) if _QUANTITIES.WORDS.fullmatch(piece) else None
