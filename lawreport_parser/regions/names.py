"""Places in names: with which division, street or zone the name of an organ begins, and what is left behind it.

The divisions are those of the table; streets, townships and zones, which it has not, are told by their last word, as
in `organs.py`. A name that contradicts itself (江苏省海淀区) or names a division that nobody knows has no known place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from lawreport_parser.grammars import Terminals
from lawreport_parser.organs import kind_of, place_at
from lawreport_parser.regions.divisions import Division, divisions, in_force, is_within, level_of

__all__ = ["Place", "branch_in", "place_in", "places_in"]

_REGIONS: Final = Terminals("regions")
#: How long a name without its unit may be: 克孜勒苏柯尔克孜.
_LONGEST_STEM: Final = 8
#: A name is used at most so many years before the tables have it: reports are written in the year behind.
_AHEAD: Final = 1
#: And so many behind: in a report on 2023, 石湾区, which ended in 2001, is another's name, or an invented one.
_BEHIND: Final = 10
#: Organs that bear the bare name of a city and speak for it: 深圳海关; 武汉大学 does not.
_SPEAKS_FOR_PLACE: Final = frozenset(
    ["government", "bureau", "commission", "party", "congress", "court", "office", "branch", "team", "group"]
)


class Place(NamedTuple):
    """The places one in another at some letters of a name: `words[start:end]`."""

    start: int
    end: int
    #: What the innermost division may be; several where its name is that of several places. Empty: none is named.
    divisions: tuple[Division, ...]
    #: Zones, townships and streets in it, from the larger to the smaller.
    inner: tuple[str, ...] = ()
    #: False where a division is named that the table lacks, or that does not lie where the name says.
    known: bool = True


def place_in(words: str, start: int, year: int | None, of_state: bool = False) -> Place:
    """Return the place with which `words` begin at `start`: 江苏省南通市海门区 of 江苏省南通市海门区司法局.

    Behind the name of an organ of the state (`of_state`) a county, too, may stand without its unit: 海门 in
    国家统计局海门调查队.
    """
    at = start
    held: tuple[Division, ...] = ()
    inner: list[str] = []
    while at < len(words):
        if (step := _division(words, at, held, year, of_state)) is not None:
            at, held = step
            inner.clear()
            continue
        end = place_at(words, at, len(words))
        if end is None or _REGIONS.NO_PLACE.match(words, at):
            break
        name = words[at:end]
        if _inside(divisions().by_name.get(name, ()), (), year):
            # A division that lies elsewhere: 江苏省浦东新区.
            return Place(start, end, (), (), known=False)
        if _REGIONS.ZONE.search(name):
            held = _around_zone(name, held, year)
            # 经济开发区 is no name, 海门区经济开发区 is.
            inner.append(words[start:end] if _REGIONS.ZONE_WORDS.fullmatch(name) else name)
        elif _REGIONS.TOWNSHIP.search(name) and (not name.endswith("地区") or words.startswith("办事处", end)):
            inner.append(name)
        else:
            return Place(start, end, (), (), known=False)
        at = end
    return Place(start, at, held, tuple(inner))


def _division(
    words: str, at: int, held: tuple[Division, ...], year: int | None, of_state: bool
) -> tuple[int, tuple[Division, ...]] | None:
    """Return where the division that begins at `at`, within those held, ends, and which it may be."""
    table = divisions()
    if words[at : at + 2] not in table.beginnings:
        return None
    full = _full_name(words, at, held, year)
    if full is not None:
        return full
    for size in range(min(_LONGEST_STEM, len(words) - at), 1, -1):
        named = table.by_stem.get(words[at : at + size])
        if named is not None:
            inside = _inside(named, held, year)
            inside = _borne_out(words, at + size, inside, held, year, of_state) if inside else ()
            if inside:
                return at + size, inside
    return None


def _inside(named: Sequence[Division], held: tuple[Division, ...], year: int | None) -> tuple[Division, ...]:
    return tuple(
        place
        for place in named
        if (year is None or (year + _AHEAD >= place.first and year <= (place.last or year) + _BEHIND))
        and (not held or any(is_within(place.code, outer.code) for outer in held))
    )


def _borne_out(
    words: str,
    end: int,
    named: tuple[Division, ...],
    held: tuple[Division, ...],
    year: int | None,
    of_state: bool,
) -> tuple[Division, ...]:
    """Return those of some divisions whose name without unit (江苏, 海门) what stands behind it bears out."""
    if end < len(words) and (behind := _division(words, end, named, year, of_state)) is not None:
        return tuple(place for place in named if any(is_within(inner.code, place.code) for inner in behind[1]))
    if held and _is_of_city_rank(held[0]):
        # 南通市海门生态环境局: a part of the city's bureau in a county.
        return named if _REGIONS.BUREAU_BEGINS.match(words, end) else ()
    if end == len(words):
        # 昆山; of 长沙 the city, which the county 长沙县 is in.
        cities = [place.code for place in named if level_of(place.code) == "city"]
        return () if held else tuple(p for p in named if not any(is_within(p.code, city) for city in cities))
    large = tuple(place for place in named if of_state or level_of(place.code) != "county")
    if any(level_of(place.code) == "province" for place in large):
        # Nobody calls 海南藏族自治州 by its bare name; 吉林 may be the province and its city.
        large = tuple(place for place in large if place.name[-1] != "州")
    return large if large and _speaks_for_place(words[end:]) else ()


def _speaks_for_place(rest: str) -> bool:
    # 朝阳经济技术开发区 is a zone's name.
    if _REGIONS.UNIT.match(rest) or place_at(rest, 0, len(rest)) or _REGIONS.ZONE_WORDS.match(rest):
        return False
    kind = kind_of(f"市{rest}") or kind_of(f"市某{rest}")
    return kind in _SPEAKS_FOR_PLACE


def _full_name(
    words: str, at: int, held: tuple[Division, ...], year: int | None
) -> tuple[int, tuple[Division, ...]] | None:
    """Return where the division with its unit (海门区) that begins at `at` ends, and which it may be."""
    table = divisions()
    for size in range(min(table.longest, len(words) - at), 1, -1):
        named = table.by_name.get(words[at : at + size])
        if named is not None:
            inside = _inside(named, held, year)
            if inside and not _goes_on(words, at + size, inside, year):
                return at + size, inside
    return None


def _goes_on(words: str, end: int, named: tuple[Division, ...], year: int | None) -> bool:
    """Say whether what stands behind makes another word of a name: 海口市场, 东区街道; but 江苏省镇江市."""
    return _REGIONS.NO_DIVISION_BEHIND.match(words, end) is not None and _full_name(words, end, named, year) is None


def _around_zone(name: str, held: tuple[Division, ...], year: int | None) -> tuple[Division, ...]:
    """Return the divisions that a zone lies in, where its name begins with theirs: 海门 in 海门经济技术开发区.

    A county is taken only before words that any zone has: 东湖 of 东湖新技术开发区 is a lake. A district (区) is taken
    there only within its city.
    """
    table = divisions()
    for size in range(min(_LONGEST_STEM, len(name) - 2), 1, -1):
        named = _inside(table.by_stem.get(name[:size], ()), held, year)
        if not _REGIONS.ZONE_WORDS.fullmatch(name, size):
            named = tuple(place for place in named if _is_of_city_rank(place))
        elif not held or level_of(held[0].code) == "province":
            if not _REGIONS.ZONE_OF_COUNTY.match(name, size):
                named = tuple(place for place in named if level_of(place.code) != "county")
            # A district that was a county is called as the county was.
            named = named if any(place.name[-1] != "区" for place in named) else ()
        if named:
            # A capital, or a city with a county of its name in it, is meant before these: 西安, 芜湖.
            city = [place for place in named if _outweighs(place, named)]
            return tuple(city) or named
    return held


def _is_of_city_rank(place: Division) -> bool:
    """Say whether it is of the level of a city, or a municipality."""
    level = level_of(place.code)
    return level == "city" or (level == "province" and place.is_city)


def _outweighs(city: Division, named: tuple[Division, ...]) -> bool:
    return level_of(city.code) == "city" and all(
        each.code == city.code or city.code.endswith("0100") or is_within(each.code, city.code) for each in named
    )


def branch_in(organ: str, around: Division, year: int | None) -> tuple[str, Division] | None:
    """Return the county that a branch of a city's bureau is named by, and the words: 海门 of 生态环境局海门分局."""
    branch = _REGIONS.BRANCH.search(organ)
    if branch is None or level_of(around.code) == "county":
        return None
    table = divisions()
    for size in range(min(_LONGEST_STEM, branch.start()), 1, -1):
        name = organ[branch.start() - size : branch.start()]
        named = table.by_name.get(name) or table.by_stem.get(name) or ()
        inside = in_force(_inside(named, (around,), year), year)
        if len(inside) == 1 and level_of(inside[0].code) == "county":
            return name + branch[0], inside[0]
    return None


def _is_short_found(words: str, end: int, follows: bool) -> bool:
    """Say whether two letters are the name of a county: 岷县; but 主城区, and 建成县级市 has none."""
    return words[end - 1] == "县" and (follows or end == 2 or not _REGIONS.HAN_LETTER.match(words, end - 3))


def places_in(words: str, year: int | None) -> Iterator[Place]:
    """Yield the divisions that `words` name anywhere, with those before them that they lie in."""
    table = divisions()
    held: tuple[Division, ...] = ()
    start = behind = 0
    for unit in _REGIONS.UNIT.finditer(words):
        end = unit.end()
        if _REGIONS.NO_DIVISION_BEHIND.match(words, end):
            continue
        for size in range(min(table.longest, end - behind), 1, -1):
            named = table.by_name.get(words[end - size : end])
            if named is None or (size == 2 and not _is_short_found(words, end, bool(held) and end - size == behind)):
                continue
            inside = _inside(named, (), year)
            if inside:
                break
        else:
            continue
        begin = end - size
        if held and begin == behind and (within := _inside(inside, held, year)):
            held = within
        else:
            if held:
                yield Place(start, behind, held)
            start, held = begin, inside
            # 江苏海门区: the larger place without its unit.
            for length in range(min(_LONGEST_STEM, begin - behind), 1, -1):
                outer = _inside(table.by_stem.get(words[begin - length : begin], ()), (), year)
                if outer and (within := _inside(inside, outer, year)):
                    start, held = begin - length, within
                    break
        behind = end
    if held:
        yield Place(start, behind, held)
