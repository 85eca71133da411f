"""What is told of ordinals that are not due: 之一, numbers before numbers, the depth of sections."""

from __future__ import annotations

import pytest

from lawreport_parser import Report, parse
from lawreport_parser.outline import moves, series


def told(report: Report, code: str) -> list[str]:
    return [report.text[each.span.start : each.span.end] for each in report.diagnostics if each.code == code]


def test_an_article_put_in_later_is_due_behind_its_own() -> None:
    report = parse("第一条 修渠。\n第二条 蓄水。\n第二条之一 植树。\n第二条之二 看灯。\n第三条 清淤。")
    assert [(section.marker.ordinal, section.marker.suffix) for section in report.sections] == [
        (1, None), (2, None), (2, 1), (2, 2), (3, None),
    ]  # fmt: skip
    assert {each.code for each in report.diagnostics}.isdisjoint({"missing-ordinal", "repeated-ordinal"})


def test_an_article_put_in_later_without_its_own_is_told() -> None:
    report = parse("第一条 修渠。\n第二条之一 植树。\n第三条 清淤。")
    assert told(report, "missing-ordinal") == ["第二条之一"]


def test_a_figure_at_once_behind_the_marker_begins_its_words() -> None:
    report = parse("一、主要成效\n1、3名干部参加培训。\n2、5个村完成整改。\n3、7件案卷优秀。\n二、存在不足\n人员偏少。")
    assert [section.marker.text for section in report.sections[0].children] == ["1、", "2、", "3、"]


@pytest.mark.pure
def test_the_depth_of_sections_is_told_and_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(series, "TOO_DEEP", moves.OPEN[2])
    text = "情况如下：\n一、栽种果园\n（一）修缮桥梁\n1.看护灯塔。\n2.晾晒木船。\n（二）清点陶器\n二、采摘茶叶"
    assert told(parse(text), "depth-capped") == ["1."]
