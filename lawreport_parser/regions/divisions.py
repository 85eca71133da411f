"""The divisions of the country (行政区划): their names, codes and years, from `divisions.tsv`, read at first use.

`python -m lawreport_parser.regions.make` writes that file from published tables; its head names them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pkgutil import get_data
from typing import Final, NamedTuple

from lawreport_parser.grammars import Terminals
from lawreport_parser.regions.model import Level

__all__ = ["Division", "Divisions", "divisions", "in_force", "is_within", "level_of"]

_REGIONS: Final = Terminals("regions")
_FILE: Final = "divisions.tsv"
#: Names that ended in this year or later are those of reports that say no year, as today's are.
_STILL_REPORTING: Final = 2020


class Division(NamedTuple):
    """A code under one of its names, and the years in which it had it; `last` is None where it still has."""

    code: str
    name: str
    first: int
    last: int | None

    @property
    def is_city(self) -> bool:
        """Whether it is a 市: of a province, that it is a municipality."""
        return self.name.endswith("市")


class Divisions(NamedTuple):
    """The divisions by their names, short names and codes."""

    #: By the full name and by the short one of an autonomous division: 门源回族自治县, 门源县.
    by_name: dict[str, tuple[Division, ...]]
    #: By the name without its unit: 海门, 凉山, 广西. A name of one letter is not among them.
    by_stem: dict[str, tuple[Division, ...]]
    by_code: dict[str, tuple[Division, ...]]
    #: The first two letters of all these names: where they do not stand, none begins.
    beginnings: frozenset[str]
    #: How many letters the longest name has.
    longest: int

    def path(self, division: Division, year: int | None) -> list[str]:
        """Return the names from the province down to the division, those of that year, or of the nearest before."""
        code, name, first, last = division
        when = last if year is None else max(first, min(year, last if last is not None else year))
        path = [name]
        for outer in (f"{code[:4]}00", f"{code[:2]}0000"):
            names = self.by_code.get(outer)
            if names is not None and outer != code and (len(path) == 1 or not code.startswith("00", 2)):
                path.insert(0, _at(names, when).name)
        return path

    def is_undivided(self, division: Division) -> bool:
        """Say whether it has no counties below it: it is one, or a city like 东莞."""
        return not division.code.endswith("00") or division.code[:4] in _undivided()


@cache
def divisions() -> Divisions:
    """Return the table; the first call reads it."""
    data = get_data("lawreport_parser.regions", _FILE)
    assert data is not None, f"{_FILE} is missing from the installed package"
    by_name: dict[str, tuple[Division, ...]] = {}
    by_stem: dict[str, tuple[Division, ...]] = {}
    by_code: dict[str, tuple[Division, ...]] = {}
    stem_of = _REGIONS.STEM.match
    for line in data.decode("utf-8").splitlines():
        if line[0] == "#":
            continue
        code, name, first, *more = line.split("\t")
        here = (Division(code, name, int(first), int(more[0]) if more and more[0] else None),)
        by_code[code] = by_code.get(code, ()) + here
        by_name[name] = by_name.get(name, ()) + here
        short = more[1].split() if len(more) > 1 else ()
        for each in short:
            if each[-1] in _UNITS:
                by_name[each] = by_name.get(each, ()) + here
        # 广西 has no unit to leave out.
        stems = {stem[0] if (stem := stem_of(each)) else each for each in short or (name,)}
        for stem_name in stems:
            if stem_name != name:
                by_stem[stem_name] = by_stem.get(stem_name, ()) + here
    beginnings = frozenset(name[:2] for names in (by_name, by_stem) for name in names)
    return Divisions(by_name, by_stem, by_code, beginnings, max(map(len, by_name)))


_UNITS: Final = frozenset("区州盟县旗")


@cache
def _undivided() -> frozenset[str]:
    cities: set[str] = set()
    parted: set[str] = set()
    for code, names in divisions().by_code.items():
        if names[-1].last is None and not code.endswith("0000"):
            (cities if code.endswith("00") else parted).add(code[:4])
    return frozenset(cities - parted)


def level_of(code: str) -> Level:
    """Return the level of a division by its code: 320000 is a province, 320600 a city, 320614 a county."""
    return "province" if code.endswith("0000") else "city" if code.endswith("00") else "county"


def is_within(code: str, outer: str) -> bool:
    """Say whether the division of one code lies within that of another, and is not the same."""
    if code == outer or not outer.endswith("00"):
        return False
    # 伊犁哈萨克自治州 alone has the number 40, and regions of the numbers 42 and 43 in it.
    return code.startswith(outer[: 2 if outer.endswith("0000") else 3 if outer.endswith("4000") else 4])


def in_force(places: Sequence[Division], year: int | None) -> list[Division]:
    """Return those of some divisions of a name that had it in a year; else the nearest in time.

    Tables are closed on different days, and reports are written in the year after the one they review: where no name
    was in force, it is the one that was shortly before or behind; and one that ended in the year before counts beside
    another place's. Without a year (None) it is those that have the name now, and those that had it beside them not
    long ago: 江北区 of 重庆市 was there until 2024.
    """
    if len(places) < 2:
        return list(places)
    distances = [(_distance(place, year), place) for place in places]
    least = min(distance for distance, _ in distances)
    nearest = {place.code: place for distance, place in distances if distance == least}
    recent = _STILL_REPORTING if year is None else year - 1
    for place in places:
        last = place.last or 0
        lately = last >= recent and (year is None or place.first <= year)
        # A place that took another code (公主岭市) never had both.
        if lately and all(last >= each.first for each in nearest.values()):
            nearest.setdefault(place.code, place)
    return list(nearest.values())


def _distance(place: Division, year: int | None) -> int:
    if year is None:
        return 0 if place.last is None else 10_000 - place.last
    if place.last is not None and year > place.last:
        return year - place.last
    return max(place.first - year, 0)


def _at(places: tuple[Division, ...], when: int | None) -> Division:
    return places[0] if len(places) == 1 else min(places, key=lambda place: _distance(place, when))
