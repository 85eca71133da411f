"""Inputs with which the fuzzer found a promise broken, made small. Each stays."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from fuzz.documents import pdf_of
from lawreport_parser import Report, compare, parse, parse_bytes
from lawreport_parser.comparison import Comparison
from lawreport_parser.errors import ReportError
from lawreport_parser.numbers import find_quantities

TEXTS = {
    "metadata behind a sentence, on a line of sixty characters": (
        "栽种果园，修缮桥梁，看护灯塔，晾晒木船，清点陶器，打磨竹编。"
        "来源:石湾县人民政府办公室 发布时间:2024-01-30 字体:[ 大"
    ),
    "prose for the whole report before a heading that stays inside its part": (
        "甲乙丙\n四）\n灯塔法\n收了。\n各位代表！\n修缮桥\n"
        "面对新的任务和挑战，栽种果园，看护灯塔，自觉在山上水上行动起来走在前"
    ),
    "metadata behind a sentence on one line with a long value": "。发布日期：2022-01-14　来源：" + "甲" * 41,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_promises_hold(promises: Callable[..., Report], text: str) -> None:
    promises(text)


def test_a_label_with_a_lone_surrogate_is_given_back() -> None:
    changed = json.loads(parse("一、栽种\n二、修缮").to_json())
    changed["header"]["other"] = {"甲\ud800": "乙"}
    report = Report.from_json(json.dumps(changed))
    assert Report.from_json(report.to_json()) == report


@pytest.mark.parametrize("name", ["docu\udcdcment", "a field to come"])
def test_evidence_of_a_field_that_is_not_known_is_left_out(name: str) -> None:
    changed = json.loads(parse("白鹭县牧业局2023年法治政府建设报告\n一、栽种\n二、修缮").to_json())
    changed["header"]["evidence"][name] = {"start": 0, "end": 1}
    report = Report.from_json(json.dumps(changed))
    assert "title" in report.header.evidence
    assert name not in report.header.evidence
    assert Report.from_json(report.to_json()) == report


@pytest.mark.parametrize("title", ["甲", "甲\ud800"], ids=["plain", "with a lone surrogate"])
@pytest.mark.parametrize("written", ["0", "86400", "-86400", "0.0", "2024-02-01T00:00:00", "2024-02-01T00:00:00Z"])
def test_what_is_no_calendar_date_is_refused(title: str, written: str) -> None:
    """A string of digits is no count of seconds since 1970; both readers of JSON refuse the same."""
    changed = json.loads(parse("一、栽种\n二、修缮").to_json())
    changed["header"] |= {"published_date": written, "title": title}
    with pytest.raises(ReportError):
        Report.from_json(json.dumps(changed))


def test_half_a_character_is_no_part_of_what_a_figure_measures() -> None:
    """JSON in UTF-8 has no form for it; a name in quotation marks held one."""
    [whole] = find_quantities("培养村级“护林人”1900名")
    [broken] = find_quantities("培养村级“护\udce6\udc87林人”1900名")
    assert whole.measure == "培养村级“护林人”"
    assert broken.measure is None
    assert json.loads(broken.model_dump_json())["value"] == 1900


def test_a_comparison_of_texts_with_lone_surrogates_is_given_back() -> None:
    earlier, later = (
        parse(
            f"石湾县人民政府{year}年法治政府建设年度报告\n一、主要成效\n清理文件\ud8001{year}件。\n二、下一步打算\n清理文件\ud800。"
        )
        for year in (2021, 2022)
    )
    comparison = compare(earlier, later)
    assert "\\ud800" in comparison.to_json()
    assert Comparison.model_validate(json.loads(comparison.to_json())) == comparison


@pytest.mark.parametrize(
    ("drawn", "read"),
    [
        ("一、\U00020000湾县", "一、\U00020000湾县"),
        ("一、\ud840湾县", "一、\ufffd湾县"),
        ("一、石\udc00湾", "一、石\ufffd湾"),
    ],
    ids=["a character beyond U+FFFF", "its first half", "its second half"],
)
def test_no_half_of_a_character_comes_out_of_a_pdf(drawn: str, read: str) -> None:
    """PDFium gives such a character in two halves, as UTF-16 has it."""
    pytest.importorskip("pypdfium2", reason="needs the extra 'pdf'")
    assert parse_bytes(pdf_of(drawn)).text.startswith(read)
