"""Which lines are headings without marker, and why: the stage "headings", and `Report.explain(at=…)`."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import get_args

import pytest

from lawreport_parser import parse
from lawreport_parser.explain import HeadingRow, Verdict
from lawreport_parser.explain.model import HeadingOutcome
from lawreport_parser.explain.words import HEADINGS
from lawreport_parser.outline import unnumbered
from lawreport_parser.outline.heading_weights import ENOUGH, HEADING_ROWS
from lawreport_parser.outline.unnumbered import Fate

TOP = "白鹭县牧业局2024年工作总结\n2024年，我局围绕中心工作，较好完成各项任务。\n"
DONE = "全年修复草场三十处，发放补助款四十万元，牧民满意度稳步提高。\n"
CHECKED = "组织执法检查十二次，立案七件，均已办结。\n"
SIGNED = "白鹭县牧业局\n2024年12月20日\n"
TEXT = (
    f"{TOP}主要成效\n{DONE}存在的问题\n（一）力量薄弱\n缺五人。\n（二）宣传不广\n讲得少。\n下一步打算：\n{CHECKED}"
    f"修缮处　办公室\n{CHECKED}{SIGNED}"
)


def headings(text: str) -> dict[str, HeadingRow]:
    rows = parse(text).explain().stage("headings").rows
    return {row.text: row for row in rows if isinstance(row, HeadingRow)}


def verdict(text: str, words: str, within: int = 0) -> Verdict:
    found = parse(text).explain(at=text.index(words) + within).verdict
    assert found is not None
    return found


def test_a_heading_names_its_section_its_depth_and_its_reasons() -> None:
    row = headings(TEXT)["存在的问题"]
    assert (row.outcome, row.section_id, row.depth) == ("heading", "2", 1)
    assert row.weight == sum(reason.weight for reason in row.reasons) >= ENOUGH
    assert [reason.feature for reason in row.reasons][:2] == ["names a part of a report", "above a fresh series"]
    assert all(reason.english and reason.chinese for reason in row.reasons)
    weights = [abs(reason.weight) for reason in row.reasons]
    assert weights == sorted(weights, reverse=True)


def test_every_heading_of_the_tree_is_told() -> None:
    told = [row.section_id for row in headings(TEXT).values() if row.outcome == "heading"]
    assert told == [section.id for section in parse(TEXT).walk() if section.marker.style == "unnumbered"]


@pytest.mark.parametrize(
    ("text", "words", "outcome"),
    [
        (TEXT, "修缮处　办公室", "light"),
        (
            TOP + DONE + "牧民安居乐业草场常绿水源常清道路常通灯火常明人心常暖乡音常在歌声常飘的情况\n" + CHECKED,
            "牧民安",
            "long",
        ),
        (
            TOP + "主要成效\n存在的问题\n" + DONE + "主要成效\n" + DONE + "存在的问题\n" + CHECKED,
            "主要成效",
            "contents",
        ),
        (TOP + DONE + CHECKED + "草场常绿\n" + SIGNED, "草场常绿", "heads_nothing"),
        (TOP + DONE + "存在的问题\n草场常绿\n" + DONE, "存在的问题", "neighbour"),
    ],
)
def test_a_line_that_is_none_says_why(text: str, words: str, outcome: HeadingOutcome) -> None:
    explanation = parse(text).explain(at=text.index(words))
    [row] = explanation.stage("headings").rows
    assert isinstance(row, HeadingRow)
    assert (row.outcome, row.section_id, row.depth) == (outcome, None, None)
    assert explanation.verdict is not None
    assert explanation.verdict.kind == "no_heading"
    assert explanation.verdict.english == f"looks like a heading, but {HEADINGS[outcome].english}"
    assert explanation.verdict.chinese == f"形似标题，但{HEADINGS[outcome].chinese}"


@pytest.mark.pure
def test_one_that_nests_too_deep_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"{TOP}一、主要成效\n草场常绿\n{DONE}水源常清\n{DONE}道路常通\n{DONE}二、存在问题\n{CHECKED}"
    assert {row.outcome for row in headings(text).values()} == {"heading"}
    monkeypatch.setattr(unnumbered, "MAX_DEPTH", 1)
    rows = headings(text).values()
    assert [(row.outcome, row.section_id, row.depth) for row in rows] == [("deep", None, None)] * 3
    assert verdict(text, "草场常绿").english == "looks like a heading, but sections do not nest so deep"


def test_any_place_on_the_line_tells_of_it() -> None:
    for within in range(5):
        found = verdict(TEXT, "存在的问题", within)
        assert (found.kind, found.text, found.english) == (
            "heading", "存在的问题", "a heading without marker: section 2"
        )  # fmt: skip
        assert found.chinese == "无序号标题：第2节"


def test_a_line_of_another_shape_looks_like_none() -> None:
    assert verdict(TEXT, CHECKED).english == "nothing here looks like a marker"


def test_it_is_said_in_english_and_chinese() -> None:
    explanation = parse(TEXT).explain()
    english = explanation.to_text(stages=["headings"])
    assert "     3:1  主要成效  a heading without marker [section 1]: +" in english
    assert "+6 names a part of a report" in english
    assert "+6 写明报告的一部分" in explanation.to_text(stages=["headings"], language="zh")
    [stage] = json.loads(explanation.to_json(stages=["headings"]))["stages"]
    assert stage["rows"][0]["outcome"] == "heading"


def test_a_section_tells_of_the_headings_in_it() -> None:
    rows = parse(TEXT).explain("2").stage("headings").rows
    assert [row.text for row in rows] == ["存在的问题"]


def test_a_section_without_marker_tells_its_tokens() -> None:
    rows = parse(TEXT).explain("3").stage("tokens").rows
    assert [row.type for row in rows] == ["UNNUMBERED", "TEXT"]


# --- the table


def features_in_the_code() -> set[str]:
    """Return the constant words of the module that could be a feature; those made of parts stand apart."""
    tree = ast.parse(Path(unnumbered.__file__).read_text(encoding="utf-8"))
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


@pytest.mark.pure
def test_every_row_has_a_feature() -> None:
    made = {"above text", "above a fresh series", "above a member of a series"}
    assert sorted(HEADING_ROWS.keys() - features_in_the_code() - made) == []


def test_every_row_says_in_both_languages_what_it_is() -> None:
    for row in HEADING_ROWS.values():
        assert row.english, row
        assert any("一" <= letter <= "鿿" for letter in row.chinese), row
        assert len(row.english) <= 50, row
        assert not row.english.endswith("."), row


def test_every_fate_of_a_line_has_its_words() -> None:
    assert {*get_args(Fate), "deep"} == set(get_args(HeadingOutcome)) == set(HEADINGS)
