"""`parse` gives back the outline that a text was made from, in whatever style it was written."""

from __future__ import annotations

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
    assert rows(parse(text)) == expected, repr(text)


@given(outlines(), renderings(broken=True))
def test_an_outline_on_lines_is_read_back(outline: list[Entry], rendering: Rendering) -> None:
    assert_read_back(*rendering.render(outline))


@given(outlines(), renderings(broken=False))
def test_an_outline_without_line_breaks_is_read_back(outline: list[Entry], rendering: Rendering) -> None:
    assert_read_back(*rendering.render(outline))


@given(outlines(), renderings())
def test_nothing_is_said_against_a_sound_outline(outline: list[Entry], rendering: Rendering) -> None:
    text, _ = rendering.render(outline)
    codes = {diagnostic.code for diagnostic in parse(text).diagnostics}
    assert codes <= {"no-title", "skipped-level", "missing-part"}, repr(text)


def _pair(style: str, words: str) -> list[Entry]:
    return [Entry(f"{words}林木", ["晾晒竹编。"], style=style), Entry(f"{words}河湖", ["搬运木船。"], style=style)]


@pytest.mark.parametrize("inner", [style for style in FORMS if style not in ("part", "article")])
@pytest.mark.parametrize("outer", ["part", "chapter", "han_dun", "han_paren", "arabic_dot"])
@pytest.mark.parametrize("broken", [True, False], ids=["lines", "one line"])
def test_any_style_nests_under_a_formal_one(outer: str, inner: str, broken: bool) -> None:
    order = list(FORMS)
    if order.index(inner) <= order.index(outer) or {outer, inner} == {"arabic_dot", "arabic_dun"}:
        pytest.skip("the order from outer to inner")
    outline = _pair(outer, "修缮")
    outline[0].sentences, outline[1].sentences = [], []
    outline[0].children, outline[1].children = _pair(inner, "清点"), _pair(inner, "绘制")
    assert_read_back(*Rendering(broken=broken, spoken_lines=inner not in SPOKEN_SET).render(outline))
