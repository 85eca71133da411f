"""Passages part the body of any text, and their spans are exact in every unit; `conftest` says what parting is."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawreport_parser import Report, parse
from lawreport_parser.spans import OffsetUnit

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "reports").glob("*.txt"))
ENCODINGS: dict[OffsetUnit, tuple[str, int]] = {
    "codepoint": ("utf-32-le", 4),
    "utf8": ("utf-8", 1),
    "utf16": ("utf-16-le", 2),
}

#: Sentences that look back, look ahead, name what is lacking, tell of the leaders' duty, thank; headings; breaks.
PIECES = [
    "一、主要成效",
    "二、",
    "存在的问题",
    "（一）修缮渔港。",
    "（二）",
    "一是",
    "二是",
    "1. ",
    "2024年，我局修缮渔港6座。",
    "一年来，全县清点林木9万株，成效明显。",
    "但仍存在人手不足、进度偏慢等问题。",
    "在看到成绩的同时，我们也清醒认识到短板不少：",
    "下一步，我县将继续疏浚水渠。",
    "2025年，我们将新建码头2座！",
    "局主要负责人切实履行第一责任人职责，亲自部署、亲自督办。",
    "各位代表，让我们携手前行！",
    "特此报告。",
    "石湾县水务局\n2025年1月9日",
    "第 3 页",
    "\n",
    "\n\n",
    "\u3000\u3000",
    "\U00020000",
    "e\u0301",
    "\ufeff",
    "\ud800",
]
told = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@given(told)
def test_passages_part_the_body(promises: Callable[..., Report], text: str) -> None:
    promises(text, again=False)


@given(told, st.sampled_from(sorted(ENCODINGS)))
def test_their_spans_are_exact_in_every_unit(text: str, unit: OffsetUnit) -> None:
    report = parse(text)
    written = report.to_json(offsets=unit)
    encoding, width = ENCODINGS[unit]
    encoded = text.encode(encoding, "surrogatepass")
    for passage, found in zip(report.passages, json.loads(written)["passages"], strict=True):
        words = encoded[found["span"]["start"] * width : found["span"]["end"] * width]
        assert words.decode(encoding, "surrogatepass") == passage.span.of(text)
    assert Report.from_json(written) == report


@given(told)
def test_the_same_text_has_the_same_passages(text: str) -> None:
    assert parse(text).passages == parse(text).passages


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_passages_agree_with_the_sections_whose_heading_names_a_role(path: Path) -> None:
    """A part whose own heading names one role has no more text of another role than of that one."""
    report = parse(path.read_text(encoding="utf-8"))
    for section in report.sections:
        if section.role_basis != "heading" or len(section.roles) > 1 or section.roles == ["other"]:
            continue
        held = dict.fromkeys(("achievements", "problems", "responsibility", "plans", "other"), 0)
        for passage in report.passages:
            held[passage.role] += max(
                0, min(passage.span.end, section.span.end) - max(passage.span.start, section.span.start)
            )
        assert max(held, key=lambda role: held[role]) == section.roles[0], section.id
