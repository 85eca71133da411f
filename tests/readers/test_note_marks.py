"""Marks of notes are raised digits, and stand behind figures, never inside."""

from __future__ import annotations

import pytest

from lawreport_parser.numbers import find_quantities
from lawreport_parser.readers.note_marks import behind_figures, doubt_of_marks, raised

MARKS = {
    "2": "²", "[2]": "²", "（1）": "¹", "②": "²", "⑫": "¹²", "注3": "注³", "（见注释：3）": "注³",
    "-1": "⁻¹", "1,3": "¹,³", "1、3": "¹,³",
    "１": "¹", " 1 ": "¹", "1 2": "¹,²", "[1][2]": "¹,²", "[1]、[2]": "¹,²", "²": "²", "〔4〕": "⁴",
}  # fmt: skip


def test_what_stands_raised_is_written_in_raised_digits() -> None:
    assert {text: raised(text) for text in MARKS} == MARKS


@pytest.mark.parametrize("text", ["", "63件", "2.5", "st", "TM", "1234", "一、", "()", "注"])
def test_what_is_no_mark_is_left_to_the_reader(text: str) -> None:
    assert raised(text) is None


FIGURES = {
    "受理²63件": "受理²63件",
    "办结35¹件，下达3¹万元": "办结35件¹，下达3万元¹",
    "2023¹年12月3日": "2023年12月3日¹",
    "176.48万¹人": "176.48万人¹",
    "95.5¹%": "95.5%¹",
    "三十五¹件": "三十五件¹",
    "35¹余件": "35余件¹",
    "10¹件": "10件¹",
    "110²件": "110件²",
    "35¹,³件": "35件¹,³",
    "35²km": "35km ²",
    "占地12m²，长3.5×10²米": "占地12m²，长3.5×10²米",
    "面积12²万m²": "面积12万m² ²",
    "约1.5×10¹²吨": "约1.5×10¹²吨",
    "3²25件": "3²25件",
    "2023²。": "2023²。",
}


def test_a_mark_inside_a_figure_is_set_behind_it() -> None:
    assert {text: behind_figures(text) for text in FIGURES} == FIGURES
    assert behind_figures("办结10⁴件") == "办结10⁴件"
    assert behind_figures("办结10⁴件", powers=False) == "办结10件⁴"


@pytest.mark.parametrize("figure", ["63件", "35余件", "176.48万人", "95.5%", "12个百分点", "1,234起", "6公里"])
def test_a_figure_with_a_mark_anywhere_is_the_same_figure(figure: str) -> None:
    number = figure.rstrip("件余万人%个百分点起公里")
    for text in (f"全年²{figure}", f"全年{number}²{figure[len(number) :]}", f"全年{figure}²。"):
        (found,) = find_quantities(behind_figures(text))
        assert found.value == find_quantities(f"全年{figure}")[0].value, text
        assert found.unit == find_quantities(f"全年{figure}")[0].unit, text


@pytest.mark.parametrize("text", ["办结3²25件", "办结1²,234件", "投入1².5亿元"])
def test_a_number_that_a_mark_may_part_is_spoken_of(text: str) -> None:
    assert (doubt_of_marks(f"主要成效\n{text}") or "").startswith("raised digits stand between digits (")


@pytest.mark.parametrize("text", ["受理²63件", "2¹⁰，100件", "分别为3¹,5²件", "3²。5件"])
def test_numbers_beside_a_mark_are_not_in_doubt(text: str) -> None:
    assert doubt_of_marks(text) is None


def test_many_marks_take_linear_time() -> None:
    assert behind_figures("1²件" * 50_000).startswith("1件²1件²")
    assert behind_figures("1" + "²" * 100_000 + "件").endswith("件")
    assert raised("1," * 50_000) is None
