"""Why what looks like a marker is one or is none: `Report.explain(at=…)`."""

from __future__ import annotations

import pytest

from lawreport_parser import LawReportError, parse
from lawreport_parser.explain import Verdict, offset_at
from lawreport_parser.spans import LineMap

TEXT = (
    "首页 > 政务公开\n"
    "青崖县水务局2024年法治政府建设年度报告\n"
    "本报告分两个部分：一、主要成效；二、存在问题。\n"
    "一、主要成效\n"
    "（一）规范执法。统一是前提。一是培训骨干，一、二季度办班；二是公示“（三）”清单，依据《办法（二）》。\n"
    "（二）化解争议（见附件一、附件二）。依照第（一）项调解。\n"
    "二、存在问题\n"
    "人员偏少。\n"
    "青崖县水务局\n"
    "2025年1月16日"
)


def verdict(words: str, within: int = 0, text: str = TEXT) -> Verdict:
    """Return the verdict on the place `within` characters behind the start of `words` in the text."""
    found = parse(text).explain(at=text.index(words) + within).verdict
    assert found is not None
    return found


def test_a_marker_names_its_section() -> None:
    found = verdict("（二）化解", 1)
    assert (found.kind, found.text, found.english, found.chinese) == (
        "marker", "（二）", "a marker: section 1.2", "是序号：第1.2节"
    )  # fmt: skip


def test_a_look_alike_that_was_weighed_comes_with_its_moves() -> None:
    at = TEXT.index("一、二季度")
    explanation = parse(TEXT).explain(at=at)
    assert explanation.verdict is not None
    assert explanation.verdict.kind == "refused"
    [row] = explanation.stage("decisions").rows
    assert row.moves[0].kind == "text"
    assert row.moves[1].weight <= 0
    assert any(reason.weight < 0 for reason in row.moves[1].reasons)
    assert "stays text: 0" in str(explanation)


@pytest.mark.parametrize(
    ("words", "within", "kind", "english"),
    [
        ("一、主要成效；", 0, "announced", "looks like a marker, but only announces"),
        ("（三）”", 1, "hidden", "hidden in a quotation"),
        ("办法（二）", 3, "hidden", "hidden in a name in 《》"),
        ("（见附件一、", 4, "hidden", "hidden in a remark in brackets"),
        ("统一是", 1, "nothing", "the letters around it make a word or a figure"),
        ("第（一）项", 2, "excluded", "names a provision"),
        ("规范执法", 1, "nothing", "nothing here looks like a marker"),
        ("首页", 0, "page", "set aside as FURNITURE"),
        ("2024年法治", 1, "page", "set aside as TITLE"),
        ("青崖县水务局\n2025", 0, "page", "set aside as SIGNATURE"),
        ("\n二、存在问题\n人", 0, "nothing", "between the lines"),
    ],
)
def test_a_place_that_is_no_marker_says_why(words: str, within: int, kind: str, english: str) -> None:
    found = verdict(words, within)
    assert (found.kind, english in found.english) == (kind, True), found
    assert found.chinese


def test_a_bare_shi_amid_words_is_excluded() -> None:
    found = verdict("是经验", text="一是甲，另外是经验不足。三是丙。")
    assert (found.kind, found.text) == ("excluded", "是")


def test_the_second_reading_of_a_decimal_lies_within_the_first() -> None:
    text = "1.总则\n1.1编制目的\n1.2022年工作\n2.分工"
    for at in range(len(text)):
        assert parse(text).explain(at=at).verdict is not None


def test_a_verdict_covers_its_place() -> None:
    for at in range(len(TEXT)):
        found = parse(TEXT).explain(at=at).verdict
        assert found is not None
        assert found.start <= at < found.end
        assert found.text == TEXT[found.start : found.end]


def test_every_marker_of_the_tree_is_told_as_one() -> None:
    report = parse(TEXT)
    for section in report.walk():
        explanation = report.explain(at=section.marker.span.start)
        assert explanation.verdict is not None
        assert explanation.verdict.english == f"a marker: section {section.id}"


@pytest.mark.parametrize("at", [-1, len(TEXT), 10_000])
def test_a_place_outside_the_text_is_a_value_error(at: int) -> None:
    with pytest.raises(ValueError, match="outside the text"):
        parse(TEXT).explain(at=at)


def test_lines_and_columns_are_those_of_the_line_map() -> None:
    text = "一、甲\r\n\n\U0001f600二、乙\x0b丙\u2028丁\n"
    lines = LineMap(text)
    for offset, character in enumerate(text):
        if not character.isspace():
            assert offset_at(text, *lines.place(offset)) == offset


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        (0, 1, "0:1 is outside the text, which has 2 lines"),
        (3, 1, "3:1 is outside the text, which has 2 lines"),
        (1, 4, "1:4 is outside the text: line 1 has 3 characters"),
        (2, 0, "2:0 is outside the text: line 2 has 1 character"),
    ],
)
def test_a_line_or_column_that_is_not_there_is_one_clear_line(line: int, column: int, message: str) -> None:
    with pytest.raises(LawReportError, match=message):
        offset_at("一、甲\n乙", line, column)
