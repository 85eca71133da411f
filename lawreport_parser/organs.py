"""Names of public organs (机关名称): where one begins and ends, what kind it is, which short name is whose.

A name is made of a *place* (or several, from the larger to the smaller: 甲省乙市丙区) or a state organ, and of
one or more *parts*, each of which ends in a word of the table `ENDINGS`: 石湾市 | 公安局 | 和平分局. What places look
like, and what is part of no name, stands in `grammar/organs.lark`; which words end a part, what they may follow and
what organs of the state stand alone are the tables here. A new ending is a new row.

A name is *full* where it says whose organ it is (石湾县人民政府, 国务院, 司法部), *short* where one has to know that
(县政府, 市场监管局, 党政办公室). Names are given without blanks between their letters.

Sources: 地方各级人民代表大会和地方各级人民政府组织法 (the government of each level, its departments, street offices),
党政机关公文格式 GB/T 9704-2012 (an organ signs with its full name or its standard short one).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, Literal, NamedTuple

from lawreport_parser.grammars import Terminals

__all__ = [
    "ENDINGS",
    "LAST_LETTERS",
    "MINISTRIES",
    "NO_ORGANS",
    "STATE_ORGANS",
    "TITLES_OF_OFFICE",
    "Ending",
    "Kind",
    "find_organs",
    "is_full",
    "is_organ",
    "is_place",
    "is_short_of",
    "joint_names",
    "kind_of",
    "names_person",
    "organ_at",
    "place_at",
]

_ORGANS: Final = Terminals("organs")
Kind = Literal[
    "government",
    "office",
    "bureau",
    "commission",
    "party",
    "congress",
    "court",
    "street",
    "branch",
    "team",
    "station",
    "center",
    "group",
    "company",
    "school",
    "hospital",
    "society",
]
#: What stands before the ending, in the same part: nothing (县政府), something (司法局), either (委员会, 党政办公室).
#: ("further": something, or nothing behind another part: 县政府办).
_Subject = Literal["none", "some", "any", "further"]


class Ending(NamedTuple):
    """A row of `ENDINGS`: words that end a part of a name, and how they are used."""

    #: The words, divided by blanks. The first is the one the others are short for.
    words: str
    kind: Kind
    subject: _Subject
    #: Letters that make another word of it behind (局长) and before (结局).
    not_before: str = ""
    not_behind: str = ""
    #: Whether a subject and the ending are a full name without a place: 武汉大学, 石湾集团有限公司.
    alone: bool = False
    #: The ending all these words are short for, where they are no organs of their own: 政府 is 人民政府.
    same: str = ""
    #: Whether the words are a short name as they stand: 党委, 管委会.
    bare: bool = False


ENDINGS: Final[tuple[Ending, ...]] = (
    Ending("人民政府 政府", "government", "none", not_before="网门采购信部", same="人民政府"),
    Ending("行政公署 行署", "government", "none", same="行政公署"),
    Ending("人民代表大会常务委员会 人大常委会", "congress", "none", same="人民代表大会常务委员会", bare=True),
    Ending("人民代表大会 人大", "congress", "none", not_before="代常主办", same="人民代表大会"),
    Ending("政协", "congress", "none", not_before="委主", bare=True),
    Ending("办事处 街道办事处", "street", "any", alone=True, same="办事处", bare=True),
    Ending("街道办", "street", "some", not_before="事公", alone=True),
    Ending("办公室", "office", "any", not_before="主"),
    Ending(
        "办",
        "office",
        "further",
        not_before="公事理法学案结实好件税证成",
        not_behind="督主承协经领交查举审创代帮可要来次网通快好转催证上寄约联合分么诉即能空助",
        same="办公室",
    ),
    Ending("办公厅", "office", "any"),
    Ending("工作室 研究室 督查室 参事室 督导室", "office", "further"),
    Ending("局 总局", "bureau", "some", not_before="部面势长限", not_behind="大全格布结时变开当新破各我本好棋"),
    Ending("厅", "bureau", "some", not_before="长局级", not_behind="大客办餐展"),
    Ending("海关 海事局", "bureau", "any", not_before="总", alone=True),
    Ending("管理处 事务处 服务处 执法处", "bureau", "some"),
    Ending(
        "委员会 委", "commission", "any", not_before="议员托派会办书内外常组主", not_behind="常编政部", same="委员会"
    ),
    Ending("管理委员会 管委会", "commission", "any", same="管理委员会", bare=True),
    Ending("政法委员会 政法委", "commission", "any", not_before="书员", same="政法委员会", bare=True),
    Ending("机构编制委员会 编委", "commission", "any", not_before="办会", same="机构编制委员会"),
    Ending("常务委员会 常委会", "commission", "any", same="常务委员会"),
    Ending("仲裁委员会", "commission", "any"),
    Ending("居民委员会 居委会", "commission", "any", same="居民委员会", bare=True),
    Ending("村民委员会 村委会", "commission", "any", same="村民委员会", bare=True),
    Ending("党组 党委 党总支 党支部 机关党委", "party", "any", not_before="员书成会班", bare=True),
    Ending("党工委 工委", "party", "any", not_before="员书会", same="党工委", bare=True),
    Ending("纪律检查委员会 纪委", "party", "any", not_before="监书", same="纪律检查委员会", bare=True),
    Ending("监察委员会 监委", "party", "any", not_before="书", same="监察委员会", bare=True),
    Ending("纪委监委", "party", "any", not_before="书", bare=True),
    Ending("组织部 委组织部", "party", "any", not_before="门", same="组织部"),
    Ending("宣传部 委宣传部", "party", "any", not_before="门", same="宣传部"),
    Ending("统一战线工作部 统战部 委统战部", "party", "any", not_before="门", same="统一战线工作部"),
    Ending("社会工作部 委社会工作部 武装部 人民武装部 党校 委党校", "party", "any", not_before="门"),
    Ending("委办公室 委办 委政法委", "party", "none", not_before="公主书"),
    Ending("人民法院 法院", "court", "any", not_before="系", same="人民法院"),
    Ending("人民检察院 检察院", "court", "any", not_before="系", same="人民检察院"),
    Ending("分局 支局 派出所", "branch", "any", not_before="长", bare=True),
    Ending("分行 支行 中心支行 分公司 分中心 分院 监管分局", "branch", "any"),
    Ending("总队 支队 大队 中队 执法队 调查队 消防队", "team", "some", not_before="长"),
    Ending("所", "station", "some", not_before="有以属需得长称作辖", not_behind="场住各厕有"),
    Ending("站", "station", "some", not_before="点长", not_behind="网车分本换首东西南北"),
    Ending("中心", "center", "some", not_before="工城任组环地区思支", not_behind="以个副"),
    Ending("研究院 设计院 科学院 研究所", "center", "some"),
    Ending("档案馆 图书馆 博物馆 文化馆 美术馆", "center", "any"),
    Ending("监狱 戒毒所 看守所", "center", "some", alone=True),
    Ending("领导小组 指挥部 协调小组 工作专班 联席会议", "group", "some"),
    Ending("有限责任公司 有限公司 股份有限公司 集团公司 集团有限公司 公司", "company", "some", alone=True),
    Ending("集团 银行 合作社", "company", "some", not_before="公有股化）)"),
    Ending("林场 农场 牧场", "company", "some", not_before="地职工主改品里内"),
    Ending("大学 学院", "school", "some", not_before="生校习路", alone=True),
    Ending("中学 小学 学校 幼儿园", "school", "some", not_before="生教部校阶"),
    Ending("医院 卫生院", "hospital", "some", not_before="长感"),
    Ending("总工会 工商业联合会 联合会 红十字会 妇联 残联 工商联 文联 科协 协会 学会 供销社", "society", "any"),
)

#: Subjects of ministries, today's and those of former years; 部 stands behind: 司法部.
MINISTRIES: Final = (
    "外交 国防 教育 科学技术 科技 工业和信息化 公安 国家安全 民政 司法 财政 "
    "人力资源和社会保障 人力资源社会保障 自然资源 生态环境 "
    "住房和城乡建设 住房城乡建设 交通运输 水利 农业农村 商务 文化和旅游 退役军人事务 退役军人 应急管理 "
    "国土资源 环境保护 农业 文化 卫生 铁道 建设 交通 人事 劳动和社会保障 监察 信息产业 "
    "中共中央组织 中共中央宣传 中共中央统一战线工作 中央组织 中央宣传 中央统战 中央社会工作"
)
#: Organs of the state, by kind, whose names end in no word of `ENDINGS`, or begin with no word that tells.
STATE_ORGANS: Final[dict[Kind, str]] = {
    "government": "国务院",
    "congress": "全国人大 全国政协",
    "court": "最高人民法院 最高人民检察院",
    "party": "中央军委 共青团中央",
    "commission": (
        "国家发展改革委 国家卫生健康委 国家民委 黄河水利委员会 长江水利委员会 淮河水利委员会 海河水利委员会 "
        "珠江水利委员会 松辽水利委员会"
    ),
    "bureau": "中国人民银行 审计署 海关总署 太湖流域管理局 中国证监会 中国银保监会 中国银监会 中国保监会",
    "society": "中国贸促会",
    "center": "新华社 新华通讯社 中国科学院 中国社会科学院 中国工程院",
}
#: Words of pages and reports that look like organs: a kind of government, columns of sites, halls.
NO_ORGANS: Final = (
    "新闻中心 办事大厅 政务大厅 服务大厅 下载中心 互动中心 用户中心 个人中心 帮助中心 "
    "视频中心 图片中心 资料中心 专题中心 会员中心 消息中心 市中心 县中心 区中心 镇中心"
)
#: Titles of office: who bears one is a person.
TITLES_OF_OFFICE: Final = (
    "总理 国务委员 省长 市长 县长 区长 州长 盟长 旗长 镇长 乡长 村长 主席 局长 厅长 部长 署长 司长 主任 书记 "
    "院长 检察长 庭长 所长 处长 科长 股长 站长 队长 总队长 支队长 大队长 校长 秘书长 组长 会长 行长 关长 师长 团长 "
    "董事长 总经理 经理 政委 常委 委员 主任委员 专职委员 专员 巡视员 调研员 代表 同志 先生 女士"
)
#: The parts that may follow a part of each kind.
_ALL_WORK: Final = frozenset({"office", "party", "branch", "team", "station", "center", "society"})
_FOLLOWS: Final[dict[Kind, frozenset[str]]] = {
    "government": frozenset({"office", "bureau", "commission", "party", "center"}),
    "congress": frozenset({"office", "commission", "party"}),
    "office": frozenset({"party", "center"}),
    "bureau": _ALL_WORK | {"court"},
    "commission": _ALL_WORK,
    "party": frozenset({"office", "commission", "party", "group", "center"}),
    "court": frozenset({"office", "party"}),
    "street": frozenset({"street", "office", "party", "center", "station", "team", "branch"}),
    "branch": frozenset({"station", "team", "branch", "party", "office"}),
    "team": frozenset({"team", "station", "party", "office"}),
    "station": frozenset({"party"}),
    "center": frozenset({"branch", "center", "party", "office"}),
    "group": frozenset({"office"}),
    "company": frozenset({"branch", "party", "company"}),
    "school": frozenset({"school", "hospital", "party", "center", "office", "branch"}),
    "hospital": frozenset({"party", "branch", "office"}),
    "society": frozenset({"party", "office"}),
}
#: Behind these the full name of another organ may stand at once: 石湾县人民政府石湾县司法局.
_MAY_ADJOIN: Final = frozenset({"government", "party", "congress", "office", "group"})
#: What a part takes that follows another, by its kind: at most so many letters before its ending.
#: What 国家, 中国, 全国 and 中央 begin: 国家统计局, 中央编办; but 国家医学中心 is a project.
_OF_THE_STATE: Final = frozenset(
    {"bureau", "commission", "office", "party", "congress", "society", "company", "school"}
)
#: What reports build, run and support: 建设国家医学中心, 办好老年大学.
_OF_PROJECTS: Final = frozenset({"center", "company", "school", "hospital", "station", "society", "group", "team"})
#: The subject of these may be a list: 文化广电、旅游局.
_OF_MANY_SUBJECTS: Final = frozenset({"bureau", "commission", "office", "group"})
_LONGEST_SUBJECT: Final = 24
_LONGEST_FURTHER: Final = 12
_LONGEST_NAME: Final = 60
_LONGEST_PLACE: Final = 20
_MOST_PARTS: Final = 5
#: A branch of a state organ has a place of its own: 国家税务总局石湾市税务局.
_MOST_PLACES: Final = 5

_MINISTRY: Final = Ending("部", "bureau", "some")
#: The row of each word that ends a name, and that of each organ of the state.
_ROWS: Final = {word: row for row in ENDINGS for word in row.words.split()}
_STATE_ROWS: Final = {
    name: Ending(name, kind, "none") for kind, names in STATE_ORGANS.items() for name in names.split()
}
_NO_ORGANS: Final = frozenset(NO_ORGANS.split())
#: The letters with which names end: a sieve for words that cannot be one. Streets and zones stand for their organ.
LAST_LETTERS: Final = frozenset(
    word[-1]
    for words in (
        *(row.words for row in ENDINGS),
        *STATE_ORGANS.values(),
        "部 街道 开发区 科学城 产业园 自由贸易港 集团） 集团)",
    )
    for word in words.split()
)


class _Part(NamedTuple):
    start: int
    ending: int
    end: int
    row: Ending


class _Name(NamedTuple):
    """A name taken apart: the ends of its places, its parts, and whether it says whose organ it is."""

    start: int
    end: int
    places: tuple[tuple[int, int], ...]
    parts: tuple[_Part, ...]
    full: bool
    #: Full by its ending alone: 武汉大学. Prose has too many that look like one (高水平大学).
    alone: bool


def _alternatives(words: str) -> str:
    return "|".join(map(re.escape, sorted(words.split(), key=len, reverse=True)))


@cache
def _endings() -> re.Pattern[str]:
    """Return the pattern of the words of `ENDINGS`, where nothing around them makes other words of them."""
    guarded = []
    for word in sorted(_ROWS, key=len, reverse=True):
        row = _ROWS[word]
        behind = f"(?<![{row.not_behind}]{word})" if row.not_behind else ""
        guarded.append(word + behind + (f"(?![{row.not_before}])" if row.not_before else ""))
    return re.compile("|".join(guarded))


@cache
def _state_organs() -> re.Pattern[str]:
    """Return the pattern of `STATE_ORGANS` and ministries."""
    organs = _alternatives(" ".join(_STATE_ROWS))
    ministries = "|".join(f"{subject}部" for subject in sorted(MINISTRIES.split(), key=len, reverse=True))
    return re.compile(
        f"(?:{organs})(?!{_ORGANS.NO_STATE_ORGAN.pattern})|"
        f"(?:{_ORGANS.OF_THE_STATE.pattern})?(?:{ministries})(?!{_ORGANS.NO_MINISTRY.pattern})"
    )


@cache
def _titles() -> re.Pattern[str]:
    """Return the pattern of `TITLES_OF_OFFICE`, those of deputies as well."""
    return re.compile(f"{_ORGANS.DEPUTY.pattern}?(?:{_alternatives(TITLES_OF_OFFICE)})")


# --- taking a name apart


def _place_end(text: str, start: int, end: int) -> int | None:
    """Return where the name of a place that begins at `start` ends: at its first unit."""
    all_the_same = _ORGANS.PLACE_ALL_THE_SAME.match(text, start, end)
    if not all_the_same and _ORGANS.NO_PLACE.match(text, start, end):
        return None
    if named := _ORGANS.NAMED_PLACE.match(text, start, end):
        return named.end()
    bar = _ORGANS.NOT_IN_PLACE.search(text, start, min(end, start + _LONGEST_PLACE))
    for unit in (_ORGANS.NATION, _ORGANS.PLACE, _ORGANS.LONG_PLACE):
        if (place := unit.match(text, start, end)) and (bar is None or place.start(1) <= bar.start()):
            return place.end()
    if zone := _ORGANS.ZONE.match(text, start, end):
        bar = _ORGANS.NOT_IN_ZONE.search(text, start, zone.start(1))
        return None if bar else zone.end()
    return None


def _places(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the places one behind the other from `start`: 甲省, 乙市, 丙区."""
    found: list[tuple[int, int]] = []
    while len(found) < _MOST_PLACES and (behind := _place_end(text, start, end)):
        found.append((start, behind))
        start = behind
    return found


def _no_subject(text: str, start: int, end: int) -> bool:
    """Say whether no subject begins here: 由司法局, 全市各部门; but 和平分局."""
    return bool(_ORGANS.BEGINS_NO_SUBJECT.match(text, start, end)) and not _ORGANS.PLACE_ALL_THE_SAME.match(
        text, start, end
    )


def _next_part(text: str, start: int, end: int, before: _Part | None, placed: bool = True) -> _Part | None:
    """Return the part that begins at `start`: up to the first ending that may stand there.

    An organ of the state (not `placed`) has bureaus of its own: 中国证监会石湾监管局.
    """
    longest = _LONGEST_SUBJECT if before is None else _LONGEST_FURTHER
    follows = None if before is None else _FOLLOWS[_kind(before)]
    if follows is not None and _no_subject(text, start, end):
        return None
    for ending in _endings().finditer(text, start, end):
        size = ending.start() - start
        if size > longest:
            break
        row = _ROWS[ending[0]]
        if row.subject == "none" if size else row.subject == "some" or (row.subject == "further" and before is None):
            continue
        if size and row.kind not in _OF_MANY_SUBJECTS and text.find("、", start, ending.start()) >= 0:
            return None
        if size and text.count("（", start, ending.start()) > text.count("）", start, ending.start()):
            continue
        if follows is not None:
            if row.kind not in follows and (placed or row.kind != "bureau"):
                # A part of another kind begins another name, or is prose.
                return None
            if "、" in text[start : ending.start()] or "（" in text[start : ending.start()]:
                return None
        return _Part(start, ending.start(), ending.end(), row)
    return None


def _take_apart(text: str, start: int, end: int) -> _Name | None:
    """Return the longest name that begins at `start`, full or short; None where none does.

    One pass: what begins it, then part after part, each found once. Nothing behind 60 letters is looked at.
    """
    letters = _ORGANS.LETTERS.match(text, start, end)
    if letters is None or _ORGANS.NO_NAME_BEGINS.match(text, start):
        return None
    end = letters.end()
    stop = _ORGANS.IN_NO_NAME.search(text, start + bool(_ORGANS.PLACE_ALL_THE_SAME.match(text, start, end)), end)
    if stop:
        end = stop.start()
    at, full, led = start, False, False
    parts: list[_Part] = []
    if lead := _ORGANS.PARTY_LEAD.match(text, at, end):
        at, full = lead.end(), True
    elif (lead := _ORGANS.BODY_LEAD.match(text, at, end)) and (
        _place_end(text, lead.end(), end) or _ORGANS.OWN_UNIT.match(text, lead.end(), end)
    ):
        at = lead.end()
    if state := _state_organs().match(text, at, end):
        full = led = True
        parts.append(_Part(at, at, state.end(), _STATE_ROWS.get(state[0], _MINISTRY)))
        at = state.end()
    places = [] if parts else _places(text, at, end)
    if places:
        at, full = places[-1][1], True
    elif not parts:
        if lead := _ORGANS.STATE_LEAD.match(text, at, end) or _ORGANS.CITY.match(text, at, end):
            full = led = True
            at = lead.end()
        elif lead := _ORGANS.OWN_UNIT.match(text, at, end):
            at = lead.end()
        elif _no_subject(text, at, end):
            return None
    alone = False
    if not parts:
        first = _next_part(text, at, end, None)
        if first is None or (first.ending == start and not first.row.bare):
            if places and _stands_for_organ(text[slice(*places[-1])]):
                return _Name(start, at, tuple(places), (), False, False)
            return None
        if led and (_kind(first) not in _OF_THE_STATE or _ORGANS.BEGINS_NO_SUBJECT.match(text, at, end)):
            return None
        if not full and _is_prose(text, start, first):
            return None
        parts.append(first)
        alone = not full and first.row.alone and first.ending > first.start
    while len(parts) < _MOST_PARTS and parts[-1].end < end:
        further = _further(text, parts[-1], end, not led)
        if further is None:
            break
        parts.append(further)
    at = parts[-1].end
    if (bracketed := _ORGANS.BRACKETED.match(text, at, letters.end())) and is_organ(bracketed[0][1:-1]):
        at = bracketed.end()
    return None if text[start:at] in _NO_ORGANS else _Name(start, at, tuple(places), tuple(parts), full or alone, alone)


def _kind(part: _Part) -> Kind:
    # 石湾市委 is a committee of the party, 石湾市发展和改革委 a commission of the government.
    party = part.row.same == "委员会" and part.start == part.ending
    return "party" if party else part.row.kind


def _is_prose(text: str, start: int, part: _Part) -> bool:
    """Say whether what looks like a short name is a phrase: 建设大学, 明确市委."""
    if (part.row.alone or part.row.kind in _OF_PROJECTS) and _ORGANS.BEGINS_NO_PLACE_VERB.match(text, start, part.end):
        return True
    last = part.ending - 1
    return (
        part.row.same == "委员会" and last > part.start and _ORGANS.OWN_UNIT.match(text, last, part.ending) is not None
    )


def _further(text: str, before: _Part, end: int, placed: bool) -> _Part | None:
    """Return the part that follows another: an office, a branch, the branch of a state organ in a place."""
    at = before.end
    if _kind(before) == "party":
        # 石湾县委县政府 is one name for both.
        unit = _ORGANS.OWN_UNIT.match(text, at, end)
        ending = _endings().match(text, unit.end(), end) if unit else None
        if ending and _ROWS[ending[0]].kind == "government":
            return _Part(at, ending.start(), ending.end(), _ROWS[ending[0]])
    # What a bureau has in a place is read with its subject: 和平区分局.
    here = _places(text, at, end) if not placed or _kind(before) in _MAY_ADJOIN else []
    if here:
        part = _next_part(text, here[-1][1], end, None)
        if part is None:
            return None
        # 石湾区人民政府友谊路街道办事处 is what a street office is called in law.
        if part.row.kind == "street" and _kind(before) == "government":
            return part._replace(start=at)
        if part.row.kind == "branch" or (not placed and part.row.kind in ("bureau", "court")):
            return part._replace(start=at)
        return None
    return _next_part(text, at, end, before, placed)


def _stands_for_organ(place: str) -> bool:
    """Say whether a place's name stands for the office that runs it: 友谊路街道, 石湾经济开发区."""
    return _ORGANS.STANDS_FOR_ORGAN.search(place) is not None


@lru_cache(maxsize=1024)
def _first(words: str) -> _Name | None:
    """Return the longest name that these words begin with. (Whether it is one and whether it is full, both ask.)"""
    return _take_apart(words, 0, len(words))


def _whole(words: str) -> _Name | None:
    """Return the name that these words are, from the first to the last; None where they are more or less."""
    if not 2 <= len(words) <= _LONGEST_NAME:
        return None
    name = _first(words)
    return name if name is not None and name.end == len(words) else None


# --- what the other modules ask


def organ_at(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of the name, full or short, that begins exactly at `start`; None where none does.

    It is the longest that makes sense: 石湾市人民政府办公室 in 石湾市人民政府办公室2024年…, 石湾市司法局 in
    石湾市司法局深入贯彻…局. Of two names joined by a mark or 和 it is the first.
    """
    name = _take_apart(text, start, end)
    return None if name is None else (name.start, name.end)


def is_organ(words: str) -> bool:
    """Say whether these words name an organ, in full or in short: 石湾县司法局, 县司法局, 党政办公室, 友谊路街道."""
    return bool(joint_names(words))


def is_full(words: str) -> bool:
    """Say whether these words are a full name, which says whose organ it is; of joint names each must be full.

    石湾县人民政府, 国务院, 司法部, 某某大学; but not 县政府, 我局, 各级政府.
    """
    names = joint_names(words)
    return bool(names) and all((name := _whole(each)) is not None and name.full for each in names)


@lru_cache(maxsize=1024)
def joint_names(words: str) -> tuple[str, ...]:
    """Return the names of which these words are made: one, several (甲县司法局、甲县公安局) or none."""
    if not 2 <= len(words) <= 2 * _LONGEST_NAME or words[-1] not in LAST_LETTERS:
        return ()
    found: list[str] = []
    at = 0
    while at < len(words):
        name = _take_apart(words, at, len(words)) if at else _first(words)
        if name is None:
            return ()
        if found and not (name.full or _ORGANS.JOINT.match(words, at - 1)):
            return ()
        found.append(words[name.start : name.end])
        at = name.end
        if at < len(words) and (mark := _ORGANS.JOINT.match(words, at)) and at + 1 < len(words):
            at = mark.end()
    return tuple(found)


def is_place(words: str) -> bool:
    """Say whether these words are the name of a place, or of several in one another: 石湾市青山区, 友谊路街道."""
    places = _places(words, 0, len(words))
    return bool(places) and places[-1][1] == len(words)


def place_at(text: str, start: int, end: int) -> int | None:
    """Return where the name of a place that begins exactly at `start` ends, at its first unit; None where none does."""
    return _place_end(text, start, end)


def kind_of(words: str) -> Kind | None:
    """Return the kind of the organ these words name, by its last part; None where they name none."""
    name = _whole(words)
    if name is None:
        return None
    if not name.parts:
        return "street"
    return _kind(name.parts[-1])


def find_organs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the full names in a stretch of prose, in order.

    A name begins at the start, behind a mark, or behind a word that is part of none: 石湾县人民政府 in
    受石湾县人民政府委托. It never begins inside a longer word: 获市政府督查激励 has none.
    """
    at = start
    stop = begins = (start - 1, start)
    while at < end:
        name = _take_apart(text, at, end)
        if name is not None and name.full and not name.alone:
            yield name.start, name.end
            at = name.end
            continue
        # A search begins anew only where its last match lies behind, so that nothing is searched twice.
        if stop[0] < at:
            stop = _next(_ORGANS.IN_NO_NAME, text, at, end)
        if begins[0] < at:
            begins = _next(_ORGANS.NAME_BEGINS, text, at, end)
        # Of 近年 and 近年来 it is the longer that leads to a name.
        at = min(stop, begins, key=lambda span: (span[0], -span[1]))[1]


def _next(pattern: re.Pattern[str], text: str, start: int, end: int) -> tuple[int, int]:
    found = pattern.search(text, start, end)
    return found.span() if found else (end, end)


# --- short names and persons


def is_short_of(short: str, full: str) -> bool:
    """Say whether one name is a short form of another, or the same: 市规划资源局 of 石湾市规划和自然资源局.

    Both have the same parts. Of each part the short form may leave letters out, but not the first of its subject; of
    the places it may leave all, or name the last ones, or the unit only (县司法局). 石湾县人民政府 is no short form of
    石湾县人民政府办公室: that is another organ.
    """
    if short == full:
        return is_organ(short)
    body, other_body = (_ORGANS.BODY_LEAD.match(words) for words in (short, full))
    if len(short) > len(full) or (body and body[0]) != (other_body and other_body[0]):
        return False
    short, full = (f"{words}事处" if words.endswith("街道办") else words for words in (short, full))
    one, other = _whole(short), _whole(full)
    if one is None or other is None:
        return False
    if len(other.parts) > 1 and _places(full, other.parts[1].start, other.end):
        # 石湾县税务局, 县税务局 of 国家税务总局石湾县税务局
        branch = full[other.parts[1].start : other.end]
        if is_short_of(short, branch):
            return True
    where, unit = [short[slice(*place)] for place in one.places], ""
    other_where = [full[slice(*place)] for place in other.places]
    if not where and one.parts:
        lead = _ORGANS.OWN_UNIT.match(short, body.end() if body else 0, one.parts[0].ending)
        unit = lead[0] if lead and lead.end() == one.parts[0].start else ""
    known = (other_where and other_where[-1].endswith(unit)) or (unit == "区" and "自治区" in full)
    if unit and not known and (other_where or other.full):
        return False
    if where and not _same_places(where, other_where):
        return False
    shapes, other_shapes = _shapes(short, one), _shapes(full, other)
    return len(shapes) == len(other_shapes) and all(
        ending == other_ending and _shortened(subject, longer)
        for (subject, ending), (longer, other_ending) in zip(shapes, other_shapes, strict=True)
    )


def _same_places(some: list[str], those: list[str]) -> bool:
    """Say whether the last place is the same, and those before it are some of the others, in their order."""
    rest = iter(those)
    return (
        bool(those)
        and _same_place(some[-1], those[-1])
        and all(any(_same_place(place, other) for other in rest) for place in some)
    )


def _same_place(short: str, long: str) -> bool:
    """Say whether two names are one place's: 石湾经开区 is 石湾经济技术开发区, 凉山州 is 凉山彝族自治州."""
    if short == long:
        return True
    shortens = _ORGANS.MAY_BE_SHORTENED.search(long) is not None
    return shortens and short[:2] == long[:2] and short[-1] == long[-1] and _shortened(short, long)


def _shapes(words: str, name: _Name) -> list[tuple[str, str]]:
    """Return subject and ending of each part; short words for an ending are written in full."""
    if not name.parts:
        return [("", "办事处")]
    shapes = []
    for part in name.parts:
        subject, ending = words[part.start : part.ending], words[part.ending : part.end]
        shapes.append((subject, _IN_FULL.get(ending, ending)))
    return shapes


def _shortened(short: str, long: str) -> bool:
    """Say whether the letters of `short` are letters of `long`, in order and from its first."""
    if short[:1] != long[:1]:
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)


@lru_cache(maxsize=256)
def names_person(words: str) -> bool:
    """Say whether these words are a person with a title of office, or the title: 县长王某, 局长, 国务院总理温某某."""
    if len(words) > _LONGEST_NAME or is_organ(words):
        return False
    for title in _titles().finditer(words):
        before, behind = words[: title.start()], words[title.end() :]
        if behind and not _ORGANS.PERSON.fullmatch(behind):
            continue
        if not before or is_organ(before) or _ORGANS.OWN_UNIT.fullmatch(before) or is_place(before):
            return True
        if not behind and _ORGANS.PERSON.fullmatch(before):
            return True
        if before[-1:] in "、和兼" and names_person(before[:-1]):
            return True
    return False


#: The short words for an ending, and the word they stand for.
_IN_FULL: Final = {word: row.same for row in ENDINGS if row.same for word in row.words.split()}
