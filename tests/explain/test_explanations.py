"""`Report.explain`: what each stage saw, and why."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import get_args

import pytest

from lawreport_parser import Report, parse
from lawreport_parser.explain import STAGES, CandidateRow, DecisionRow, Explanation
from lawreport_parser.explain.words import DOUBTS
from lawreport_parser.lexicon import DEFAULT_LEXICON
from lawreport_parser.model import Source
from lawreport_parser.outline.candidates import Doubt
from lawreport_parser.page import divide_page
from lawreport_parser.parsing import read_page

TEXT = (
    "发布日期：2025-01-20\n"
    "青崖县水务局2024年法治政府建设年度报告\n"
    "一、主要举措和成效\n"
    "（一）规范执法。一是培训骨干，一、二季度办班4期；二是公示清单。\n"
    "（二）化解争议。调解86件。\n"
    "二、存在的不足\n"
    "人员偏少。\n"
    "青崖县水务局\n"
    "2025年1月16日"
)


def explained(text: str = TEXT, section: str | None = None) -> Explanation:
    return parse(text).explain(section)


def decision(explanation: Explanation, marker: str) -> DecisionRow:
    rows = [row for row in explanation.stage("decisions").rows if row.text == marker]
    assert isinstance(rows[0], DecisionRow)
    return rows[0]


def test_the_stages_come_in_the_order_in_which_a_text_passes_through_them() -> None:
    assert [stage.name for stage in explained().stages] == list(STAGES)


def test_each_stage_tells_what_it_saw() -> None:
    told = {stage.name: stage.rows for stage in explained().stages}
    assert [row.text for row in told["lines"]] == TEXT.split("\n")
    assert [row.kind for row in told["page"]] == ["METADATA", "TITLE", *["LINE"] * 5, "SIGNATURE"]
    assert told["page"][0].fields == ("published_date",)
    assert [row.text for row in told["candidates"]] == ["一、", "（一）", "一是", "一、", "二是", "（二）", "二、"]
    assert [row.outcome for row in told["decisions"]] == [
        "open",
        "open",
        "open",
        "text",
        "continue",
        "continue",
        "continue",
    ]
    types = [row.type for row in told["tokens"]]
    assert types[:4] == ["METADATA", "TITLE", "OPEN", "HAN_DUN"]
    assert types.count("OPEN") == types.count("CLOSE") == 3
    assert [row.id for row in told["tree"]] == ["1", "1.1", "1.1.1", "1.1.2", "1.2", "2"]
    assert [row.roles for row in told["roles"]][::5] == [("achievements",), ("problems",)]


def test_candidates_tell_their_place_their_doubt_and_their_links() -> None:
    rows = explained().stage("candidates").rows
    first, doubtful = rows[0], rows[3]
    assert isinstance(first, CandidateRow)
    assert isinstance(doubtful, CandidateRow)
    assert (first.style, first.ordinal, first.place, first.doubt) == ("han_dun", 1, "line", "")
    assert (first.previous, first.following) == (None, rows[-1].start)
    assert (doubtful.place, doubtful.doubt, doubtful.following) == ("clause", "word", None)


def test_a_decision_gives_the_moves_with_their_weights_and_the_reasons() -> None:
    row = decision(explained(), "（一）")
    taken = row.moves[0]
    assert (row.outcome, row.section_id, taken.kind) == ("open", "1.1", "open")
    assert taken.marker == TEXT.index("一、")
    assert taken.english == "opens a series under 一、 (3:1)"
    assert taken.chinese == "在一、（3:1）之下另起序列"
    assert taken.weight == sum(reason.weight for reason in taken.reasons) == max(move.weight for move in row.moves)
    assert all(reason.english and reason.chinese for reason in taken.reasons)
    weights = [abs(reason.weight) for reason in taken.reasons]
    assert weights == sorted(weights, reverse=True)


def test_a_clear_move_is_weighed_all_the_same() -> None:
    row = decision(explained(), "（二）")
    assert row.plain
    assert row.moves[0].kind == "continue"
    assert row.moves[0].weight > row.moves[1].weight


def test_what_announces_is_not_weighed() -> None:
    explanation = explained("报告分两个部分：一、学法；二、用法。\n一、学法\n学法八次。\n二、用法\n办案九件。")
    rows = explanation.stage("decisions").rows
    assert [(row.outcome, row.moves != ()) for row in rows][:3] == [
        ("announced", False),
        ("announced", False),
        ("open", True),
    ]


def test_a_section_tells_its_own_part_of_each_stage() -> None:
    explanation = explained(section="1.1")
    span = parse(TEXT).section("1.1").span
    assert explanation.section_id == "1.1"
    for stage in explanation.stages:
        assert stage.rows or stage.name == "headings"
        if stage.name not in ("lines", "page"):
            assert all(span.start <= row.start <= row.end <= span.end for row in stage.rows)
    assert [row.type for row in explanation.stage("tokens").rows] == [
        "HAN_PAREN", "TEXT", "OPEN", "HAN_IS", "TEXT", "HAN_IS", "TEXT", "CLOSE"
    ]  # fmt: skip
    assert [row.id for row in explanation.stage("tree").rows] == ["1.1", "1.1.1", "1.1.2"]


def test_an_unknown_section_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="7"):
        explained(section="7")


def test_a_section_and_a_place_do_not_go_together() -> None:
    with pytest.raises(ValueError, match="not both"):
        parse(TEXT).explain("1", at=0)


def test_a_text_without_outline_and_an_empty_one_are_explained() -> None:
    for text in ("", " \n", "这里没有编号。"):
        explanation = explained(text)
        assert explanation.same
        assert explanation.stage("tree").rows == ()
        assert str(explanation)


def test_the_text_is_in_english_or_chinese() -> None:
    explanation = explained()
    assert str(explanation) == explanation.to_text(language="en")
    assert "decisions: what each of them is, and why" in str(explanation)
    assert "判定：各为何物，理由何在" in explanation.to_text(language="zh")
    assert explanation.to_text(stages=["tree"]).startswith("tree: the sections\n  1         一、 主要举措和成效\n")


def test_the_text_holds_nothing_that_a_terminal_obeys() -> None:
    said = str(explained("一、甲\x1b[31m乙\u202e\n二、丙\x07。"))
    assert "\\x1b[31m" in said
    assert not {"\x1b", "\u202e", "\x07"} & set(said)


def test_json_holds_every_row() -> None:
    document = json.loads(explained().to_json())
    assert [stage["name"] for stage in document["stages"]] == list(STAGES)
    assert document["stages"][3]["rows"][0]["moves"][0]["reasons"][0].keys() == {
        "feature", "weight", "english", "chinese"
    }  # fmt: skip
    assert (document["same"], document["verdict"], document["section_id"]) == (True, None, None)
    [stage] = json.loads(explained().to_json(stages=["roles"]))["stages"]
    assert stage["name"] == "roles"


def test_json_of_a_report_gives_the_same_explanation() -> None:
    report = parse(TEXT)
    assert Report.from_json(report.to_json()).explain() == report.explain()


def test_a_lexicon_counts_as_it_did_when_the_text_was_parsed() -> None:
    """The words of a heading tell whether prose behind its part ends it."""
    text = "一、举措\n（一）修渠\n二、奋斗愿景\n2025年，我局将抓好以下工作：\n（一）蓄水\n（二）清淤"
    lexicon = DEFAULT_LEXICON.extended({"plans": ["奋斗愿景"]})
    report = parse(text, lexicon=lexicon)
    assert report.explain(lexicon=lexicon).same


def test_a_report_whose_sections_come_from_elsewhere_is_told_so() -> None:
    report = parse(TEXT)
    other = report.model_copy(update={"sections": report.sections[:1]})
    explanation = other.explain()
    assert not explanation.same
    assert str(explanation).startswith("read anew, the text has other sections than the report")


def test_what_a_reader_of_files_put_behind_the_text_stays_aside() -> None:
    """Running heads of a Word file or a PDF follow its text: they may look like its next part."""
    text = f"{TEXT}\n三、页眉\n二、页眉"
    source = Source(name="report.docx", format="docx", encoding=None, sha256="0" * 64)
    report = read_page(divide_page(text, len(TEXT) + 1), source=source)
    assert [section.id for section in report.sections] == ["1", "2"]
    explanation = report.explain()
    assert explanation.same
    assert [row.kind for row in explanation.stage("page").rows][-2:] == ["FURNITURE", "FURNITURE"]


def test_nothing_of_it_is_loaded_before_someone_asks() -> None:
    code = (
        "import sys; from lawreport_parser import parse; r = parse('一、甲\\n二、乙'); r.sections; "
        "assert not [m for m in sys.modules if m.startswith('lawreport_parser.explain')]"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_misread_marker_tells_what_it_was_taken_for() -> None:
    text = "海湾镇各项工作推进有序。\n现将有关情况报告如下：\n—、栽种果园\n（l）修渠\n（2）筑坝\n二、修缮桥梁\n"
    report = parse(text)
    rows = report.explain().stage("candidates").rows
    assert [(row.text, row.doubt, row.read_as) for row in rows if isinstance(row, CandidateRow)] == [
        ("—、", "misread", "一、"),
        ("（l）", "misread", "（1）"),
        ("（2）", "", None),
        ("二、", "", None),
    ]
    assert "misread by the recognition of a scan: taken for 一、" in str(report.explain(at=text.index("—")))
    assert "扫描识别有误：当作一、" in report.explain().to_text(language="zh", stages=["candidates"])


def test_every_doubt_has_its_words() -> None:
    assert {"", *DOUBTS} == set(get_args(Doubt))
