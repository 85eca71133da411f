"""The promises of the contract, on arbitrary text and on text made of what the grammar looks for."""

from __future__ import annotations

import contextlib
import itertools
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawreport_parser import Report, parse, parse_bytes
from lawreport_parser.errors import ReadError
from lawreport_parser.explain import CandidateRow, DecisionRow, HeadingRow, LineRow, PieceRow, TokenRow
from lawreport_parser.page import divide_page
from lawreport_parser.parsing import read_page

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "reports").glob("*.txt"))

MARKERS = [
    "一、",
    "二、",
    "三、",
    "十、",
    "一",
    "、",
    "（一）",
    "（二）",
    "（",
    "三",
    "）",
    "(一)",
    "㈠",
    "㈡",
    "一）",
    "1.",
    "2.",
    "3．",
    "1﹒",
    "⒈",
    "1、",
    "2、",
    "３、",
    "（1）",
    "(2)",
    "⑴",
    "1）",
    "2)",
    "①",
    "②",
    "❸",
    "第一部分",
    "第二部分",
    "第一章",
    "第2章",
    "第一条",
    "第十三条",
    "1.1",
    "1.2",
    "1.2.1",
    "一是",
    "二是",
    "三是",
    "是",
    "一要",
    "二要",
    "第一，",
    "第二、",
    "第三：",
    "首先",
    "其次",
    "再次",
    "最后",
    "一方面",
    "另一方面",
    "十一是",
    "九千九百九十九亿、",
]
LABELS = [
    "索引号：",
    "文号:",
    "文",
    "号：",
    "发文字号",
    "发布机构：",
    "发布日期：",
    "成文日期",
    "有效性：",
    "分类:",
    "标题：",
    "名称：",
    "来源：",
    "字体：",
    "责任编辑：",
    "浏览次数：",
    "[索引号]",
    "【索 引 号】：",
    "发 布 日 期：",
    "【文号】",
    "打印",
    "关闭",
    "首页",
    "您当前的位置：首页>",
    "主办单位：",
    "ICP备",
    "附件：",
    "现将",
    "报告如下：",
    "各市、县人民政府：",
    "某县人民政府",
    "县司法局",
    "关于",
    "2023年",
    "２０２３年",
    "法治政府建设",
    "情况",
    "报告",
    "工作总结",
    "====正文====",
    "特此报告。",
    "各位代表：",
    "安政发〔2021〕3号",
    "2021年12月31日",
    "2021-02-30",
    "二〇二一年十二月三十一日",
    "9999年99月99日",
    "存在的问题",
    "下一步工作",
    "主要表现在：",
    "但也存在不足。",
    "2024年，我市将继续",
    "一年来，",
    "第一责任人职责",
    "江苏省",
    "南京市鼓楼区",
    "鼓楼区司法局",
    "开发区管委会",
]
#: What is told of in figures that can be compared.
FIGURES = [
    "收到行政复议申请",
    "审结",
    "行政复议案件",
    "53件",
    "占5.4%",
    "地区生产总值",
    "增长",
    "下降3%至5%",
    "三分之一",
    "其中",
    "罚没款1.2万亿元",
]
MARKS = list("，。、；：！？,.;:!?“”‘’「」《》〈〉（）()[]【】〔〕…—-_=|>·%/\\\"'")
BLANKS = [
    " ",
    "  ",
    "\t",
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    "\x0b",
    "\x0c",
    "\x1c",
    "\x85",
    "\xa0",
    "\u2003",
    "\u2028",
    "\u2029",
    "\u200b",
    "\u2060",
    "\u3000",
    "\n\u3000\u3000",
    "\ufeff",
]
WORDS = [
    "栽种果园",
    "修缮桥梁",
    "看护灯塔，",
    "统一是",
    "十二五",
    "1.5万",
    "第一责任人",
    "a",
    "0",
    "\x00",
    "\u0301",
    "\U0001f600",
    "\ud800",
    "\udfff",
]

#: Text made of the grammar's own markers, labels, punctuation and white space.
grammatical = st.lists(
    st.one_of(
        st.sampled_from(MARKERS),
        st.sampled_from(LABELS),
        st.sampled_from(FIGURES),
        st.sampled_from(MARKS),
        st.sampled_from(BLANKS),
        st.sampled_from(WORDS),
    ),
    max_size=60,
).map("".join)
#: Any text: surrogates and control characters too.
anything = st.one_of(
    st.text(st.characters(), max_size=200),
    st.text(st.characters(categories=["Cs", "Cc", "Cf", "Zs", "Zl", "Zp", "Nd", "No", "Mn"]), max_size=80),
    st.text("一二三十、．.（）()是要第，。；：\n\r\u3000 12９①㈠⑴⒈“”《》", max_size=120),
)


@given(anything)
def test_the_promises_hold_of_any_text(promises: Callable[..., Report], text: str) -> None:
    promises(text, again=False)


@given(grammatical)
def test_the_promises_hold_of_text_made_of_markers_and_labels(promises: Callable[..., Report], text: str) -> None:
    promises(text, again=False)


def _assert_whole(report: Report) -> None:
    assert "".join(report.text[each.span.start : each.span.end] for each in report.segments()) == report.text


@given(st.one_of(anything, grammatical), st.integers(0, 200))
def test_a_page_whose_end_a_reader_has_set_aside_is_read_whole(text: str, start: int) -> None:
    for begin in (start, max(0, len(text) - start), len(text) + 1):
        page = divide_page(text, begin)
        assert all(line.start < begin for line in page.lines)
        _assert_whole(read_page(page))


@given(st.lists(st.sampled_from(["1", "2", "3", "4", "", "— 1 —", "|", "学习八次，" * 50, "抽查百件。"]), max_size=12))
def test_numbers_of_pages_may_stand_on_either_side_of_what_is_set_aside(lines: list[str]) -> None:
    text = "\n".join(lines)
    for begin in {0, len(text) // 2, len(text)}:
        _assert_whole(read_page(divide_page(text, begin)))


@given(st.lists(st.sampled_from([*LABELS, *WORDS, *MARKERS, "[", "】", "大", "中", "小", ">", "，"]), max_size=40))
def test_the_promises_hold_of_one_line(promises: Callable[..., Report], words: list[str]) -> None:
    for gap in (" ", "", "\t"):
        promises(gap.join(words), again=False)


@given(st.one_of(st.binary(max_size=200), grammatical.map(lambda text: text.encode("utf-8", "replace"))))
def test_bytes_are_read_whole(data: bytes) -> None:
    for kind in ("text", "html"):
        with contextlib.suppress(ReadError):
            _assert_whole(parse_bytes(data, format=kind))


def _paired(text: str) -> bool:
    """Say whether a high surrogate stands right before a low one: two code points that JSON makes one of."""
    return any("\ud800" <= one <= "\udbff" and "\udc00" <= other <= "\udfff" for one, other in itertools.pairwise(text))


@given(st.one_of(anything, grammatical).filter(lambda text: not _paired(text)))
def test_the_same_text_gives_the_same_report_and_json_gives_it_back(promises: Callable[..., Report], text: str) -> None:
    promises(text)


def test_two_surrogates_in_a_row_stay_two(promises: Callable[..., Report]) -> None:
    """JSON escapes \\ud800\\udc00 are one character beyond the BMP to every reader."""
    promises("\ud800\udc00")


@given(st.data())
def test_the_promises_hold_of_a_damaged_report(promises: Callable[..., Report], data: Any) -> None:
    """A window of a real-looking report, with something thrown in."""
    text = data.draw(st.sampled_from(EXAMPLES)).read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text)))
    text = text[start : start + data.draw(st.integers(0, 1500))]
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(text)))
        thrown = data.draw(
            st.one_of(
                st.sampled_from(MARKERS), st.sampled_from(LABELS), st.sampled_from(BLANKS), st.sampled_from(MARKS)
            )
        )
        text = text[:at] + thrown + text[at + data.draw(st.integers(0, 8)) :]
    promises(text)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_promises_hold_of_the_examples(promises: Callable[..., Report], path: Path) -> None:
    promises(path.read_bytes().decode("utf-8"))


@pytest.mark.parametrize("value", [None, b"", 1, ["a"], object()], ids=lambda value: type(value).__name__)
def test_only_what_is_no_text_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        parse(value)  # type: ignore[arg-type]


# --- promise 4, one defect at a time


@pytest.mark.parametrize(
    ("text", "code", "where"),
    [
        ("甲如下：\n一是栽种果园。\n是修缮桥梁。\n三是看护灯塔。", "lost-ordinal", "是修缮"),
        ("甲如下：\n(—)栽种果园\n(二)修缮桥梁\n(三)看护灯塔", "misread-ordinal", "(—)"),
        ("甲如下：\n一、栽种果园\n二、修缮桥梁\n四、看护灯塔", "missing-ordinal", "四、"),
        ("甲如下：\n（一）栽种果园\n（二）修缮桥梁\n（二）看护灯塔", "repeated-ordinal", "（二）看护"),
        ("甲如下：\n1.栽种果园\n3.修缮桥梁\n2.看护灯塔", "out-of-order-ordinal", "2."),
        ("甲如下：\n一、栽种果园\n二、修缮桥梁\n一、看护灯塔\n二、晾晒木船", "restarted-ordinal", "一、看护"),
        ("甲如下：\n二、栽种果园。看护灯塔。\n三、修缮桥梁。", "missing-ordinal", "二、"),
        ("甲如下：\n一、栽种果园\n（1）修缮桥梁。看护灯塔。\n（2）晾晒木船。", "skipped-level", "（1）"),
        ("甲如下：\n1.栽种果园\n2、修缮桥梁\n3.看护灯塔", "mixed-style", "2、"),
        ("甲如下：\n一、栽种“果园\n二、修缮桥梁", "unbalanced-bracket", "“"),
        (
            "文号：安政发〔2021〕3号\n发布日期：2021-02-01\n发布日期：2021-01-26\n一、栽种果园\n二、修缮桥梁",
            "metadata-conflict",
            "2021-02-01",
        ),
        (
            "文号：安政发〔2021〕3号\n发布日期：2021年13月45日\n一、栽种果园\n二、修缮桥梁",
            "invalid-date",
            "2021年13月45日",
        ),
    ],
)
def test_what_was_mended_is_told(text: str, code: str, where: str) -> None:
    told = [(each.code, each.span) for each in parse(text).diagnostics if each.message]
    places = [span.start for told_code, span in told if told_code == code]
    assert text.index(where) in places, told


def _assert_explained(report: Report) -> None:
    """Every stage is there, every row lies in the text, every move is reckoned up, every marker has its decision."""
    text, explanation = report.text, report.explain()
    assert explanation.same
    assert explanation == report.explain()
    for stage in explanation.stages:
        for row in stage.rows:
            assert 0 <= row.start <= row.end <= len(text)
            if isinstance(row, LineRow | PieceRow | CandidateRow | DecisionRow | HeadingRow | TokenRow):
                assert text[row.start : row.end] == row.text
    decisions = [row for row in explanation.stage("decisions").rows if isinstance(row, DecisionRow)]
    assert [row.number for row in decisions] == list(range(len(decisions)))
    for decision in decisions:
        for move in decision.moves:
            assert move.weight == sum(reason.weight for reason in move.reasons)
    told = [row.section_id for row in decisions if row.section_id is not None]
    assert told == [section.id for section in report.walk() if section.marker.text]
    headings = [row for row in explanation.stage("headings").rows if isinstance(row, HeadingRow)]
    for heading in headings:
        assert heading.weight == sum(reason.weight for reason in heading.reasons)
    headed = [(row.section_id, row.depth) for row in headings if row.outcome == "heading"]
    assert headed == [(section.id, section.depth) for section in report.walk() if not section.marker.text]
    for language in ("en", "zh"):
        assert explanation.to_text(language=language).count("\n") >= len(explanation.stages)
    assert json.loads(explanation.to_json())["same"]


def _in_rows(text: str, width: int) -> str:
    """Break every line of a text at one width, as pages made of PDF files, mail and scans do."""
    return "\n".join(row for line in text.splitlines() for row in _rows(line, width))


def _rows(line: str, width: int) -> list[str]:
    return [line[at : at + width] for at in range(0, len(line), width)] or [""]


@st.composite
def rows_of_one_width(draw: Callable[..., Any]) -> str:
    """Draw the paragraphs of an example with others among them, every line broken at one width."""
    lines = draw(st.sampled_from(EXAMPLES)).read_text(encoding="utf-8").splitlines()
    start = draw(st.integers(0, max(0, len(lines) - 12)))
    lines = lines[start : start + draw(st.integers(4, 12))]
    lines.insert(draw(st.integers(0, len(lines))), draw(grammatical))
    return _in_rows("\n".join(lines), draw(st.integers(20, 44)))


@st.composite
def scanned(draw: Callable[..., Any]) -> str:
    """Draw an example with letters that the recognition of a scan takes for one another, on lines, rows or one line."""
    text = draw(st.sampled_from(EXAMPLES)).read_text(encoding="utf-8")
    start = draw(st.integers(0, len(text)))
    text = text[start : start + 800]
    for seen, meant in draw(
        st.lists(st.sampled_from(["—一", "l1", "O0", "〔（", "〕）", "，、", "丨一", "士十"]), max_size=3)
    ):
        text = text.replace(meant, seen)
    form: Callable[[str], str] = draw(st.sampled_from([str, _in_one_line, partial(_in_rows, width=30)]))
    return form(text)


def _in_one_line(text: str) -> str:
    return text.replace("\n", "")


@given(st.one_of(anything, grammatical, rows_of_one_width(), scanned()))
def test_any_text_is_explained(text: str) -> None:
    _assert_explained(parse(text))


@given(st.data())
def test_any_place_and_any_section_is_explained(data: Any) -> None:
    text = data.draw(st.one_of(anything, grammatical, rows_of_one_width(), scanned()).filter(bool))
    report = parse(text)
    at = data.draw(st.integers(0, len(text) - 1))
    explanation = report.explain(at=at)
    verdict = explanation.verdict
    assert verdict is not None
    assert verdict.start <= at < verdict.end
    assert text[verdict.start : verdict.end] == verdict.text
    assert str(explanation)
    sections = list(report.walk())
    if sections:
        section = data.draw(st.sampled_from(sections))
        tokens = report.explain(section.id).stage("tokens").rows
        assert all(section.span.start <= row.start <= row.end <= section.span.end for row in tokens)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_are_explained(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    _assert_explained(parse(text))
    _assert_explained(parse(text.replace("\n", "")))
    _assert_explained(parse(_in_rows(text, 32)))
    _assert_explained(parse(text.replace("一", "—").replace("1", "l")))
