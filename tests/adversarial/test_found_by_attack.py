"""What an attack on finished code found: each text broke a promise once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lawreport_parser import Report, parse
from lawreport_parser.lexicon import DEFAULT_LEXICON
from lawreport_parser.outline.boundaries import Boundaries
from lawreport_parser.outline.candidates import LINE, NO_DOUBT, Candidate
from lawreport_parser.outline.moves import MAX_DEPTH, OPEN, Level
from lawreport_parser.outline.series import Decision
from lawreport_parser.outline.styles import STYLES
from lawreport_parser.outline.unnumbered import Nesting, Unnumbered

LINE_ENDS = ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"]
ANNEXES = "一、主要成效\n甲。\n附件\n1.统计表\n2.清单\n3.目录\n二、存在问题\n乙。\n"
WITH_DEFECT = "一、甲\n（一）2021年13月45日、2021年3月4日完成。\n二、2022年5月1日完成。"


@pytest.mark.parametrize("end", LINE_ENDS, ids=ascii)
def test_annexes_are_known_behind_every_end_of_a_line(end: str) -> None:
    assert [section.marker.text for section in parse(ANNEXES.replace("\n", end)).walk()] == ["一、", "二、"]


def test_annexes_behind_annexes_are_followed_once() -> None:
    report = parse("附件：1.甲\n" * 20_000)  # minutes, when each list was followed to the end of the text
    assert len(report.sections) == 0


def test_an_outermost_series_behind_prose_that_begins_above_one_is_told() -> None:
    report = parse("一、甲\n（一）乙。\n（二）乙。\n二、丙\n丁。\n2024年，我们将：\n（三）戊。\n（四）己。\n")
    assert [section.marker.text for section in report.sections] == ["一、", "二、", "（三）", "（四）"]
    assert "missing-ordinal" in [diagnostic.code for diagnostic in report.diagnostics]


class TestDatesThatDiagnosticsHaveRead:
    def test_a_copy_has_its_own(self) -> None:
        report = parse(WITH_DEFECT)
        copy = report.model_copy(update={"sections": []})
        assert [date.section_id for date in copy.dates] == [None, None]
        assert [date.section_id for date in report.dates] == ["1.1", "2"]
        assert [date.section_id for date in copy.dates] == [None, None]

    def test_they_are_those_of_the_text(self) -> None:
        changed = parse(WITH_DEFECT).model_copy(update={"text": "2020年1月1日，甲。"})
        assert [date.text for date in changed.dates] == ["2020年1月1日"]


def test_a_label_called_value_keeps_its_quotation_marks() -> None:
    report = parse("一、甲\n占三分之二。")
    report = report.model_copy(update={"header": report.header.model_copy(update={"other": {"value": "12345"}})})
    assert '"value":0.6666666666666666666666666667' in report.to_json()
    assert Report.from_json(report.to_json()).header.other == {"value": "12345"}


@pytest.mark.parametrize(
    "unit",
    ["附：1.甲 2.乙 ", "======石湾县2023年法治政府建设情况报告 ", "======石政发〔2023〕5号 ", "====== ", "特此报告。"],
)
def test_what_took_quadratic_time_keeps_the_promises(promises: Callable[..., Report], unit: str) -> None:
    promises("一、主要成效\n甲。" + unit * 300 + "完")


@pytest.mark.parametrize("first", ["", "标题："])
def test_a_title_that_holds_a_rule(promises: Callable[..., Report], first: str) -> None:
    title = "石湾县======2023年工作报告"
    promises(f"{first}{title}\n{title} " + "甲" * 60)


def test_a_marker_below_headings_without_marker_nests_no_deeper_than_sections_may() -> None:
    text = "一、甲\n" * 50
    nesting = Nesting(text, Boundaries(text, ["\n"], DEFAULT_LEXICON))
    levels: tuple[Level, ...] = ()
    depths = []
    for at in range(MAX_DEPTH):
        style = STYLES["HAN_DUN"]
        start = 4 * at
        candidate = Candidate(at, at, "HAN_DUN", style, style.family, start, start + 2, 1, None, LINE, "", NO_DOUBT)
        within = (*levels, Level(candidate, 1, 1, True))
        depths.append(nesting.marker(Decision(candidate, OPEN[at], 1, levels, within)))
        levels = within
        if at == 5:
            heading = Unnumbered(start + 2, start + 3, at, [], False, True, None, False, 0, False, [], 9)
            assert nesting.heading(heading, None) == 6
    assert depths == [*range(6), *range(7, MAX_DEPTH), MAX_DEPTH - 1]
