"""The year reviewed and the year planned for, weighed by what title, headings, sentences and dates say."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from lawreport_parser import Report, parse
from lawreport_parser.years_of_report import WEIGHTS, read_years

DOCS = Path(__file__).parents[2] / "docs"

MAYOR: Final = "各位代表：\n现在，我代表区人民政府向大会报告工作，请予审议。\n"
DONE: Final = "一、主要举措\n（一）修桥。修桥9座。\n（二）铺路。铺路6里。\n二、存在问题\n人手不足。\n"

#: What a case shows, the text, the year reviewed, the year planned for.
CASES: Final[dict[str, tuple[str, int | None, int | None]]] = {
    # --- titles
    "an annual report bears the year reviewed": (
        f"柳溪县水利局2023年度法治政府建设情况报告\n{DONE}三、下一步打算\n一是架桥。\n柳溪县水利局\n2024年1月9日\n",
        2023, 2024,
    ),
    "a summary with plans bears both": (
        "柳溪县水利局2023年工作总结和2024年工作计划\n一、修桥\n修桥9座。\n二、铺路\n铺路6里。\n", 2023, 2024,
    ),
    "暨 joins them": (
        "柳溪县水利局2021年工作总结暨2022年工作思路\n一、修桥\n修桥9座。\n二、铺路\n铺路。\n", 2021, 2022,
    ),
    "the plan may stand first": (
        "柳溪县水利局关于2024年工作安排和2023年工作总结的报告\n一、修桥\n修桥9座。\n二、铺路\n铺路。\n", 2023, 2024,
    ),
    "a plan that was carried out is reviewed": (
        f"关于柳溪县2022年普法工作计划完成情况的报告\n{DONE}柳溪县司法局\n2023年1月5日\n", 2022, None,
    ),
    "a budget carried out, and the draft of the next": (
        "关于柳溪县2023年预算执行情况和2024年预算草案的报告\n一、收入\n增收。\n二、支出\n节支。\n", 2023, 2024,
    ),
    "the year may stand in brackets": (f"柳溪县法治政府建设年度报告（2022年）\n{DONE}", 2022, None),
    "years of another document are passed over": (
        f"柳溪县贯彻《法治政府建设实施纲要（2021—2025年）》2023年度情况报告\n{DONE}", 2023, None,
    ),
    "the range of a plan is no year of a report": (
        f"柳溪县法治政府建设实施纲要（2021—2025年）落实情况的报告\n{DONE}柳溪县司法局\n2024年1月5日\n", 2023, None,
    ),
    "the year of a plan alone is planned for": (
        "柳溪县2024年法治政府建设工作要点\n一、修桥\n修桥。\n二、铺路\n铺路。\n", None, 2024,
    ),
    "half a year, and the plans for the other half": (
        "柳溪县水利局2024年上半年工作总结和下半年工作计划\n一、修桥\n修桥9座。\n二、下半年工作计划\n铺路。\n",
        2024, 2024,
    ),
    "months of a year": (
        f"柳溪县水利局2024年1-6月法治建设工作报告\n{DONE}柳溪县水利局\n2024年7月3日\n", 2024, None,
    ),
    # --- reports of a government to its congress
    "a work report bears the year planned for": (
        f"2025年柳溪区政府工作报告\n{MAYOR}一、修桥\n修桥9座。\n二、铺路\n铺路。\n", 2024, 2025,
    ),
    "the day of the congress in January": (
        f"政府工作报告\n——2025年1月7日在柳溪区第五届人民代表大会第四次会议上\n柳溪区区长　江某\n{MAYOR}"
        "一、乘风破浪的一年\n修桥9座。\n二、再启新程\n铺路。\n", 2024, 2025,
    ),
    "the day of the congress in brackets in December": (
        f"政府工作报告\n（2023年12月26日在柳溪乡第五届人民代表大会第四次会议上）\n{MAYOR}"
        "一、乘风破浪的一年\n修桥9座。\n二、再启新程\n铺路。\n", 2023, 2024,
    ),
    "five years and the last of them": (
        f"政府工作报告\n{MAYOR}一、过去五年及2021年工作回顾\n修桥9座。\n二、今后五年的目标\n架桥。\n"
        "三、2022年工作安排\n铺路。\n", 2021, 2022,
    ),
    "a far goal in a heading is not the next year": (
        f"2026年柳溪市政府工作报告\n{MAYOR}一、2025年工作回顾\n修桥9座。\n二、到2035年的远景目标\n架桥。\n"
        "三、2026年工作\n铺路。\n", 2025, 2026,
    ),
    "a court's report at a congress": (
        "柳溪市中级人民法院工作报告\n——2024年1月11日在柳溪市第八届人民代表大会第三次会议上\n各位代表：\n"
        "现在，我代表市中级人民法院向大会报告工作，请予审议。\n一、公正司法\n审结6件。\n二、新年工作\n提升质效。\n",
        2023, 2024,
    ),
    "a work report of a year round": (
        f"石滩镇2023年度政府工作报告\n{MAYOR}一、2023年工作回顾\n修桥9座。\n二、2024年工作安排\n铺路。\n", 2023, 2024,
    ),
    # --- headings
    "headings that look back and plan": (
        "柳溪县水利局法治建设工作报告\n一、2022年工作回顾\n修桥9座。\n二、2023年工作安排\n铺路。\n", 2022, 2023,
    ),
    "a heading that plans": (
        "柳溪县水利局法治建设工作报告\n一、主要做法\n修桥9座。\n"
        "二、2021年法治工作计划\n铺路。\n柳溪县水利局\n2020年12月18日\n",
        2020, 2021,
    ),
    "headings of two years, neither of which says what it is": (
        "柳溪县水利局工作情况汇报\n一、2024年主要工作\n修桥9座。\n二、2025年主要工作\n铺路。\n", 2024, 2025,
    ),
    # --- sentences
    "the preamble names what is reported": (
        f"县委依法治县办：\n现将我局2021年法治政府建设情况报告如下：\n{DONE}", 2021, None,
    ),
    "the preamble names both": (
        f"县政府办公室：\n现将我局2021年工作开展情况及2022年工作计划报告如下。\n{DONE}", 2021, 2022,
    ),
    "以来 in the first sentence": (
        f"2023年以来，柳溪县坚持依法行政。现将一年来的情况报告如下：\n"
        f"{DONE}2024年，我县围绕治水，重点做好以下工作：（一）架桥。\n",
        2023, 2024,
    ),
    "plans of the next year without will or must": (
        f"柳溪县水利局2022年法治建设工作报告\n{DONE}三、跃马扬鞭\n2023年，我们坚持依法治水。\n", 2022, 2023,
    ),
    "the next year by its name in words": (
        f"柳溪县水利局2022年法治建设工作报告\n{DONE}三、跃马扬鞭\n来年，我局架桥6座。\n", 2022, 2023,
    ),
    "plans in a line at the end": (
        f"柳溪县水利局2022年法治建设工作报告\n{DONE}下一步，我局以治水为主线，架桥6座。\n柳溪县水利局\n2023年1月9日\n",
        2022, 2023,
    ),
    "the tail names the next year in a month": (
        f"柳溪县水利局2022年法治建设工作报告\n{DONE}2023年1月，我局获评先进。\n", 2022, None,
    ),
    "nothing is planned": (
        f"柳溪县水利局2022年法治建设工作报告\n{DONE}柳溪县水利局\n2023年1月9日\n", 2022, None,
    ),
    "the next step of one affair is no plan of the report": (
        f"柳溪县水利局2022年法治建设工作报告\n一、主要举措\n第二批事项正在梳理，下一步划转。\n{DONE[7:]}", 2022, None,
    ),
    "Han digits and full-width ones": (
        "二〇二二年工作总结\n一、二〇二二年工作回顾\n修桥9座。\n二、２０２３年工作计划\n铺路。\n", 2022, 2023,
    ),
    # --- dates
    "signed in January": (
        f"柳溪县水利局法治政府建设年度报告\n{DONE}柳溪县水利局\n2024年1月9日\n", 2023, None,
    ),
    "signed in December": (
        f"柳溪县水利局法治政府建设年度报告\n{DONE}三、下一步打算\n一是架桥。\n柳溪县水利局\n2023年12月20日\n",
        2023, 2024,
    ),
    "signed in summer": (
        f"柳溪县水利局法治政府建设工作报告\n{DONE}柳溪县水利局\n2023年8月20日\n", None, None,
    ),
    "published long after": (
        f"标题：柳溪县水利局2022年法治建设工作报告\n发布日期：2023-12-15\n{DONE}", 2022, None,
    ),
    # --- shapes beside these
    "a meeting of the standing committee hears an annual report": (
        "柳溪区人民政府关于2023年度法治政府建设情况的报告\n——2024年3月28日在柳溪区第五届人大常委会第十九次会议上\n"
        "主任、各位副主任、各位委员：\n受区人民政府委托，现将2023年法治政府建设情况向会议报告如下，请予审议。\n"
        f"{DONE}三、下一步工作\n架桥。\n", 2023, 2024,
    ),
    "what became of the tasks of a work report": (
        f"关于2024年政府工作报告重点任务落实情况的报告\n县政府：\n{DONE}柳溪县水利局\n2024年12月20日\n", 2024, None,
    ),
    "the next year behind the one reviewed, with no word of review": (
        f"柳溪县水利局2023年法治工作情况及2024年重点工作\n{DONE}", 2023, 2024,
    ),
    "of two years reviewed the later": (f"柳溪县2022年和2023年法治政府建设情况的报告\n{DONE}", 2023, None),
    "the name of a plan that a notice makes known": (
        "关于印发《柳溪县2024年普法依法治理工作要点》的通知\n"
        "各乡镇：\n现印发给你们。\n一、修桥\n修桥。\n二、铺路\n铺路。\n",
        None, 2024,
    ),
    "the name of a report that a notice makes known": (
        f"关于《柳溪县2023年法治政府建设年度报告》的公示\n{DONE}", 2023, None,
    ),
    "a school year": (f"柳溪中学2022—2023学年度工作总结\n{DONE}", 2023, None),
    "years from one to another": (
        f"柳溪县2021年至2023年法治政府建设工作总结\n{DONE}三、今后打算\n架桥。\n", 2023, 2024,
    ),
    "a year since which something holds": (
        f"柳溪县法治政府建设工作情况汇报\n2021年以来，我县坚持依法行政。\n{DONE}柳溪县人民政府\n2024年1月9日\n",
        2023, None,
    ),
    "half a year, signed in June": (
        "柳溪县2024年上半年法治政府建设工作总结及下半年打算\n2024年上半年，我县修桥。\n一、做法\n修桥。\n"
        "二、下半年工作打算\n架桥。\n柳溪县司法局\n2024年6月28日\n", 2024, 2024,
    ),
    "今年 and 明年, signed in December": (
        f"柳溪县水利局年度工作总结\n今年以来，我局坚持治水。\n{DONE}明年，架桥。\n柳溪县水利局\n2023年12月28日\n",
        2023, 2024,
    ),
    "a court's report with unnumbered headings": (
        "柳溪县人民法院工作报告\n——2023年2月8日在柳溪县第十八届人民代表大会第二次会议上\n院长　石某\n各位代表：\n"
        "现在，我代表县人民法院向大会报告工作，请予审议。\n2022年主要工作\n2022年，审结6件。\n2023年工作安排\n"
        "2023年，我们将提升质效。\n", 2022, 2023,
    ),
    "the day of the congress without dash or bracket": (
        "石滩乡政府工作报告\n2022年12月29日在石滩乡第十届人民代表大会第四次会议上\n乡长 江某\n"
        f"{MAYOR}过去一年，修桥。\n一、强基\n修桥。\n二、再出发\n铺路。\n", 2022, 2023,
    ),
    "a report of a procuratorate bears the year reviewed": (
        "柳溪县人民检察院2023年工作报告\n（2024年1月9日在柳溪县第十八届人民代表大会第三次会议上）\n各位代表：\n"
        "现在，我代表县人民检察院向大会报告工作，请予审议。\n一、2023年主要工作\n办案。\n二、2024年工作安排\n提升。\n",
        2023, 2024,
    ),
    "a year of the past before that of the report": (
        f"柳溪县综合执法局法治政府建设情况报告\n柳溪县综合执法局于2019年组建。2023年，我局坚持严格执法。\n{DONE}",
        2023, None,
    ),
    "another office's year in the preamble": (
        "柳溪县法治政府建设情况报告\n根据县委2022年部署，我县修桥。现将情况报告如下。\n"
        f"{DONE}柳溪县人民政府\n2024年1月4日\n", 2023, None,
    ),
    "five years and the five to come": (
        "柳溪县“十四五”时期法治政府建设工作总结\n一、五年成效\n修桥。\n二、“十五五”时期工作打算\n架桥。\n"
        "柳溪县司法局\n2025年12月20日\n", 2025, 2026,
    ),
    "no line breaks": (
        "柳溪县水利局2023年度法治政府建设工作报告2023年，我局坚持治水。现报告如下：一、主要做法（一）修桥。修桥9座。"
        "（二）铺路。铺路6里。二、下一步打算2024年，我局将架桥。柳溪县水利局2024年1月9日", 2023, 2024,
    ),
    "a plan of the state carried out, and the draft of the next": (
        "关于柳溪县2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划草案的报告\n"
        "一、2023年计划执行情况\n增收。\n二、2024年主要任务\n节支。\n", 2023, 2024,
    ),
    "将 before what is put somewhere": (
        f"柳溪县水利局2023年法治政府建设年度报告\n一、做法\n我局将普法纳入考核。\n县局将案卷归档。\n{DONE[7:]}",
        2023, None,
    ),
    "plans in a sentence on problems": (
        f"柳溪县水利局2023年法治政府建设年度报告\n{DONE}针对上述问题，我局将加强培训。\n", 2023, 2024,
    ),
    "a heading on the faults of the year before": (
        "柳溪县水利局2023年法治政府建设年度报告\n一、2022年度督察反馈问题整改情况\n已改。\n二、主要做法\n修桥。\n",
        2023, None,
    ),
    "an account of a leader's duty": (f"柳溪县县长2023年度述法报告\n根据要求，现述法如下：\n{DONE}", 2023, None),
    "published in summer": (f"柳溪县法治政府建设工作报告\n发布日期：2024-07-09\n{DONE}", None, None),
    "a year since which something holds, and no other": (
        "石滩县人民政府关于全县法治政府建设情况的报告\n——2022年8月26日在县十八届人大常委会第六次会议上\n"
        "主任、各位副主任、各位委员：\n受县人民政府委托，现就全县法治政府建设情况报告如下，请予审议。\n一、主要做法\n"
        "2021年以来，县政府修桥。\n二、存在的困难\n人手不足。\n三、下一步打算\n铺路。\n",
        None, None,
    ),
    "the month in front of a work report": (
        f"柳溪区政府工作报告\n2024年1月\n{MAYOR}一、过去一年工作回顾\n修桥。\n二、今年工作安排\n铺路。\n", 2023, 2024,
    ),
    "a quarter and the next": (
        "柳溪区水利局2024年第一季度工作总结和第二季度工作计划\n一、一季度工作\n修桥。\n二、二季度工作计划\n铺路。\n"
        "柳溪区水利局\n2024年4月2日\n", 2024, 2024,
    ),
    "a report of the autumn on the year that runs": (
        "关于2022年度依法行政工作的自查报告\n根据《关于开展2022年度依法行政考核的通知》要求，现将情况报告如下：\n"
        f"{DONE}三、整改措施\n（一）架桥。\n柳溪县水利局\n2022年11月25日\n", 2022, 2023,
    ),
    "a title of the year to come, given in December": (
        "2024年柳溪区政府工作报告\n——2023年12月27日在柳溪区第四届人民代表大会第三次会议上\n"
        f"{MAYOR}一、2023年工作回顾\n修桥。\n二、2024年工作安排\n铺路。\n", 2023, 2024,
    ),
    "no line breaks, a sentence behind a thematic heading": (
        "柳溪县水利局2023年法治建设工作报告一、固本培元（一）修桥。修桥9座。（二）铺路。铺路6里。"
        "二、跃马扬鞭2024年，我们坚持治水。", 2023, 2024,
    ),
    # --- no report
    "a law has the year of its title": (
        "柳溪市河道管理条例（2022年修订）\n第一条　为管理河道，制定本条例。\n第二条　本条例适用于本市。\n", 2022, None,
    ),
}  # fmt: skip


#: Cases where no place names the year reviewed.
DEDUCED: Final = {
    "the range of a plan is no year of a report",
    "以来 in the first sentence",
    "signed in January",
    "signed in December",
    "a year since which something holds",
    "今年 and 明年, signed in December",
    "another office's year in the preamble",
    "five years and the five to come",
}


@pytest.mark.parametrize("case", CASES)
def test_the_years_of_a_report(case: str) -> None:
    text, year, plan_year = CASES[case]
    header = parse(text).header
    assert (header.year, header.plan_year) == (year, plan_year)
    for name in ("year", "plan_year"):
        assert (name in header.evidence) == (getattr(header, name) is not None)
        if name in header.evidence:
            assert header.evidence[name].of(text).strip()


def codes(report: Report) -> list[str]:
    return [each.code for each in report.diagnostics]


@pytest.mark.parametrize("case", CASES)
def test_a_year_that_no_place_names_is_told_and_nothing_else(case: str) -> None:
    told = [code for code in codes(parse(CASES[case][0])) if code.startswith("year-")]
    assert told == (["year-deduced"] if case in DEDUCED else [])


CONFLICTS: Final[dict[str, tuple[str, int, int | None]]] = {
    "the title of this year over the headings of the last": (
        "柳溪县水利局2023年法治建设工作报告\n2022年，我局坚持依法治水。\n一、2022年工作回顾\n修桥9座。\n"
        "二、2023年工作安排\n铺路。\n柳溪县水利局\n2023年1月9日\n", 2022, 2023,
    ),
    "one heading kept from the year before": (
        "柳溪县水利局2023年法治建设工作报告\n2023年，我局坚持依法治水。\n一、2022年主要工作情况\n修桥9座。\n"
        "二、下一步工作\n铺路。\n柳溪县水利局\n2024年1月9日\n", 2023, 2024,
    ),
    "a title whose two years do not follow each other": (
        "柳溪县水利局2022年工作总结暨2024年工作思路\n2022年，修桥9座。\n一、主要工作\n修桥。\n二、工作思路\n铺路。\n",
        2022, 2024,
    ),
    "a title left over over a text of the year before": (
        "柳溪县水利局2024年法治建设工作报告\n2023年，我局坚持治水。\n一、主要做法\n修桥。\n二、打算\n铺路。\n"
        "柳溪县水利局\n2024年1月19日\n", 2023, 2024,
    ),
    "a work report that bears the year reviewed": (
        f"石滩镇2023年政府工作报告\n发布日期：2024-01-25\n{MAYOR}2023年，我镇修桥9座。\n一、强基\n修桥。\n"
        "二、再出发\n铺路。\n", 2023, 2024,
    ),
    "signed before the year was over": (
        f"柳溪县水利局2024年法治建设工作报告\n{DONE}柳溪县水利局\n2024年1月9日\n", 2024, None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CONFLICTS)
def test_a_disagreement_is_told(case: str) -> None:
    text, year, plan_year = CONFLICTS[case]
    report = parse(text)
    assert (report.header.year, report.header.plan_year) == (year, plan_year)
    [told] = [each for each in report.diagnostics if each.code == "year-conflict"]
    assert told.severity == "warning"
    assert str(year) in told.message
    assert text[told.span.start : told.span.end].strip()


def test_a_year_deduced_from_a_date_is_told() -> None:
    report = parse(CASES["signed in January"][0])
    [told] = [each for each in report.diagnostics if each.code == "year-deduced"]
    assert told.severity == "info"
    assert report.header.evidence["year"].of(report.text) == "2024年1月9日"


def test_evidence_shows_the_words_that_name_the_years() -> None:
    text, _, _ = CASES["headings that look back and plan"]
    evidence = parse(text).header.evidence
    assert evidence["year"].start == text.index("2022年")
    assert evidence["plan_year"].start == text.index("2023年")


@pytest.mark.parametrize(
    ("tail", "words"),
    [
        ("三、下一步打算\n一是架桥。\n", "下一步打算"),
        ("来年，我局架桥6座。\n", "来年"),
        ("2023年，我们坚持依法治水。\n", "2023年"),
        ("针对上述问题，我局将加强培训。\n", "我局将加强"),
    ],
)
def test_evidence_shows_the_words_that_plan(tail: str, words: str) -> None:
    report = parse(f"柳溪县水利局2022年法治建设工作报告\n{DONE}{tail}")
    assert report.header.plan_year == 2023
    assert report.header.evidence["plan_year"].of(report.text) == words


@pytest.mark.parametrize(("plans", "planned"), [(None, None), (False, None), (True, 2023)])
def test_a_caller_may_know_whether_anything_is_planned(plans: bool | None, planned: int | None) -> None:
    text = "柳溪县水利局2022年法治建设工作报告\n修桥9座。"
    title = text.split("\n")[0]
    years = read_years(
        text,
        title=(title, (0, len(title))),
        preamble=None,
        headings=[],
        body=(len(title) + 1, len(text)),
        days={},
        plans=None if plans is None else lambda year: plans and year == 2022,
    )
    assert (years.year, years.plan_year) == (2022, planned)


def test_weights_are_told_in_the_manual() -> None:
    for page in ("explanation/how-a-report-is-read.md", "zh/explanation/how-a-report-is-read.md"):
        written = (DOCS / page).read_text(encoding="utf-8")
        for row in WEIGHTS.values():
            assert f"| {row.weight:g} |" in written


def test_the_label_of_the_page_decides() -> None:
    header = parse(f"报告年度：2021\n柳溪县水利局法治工作报告\n{DONE}三、下一步打算\n一是架桥。\n").header
    assert (header.year, header.plan_year) == (2021, 2022)
