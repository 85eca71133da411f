"""Texts and reports that the tests of the page share."""

from __future__ import annotations

from pathlib import Path

from lawreport_parser import Passage, Report, Span, parse
from lawreport_parser.lexicon import Role
from lawreport_parser.model import PassageBasis
from lawreport_parser.regions import Region

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"

#: What would run, load, or break out, if any word of a document were taken for HTML, JSON or script.
HOSTILE = (
    "标题: </title><script>window.pwned = 1</script><img src=x onerror='window.pwned = 2'>的报告\n"
    '发布机构: "><svg onload=window.pwned=3>县人民政府\n'
    "一、</script><script>window.pwned = 4</script>成效\n"
    '（一）<img src="http://192.0.2.1/x.png" onerror="window.pwned = 5">。正文<!--<script>\n'
    "（二）javascript:window.pwned=6 ${window.pwned=7} {{constructor}} \\u003c &lt;b&gt; &amp; ' \" `。完成3件。\n"
    "二、存在问题\n"
    "一是\x00空\x07铃\x1b[31m红\x7f；二是\u202e反向\u2066隔离\u200b零宽\ufeff；三是\ud800孤立\udfff代理\U0001f600\U00020000。\n"
    "《<b onmouseover=window.pwned=8>条例》\u2028行\u2029段\u0085下\x0b\x0c。]]></script>-->\n"
)

#: Problems and plans in prose: inside the review, in a closing paragraph; a preamble.
IN_PROSE = (
    "石湾县水务局2024年法治政府建设情况报告\n2024年，石湾县水务局依法治水。\n一、主要成效\n"
    "（一）规范执法。巡河120次，办结案件6件。但巡河人手不足，夜间无人值守。整改漏点9处。\n（二）强化普法。宣讲8场。\n"
    "二、存在问题\n（一）经费紧张。\n"
    "各位同志，成绩来之不易。下一步，我局将充实巡河队伍。\n石湾县水务局\n2025年1月9日\n"
)
_ROLES: tuple[tuple[Role, PassageBasis, str], ...] = (
    ("other", "neighbours", "2024年，石湾县水务局依法治水。"),
    ("achievements", "heading", "一、主要成效\n（一）规范执法。巡河120次，办结案件6件。"),
    ("problems", "wording", "但巡河人手不足，夜间无人值守。"),
    ("achievements", "heading", "整改漏点9处。\n（二）强化普法。宣讲8场。"),
    ("problems", "heading", "二、存在问题\n（一）经费紧张。"),
    ("other", "neighbours", "各位同志，成绩来之不易。"),
    ("plans", "wording", "下一步，我局将充实巡河队伍。"),
)


def told(text: str, passages: tuple[tuple[Role, PassageBasis, str], ...]) -> Report:
    """Return the report of a text whose passages are these (role, basis, words), whatever it would be taken for."""
    made: list[Passage] = []
    for role, basis, words in passages:
        start = text.index(words, made[-1].span.end if made else 0)
        made.append(Passage(role=role, basis=basis, span=Span(start=start, end=start + len(words)), section_id=None))
    return parse(text).model_copy(update={"passages": made})


def in_prose() -> Report:
    """Return the report on `IN_PROSE`."""
    return told(IN_PROSE, _ROLES)


def _year(place: str, year: int, accepted: str, growth: str, target: str, problems: str, plans: str) -> str:
    last = f"二、存在的问题\n{problems}三" if problems else "二"
    return (
        f"{place}人民政府{year}年法治政府建设年度报告\n一、主要举措和成效\n"
        f"（一）推进行政复议改革。全年受理行政复议案件{accepted}件，建成县级复议听证室，配备专职人员。\n"
        f"（二）促进经济发展。地区生产总值增长{growth}，新设普法长廊，面向村民开展宪法宣讲。\n"
        f"{last}、{year + 1}年工作安排\n{plans}"
        f"（三）促进经济平稳运行。地区生产总值增长{target}。\n{place}人民政府\n{year + 1}年1月20日\n"
    )


_SHORT = "（一）乡镇综合执法人员偏少，执法装备不足。\n"
_DULL = "（二）普法宣传形式单一，群众参与度不高。\n"


def years_of_a_county() -> list[tuple[str, Report]]:
    """Return the reports of a county on three years: one problem in all of them, one plan that nothing tells of."""
    texts = {
        2021: _year(
            "石湾县", 2021, "31", "6.2%", "6%以上", _SHORT + _DULL,
            "（一）推进行政复议改革，建设复议听证室。配备专职人员。\n"
            "（二）开展餐饮油烟整治。对夜市逐户排查，督促安装净化设施。\n",
        ),
        2022: _year(
            "石湾县", 2022, "44", "6.5%", "5.5%至6%", "（一）乡镇综合执法人员仍然偏少，执法装备不足。\n",
            "（一）建立政府合同管理台账。统一登记、审查和归档。\n（二）充实乡镇综合执法人员，添置执法装备。\n",
        ).replace("开展宪法宣讲。", "开展宪法宣讲，拍摄普法短视频，丰富普法宣传形式，群众参与度明显提高。"),
        2023: _year(
            "石湾县", 2023, "1052", "5.1%", "5%左右", "（一）乡镇综合执法人员依旧偏少，执法装备不足。\n",
            "（一）继续建立政府合同管理台账。统一登记、审查和归档。\n（二）建设数据共享平台。\n",
        ),
    }  # fmt: skip
    return [(f"{year}.txt", parse(text)) for year, text in texts.items()]


_PLACES = {
    "石湾县": ("990101", ["某省", "甲市", "石湾县"]),
    "桐浦县": ("990102", ["某省", "甲市", "桐浦县"]),
    "苇塘区": ("990201", ["某省", "乙市", "苇塘区"]),
}


def many_reports() -> list[tuple[str, Report]]:
    """Return the reports of three places on three years; one of them gives two figures for one year."""
    made = []
    for at, (place, (code, path)) in enumerate(_PLACES.items()):
        for year in (2021, 2022, 2023):
            problems = _SHORT if (at, year) != (2, 2023) else ""
            text = _year(place, year, str(20 * (at + 1) + 7 * (year - 2021)), f"{5 + at}.{year - 2020}%", "5%以上",
                         problems, "（一）继续建立合同台账。\n（二）建设共享平台。\n")  # fmt: skip
            report = parse(text)
            header = report.header.model_copy(update={"region": Region(code, place, "county", path, None)})
            report = report.model_copy(update={"header": header})
            if (place, year) == ("桐浦县", 2022):
                first = next(each for each in report.indicators if each.code == "reconsideration.accepted")
                other = first.model_copy(update={"value": first.value + 20})
                report._kept["indicators"] = [*report.indicators, other]
            made.append((f"{place}{year}.txt", report))
    return made
