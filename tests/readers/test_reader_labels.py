"""Labels of metadata in tables are those of the header's fields, whatever the format of the file."""

from __future__ import annotations

import pytest

from lawreport_parser.header_fields import LABELS
from lawreport_parser.readers.labels import is_label, labels


def test_every_label_with_its_colon_is_one() -> None:
    assert [label.words for label in LABELS if not is_label(f"{label.words}：", labels())] == []


def test_without_a_colon_those_are_that_need_no_mark() -> None:
    assert labels() == {label.words for label in LABELS if not label.needs_mark}
    assert is_label("索引号", labels())
    assert not is_label("索引", labels())


def test_kinds_can_be_left_out() -> None:
    assert labels() - labels("day", "time") == {"日期", "时间"}


@pytest.mark.parametrize("cell", ["文号", "文　　号", "文 号：", "\xa0发文\n字号 :", "承办科室：", "经办:"])
def test_blanks_do_not_count_and_a_colon_makes_any_short_words_one(cell: str) -> None:
    assert is_label(cell, labels())


@pytest.mark.parametrize("cell", ["", "承办科室", "本年度共办理行政复议案件：", "文号一", "某某县人民政府"])
def test_other_cells_are_none(cell: str) -> None:
    assert not is_label(cell, labels())
