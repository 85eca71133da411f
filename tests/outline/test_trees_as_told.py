"""Short reports with all that is read of them: `trees.tsv`."""

from __future__ import annotations

from pathlib import Path

import pytest
from tree_reading import tree

from lawreport_parser import parse

_TABLE = Path(__file__).parent / "trees.tsv"


def test_every_report_has_the_tree_of_its_row() -> None:
    rows = [row.split("\t") for row in _TABLE.read_text(encoding="utf-8").splitlines()[1:]]
    told = [(text, due, list(tree(text))) for text, *due in rows]
    assert [f"{text}\n  is {found}\n not {due}" for text, due, found in told if found != due] == []


@pytest.mark.parametrize(("letters", "headed"), [(1, True), (40, True), (41, False)])
def test_a_first_sentence_of_forty_letters_is_a_heading(letters: int, headed: bool) -> None:
    section = parse(f"一、{'桥' * letters}。修好了。\n二、修路").sections[0]
    assert (section.heading is not None) is headed


@pytest.mark.parametrize(("letters", "headed"), [(40, True), (41, False)])
def test_a_line_of_forty_letters_with_a_colon_is_a_heading(letters: int, headed: bool) -> None:
    section = parse(f"一、{'桥' * letters}：\n修好了。\n二、修路").sections[0]
    assert (section.heading is not None) is headed
