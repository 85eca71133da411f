"""The place of an organ, by its name alone: every kind of name, and those that have no place."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawreport_parser.regions import find_region

TABLE = Path(__file__).with_name("names.tsv")
ROWS = [tuple(line.split("\t")) for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]]


def test_names_have_the_places_of_the_table() -> None:
    wrong = []
    for issuer, more, *expected in ROWS:
        year = int(more.removeprefix("year=")) if more else None
        region = find_region(issuer, year=year)
        found = ["", "", "", ""]
        if region is not None:
            assert region.name == region.path[-1]
            found = [region.code, region.level, "/".join(region.path), region.organ or ""]
        if found != expected:
            wrong.append((issuer, more, found))
    assert wrong == []


def test_a_year_in_the_title_or_the_document_number_is_that_of_the_names() -> None:
    region = find_region("公主岭市人民政府", title="公主岭市2018年法治政府建设情况报告")
    assert region is not None
    assert region.code == "220381"
    region = find_region("公主岭市人民政府", document_number="公政发〔2018〕3号")
    assert region is not None
    assert region.code == "220381"


@pytest.mark.parametrize("unit", ["县", "区", "市"])
def test_words_behind_a_name_do_not_change_it(unit: str) -> None:
    for words in ("人民政府", "市场监督管理局", "民政局", "城市管理局", "乡村振兴局", "委员会"):
        region = find_region({"县": "安阳县", "区": "海淀区", "市": "昆山市"}[unit] + words)
        assert region is not None, (unit, words)
        assert region.level == "county"
