"""Reports whose panel is known: each is made from the cells that it must give.

`write_reports(folder, count)` writes them, varied in form (headings numbered or not, one line, web pages, GB18030,
copies), and returns the cells of each file. Figures and wordings are invented; half of the places are, the others come
out of the table of divisions, by chance.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from lawreport_parser.regions.divisions import Division, divisions

__all__ = ["Known", "write_reports"]

_PLACES: Final = ("白鹭", "桐浦", "雁坪", "青枫", "云栖", "石桥", "松岭", "沙洲", "梅湾", "柳岸")
_UNITS: Final = ("县", "区", "市")
_ORGANS: Final = ("", "", "司法局", "农业农村局", "市场监督管理局", "教育局")

#: For each code, wordings; {} is the figure. A code is told once in a report.
_ACTUAL: Final[dict[str, tuple[str, ...]]] = {
    "reconsideration.accepted": ("全年受理行政复议案件{}件", "依法受理行政复议案件{}起"),
    "reconsideration.concluded": ("审结行政复议案件{}件", "办结行政复议案件{}件"),
    "documents.reviewed": ("合法性审查行政规范性文件{}件", "审查规范性文件{}件"),
    "contracts.reviewed": ("审查政府合同{}份", "审核合同协议{}件"),
    "enforcement.officers": ("全县持证执法人员{}人", "现有持有执法证件的执法人员{}名"),
    "mediation.cases": ("调解矛盾纠纷{}件", "化解各类矛盾纠纷{}起"),
    "legal_aid.cases": ("办理法律援助案件{}件", "受理法律援助案件{}件"),
    "disclosure.requests": ("收到政府信息公开申请{}件", "受理政府信息公开申请{}件"),
    "publicity.events": ("开展普法宣传活动{}场次", "举办法治宣传活动{}场"),
    "publicity.materials": ("发放普法宣传资料{}份", "发放法治宣传册{}册"),
}
_PERCENT: Final[dict[str, tuple[str, ...]]] = {
    "litigation.head_appearance_rate": ("行政机关负责人出庭应诉率{}%", "行政机关负责人出庭应诉率达到{}％"),
    "macro.gdp_growth": ("地区生产总值增长{}%", "地区生产总值同比增长{}%"),
}
_TARGET: Final[dict[str, tuple[str, ...]]] = {
    "macro.gdp_growth": ("地区生产总值增长{}%",),
    "litigation.head_appearance_rate": ("行政机关负责人出庭应诉率达到{}%",),
}
#: Figures that no cell has.
_BEHIND: Final = ("", "", "，同比增长{}%", "，较上年增加{}件", "，较去年同期下降{}%", "，其中涉企{}件")
_BESIDE: Final = (
    "修缮桥梁{}座",
    "新建口袋公园{}个",
    "去年同期调解矛盾纠纷{}件",
    "召开法治建设推进会{}次",
)
_PROBLEMS: Final = (
    "执法力量不足",
    "普法形式单一",
    "部门协作不够顺畅",
    "法治人才短缺",
    "制度建设相对滞后",
    "执法记录不够规范",
)
_PLANS: Final = ("充实执法队伍", "创新普法方式", "完善协作机制", "加强人才培养", "健全制度体系", "规范执法记录")
_DEEDS: Final = ("落实行政执法三项制度", "规范行政决策程序", "深化法治宣传教育", "健全多元解纷机制")
_NUMERALS: Final = "一二三四五六七八九十"


@dataclass
class Known:
    """What a report must give: the cells of its panel, and the number of its figures by code and time."""

    cells: dict[str, Any]
    figures: int
    #: Cells that must be empty although the report has figures; that are sums; that are not exact.
    left_out: set[str] = field(default_factory=set)
    sums: set[str] = field(default_factory=set)
    qualified: set[str] = field(default_factory=set)


def write_reports(folder: Path, count: int, seed: int = 5) -> dict[str, Known]:
    """Write `count` files into `folder`; return the cells of each by its name, in their order."""
    chance = random.Random(seed)
    places = _real_places()
    known: dict[str, Known] = {}
    first_of_year: dict[tuple[Any, ...], str] = {}
    last: tuple[str, str, Known] | None = None
    for number in range(count):
        form = ("numbered", "one-line", "unnumbered", "web", "gb18030")[number % 5]
        name = f"report-{number:06}.{'html' if form == 'web' else 'txt'}"
        copied = last is not None and number % 20 == 13
        if copied and last is not None:
            # The same report on another page, in another encoding.
            text, first = last[0], last[1]
            cells = {**last[2].cells, "duplicate_of": last[2].cells["duplicate_of"] or first}
            made = replace(last[2], cells=cells)
            (folder / name).write_bytes(_web_page(text).encode("gb18030") if form == "web" else text.encode("utf-16"))
        else:
            text, made = _report(chance, places, number, form)
            made.cells["duplicate_of"] = None
            if form == "web":
                (folder / name).write_bytes(_web_page(text).encode())
            else:
                (folder / name).write_bytes(text.encode("gb18030" if form == "gb18030" else "utf-8"))
            last = (text, name, made)
        of_year = tuple(made.cells[each] for each in ("issuer", "year"))
        first_name = first_of_year.setdefault(of_year, name)
        made.cells["same_issuer_year_as"] = None if first_name == name else first_name
        known[name] = made
    return known


def _real_places() -> list[Division]:
    """Return counties whose code has had one name since 1980, so that no year changes it."""
    by_code = divisions().by_code
    fixed = {
        code for code, names in by_code.items() if len(names) == 1 and names[0].last is None and names[0].first < 2000
    }
    return [
        by_code[code][0]
        for code in sorted(fixed)
        if not code.endswith("00")
        and {f"{code[:4]}00", f"{code[:2]}0000"} <= fixed
        and code[:2] not in ("11", "12", "31", "50")
    ]


def _report(chance: random.Random, places: list[Division], number: int, form: str) -> tuple[str, Known]:
    year = chance.randrange(2015, 2025)
    organ = chance.choice(_ORGANS)
    cells: dict[str, Any] = {"year": year, "plan_year": year + 1, "organ": organ or None}
    if number % 2:
        place = chance.choice(places)
        path = divisions().path(place, year)
        words = "".join(path)
        cells |= {"region_code": place.code, "region_level": "county", "region_path": "/".join(path)}
    else:
        words = chance.choice(_PLACES) + chance.choice(_PLACES) + chance.choice(_UNITS)
        cells |= {"region_code": None, "region_level": None, "region_path": None, "organ": None}
    issuer = words + (organ or "人民政府")
    signed = date(year + 1, 1, chance.randrange(5, 29))
    day = f"{signed.year}年{signed.month}月{signed.day}日"
    published = date(year + 1, 2, chance.randrange(1, 28))
    cells |= {"published_date": published if form != "web" else None, "signed_date": signed}
    cells |= {"issuer": issuer, "title": f"{issuer}{year}年法治政府建设年度报告"}

    known = Known(cells, 0)
    deeds = _deeds(chance, known)
    problems = chance.sample(_PROBLEMS, chance.randrange(2, 5))
    plans = chance.sample(_PLANS, chance.randrange(2, 5))
    targets = _targets(chance, known)
    cells |= {"items_achievements": len(deeds), "items_problems": len(problems), "items_plans": len(plans)}

    marked = form != "unnumbered"
    parts = {
        "achievements": _part(marked, 1, "主要举措和成效", [f"{name}。{words}" for name, words in deeds], "（{}）"),
        "problems": _part(marked, 2, "存在的问题和不足", [f"{words}。" for words in problems], "{}是"),
        "plans": _part(
            marked,
            3,
            f"{year + 1}年工作安排",
            [f"{words}。{targets.pop() if targets else '抓好落实。'}" for words in plans],
            "（{}）",
        ),
    }
    body = "\n".join(parts.values())
    sizes = {role: len(re.sub(r"\s", "", words)) for role, words in parts.items()}
    cells["characters"] = sum(sizes.values())
    for role, size in sizes.items():
        cells[f"share_{role}"] = round(size / cells["characters"], 6)
    said = f"发布日期：{published:%Y-%m-%d}\n" if form != "web" else ""
    text = f"{said}{cells['title']}\n{body}\n{issuer}\n{day}\n"
    if form == "one-line":
        text = f"{said}{cells['title']}\n{body.replace(chr(10), '')}\n{issuer}\n{day}\n"
    return text, known


def _part(marked: bool, number: int, heading: str, members: list[str], marker: str) -> str:
    head = f"{_NUMERALS[number - 1]}、{heading}" if marked else heading
    return "\n".join([head, *(marker.format(_NUMERALS[place]) + words for place, words in enumerate(members))])


def _deeds(chance: random.Random, known: Known) -> list[tuple[str, str]]:
    """Return the headings of the achievements with their sentences; note the cells that these give."""
    figures: list[tuple[str, dict[str, tuple[str, ...]], int | Decimal]] = [
        (code, _ACTUAL, chance.randrange(11, 2000)) for code in chance.sample(sorted(_ACTUAL), chance.randrange(3, 8))
    ]
    figures += [
        (code, _PERCENT, Decimal(chance.randrange(20, 995)) / 10)
        for code in chance.sample(sorted(_PERCENT), chance.randrange(3))
    ]
    sentences = [_told(chance, known, code, chance.choice(wordings[code]), value) for code, wordings, value in figures]
    match chance.randrange(8):
        case 0:  # two kinds, which are added up
            one, two = chance.randrange(20, 90), chance.randrange(100, 200)
            sentences.append(f"办理人大代表建议{one}件、政协委员提案{two}件")
            known.cells["proposals.handled.actual"] = Decimal(one + two)
            known.sums.add("proposals.handled.actual")
            known.figures += 2
        case 1:  # two figures for one thing
            one, two = chance.randrange(20, 90), chance.randrange(100, 200)
            sentences.append(f"收到行政复议申请{one}件")
            sentences.append(f"行政复议工作规范化建设扎实推进，收到行政复议申请{two}件")
            known.left_out.add("reconsideration.received.actual")
            known.figures += 2
        case 2:
            tons = chance.randrange(100, 900)
            sentences.append(f"粮食总产量达到{tons}吨")
            known.cells["macro.grain.actual"] = Decimal(tons * 2000)
            known.figures += 1
    sentences += [words.format(chance.randrange(2, 60)) for words in chance.sample(_BESIDE, chance.randrange(3))]
    chance.shuffle(sentences)
    names = chance.sample(_DEEDS, chance.randrange(2, 5))
    shares: list[list[str]] = [[] for _ in names]
    for place, sentence in enumerate(sentences):
        shares[place % len(names)].append(f"{sentence}。")
    return [(name, "".join(words) or "工作有序推进。") for name, words in zip(names, shares, strict=True)]


def _told(chance: random.Random, known: Known, code: str, wording: str, value: int | Decimal) -> str:
    known.cells[f"{code}.actual"] = Decimal(value)
    known.figures += 1
    wording += chance.choice(_BEHIND).format(chance.randrange(2, 60)) if "%" not in wording else ""
    if not chance.randrange(12):
        known.qualified.add(f"{code}.actual")
        return wording.format(f"近{value}")
    return wording.format(value)


def _targets(chance: random.Random, known: Known) -> list[str]:
    told = []
    for code in chance.sample(sorted(_TARGET), chance.randrange(0, 2)):
        value = Decimal(chance.randrange(20, 995)) / 10
        known.cells[f"{code}.target"] = value
        known.figures += 1
        wording = chance.choice(_TARGET[code])
        if chance.randrange(3):
            told.append(f"力争{wording.format(value)}。")
        else:
            known.qualified.add(f"{code}.target")
            told.append(f"力争{wording.format(f'{value}%—{value + 1}')}。")
    return told


def _web_page(text: str) -> str:
    title, *lines = text.splitlines()
    paragraphs = "".join(f"<p>{line}</p>\n" for line in lines)
    menu = "".join(f"<li><a href='/'>{name}</a></li>" for name in ("首页", "政务公开", "办事服务"))
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title></head><body><div class='nav'><ul>{menu}</ul></div>"
        f"<h1>{title}</h1>\n<div class='content'>{paragraphs}</div></body></html>"
    )
