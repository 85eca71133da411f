"""Texts broken at one width, in `paragraphs.tsv`: ⏎ ends a paragraph, ↵ only a row of it. The rows are told from it."""

from __future__ import annotations

import re
from pathlib import Path

from lawreport_parser.outline.rows import continuing_rows
from lawreport_parser.page import divide_page

_TABLE = Path(__file__).parent / "paragraphs.tsv"
_HEAD = "云岭县水务局关于2023年度法治政府建设情况的报告\n县委全面依法治县委员会办公室：\n"


def test_the_rows_of_every_paragraph_are_joined_and_no_others() -> None:
    wrong = []
    for text in _TABLE.read_text(encoding="utf-8").splitlines()[1:]:
        page = divide_page(_HEAD + re.sub("[⏎↵]", "\n", text))
        ends = re.findall("[⏎↵]", text)
        first = len(page.lines) - len(ends) - 1
        expected = [first + at for at, end in enumerate(ends, 1) if end == "↵"]
        if continuing_rows(page.text, page.lines) != expected:
            wrong.append(text)
    assert not wrong
