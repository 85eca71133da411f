"""Text made fit for a terminal: nothing in it is obeyed, nothing in it is hidden, its columns are right."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from lawreport_parser.cli.terminal_text import cut, escape_controls, one_line, wrap


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m红", r"\x1b[31m红"),
        ("\x1b]0;title\x07", r"\x1b]0;title\x07"),
        ("\x9b31m", r"\x9b31m"),
        ("\x7f\x00\x08", r"\x7f\x00\x08"),
        ("甲\u202e乙\u2066丙\u2069", r"甲\u202e乙\u2066丙\u2069"),
        ("零\u200b宽\ufeff", r"零\u200b宽\ufeff"),
        ("行\u2028段\u2029", r"行\u2028段\u2029"),
        ("\udc80", r"\udc80"),
        ("\U000e0041", r"\U000e0041"),
    ],
)
def test_what_a_terminal_would_obey_or_hide_is_shown_as_an_escape(text: str, shown: str) -> None:
    assert escape_controls(text) == shown


@pytest.mark.parametrize("text", ["（一）“三项制度” 12.5% ①㈠⒈〔2024〕", "é\u0301 𠮷 \u3000\xa0—…", "❤\ufe0f"])
def test_what_only_looks_special_stays(text: str) -> None:
    assert escape_controls(text) == text


@given(st.text(st.characters(codec=None)))
def test_no_unsafe_character_is_left(text: str) -> None:
    assert not {"Cc", "Cf", "Cs", "Zl", "Zp"} & {unicodedata.category(character) for character in one_line(text)}


def test_white_space_becomes_one_space() -> None:
    assert one_line("\u3000目\u3000\xa0录\r\n\t第一部分  ") == "目 录 第一部分"


@pytest.mark.parametrize(
    ("text", "cells", "shown"),
    [
        ("法治政府", 8, "法治政府"),
        ("法治政府", 7, "法治政…"),
        ("法治政府", 6, "法治…"),
        ("abcdef", 3, "ab…"),
        ("甲", 1, "…"),
    ],
)
def test_a_cut_counts_columns_not_characters(text: str, cells: int, shown: str) -> None:
    assert cut(text, cells) == shown


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("推进行政执法工作", 8, ["推进行政", "执法工作"]),
        ("read as member 2", 9, ["read as", "member 2"]),
        ("完善制度，规范执法", 8, ["完善制", "度，规范", "执法"]),
        ("加强（复议）工作", 6, ["加强", "（复", "议）工", "作"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("", 8, [""]),
    ],
)
def test_lines_break_where_chinese_and_english_may_break(text: str, cells: int, lines: list[str]) -> None:
    assert wrap(text, cells) == lines


@given(st.text("法治（），。 ab“”1", max_size=80), st.integers(2, 20))
def test_wrapping_loses_nothing_and_keeps_the_width(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line) <= cells for line in lines)


def test_a_long_word_is_wrapped_in_linear_time() -> None:
    assert len(wrap("x" * 1_000_000, 80)) == 12_500
