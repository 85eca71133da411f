"""Every division of the table is found by its names, and a name of several is none of them."""

from __future__ import annotations

from collections import defaultdict
from importlib.resources import files

import pytest

from lawreport_parser.regions import find_region
from lawreport_parser.regions.divisions import Division, divisions, in_force, level_of

TABLE = divisions()
ALL = [division for names in TABLE.by_code.values() for division in names]
TODAY = [division for division in ALL if division.last is None]
ORGANS = {"人民政府": None, "司法局": "司法局", "": None}
PROVINCES = 34


def _wrong(names: dict[str, Division | None], year: int | None = None) -> list[str]:
    wrong = []
    for name, expected in names.items():
        for words, organ in ORGANS.items():
            region = find_region(name + words, year=year)
            code = region.code if region is not None else None
            if code != (expected.code if expected is not None else None) or (region and region.organ != organ):
                wrong.append(f"{name}{words} {code}")
    return wrong


def test_the_table_is_complete_and_small() -> None:
    levels = [level_of(division.code) for division in TODAY]
    assert levels.count("province") == PROVINCES
    assert levels.count("city") == 333
    assert 2840 <= levels.count("county") <= 2850
    assert len(files("lawreport_parser.regions").joinpath("divisions.tsv").read_bytes()) < 250_000


def test_every_division_of_today_is_found_by_its_path() -> None:
    assert _wrong({"".join(TABLE.path(each, None)): each for each in TODAY}) == []


def test_a_name_of_one_is_its_code_and_a_name_of_several_none() -> None:
    named = defaultdict(list)
    for division in TODAY:
        named[division.name].append(division)
    year = max(division.first for division in TODAY) + 1
    assert _wrong({name: each[0] if len(each) == 1 else None for name, each in named.items()}, year) == []


def test_every_former_name_is_found_in_its_years() -> None:
    wrong = []
    for division in ALL:
        if division.last is None:
            continue
        for year in {max(division.first, 2000), division.last} if division.last >= 2000 else ():
            region = find_region("".join(TABLE.path(division, year)) + "人民政府", year=year)
            if region is None or region.code != division.code or region.name != division.name:
                wrong.append((division, year, region))
    assert wrong == []


def test_short_names_of_autonomous_divisions_are_theirs() -> None:
    assert {each.name for each in TABLE.by_name["凉山州"]} == {"凉山彝族自治州"}
    short = [name for name, places in TABLE.by_name.items() if all(name != each.name for each in places)]
    wrong = []
    for name in short:
        # Some ended long ago.
        year = max(each.last or 2025 for each in TABLE.by_name[name])
        expected = {each.code for each in in_force(TABLE.by_name[name], year)}
        region = find_region(name + "人民政府", year=year)
        if region is None or {region.code} != expected:
            wrong.append((name, region))
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "year", "path"),
    [
        ("海门区", 2023, ["江苏省", "南通市", "海门区"]),
        ("海淀区", None, ["北京市", "海淀区"]),
        ("济源市", None, ["河南省", "济源市"]),
        ("公主岭市", 2018, ["吉林省", "四平市", "公主岭市"]),
        ("公主岭市", 2023, ["吉林省", "长春市", "公主岭市"]),
    ],
)
def test_a_path_has_the_names_of_its_year(name: str, year: int | None, path: list[str]) -> None:
    [division] = in_force(TABLE.by_name[name], year)
    assert TABLE.path(division, year) == path
