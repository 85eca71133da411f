"""Passages, and the items that are listed from them, take work in proportion to the text.

No clock is read: what is counted are the lines of Python that run, which are the same on every machine. (What
happens within one regular expression is not seen: `python -m benchmarks` measures that.)
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from texts import TEXTS

from lawreport_parser import Report, parse

SIZE = 800
#: Four times the text takes no more than this many times the lines; were it the square, sixteen.
MOST = 6
HARD = [
    *(name for name in TEXTS if name.startswith("passages-")),
    *("one-is-two-is", "one-without-two", "brackets-over-and-over", "problems-in-clauses", "looks-ahead-and-series"),
]
BEGINNING = "白鹭县水务局2023年法治政府建设年度报告\n2023年，我局办理取水许可86件。\n"


def lines_of(work: Callable[[], object]) -> int:
    """Return how many lines run in `work`."""
    count = 0

    def line(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return line

    before = sys.gettrace()
    sys.settrace(line)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def looked_at(report: Report) -> Report:
    """Return a report whose passages and sections are made."""
    for _ in (*report.passages, *report.walk()):
        pass
    return report


def growth(name: str, work: Callable[[str], Callable[[], object]]) -> float:
    """Return how many times as many lines run for four times the text."""
    counts = []
    for size in (SIZE, 4 * SIZE):
        text = BEGINNING + TEXTS[name].make(size)
        work(text)()  # what is made once per process
        counts.append(lines_of(work(text)))
    small, large = counts
    return large / max(small, 1_000)


@pytest.mark.parametrize("name", HARD)
def test_passages_grow_with_the_text(name: str) -> None:
    def passages(text: str) -> Callable[[], object]:
        report = parse(text)
        return lambda: report.passages

    assert growth(name, passages) < MOST


@pytest.mark.parametrize("name", HARD)
def test_items_grow_with_the_text(name: str) -> None:
    def items(text: str) -> Callable[[], object]:
        report = looked_at(parse(text))
        return lambda: (report.achievements, report.problems, report.responsibility, report.plans)

    assert growth(name, items) < MOST


@pytest.mark.parametrize("name", HARD)
def test_what_a_report_is_shown_as_grows_with_the_text(name: str) -> None:
    def shown(text: str) -> Callable[[], object]:
        report = looked_at(parse(text))
        return lambda: (
            [each.title for each in report.walk()],
            report.outline(),
            report.to_markdown(),
            report.find("是"),
            report.find("是 局 法治"),
        )

    assert growth(name, shown) < MOST
