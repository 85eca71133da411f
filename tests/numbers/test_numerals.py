"""Numerals: round trips, exactness, agreement with an independent reading, and errors with a place."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawreport_parser.errors import NumeralError
from lawreport_parser.numbers.numerals import (
    MAX_NUMERAL_LENGTH,
    MAX_ORDINAL,
    format_integer,
    format_ordinal,
    numeral_patterns,
    parse_numeral,
    parse_ordinal,
)

STYLES = {
    "book": ("第一编", "第十二编"),
    "part": ("第一部分", "第十二部分"),
    "chapter": ("第一章", "第十二章"),
    "section": ("第一节", "第十二节"),
    "article": ("第一条", "第十二条"),
    "han_dun": ("一、", "十二、"),
    "han_paren": ("（一）", "（十二）"),
    "arabic_dot": ("1.", "12."),
    "arabic_dun": ("1、", "12、"),
    "arabic_paren": ("（1）", "（12）"),
    "arabic_half_paren": ("1）", "12）"),
    "arabic_bare": ("1", "12"),
    "circled": ("①", "⑫"),
    "decimal": ("1.1", "1.12"),
    "han_is": ("一是", "十二是"),
    "han_must": ("一要", "十二要"),
    "han_ordinal": ("第一，", "第十二，"),
    "sequence": ("首先", "最后"),
    "aspect": ("一方面", "另一方面"),
    "unnumbered": ("", ""),
}


@pytest.mark.parametrize("style", STYLES)
def test_each_marker_style_writes_its_ordinal(style: str) -> None:
    assert (format_ordinal(1, style), format_ordinal(12, style)) == STYLES[style]


def test_ordinals_refuse_what_they_cannot_write() -> None:
    with pytest.raises(ValueError, match="no marker style"):
        format_ordinal(1, "roman")
    with pytest.raises(ValueError, match="no ordinal"):
        format_ordinal(-1, "han_dun")
    assert format_ordinal(51, "circled") == "（51）"


def written(number: int) -> str:
    """Return a whole number below 10^16 in Chinese, digit by digit, with one 零 for the places left out between two.

    The last places of 万 and of 亿 are left out without 零, unless all of 万 is.
    """
    text, gap = "", False
    for place, digit in zip(range(15, -1, -1), f"{number:016d}", strict=True):
        if digit != "0":
            text += (
                ("零" if gap and text else "") + "零一二三四五六七八九"[int(digit)] + ("", "十", "百", "千")[place % 4]
            )
        gap = digit == "0" and (gap or place % 4 != 0 or not number // 10**place % 10_000)
        if place == 8 and number >= 10**8:
            text += "亿"
            gap = False
        elif place in (4, 12):
            text += "万" if number // 10**place % 10_000 else ""
            gap = gap and not number // 10**place % 10_000
        elif place and not place % 4:
            gap = False
    text = text.rstrip("零") or "零"
    return text[1:] if text.startswith("一十") else text


EDGES = [10**digits + step for digits in range(4, 16) for step in (-1, 0, 1)]
#: Numbers most of whose places are left out.
SPARSE = st.lists(st.sampled_from("000005"), min_size=1, max_size=16).map("".join).map(int)


@pytest.mark.parametrize(
    "numbers", [range(10_000), pytest.param(range(10_000, 100_000), marks=pytest.mark.slow), EDGES]
)
def test_every_integer_is_written_by_the_rule_and_read_back(numbers: Sequence[int]) -> None:
    assert [number for number in numbers if format_integer(number) != written(number)] == []
    assert [number for number in numbers if parse_numeral(format_integer(number)) != number] == []


@given(st.integers(min_value=0, max_value=10**16 - 1) | SPARSE)
def test_integers_to_ten_to_the_sixteenth_are_written_by_the_rule_and_read_back(number: int) -> None:
    assert format_integer(number) == written(number)
    assert parse_numeral(format_integer(number)) == number
    assert parse_numeral(f"负{format_integer(number)}") == -number


@given(st.integers(min_value=10**16, max_value=10**24 - 1) | st.integers(0, 10**7).map(lambda low: 10**20 + low))
def test_greater_integers_are_read_back(number: int) -> None:
    assert parse_numeral(format_integer(number)) == number


def test_what_cannot_be_written_is_refused() -> None:
    with pytest.raises(ValueError, match="too great"):
        format_integer(10**24)
    assert format_integer(-12) == "负十二"


@pytest.mark.parametrize(
    ("number", "chinese"),
    [
        (100_001_000, "一亿零一千"),
        (600_007_738, "六亿零七千七百三十八"),
        (10_001_000, "一千万一千"),
        (110_000_000, "一亿一千万"),
        (100_100_000, "一亿零一十万"),
        (1_000_010_000, "十亿零一万"),
        (10**12 + 10, "一万亿零一十"),
        (15 * 10**4, "十五万"),
        (10**16, "一亿亿"),
    ],
)
def test_places_left_out_are_one_zero(number: int, chinese: str) -> None:
    assert format_integer(number) == chinese
    assert parse_numeral(chinese) == number
    assert format_ordinal(number, "article") == f"第{chinese}条"


def test_a_writing_of_cn2an_that_leaves_out_a_zero_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    format_integer.cache_clear()
    monkeypatch.setattr(cn2an, "an2cn", lambda number: "一亿一千")
    assert format_integer(100_001_001) == "一亿零一千零一"
    monkeypatch.setattr(cn2an, "an2cn", lambda number: "八千六")
    assert format_integer(8_006) == "八千零六"


@pytest.mark.parametrize(("text", "number"), [("六亿七千七百三十八", 600_007_738), ("一万二百五十", 10_250)])
def test_a_zero_left_out_is_read_where_no_scale_can_be_meant(text: str, number: int) -> None:
    assert parse_numeral(text) == number


def test_a_digit_and_its_place_behind_a_scale_of_eight_places_are_open() -> None:
    with pytest.raises(NumeralError, match="may leave out 万"):
        parse_numeral("一亿一千")


def test_small_integers_read_without_cn2an_agree_with_it() -> None:
    assert [
        n for n in range(10_000) if parse_numeral(str(cn2an.an2cn(n))) != cn2an.cn2an(cn2an.an2cn(n), "normal")
    ] == []


@given(st.decimals(min_value=0, max_value=10**9, places=6))
def test_arabic_decimals_are_exact(value: Decimal) -> None:
    assert parse_numeral(format(value, "f")) == value
    assert parse_numeral(f"{value:f}万") == value * 10_000
    assert parse_numeral(f"负{value:f}") == -value


@given(st.integers(min_value=0, max_value=10**15))
def test_thousands_separators_and_full_width_digits_do_not_matter(number: int) -> None:
    assert parse_numeral(f"{number:,}") == number
    assert parse_numeral(f"{number:,}".replace(",", "，")) == number
    assert parse_numeral(str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))) == number


@given(st.text(alphabet="零〇一二两三四五六七八九十百千万亿点负半廿0123456789.,，", max_size=30) | st.text(max_size=20))
def test_any_text_is_a_numeral_or_a_numeral_error(text: str) -> None:
    position, finite = 0, True
    try:
        finite = parse_numeral(text).is_finite()
    except NumeralError as error:
        position = error.position
    assert finite
    assert 0 <= position <= len(text)


@pytest.mark.parametrize(("text", "position"), [("", 0), ("三四", 1), ("12.", 2), ("1.2万3千", 0), ("5件", 1)])
def test_errors_say_where(text: str, position: int) -> None:
    with pytest.raises(NumeralError) as caught:
        parse_numeral(text)
    assert (caught.value.text, caught.value.position) == (text, position)


def test_texts_that_are_too_long_are_refused_before_they_are_read() -> None:
    with pytest.raises(NumeralError) as caught:
        parse_numeral("1" * 10**6)
    assert caught.value.position == MAX_NUMERAL_LENGTH
    assert parse_ordinal("1" * 10**6) is None


@given(st.integers(min_value=1, max_value=9_999))
def test_ordinals_are_read_in_chinese_and_arabic(number: int) -> None:
    assert parse_ordinal(format_integer(number)) == number
    assert parse_ordinal(f"\u3000{number} ") == number


def test_great_ordinals_are_capped() -> None:
    assert parse_ordinal("9" * 30) == MAX_ORDINAL
    assert parse_ordinal("九千九百九十九万九千九百九十九亿") == MAX_ORDINAL


@given(st.text(max_size=40))
def test_any_text_is_an_ordinal_or_none(text: str) -> None:
    ordinal = parse_ordinal(text)
    assert ordinal is None or 0 <= ordinal <= MAX_ORDINAL


def test_every_scale_word_of_the_grammar_is_read() -> None:
    for scale in ("百", "千", "万", "十万", "百万", "千万", "亿", "十亿", "百亿", "千亿", "万亿"):
        assert parse_numeral(f"2{scale}") == 2 * parse_numeral(f"一{scale}")
    assert "SCALE" in numeral_patterns()
