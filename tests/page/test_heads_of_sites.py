"""Heads of web pages as sites print them: every value is read, nothing of the page reaches the body."""

# ruff: noqa: E501 — pages have long lines
from __future__ import annotations

from datetime import date as D  # noqa: N812
from typing import Any

import pytest

from lawreport_parser import parse

T = "云桥县水利局关于2023年度法治政府建设情况的报告"
P = "2023年，我局扎实推进依法行政，各项工作取得新成绩。"
BODY = f"""{P}
一、主要举措和成效
（一）学习法律。学习八次。
（二）规范执法。抽查百件。
二、下一步工作打算
（一）强化培训。办班四期。
（二）完善制度。修订办法。
"""
#: What the page says, by name of the test: the lines above the body, and the fields that they give.
HEADS: dict[str, tuple[str, dict[str, Any]]] = {
    "a row of site links, longer than any line a rule knows": (
        "中国政府网 | 青岭市人民政府网 | 青岭市云桥县人民政府网 | 云桥经济技术开发区网 | |\n"
        f"您当前位置: 首页 > 水利局 > 法治政府建设\n[ 索引号 ] YQ07/2024-3\n[ 发文字号 ]\n[ 成文日期 ] 2024-01-09\n{T}\n",
        {"title": T, "index_number": "YQ07/2024-3", "document_number": None, "written_date": D(2024, 1, 9)},
    ),
    "the title of the tab of the browser": (f"{T}_部门文件_青岭市云桥县人民政府门户网站\n{T}\n", {"title": T}),
    "the title of the tab with columns and site": (f"{T} - 法治建设 - 云桥县人民政府\n首页 政务公开\n{T}\n", {"title": T}),
    "a column and the site behind the title": (f"{T}_年度报告_云桥县政府网\n", {"title": T}),
    "bullets before labels": (
        f"{T}\n  • 来源: 县水利局\n  • 发布日期: 2024-01-12\n  • 发文字号:\n",
        {"source": "县水利局", "published_date": D(2024, 1, 12), "document_number": None},
    ),
    "label and value on bulleted lines in turn": (
        f"• [ 发文字号 ]\n• 云水〔2024〕3号\n• [ 成文日期 ]\n• 2024-01-09\n• [ 有效性 ]\n{T}\n",
        {"document_number": "云水〔2024〕3号", "written_date": D(2024, 1, 9), "validity": None},
    ),
    "colon and pipe together": (
        f"索引号: | 0029/2024-7 | 主题分类: | 水利 |\n成文日期: | 2024-01-09 | 发布机构: | 云桥县水利局 |\n{T}\n",
        {"index_number": "0029/2024-7", "category": "水利", "written_date": D(2024, 1, 9)},
    ),
    "a row of labels above the row of values": (
        f"| 索引号 | 发布机构 | 文号 | 成文日期 |\n|---|---|---|---|\n| 0029/2024-7 | 云桥县水利局 | 云水〔2024〕3号 | 2024-01-09 |\n# {T}\n",
        {"index_number": "0029/2024-7", "document_number": "云水〔2024〕3号", "written_date": D(2024, 1, 9)},
    ),
    "values in round brackets": (
        f"{T}\n发布单位（县水利局办公室）　发布日期（2024-01-12）　浏览（288）\n",
        {"published_date": D(2024, 1, 12)},
    ),
    "a date in half-width brackets": (f"{T}\n发布日期(2024-01-12)\n", {"published_date": D(2024, 1, 12)}),
    "an organ and a date on a line": (f"{T}\n县府办公室 2024-01-12\n", {"published_date": D(2024, 1, 12)}),
    "a time of day in words": (f"{T}\n发布时间：2024年01月12日 16时47分\n", {"published_date": D(2024, 1, 12)}),
    "a button behind the source": (
        f"{T}\n2024-01-12 17:05:00 来源: 云桥县水利局 打印\n",
        {"source": "云桥县水利局", "published_date": D(2024, 1, 12)},
    ),
    "a source and its date": (
        f"{T}\n来源：云桥日报 2024-01-12 08:15\n",
        {"source": "云桥日报", "published_date": D(2024, 1, 12)},
    ),
    "a switch that is never closed": (f"{T}\n日期:2024-01-12\n字体:【 默认 超大\n分享:\n", {"published_date": D(2024, 1, 12)}),
    "a switch cut in two by bullets": (f"{T}\n• 发布日期: 2024-01-12\n• 【字体:\n•\n", {"published_date": D(2024, 1, 12)}),
    "letters that grow and shrink": (f"{T}\n2024-01-12\nA- A A+\n", {"published_date": D(2024, 1, 12)}),
    "a number of readers": (f"{T}\n2024-01-12 15:36\n阅读 84\n", {"published_date": D(2024, 1, 12)}),
    "links and bold labels of Markdown": (
        f"[首页](/index.html) > [水利局](/slj/)\n# {T}\n**发布日期：** 2024-01-12 **来源：** 云桥县水利局 ![](/a.png)\n",
        {"published_date": D(2024, 1, 12), "source": "云桥县水利局"},
    ),
    "links to the reports of other years": (
        "云桥县水利局\n云桥县水利局2020年法治政府建设年度报告\n云桥县水利局2021年法治政府建设年度报告\n"
        f"您的位置：首页 / 法治政府建设\n{T}\n发布日期：2024-01-12\n",
        {"title": T, "year": 2023},
    ),
    "a sentence of the site above the title": (
        f"您访问的链接即将离开本站，是否继续？\n{T}\n发布日期：2024-01-12\n",
        {"title": T, "published_date": D(2024, 1, 12)},
    ),
    "a value of another form is none": (f"{T}\n文 号：水利局\n", {"document_number": None}),
    "a title in single letters": (
        "政　府　工　作　报　告\n——二〇二四年一月五日在云桥县第十九届\n人民代表大会第二次会议上\n县　长　　林　远　舟\n各位代表：\n",
        {"title": "政府工作报告", "addressee": "各位代表"},
    ),
    "a title over three lines": (
        "中共云桥县委全面依法治县委员会办公室\n关于二〇二三年度全县法治政府建设工作\n情况的报告\n市司法局：\n",
        {
            "title": "中共云桥县委全面依法治县委员会办公室关于二〇二三年度全县法治政府建设工作情况的报告",
            "addressee": "市司法局",
        },
    ),
    "a title whose first line is not whole": ("云桥县水利局2023年法治政府\n建设年度报告\n", {"title": "云桥县水利局2023年法治政府建设年度报告"}),
    "a cover with the year on a line of its own": (
        "云桥县\n法治政府建设年度报告\n（2023年）\n云桥县人民政府\n二〇二四年一月\n",
        {"title": "云桥县法治政府建设年度报告（2023年）", "year": 2023},
    ),
    "labels that nothing parts from their values": (
        f"发布机构云桥县水利局\n文号云水〔2024〕3号\n发布日期2024-01-12\n{T}\n",
        {"title": T, "document_number": "云水〔2024〕3号", "published_date": D(2024, 1, 12)},
    ),
    "a label that names the year": ("报告年度：2021\n云桥县水利局工作报告\n", {"year": 2021}),
    "an account that passes on what another sent": (
        f"法治云桥\n2024-01-12 17:45\n南岭\n以下文章来源于云桥发布 ，作者云桥发布\n\n云桥发布.\n云桥县人民政府新闻办公室官方账号\n{T}\n",
        {"title": T, "published_date": D(2024, 1, 12)},
    ),
    "marks of sentences within values": (
        f"索引号： 014/2024-1 主题分类： 综合政务；报告 发布机构： 云桥县水利局 成文日期： 2024-01-09 标题： {T}\n",
        {"title": T, "year": 2023, "category": "综合政务；报告", "written_date": D(2024, 1, 9)},
    ),
    "a date glued to a source": (f"{T}\n来源：云桥县水利局2024-01-12\n", {"source": "云桥县水利局"}),
    "the years of what a title names": (
        "云桥县水利局贯彻落实《节水实施方案（2021-2025年）》2023年度情况报告\n", {"year": 2023},
    ),
    "years from one to another": ("云桥县水利局落实普法规划（2021—2025年）2023年度报告\n", {"year": 2023}),
    "today's date at the top": (
        f"2026年3月1日 星期日\n首页 | 政务公开\n{T}\n来源：云桥县水利局 发布时间：2024-01-12\n",
        {"title": T, "published_date": D(2024, 1, 12)},
    ),
    "today's date and no other": (f"2026年3月1日 星期日\n首页 | 政务公开\n{T}\n", {"published_date": None}),
    "when a page was changed and published": (
        f"{T}\n更新时间：2025-05-05 发布时间：2024-01-12\n", {"published_date": D(2024, 1, 12)},
    ),
    "when a page was changed only": (f"{T}\n更新时间：2025-05-05\n", {"published_date": D(2025, 5, 5)}),
    "a switch that runs on into the title": (f"字号：大中小{T}\n", {"title": T, "issuer": "云桥县水利局"}),
    "a date behind the title": (f"{T}（2024年1月9日）\n", {"title": T, "written_date": D(2024, 1, 9)}),
    "a month below the title": (f"{T}\n（2024年1月）\n", {"title": T, "written_date": None}),
    "a title in 报告 that runs on into its day": (
        "云桥县水利局2023年度法治政府建设年度报告日期:2024-01-12 来源：云桥县水利局\n",
        {"title": "云桥县水利局2023年度法治政府建设年度报告", "published_date": D(2024, 1, 12), "written_date": None},
    ),
    "labels of a form": (
        "报告单位：云桥县水利局\n报告时间：2024年1月9日\n法治政府建设年度报告\n",
        {"issuer": "云桥县水利局", "written_date": D(2024, 1, 9), "title": "法治政府建设年度报告"},
    ),
    "an organ above a title without year": (
        "云桥县疾病预防控制中心\n法治建设工作总结报告\n",
        {"title": "云桥县疾病预防控制中心法治建设工作总结报告"},
    ),
    "the column of the page above the tools, and below them the name of a report that may be a column, too": (
        "2024年云桥县人民政府工作报告-政府工作报告-云桥县人民政府\n支持IPv6　|　简体　|　繁体\n政 府 工 作 报 告\n各位代表：\n",
        {"title": "2024年云桥县人民政府工作报告", "addressee": "各位代表"},
    ),
    "a title of two years": ("云桥县水利局2023年工作总结和2024年工作安排\n", {"title": "云桥县水利局2023年工作总结和2024年工作安排"}),
    "where a text is from": ("新华社云桥1月9日电\n政府工作报告\n各位代表：\n", {"title": "政府工作报告", "addressee": "各位代表"}),
    "a public notice with its number": (
        "云桥县司法局公告\n2024年第3号\n关于2023年度法治政府建设工作情况的公告\n",
        {"title": "关于2023年度法治政府建设工作情况的公告", "document_number": "2024年第3号", "year": 2023},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HEADS)
def test_every_value_is_read(name: str) -> None:
    top, values = HEADS[name]
    report = parse(f"{top}\n{BODY}")
    assert {field: getattr(report.header, field) for field in values} == values
    assert [each.text for each in report.preamble] == [P]
    assert [section.marker.text for section in report.sections] == ["一、", "二、"]


def test_the_line_under_the_title_is_text() -> None:
    """It heads the preamble, and is no furniture: nothing that is known stands behind it."""
    report = parse(f"{T}\n发布日期：2024-01-12\n\n一年来的工作\n{BODY}")
    assert [each.text for each in report.preamble] == ["一年来的工作", P]


@pytest.mark.parametrize("words", ["前　言", "基本情况", "总体情况"])
def test_a_foreword_or_the_name_of_a_part_under_the_title_is_a_section(words: str) -> None:
    report = parse(f"{T}\n发布日期：2024-01-12\n\n{words}\n{BODY}")
    heading = report.sections[0].heading
    assert heading is not None
    assert heading.text == words
    assert [each.text for each in report.sections[0].body] == [P]
    assert [section.marker.text for section in report.sections] == ["", "一、", "二、"]


@pytest.mark.parametrize("heading", ["主要做法：", "主要工作情况："])
def test_a_line_under_the_title_that_ends_in_a_colon_is_text(heading: str) -> None:
    report = parse(f"{T}\n{heading}\n{BODY}")
    assert [each.text for each in report.preamble] == [heading, P]
    assert report.header.other == {}


@pytest.mark.parametrize("behind", [f"{T}\n发布日期：2024-01-12\n", f"索引号：YQ-1\n文号：云水〔2024〕3号\n{T}\n"])
@pytest.mark.parametrize(
    "words", ["全站搜索 热门词汇", "某个栏目", "山水相依的地方欢迎您来到这里看一看走一走住一住" * 3]
)
def test_an_unknown_line_loses_nothing(words: str, behind: str) -> None:
    """What nobody knows is furniture where something known stands beyond it, however long it is."""
    with_line, without = parse(f"{words}\n{behind}\n{BODY}"), parse(f"{behind}\n{BODY}")
    one, other = with_line.header.model_dump(exclude={"evidence"}), without.header.model_dump(exclude={"evidence"})
    assert one == other
    assert words in [each.text for each in with_line.furniture]


@pytest.mark.parametrize(
    ("words", "title", "number"),
    [
        (
            "云桥县人民政府令\n第12号\n《云桥县河道管理办法》已经县政府常务会议通过，现予公布，自2024年3月1日起施行。\n"
            "县长　林远舟\n2024年1月9日\n云桥县河道管理办法\n",
            "云桥县河道管理办法",
            "第12号",
        ),
        (
            "云桥县人民政府公告\n公告2024年第2号\n现将《云桥县2023年法治政府建设年度报告》予以公布。\n云桥县人民政府\n2024年1月9日\n"
            "云桥县2023年法治政府建设年度报告\n",
            "云桥县2023年法治政府建设年度报告",
            "公告2024年第2号",
        ),
        ("云桥县人民政府令 第12号\n《云桥县河道管理办法》已经通过，现予公布。\n", "云桥县河道管理办法", "第12号"),
        ("云桥县人民政府令（第12号）\n《云桥县河道管理办法》已经通过，现予公布。\n", "云桥县河道管理办法", "第12号"),
    ],
)
def test_an_order_has_the_title_of_what_it_makes_known(words: str, title: str, number: str) -> None:
    report = parse(f"{words}第一章　总则\n第一条　为管理河道，制定本办法。\n第二条　本办法适用于本县。\n")
    assert (report.header.title, report.header.document_number) == (title, number)
    assert report.header.issuer == "云桥县人民政府"
    assert report.preamble[0].text.startswith(("《", "现将"))


@pytest.mark.parametrize(
    ("top", "body", "year"),
    [
        ("2024年云桥县政府工作报告\n各位代表：\n", "一、2023年工作回顾\n修桥。\n二、2024年工作安排\n铺路。\n", 2023),
        ("政府工作报告\n各位代表：\n", "一、过去五年及2023年工作回顾\n修桥。\n二、2024年主要工作\n铺路。\n", 2023),
        ("2024年云桥县政府工作报告\n各位代表：\n", "一、修桥\n修桥。\n二、铺路\n铺路。\n", 2023),
        ("云桥县水利局法治工作报告\n", "一、主要做法\n修桥。\n二、2024年法治工作计划\n铺路。\n", 2023),
        ("云桥县水利局2023年工作总结暨2024年工作思路\n", "一、主要做法\n修桥。\n二、工作思路\n铺路。\n", 2023),
    ],
)
def test_the_year_is_that_reviewed(top: str, body: str, year: int) -> None:
    assert parse(f"{top}{body}云桥县人民政府\n").header.year == year


@pytest.mark.parametrize(
    ("line", "written"),
    [("（2024年1月9日）", D(2024, 1, 9)), ("(2024年元月9日)", D(2024, 1, 9)), ("（2024年1月9日在县人代会第二次会议上）", None)],
)  # fmt: skip
def test_a_date_in_brackets_below_the_name_is_that_of_writing(line: str, written: D | None) -> None:
    header = parse(f"关于2023年法治政府建设情况的报告\n云桥县人民政府\n{line}\n\n{BODY}").header
    assert (header.written_date, header.published_date, header.issuer) == (written, None, "云桥县人民政府")
