"""Rules of numerals, dates and quantities, one by one: what is read, what is refused, and what is said of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from lawreport_parser import parse
from lawreport_parser.errors import NumeralError
from lawreport_parser.numbers import find_dates, find_quantities, parse_numeral
from lawreport_parser.numbers.measures import CLOSERS, HALF_WORDS
from lawreport_parser.numbers.numerals import MAX_NUMERAL_LENGTH


def values(text: str) -> list[tuple[str, str]]:
    return [(str(quantity.value), quantity.text) for quantity in find_quantities(text)]


class TestNumerals:
    @pytest.mark.parametrize(
        ("text", "value"), [("三亿二千万五", 320_005_000), ("三亿二", 320_000_000), ("一万三千五", 13_500)]
    )
    def test_a_last_digit_stands_for_the_place_below_the_scale_before_it(self, text: str, value: int) -> None:
        assert parse_numeral(text) == value

    @pytest.mark.parametrize(
        ("text", "position", "reason"),
        [
            ("三万五万", 2, "not smaller than what stands before it"),
            ("1.5万3千", 0, "a fraction inside a sum"),
            ("13万25", 3, "not as many digits as places"),
            ("甲", 0, "unexpected"),
            ("三亿甲", 2, "unexpected"),
        ],
    )
    def test_a_refusal_says_what_and_where(self, text: str, position: int, reason: str) -> None:
        with pytest.raises(NumeralError) as caught:
            parse_numeral(text)
        assert (caught.value.text, caught.value.position, caught.value.reason) == (text, position, reason)
        assert repr(text) in str(caught.value)

    def test_the_longest_numeral_is_read_and_a_longer_one_is_not(self) -> None:
        assert parse_numeral("1" * MAX_NUMERAL_LENGTH) == Decimal("1" * MAX_NUMERAL_LENGTH)
        with pytest.raises(NumeralError) as caught:
            parse_numeral("1" * (MAX_NUMERAL_LENGTH + 1))
        assert caught.value.text == "1" * MAX_NUMERAL_LENGTH
        assert caught.value.position == MAX_NUMERAL_LENGTH


class TestDates:
    def test_years_that_run_backwards_are_an_impossible_date(self) -> None:
        dates, problems = find_dates("2020—2016年种树")
        assert dates == []
        assert [(problem.code, problem.text) for problem in problems] == [("impossible-date", "2020—2016年")]

    @pytest.mark.parametrize(
        "written",
        [
            "2023年2 月30日",
            "2023年6　月31日",
            "二〇二三-2-30",
            "2020—二〇一六年",
            "２０２０—２０１６年",
            "２０２０—2016年",
        ],
    )
    def test_however_it_is_written_an_impossible_date_is_reported(self, written: str) -> None:
        report = parse(f"一、主要成效\n{written}，组织旁听庭审。")
        assert [each.code for each in report.diagnostics if each.span.start] == ["impossible-date"]

    def test_years_that_run_forwards_are_a_range(self) -> None:
        [found], problems = find_dates("2016—2020年种树")
        assert (found.start, found.end, found.precision) == (date(2016, 1, 1), date(2020, 12, 31), "range")
        assert problems == []

    def test_what_looks_like_a_year_does_not_end_the_search(self) -> None:
        for before in ("种树2021株，", "编号12021年，", "2021"):
            assert [found.text for found in find_dates(f"{before}，至2021年3月5日")[0]] == ["2021年3月5日"], before


class TestQuantities:
    def test_the_words_a_figure_measures_have_their_place(self) -> None:
        text = "全年办理行政复议案件223件。"
        [quantity] = find_quantities(text)
        assert quantity.measure_span is not None
        assert quantity.measure_span.of(text) == quantity.measure == "办理行政复议案件"

    def test_a_figure_that_measures_nothing_has_no_place_for_it(self) -> None:
        [quantity] = find_quantities("223件。")
        assert quantity.measure is None
        assert quantity.measure_span is None

    @pytest.mark.parametrize(("text", "value"), [("占三成半", "35"), ("占三成", "30"), ("占三成二", "32")])
    def test_tenths_are_percent(self, text: str, value: str) -> None:
        assert [found[0] for found in values(text)] == [value]

    @pytest.mark.parametrize("word", ["费时", "用", "花了", "共", "为期"])
    def test_half_a_day_counts_behind_a_word_that_counts(self, word: str) -> None:
        assert values(f"往返{word}半天。") == [("0.5", "半天")]

    def test_half_a_day_alone_is_no_figure(self) -> None:
        assert values("半天办结。") == []

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("-5℃", ("-5", "-5℃")),
            ("达-5℃", ("-5", "-5℃")),
            ("B-5吨", ("5", "5吨")),
            ("甲B-5吨", ("5", "5吨")),
            ("负5度", ("-5", "负5度")),
        ],
    )
    def test_a_dash_is_a_minus_sign_only_where_no_code_ends(self, text: str, found: tuple[str, str]) -> None:
        assert values(text) == [found]

    @pytest.mark.parametrize("text", ["约3月15日开工", "近9:30到场", "超过12月完工", "上午9:30人齐", "9时30分人齐"])
    def test_a_day_or_hour_is_no_figure_behind_a_limit_either(self, text: str) -> None:
        assert values(text) == []

    def test_a_big_number_of_things_needs_the_things(self) -> None:
        assert values("建成5大平台") == [("5", "5大")]
        assert values("建成5大。") == []


class TestMeasures:
    @pytest.mark.parametrize("adverb", ["先后", "相继", "陆续"])
    def test_an_adverb_is_no_measure_and_neither_is_who_does_it(self, adverb: str) -> None:
        assert find_quantities(f"县政府主要负责人{adverb}8次听取工作汇报。")[0].measure is None
        assert find_quantities(f"局长{adverb}共8次听取工作汇报。")[0].measure is None

    def test_what_is_done_stays_a_measure_behind_an_adverb(self) -> None:
        assert find_quantities("县长先后3次主持召开会议。")[0].measure == "主持召开会议"
        assert find_quantities("先后召开会议8次。")[0].measure == "召开会议"

    @pytest.mark.parametrize(
        ("text", "subject"),
        [
            ("执法人员持证率不高，仅为81%。", "执法人员持证率"),
            ("群众满意度较低，只有76%。", "群众满意度"),
            ("群众满意度还不高，目前仅76%。", "群众满意度"),
            # No share, or no clause that says of one that it is low.
            ("持证率不高，仅有3人通过考试。", None),
            ("经费不足，仅为81%。", None),
            ("工作效率不高。仅为81%。", None),
        ],
    )
    def test_a_share_that_is_said_to_be_low_is_that_of_the_clause_before(self, text: str, subject: str | None) -> None:
        found = find_quantities(text)[0]
        assert (found.subject.text if found.subject else None) == subject

    def test_every_closer_of_one_character_says_of_which_words_it_is_the_half(self) -> None:
        closers = {word for word in CLOSERS if len(word) == 1}
        assert closers - HALF_WORDS.keys() == set()

    @pytest.mark.parametrize("word", sorted(word for word in CLOSERS if len(word) == 1))
    def test_a_closer_is_no_part_of_the_measure_but_half_a_word_is(self, word: str) -> None:
        def measure(text: str) -> str | None:
            return find_quantities(text)[0].measure

        assert measure(f"丁丑{word}30%") == "丁丑"
        for half in HALF_WORDS[word]:
            assert measure(f"丁丑{half}{word}30%") in (f"丁丑{half}{word}", f"丁丑{half}", "丁丑"), half
        whole = [half for half in HALF_WORDS[word] if measure(f"丁丑{half}{word}30%") == f"丁丑{half}{word}"]
        assert whole or not HALF_WORDS[word]
