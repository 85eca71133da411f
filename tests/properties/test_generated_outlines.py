"""`parse` gives back the outline that a text was made from, in whatever style it was written."""

# ruff: noqa: E501 — texts without line breaks
from __future__ import annotations

import itertools
from dataclasses import astuple

import pytest
from hypothesis import given
from outlines import FORMS, SPOKEN_SET, Entry, Expected, Rendering, outlines, renderings

from lawreport_parser import Report, parse


def rows(report: Report) -> list[Expected]:
    return [
        Expected(
            section.marker.span.start,
            section.marker.style,
            section.marker.ordinal,
            section.depth,
            section.heading.text if section.heading else None,
        )
        for section in report.walk()
    ]


def assert_read_back(text: str, expected: list[Expected]) -> None:
    report = parse(text)
    assert rows(report) == expected, repr(text)
    # Nothing is said against a sound outline.
    assert {each.code for each in report.diagnostics} <= {"no-title", "skipped-level", "missing-part"}, repr(text)


@given(outlines(), renderings(broken=True))
def test_an_outline_on_lines_is_read_back(outline: list[Entry], rendering: Rendering) -> None:
    assert_read_back(*rendering.render(outline))


@given(outlines(), renderings(broken=False))
def test_an_outline_without_line_breaks_is_read_back(outline: list[Entry], rendering: Rendering) -> None:
    assert_read_back(*rendering.render(outline))


@given(outlines(), renderings())
def test_the_markdown_of_an_outline_is_read_as_the_same_outline(outline: list[Entry], rendering: Rendering) -> None:
    text, _ = rendering.render(outline)
    report = parse(text)
    again = parse(report.to_markdown())
    assert [each[1:] for each in map(astuple, rows(again))] == [each[1:] for each in map(astuple, rows(report))], repr(
        text
    )


def _pair(style: str, words: str) -> list[Entry]:
    return [Entry(f"{words}林木", ["晾晒竹编。"], style=style), Entry(f"{words}河湖", ["搬运木船。"], style=style)]


#: From outer to inner.
NESTED = [
    (outer, inner)
    for outer, inner in itertools.combinations(FORMS, 2)
    if outer in ("book", "part", "chapter", "section", "han_dun", "han_paren", "arabic_dot")
    and inner not in ("book", "part", "article")
    and (outer, inner) != ("arabic_dot", "arabic_dun")
]


@pytest.mark.parametrize(("outer", "inner"), NESTED)
@pytest.mark.parametrize("broken", [True, False], ids=["lines", "one line"])
def test_any_style_nests_under_a_formal_one(outer: str, inner: str, broken: bool) -> None:
    outline = _pair(outer, "修缮")
    outline[0].sentences, outline[1].sentences = [], []
    outline[0].children, outline[1].children = _pair(inner, "清点"), _pair(inner, "绘制")
    assert_read_back(*Rendering(broken=broken, spoken_lines=inner not in SPOKEN_SET).render(outline))


@pytest.mark.parametrize(
    ("text", "outline"),
    [
        (
            "情况如下：一、支持平台建设。给予补助。（责任单位：县财政局）二、支持企业转型。给予奖励。（责任单位：县工信局）三、支持人才培养。给予补贴。",
            "一、 二、 三、",
        ),
        (
            "情况如下：1.拓展市场。积极推广。（县商务局负责）2.释放产能。允许承接。（县商务局负责）3.促进内销。简化手续。",
            "1. 2. 3.",
        ),
        (
            "总结如下一、2022年工作情况（一）加强领导。学习八次。（二）规范执法。抽查百件。二、2023年工作打算（一）强化培训。办班四期。（二）完善制度。修订办法。",
            "一、 >（一） >（二） 二、 >（一） >（二）",
        ),
        (
            "如下：一、存在问题。宣传不够。二、下一步工作计划一是强化领导。完善考核。二是规范程序。提升质量。",
            "一、 二、 >一是 >二是",
        ),
        (
            "如下：一、落实权责清单一是编制目录。公开上网。二是动态调整。及时更新。二、其余工作。照常。",
            "一、 >一是 >二是 二、",
        ),
        (
            "如下：（一）坚持放管结合一是减证。办事快捷。二是便民。少跑多办。（二）推进协同一是建制。二是会商。",
            "（一） >一是 >二是 （二） >一是 >二是",
        ),
        (
            "第一章　总则第一条　为了规范。第二条　适用范围。第二章　程序第三条　应当公开。第四条　应当告知。第三章　附则第五条　自公布之日起施行。",
            "第一章 >第一条 >第二条 第二章 >第三条 >第四条 第三章 >第五条",
        ),
        (
            "如下：一、完善决策（一）强化论证1.听证。办会。2.公示。上网。（二）强化评估3.评估。打分。4.反馈。整改。二、规范执法。",
            "一、 >（一） >>1. >>2. >（二） >>3. >>4. 二、",
        ),
        ("如下：（一）甲乙。学习八次。（二）丙丁。抽查百件。（四）戊己。办班四期。", "（一） （二） （四）"),
        (
            "如下：第一部分 甲乙一、丙丁。戊己，一、二季度雨多。二、庚辛。壬癸。第二部分 子丑一、寅卯。辰巳。二、午未。申酉。",
            "第一部分 >一、 >二、 第二部分 >一、 >二、",
        ),
    ],
    ids=[
        "brackets before 二、",
        "brackets before 2.",
        "a year after 一、",
        "计划一是",
        "清单一是",
        "结合一是",
        "articles run on",
        "1. runs on",
        "a gap",
        "a false friend in the series",
    ],
)
def test_a_text_without_line_breaks(text: str, outline: str) -> None:
    """Markers where a page that lost its line breaks leaves them."""
    assert " ".join(">" * (each.depth - 1) + each.marker.text for each in parse(text).walk()) == outline
