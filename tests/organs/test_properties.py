"""Promises on names of organs, for texts put together at random from their own words; and the time they take."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawreport_parser import organs
from lawreport_parser.grammars import terminal_patterns
from lawreport_parser.organs import (
    ENDINGS,
    STATE_ORGANS,
    find_organs,
    is_full,
    is_organ,
    is_place,
    is_short_of,
    joint_names,
    kind_of,
    names_person,
    organ_at,
)

PLACES = [
    "石湾省",
    "石湾市",
    "镇江市",
    "和平区",
    "全椒县",
    "青山镇",
    "友谊路街道",
    "石湾高新区",
    "县",
    "市",
    "区",
    "自治区",
]
ENDS = [word for row in ENDINGS for word in row.words.split()] + " ".join(STATE_ORGANS.values()).split()
SUBJECTS = [
    "司法",
    "规划和自然资源",
    "文化广电、旅游",
    "市场监督管理",
    "青山",
    "和平",
    "（法制办）",
    "第一",
    "党政",
    "应急管理部",
]
PROSE = [
    "受",
    "获",
    "在",
    "各级",
    "我",
    "全市",
    "深入贯彻",
    "委托",
    "关于",
    "2024年",
    "，",
    "。",
    "\n",
    " ",
    "的",
    "局长",
    "王某",
    "（",
    "x",
]
TEXTS = st.lists(st.sampled_from(PLACES + ENDS + SUBJECTS + PROSE), max_size=12).map("".join)
#: Letters and words that begin, go on or end a name for ever.
REPEATED = [
    "石湾县",
    "局",
    "县",
    "市",
    "和",
    "、",
    "（",
    "）",
    "人民政府",
    "石湾县人民政府",
    "司法",
    "受",
    "街道",
    "族",
    "国家",
    "委",
    "中国（",
]


@given(TEXTS, st.integers(0, 20), st.integers(0, 60))
def test_spans_lie_inside_the_bounds(text: str, start: int, size: int) -> None:
    start, end = min(start, len(text)), min(start + size, len(text))
    span = organ_at(text, start, end)
    assert span is None or span[0] == start < span[1] <= end
    last = start
    for first, behind in find_organs(text, start, end):
        assert last <= first < behind <= end
        last = behind


@given(TEXTS, st.integers(0, 20), st.integers(0, 60))
def test_what_stands_outside_the_bounds_changes_nothing(text: str, start: int, size: int) -> None:
    start, end = min(start, len(text)), min(start + size, len(text))
    piece = text[start:end]
    shifted = [(first + start, behind + start) for first, behind in find_organs(piece, 0, len(piece))]
    assert list(find_organs(text, start, end)) == shifted


@given(TEXTS)
def test_what_is_found_is_a_name(text: str) -> None:
    for start, end in find_organs(text, 0, len(text)):
        words = text[start:end]
        assert is_full(words)
        assert organ_at(words, 0, len(words)) == (0, len(words))
        assert not names_person(words)


@given(TEXTS)
def test_answers_agree(text: str) -> None:
    names = joint_names(text)
    assert is_organ(text) is bool(names)
    assert not (is_full(text) and not is_organ(text))
    assert not (is_organ(text) and names_person(text))
    for name in names:
        assert name in text
        assert organ_at(name, 0, len(name)) == (0, len(name))
        assert kind_of(name) is not None
    if len(names) == 1:
        assert organ_at(text, 0, len(text)) == (0, len(text))
        assert is_short_of(text, text)


@given(TEXTS, TEXTS)
def test_short_form_is_no_longer_than_the_name(one: str, other: str) -> None:
    if is_short_of(one, other):
        assert len(one) <= len(other)
        assert is_organ(one)
        assert is_organ(other)


@given(TEXTS)
def test_place_before_a_subject_and_an_ending_makes_a_full_name(text: str) -> None:
    if is_place(text) and len(text) < 30:
        assert is_full(f"{text}人民政府")


@pytest.mark.parametrize("words", REPEATED)
def test_each_name_is_read_once_and_no_further_than_it_may_be_long(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Linear time: no place of the text begins two attempts, and no attempt is longer than a name."""
    text = words * (4_000 // len(words))
    begins: list[int] = []
    take_apart = organs._take_apart

    def counted(whole: str, start: int, end: int) -> object:
        if whole is text:
            begins.append(start)
        name = take_apart(whole, start, end)
        assert name is None or name.end - start <= 60
        return name

    monkeypatch.setattr(organs, "_take_apart", counted)
    list(find_organs(text, 0, len(text)))
    assert begins == sorted(set(begins))


def test_every_repetition_of_the_grammar_is_bounded() -> None:
    patterns = [*terminal_patterns("organs").values()]
    patterns += [each().pattern for each in (organs._endings, organs._state_organs, organs._titles)]
    for pattern in patterns:
        bare = re.sub(r"\\.|\[[^\]]*\]", "x", pattern)
        assert not re.search(r"[*+]|\{\d*,\}", bare), pattern
