"""What is asked for one candidate after another is answered as if it were asked once."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from lawreport_parser.blanks import LINE_ENDS
from lawreport_parser.lexicon import DEFAULT_LEXICON
from lawreport_parser.outline.contents import AnnexSearch, LineSearch
from lawreport_parser.outline.prose import TurnToPlans, WholeReportProse

TEXTS = [
    "一、主要成效\n看护灯塔。修缮栈桥。\n一年来，工作取得了一定成效，但也存在宣传不够的问题。\n2024年，我市将继续努力：（一）",
    "一、主要成效看护灯塔。修缮栈桥）。”回顾过去，虽有（七）进展，仍存在甲等、乙等问题。特此报告。　 \n附件1\n单（一）",
    "一、存在的问题\n（一）宣传不够。针对上述问题，我局将（三）继续宣传。\n下一步，我局将修缮栈桥\n下一步工作打算\n（一）",
    "一、成效。甲。同时，我们也看到，还存在（二）短板。同志们，努力。附件乙丙丁戊己 报告（一）以上报告，请审议。",
    "一、甲\n乙。\u2028　　同志们：\r\n特此报告。\n \n妥否，请批示。\n附表：清单\n野外用火管理规定\n第一条 甲",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(("broken", "closing"), [*product([True, False], repeat=2)])
@pytest.mark.parametrize("roles", [[], ["problems"], ["plans"], ["problems", "plans"]], ids=str)
def test_prose_for_the_whole_is_found_in_whatever_steps(text: str, roles: Any, broken: bool, closing: bool) -> None:
    def search() -> WholeReportProse:
        return WholeReportProse(text, [2], roles, DEFAULT_LEXICON, broken=broken, closing=closing)

    ends = range(2, len(text) + 1)
    expected = [search().before(end) for end in ends]
    for step in (1, 2, 7):
        asked = search()
        assert [asked.before(end) for end in ends[::step]] == expected[::step]
        assert [asked.before(end) for end in ends[::-step]] == expected[::-step]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("kind", [TurnToPlans, AnnexSearch, LineSearch])
def test_other_boundaries_too(text: str, kind: Any) -> None:
    more = () if kind is TurnToPlans else ([mark for mark in LINE_ENDS if mark in text],)
    ends = range(2, len(text) + 1)
    expected = [kind(text, 2, *more).before(end) for end in ends]
    for step in (1, 2, 7):
        asked = kind(text, 2, *more)
        assert [asked.before(end) for end in ends[::step]] == expected[::step]
        assert [asked.before(end) for end in ends[::-step]] == expected[::-step]
