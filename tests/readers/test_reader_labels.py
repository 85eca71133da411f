"""Labels of metadata in tables are those of `grammar/page.lark`, whatever the format of the file."""

from __future__ import annotations

import re

import pytest

from lawreport_parser.grammars import terminal_patterns
from lawreport_parser.readers.labels import is_label, labels

TERMINALS = {
    name: pattern
    for name, pattern in terminal_patterns("page").items()
    if name.startswith("LABEL_") and name != "LABEL_UNKNOWN"
}


@pytest.mark.parametrize("name", TERMINALS)
def test_every_label_of_the_grammar_is_one(name: str) -> None:
    words = TERMINALS[name].replace("(?:", "").replace(")", "").split("|")
    assert all(is_label(word, labels()) and re.fullmatch(TERMINALS[name], word) for word in words)


def test_what_matches_no_terminal_is_none() -> None:
    assert all(any(re.fullmatch(pattern, word) for pattern in TERMINALS.values()) for word in labels())


def test_terminals_can_be_left_out() -> None:
    assert labels() - labels("LABEL_DAY", "LABEL_TIME") == {"日期", "时间"}


@pytest.mark.parametrize("cell", ["文号", "文　　号", "文 号：", "\xa0发文\n字号 :", "承办科室：", "经办:"])
def test_blanks_do_not_count_and_a_colon_makes_any_short_words_one(cell: str) -> None:
    assert is_label(cell, labels())


@pytest.mark.parametrize("cell", ["", "承办科室", "本年度共办理行政复议案件：", "文号一", "某某县人民政府"])
def test_other_cells_are_none(cell: str) -> None:
    assert not is_label(cell, labels())
