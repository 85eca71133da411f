"""What is said of a text that is broken at one width: it is read with its rows joined, and told at its own places."""

from __future__ import annotations

import pytest

from lawreport_parser import Report, parse
from lawreport_parser.explain import CandidateRow, Verdict
from lawreport_parser.spans import LineMap

HEAD = "岚坪县水务局关于2023年度法治政府建设情况的报告\n县委全面依法治县委员会办公室：\n"
PARAGRAPHS = (
    "2023年，县水务局围绕保供水、防洪涝、护河湖三件大事推进依法行政，全局干部逐渐认识到，把大家的思想和工作标准统一是前提，"
    "把责任落到每一座水库、每一段堤防是关键，较好完成了全年的任务。现将有关情况报告如下：",
    "一、主要工作和成效",
    "（一）健全制度，规范用权。一是修订工作规则。对一、二季度暴露的漏洞逐条补齐，新增条款12条，废止3条，印发各站所执行。"
    "二是清理文件。共清理规范性文件18件，其中保留11件、修改5件、废止2件。三是公开清单。公布权责事项46项，"
    "办理时限平均压缩2.5个工作日，群众满意率达到96.4%。",
    "（二）严格执法，守护河湖。全年立案27起，罚款31.8万元；对照《岚坪县河道管理办法》第十二条第（二）项，拆除违建9处。"
    "立足于早发现、早处置，巡河4620次，劝阻非法采砂13起，全部登记入册。",
    "二、存在的主要问题",
    "（一）队伍力量不足。全局持证执法人员只有19人，平均每人负责河道48公里，遇到汛期更是捉襟见肘，难以兼顾巡查和办案。",
    "（二）监管手段单一。多数站所仍靠人工记录，数据分散在四套系统中，比对一次需要三天，难以及时发现问题。",
)


def wrapped(width: int) -> str:
    rows = [line[at : at + width] for line in PARAGRAPHS for at in range(0, len(line), width)]
    return HEAD + "\n".join(rows)


def verdict(report: Report, at: int) -> Verdict:
    found = report.explain(at=at).verdict
    assert found is not None
    assert found.start <= at < found.end
    return found


@pytest.mark.parametrize("width", range(26, 37))
def test_what_is_told_is_what_parse_did(width: int) -> None:
    text = wrapped(width)
    report = parse(text)
    explanation = report.explain()
    assert explanation.same
    told = [row.section_id for row in explanation.stage("decisions").rows if row.section_id]
    assert told == [section.id for section in report.walk()]
    for stage in explanation.stages:
        for row in stage.rows:
            if hasattr(row, "text"):
                assert text[row.start : row.end] == row.text
    for section in report.walk():
        assert verdict(report, section.marker.span.start).english == f"a marker: section {section.id}"
        rows = report.explain(section.id).stage("tokens").rows
        assert rows
        assert all(section.span.start <= row.start <= row.end <= section.span.end for row in rows)


def test_the_lines_tell_which_rows_were_joined() -> None:
    explanation = parse(wrapped(30)).explain()
    joined = [row.number for row in explanation.stage("lines").rows if row.joined]
    assert joined[:3] == [4, 5, 6]
    said = explanation.to_text(stages=["lines"])
    assert "\n     4+ 法行政，全局干部" in said
    assert f"such rows were joined before markers were looked for ({len(joined)})" in said
    assert f"先连成整段，再找序号（{len(joined)}行）" in explanation.to_text(language="zh", stages=["lines"])


def test_a_text_with_whole_paragraphs_has_no_joined_rows() -> None:
    explanation = parse(HEAD + "\n".join(PARAGRAPHS)).explain()
    assert not any(row.joined for row in explanation.stage("lines").rows)
    assert "joined" not in str(explanation)


def test_a_marker_torn_by_the_end_of_a_row_is_told_from_either_row() -> None:
    text = next(text for text in map(wrapped, range(24, 40)) if "二\n是清理" in text)
    report = parse(text)
    start = text.index("二\n是清理")
    for at in range(start, start + 3):
        found = verdict(report, at)
        assert (found.kind, found.text) == ("marker", "二\n是")
    [row] = report.explain(at=start + 2).stage("candidates").rows
    assert isinstance(row, CandidateRow)
    line, column = LineMap(text).place(text.index("一是修订"))
    assert f"last {line}:{column}" in str(report.explain(at=start))


def test_a_word_torn_by_the_end_of_a_row_is_told_as_a_word() -> None:
    text = next(text for text in map(wrapped, range(24, 40)) if "标准统\n一是" in text)
    found = verdict(parse(text), text.index("一是前提"))
    assert found.kind == "nothing"
    assert "the letters around it make a word or a figure" in found.english


def test_the_end_of_a_row_is_between_the_lines() -> None:
    text = wrapped(30)
    assert verdict(parse(text), text.index("\n法行政")).english.startswith("between the lines")


def test_every_place_has_its_verdict() -> None:
    text = wrapped(31)
    report = parse(text)
    for at in range(0, len(text), 3):
        found = verdict(report, at)
        assert found.text == text[found.start : found.end]
