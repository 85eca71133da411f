"""Items take time in proportion to the text, however many sections, passages and paragraphs it has."""

from __future__ import annotations

import time

import pytest

from lawreport_parser import parse
from lawreport_parser.items import items_of_role
from lawreport_parser.lexicon import Role
from lawreport_parser.spans import Span

_DONE = "全年共开展检查300次，办结案件42件。"
_LACKING = "但仍存在执法不规范、人员不足的问题。"
_AHEAD = "下一步，我局将继续加强队伍建设。"
_TEXTS = {
    "sections of three roles": [
        f"{{}}. {heading}\n{body}"
        for heading, body in [("存在的问题", _LACKING), ("下一步打算", _AHEAD), ("工作成效", _DONE)]
    ],
    "paragraphs of three roles": [_DONE, _LACKING, _AHEAD],
    "plans and nothing else": ["下一步，我局将继续推进第{}项工作。"],
    "series that prose leads in": ["下一步，我们坚持：\n（一）推进第{}项工作。\n（二）充实队伍。", _DONE],
    "children of two roles": [f"（{{}}）抓好执法\n{_LACKING}{_DONE}", f"（{{}}）抓好普法\n{_DONE}{_LACKING}"],
}


def _seconds(blocks: list[str], times: int, role: Role) -> float:
    text = "白河县2023年法治政府建设报告\n一、工作情况\n" + "\n".join(
        blocks[at % len(blocks)].replace("{}", str(at + 1)) for at in range(times)
    )
    report = parse(text)
    given = report.text, report.sections, [*report.preamble, *report.closing], report.passages, role
    whole = Span(0, len(report.text))
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        items_of_role(*given, within=whole)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("role", ["problems", "plans"])
@pytest.mark.parametrize("kind", _TEXTS)
def test_four_times_the_text_takes_about_four_times_as_long(kind: str, role: Role) -> None:
    few, many = (_seconds(_TEXTS[kind], times, role) for times in (500, 2000))
    assert many < 10 * few + 0.02
