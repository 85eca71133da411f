"""What the manual says of the page reader's evidence is what the page reader says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

import pytest
from manual_pages import DOCS, blocks

from lawreport_parser.page.evidence import WORTH
from lawreport_parser.page.head import Head, _together
from lawreport_parser.page.model import Page
from lawreport_parser.page.tokens import Kind

PAGES = [DOCS / "explanation" / "how-a-report-is-read.md", DOCS / "zh" / "explanation" / "how-a-report-is-read.md"]
_ROW = re.compile(r"^\| `(?P<kind>\w+)` \| [^|]+ \| `(?P<example>[^`]+)` \| (?P<worth>-?\d+) \|$", re.MULTILINE)
ROWS = [
    pytest.param(found["kind"], found["example"], int(found["worth"]), id=f"{page.parents[1].name}-{found['kind']}")
    for page in PAGES
    for found in _ROW.finditer(page.read_text(encoding="utf-8"))
]


def read(text: str) -> list[tuple[str, list[str], int]]:
    """Return the lines of the head of `text`: their words, the kinds of their tokens, what they are worth."""
    head = Head(Page(text), [found.span() for found in re.finditer(r"[^\n]+", text)])
    lines: list[tuple[str, list[str], int]] = []
    index = 0
    while index < len(head.lines):
        steps = _together(list(head._line(index)))
        kinds: list[str] = [token.kind for step in steps for token in step.tokens]
        lines.append((text[slice(*head.lines[index])], kinds, sum(step.worth for step in steps)))
        index += max(1, *(step.lines for step in steps))
    return lines


def test_every_kind_has_its_worth_and_a_row_on_both_pages() -> None:
    assert set(WORTH) == set(get_args(Kind))
    assert sorted(str(row.values[0]) for row in ROWS) == sorted([*get_args(Kind), *get_args(Kind)])


@pytest.mark.parametrize(("kind", "example", "worth"), ROWS)
def test_an_example_is_of_its_kind(kind: Kind, example: str, worth: int) -> None:
    assert worth == WORTH[kind]
    assert kind in read(example.replace(" / ", "\n"))[0][1]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parents[1].name)
def test_the_worked_head_shows_the_sums_of_the_reader(page: Path) -> None:
    names: dict[str, Any] = {}
    found = list(blocks(page))
    exec(next(block.body for block in found if block.body.startswith("page = ")), names)
    shown = next(block.body for block in found if block.note == "evidence")
    made, total = "", 0
    for words, _, worth in read(names["page"])[: shown.count("\n")]:
        total += worth
        made += f"{worth:5}  {total:5}  {words}\n"
    assert shown == made
