"""A member of a spoken series (一是 …) behind a gap is read, or told; it is never lost without a word."""

from __future__ import annotations

import pytest

from lawreport_parser import Report, parse
from lawreport_parser.lint import lint

PROBLEMS = "二、存在的问题\n"


def markers(report: Report) -> list[str]:
    return [child.marker.text for section in report.sections for child in section.children]


def told(report: Report, code: str) -> list[str]:
    return [report.text[each.span.start : each.span.end] for each in report.diagnostics if each.code == code]


@pytest.mark.parametrize(
    ("text", "members", "behind_gaps"),
    [
        ("一是宣传不够；二是人员不足；四是车辆偏旧。", ["一是", "二是", "四是"], ["四是"]),
        ("一是宣传不够。\n三是车辆偏旧。", ["一是", "三是"], ["三是"]),
        ("一是宣传不够。三是车辆偏旧。", ["一是", "三是"], ["三是"]),
        ("一是宣传不够\n二是人员不足\n五是车辆偏旧", ["一是", "二是", "五是"], ["五是"]),
        ("一是宣传不够。五是车辆偏旧。", ["一是", "五是"], ["五是"]),
        ("一是宣传不够，二是人员不足，四是车辆偏旧。", ["一是", "二是", "四是"], ["四是"]),
        ("一是宣传不够；二是人员不足；四是车辆偏旧；五是渠道窄。", ["一是", "二是", "四是", "五是"], ["四是"]),
        ("一是学法少。三是车辆偏旧。四是渠道窄。六是培训少。", ["一是", "三是", "四是", "六是"], ["三是", "六是"]),
        ("表现在：一要宣传；二要招人；四要修车。", ["一要", "二要", "四要"], ["四要"]),
        ("第一，宣传不够。第三，车辆偏旧。", ["第一，", "第三，"], ["第三，"]),
        ("①宣传不够；②人员不足；④车辆偏旧。", ["①", "②", "④"], ["④"]),
        ("（一）宣传不够。（三）车辆偏旧。", ["（一）", "（三）"], ["（三）"]),
    ],
)  # fmt: skip
def test_the_last_member_is_read_and_the_gap_told(text: str, members: list[str], behind_gaps: list[str]) -> None:
    report = parse(PROBLEMS + text)
    assert markers(report) == members
    assert len(report.problems) == len(members)
    assert told(report, "missing-ordinal") == ["二、", *behind_gaps]
    assert told(report, "doubtful-marker") == []


def test_without_line_breaks() -> None:
    report = parse(
        f"{PROBLEMS}一是宣传不够；二是人员不足；四是车辆偏旧。三、打算 明年：一是招人。三是修车。".replace("\n", "")
    )
    assert markers(report) == ["一是", "二是", "四是", "一是", "三是"]


def test_plans_behind_a_gap() -> None:
    report = parse("三、下一步计划\n一是招录队员。三是添置车辆。")
    assert [item.text for item in report.plans] == ["一是招录队员。", "三是添置车辆。"]


def test_the_outer_series_goes_on_behind_a_gap() -> None:
    report = parse(f"{PROBLEMS}一是人员不足。包括：一是编制少；二是流失多；三是年龄大。二是车辆偏旧。\n四是渠道窄。")
    assert markers(report) == ["一是", "二是", "四是"]


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        # Another mark than that before its fellows.
        ("一是宣传不够，主要是办班少，三是车辆偏旧。", "三是"),
        ("一是宣传不够。二是人员不足，四是车辆偏旧。", "四是"),
        # No mark at all, like its fellows.
        ("困难一是宣传不够二是人员不足四是车辆偏旧。", "四是"),
        # Too wide a gap, a number that goes back, no series.
        ("一是宣传不够。九是车辆偏旧。", "九是"),
        ("一是宣传不够。三是人员不足。二是车辆偏旧。", "二是"),
        ("宣传不够。三是车辆偏旧。", "三是"),
        ("主要是宣传不够，二是车辆偏旧。", "二是"),
    ],
)
def test_what_is_not_believed_is_told(text: str, doubtful: str) -> None:
    report = parse(PROBLEMS + text)
    assert doubtful not in {each.text[: len(doubtful)] for each in report.problems}
    assert told(report, "doubtful-marker") == [doubtful]
    assert "doubtful-marker" in {finding.code for finding in lint(report)}


@pytest.mark.parametrize(
    "text",
    [
        "一是标准不统一。统一是前提，唯一是难点。",
        "一是宣传不够。其三是老话题，我们都知道。",
        "一是宣传不够。八一是建军节，三八是妇女节。",
        "一是宣传不够。三要素不齐。",
        "一是宣传不够，“三是”一词用得多。",
        "宣传不够，总是一是一、二是二地照办。",
    ],
)
def test_words_that_look_like_a_member_are_neither_read_nor_told(text: str) -> None:
    report = parse(PROBLEMS + text)
    assert [marker for marker in markers(report) if marker != "一是"] == []
    assert told(report, "doubtful-marker") == []
    assert told(report, "missing-ordinal") == ["二、"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2.学法\n3.执法", "the series begins with 2: its first member is missing / 序号缺失：从2开始，缺少第一项"),
        ("一、学法\n三、执法", "the series goes from 1 to 3: something is missing between / 序号缺失：由1跳至3"),
    ],
)
def test_the_message_tells_a_missing_first_member_from_a_gap(text: str, message: str) -> None:
    assert [each.message for each in parse(text).diagnostics if each.code == "missing-ordinal"] == [message]
