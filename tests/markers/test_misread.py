"""Markers that the recognition of a scan misread: read where a series goes on with them, text everywhere else."""

from __future__ import annotations

from time import process_time

import pytest

from lawreport_parser import parse
from lawreport_parser.numbers import format_ordinal

BEGIN = "海湾镇各项工作推进有序。\n现将有关情况报告如下：\n"


def markers(text: str) -> list[tuple[str, int, int]]:
    """Return marker, ordinal and depth of each section that is not unnumbered."""
    return [(each.marker.text, each.marker.ordinal, each.depth) for each in parse(text).walk()]


def sound(text: str) -> list[tuple[str, int, int]]:
    """Return the same of the markers that are as they should be."""
    return [
        (each.marker.text, each.marker.ordinal, each.depth) for each in parse(text).walk() if not each.marker.inferred
    ]


# --- what a scan makes of one member, and the style that it has


@pytest.mark.parametrize("dash", "—–－ー丨-")
@pytest.mark.parametrize(
    ("first", "second", "style"),
    [
        ("{}、栽种果园", "二、修缮桥梁", "han_dun"),
        ("（{}）栽种果园", "（二）修缮桥梁", "han_paren"),
        ("({})栽种果园", "(二)修缮桥梁", "han_paren"),
        ("第{}条　栽种果园", "第二条　修缮桥梁", "article"),
        ("第{}章　果园", "第二章　桥梁", "chapter"),
        ("{}是栽种果园。", "二是修缮桥梁。", "han_is"),
        ("{}要栽种果园。", "二要修缮桥梁。", "han_must"),
    ],
)
def test_a_dash_is_the_first_where_the_second_follows(dash: str, first: str, second: str, style: str) -> None:
    report = parse(f"{BEGIN}{first.format(dash)}\n{second}\n")
    assert [(each.marker.ordinal, each.marker.style, each.marker.inferred) for each in report.walk()] == [
        (1, style, True),
        (2, style, False),
    ]


@pytest.mark.parametrize(
    ("before", "misread", "after", "ordinal"),
    [
        ("", "l.", "2.", 1),
        ("", "I.", "2.", 1),
        ("", "l、", "2、", 1),
        ("", "(l)", "(2)", 1),
        ("", "（I）", "（2）", 1),
        ("9.", "1O.", "11.", 10),
        ("10.", "1l.", "12.", 11),
        ("十、", "十—、", "十二、", 11),
        ("（一）", "〔二〕", "（三）", 2),
        ("（一）", "【二】", "（三）", 2),
        ("（一）", "［二］", "（三）", 2),
        ("（一）", "{二}", "（三）", 2),
        ("（一）", "〔二）", "（三）", 2),
        ("（一）", "（二", "（三）", 2),
        ("（一）", "（二、", "（三）", 2),
        ("（一）", "二〕", "（三）", 2),
        ("一、", "二，", "三、", 2),
        ("一、", "二丶", "三、", 2),
        ("一、", "二'", "三、", 2),
        ("1.", "2,", "3.", 2),
        ("七、", "入、", "九、", 8),
        ("九、", "士、", "十一、", 10),
        ("1.1 ", "1. 2 ", "1.3 ", 2),
        ("", "1.l ", "1.2 ", 1),
        ("1.1 ", "l.2 ", "1.3 ", 2),
    ],
)
def test_the_member_due_is_found(before: str, misread: str, after: str, ordinal: int) -> None:
    begin = f"{before}栽种果园\n" if before else ""
    report = parse(f"{BEGIN}{begin}{misread}修缮桥梁\n{after}看护灯塔\n")
    found = [(each.marker.text, each.marker.ordinal) for each in report.walk() if each.marker.inferred]
    assert found == [(misread.strip(), ordinal)]
    told = [(each.code, each.span.of(report.text)) for each in report.diagnostics if each.code == "misread-ordinal"]
    assert told == [("misread-ordinal", misread.strip())]
    assert len({each.depth for each in report.walk()}) == 1


def test_the_last_of_a_series_is_found_too() -> None:
    assert markers("如下：\n（一）果园\n（二）桥梁\n（三〕灯塔\n") == [
        ("（一）", 1, 1),
        ("（二）", 2, 1),
        ("（三〕", 3, 1),
    ]


def test_a_dash_within_a_longer_numeral() -> None:
    articles = [f"第{format_ordinal(number, 'han_dun')[:-1]}条　{number}号桥梁" for number in range(1, 13)]
    articles[10] = articles[10].replace("十一", "十—")
    assert markers(BEGIN + "\n".join(articles))[9:] == [("第十条", 10, 1), ("第十—条", 11, 1), ("第十二条", 12, 1)]


def test_a_number_without_dot_above_its_decimals() -> None:
    text = (
        "l 总则\nl.l 目的\n防范灾害。\n1.2 依据\n依照规定。\n2 职责\n2.1 指挥部\n统一指挥。\n2. 2 办公室\n承办事务。\n"
    )
    assert markers(text) == [("l", 1, 1), ("l.l", 1, 2), ("1.2", 2, 2), ("2", 2, 1), ("2.1", 1, 2), ("2. 2", 2, 2)]


def test_a_misread_part_holds_its_series() -> None:
    text = (
        "海湾镇2023年工作总结\n—、工作情况\n(—)栽种果园。\n(二)修缮桥梁。\n二、下—步打算\nl.看护灯塔。\n2.晾晒木船。\n"
    )
    assert markers(text) == [
        ("—、", 1, 1), ("(—)", 1, 2), ("(二)", 2, 2), ("二、", 2, 1), ("l.", 1, 2), ("2.", 2, 2),
    ]  # fmt: skip


def test_within_a_line_it_stands_behind_the_end_of_a_clause() -> None:
    text = "各镇要抓实三件事:—是栽种果园,二是修缮桥梁,三是看护灯塔。方式有:(l)轮值;(2)巡查。"
    assert [marker for marker, _, _ in markers(text)] == ["—是", "二是", "三是", "(l)", "(2)"]


# --- what looks misread, and is text


@pytest.mark.parametrize(
    "text",
    [
        "一、果园\n统—是要求，统—是方向。\n二、桥梁\n压实第—责任人职责。\n三、灯塔\n“—把手”带头。",
        "一、果园\n——栽种五十亩。\n——修枝三次。\n二、桥梁\n修缮两座。",
        "（一）果园\n（二十四小时值守电话公布）设立专班。\n（二）桥梁\n（三）灯塔",
        "（一）果园\n（五个镇）各栽种十亩。\n（二）桥梁",
        "1.果园\n2,300亩栽种完毕。\n2.桥梁",
        "一、果园\n二、桥梁\n三，是本地的吉数。二，三，四也是。\n三、灯塔",
        "1.果园\n2.桥梁\n依据[3]和[4]。\n3.灯塔",
        "一、果园\n工、农各业兴旺。\n二、桥梁\n土、木两项完工。\n三、灯塔",
        "参考资料\n[1]果园志\n[2]桥梁志\n[3]灯塔志",
        "第一条　果园\n第二条　桥梁\n依照第—条、第二条办理。\n第三条　灯塔",
        "1.1 果园\n1. 5个镇参加。\n1.2 桥梁",
        "入、出口各一处。\nO、A两型。\nl、m两个参数。",
        "（一）果园\n（二）桥梁\n（三季度）完成验收。",
    ],
)
def test_nothing_else_becomes_a_marker(text: str) -> None:
    assert markers(text) == sound(text)
    assert "misread-ordinal" not in {each.code for each in parse(text).diagnostics}


def test_one_alone_is_text() -> None:
    assert markers("有关情况\n—、栽种果园。\n此后再无。") == []
    assert markers("有关情况\n（—）栽种果园。\n（ー）修缮桥梁。") == []
    assert markers("有关情况\n—是栽种果园。此后再无。") == []


def test_the_true_member_is_taken_before_the_misread_one() -> None:
    text = "一、果园\n二，三两月栽种。\n二、桥梁\n三、灯塔"
    assert markers(text) == [("一、", 1, 1), ("二、", 2, 1), ("三、", 3, 1)]


# --- time


@pytest.mark.parametrize(
    "piece", ["—", "—、", "（一", "〔二", "l.", "1.l", "第—", "二，果\n", "(—)果\n", "l 果\n", "1 . "]
)
def test_time_grows_with_the_text(piece: str) -> None:
    def seconds(count: int) -> float:
        text = piece * count
        best = 10.0
        for _ in range(3):
            start = process_time()
            parse(text)
            best = min(best, process_time() - start)
        return best

    assert seconds(16_000 // len(piece)) < 12 * max(seconds(4_000 // len(piece)), 0.002)
